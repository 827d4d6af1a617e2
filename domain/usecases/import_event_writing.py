"""Many new events at once: one statement for each table instead of several for each event."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from domain.model import FACT_TABLES, Event, EventTargetGroup, EventTopic
from domain.model.columns import uuid7
from domain.rows.events import FACTS_OF_KIND, Count, EventDraft
from domain.rules.local import first_day_of
from domain.store.session import Session
from domain.usecases.event_columns import columns_of
from domain.usecases.numbering import give_identities
from domain.usecases.places import with_place

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel import SQLModel


def add_events(session: Session, drafts: Sequence[EventDraft]) -> None:
    """Add events that were validated, with their topics, target groups and the facts of their kind."""
    if not drafts:
        return
    stamp: dict[str, Any] = {"created_at": session.now, "updated_at": session.now, "version": 1}
    rows: dict[type[SQLModel], list[dict[str, Any]]] = defaultdict(list)
    years: dict[UUID, int] = {}
    for draft in drafts:
        event_id = uuid7()
        owner = {"event_id": event_id}
        years[event_id] = (first_day_of(draft) or session.today).year
        rows[Event].append({**columns_of(with_place(session, draft)), **stamp, "id": event_id})
        rows[EventTopic] += [{**owner, "topic_id": topic} for topic in draft.topic_ids]
        rows[EventTargetGroup] += [{**owner, **asdict(Count(group))} for group in draft.target_group_ids]
        table = FACT_TABLES.get(draft.kind)
        if table is not None:
            rows[table].append({**owner, **asdict(FACTS_OF_KIND[draft.kind]())})
    for table, values in rows.items():
        if values:
            session.connection().execute(table.__table__.insert(), values)  # type: ignore[attr-defined]  # every table class has it
    give_identities(session, years)
