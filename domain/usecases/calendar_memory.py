"""Which entries of other programs' calendars are known here, and as which events."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from sqlmodel import col, select

from domain.exchange.calendar_event import location_text
from domain.model import Event, EventIdentity, ImportedEvent
from domain.rows.calendar_import import CalendarEntry
from domain.store.session import Session
from domain.terms import Audience
from domain.usecases.published import published_events
from domain.usecases.records import change as change_record
from domain.usecases.records import insert

_CHUNK = 400
_LONGEST = 300
_TEXT_IN = "text_in"


@dataclass(frozen=True, slots=True)
class Known:
    """An event that an entry is known as, and what was last read of it.

    `said` are fingerprints by field; it is empty for our own event that comes back, which was never read: of it,
    `place` is what the calendar said of its place.
    """

    event: Event
    said: Mapping[str, str]
    text_in: str
    sequence: int
    modified: datetime | None
    place: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it is an event of this workspace that went out and comes back."""
        return not self.said


def uid_key(uid: str) -> str:
    """A UID as it is kept; one that is too long by its digest."""
    return uid if len(uid) <= _LONGEST else sha256(uid.encode("utf-8", "replace")).hexdigest()


def known(session: Session, entries: Sequence[CalendarEntry]) -> dict[tuple[str, str], Known]:
    """What is known of these entries, by UID and recurrence."""
    uids = sorted({uid_key(entry.uid) for entry in entries if entry.uid})
    found = {(row.uid, row.recurrence): row for row in _read(session, uids)}
    own = dict(_own(session, uids))
    shown = published_events(session, sorted(own.values()), Audience.internal)
    places = {key: location_text(event.place) for key, event in shown.items()}
    events = _events(session, {row.event_id for row in found.values()} | set(own.values()))
    identities = _sequences(session, own.values())
    result = {
        (uid, ""): _as_own(events[key], identities[key], places.get(key, ""))
        for uid, key in own.items()
        if key in events
    }
    for key, row in found.items():
        if row.event_id in events:
            result[key] = _as_read(events[row.event_id], row)
    return result


def _as_own(event: Event, sequence: int, place: str) -> Known:
    return Known(event, {}, "", sequence, event.updated_at.replace(microsecond=0), place)


def _as_read(event: Event, row: ImportedEvent) -> Known:
    said = json.loads(row.said)
    return Known(event, said, str(said.pop(_TEXT_IN, "internal_notes")), row.sequence, row.modified)


def _chunks(keys: Sequence[object]) -> Iterator[Sequence[object]]:
    for start in range(0, len(keys), _CHUNK):
        yield keys[start : start + _CHUNK]


def _read(session: Session, uids: Sequence[str]) -> Iterator[ImportedEvent]:
    for chunk in _chunks(uids):
        yield from session.exec(select(ImportedEvent).where(col(ImportedEvent.uid).in_(chunk)))


def _own(session: Session, uids: Sequence[str]) -> Iterator[tuple[str, UUID]]:
    for chunk in _chunks(uids):
        query = select(EventIdentity.uid, EventIdentity.event_id).where(col(EventIdentity.uid).in_(chunk))
        yield from session.exec(query)


def _sequences(session: Session, ids: Iterable[UUID]) -> dict[UUID, int]:
    found: dict[UUID, int] = {}
    for chunk in _chunks(sorted(ids)):
        query = select(EventIdentity.event_id, EventIdentity.sequence).where(col(EventIdentity.event_id).in_(chunk))
        found.update(session.exec(query).all())
    return found


def _events(session: Session, ids: Iterable[UUID]) -> dict[UUID, Event]:
    found: dict[UUID, Event] = {}
    for chunk in _chunks(sorted(ids)):
        found |= {event.id: event for event in session.exec(select(Event).where(col(Event.id).in_(chunk)))}
    return found


def remember(session: Session, entry: CalendarEntry, event_id: UUID, said: Mapping[str, str], text_in: str) -> None:
    """Keep what the file said of an event; it belongs to the step of the import, so that undo takes both back."""
    values = {
        "event_id": event_id,
        "sequence": entry.sequence,
        "modified": entry.modified,
        "said": json.dumps({**said, _TEXT_IN: text_in}),
    }
    key = {"uid": uid_key(entry.uid), "recurrence": entry.recurrence}
    present = session.exec(select(ImportedEvent).filter_by(**key)).first()
    if present is None:
        insert(session, ImportedEvent, key | values)
    else:
        change_record(session, present, None, values)
