"""What an export would hold, before anything is written: how many, and the first ones as the audience gets them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from domain.documents import DOCUMENTS, Needs
from domain.i18n import N_
from domain.rows.calendars import CalendarChoice
from domain.rows.filters import EventFilter, PartnerFilter
from domain.rows.outgoing import Comparison, OutputFile
from domain.rows.partners import PartnerRow
from domain.rows.published import PublishedEvent
from domain.rows.releases import Change, ReleaseRow
from domain.rules.outgoing_comparison import compare
from domain.store.session import Session
from domain.terms import Audience, CalendarContent, TourShape
from domain.usecases import filters, partners, people, releases
from domain.usecases.calendar_changes import told_events
from domain.usecases.calendar_feed import feed
from domain.usecases.draft_text import from_text
from domain.usecases.event_rows import list_ids
from domain.usecases.published import published, records, visible_ids

SHOWN = 100
"""How many rows a preview shows at most."""


@dataclass(frozen=True, slots=True)
class EventPreview:
    """So many events go out, so many that pass the filter stay in the house; the first ones as they arrive.

    `audiences` counts what each audience would get of the same choice. `changes` are those of a calendar of changes, by
    event; None for any other.
    """

    count: int
    held_back: int
    rows: tuple[PublishedEvent, ...]
    audiences: tuple[tuple[Audience, int], ...] = ()
    changes: Mapping[UUID, Change] | None = None


@dataclass(frozen=True, slots=True)
class PartnerPreview:
    """So many institutions go out; the first ones."""

    count: int
    rows: tuple[PartnerRow, ...]


@dataclass(frozen=True, slots=True)
class CalendarOffers:
    """What a calendar can be asked for: plan versions (newest first), people of the house, saved filters by name."""

    versions: tuple[ReleaseRow, ...]
    people: tuple[tuple[UUID, str], ...]
    filters: tuple[tuple[str, EventFilter], ...]


def calendar_offers(session: Session) -> CalendarOffers:
    """What the file holds for the choices of a calendar."""
    saved = ((row.name, from_text(EventFilter, row.query)) for row in filters.list_rows(session, "events"))
    return CalendarOffers(
        releases.list_rows(session),
        tuple((row.id, row.draft.name) for row in people.list_rows(session)),
        tuple((name, wanted) for name, wanted in saved if wanted is not None),
    )


def events(
    session: Session, audience: Audience, wanted: EventFilter, is_cancelled: Callable[[], bool] = lambda: False
) -> EventPreview:
    """What an audience would get of the events that pass the filter; stops early when nobody waits any more."""
    rows: list[PublishedEvent] = []
    count = 0
    for event in published(session, audience, wanted):
        if is_cancelled():
            break
        count += 1
        if count <= SHOWN:
            rows.append(event)
    return EventPreview(count, len(list_ids(session, wanted)) - count, tuple(rows))


def calendar(
    session: Session, choice: CalendarChoice, is_cancelled: Callable[[], bool] = lambda: False
) -> EventPreview:
    """What a calendar would hold, bars of tours not counted; stops early when nobody waits any more.

    Raises:
        UsageError: the choice contradicts itself.
        NotFoundError: there is no such plan version or member of staff.
    """
    rows: list[PublishedEvent] = []
    count = 0
    for item in feed(session, replace(choice, tours=TourShape.stops)):
        if is_cancelled():
            break
        count += 1
        if count <= SHOWN and isinstance(item, PublishedEvent):
            rows.append(item)
    counted = () if choice.person_id else tuple((each, _count(session, choice, each)) for each in Audience)
    if choice.content is CalendarContent.complete:
        held_back = 0 if choice.person_id else len(list_ids(session, choice.wanted)) - count
        return EventPreview(count, held_back, tuple(rows), counted)
    changes = {told.event_id: told.change for told in told_events(session, choice)}
    return EventPreview(count, 0, tuple(rows), counted, changes)


def _count(session: Session, choice: CalendarChoice, audience: Audience) -> int:
    if choice.content is CalendarContent.complete:
        return len(visible_ids(session, audience, choice.wanted))
    return len(told_events(session, replace(choice, audience=audience)))


def institutions(session: Session, wanted: PartnerFilter) -> PartnerPreview:
    """The partners that pass the filter."""
    ids = partners.list_ids(session, wanted)
    return PartnerPreview(len(ids), tuple(partners.fetch_rows(session, ids[:SHOWN])))


def comparison(session: Session, event_id: UUID, audience: Audience) -> Comparison | None:
    """An event beside what an audience gets of it today; None if it is gone."""
    for record in records(session, [event_id]):
        return compare(record, audience, today=session.today)
    return None


TEXT_FILES = (
    OutputFile("calendar", N_("Calendar entry")),
    OutputFile("table", N_("Line of a table")),
)
"""What can go out about any event."""


def output_files(session: Session, event_id: UUID) -> tuple[OutputFile, ...]:
    """The files that can go out about an event: calendar entry, table line, and the public documents that fit it."""
    from domain.rows.printing import PrintChoice
    from domain.usecases import print_menu

    fitting = print_menu.printables(session, PrintChoice(event_id=event_id))
    outgoing = (
        entry.document
        for entry in fitting
        if not entry.document.is_internal and DOCUMENTS[entry.document.name].needs is Needs.event
    )
    return (*TEXT_FILES, *(OutputFile(each.name, each.msgid, each.name) for each in outgoing))
