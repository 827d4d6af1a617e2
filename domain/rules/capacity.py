"""Whether somebody is booked for more events in a month than is agreed."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def is_beyond(event_id: UUID, booked: Sequence[UUID], capacity: int) -> bool:
    """Whether this event is one too many; `booked` are the month's events in the order in which they were booked.

    Those booked last are too many; an event that is not booked yet comes after all others.
    """
    order = list(booked) if event_id in booked else [*booked, event_id]
    return order.index(event_id) >= capacity
