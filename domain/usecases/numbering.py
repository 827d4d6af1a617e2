"""What an event is called outside the house: human number, UID and SEQUENCE, never undone, never given twice."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlmodel import col, select

from domain.model import Counter, EventIdentity
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

_TOLD = " ".join(f"when '{state}' then '{told}'" for state, told in _TELLS.items())
_MARKS = f"""
select e.id, i.sequence, i.sent,
       case when e.all_day then coalesce(e.first_day, '') || '|' || coalesce(e.last_day, '')
            else coalesce(e.starts_at, '') || '|' || coalesce(e.ends_at, '') end
       || '|' || coalesce(e.ags, '')
       || '|' || case e.place_kind when 'site' then coalesce(s.name, e.place_name)
                                   when 'partner' then coalesce(p.name, e.place_name) else e.place_name end
       || '|' || case e.place_kind when 'site' then coalesce(nullif(s.town, ''), e.town)
                                   when 'partner' then coalesce(nullif(p.town, ''), e.town) else e.town end
       || '|' || e.street || '|' || e.postcode || '|' || e.online_url
       || '|' || case e.state {_TOLD} else e.state end
       || '|' || case when e.host_confidential then '' else e.audience end
from event e join event_identity i on i.event_id = e.id
left join site s on s.id = e.site_id left join partner p on p.id = e.place_partner_id
where e.id in (select value from json_each(?))
"""  # noqa: S608 - made of the members of an enum
"""Events with time, place and state as one text, and for whom they are: to readers who lose sight of one it is off.

If it differs from what last went out, SEQUENCE rises.

Text edits do not count: a typo mended must not reset people's answers (RFC 5546, 2.1.4).
"""

_NOTE = "update event_identity set sequence = ?, sent = ?, sent_at = ? where event_id = ?"


def raise_sequences(session: Session, event_ids: Sequence[UUID]) -> dict[UUID, int]:
    """Note that these events leave the house now; returns their SEQUENCE as it goes out.

    SEQUENCE rises for every event whose time, place or state differs from what last went out, also after an undo.
    """
    connection = session.raw()
    sequences: dict[UUID, int] = {}
    moment = session.now.replace(tzinfo=None).isoformat(" ", "microseconds")
    for start in range(0, len(event_ids), CHUNK):
        asked = json.dumps([key.hex for key in event_ids[start : start + CHUNK]])
        fresh = []
        for key, sequence, sent, mark in connection.execute(_MARKS, (asked,)):
            going_out = sequence + 1 if sent and sent != mark else sequence
            sequences[UUID(key)] = going_out
            if sent != mark:
                fresh.append((going_out, mark, moment, key))
        connection.executemany(_NOTE, fresh)
    return sequences


GONE = "gone"
"""Stands in `sent` once the cancellation of a deleted event went out."""


def note_gone(session: Session, event_ids: Collection[UUID]) -> None:
    """Note that deleted events are called off outside; SEQUENCE rises once, and again should they come back."""
    moment = session.now.replace(tzinfo=None).isoformat(" ", "microseconds")
    lines = [(GONE, moment, key.hex, GONE) for key in event_ids]
    session.raw().executemany(_NOTE_GONE, lines)


_NOTE_GONE = "update event_identity set sequence = sequence + 1, sent = ?, sent_at = ? where event_id = ? and sent <> ?"


@dataclass(frozen=True, slots=True)
class SentRow:
    """With which SEQUENCE an event last went out, how it stood then, and when that was noted."""

    sequence: int
    sent: str
    sent_at: datetime | None


def identities_of(session: Session, event_ids: Collection[UUID]) -> dict[UUID, SentRow]:
    """What last went out of these events, also of deleted ones."""
    query = select(
        col(EventIdentity.event_id), col(EventIdentity.sequence), col(EventIdentity.sent), col(EventIdentity.sent_at)
    ).where(col(EventIdentity.event_id).in_(event_ids))
    return {key: SentRow(*line) for key, *line in session.execute(query)}


def give_identities(session: Session, years: Mapping[UUID, int]) -> None:
    """Give many new events (id -> year) their numbers and UIDs, in this order."""
    rows = [
        {"event_id": event_id, "number": next_number(session, year), "uid": f"{uuid4()}@{UID_DOMAIN}", "sequence": 0}
        for event_id, year in years.items()
    ]
    session.flush()
    if rows:
        session.execute(insert(EventIdentity), rows)
