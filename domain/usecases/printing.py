"""Gathers what a document is made from."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.documents import DOCUMENTS, DocumentInput, Needs
from domain.errors import LandaufError, NotFoundError, UsageError
from domain.i18n import N_
from domain.model import Event, EventIdentity, Site, TourDay
from domain.rows.filters import EventFilter, EventOrder
from domain.rows.printing import DocumentRow, PrintChoice
from domain.rows.published import PublishedEvent
from domain.rows.tours import TourDayRow
from domain.store.session import Session
from domain.terms import Audience, EventKind, EventState
from domain.usecases import fleet, settings, sites, tour_rows
from domain.usecases.event_rows import list_ids
from domain.usecases.published import published_event
from domain.usecases.records import get

_SHOWABLE = (EventState.confirmed, EventState.held, EventState.reviewed)


def documents(session: Session) -> list[DocumentRow]:
    """Everything that can be printed, each with arguments that print it from this workspace."""
    return [
        DocumentRow(entry.name, entry.title, entry.needs.value, entry.is_internal, _example(session, entry.needs))
        for entry in DOCUMENTS.values()
    ]


def _example(session: Session, needs: Needs) -> tuple[str, ...]:
    if needs is Needs.tour:
        tour = session.execute(select(col(TourDay.tour_id)).order_by(col(TourDay.day).desc())).scalar()
        return ("--tour", str(tour)) if tour else ()
    dialogues = EventFilter(
        kinds=(EventKind.citizen_dialogue,),
        states=_SHOWABLE,
        audiences=(Audience.public,),
        order=EventOrder.date,
        descending=True,
    )
    found = list_ids(session, dialogues)
    return ("--event", str(found[0])) if found else ()


def find_event(session: Session, text: str) -> UUID:
    """The event with this id or human number (2027-0214).

    Raises:
        NotFoundError: there is none.
    """
    found = session.execute(select(col(EventIdentity.event_id)).where(col(EventIdentity.number) == text)).scalar()
    if found is None:
        try:
            found = UUID(text)
        except ValueError:
            found = None
    if found is None or session.get(Event, found) is None:
        raise NotFoundError(N_("There is no event {event}."), event=text)
    return found


def gather(session: Session, name: str, choice: PrintChoice) -> DocumentInput:
    """What the document `name` is made from.

    Raises:
        NotFoundError: there is no such document, event or tour.
        UsageError: the document needs something that was not named.
        LandaufError: the audience of the document may not see the event, or the tour has no day yet.
    """
    if name not in DOCUMENTS:
        raise NotFoundError(
            N_("There is no document {name}; there are: {names}."), name=name, names=", ".join(DOCUMENTS)
        )
    return _GATHER[name](session, choice)


def _event_of(choice: PrintChoice) -> UUID:
    if choice.event_id is None:
        raise UsageError(N_("This document is about an event; name it with --event."))
    return choice.event_id


def _tour_sheet(session: Session, choice: PrintChoice) -> DocumentInput:
    from domain.documents.tour_sheet import StopSheet, TourSheet

    if choice.tour_id is None:
        raise UsageError(N_("This document is about a tour; name it with --tour."))
    tour = tour_rows.detail(session, choice.tour_id)
    day = _day_of(tour.days, choice)
    stops = []
    for stop in day.stops:
        event = published_event(session, stop.event.id, Audience.internal)
        if event is not None:
            site = sites.to_row(get(session, Site, stop.site_id)).draft if stop.site_id else None
            stops.append(StopSheet(event, site, event.internal.contacts if event.internal else ()))
    vehicles = {row.id: row for row in fleet.list_rows(session)}
    return TourSheet(
        title=tour.row.title,
        day=day,
        stops=tuple(stops),
        office=settings.load(session).office,
        stand=session.now,
        vehicle=vehicles.get(day.vehicle_id),
    )


def _day_of(days: tuple[TourDayRow, ...], choice: PrintChoice) -> TourDayRow:
    if choice.day is not None:
        days = tuple(day for day in days if day.day == choice.day)
    for day in days:
        if day.stops:
            return day
    raise LandaufError(N_("The tour has no day with stops yet; add one first."))


def _invitation(session: Session, choice: PrintChoice) -> DocumentInput:
    from domain.documents.invitation import Invitation

    event = published_event(session, _event_of(choice), Audience.public)
    if event is None:
        raise LandaufError(
            N_("An invitation goes to the public: the event must be public and confirmed, and have a date.")
        )
    return Invitation(event=event, office=settings.load(session).office, stand=session.now)


def _house_view(session: Session, event_id: UUID) -> PublishedEvent:
    event = published_event(session, event_id, Audience.internal)
    if event is None:
        raise LandaufError(N_("The event has no date yet; give it one first."))
    return event


_GATHER: dict[str, Callable[[Session, PrintChoice], DocumentInput]] = {
    "tour_sheet": _tour_sheet,
    "invitation": _invitation,
}
