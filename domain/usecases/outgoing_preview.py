"""What an export would hold, before anything is written: how many, and the first ones as the audience gets them."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from domain.documents import DOCUMENTS, Needs
from domain.i18n import N_
from domain.rows.filters import EventFilter, PartnerFilter
from domain.rows.outgoing import Comparison, OutputFile
from domain.rows.partners import PartnerRow
from domain.rows.published import PublishedEvent
from domain.rules.outgoing_comparison import compare
from domain.store.session import Session
from domain.terms import Audience
from domain.usecases import partners
from domain.usecases.event_rows import list_ids
from domain.usecases.published import published, records

SHOWN = 100
"""How many rows a preview shows at most."""


@dataclass(frozen=True, slots=True)
class EventPreview:
    """So many events go out, so many that pass the filter stay in the house; the first ones as they arrive."""

    count: int
    held_back: int
    rows: tuple[PublishedEvent, ...]


@dataclass(frozen=True, slots=True)
class PartnerPreview:
    """So many institutions go out; the first ones."""

    count: int
    rows: tuple[PartnerRow, ...]


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
