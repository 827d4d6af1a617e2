"""Create, change, move, settle, copy and delete events."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Event, Request
from domain.rows.events import ConsultationFacts, EventDetail, EventDraft, KindFacts, OnlineFacts, PatrolFacts
from domain.rules import states, validation
from domain.rules.local import at_local, first_day_of, later, minute_of_day, minutes_between
from domain.store.session import Session
from domain.terms import EventState, RequestState
from domain.usecases import agenda, names
from domain.usecases.event_columns import add_parts, columns_of, draft_of, put_parts
from domain.usecases.event_rows import fetch_rows
from domain.usecases.numbering import give_identity
from domain.usecases.places import with_place
from domain.usecases.records import change as change_record
from domain.usecases.records import change_whole, get, insert, refuse, refuse_outdated, remove
from domain.usecases.tour_membership import follow, leave_tour


def create(session: Session, draft: EventDraft) -> UUID:
    """Add an event; it gets its number, UID and SEQUENCE 0 for ever.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    draft = with_place(session, draft)
    refuse(validation.saving_problems(None, draft, today=session.today))
    event = insert(session, Event, columns_of(draft))
    add_parts(session, event.id, draft)
    give_identity(session, event.id, _year(draft, session.today))
    return event.id


def _year(draft: EventDraft, today: date) -> int:
    return (first_day_of(draft) or today).year


def change(session: Session, event_id: UUID, draft: EventDraft, version: int | None = None) -> None:
    """Make an event be what the draft says; `version` is the one the form was opened with.

    Raises:
        InvalidInputError: the draft or the step to its state is impossible.
        ConflictError: somebody changed the event meanwhile.
        NotFoundError: the event is gone.
    """
    event = get(session, Event, event_id)
    refuse_outdated(event, version)
    draft = with_place(session, draft, event)
    refuse(validation.saving_problems(event.state, draft, today=session.today))
    before = _when(event)
    change_whole(session, event, None, columns_of(draft), lambda: put_parts(session, event_id, draft))
    if _when(event) != before:
        follow(session, event)


def _when(event: Event) -> tuple[object, ...]:
    return event.starts_at, event.all_day, event.vehicle_id


def detail(session: Session, event_id: UUID) -> EventDetail:
    """An event as its form opens it.

    Raises:
        NotFoundError: the event is gone.
    """
    event = get(session, Event, event_id)
    draft = draft_of(session, event)
    (row,) = fetch_rows(session, [event_id])
    return EventDetail(row, draft, names.of_draft(session, draft), event.created_at, event.updated_at)


def move(session: Session, event_id: UUID, day: date, start: datetime | None = None) -> None:
    """Put an event on another local day, or on another start; its length and local time of day stay.

    Raises:
        InvalidInputError: the event has no date yet, or the local time does not exist on that day.
    """
    event = get(session, Event, event_id)
    draft = draft_of(session, event)
    _set_time(session, event, moved_to(draft, day, start))


def _set_time(session: Session, event: Event, draft: EventDraft) -> None:
    refuse(validation.saving_problems(event.state, draft, today=session.today))
    change_record(session, event, None, columns_of(draft))
    follow(session, event)


def moved_to(draft: EventDraft, day: date, start: datetime | None = None) -> EventDraft:
    """The draft on another local day or start, with its length (and without `start` its local time) kept."""
    if draft.all_day and draft.first_day and draft.last_day:
        return replace(draft, first_day=day, last_day=day + (draft.last_day - draft.first_day))
    if draft.starts_at is None or draft.ends_at is None:
        raise InvalidInputError(Problem("starts_at", N_("This event has no date yet; open it and give it one.")))
    begin = start or at_local(day, minute_of_day(draft.starts_at))
    return replace(draft, starts_at=begin, ends_at=later(begin, minutes_between(draft.starts_at, draft.ends_at)))


def retime(session: Session, event_id: UUID, starts_at: datetime, ends_at: datetime) -> None:
    """Give a timed event new start and end (a repair, a resized block).

    Raises:
        InvalidInputError: the end lies before the start.
    """
    event = get(session, Event, event_id)
    _set_time(session, event, replace(draft_of(session, event), all_day=False, starts_at=starts_at, ends_at=ends_at))


def settle(
    session: Session, event_id: UUID, state: EventState, *, reason: str = "", postponed_to: date | None = None
) -> None:
    """Take an event to another state; cancelled and declined need a reason, postponed a new day.

    Raises:
        InvalidInputError: the step is not allowed or its reason or day is missing.
    """
    event = get(session, Event, event_id)
    draft = replace(draft_of(session, event), state=state, state_reason=reason.strip(), postponed_to=postponed_to)
    refuse(states.transition_problems(event.state, draft, today=session.today))
    change_record(session, event, None, columns_of(draft))


def delete(session: Session, event_ids: Iterable[UUID]) -> int:
    """Delete events (undoable); returns how many there were. Their numbers are not given again.

    A request that had become one of them waits in the inbox again.
    """
    wanted = list(event_ids)
    for request in session.exec(select(Request).where(col(Request.event_id).in_(wanted))):
        change_record(session, request, None, {"state": RequestState.open, "event_id": None, "decided_on": None})
    for event_id in wanted:
        leave_tour(session, event_id)
    return remove(session, Event, wanted)


def duplicate(session: Session, event_id: UUID) -> UUID:
    """Copy an event as an idea of its own: same content, no counts of people who came, a new number."""
    copy_id = create(session, copied(draft_of(session, get(session, Event, event_id))))
    agenda.copy(session, event_id, copy_id, with_speakers=True)
    return copy_id


def copied(draft: EventDraft) -> EventDraft:
    """The draft as a fresh one: what happened at the old event is left behind."""
    state = EventState.tentative if draft.starts_at or draft.first_day else EventState.idea
    return replace(
        draft,
        state=state,
        state_reason="",
        postponed_to=None,
        actual=None,
        kilometres=None,
        lessons="",
        publications=tuple(replace(item, handed_out=None) for item in draft.publications),
        offices=(),
        best_practice=False,
        is_template=False,
        counts=tuple(replace(count, actual=None) for count in draft.counts),
        facts=_without_results(draft.facts),
    )


def _without_results(facts: KindFacts | None) -> KindFacts | None:
    match facts:
        case ConsultationFacts():
            return replace(facts, talks=None, minutes=None)
        case PatrolFacts():
            return replace(facts, police_officers=None, ordnungsamt_officers=None, checks=None)
        case OnlineFacts():
            return replace(facts, reach=None)
    return facts


def create_series(
    session: Session, draft: EventDraft, days: Sequence[date], like: UUID | None = None
) -> tuple[UUID, ...]:
    """Add one event per day, all like the draft, with the agenda of `like`; `rules.series` finds the days."""
    made = tuple(create(session, moved_to(draft, day)) for day in days)
    if like is not None:
        for event_id in made:
            agenda.copy(session, like, event_id, with_speakers=True)
    return made


def resize_days(session: Session, event_id: UUID, last_day: date) -> None:
    """Let an all-day event last until `last_day` (inclusive)."""
    event = get(session, Event, event_id)
    _set_time(session, event, replace(draft_of(session, event), last_day=last_day))
