"""Event drafts to table columns and back."""

from dataclasses import asdict, fields
from datetime import UTC
from typing import Any, TypeAlias
from uuid import UUID

from sqlmodel import SQLModel, col, select

from domain.model import (
    FACT_TABLES,
    Assignment,
    Event,
    EventEquipment,
    EventOutsider,
    EventPartner,
    EventPublication,
    EventTargetGroup,
    EventTopic,
    TrafficTable,
    TrainingOfficeTable,
)
from domain.rows.events import (
    FACTS_OF_KIND,
    AssignmentDraft,
    Count,
    EventDraft,
    HandOut,
    KindFacts,
    OfficeCount,
    OutsiderDraft,
    TrafficFacts,
)
from domain.store.session import Session
from domain.terms import BERLIN, EventKind
from domain.usecases.records import add_rows, put_links, put_list

_Part: TypeAlias = tuple[type[SQLModel], list[dict[str, Any]]]
"""A table and the rows that it holds of an event."""

LINKED = frozenset(
    {
        *("topic_ids", "target_group_ids", "equipment_ids", "partner_ids", "assignments", "outsiders", "counts"),
        *("publications", "offices", "traffic", "facts"),
    }
)
"""Draft fields that live in tables of their own."""


def columns_of(draft: EventDraft) -> dict[str, Any]:
    """The draft's values for the event table itself; days or instants are dropped, whichever does not count."""
    values = {field.name: getattr(draft, field.name) for field in fields(draft) if field.name not in LINKED}
    for name in ("starts_at", "ends_at"):
        values[name] = values[name].astimezone(UTC) if values[name] else None
    values["languages"] = ",".join(draft.languages)
    values["kreis_ags"] = draft.ags[:5] if draft.ags else None
    for name in ("starts_at", "ends_at") if draft.all_day else ("first_day", "last_day"):
        values[name] = None
    return values


def put_parts(session: Session, event_id: UUID, draft: EventDraft) -> bool:
    """Make everything that hangs on an event be what the draft says; returns whether anything changed.

    Raises:
        ConflictError: a topic, partner, person … that the draft names has been deleted meanwhile.
    """
    owner = {"event_id": event_id}
    changed = [put_links(session, table, owner, rows) for table, rows in _links(draft)]
    changed += [put_list(session, table, owner, rows) for table, rows in _people(draft)]
    changed += [put_links(session, table, owner, rows) for table, rows in _facts(draft)]
    return any(changed)


def add_parts(session: Session, event_id: UUID, draft: EventDraft) -> None:
    """Add everything that hangs on an event made just now.

    Raises:
        ConflictError: as `put_parts`.
    """
    add_rows(session, {"event_id": event_id}, [*_links(draft), *_people(draft), *_facts(draft)])


def _links(draft: EventDraft) -> list[_Part]:
    counts = {count.target_group_id: count for count in draft.counts}
    groups = dict.fromkeys((*draft.target_group_ids, *counts))
    return [
        (EventTopic, [{"topic_id": topic} for topic in dict.fromkeys(draft.topic_ids)]),
        (EventTargetGroup, [asdict(counts.get(group, Count(target_group_id=group))) for group in groups]),
        (EventEquipment, [{"equipment_id": item} for item in dict.fromkeys(draft.equipment_ids)]),
        (EventPartner, [{"partner_id": item} for item in dict.fromkeys(draft.partner_ids)]),
        (EventPublication, [asdict(item) for item in draft.publications]),
        (TrafficTable, [asdict(draft.traffic)] if draft.traffic else []),
    ]


def _people(draft: EventDraft) -> list[_Part]:
    return [
        (Assignment, [asdict(item) for item in dict.fromkeys(draft.assignments)]),
        (EventOutsider, [asdict(item) for item in dict.fromkeys(draft.outsiders)]),
        (TrainingOfficeTable, [asdict(item) for item in dict.fromkeys(draft.offices)]),
    ]


def _facts(draft: EventDraft) -> list[_Part]:
    """The facts of the draft's kind, and of no other; written with their defaults too, so that each event has a row."""
    wanted = FACT_TABLES.get(draft.kind)
    parts: list[_Part] = []
    for table in dict.fromkeys((wanted, *FACT_TABLES.values())):
        if table is not None:
            facts = draft.facts or FACTS_OF_KIND[draft.kind]() if table is wanted else None
            parts.append((table, [asdict(facts)] if facts else []))
    return parts


def draft_of(session: Session, event: Event) -> EventDraft:
    """The editable content of an event, with everything that hangs on it."""
    own = {
        field.name: getattr(event, field.name)
        for field in fields(EventDraft)
        if field.name not in LINKED and field.name != "languages"
    }
    for name in ("starts_at", "ends_at"):
        own[name] = own[name].astimezone(BERLIN) if own[name] else None
    groups = session.exec(select(EventTargetGroup).where(EventTargetGroup.event_id == event.id)).all()
    topics = session.exec(select(EventTopic).where(EventTopic.event_id == event.id)).all()
    equipment = session.exec(select(EventEquipment).where(EventEquipment.event_id == event.id)).all()
    partners = session.exec(select(EventPartner).where(EventPartner.event_id == event.id)).all()
    people = session.exec(select(Assignment).where(Assignment.event_id == event.id).order_by(Assignment.id)).all()  # type: ignore[arg-type]  # a column here
    outside = session.exec(select(EventOutsider).where(EventOutsider.event_id == event.id).order_by(EventOutsider.id))  # type: ignore[arg-type]  # a column here
    return EventDraft(
        **own,
        languages=tuple(part for part in event.languages.split(",") if part),
        topic_ids=tuple(link.topic_id for link in topics),
        target_group_ids=tuple(link.target_group_id for link in groups),
        equipment_ids=tuple(link.equipment_id for link in equipment),
        partner_ids=tuple(link.partner_id for link in partners),
        assignments=tuple(AssignmentDraft(person.staff_id, person.role) for person in people),
        outsiders=tuple(OutsiderDraft(**each.model_dump(exclude={"id", "event_id"})) for each in outside),
        counts=tuple(
            Count(link.target_group_id, link.expected, link.actual)
            for link in groups
            if link.expected is not None or link.actual is not None
        ),
        publications=_publications(session, event.id),
        offices=_offices(session, event.id),
        traffic=_traffic(session, event.id),
        facts=facts_of(session, event.kind, event.id),
    )


def _publications(session: Session, event_id: UUID) -> tuple[HandOut, ...]:
    query = select(EventPublication).where(EventPublication.event_id == event_id)
    return tuple(HandOut(link.publication_id, link.planned, link.handed_out) for link in session.exec(query))


def _offices(session: Session, event_id: UUID) -> tuple[OfficeCount, ...]:
    query = select(TrainingOfficeTable).where(TrainingOfficeTable.event_id == event_id)
    found = session.exec(query.order_by(col(TrainingOfficeTable.id)))
    return tuple(OfficeCount(each.partner_id, each.words, each.participants) for each in found)


def _traffic(session: Session, event_id: UUID) -> TrafficFacts | None:
    found = session.get(TrafficTable, event_id)
    return TrafficFacts(found.cause, found.black_spot) if found else None


def facts_of(session: Session, kind: EventKind, event_id: UUID) -> KindFacts | None:
    """What only this kind has, None for kinds without facts of their own."""
    table, shape = FACT_TABLES.get(kind), FACTS_OF_KIND.get(kind)
    if table is None or shape is None:
        return None
    found = session.get(table, event_id)
    if found is None:
        return shape()
    return shape(**{field.name: getattr(found, field.name) for field in fields(shape)})
