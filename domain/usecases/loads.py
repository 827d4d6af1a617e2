"""How much the people of the house are booked, month by month."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_
from sqlalchemy import select as select_columns
from sqlmodel import col

from domain.model import Assignment, Event, Staff
from domain.rules.capacity import month_of
from domain.rules.conflicts.appointment import TAKING_PART
from domain.store.session import Session
from domain.terms import BERLIN
from domain.usecases.event_rows import midnight


def booked(session: Session, since: date) -> dict[tuple[UUID, date], tuple[UUID, ...]]:
    """The events of everybody with a limit, by person and month (its first day), in the order of booking.

    Months from that of `since` on. Events count from the idea on if they have a date, once for each person, whatever
    the roles. Ids are UUIDv7, so their order is that in which the events were made.
    """
    query = _assigned(since).join(Staff, col(Staff.id) == col(Assignment.staff_id))
    return _by_month(session, query.where(col(Staff.capacity_per_month).is_not(None)))


def used(session: Session, since: date) -> dict[tuple[UUID, date], int]:
    """How many events everybody has in each month from that of `since` on."""
    return {key: len(events) for key, events in _by_month(session, _assigned(since)).items()}


def _assigned(since: date) -> Any:  # noqa: ANN401 - a query
    first = month_of(since)
    return (
        select_columns(col(Assignment.staff_id), col(Event.id), col(Event.starts_at), col(Event.first_day))
        .distinct()
        .join(Event, col(Event.id) == col(Assignment.event_id))
        .where(
            or_(col(Event.starts_at) >= midnight(first), col(Event.first_day) >= first),
            col(Event.state).in_(TAKING_PART),
            col(Event.is_template).is_(False),
        )
        .order_by(col(Event.id))
    )


def _by_month(session: Session, query: Any) -> dict[tuple[UUID, date], tuple[UUID, ...]]:  # noqa: ANN401 - the same query
    found: dict[tuple[UUID, date], list[UUID]] = {}
    for staff_id, event_id, starts_at, first_day in session.execute(query):
        day = starts_at.astimezone(BERLIN).date() if starts_at is not None else first_day
        found.setdefault((staff_id, month_of(day)), []).append(event_id)
    return {key: tuple(events) for key, events in found.items()}
