"""What can be printed from here: the documents that fit, each with what it could be about."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from domain.documents import DOCUMENTS, Needs
from domain.model import Event
from domain.region.kreise import kreis
from domain.rows.events import EventRow
from domain.rows.filters import EventFilter
from domain.rows.printing import DocumentRow, Printable, PrintChoice, Subject
from domain.store.session import Session
from domain.terms import EventKind, EventState
from domain.usecases import (
    councils,
    coverage,
    printing_calendars,
    printing_councils,
    printing_examples,
    printing_letters,
    printing_posts,
    printing_reports,
    public_concerns,
    publication_rows,
    sites,
    tour_rows,
)
from domain.usecases.event_rows import fetch_rows, list_rows
from domain.usecases.records import get

BACK, AHEAD = timedelta(days=14), timedelta(days=120)
"""Around today, the events that are offered when none was named."""

_ALIVE = (EventState.tentative, EventState.confirmed, EventState.held, EventState.reviewed)


def printables(session: Session, choice: PrintChoice) -> tuple[Printable, ...]:
    """The documents that fit the event, tour, site or partner of `choice`; all with what is near if it names none."""
    events, days = _events(session, choice), tuple(_tour_days(session, choice))
    found = []
    for document in printing_examples.documents(session):
        asked = _Asked(session, document, choice, days, events)
        find = _BY_NAME.get(document.name) or _BY_NEEDS.get(document.needs) or _about_events
        if subjects := tuple(find(asked)):
            found.append(Printable(document, subjects))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A document and what is in front: the choice, the days of tours and the events it leads to."""

    session: Session
    document: DocumentRow
    choice: PrintChoice
    days: tuple[Subject, ...]
    events: list[EventRow]


def _about_events(asked: _Asked) -> Iterator[Subject]:
    return _of_kind(asked.document, asked.events)


def _whole_file(session: Session, document: DocumentRow, choice: PrintChoice) -> Iterator[Subject]:
    """A document about no record is offered where none was named; the reorder list only if there is something on it."""
    if choice == PrintChoice() and (document.name != "reorder_list" or publication_rows.has_orders(session)):
        yield Subject(choice, "", None)


def _councils(session: Session, choice: PrintChoice) -> Iterator[Subject]:
    """The council that was named, those of the session in front, or all of them."""
    rows = councils.list_rows(session, councils.BODIES)
    if choice.event_id is not None:
        held = councils.sessions_of(session, [row.id for row in rows])
        rows = [row for row in rows if any(event.id == choice.event_id for event in held[row.id])]
    elif choice.tour_id is not None or choice.site_id is not None:
        rows = []
    for row in rows:
        if choice.partner_id in {None, row.id}:
            yield Subject(PrintChoice(partner_id=row.id), row.name, None)


def _examples(session: Session, choice: PrintChoice) -> Iterator[Subject]:
    """The good example in front, or all whose profile can be printed."""
    if choice.tour_id is not None or choice.site_id is not None or choice.partner_id is not None:
        return
    ids = printing_councils.printable_examples(session)
    for row in fetch_rows(session, [each for each in ids if choice.event_id in {None, each}]):
        yield Subject(PrintChoice(event_id=row.id), row.title, row.start_day)


def _to_confirm(session: Session, document: DocumentRow, events: list[EventRow]) -> Iterator[Subject]:
    """Events whose host can be written to: they came from a request and have a date."""
    written = printing_letters.confirmable(session, [event.id for event in events])
    return _of_kind(document, [event for event in events if event.id in written])


def _sites(session: Session, choice: PrintChoice) -> Iterator[Subject]:
    """The site that was named, those of the event or the tour, or all of them."""
    rows = sites.list_rows(session)
    if choice.partner_id is not None:
        return
    if choice.site_id is not None:
        rows = [row for row in rows if row.id == choice.site_id]
    elif choice.event_id is not None:
        used = get(session, Event, choice.event_id).site_id
        rows = [row for row in rows if row.id == used]
    elif choice.tour_id is not None:
        stops = [stop for day in tour_rows.detail(session, choice.tour_id).days for stop in day.stops]
        rows = [row for row in rows if row.id in {stop.site_id for stop in stops}]
    for row in rows:
        title = ", ".join(part for part in (row.town, row.name) if part)
        yield Subject(PrintChoice(site_id=row.id), title, None)


