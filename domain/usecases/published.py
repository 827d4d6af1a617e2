"""Full records of events, and what of them each audience may see: the source of every export and print."""

import json
from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.model import Event
from domain.rows.filters import EventFilter
from domain.rows.published import EventRecord, MeasureFacts, PublishedEvent
from domain.rules import audience as audiences
from domain.store import full_lines
from domain.store.full_lines import Beside
from domain.store.session import Session
from domain.terms import Audience
from domain.usecases import agenda, measure_facts
from domain.usecases.confidential import confidential_names
from domain.usecases.event_rows import list_ids

_WITH_ITEMS = "select distinct event_id from agenda_item where event_id in (select value from json_each(?))"
CHUNK = 400


def published(session: Session, audience: Audience, wanted: EventFilter | None = None) -> Iterator[PublishedEvent]:
    """What an audience may see of the events that pass the filter, in its order, a few hundred at a time in memory."""
    return published_of(session, list_ids(session, wanted or EventFilter(dated=True)), audience)


def published_of(session: Session, ids: Sequence[UUID], audience: Audience) -> Iterator[PublishedEvent]:
    """What an audience may see of these events, in their order; what it may not see is left out."""
    for record in records(session, ids, audience):
        shown = audiences.publish(record, audience, today=session.today)
        if shown is not None:
            yield shown


def visible_ids(session: Session, audience: Audience, wanted: EventFilter | None = None) -> list[UUID]:
    """Which events `published` gives, in the same order, without reading all that they hold."""
    ids = list_ids(session, wanted or EventFilter(dated=True))
    found = full_lines.standings(session.raw(), ids)
    return [
        key for key in ids if key in found and not audiences.why_kept_back(found[key], audience, today=session.today)
    ]


def published_event(session: Session, event_id: UUID, audience: Audience) -> PublishedEvent | None:
    """What an audience may see of one event; None = nothing."""
    for record in records(session, [event_id], audience):
        return audiences.publish(record, audience, today=session.today)
    return None


def published_events(session: Session, event_ids: Sequence[UUID], audience: Audience) -> dict[UUID, PublishedEvent]:
    """What an audience may see of these events, by id; what it may not see is left out."""
    return {event.id: event for event in published_of(session, event_ids, audience)}


def records(session: Session, ids: Sequence[UUID], audience: Audience = Audience.public) -> Iterator[EventRecord]:
    """The full internal records of these events, in order; only `rules.audience` may read them on.

    What only single kinds have is read for the house alone: nobody else ever sees it.
    """
    connection, names = session.raw(), confidential_names(session)
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        facts = _facts(session, chunk) if audience is Audience.internal else {}
        yield from full_lines.full_records(connection, chunk, Beside(_agendas(session, chunk), facts, names))


def _facts(session: Session, ids: Sequence[UUID]) -> dict[UUID, MeasureFacts]:
    events = list(session.exec(select(Event).where(col(Event.id).in_(ids))))
    found = measure_facts.facts_of(session, events)
    session.expunge_all()
    return found


def _agendas(session: Session, ids: Sequence[UUID]) -> dict[UUID, str]:
    """The agendas made of items; few events have one."""
    lines = session.raw().execute(_WITH_ITEMS, (json.dumps([key.hex for key in ids]),))
    with_items = [UUID(key) for (key,) in lines]
    return agenda.texts(session, with_items) if with_items else {}
