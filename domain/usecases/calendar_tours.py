"""Tours in calendars: one bar each, before the first of its stops."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import select
from sqlmodel import col

from domain.model import PlanVersion, Stop, Tour, TourDay, TourIdentity
from domain.rows.calendars import CalendarChoice, CalendarItem, TourBar, TourStop
from domain.rows.published import PublishedEvent
from domain.rules.tour_bars import TourShown, called_off, tour_shown
from domain.store.session import Session
from domain.terms import Audience, CalendarContent, EventState, TourShape
from domain.usecases.calendar_changes import ToldEvent, version_of
from domain.usecases.numbering import UID_DOMAIN
from domain.usecases.published import published_of


@dataclass(frozen=True, slots=True)
class _Ways:
    """Which tour an event is a stop of now, and on which tour (None = that day is gone) it was in a version."""

    now: Mapping[UUID, UUID]
    former: Mapping[UUID, UUID | None] = field(default_factory=dict)

    def touched(self, event_id: UUID) -> Iterator[UUID]:
        """The tours that an event tells of."""
        for tour_id in dict.fromkeys((self.now.get(event_id), self.former.get(event_id))):
            if tour_id is not None:
                yield tour_id


def with_tours(
    session: Session, choice: CalendarChoice, events: Iterable[PublishedEvent], told: Iterable[ToldEvent] = ()
) -> Iterator[CalendarItem]:
    """The events of a calendar with the bars of their tours; with `TourShape.bars` without the stops.

    A bar stands before the first entry that belongs to its tour. In a calendar of changes stand the bars of tours with
    a changed stop, and last those of tours that are gone.
    """
    ways = _ways(session, told)
    bars = _bars(session, choice)
    said: set[UUID] = set()
    is_complete = choice.content is CalendarContent.complete
    for event in events:
        for tour_id in ways.touched(event.id):
            if tour_id not in said and tour_id in bars:
                said.add(tour_id)
                if _is_asked(bars[tour_id], choice):
                    yield bars[tour_id]
        is_stop = event.id in ways.now or (event.id in ways.former and event.state is EventState.cancelled)
        if not is_stop:
            yield event
        elif choice.tours is TourShape.both:
            bar = next((bars[key] for key in ways.touched(event.id) if key in bars), None)
            yield TourStop(event, bar.uid) if bar else event
    if not is_complete:
        yield from _gone(session, choice, bars.keys())


def _is_asked(bar: TourBar, choice: CalendarChoice) -> bool:
    return choice.content is not CalendarContent.cancellations or bar.state is EventState.cancelled


def _ways(session: Session, told: Iterable[ToldEvent]) -> _Ways:
    days = {day: tour for day, tour in session.execute(select(col(TourDay.id), col(TourDay.tour_id)))}  # noqa: C416 - rows are no pairs to mypy
    stops = session.execute(select(col(Stop.event_id), col(Stop.tour_day_id)))
    former = {each.event_id: days.get(each.former_day_id) for each in told if each.former_day_id is not None}
    return _Ways({event_id: days[day_id] for event_id, day_id in stops}, former)


def scope_of(choice: CalendarChoice) -> str:
    """Who sees the same bars: an audience, of all districts or of some."""
    return ":".join((choice.audience.value, *sorted(set(choice.wanted.kreise))))


def _bars(session: Session, choice: CalendarChoice) -> dict[UUID, TourBar]:
    """The bars of all tours of which anything is seen, by tour."""
    identities = _identities(session, choice)
    found = {}
    for tour, shown in _shown(session, choice):
        known = identities.get(tour.id)
        is_noted = known is not None and known.sent == shown.mark()
        sent_at = known.sent_at if known is not None and is_noted else None
        moment = (sent_at or session.now).astimezone(UTC)
        is_ours = choice.audience is Audience.internal
        found[tour.id] = TourBar(
            id=tour.id,
            uid=known.uid if known else _fresh_uid(tour.id, choice),
            sequence=known.sequence + (not is_noted) if known else 0,
            audience=choice.audience,
            state=shown.state,
            days=shown.days,
            created_at=min(tour.created_at, moment),
            updated_at=max(moment, tour.updated_at) if is_ours else moment,
            title=tour.title if is_ours else "",
        )
    return found


def _identities(session: Session, choice: CalendarChoice) -> dict[UUID, TourIdentity]:
    query = select(TourIdentity).where(col(TourIdentity.scope) == scope_of(choice))
    return {each.tour_id: each for each in session.execute(query).scalars()}


def _fresh_uid(tour_id: UUID, choice: CalendarChoice) -> str:
    """The UID of a bar that has not gone out yet; it is kept when it does."""
    return f"{uuid5(NAMESPACE_URL, f'{tour_id}/{scope_of(choice)}')}@{UID_DOMAIN}"


def _shown(session: Session, choice: CalendarChoice) -> Iterator[tuple[Tour, TourShown]]:
    query = (
        select(col(Stop.event_id), col(TourDay.tour_id))
        .join(TourDay, col(TourDay.id) == col(Stop.tour_day_id))
        .order_by(col(TourDay.tour_id), col(TourDay.day), col(Stop.position))
    )
    tours: dict[UUID, list[UUID]] = {}
    for event_id, tour_id in session.execute(query):
        tours.setdefault(tour_id, []).append(event_id)
    kreise = choice.wanted.kreise
    for tour_id, stops in tours.items():
        seen = published_of(session, stops, choice.audience)
        shown = tour_shown(event for event in seen if not kreise or event.place.kreis_ags in kreise)
        tour = session.get(Tour, tour_id)
        if shown is not None and tour is not None:
            yield tour, shown


def _gone(session: Session, choice: CalendarChoice, there: Collection[UUID]) -> Iterator[TourBar]:
    """The bars that went out and of which nothing is left to be seen, called off since the version."""
    version = session.get(PlanVersion, version_of(session, choice))
    released_at = version.released_at if version else session.now
    for known in _identities(session, choice).values():
        shown = called_off(known.sent)
        if known.tour_id in there or shown is None:
            continue
        is_noted = known.sent == shown.mark()
        moment = known.sent_at if is_noted and known.sent_at else session.now
        if is_noted and moment < released_at:
            continue
        yield TourBar(
            id=known.tour_id,
            uid=known.uid,
            sequence=known.sequence + (not is_noted),
            audience=choice.audience,
            state=shown.state,
            days=shown.days,
            created_at=released_at,
            updated_at=moment,
        )


def note_bars(session: Session, choice: CalendarChoice, bars: Iterable[TourBar]) -> None:
    """Note that these bars leave the house now, with the SEQUENCE they bear."""
    identities = _identities(session, choice)
    for bar in bars:
        mark = TourShown(bar.state, bar.days).mark()
        known = identities.get(bar.id) or TourIdentity(tour_id=bar.id, scope=scope_of(choice), uid=bar.uid)
        if known.sent != mark:
            known.sequence, known.sent, known.sent_at = bar.sequence, mark, session.now
            session.add(known)
    session.flush()
