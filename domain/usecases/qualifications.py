"""Qualifications that run out, and those that a training gives to the people of the house."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Assignment, Event
from domain.model.facts import TrainingTable
from domain.rows.speakers import Award
from domain.rows.tours import StaffDraft, StaffRow
from domain.rules.qualifications import renewed, valid_until_after
from domain.store.session import Session
from domain.terms import AssignmentRole, EventKind, EventState
from domain.usecases import people, vocabulary
from domain.usecases.event_rows import fetch_rows
from domain.usecases.records import get

_HELD = (EventState.held, EventState.reviewed)
_TEACHING = (AssignmentRole.lead, AssignmentRole.speaker)
OFFERED_DAYS = 365
"""So long after its day a training is offered for awarding."""


def pending(session: Session) -> list[Award]:
    """Trainings held within a year whose qualification a participant of the house does not hold that long yet.

    The newest first; what has run out meanwhile is not offered. Participants are all assigned but those who teach.
    """
    query = (
        select(col(Event.id), col(TrainingTable.qualification_id), col(TrainingTable.valid_months))
        .join(TrainingTable, col(TrainingTable.event_id) == col(Event.id))
        .where(
            col(Event.kind) == EventKind.training,
            col(Event.state).in_(_HELD),
            col(Event.is_template).is_(False),
            col(TrainingTable.qualification_id).is_not(None),
        )
    )
    lines = {line[0]: (line[1], line[2]) for line in session.execute(query)}
    if not lines:
        return []
    names = {row.id: row.name for row in vocabulary.qualifications(session)}
    staff = {row.id: row for row in people.list_rows(session)}
    found = []
    for event in fetch_rows(session, list(lines)):
        qualification_id, months = lines[event.id]
        day = event.end_day
        if day is None or day < session.today - timedelta(days=OFFERED_DAYS):
            continue
        until = valid_until_after(day, months)
        if until is not None and until < session.today:
            continue
        gaining = [row.draft.name for row, _fresh in _changes(session, staff, event.id, qualification_id, until)]
        if gaining:
            found.append(Award(event, qualification_id, names[qualification_id], until, tuple(gaining)))
    return sorted(found, key=lambda award: (award.event.end_day, award.event.number), reverse=True)


def award(session: Session, event_id: UUID) -> int:
    """Give the qualification of a training held to the participants of the house; returns to how many it was news.

    What somebody holds longer already stays.

    Raises:
        InvalidInputError: the training gives no qualification, has no date or was not held.
        NotFoundError: the event is gone.
    """
    event = get(session, Event, event_id)
    facts = session.get(TrainingTable, event_id)
    (row,) = fetch_rows(session, [event_id])
    if event.kind is not EventKind.training or facts is None or facts.qualification_id is None:
        raise InvalidInputError(Problem("facts.qualification_id", N_("This event gives no qualification.")))
    if event.state not in _HELD or row.end_day is None:
        raise InvalidInputError(Problem("state", N_("A qualification is given when the training was held.")))
    until = valid_until_after(row.end_day, facts.valid_months)
    staff = {found.id: found for found in people.list_rows(session)}
    changes = list(_changes(session, staff, event_id, facts.qualification_id, until))
    for person, fresh in changes:
        people.change(session, person.id, fresh, person.version)
    return len(changes)


def _changes(
    session: Session, staff: dict[UUID, StaffRow], event_id: UUID, qualification_id: UUID, until: date | None
) -> Iterator[tuple[StaffRow, StaffDraft]]:
    """Every participant who gains something, with the record as it will be."""
    query = select(col(Assignment.staff_id)).distinct().where(col(Assignment.event_id) == event_id)
    query = query.where(col(Assignment.role).not_in(_TEACHING))
    assigned = [staff[key] for key in session.execute(query).scalars()]
    for row in sorted(assigned, key=lambda row: row.draft.name):
        fresh = renewed(row.draft.qualifications, qualification_id, until)
        if fresh != row.draft.qualifications:
            yield row, replace(row.draft, qualifications=fresh)
