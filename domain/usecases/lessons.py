"""What was noted to do better, found again when the next event at the same site or for the same host is prepared."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select

from domain.model import Event
from domain.rows.review import Lesson
from domain.store.session import Session
from domain.terms import BERLIN, EventState
from domain.usecases.records import get
from domain.usecases.tally_before import day_of

_TOOK_PLACE = (EventState.held, EventState.reviewed)


def of_event(session: Session, event_id: UUID) -> Lesson | None:
    """The newest note before an event at its site, or for its host; None if there is none.

    Raises:
        NotFoundError: the event is gone.
    """
    event = get(session, Event, event_id)
    return at_place(session, event.site_id, event.host_id, day_of(event), event_id)


def at_place(
    session: Session,
    site_id: UUID | None,
    host_id: UUID | None,
    before: date | None = None,
    but: UUID | None = None,
) -> Lesson | None:
    """The newest note of an event at the site or for the host that took place before a day; `but` is left out."""
    places: list[ColumnElement[bool]] = []
    if site_id is not None:
        places.append(col(Event.site_id) == site_id)
    if host_id is not None:
        places.append(col(Event.host_id) == host_id)
    if not places:
        return None
    query = select(Event).where(or_(*places), col(Event.lessons) != "", col(Event.state).in_(_TOOK_PLACE))
    found = [
        Lesson(event.id, event.title, day, event.lessons.strip())
        for event in session.exec(query)
        if event.id != but
        and event.lessons.strip()
        and (day := _held_on(event)) is not None
        and (before is None or day < before)
    ]
    return max(found, key=lambda lesson: (lesson.day, lesson.event_id), default=None)


def _held_on(event: Event) -> date | None:
    if event.all_day:
        return event.last_day
    return event.ends_at.astimezone(BERLIN).date() if event.ends_at else None
