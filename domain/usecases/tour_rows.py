"""Tours as rows: each day with its stops, drives, duty and way home."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel import select as select_records

from domain.model import Event, Staff, Stop, Tour, TourDay, TourDayCrew, Vehicle
from domain.region.gemeinden import gemeinde
from domain.region.travel import Leg, TravelTable, Waypoint
from domain.rows.events import EventRow
from domain.rows.settings import DutySettings
from domain.rows.tours import StopRow, TourDayDraft, TourDayRow, TourDetail, TourDraft, TourRow
from domain.rules.duty import DaySchedule, TimedStop, day_schedule
from domain.store.session import Session
from domain.usecases import settings
from domain.usecases.event_rows import fetch_rows
from domain.usecases.records import get
from domain.usecases.travel import travel_table, waypoints


def list_rows(session: Session) -> list[TourRow]:
    """All tours, the latest first, those without a day on top."""
    stops = (
        select(col(TourDay.tour_id), func.count().label("stops"))
        .join(Stop, col(Stop.tour_day_id) == col(TourDay.id))
        .group_by(col(TourDay.tour_id))
        .subquery()
    )
    first, last = func.min(col(TourDay.day)), func.max(col(TourDay.day))
    query = (
        select(
            col(Tour.id),
            col(Tour.version),
            col(Tour.title),
            col(Tour.state),
            first,
            last,
            func.count(col(TourDay.day).distinct()),
            func.coalesce(func.max(stops.c.stops), 0),
        )
        .outerjoin(TourDay, col(TourDay.tour_id) == col(Tour.id))
        .outerjoin(stops, stops.c.tour_id == col(Tour.id))
        .group_by(col(Tour.id))
        .order_by(first.is_not(None), first.desc(), col(Tour.id).desc())
    )
    return [TourRow(*line) for line in session.execute(query)]


def detail(session: Session, tour_id: UUID) -> TourDetail:
    """A tour with all its days by date and vehicle.

    Raises:
        NotFoundError: it is gone.
    """
    tour = get(session, Tour, tour_id)
    days = _days(session, select_records(TourDay).where(TourDay.tour_id == tour_id))
    moments = [day.day for day in days]
    row = TourRow(
        tour.id,
        tour.version,
        tour.title,
        tour.state,
        min(moments, default=None),
        max(moments, default=None),
        len(set(moments)),
        sum(len(day.stops) for day in days),
    )
    return TourDetail(row, TourDraft(tour.title, tour.state, tour.notes), tuple(days))


def days_between(session: Session, first: date, last: date) -> list[TourDayRow]:
    """All tour days from `first` to `last` (inclusive), of every tour."""
    return _days(session, select_records(TourDay).where(TourDay.day >= first, TourDay.day <= last))


def day_of_event(session: Session, event_id: UUID) -> tuple[UUID, UUID] | None:
    """The tour and the tour day an event is a stop of; None if it is none."""
    query = (
        select(col(TourDay.tour_id), col(TourDay.id))
        .join(Stop, col(Stop.tour_day_id) == col(TourDay.id))
        .where(col(Stop.event_id) == event_id)
    )
    line = session.execute(query).first()
    return (line[0], line[1]) if line else None


@dataclass(frozen=True)
class _Surroundings:
    """What the days of a tour need besides themselves."""

    vehicles: dict[UUID, Vehicle]
    crews: dict[UUID, list[tuple[UUID, str]]]
    nights: dict[tuple[UUID, date], str]
    stops: dict[UUID, list[Stop]]
    events: dict[UUID, Event]
    rows: dict[UUID, EventRow]
    spots: dict[UUID, Waypoint | None]
    table: TravelTable
    duty: DutySettings


def _days(session: Session, query: Any) -> list[TourDayRow]:  # noqa: ANN401 - a select of tour days
    days = list(session.exec(query.order_by(col(TourDay.day), col(TourDay.id))))
    ids = [day.id for day in days]
    stops = list(session.exec(select_records(Stop).where(col(Stop.tour_day_id).in_(ids)).order_by(col(Stop.position))))
    event_ids = [stop.event_id for stop in stops]
    events = session.exec(select_records(Event).where(col(Event.id).in_(event_ids)))
    around = _Surroundings(
        vehicles={found.id: found for found in session.exec(select_records(Vehicle))},
        crews=_crews(session, ids),
        nights=_nights(session, days),
        stops=_grouped(stops),
        events={found.id: found for found in events},
        rows={row.id: row for row in fetch_rows(session, event_ids)},
        spots=waypoints(session, event_ids),
        table=travel_table(session),
        duty=settings.load(session).duty,
    )
    found = [_day(day, around) for day in days]
    return sorted(found, key=lambda day: (day.day, day.vehicle))


def _crews(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[tuple[UUID, str]]]:
    query = (
        select(col(TourDayCrew.tour_day_id), col(Staff.id), col(Staff.name))
        .join(Staff, col(Staff.id) == col(TourDayCrew.staff_id))
        .where(col(TourDayCrew.tour_day_id).in_(ids))
        .order_by(col(Staff.name))
    )
    found: dict[UUID, list[tuple[UUID, str]]] = {}
    for day_id, staff_id, name in session.execute(query):
        found.setdefault(day_id, []).append((staff_id, name))
    return found


def _nights(session: Session, days: Sequence[TourDay]) -> dict[tuple[UUID, date], str]:
    """Where vehicles stayed overnight instead of driving home, by vehicle and the morning after."""
    moments = [day.day for day in days]
    if not moments:
        return {}
    eve, last = min(moments) - timedelta(days=1), max(moments)
    query = select(col(TourDay.vehicle_id), col(TourDay.day), col(TourDay.overnight_ags)).where(
        col(TourDay.overnight_ags).is_not(None), col(TourDay.day) >= eve, col(TourDay.day) < last
    )
    return {(vehicle, day + timedelta(days=1)): ags for vehicle, day, ags in session.execute(query)}


def _grouped(stops: Iterable[Stop]) -> dict[UUID, list[Stop]]:
    found: dict[UUID, list[Stop]] = {}
    for stop in stops:
        found.setdefault(stop.tour_day_id, []).append(stop)
    return found


def _day(day: TourDay, around: _Surroundings) -> TourDayRow:
    vehicle = around.vehicles[day.vehicle_id]
    crew = around.crews.get(day.id, [])
    slept = around.nights.get((vehicle.id, day.day))
    events = [around.events[stop.event_id] for stop in around.stops.get(day.id, ())]
    route = _route(vehicle, slept, [around.spots.get(event.id) for event in events], day.overnight_ags)
    legs, home = _legs(around, route)
    schedule = _schedule(events, legs, home, around.duty, len(crew) or None)
    stops = tuple(
        _stop(event, around, position, leg, schedule)
        for position, (event, leg) in enumerate(zip(events, legs, strict=True), 1)
    )
    return TourDayRow(
        id=day.id,
        version=day.version,
        day=day.day,
        vehicle_id=vehicle.id,
        vehicle=vehicle.name,
        depot=vehicle.depot_town,
        start=gemeinde(slept).name if slept else vehicle.depot_town,
        overnight=gemeinde(day.overnight_ags).name if day.overnight_ags else "",
        crew=tuple(name for _id, name in crew),
        stops=stops,
        home=home if stops else None,
        leaves_at=schedule.leaves_at if schedule else None,
        returns_at=schedule.returns_at if schedule else None,
        drive_minutes=sum(leg.minutes for leg in (*legs, home)) if stops else 0,
        duty_minutes=schedule.duty if schedule else 0,
        break_minutes=schedule.rest if schedule else 0,
        kilometres=round(sum(leg.kilometres for leg in (*legs, home)), 1) if stops else 0.0,
        max_duty_minutes=min(vehicle.max_duty_minutes, around.duty.max_duty_minutes),
        max_drive_minutes=vehicle.max_drive_minutes,
        draft=TourDayDraft(
            day.day, day.vehicle_id, day.overnight_ags, tuple(person for person, _name in crew), day.notes
        ),
        route=route,
    )


def _route(
    vehicle: Vehicle, slept: str | None, spots: Iterable[Waypoint | None], overnight: str | None
) -> tuple[Waypoint | None, ...]:
    """From where the bus slept over the stops to where it will; the depot stands in, None is an unknown place."""
    start, night = (
        Waypoint(ags) if ags else None for ags in (slept or vehicle.depot_ags, overnight or vehicle.depot_ags)
    )
    return (start, *spots, night)


_NO_DRIVE = Leg(0, 0.0)


def _legs(around: _Surroundings, route: Sequence[Waypoint | None]) -> tuple[list[Leg], Leg]:
    """The drives that lead to each stop, and the one home; none where a place is unknown."""

    def leg(start: Waypoint | None, end: Waypoint | None) -> Leg:
        return around.table.leg_between(start, end) if start and end else _NO_DRIVE

    *legs, home = (leg(start, end) for start, end in pairwise(route))
    return legs, home


def _schedule(
    events: Sequence[Event], legs: Sequence[Leg], home: Leg, duty: DutySettings, crew: int | None
) -> DaySchedule | None:
    timed = [
        TimedStop(event.starts_at, event.ends_at, event.set_up_minutes, event.tear_down_minutes)
        for event in events
        if event.starts_at and event.ends_at
    ]
    if not timed or len(timed) != len(events):
        return None
    return day_schedule(timed, [leg.minutes for leg in legs], home.minutes, duty.breaks, crew=crew)


def _stop(event: Event, around: _Surroundings, position: int, leg: Leg, schedule: DaySchedule | None) -> StopRow:
    arrival: datetime | None = None
    departure: datetime | None = None
    if schedule is not None:
        arrival, departure = schedule.stops[position - 1].arrival, schedule.stops[position - 1].departure
    return StopRow(
        event=around.rows[event.id],
        position=position,
        leg=leg,
        set_up_minutes=event.set_up_minutes,
        tear_down_minutes=event.tear_down_minutes,
        arrival=arrival,
        departure=departure,
        site_id=event.site_id,
        expected=event.expected,
    )
