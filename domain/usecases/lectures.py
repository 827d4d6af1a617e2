"""Lectures, coming and held, as their page lists them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.model import Assignment, Event, EventTopic, Offer, Partner, Staff, Topic
from domain.model.facts import LectureTable
from domain.rows.catalogue import LectureFilter, LectureRow, SpeakerName
from domain.rows.event_row import EventRow
from domain.rows.filters import EventFilter
from domain.store.session import Session
from domain.terms import AssignmentRole, EventKind
from domain.usecases.event_rows import list_rows

_CHUNK = 400


def rows(session: Session, wanted: LectureFilter | None = None) -> list[LectureRow]:
    """All lectures that pass the filter: what is to come by date, then what is over from the newest, then undated."""
    wanted = wanted or LectureFilter()
    found = list_rows(
        session,
        EventFilter(
            text=wanted.text,
            kinds=(EventKind.lecture,),
            states=wanted.states,
            kreise=wanted.kreise,
            first=wanted.first,
            last=wanted.last,
        ),
    )
    made = [row for row in _rows(session, found) if _fits(row, wanted)]
    if wanted.topics:
        on_topic = _with_topics(session, wanted.topics)
        made = [row for row in made if row.event.id in on_topic]
    return sorted(made, key=lambda row: _place(row.event, session.today))


def _fits(row: LectureRow, wanted: LectureFilter) -> bool:
    return not wanted.schulforms or row.schulform in wanted.schulforms


def _place(event: EventRow, today: date) -> tuple[object, ...]:
    day = event.start_day
    if day is None:
        return 2, 0, event.number
    return (0, (day - today).days, event.number) if day >= today else (1, (today - day).days, event.number)


def _with_topics(session: Session, topics: Sequence[UUID]) -> set[UUID]:
    query = select(col(EventTopic.event_id)).where(col(EventTopic.topic_id).in_(topics))
    return set(session.execute(query).scalars())


def _rows(session: Session, events: Sequence[EventRow]) -> Iterable[LectureRow]:
    for start in range(0, len(events), _CHUNK):
        chunk = events[start : start + _CHUNK]
        ids = [event.id for event in chunk]
        lines = {line.id: line for line in session.execute(_own(ids))}
        topics, speakers = _topics(session, ids), _speakers(session, ids)
        for event in chunk:
            line = lines[event.id]
            yield LectureRow(
                event=event,
                topics=topics.get(event.id, ()),
                host=line.host or line.host_name,
                schulform=line.schulform or line.host_schulform,
                school_grade=line.school_grade or "",
                speakers=speakers.get(event.id, ()),
                speaker_office=line.speaker_office or "",
                expected=line.expected,
                actual=line.actual,
                offer=line.offer or "",
            )


def _own(ids: Sequence[UUID]) -> Any:  # noqa: ANN401 - a query
    return (
        select(
            *(col(getattr(Event, name)) for name in ("id", "host_name", "expected", "actual")),
            col(Partner.name).label("host"),
            col(Partner.schulform).label("host_schulform"),
            col(LectureTable.schulform),
            col(LectureTable.school_grade),
            col(LectureTable.speaker_office),
            col(Offer.title).label("offer"),
        )
        .outerjoin(Partner, col(Partner.id) == col(Event.host_id))
        .outerjoin(LectureTable, col(LectureTable.event_id) == col(Event.id))
        .outerjoin(Offer, col(Offer.id) == col(Event.offer_id))
        .where(col(Event.id).in_(ids))
    )


def _topics(session: Session, ids: Sequence[UUID]) -> dict[UUID, tuple[str, ...]]:
    query = (
        select(col(EventTopic.event_id), col(Topic.name))
        .join(Topic, col(Topic.id) == col(EventTopic.topic_id))
        .where(col(EventTopic.event_id).in_(ids))
        .order_by(col(Topic.name))
    )
    found: dict[UUID, tuple[str, ...]] = {}
    for event_id, name in session.execute(query):
        found[event_id] = (*found.get(event_id, ()), name)
    return found


def _speakers(session: Session, ids: Sequence[UUID]) -> dict[UUID, tuple[SpeakerName, ...]]:
    query = (
        select(col(Assignment.event_id), col(Staff.name), col(Staff.confidential))
        .join(Staff, col(Staff.id) == col(Assignment.staff_id))
        .where(col(Assignment.event_id).in_(ids), col(Assignment.role) == AssignmentRole.speaker)
        .order_by(col(Assignment.id))
    )
    found: dict[UUID, tuple[SpeakerName, ...]] = {}
    for event_id, name, confidential in session.execute(query):
        found[event_id] = (*found.get(event_id, ()), SpeakerName(name, confidential))
    return found
