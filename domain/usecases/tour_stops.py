"""Stops of a tour by hand: what could become one, moving them, and drives as people know them."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import col, or_, select

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Event, Stop, TourDay
from domain.rows.events import EventDraft
from domain.rows.filters import RequestFilter
from domain.rows.requests import RequestRow
from domain.rows.tours import StopCandidates, TourDayRow
from domain.rules.local import at_local, later, minute_of_day
from domain.store.session import Session
from domain.terms import EventKind, EventState, PlaceKind, RequestState
from domain.usecases import events, request_proposal, requests, tour_rows, travel, visitors
from domain.usecases.event_rows import fetch_rows
from domain.usecases.records import change, get
from domain.usecases.tour_membership import stops_of
from domain.usecases.tours import place_stop, reorder

_WAITING = (EventState.idea, EventState.requested, EventState.tentative, EventState.confirmed)


def candidates(session: Session, first: date, last: date) -> StopCandidates:
    """What could become a stop between two local days (inclusive).

    Events with a time in the period, or without one, that are in no tour and are not settled; open requests for a
    mobile stop whose wish touches the period or names none.
    """
    begin, end = at_local(first, 0), at_local(last + timedelta(days=1), 0)
    query = (
        select(Event.id)
        .outerjoin(Stop, col(Stop.event_id) == col(Event.id))
        .where(
            col(Stop.event_id).is_(None),
            col(Event.all_day).is_(False),
            col(Event.is_template).is_(False),
            col(Event.state).in_(_WAITING),
            col(Event.place_kind) != PlaceKind.online,
            or_(col(Event.starts_at).is_(None), (col(Event.starts_at) >= begin) & (col(Event.starts_at) < end)),
        )
        .order_by(col(Event.starts_at).is_(None), col(Event.starts_at), col(Event.id))
    )
    found = candidate_requests(session, first, last)
    ids = list(session.exec(query))
    there = visitors.in_gemeinden(session, {row.draft.ags for row in found if row.draft.ags})
    asked = {row.id: there[row.draft.ags] for row in found if row.draft.ags in there}
    known = visitors.of_events(session, ids) | asked
    return StopCandidates(tuple(fetch_rows(session, ids)), tuple(found), known)


def candidate_requests(session: Session, first: date, last: date) -> list[RequestRow]:
    """The open requests for a mobile stop whose wish touches the local days `first` to `last`, or names none."""
    wishes = RequestFilter(kinds=(EventKind.mobile_stop,), states=(RequestState.open,))
    return [row for row in requests.list_rows(session, wishes) if _touches(row, first, last)]


def _touches(row: RequestRow, first: date, last: date) -> bool:
    draft = row.draft
    wishes: list[tuple[date | None, date | None]] = [(wish.first_day, wish.last_day) for wish in draft.wishes]
    spans = wishes or [(draft.earliest, draft.latest)]
    return any((begin is None or begin <= last) and (end is None or end >= first) for begin, end in spans)


def accept_as_stop(session: Session, day_id: UUID, request_id: UUID) -> UUID:
    """Make a request an event and a stop of a day, at the hour it asks for or after the last stop; the event's id.

    Raises:
        InvalidInputError: the request has already become an event.
    """
    day, wish = get(session, TourDay, day_id), requests.detail(session, request_id).draft
    minutes = wish.duration_minutes or request_proposal.USUAL_MINUTES
    draft = requests.proposed_event(session, request_id)
    if wish.from_minute is not None:
        begin = at_local(day.day, wish.from_minute)
        draft = _timed(draft, EventState.tentative, begin, minutes)
    else:
        draft = _timed(draft, EventState.requested, None, 0)
    event_id = requests.accept(session, request_id, draft)
    place_by_time(session, day_id, event_id)
    event = get(session, Event, event_id)
    if wish.from_minute is None and event.starts_at is not None:
        values = {"state": EventState.tentative, "ends_at": later(event.starts_at, minutes)}
        change(session, event, None, values)
    return event_id


def _timed(draft: EventDraft, state: EventState, begin: datetime | None, minutes: int) -> EventDraft:
    return replace(draft, state=state, starts_at=begin, ends_at=later(begin, minutes) if begin else None)


def new_stop(session: Session, day_id: UUID, draft: EventDraft) -> UUID:
    """Add an event and make it a stop of a day; returns the event's id.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    event_id = events.create(session, draft)
    place_by_time(session, day_id, event_id)
    return event_id


def place_by_time(session: Session, day_id: UUID, event_id: UUID) -> None:
    """Make an event a stop of a day, where its hour puts it; the hour stays, an event without one comes last.

    Raises:
        InvalidInputError: the event is an all-day one.
    """
    event = get(session, Event, event_id)
    if event.starts_at is None:
        place_stop(session, day_id, event_id)
        return
    hour = minute_of_day(event.starts_at)
    others = [get(session, Event, stop.event_id) for stop in stops_of(session, day_id) if stop.event_id != event_id]
    earlier = sum(1 for other in others if other.starts_at is not None and minute_of_day(other.starts_at) <= hour)
    place_stop(session, day_id, event_id, earlier + 1)


def move_stop(session: Session, day_id: UUID, event_id: UUID, position: int) -> None:
    """Put a stop at a position (1 = first) of a day, of its own or another one, and move times so that it fits.

    Raises:
        InvalidInputError: the event is an all-day one.
    """
    place_stop(session, day_id, event_id, position)
    reorder(session, day_id, [stop.event_id for stop in stops_of(session, day_id)])


def correct_drive(session: Session, day_id: UUID, leg: int, minutes: int, kilometres: float | None = None) -> UUID:
    """Note what a drive of a day really takes (0 = the first, then one to each stop, the last leads home).

    Raises:
        InvalidInputError: one end of the drive is not known, or the figures are impossible.
    """
    start, end = _day(session, day_id).route[leg : leg + 2]
    if start is None or end is None:
        raise InvalidInputError(Problem("minutes", N_("One end of this drive has no municipality yet.")))
    return travel.correct(session, start.ags, end.ags, minutes, kilometres)


def _day(session: Session, day_id: UUID) -> TourDayRow:
    tour = tour_rows.detail(session, get(session, TourDay, day_id).tour_id)
    return next(day for day in tour.days if day.id == day_id)
