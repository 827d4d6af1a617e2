"""What can be printed from here: the documents that fit, each with what it could be about."""

from collections.abc import Iterator
from datetime import timedelta

from domain.documents import Needs
from domain.rows.events import EventRow
from domain.rows.filters import EventFilter
from domain.rows.printing import DocumentRow, Printable, PrintChoice, Subject
from domain.store.session import Session
from domain.terms import EventKind, EventState
from domain.usecases import printing, tour_rows
from domain.usecases.event_rows import fetch_rows, list_rows

BACK, AHEAD = timedelta(days=14), timedelta(days=120)
"""Around today, the events that are offered when none was named."""

_KINDS = {"invitation": (EventKind.citizen_dialogue,)}
"""Documents that only make sense for some kinds of event; the others fit every kind."""

_ALIVE = (EventState.tentative, EventState.confirmed, EventState.held, EventState.reviewed)


def printables(session: Session, choice: PrintChoice) -> tuple[Printable, ...]:
    """The documents that fit the event or tour of `choice`, or all of them with what is near if it names neither."""
    events = _events(session, choice)
    days = tuple(_tour_days(session, choice))
    found = []
    for document in printing.documents(session):
        subjects = days if document.needs == Needs.tour else tuple(_of_kind(document, events))
        if subjects:
            found.append(Printable(document, subjects))
    return tuple(found)


def _events(session: Session, choice: PrintChoice) -> list[EventRow]:
    if choice.event_id is not None:
        return fetch_rows(session, [choice.event_id])
    if choice.tour_id is not None:
        return []
    near = EventFilter(states=_ALIVE, first=session.today - BACK, last=session.today + AHEAD, dated=True)
    rows = list_rows(session, near)
    return sorted(rows, key=lambda row: row.start_day is not None and row.start_day < session.today)


def _of_kind(document: DocumentRow, events: list[EventRow]) -> Iterator[Subject]:
    kinds = _KINDS.get(document.name, tuple(EventKind))
    for row in events:
        if row.kind in kinds:
            yield Subject(PrintChoice(event_id=row.id), row.title, row.start_day)


def _tour_days(session: Session, choice: PrintChoice) -> Iterator[Subject]:
    if choice.event_id is not None:
        return
    tours = [row for row in tour_rows.list_rows(session) if choice.tour_id in {None, row.id}]
    for tour in tours:
        for day in tour_rows.detail(session, tour.id).days:
            if day.stops and choice.day in {None, day.day}:
                yield Subject(PrintChoice(tour_id=tour.id, day=day.day), f"{tour.title}, {day.vehicle}", day.day)
