"""The people of the house with what they hold, may speak on, and are booked for."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlmodel import col

from domain.errors import NotFoundError
from domain.i18n import N_
from domain.model import Assignment, Event
from domain.rows.filters import EventFilter
from domain.rows.speakers import HeldLine, SpeakerDetail, SpeakerDuty, SpeakerRow, StripDay
from domain.rows.tours import Absence, StaffDraft, StaffRow
from domain.rows.vocabulary import TopicRow
from domain.rules.capacity import month_of
from domain.rules.conflicts.appointment import TAKING_PART
from domain.rules.qualifications import standing
from domain.rules.validity import is_in_use
from domain.store.session import Session
from domain.terms import AssignmentRole, QualificationStanding
from domain.usecases import loads, people, vocabulary
from domain.usecases.event_rows import conditions, fetch_rows, midnight

SHOWN_PAST = 5
"""How many appointments that are over the detail holds."""


def rows(session: Session) -> list[SpeakerRow]:
    """Everybody of the house by name."""
    names = {row.id: row.name for row in vocabulary.qualifications(session)}
    topics = [row for row in vocabulary.topic_rows(session) if is_in_use(row.draft, session.today)]
    used = loads.used(session, session.today)
    ahead = _ahead(session)
    month = month_of(session.today)
    return [
        SpeakerRow(
            staff=row,
            held=_held(row.draft, names, session.today),
            topics=_topics(row.draft, topics, session.today),
            used=used.get((row.id, month), 0),
            ahead=ahead.get(row.id, 0),
            away=_away(row.draft, session.today),
        )
        for row in people.list_rows(session)
    ]


def detail(session: Session, staff_id: UUID) -> SpeakerDetail:
    """One person with the appointments ahead and the last ones.

    Raises:
        NotFoundError: the person is gone.
    """
    row = next((found for found in rows(session) if found.staff.id == staff_id), None)
    if row is None:
        raise NotFoundError(N_("This person is no longer in the workspace."))
    duties = _duties(session, staff_id, EventFilter(first=session.today))
    past = _duties(session, staff_id, EventFilter(last=session.today - timedelta(days=1), descending=True), SHOWN_PAST)
    return SpeakerDetail(row, duties, past)


def month(session: Session, staff_id: UUID, first: date) -> tuple[StripDay, ...]:
    """Every day of the month that begins on `first`, with the person's appointments and absences.

    Raises:
        NotFoundError: the person is gone.
    """
    person = _person(session, staff_id)
    last = _last_of(first)
    duties = _duties(session, staff_id, EventFilter(first=first, last=last))
    days = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        absence = _absence_on(person.draft, day)
        own = tuple(duty for duty in duties if duty.event.touches(day))
        days.append(StripDay(day, own, absence is not None, absence.reason if absence else ""))
    return tuple(days)


def _person(session: Session, staff_id: UUID) -> StaffRow:
    found = next((row for row in people.list_rows(session) if row.id == staff_id), None)
    if found is None:
        raise NotFoundError(N_("This person is no longer in the workspace."))
    return found


def _last_of(first: date) -> date:
    return month_of(first + timedelta(days=31)) - timedelta(days=1)


def _held(draft: StaffDraft, names: dict[UUID, str], today: date) -> tuple[HeldLine, ...]:
    """The most pressing first."""
    order = list(QualificationStanding)
    lines = [
        HeldLine(names.get(each.qualification_id, ""), each.valid_until, standing(each.valid_until, today))
        for each in draft.qualifications
    ]
    return tuple(sorted(lines, key=lambda line: (order.index(line.standing), line.name)))


def _topics(draft: StaffDraft, topics: Sequence[TopicRow], today: date) -> tuple[str, ...]:
    counting = {
        held.qualification_id
        for held in draft.qualifications
        if standing(held.valid_until, today) is not QualificationStanding.expired
    }
    return tuple(row.draft.name for row in topics if row.draft.qualification_id in counting)


def _away(draft: StaffDraft, today: date) -> Absence | None:
    """The absence that runs today, else the next one."""
    coming = [absence for absence in draft.absences if absence.last_day >= today]
    return min(coming, key=lambda absence: absence.first_day, default=None)


def _absence_on(draft: StaffDraft, day: date) -> Absence | None:
    return next((each for each in draft.absences if each.first_day <= day <= each.last_day), None)


def _ahead(session: Session) -> dict[UUID, int]:
    """How many appointments everybody has from today on."""
    query = (
        select(col(Assignment.staff_id), func.count(col(Assignment.event_id).distinct()))
        .join(Event, col(Event.id) == col(Assignment.event_id))
        .where(
            or_(col(Event.ends_at) > midnight(session.today), col(Event.last_day) >= session.today),
            col(Event.state).in_(TAKING_PART),
            col(Event.is_template).is_(False),
        )
        .group_by(col(Assignment.staff_id))
    )
    return {line[0]: line[1] for line in session.execute(query)}


def _duties(
    session: Session, staff_id: UUID, wanted: EventFilter, at_most: int | None = None
) -> tuple[SpeakerDuty, ...]:
    """The person's appointments in order of the filter; those that do not take place are left out."""
    begins = func.coalesce(col(Event.starts_at), col(Event.first_day))
    order = begins.desc() if wanted.descending else begins.asc()
    query = (
        select(col(Event.id), begins)
        .distinct()
        .join(Assignment, col(Assignment.event_id) == col(Event.id))
        .where(col(Assignment.staff_id) == staff_id, col(Event.state).in_(TAKING_PART), *conditions(wanted))
        .order_by(order, col(Event.id))
    )
    ids = [line[0] for line in session.execute(query.limit(at_most) if at_most else query)]
    roles = _roles(session, staff_id, ids)
    return tuple(SpeakerDuty(event, roles.get(event.id, ())) for event in fetch_rows(session, ids))


def _roles(session: Session, staff_id: UUID, ids: Sequence[UUID]) -> dict[UUID, tuple[AssignmentRole, ...]]:
    query = select(col(Assignment.event_id), col(Assignment.role)).where(
        col(Assignment.staff_id) == staff_id, col(Assignment.event_id).in_(ids)
    )
    found: dict[UUID, tuple[AssignmentRole, ...]] = {}
    for event_id, role in session.execute(query.order_by(col(Assignment.id))):
        found[event_id] = (*found.get(event_id, ()), role)
    return found
