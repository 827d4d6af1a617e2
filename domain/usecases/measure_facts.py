"""What only single kinds of events have, with names instead of ids: for the house's own tables and briefings."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.model import Event, Partner, Qualification, TrafficTable, TrainingOfficeTable
from domain.model.facts import (
    ConsultationTable,
    InformationTable,
    LectureTable,
    OnlineTable,
    PatrolTable,
    TrainingTable,
)
from domain.rows.published import MeasureFacts
from domain.rules.local import minutes_between
from domain.store.session import Session
from domain.terms import EventKind

_TABLES: tuple[tuple[EventKind, Any, tuple[str, ...]], ...] = (
    (EventKind.consultation, ConsultationTable, ("advice_field", "talks")),
    (EventKind.joint_patrol, PatrolTable, ("police_officers", "ordnungsamt_officers", "checks", "focus")),
    (EventKind.training, TrainingTable, ("aims", "valid_months")),
    (EventKind.information_event, InformationTable, ("occasion", "stands", "rain_plan")),
    (EventKind.lecture, LectureTable, ("occasion",)),
    (EventKind.online, OnlineTable, ("channel", "reach")),
)
"""What is taken over as it stands in the table of a kind."""


def facts_of(session: Session, events: Sequence[Event]) -> dict[UUID, MeasureFacts]:
    """The facts of each event, by its id; only tables of kinds that occur are read."""
    by_id = {event.id: event for event in events}
    found = {event.id: MeasureFacts(place_category=event.place_category) for event in events}
    for kind, table, names in _TABLES:
        ids = [event.id for event in events if event.kind is kind]
        for row in _rows(session, table, ids):
            values = {name: getattr(row, name) for name in names}
            found[row.event_id] = replace(found[row.event_id], **values, **_worked_out(row, by_id[row.event_id]))
    for row in _rows(session, TrafficTable, list(by_id)):
        found[row.event_id] = replace(found[row.event_id], cause=row.cause, black_spot=row.black_spot)
    return _named(session, found, [event.id for event in events if event.kind is EventKind.training], events)


def _rows(session: Session, table: Any, ids: list[UUID]) -> Iterable[Any]:  # noqa: ANN401 - any table of facts
    return session.exec(select(table).where(col(table.event_id).in_(ids))) if ids else ()


def _worked_out(row: Any, event: Event) -> dict[str, Any]:  # noqa: ANN401 - a row of any table of facts
    """What is called otherwise here, or follows from the row."""
    if isinstance(row, ConsultationTable):
        return {"talk_minutes": row.minutes}
    if isinstance(row, OnlineTable):
        return {"channel_name": row.channel_words}
    if isinstance(row, PatrolTable):
        if event.all_day or event.starts_at is None or event.ends_at is None:
            return {}
        minutes = minutes_between(event.starts_at, event.ends_at)
        return {
            f"{side}_minutes": people * minutes
            for side, people in (("police", row.police_officers), ("ordnungsamt", row.ordnungsamt_officers))
            if people is not None
        }
    return {}


def _named(
    session: Session, found: dict[UUID, MeasureFacts], trainings: list[UUID], events: Sequence[Event]
) -> dict[UUID, MeasureFacts]:
    """The facts with the names of qualifications, offices, and the events that contributions are about."""
    for event_id, name in _names(session, TrainingTable, "qualification_id", Qualification.name, trainings):
        found[event_id] = replace(found[event_id], qualification=name)
    posts = [event.id for event in events if event.kind is EventKind.online]
    for event_id, title in _names(session, OnlineTable, "about_id", Event.title, posts):
        found[event_id] = replace(found[event_id], about=title)
    if trainings:
        query = (
            select(TrainingOfficeTable, Partner.name)
            .join(Partner, col(Partner.id) == col(TrainingOfficeTable.partner_id), isouter=True)
            .where(col(TrainingOfficeTable.event_id).in_(trainings))
            .order_by(col(TrainingOfficeTable.id))
        )
        for row, name in session.exec(query):
            office = (name or row.words, row.participants)
            found[row.event_id] = replace(found[row.event_id], offices=(*found[row.event_id].offices, office))
    return found


def _names(session: Session, table: Any, key: str, name: Any, ids: list[UUID]) -> Iterable[tuple[UUID, str]]:  # noqa: ANN401 - any table of facts
    if not ids:
        return ()
    query = select(col(table.event_id), col(name)).join(name.class_, col(name.class_.id) == col(getattr(table, key)))
    return session.exec(query.where(col(table.event_id).in_(ids)))
