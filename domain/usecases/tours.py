"""Tours by hand: days, stops, their order and times."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Event, Stop, Tour, TourDay, TourDayCrew
from domain.region.travel import TravelTable, Waypoint
from domain.rows.tours import TourDayDraft, TourDraft
from domain.rules import validation
from domain.rules.local import at_local, later, minute_of_day, minutes_between
from domain.store.session import Session
from domain.terms import BERLIN
from domain.usecases.records import change as change_record
from domain.usecases.records import change_whole, get, insert, put_links, refuse, refuse_outdated, remove
from domain.usecases.tour_membership import leave_tour, renumber, stops_of
from domain.usecases.travel import travel_table, waypoints

FIRST_START = 9 * 60
"""When a first stop without a time of its own opens: 09:00, minutes from local midnight."""

USUAL_STAY = timedelta(hours=3)
"""How long a stop without a time of its own is open: about the middle of what market stops take."""

ROUND = 5
"""Minutes to which a proposed start is rounded up."""


def create(session: Session, draft: TourDraft) -> UUID:
    """Add an empty tour.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    refuse(validation.tour_problems(draft))
    return insert(session, Tour, asdict(draft)).id


def change(session: Session, tour_id: UUID, draft: TourDraft, version: int | None = None) -> None:
    """Make a tour's own fields be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(validation.tour_problems(draft))
    change_record(session, get(session, Tour, tour_id), version, asdict(draft))


def delete(session: Session, tour_ids: Iterable[UUID]) -> int:
    """Delete tours with their days (undoable); the events of their stops stay in the calendar."""
    return remove(session, Tour, tour_ids)


def add_day(session: Session, tour_id: UUID, draft: TourDayDraft) -> UUID:
    """Add one vehicle's day to a tour.

    Raises:
        InvalidInputError: the draft is impossible, or the tour already has this vehicle on this day.
        NotFoundError: the tour is gone.
    """
    refuse(validation.tour_day_problems(draft))
    _refuse_taken(session, get(session, Tour, tour_id).id, draft, None)
    day = insert(session, TourDay, _day_columns(draft) | {"tour_id": tour_id})
    _put_crew(session, day.id, draft)
    return day.id


def _refuse_taken(session: Session, tour_id: UUID, draft: TourDayDraft, own: UUID | None) -> None:
    query = select(TourDay.id).where(
        TourDay.tour_id == tour_id, TourDay.day == draft.day, TourDay.vehicle_id == draft.vehicle_id
    )
    if session.exec(query).first() not in {None, own}:
        raise InvalidInputError(
            Problem("day", N_("This tour already has this vehicle on {day}."), (("day", draft.day),))
        )


def _day_columns(draft: TourDayDraft) -> dict[str, Any]:
    values = asdict(draft)
    del values["crew_ids"]
    return values


def _put_crew(session: Session, day_id: UUID, draft: TourDayDraft) -> bool:
    rows = [{"staff_id": person} for person in dict.fromkeys(draft.crew_ids)]
    return put_links(session, TourDayCrew, {"tour_day_id": day_id}, rows)


def change_day(session: Session, day_id: UUID, draft: TourDayDraft, version: int | None = None) -> None:
    """Change a day's date, vehicle, crew or overnight place; its stops move along.

    Raises:
        InvalidInputError: the draft is impossible, or the tour already has this vehicle on this day.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(validation.tour_day_problems(draft))
    day = get(session, TourDay, day_id)
    refuse_outdated(day, version)
    _refuse_taken(session, day.tour_id, draft, day_id)
    change_whole(session, day, None, _day_columns(draft), lambda: _put_crew(session, day_id, draft))
    for event in _events_of(session, day_id):
        _take_along(session, event, day)


def delete_day(session: Session, day_id: UUID) -> None:
    """Delete a day (undoable); the events of its stops stay in the calendar."""
    remove(session, TourDay, [day_id])


def _events_of(session: Session, day_id: UUID) -> list[Event]:
    query = select(Event).join(Stop, col(Stop.event_id) == col(Event.id)).where(Stop.tour_day_id == day_id)
    return list(session.exec(query.order_by(col(Stop.position))))


