"""What a calendar holds: the events an audience may see, as a choice asks for them."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select, union
from sqlmodel import col

from domain.errors import NotFoundError, UsageError
from domain.i18n import N_
from domain.model import Assignment, Staff, Stop, TourDayCrew
from domain.rows.calendars import CalendarChoice, CalendarItem, TourBar
from domain.store.session import Session
from domain.terms import Audience, CalendarContent, TourShape
from domain.usecases.calendar_changes import ToldEvent, changed, told_events
from domain.usecases.calendar_tours import note_bars, with_tours
from domain.usecases.event_rows import list_ids
from domain.usecases.numbering import note_gone, raise_sequences
from domain.usecases.published import published_of, visible_ids


def feed(session: Session, choice: CalendarChoice) -> Iterator[CalendarItem]:
    """The entries of a calendar in their order, a few hundred at a time in memory.

    Raises:
        UsageError: the choice contradicts itself.
        NotFoundError: there is no such plan version or member of staff.
    """
    check(session, choice)
    told: tuple[ToldEvent, ...] = ()
    if choice.content is CalendarContent.complete:
        events = published_of(session, _complete_ids(session, choice), choice.audience)
    else:
        told = told_events(session, choice)
        events = changed(session, choice, told)
    return events if choice.tours is TourShape.stops else with_tours(session, choice, events, told)


def check(session: Session, choice: CalendarChoice) -> None:
    """Refuse what no calendar can be.

    Raises:
        UsageError: the choice contradicts itself.
        NotFoundError: there is no such member of staff.
    """
    if choice.person_id is None:
        if choice.reminds:
            raise UsageError(N_("Reminders go only into the calendar of a member of staff."))
        return
    if choice.audience is not Audience.internal:
        raise UsageError(N_("A person's own appointments stay in the house: please choose the internal audience."))
    if choice.content is not CalendarContent.complete:
        raise UsageError(N_("A person's own appointments go out complete; no plan version tells who took part."))
    if session.get(Staff, choice.person_id) is None:
        raise NotFoundError(N_("This member of staff is no longer there."))


def note_feed(session: Session, choice: CalendarChoice) -> int:
    """Note that what a calendar holds leaves the house now; SEQUENCE rises where it must.

    Returns how many events go out. No undo step comes of it: what has left the house is not undone.

    Raises:
        UsageError: the choice contradicts itself.
        NotFoundError: there is no such plan version or member of staff.
    """
    check(session, choice)
    if choice.content is CalendarContent.complete:
        shown = visible_ids(session, choice.audience, choice.wanted)
        own = None if choice.person_id is None else _own(session, choice.person_id)
        count = len(raise_sequences(session, [key for key in shown if own is None or key in own]))
    else:
        ids = [each.event_id for each in told_events(session, choice)]
        note_gone(session, set(ids) - raise_sequences(session, ids).keys())
        count = len(ids)
    if choice.tours is not TourShape.stops:
        session.expire_all()
        note_bars(session, choice, [item for item in feed(session, choice) if isinstance(item, TourBar)])
    return count


def _complete_ids(session: Session, choice: CalendarChoice) -> list[UUID]:
    ids = list_ids(session, choice.wanted)
    if choice.person_id is None:
        return ids
    own = _own(session, choice.person_id)
    return [key for key in ids if key in own]


def _own(session: Session, person_id: UUID) -> frozenset[UUID]:
    """The events at which a member of staff does something, and the stops of the tour days they ride along."""
    there = select(col(Assignment.event_id)).where(col(Assignment.staff_id) == person_id)
    riding = (
        select(col(Stop.event_id))
        .join(TourDayCrew, col(TourDayCrew.tour_day_id) == col(Stop.tour_day_id))
        .where(col(TourDayCrew.staff_id) == person_id)
    )
    return frozenset(session.execute(union(there, riding)).scalars())
