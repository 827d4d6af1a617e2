"""What an event is called outside the house: human number, UID and SEQUENCE, never undone, never given twice."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from sqlalchemy import insert, select, update
from sqlmodel import col

from domain.model import Counter, Event, EventIdentity
from domain.rows.events import EventRow
from domain.store.session import Session
from domain.terms import EventState

CHUNK = 5000

UID_DOMAIN = "landauf.sachsen-anhalt.example"
"""Right-hand side of UIDs (RFC 7986 advises globally unique names; the reserved domain names nobody's server)."""


def next_number(session: Session, year: int) -> str:
    """The next human number of a year: 2026-0147."""
    return f"{year}-{_counted(session, f'event-{year}'):04d}"


def next_concern_number(session: Session, year: int) -> str:
    """The next number of a citizen's concern raised in a year: A-2027-0012, for the card the citizen takes along."""
    return f"A-{year}-{_counted(session, f'concern-{year}'):04d}"


def _counted(session: Session, name: str) -> int:
    counter = session.get(Counter, name)
    if counter is None:
        counter = Counter(name=name, value=0)
    counter.value += 1
    session.add(counter)
    return counter.value


def give_identity(session: Session, event_id: UUID, year: int) -> EventIdentity:
    """Give a new event its number and UID; both stay with it for ever."""
    identity = EventIdentity(
        event_id=event_id, number=next_number(session, year), uid=f"{uuid4()}@{UID_DOMAIN}", sequence=0
    )
    session.add(identity)
    session.flush()
    return identity


_TELLS = {
    EventState.idea: EventState.tentative,
    EventState.requested: EventState.tentative,
    EventState.held: EventState.confirmed,
    EventState.reviewed: EventState.confirmed,
}
"""States that look the same from outside, by the one that stands for them."""


def outgoing_mark(row: EventRow, address: Sequence[str]) -> str:
    """Time, place (`address` are the lines of it that the row lacks) and state of an event as one text.

    If it differs from what last went out, SEQUENCE rises. Text edits do not count: a typo mended must not reset
    people's answers (RFC 5546, 2.1.4).
    """
    start = row.first_day if row.all_day else row.starts_at
    end = row.last_day if row.all_day else row.ends_at
    times = (start.isoformat() if start else "", end.isoformat() if end else "")
    return "|".join((*times, row.ags or "", row.place, *address, _TELLS.get(row.state, row.state).value))


def raise_sequences(session: Session, rows: Sequence[EventRow]) -> dict[UUID, int]:
    """Note that these events leave the house now; returns their SEQUENCE as it goes out.

    SEQUENCE rises for every event whose time, place or state differs from what last went out, also after an undo.
    """
    sequences: dict[UUID, int] = {}
    fresh: list[dict[str, object]] = []
    for start in range(0, len(rows), CHUNK):
        chunk = {row.id: row for row in rows[start : start + CHUNK]}
        for event_id, sent, sequence, *address in session.execute(_LAST_SENT.where(col(Event.id).in_(chunk))):
            mark = outgoing_mark(chunk[event_id], address)
            sequences[event_id] = sequence + 1 if sent and sent != mark else sequence
            if sent != mark:
                values = {"event_id": event_id, "sequence": sequences[event_id], "sent": mark, "sent_at": session.now}
                fresh.append(values)
    if fresh:
        session.execute(update(EventIdentity), fresh)
    return sequences


_LAST_SENT = select(
    col(Event.id),
    col(EventIdentity.sent),
    col(EventIdentity.sequence),
    col(Event.street),
    col(Event.postcode),
    col(Event.online_url),
).join(EventIdentity, col(EventIdentity.event_id) == col(Event.id))


def give_identities(session: Session, years: Mapping[UUID, int]) -> None:
    """Give many new events (id -> year) their numbers and UIDs, in this order."""
    rows = [
        {"event_id": event_id, "number": next_number(session, year), "uid": f"{uuid4()}@{UID_DOMAIN}", "sequence": 0}
        for event_id, year in years.items()
    ]
    session.flush()
    if rows:
        session.execute(insert(EventIdentity), rows)