def _years(session: Session, choice: PrintChoice) -> tuple[Subject, ...]:
    """The year that was named, or those around this one in which anything is planned, was held or is aimed at."""
    if choice.event_id or choice.tour_id or choice.site_id:
        return ()
    this = session.today.year
    known = {row.half_year[:4] for row in coverage.coverage(session)}
    years = (
        [year for year in (this, this - 1, this + 1) if str(year) in known] if choice.year is None else [choice.year]
    )
    return tuple(Subject(PrintChoice(year=year), str(year), None) for year in years)


def _with_concerns(session: Session, choice: PrintChoice, events: list[EventRow]) -> Iterator[Subject]:
    """The event that was named if concerns were raised at it; else the Kreise from which there are any."""
    if choice.event_id is not None:
        if public_concerns.count_at(session, choice.event_id):
            yield from (Subject(PrintChoice(event_id=row.id), row.title, row.start_day) for row in events)
    elif choice.tour_id is None and choice.site_id is None:
        for ags in public_concerns.kreise_with_concerns(session):
            if choice.kreis_ags in {None, ags}:
                yield Subject(PrintChoice(kreis_ags=ags), kreis(ags).name, None)


def _events(session: Session, choice: PrintChoice) -> list[EventRow]:
    if choice.event_id is not None:
        return fetch_rows(session, [choice.event_id])
    if any((choice.tour_id, choice.site_id, choice.partner_id, choice.year, choice.snapshot_id)):
        return []
    near = EventFilter(states=_ALIVE, first=session.today - BACK, last=session.today + AHEAD, dated=True)
    rows = list_rows(session, near)
    return sorted(rows, key=lambda row: row.start_day is not None and row.start_day < session.today)


def _of_kind(document: DocumentRow, events: list[EventRow]) -> Iterator[Subject]:
    kinds = DOCUMENTS[document.name].kinds or tuple(EventKind)
    for row in events:
        if row.kind in kinds:
            yield Subject(PrintChoice(event_id=row.id), row.title, row.start_day)


def _tour_days(session: Session, choice: PrintChoice) -> Iterator[Subject]:
    if choice.event_id is not None or choice.site_id is not None or choice.partner_id is not None:
        return
    tours = [row for row in tour_rows.list_rows(session) if choice.tour_id in {None, row.id}]
    for tour in tours:
        for day in tour_rows.detail(session, tour.id).days:
            if day.stops and choice.day in {None, day.day}:
                wanted = PrintChoice(tour_id=tour.id, day=day.day, vehicle_id=day.vehicle_id)
                yield Subject(wanted, f"{tour.title}, {day.vehicle}", day.day)


def _whole_tours(asked: _Asked) -> Iterator[Subject]:
    """Every tour with stops once, whatever its days."""
    for tour_id in dict.fromkeys(day.choice.tour_id for day in asked.days):
        first = next(day for day in asked.days if day.choice.tour_id == tour_id)
        row = tour_rows.detail(asked.session, tour_id).row if tour_id else None
        if row is not None:
            yield Subject(PrintChoice(tour_id=tour_id), row.title, first.day)


_BY_NAME: dict[str, Callable[[_Asked], Iterable[Subject]]] = {
    "tour_overview": _whole_tours,
    "district_calendar": lambda asked: printing_calendars.districts(asked.session, asked.choice),
    "best_practice": lambda asked: _examples(asked.session, asked.choice),
    "lecture_confirmation": lambda asked: _to_confirm(asked.session, asked.document, asked.events),
    "flyer": lambda asked: printing_posts.to_announce(asked.session, asked.events),
    "poster": lambda asked: printing_posts.to_announce(asked.session, asked.events),
    "change_letter": lambda asked: printing_posts.changes_to_tell(asked.session, asked.choice),
    "mail_merge": lambda asked: printing_posts.to_write_to(asked.session, asked.choice),
}
"""Documents about some events only, or about what is in front."""

_BY_NEEDS: dict[str, Callable[[_Asked], Iterable[Subject]]] = {
    Needs.tour: lambda asked: asked.days,
    Needs.site: lambda asked: _sites(asked.session, asked.choice),
    Needs.partner: lambda asked: _councils(asked.session, asked.choice),
    Needs.year: lambda asked: _years(asked.session, asked.choice),
    Needs.snapshot: lambda asked: printing_reports.answers(asked.session, asked.choice),
    Needs.nothing: lambda asked: _whole_file(asked.session, asked.document, asked.choice),
    Needs.kreis: lambda asked: _with_concerns(asked.session, asked.choice, asked.events),
}
"""What documents are about that are not about an event."""
