"""What was published in a folder, outside the journal: which files, which events in them, and what waits since."""

from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from domain.model import OutletCollection, OutletResource
from domain.rows.calendars import CalendarChoice
from domain.rows.filters import EventFilter
from domain.rows.outlets import FeedRow, OutletDraft, OutletRow, PublishedFile
from domain.rules import outlet_files
from domain.rules.outlet_files import WHOLE
from domain.store.session import Session
from domain.terms import BERLIN
from domain.usecases.calendar_feed import feed

_KEEP = (
    "insert or replace into outlet_resource (outlet_id, collection, href, uid, etag, digest, sequence)"
    " values (?, ?, ?, ?, '', ?, 0)"
)
_DROP_EVENTS = "delete from outlet_resource where outlet_id = ? and collection = ? and uid <> ''"
_DROP_FILE = "delete from outlet_resource where outlet_id = ? and href = ? and uid = ''"


def choice(
    session: Session, draft: OutletDraft, collection: str = WHOLE, row: OutletRow | None = None
) -> CalendarChoice:
    """Which events a calendar of an outlet holds; with `row` those of the days of its last run."""
    day = row.last_run.finished_at.astimezone(BERLIN).date() if row and row.last_run else session.today
    first, last = outlet_files.window(day)
    kreise = (collection,) if collection else ()
    return CalendarChoice(
        draft.audience, EventFilter(dated=True, first=first, last=last, kreise=kreise), tours=draft.tours
    )


def digest(item: object) -> str:
    """What tells one state of an event from another, whatever the language it is written in."""
    return sha256(repr(item).encode()).hexdigest()


def waiting(session: Session, outlet: OutletRow) -> int:
    """How many events differ from what was last published in a folder.

    The days are those of the last run: that time passes is no change that somebody has to publish.
    """
    query = select(OutletResource.uid, OutletResource.digest).where(
        col(OutletResource.outlet_id) == outlet.id,
        col(OutletResource.collection) == WHOLE,
        col(OutletResource.uid) != "",
    )
    planned = feed(session, choice(session, outlet.draft, row=outlet))
    return outlet_files.waiting(dict(session.exec(query).all()), {item.uid: digest(item) for item in planned})


def known_files(session: Session, outlet_id: UUID) -> dict[str, str]:
    """The files we have written and not removed: their digests by path."""
    query = select(OutletResource.href, OutletResource.digest).where(
        col(OutletResource.outlet_id) == outlet_id, col(OutletResource.uid) == ""
    )
    return dict(session.exec(query).all())


def note_files(session: Session, outlet_id: UUID, written: Iterable[PublishedFile], removed: Iterable[str]) -> None:
    """Remember what lies in the folder now."""
    connection, key = session.raw(), outlet_id.hex
    for path in removed:
        connection.execute(_DROP_FILE, (key, path))
    for file in written:
        connection.execute(_DROP_FILE, (key, file.path))
        lines = [(key, file.collection, file.path, "", sha256(file.content).hexdigest())]
        if file.events is not None:
            connection.execute(_DROP_EVENTS, (key, file.collection))
            lines += [(key, file.collection, uid, uid, mark) for uid, mark in file.events]
        connection.executemany(_KEEP, lines)
    session.announce("outlet_resource")


def feeds(session: Session, outlet: OutletRow) -> tuple[FeedRow, ...]:
    """The calendars an outlet's folder offers, all of the state first, with how many events were published in each."""
    counts = _counts(session, outlet.id)
    known = known_files(session, outlet.id)
    first, *others = reversed(outlet_files.collections())
    return tuple(_feed_row(outlet.draft, key, known, counts) for key in (first, *reversed(others)))


def collections(session: Session, outlet: OutletRow) -> tuple[FeedRow, ...]:
    """The collections of a calendar server as we last saw them."""
    counts = _counts(session, outlet.id)
    query = select(OutletCollection).where(col(OutletCollection.outlet_id) == outlet.id)
    return tuple(
        FeedRow(found.collection or None, found.url, found.url, "", counts.get(found.collection, 0))
        for found in session.exec(query.order_by(col(OutletCollection.collection)))
    )


def _counts(session: Session, outlet_id: UUID) -> dict[str, int]:
    query = (
        select(OutletResource.collection, func.count())
        .where(col(OutletResource.outlet_id) == outlet_id, col(OutletResource.uid) != "")
        .group_by(col(OutletResource.collection))
    )
    return dict(session.exec(query).all())


def _feed_row(draft: OutletDraft, key: str, known: dict[str, str], counts: dict[str, int]) -> FeedRow:
    path = outlet_files.feed_path(draft.audience, key)
    address = outlet_files.web_address(draft.public_address, path)
    return FeedRow(
        kreis_ags=key or None,
        place=path,
        address=address,
        subscription=outlet_files.subscription_address(address),
        events=counts.get(key, 0) if path in known else None,
    )
