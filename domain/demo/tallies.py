"""What was counted at sample stops by the hour, what was noted to do better, and a stand that counts just now."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from sqlmodel import col, select

from domain.demo.neighbours import Pitch, World
from domain.model import Event, EventTally, EventTargetGroup, TallyStroke
from domain.region.holidays import public_holiday_on
from domain.rows.events import EventDraft
from domain.rules.local import MINUTES_A_DAY, at_local
from domain.store.session import Session
from domain.terms import BERLIN, Audience, EventKind, EventState, PermitState, PlaceKind
from domain.usecases import events, tally

_SETTLED = (PermitState.not_needed, PermitState.granted)
_TOOK_PLACE = (EventState.held, EventState.reviewed)
_BUSY = (2, 5, 7, 6, 4, 3, 2, 2)
"""How busy the hours of a stand are: most come in the third."""

_LESSONS = (
    "Früher aufbauen: Ab 9 Uhr kommen schon die ersten Kundinnen und Kunden vom Markt.",
    "Verlängerungskabel mit 50 m einpacken, der Stromkasten steht auf der anderen Seite.",
    "Mehr Faltblätter zu Betrug am Telefon, danach wurde am meisten gefragt.",
    "Zweites Zelt gegen die Sonne mitnehmen.",
    "Fahrsimulator näher an den Eingang stellen, dort bleiben mehr Jugendliche stehen.",
)
_GROUPS, _HOURS = 5, 6
_STROKES = (14, 46, 71, 58, 33)
"""Visitors in each hour that the present stand was open so far."""


def count(session: Session, world: World, rng: Random) -> None:
    """Give past stops their hours and notes, and let a stand of today be counted."""
    query = select(Event).where(
        col(Event.kind) == EventKind.mobile_stop, col(Event.state).in_(_TOOK_PLACE), col(Event.actual).is_not(None)
    )
    for number, event in enumerate(session.exec(query.order_by(col(Event.starts_at), col(Event.id))).all()):
        event.lessons = _LESSONS[number % len(_LESSONS)]
        session.add(event)
        if event.starts_at is not None and event.ends_at is not None:
            session.add_all(_hours(session, event, rng))
    if public_holiday_on(session.today) is None:
        _stand(session, world, rng)


def _hours(session: Session, event: Event, rng: Random) -> Iterator[EventTally]:
    """Each group's visitors spread over the hours the stop was open."""
    first = (event.starts_at or event.created_at).replace(minute=0, second=0, microsecond=0)
    length = max(1, round(((event.ends_at or first) - first) / timedelta(hours=1)))
    for each in session.exec(select(EventTargetGroup).where(EventTargetGroup.event_id == event.id)).all():
        drawn = rng.choices(range(length), [_BUSY[hour % len(_BUSY)] for hour in range(length)], k=each.actual or 0)
        for hour in range(length):
            if came := drawn.count(hour):
                moment = first + timedelta(hours=hour)
                yield EventTally(event_id=event.id, target_group_id=each.target_group_id, hour=moment, visitors=came)


def _stand(session: Session, world: World, rng: Random) -> None:
    """A stand that is open now, at a site whose permit is settled, with the strokes of its first hours."""
    pitch = _pitch(session, world)
    if pitch is None:
        return
    now = session.now.astimezone(BERLIN)
    begin = max(0, min(now.hour - 4, 24 - _HOURS)) * 60
    groups = list(world.house.groups.values())[:_GROUPS]
    draft = EventDraft(
        kind=EventKind.information_event,
        title=f"Infostand {pitch.draft.town}",
        state=EventState.confirmed,
        audience=Audience.public,
        public_text="Beratung zu Einbruchschutz und Betrug am Telefon, ohne Anmeldung.",
        starts_at=at_local(session.today, begin),
        ends_at=at_local(session.today, min(begin + _HOURS * 60, MINUTES_A_DAY)),
        ags=pitch.draft.ags,
        place_kind=PlaceKind.site,
        site_id=pitch.id,
        host_id=world.revier(pitch.ags[:5]).id,
        office_id=world.revier(pitch.ags[:5]).id,
        target_group_ids=tuple(groups),
        expected=250,
    )
    event_id = events.create(session, draft)
    tally.choose_groups(session, event_id, groups)
    _strike(session, event_id, groups, at_local(session.today, begin), rng)


def _strike(session: Session, event_id: UUID, groups: Sequence[UUID], begin: datetime, rng: Random) -> None:
    """The strokes of the hours before this moment, and a longer talk now and then."""
    for hour, visitors in enumerate(_STROKES):
        opened = begin.astimezone(UTC) + timedelta(hours=hour)
        for number in range(visitors):
            struck_at = opened + timedelta(seconds=round(3600 * (number + 0.5) / visitors))
            if struck_at > session.now:
                return
            group = None if number % 12 == 11 else rng.choices(groups, (3, 5, 4, 2, 1)[: len(groups)])[0]  # noqa: PLR2004 - every twelfth
            session.add(TallyStroke(event_id=event_id, target_group_id=group, struck_at=struck_at))


def _pitch(session: Session, world: World) -> Pitch | None:
    """The site with its permit settled where most stops were counted."""
    free = [each for each in world.pitches if each.draft.permit_state in _SETTLED]
    query = select(Event.site_id).where(col(Event.state).in_(_TOOK_PLACE), col(Event.actual).is_not(None))
    used = list(session.exec(query))
    return max(free, key=lambda each: used.count(each.id), default=None)
