"""Answers to the mood question: counts per event, and their trend in a Kreis."""

from dataclasses import asdict, fields
from uuid import UUID

from sqlmodel import col, select

from domain.model import Event, EventMood
from domain.rows.mood import MoodCounts, MoodPoint
from domain.rules import mood as rules
from domain.rules.coverage import half_year_of
from domain.store.session import Session
from domain.terms import BERLIN
from domain.usecases.records import get, put_links, refuse


def of_event(session: Session, event_id: UUID) -> MoodCounts:
    """The cards of an event; none without any."""
    found = session.get(EventMood, event_id)
    return _counts(found) if found else MoodCounts()


def put(session: Session, event_id: UUID, counts: MoodCounts) -> None:
    """Note how many cards gave each answer; none at all drops the entry.

    Raises:
        InvalidInputError: a count is negative.
        NotFoundError: the event is gone.
    """
    refuse(rules.mood_problems(counts))
    get(session, Event, event_id)
    put_links(session, EventMood, {"event_id": event_id}, [asdict(counts)] if counts.total else [])


def trend(session: Session, kreis_ags: str) -> tuple[MoodPoint, ...]:
    """The trend of a Kreis by half-year; points of too few answers have no mean."""
    query = select(Event, EventMood).join(EventMood, col(EventMood.event_id) == col(Event.id))
    query = query.where(col(Event.kreis_ags) == kreis_ags, col(Event.is_template).is_(False))
    answers = []
    for event, mood in session.exec(query):
        day = event.first_day if event.all_day else None
        if event.starts_at is not None and not event.all_day:
            day = event.starts_at.astimezone(BERLIN).date()
        if day is not None:
            answers.append((half_year_of(day), _counts(mood)))
    return rules.trend(answers)


def _counts(found: EventMood) -> MoodCounts:
    return MoodCounts(**{field.name: getattr(found, field.name) for field in fields(MoodCounts)})