def _take_along(session: Session, event: Event, day: TourDay) -> None:
    values: dict[str, Any] = {"vehicle_id": day.vehicle_id}
    if event.starts_at and event.ends_at and event.starts_at.astimezone(BERLIN).date() != day.day:
        start = at_local(day.day, minute_of_day(event.starts_at))
        values |= {"starts_at": start, "ends_at": later(start, minutes_between(event.starts_at, event.ends_at))}
    change_record(session, event, None, values)


def place_stop(session: Session, day_id: UUID, event_id: UUID, position: int | None = None) -> None:
    """Make an event a stop of a day, at a position (1 = first; None = last); it moves there from anywhere.

    An event without a time gets one: after the stop before it, with the drive and its set-up in between.

    Raises:
        InvalidInputError: the event is an all-day one.
    """
    day, event = get(session, TourDay, day_id), get(session, Event, event_id)
    if event.all_day:
        raise InvalidInputError(Problem("all_day", N_("An all-day event cannot be a stop; give it times first.")))
    before = [stop for stop in stops_of(session, day_id) if stop.event_id != event_id]
    leave_tour(session, event_id)
    spot = len(before) + 1 if position is None else max(1, min(position, len(before) + 1))
    stop = Stop(event_id=event_id, tour_day_id=day_id, position=spot)
    renumber(session, [*before[: spot - 1], stop, *before[spot - 1 :]])
    _take_along(session, event, day)
    if event.starts_at is None:
        _give_time(session, day, event, [found.event_id for found in before[: spot - 1]])


def reorder(session: Session, day_id: UUID, event_ids: Sequence[UUID]) -> None:
    """Put a day's stops into this order and move their times so that each can be reached from the one before.

    The first keeps the day's earliest opening, the lengths stay; starts are rounded up to 5 minutes.

    Raises:
        InvalidInputError: the ids are not exactly the day's stops.
    """
    stops = {stop.event_id: stop for stop in stops_of(session, day_id)}
    if set(stops) != set(event_ids) or len(stops) != len(event_ids):
        raise InvalidInputError(Problem("stops", N_("The new order does not name exactly the stops of this day.")))
    renumber(session, [stops[event_id] for event_id in event_ids])
    events = [get(session, Event, event_id) for event_id in event_ids]
    openings = [event.starts_at for event in events if event.starts_at]
    _chain(session, events, min(openings) if openings else None)


def _chain(session: Session, events: Sequence[Event], first: datetime | None) -> None:
    """Set the events' times one after the other from `first` on."""
    if first is None:
        return
    table, spots = travel_table(session), waypoints(session, [event.id for event in events])
    opening = first
    for index, event in enumerate(events):
        if index:
            opening = _next_opening(table, spots, events[index - 1], event)
        stay = (event.ends_at - event.starts_at) if event.starts_at and event.ends_at else USUAL_STAY
        change_record(session, event, None, {"starts_at": opening, "ends_at": opening + stay})


def _next_opening(table: TravelTable, spots: dict[UUID, Waypoint | None], before: Event, event: Event) -> datetime:
    start, end = spots.get(before.id), spots.get(event.id)
    drive = table.leg_between(start, end).minutes if start and end else 0
    closing = before.ends_at or before.starts_at
    if closing is None:
        raise InvalidInputError(Problem("starts_at", N_("The stop before has no time yet.")))
    ready = closing + timedelta(minutes=before.tear_down_minutes + drive + event.set_up_minutes)
    surplus = ready.minute % ROUND
    return ready + timedelta(minutes=ROUND - surplus if surplus else 0)


def _give_time(session: Session, day: TourDay, event: Event, before: Sequence[UUID]) -> None:
    opening = at_local(day.day, FIRST_START)
    if before:
        previous = get(session, Event, before[-1])
        if previous.starts_at is not None:
            spots = waypoints(session, [previous.id, event.id])
            opening = _next_opening(travel_table(session), spots, previous, event)
    change_record(session, event, None, {"starts_at": opening, "ends_at": opening + USUAL_STAY})
