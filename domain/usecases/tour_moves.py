"""Stops moved by hand on a tour's board: to another day or vehicle, in from the requests, longer or shorter."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Event, Stop, Tour, TourDay, Vehicle
from domain.rows.tours import Placed, TourDayDraft, TourDayRow, TourSlot
from domain.rules.chain import STEP
from domain.rules.local import at_local, later, minute_of_day, minutes_between
from domain.store.session import Session
from domain.terms import EventState
from domain.usecases import request_proposal, requests, tour_rows, tours
from domain.usecases.records import change, get
from domain.usecases.tour_membership import stops_of
from domain.usecases.tour_times import best_order, hours_asked, link_of, order_at, put_times, room_of, settle
from domain.usecases.tours import FIRST_START


def drop_stop(session: Session, tour_id: UUID, event_id: UUID, slot: TourSlot) -> Placed:
    """Make an event a stop of a vehicle's day, wherever it was before; a day the tour lacks is added.

    The stop takes the place where it breaks and costs least, or `slot.position`, and keeps its hour as far as it can.
    The day's other stops make room: confirmed ones keep their time, the others move no more than they must. A day
    that is left empty, has nothing of its own and lies within the tour goes.

    Raises:
        InvalidInputError: the event is an all-day one.
        NotFoundError: the tour, the event or the vehicle is gone.
    """
    event = get(session, Event, event_id)
    arrives = minute_of_day(event.starts_at) - event.set_up_minutes if event.starts_at else None
    return _drop(session, tour_id, event_id, slot if slot.arrives is not None else replace(slot, arrives=arrives))


def _drop(session: Session, tour_id: UUID, event_id: UUID, slot: TourSlot) -> Placed:
    """As `drop_stop`, where no wished arrival means as soon as the vehicle can be there."""
    get(session, Vehicle, slot.vehicle_id)
    before = _sums(session, tour_id)
    day_id = _day_for(session, tour_id, slot)
    left = session.get(Stop, event_id)
    left_id = left.tour_day_id if left else None
    retimed = _place(session, day_id, event_id, slot)
    if left_id is not None and left_id != day_id:
        _clear(session, left_id)
    return _placed(session, tour_id, event_id, before, retimed)


def _sums(session: Session, tour_id: UUID) -> tuple[int, float]:
    """Drive minutes and kilometres of a tour."""
    days = tour_rows.detail(session, tour_id).days
    return sum(day.drive_minutes for day in days), sum(day.kilometres for day in days)


def _day_for(session: Session, tour_id: UUID, slot: TourSlot) -> UUID:
    """The tour's day of a vehicle; a new one gets the crew of the vehicle's nearest day."""
    get(session, Tour, tour_id)
    own = [day for day in tour_rows.detail(session, tour_id).days if day.vehicle_id == slot.vehicle_id]
    found = next((day.id for day in own if day.day == slot.day), None)
    if found is not None:
        return found
    return tours.add_day(session, tour_id, TourDayDraft(slot.day, slot.vehicle_id, crew_ids=_usual_crew(own, slot.day)))


def _usual_crew(own: list[TourDayRow], day: date) -> tuple[UUID, ...]:
    near = min(own, key=lambda each: (abs((each.day - day).days), each.day), default=None)
    return near.draft.crew_ids if near else ()


def _place(session: Session, day_id: UUID, event_id: UUID, slot: TourSlot) -> tuple[UUID, ...]:
    others = [stop.event_id for stop in stops_of(session, day_id) if stop.event_id != event_id]
    room = room_of(session, day_id, [*others, event_id])
    links = {each: link_of(session, get(session, Event, each), room.day) for each in (*others, event_id)}
    links[event_id] = replace(links[event_id], fixed=False, wished=slot.arrives)
    if slot.position is None:
        order = best_order(room, links, others, event_id)
    else:
        order = order_at(room, links, others, (event_id, min(max(slot.position, 1), len(others) + 1) - 1))
    tours.place_stop(session, day_id, event_id, order.event_ids.index(event_id) + 1)
    return tuple(each for each in put_times(session, order, room.day) if each != event_id)


def _clear(session: Session, day_id: UUID) -> None:
    """Let an empty day go that says nothing by itself and still shows as a free one between the tour's others."""
    day = get(session, TourDay, day_id)
    others = [each for each in tour_rows.detail(session, day.tour_id).days if each.id != day_id]
    own = next(each for each in tour_rows.detail(session, day.tour_id).days if each.id == day_id)
    usual = _usual_crew([each for each in others if each.vehicle_id == day.vehicle_id], day.day)
    says_something = day.overnight_ags or day.notes or own.draft.crew_ids not in {(), usual}
    days = [each.day for each in others]
    if not (own.stops or says_something) and days and min(days) < day.day < max(days):
        tours.delete_day(session, day_id)


def _placed(
    session: Session, tour_id: UUID, event_id: UUID, before: tuple[int, float], retimed: tuple[UUID, ...]
) -> Placed:
    minutes, kilometres = _sums(session, tour_id)
    days = tour_rows.detail(session, tour_id).days
    day, stop = next((day, stop) for day in days for stop in day.stops if stop.event.id == event_id)
    return Placed(
        event_id,
        stop.event.title,
        day.id,
        day.day,
        day.vehicle,
        stop.event.starts_at,
        stop.event.ends_at,
        minutes - before[0],
        round(kilometres - before[1], 1),
        retimed,
    )


def drop_request(session: Session, tour_id: UUID, request_id: UUID, slot: TourSlot) -> Placed:
    """Make a request a tentative event and a stop of a vehicle's day, as `drop_stop` does.

    It stays as long as was asked for, at the hour that was asked for on this day where one was named.

    Raises:
        InvalidInputError: the request has already become an event.
        NotFoundError: the tour, the request or the vehicle is gone.
    """
    wish = requests.detail(session, request_id).draft
    begin = at_local(slot.day, FIRST_START)
    end = later(begin, wish.duration_minutes or request_proposal.USUAL_MINUTES)
    draft = requests.proposed_event(session, request_id)
    draft = replace(draft, state=EventState.tentative, starts_at=begin, ends_at=end)
    event_id = requests.accept(session, request_id, draft)
    arrives = hours_asked(wish, slot.day)[0] if slot.arrives is None else slot.arrives
    return _drop(session, tour_id, event_id, replace(slot, arrives=arrives))


def resize_stay(session: Session, event_id: UUID, earlier: int, longer: int) -> Placed:
    """Let a stop open `earlier` minutes sooner and close `longer` minutes later; either may be below 0.

    The other stops of its day make room as in `drop_stop`.

    Raises:
        InvalidInputError: the event is no stop or has no time, or would be open for less than five minutes.
        NotFoundError: the event is gone.
    """
    event, stop = get(session, Event, event_id), session.get(Stop, event_id)
    if stop is None or event.starts_at is None or event.ends_at is None:
        raise InvalidInputError(Problem("starts_at", N_("This stop has no time yet.")))
    starts, ends = later(event.starts_at, -earlier), later(event.ends_at, longer)
    if minutes_between(starts, ends) < STEP:
        raise InvalidInputError(Problem("ends_at", N_("A stop is open for at least five minutes.")))
    tour_id = get(session, TourDay, stop.tour_day_id).tour_id
    before = _sums(session, tour_id)
    change(session, event, None, {"starts_at": starts, "ends_at": ends})
    retimed = settle(session, stop.tour_day_id, event_id)
    return _placed(session, tour_id, event_id, before, retimed)
