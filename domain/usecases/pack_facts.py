"""What the check before printing looks at, for an event or a tour day."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from domain.model import Event
from domain.model.facts import DialogueTable
from domain.rows.packs import PackFacts
from domain.rows.published import PublishedEvent
from domain.rows.tours import TourDayRow
from domain.store.session import Session
from domain.terms import AssignmentRole, Audience, EventKind, EventState, PermitLight
from domain.usecases import invitees, packing, permits, publication_rows, settings
from domain.usecases.published import published_event

_UNSURE = frozenset({EventState.idea, EventState.requested, EventState.tentative})
_WITH_AGENDA = frozenset(
    {
        EventKind.citizen_dialogue,
        EventKind.expert_dialogue,
        EventKind.council_meeting,
        EventKind.information_exchange,
    }
)


def of_event(session: Session, event_id: UUID) -> PackFacts:
    """The facts of an event.

    Raises:
        NotFoundError: it is gone.
    """
    event = published_event(session, event_id, Audience.internal)
    has_office = bool(settings.load(session).office.name.strip())
    if event is None:  # no date yet: nothing about it can be printed, and each document says so
        return PackFacts(has_office=has_office, event_id=event_id)
    inner, seats = event.internal, invitees.count(session, event_id)
    is_meeting = event.kind in _WITH_AGENDA
    return PackFacts(
        day=event.starts_at.date() if event.starts_at else event.first_day,
        has_office=has_office,
        unconfirmed=(event.title,) if event.state in _UNSURE else (),
        unconfirmed_partners=inner.unconfirmed_partners if inner else (),
        without_permit=_without_permit(session, [event_id]),
        expired=_expired(session, [event_id], event),
        has_agenda=bool(event.agenda.strip()) if is_meeting else None,
        has_host=bool(event.host.strip()),
        has_moderation=_has_moderation(session, event) if is_meeting else None,
        event_id=event_id,
        expected=inner.expected if inner else None,
        invited=seats.invited,
        team=len(inner.team) if inner else 0,
    )


def of_tour_day(session: Session, tour_id: UUID, days: Iterable[TourDayRow]) -> PackFacts:
    """The facts of the vehicles' days that a folder is for."""
    found = list(days)
    stops = [stop for day in found for stop in day.stops]
    ids = [stop.event.id for stop in stops]
    expected = [stop.expected for stop in stops if stop.expected]
    return PackFacts(
        day=found[0].day if found else None,
        has_office=bool(settings.load(session).office.name.strip()),
        unconfirmed=tuple(stop.event.title for stop in stops if stop.event.state in _UNSURE),
        without_permit=_without_permit(session, ids),
        expired=_expired(session, ids, None, found[0] if found else None),
        tour_id=tour_id,
        expected=sum(expected) or None,
        team=max((len(day.crew) for day in found), default=0),
    )


def _without_permit(session: Session, event_ids: list[UUID]) -> tuple[str, ...]:
    """Where ground is used that nobody has allowed yet."""
    open_lights = {PermitLight.waiting, PermitLight.blocked}
    rows = permits.rows(session, event_ids)
    names = [
        rows[event_id].site for event_id in event_ids if event_id in rows and rows[event_id].view.light in open_lights
    ]
    return tuple(dict.fromkeys(name for name in names if name))


def _expired(
    session: Session, event_ids: list[UUID], event: PublishedEvent | None, tour_day: TourDayRow | None = None
) -> tuple[str, ...]:
    """The publications taken along whose last day lies before the event."""
    day = tour_day.day if tour_day else None
    if event is not None:
        day = event.starts_at.date() if event.starts_at else event.first_day
    taken = packing.planned_copies(session, event_ids)
    drafts = publication_rows.drafts(session) if taken and day else {}
    names = []
    for copies in taken.values():
        for one in copies:
            last = drafts[one.publication_id].valid_until
            if day is not None and last is not None and last < day:
                names.append(one.name)
    return tuple(dict.fromkeys(names))


def _has_moderation(session: Session, event: PublishedEvent) -> bool:
    """Whether somebody of the house or from outside moderates, or words say who."""
    team = event.internal.team if event.internal else ()
    if any(person.role == AssignmentRole.moderation for person in team):
        return True
    words = session.exec(select(DialogueTable.moderation).where(col(DialogueTable.event_id) == event.id)).first()
    return bool(words and words.strip())


def kind_of(session: Session, event_id: UUID) -> EventKind | None:
    """The kind of an event, None if it is gone."""
    found = session.get(Event, event_id)
    return None if found is None else found.kind
