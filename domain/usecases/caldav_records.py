"""What we remember of calendar servers, outside the journal; and what should lie there now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import delete as delete_rows
from sqlmodel import col, select

from domain.exchange.calendar_event import EventWriter
from domain.exchange.calendar_resource import digest, resource, resource_name
from domain.i18n import Language
from domain.model import OutletCollection, OutletResource
from domain.region.kreise import kreise
from domain.rows.caldav import WHOLE, KnownCollection, KnownResource, Resource
from domain.rows.calendars import CalendarItem, TourStop
from domain.rows.outlets import OutletDraft, OutletRow, OutletRun
from domain.rows.published import PublishedEvent
from domain.rules import caldav_sync
from domain.store.session import Session
from domain.terms import TourShape
from domain.usecases import outlets
from domain.usecases.calendar_feed import feed, note_feed
from domain.usecases.outlet_records import choice

Wanted = dict[str, dict[str, Resource]]
"""Resources by collection (Kreis key, `WHOLE`) and name."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What became of a resource on the server: `row` as it lies there now, None = gone."""

    collection: str
    name: str
    row: KnownResource | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run did; see `OutletRun`."""

    written: int = 0
    removed: int = 0
    unchanged: int = 0
    waiting: int = 0
    trouble: str = ""


Placed = list[tuple[str, CalendarItem]]
"""Events, each with the collection in which it belongs."""


def leaving(session: Session, draft: OutletDraft) -> Placed:
    """What the outlet publishes, noted as leaving the house now; SEQUENCE rises where it must."""
    note_feed(session, choice(session, draft))
    return list(_placed(session, draft))


def wanted(placed: Iterable[tuple[str, CalendarItem]], language: Language, *, whole: bool = False) -> Wanted:
    """What should lie on the server: each Kreis' events in its collection.

    What belongs to no Kreis, such as an online event, is in `WHOLE`; with `whole` all events are there too. Kreise
    without events have an empty collection.
    """
    writer = EventWriter(language)
    made: Wanted = {kreis.ags: {} for kreis in kreise()}
    for key, event in placed:
        content = resource(writer, event)
        if content:
            each = Resource(event.uid, event.sequence, _title(event), content, digest(content))
            for collection in dict.fromkeys((key, WHOLE) if whole else (key,)):
                made.setdefault(collection, {})[resource_name(event.uid)] = each
    return made


def _title(item: CalendarItem) -> str:
    return item.event.title if isinstance(item, TourStop) else item.title


def waiting(session: Session, outlet: OutletRow, language: Language, *, whole: bool = False) -> int:
    """How many changes wait to be published on a calendar server, told without asking it."""
    known = resources(session, outlet.id)
    should = wanted(_placed(session, outlet.draft), language, whole=whole)
    return sum(
        caldav_sync.waiting(digests(should.get(key, {})), known.get(key, {})) for key in should.keys() | known.keys()
    )


def digests(some: Mapping[str, Resource]) -> dict[str, str]:
    """The digests of resources by name."""
    return {name: each.digest for name, each in some.items()}


def resources(session: Session, outlet_id: UUID) -> dict[str, dict[str, KnownResource]]:
    """What we last wrote on an outlet, by collection and name."""
    found: dict[str, dict[str, KnownResource]] = {}
    for row in session.exec(select(OutletResource).where(col(OutletResource.outlet_id) == outlet_id)):
        known = KnownResource(row.uid, row.etag, row.digest, row.sequence)
        found.setdefault(row.collection, {})[row.href] = known
    return found


def collections(session: Session, outlet_id: UUID) -> dict[str, KnownCollection]:
    """The collections of an outlet as we last saw them, by key."""
    rows = session.exec(select(OutletCollection).where(col(OutletCollection.outlet_id) == outlet_id))
    return {row.collection: KnownCollection(row.url, row.tag) for row in rows}


def note(session: Session, outlet_id: UUID, done: Iterable[Noted]) -> None:
    """Remember what was written or removed."""
    for each in done:
        key = (outlet_id, each.collection, each.name)
        row = each.row
        if row is not None:
            fresh = OutletResource(outlet_id=outlet_id, collection=each.collection, href=each.name)
            fresh.uid, fresh.etag, fresh.digest, fresh.sequence = row.uid, row.etag, row.digest, row.sequence
            session.merge(fresh)
        elif (old := session.get(OutletResource, key)) is not None:
            session.delete(old)
    session.announce("outlet_resource")


def note_collections(session: Session, outlet_id: UUID, seen: Mapping[str, KnownCollection]) -> None:
    """Remember collections and their tags."""
    for key, each in seen.items():
        session.merge(OutletCollection(outlet_id=outlet_id, collection=key, url=each.url, tag=each.tag))


def drop_collections(session: Session, outlet_id: UUID, keys: Iterable[str]) -> None:
    """Forget collections that are gone from the server, with all that lay in them."""
    gone = list(keys)
    for table in (OutletResource, OutletCollection):
        session.execute(delete_rows(table).where(col(table.outlet_id) == outlet_id, col(table.collection).in_(gone)))


def finish(session: Session, outlet_id: UUID, figures: Figures) -> OutletRun:
    """Keep how the run went, as of now."""
    run = OutletRun(
        session.now,
        written=figures.written,
        removed=figures.removed,
        unchanged=figures.unchanged,
        waiting=figures.waiting,
        trouble=figures.trouble[:2_000],
    )
    outlets.note_run(session, outlet_id, run)
    return run


def _placed(session: Session, draft: OutletDraft) -> Iterator[tuple[str, CalendarItem]]:
    asked = choice(session, draft)
    if draft.tours is TourShape.stops:
        for event in feed(session, asked):
            yield (event.place.kreis_ags if isinstance(event, PublishedEvent) else None) or WHOLE, event
        return
    # A tour's bar lies in every Kreis that it visits: only the feed knows in which.
    placed: set[str] = set()
    for kreis in kreise():
        for event in feed(session, replace(asked, wanted=replace(asked.wanted, kreise=(kreis.ags,)))):
            placed.add(event.uid)
            yield kreis.ags, event
    for event in feed(session, asked):
        if event.uid not in placed:
            yield WHOLE, event
