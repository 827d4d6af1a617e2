"""Times of a tour day's stops when one of them comes, goes or changes its length."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.model import Event, Request, TourDay, Vehicle
from domain.region.travel import TravelTable, Waypoint
from domain.rows.requests import RequestDraft
from domain.rows.tours import TourDayRow
from domain.rules.chain import DayFrame, Link, chain, harm
from domain.rules.local import at_local, later, minute_of_day, minutes_between
from domain.store.session import Session
from domain.terms import EventState
from domain.usecases import requests, tour_rows
from domain.usecases.records import change, get
from domain.usecases.tour_membership import stops_of
from domain.usecases.tours import FIRST_START, USUAL_STAY
from domain.usecases.travel import travel_table, waypoints

_SETTLED = (EventState.confirmed, EventState.held, EventState.reviewed)
_LAST_MINUTE = 24 * 60 - 5


@dataclass(frozen=True)
class DayRoom:
    """A vehicle's day as the times of its stops need it: its hours, where it begins and ends, drives between places."""

    day: date
    frame: DayFrame
    start: Waypoint | None
    end: Waypoint | None
    spots: dict[UUID, Waypoint | None]
    table: TravelTable

    def drives(self, event_ids: Sequence[UUID]) -> list[int]:
        """Minutes to each stop of an order and home; 0 where a place is not known."""
        places = [self.start, *(self.spots.get(event_id) for event_id in event_ids), self.end]
        return [
            self.table.leg_between(one, other).minutes if one and other else 0
            for one, other in itertools.pairwise(places)
        ]


@dataclass(frozen=True)
class Order:
    """An order of a day's stops with the arrivals that suit it, and how bad it is: smaller is better."""

    event_ids: tuple[UUID, ...]
    arrivals: tuple[int, ...]
    badness: tuple[int, int, int]


def room_of(session: Session, day_id: UUID, event_ids: Sequence[UUID]) -> DayRoom:
    """The day with the places of these events."""
    row = _row(session, day_id)
    vehicle = get(session, Vehicle, row.vehicle_id)
    leaves, back = (moment.hour * 60 + moment.minute for moment in (vehicle.available_from, vehicle.available_to))
    frame = DayFrame(leaves, back, row.max_duty_minutes)
    spots = waypoints(session, event_ids)
    return DayRoom(row.day, frame, row.route[0], row.route[-1], spots, travel_table(session))


def _row(session: Session, day_id: UUID) -> TourDayRow:
    day = get(session, TourDay, day_id)
    return next(row for row in tour_rows.days_between(session, day.day, day.day) if row.id == day_id)


def link_of(session: Session, event: Event, day: date) -> Link:
    """A stop as the chain of a day sees it: its hour, its length, what was asked for; confirmed ones are fixed."""
    stay = minutes_between(event.starts_at, event.ends_at) if event.starts_at and event.ends_at else None
    around = event.set_up_minutes + event.tear_down_minutes
    link = Link(
        minute_of_day(event.starts_at) - event.set_up_minutes if event.starts_at else None,
        around + (int(USUAL_STAY.total_seconds()) // 60 if stay is None else stay),
        event.set_up_minutes,
        fixed=event.state in _SETTLED and event.starts_at is not None,
    )
    asked = session.exec(select(Request.id).where(Request.event_id == event.id)).first()
    if asked is None:
        return link
    opens, closes = hours_asked(requests.detail(session, asked).draft, day)
    return replace(link, opens=opens, closes=closes)


def hours_asked(wish: RequestDraft, day: date) -> tuple[int | None, int | None]:
    """Between which minutes of a day the whole stay was asked for; None where nothing was said."""
    hits = [each for each in wish.wishes if each.first_day <= day <= each.last_day]
    found = hits[0] if hits else wish
    return found.from_minute, found.to_minute


def best_order(room: DayRoom, links: dict[UUID, Link], others: Sequence[UUID], event_id: UUID) -> Order:
    """The place of a stop among others where it breaks least, then costs the least drive, then moves the least."""
    return min((order_at(room, links, others, (event_id, spot)) for spot in range(len(others) + 1)), key=_badness)


def _badness(order: Order) -> tuple[int, int, int]:
    return order.badness


def order_at(room: DayRoom, links: dict[UUID, Link], others: Sequence[UUID], placed: tuple[UUID, int]) -> Order:
    """The order with a stop put before the other at an index, and everybody's arrival."""
    event_id, spot = placed
    ids = [*others[:spot], event_id, *others[spot:]]
    drives = room.drives(ids)
    chained = [links[each] for each in ids]
    chained[spot] = _fitted(chained, drives, spot)
    arrivals = chain(chained, drives, room.frame)
    broken = harm(chained, drives, room.frame, arrivals)
    wishes = [link.wished for link in (links[each] for each in ids)]
    moved = sum(abs(at - wish) for at, wish in zip(arrivals, wishes, strict=True) if wish is not None)
    return Order(tuple(ids), tuple(arrivals), (broken, sum(drives), moved))


def _fitted(links: Sequence[Link], drives: Sequence[int], spot: int) -> Link:
    """The stop at `spot`, wished where the others leave a gap; without one, right after the stop before."""
    link = links[spot]
    before = links[spot - 1] if spot else None
    behind = links[spot + 1] if spot + 1 < len(links) else None
    soonest = before.wished + before.stay + drives[spot] if before and before.wished is not None else None
    latest = behind.wished - drives[spot + 1] - link.stay if behind and behind.wished is not None else None
    if link.wished is None:
        return replace(link, wished=FIRST_START - link.set_up if before is None and behind is None else soonest)
    if soonest is not None and latest is not None and soonest > latest:
        return replace(link, wished=soonest)
    if soonest is None and latest is not None and latest < link.wished and behind is not None and not behind.fixed:
        return replace(link, wished=max(latest, min(link.wished, behind.wished or link.wished)))
    wished = link.wished if latest is None else min(link.wished, latest)
    return replace(link, wished=wished if soonest is None else max(wished, soonest))


def put_times(session: Session, order: Order, day: date) -> tuple[UUID, ...]:
    """Write the arrivals of an order as opening times; returns whose times changed."""
    changed = []
    for event_id, arrival in zip(order.event_ids, order.arrivals, strict=True):
        event = get(session, Event, event_id)
        stay = minutes_between(event.starts_at, event.ends_at) if event.starts_at and event.ends_at else None
        opening = at_local(day, max(0, min(arrival + event.set_up_minutes, _LAST_MINUTE)))
        if opening != event.starts_at:
            changed.append(event_id)
            closing = opening + USUAL_STAY if stay is None else later(opening, stay)
            change(session, event, None, {"starts_at": opening, "ends_at": closing})
    return tuple(changed)


def settle(session: Session, day_id: UUID, kept: UUID) -> tuple[UUID, ...]:
    """Let the stops of a day make room for one that keeps its time; returns whose times changed."""
    ids = [stop.event_id for stop in stops_of(session, day_id)]
    events = {event.id: event for event in session.exec(select(Event).where(col(Event.id).in_(ids)))}
    room = room_of(session, day_id, ids)
    links = [link_of(session, events[each], room.day) for each in ids]
    chained = [replace(link, fixed=link.fixed or each == kept) for each, link in zip(ids, links, strict=True)]
    arrivals = chain(chained, room.drives(ids), room.frame)
    return put_times(session, Order(tuple(ids), tuple(arrivals), (0, 0, 0)), room.day)
