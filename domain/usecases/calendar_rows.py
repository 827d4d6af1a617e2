"""The events of a stretch of days as one audience would see them."""

from datetime import date

from domain.rows.events import EventRow
from domain.rows.filters import EventFilter
from domain.store.session import Session
from domain.terms import Audience
from domain.usecases import event_rows
from domain.usecases.published import published


def between(session: Session, first: date, last: date, audience: Audience = Audience.internal) -> list[EventRow]:
    """All events that touch the local days `first`..`last` and that `audience` may see, by start.

    For outsiders these are the events an export for them would hold (`rules.audience`).
    """
    rows = event_rows.between(session, first, last)
    if audience is Audience.internal:
        return rows
    seen = {event.id for event in published(session, audience, EventFilter(first=first, last=last))}
    return [row for row in rows if row.id in seen]
