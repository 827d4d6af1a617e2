"""What is known when a tour is planned: vehicles and their days, what is taken, and what may still move."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from sqlmodel import col, or_, select

from domain.model import Event, Stop, TourDay
from domain.region.fold import fold
from domain.region.travel import TravelTable
from domain.rows.filters import RequestFilter
from domain.rows.proposals import PlanningWish
from domain.rows.requests import RequestRow
from domain.rows.tours import EquipmentRow, VehicleRow
from domain.rules.conflicts.appointment import Appointment, Context
from domain.rules.conflicts.booking import share_a_day
from domain.rules.conflicts.people import is_absent
from domain.rules.local import local_days
from domain.rules.site_fit import vehicle_fit
from domain.store.session import Session
from domain.terms import DaySpan, EventKind, EventState, Fit, RequestState
from domain.usecases import fleet, requests
from domain.usecases.conflict_context import appointments, context, ids_around
from domain.usecases.planning_problem_days import days_of
from domain.usecases.travel import travel_table

_WAITING = frozenset({EventState.idea, EventState.requested, EventState.tentative})


@dataclass(frozen=True)
class Movable:
    """An event that the plan may place: undated, or a stop of the tour that is planned anew."""

    event: Event
    seen: Appointment
    request: RequestRow | None

    @property
    def day(self) -> date | None:
        """The local day it is on now; None while it has no time."""
        return local_days(self.seen.span).first if self.seen.span else None


@dataclass(frozen=True)
class World:
    """The workspace as a plan for `period` sees it; `fleet` are the vehicles to plan, `around` all dated events."""

    wish: PlanningWish
    today: date
    fleet: tuple[VehicleRow, ...]
    all_vehicles: tuple[VehicleRow, ...]
    pieces: tuple[EquipmentRow, ...]
    context: Context
    travel: TravelTable
    around: tuple[Appointment, ...]
    movable: tuple[Movable, ...]
    open_requests: tuple[RequestRow, ...]
    own_days: tuple[TourDay, ...]

    @property
    def period(self) -> DaySpan:
        """The local days to plan."""
        return DaySpan(self.wish.first, self.wish.last)

    @cached_property
    def vehicle_ids(self) -> frozenset[UUID]:
        """The vehicles to plan."""
        return frozenset(row.id for row in self.fleet)

    def name_of(self, vehicle_id: UUID) -> str:
        """What people call a vehicle; its id where two are called the same."""
        names = [row.draft.name for row in self.fleet]
        name = next(row.draft.name for row in self.fleet if row.id == vehicle_id)
        return name if names.count(name) == 1 else str(vehicle_id)

    def fitting(self, site_id: UUID | None) -> frozenset[UUID]:
        """The planned vehicles of which nothing known says that they do not fit a site; all where there is none."""
        site = self.context.sites.get(site_id) if site_id else None
        if site is None:
            return self.vehicle_ids
        return frozenset(row.id for row in self.fleet if vehicle_fit(row.id, row.draft, site).fit is not Fit.misfit)

    @cached_property
    def standing(self) -> tuple[Appointment, ...]:
        """Dated events that stay as they are."""
        moving = {each.event.id for each in self.movable}
        return tuple(each for each in self.around if each.id not in moving)

    def free_days(self, vehicle: VehicleRow) -> tuple[date, ...]:
        """The days of the period after today on which the vehicle can be out."""
        taken = set(self._taken_days(vehicle.id))
        return tuple(day for day in days_of(self.period) if day > self.today and day not in taken)

    def _taken_days(self, vehicle_id: UUID) -> Iterator[date]:
        for span in self._blocks(vehicle_id):
            yield from days_of(DaySpan(max(span.first, self.wish.first), min(span.last, self.wish.last)))
        own = {day.id for day in self.own_days}
        for day_id, day in self.context.tour_days.items():
            if day.vehicle_id != vehicle_id:
                continue
            if day.overnight_ags and day_id not in own:
                yield from days_of(DaySpan(day.day, date.fromordinal(day.day.toordinal() + 1)))
            elif any(self.is_away(person, day.day, {vehicle_id}) for person in day.crew_ids):
                yield day.day

    def _blocks(self, vehicle_id: UUID) -> Iterator[DaySpan]:
        """Days on which the vehicle is booked, out of order, or at an event that takes whole days."""
        yield from (block.days for block in self.context.blocks if block.vehicle_id == vehicle_id)
        yield from (DaySpan(out.first, out.last) for out in self.wish.out if out.vehicle_id == vehicle_id)
        for each in self.standing:
            if each.vehicle_id == vehicle_id and each.span is not None:
                days = local_days(each.span)
                if each.all_day or days.first != days.last:
                    yield days

    def fixed(self, vehicle: VehicleRow, day: date) -> tuple[Appointment, ...]:
        """Events with a time that the vehicle is at on that day, in order of time."""
        return self._fixed.get((vehicle.id, day), ())

    @cached_property
    def _fixed(self) -> dict[tuple[UUID, date], tuple[Appointment, ...]]:
        found: dict[tuple[UUID, date], tuple[Appointment, ...]] = {}
        for each in self.standing:
            if each.vehicle_id in self.vehicle_ids and each.span is not None and not each.all_day:
                key = (each.vehicle_id, local_days(each.span).first)
                found[key] = (*found.get(key, ()), each)
        return found

    def is_away(self, person_id: UUID, day: date, with_vehicles: Collection[UUID | None] = ()) -> bool:
        """Whether a person is absent that day, or needed at an event without one of these vehicles."""
        person = self.context.staff.get(person_id)
        if person is not None and is_absent(person, DaySpan(day, day)):
            return True
        return any(vehicle not in with_vehicles for vehicle in self._needed.get((person_id, day), ()))

    @cached_property
    def _needed(self) -> dict[tuple[UUID, date], tuple[UUID | None, ...]]:
        """The vehicles of the standing events that a person is needed at, by person and day."""
        found: dict[tuple[UUID, date], tuple[UUID | None, ...]] = {}
        for each in self.standing:
            day = self.context.tour_days.get(each.tour_day_id) if each.tour_day_id else None
            people = {*(person.staff_id for person in each.assignments), *(day.crew_ids if day else ())}
            for when in self._days(each):
                for person in people:
                    found[person, when] = (*found.get((person, when), ()), each.vehicle_id)
        return found

    def _days(self, each: Appointment) -> tuple[date, ...]:
        if each.span is None:
            return ()
        days = local_days(each.span)
        return tuple(days_of(DaySpan(max(days.first, self.wish.first), min(days.last, self.wish.last))))

    def at_site(self, site_id: UUID, day: date) -> tuple[Appointment, ...]:
        """Standing events on that site on that day."""
        return tuple(each for each in self.standing if each.site_id == site_id and day in self._days(each))

    @cached_property
    def carriers(self) -> dict[str, frozenset[UUID]]:
        """Which of the planned vehicles can bring a piece of equipment, by its folded name.

        A piece that no vehicle carries can be loaded into any. No more vehicles bring it than there are pieces, so
        that two never need the same one at a time.
        """
        found = {}
        for piece in self.pieces:
            carrying = {row.id for row in self.all_vehicles if piece.id in row.draft.equipment_ids}
            able = [row.id for row in self.fleet if row.id in carrying or not carrying]
            found[fold(piece.name)] = frozenset(able[: piece.quantity])
        return found

    @cached_property
    def piece_named(self) -> dict[str, EquipmentRow]:
        """The equipment by its folded name."""
        return {fold(piece.name): piece for piece in self.pieces}

    def is_short(self, piece: EquipmentRow, day: date) -> bool:
        """Whether so many of a piece are lent or needed elsewhere that day that not every carrier has one."""
        carriers = self.carriers[fold(piece.name)]
        today = DaySpan(day, day)
        lent = sum(block.equipment_id == piece.id and share_a_day(block.days, today) for block in self.context.blocks)
        elsewhere = sum(
            piece.id in each.equipment_ids and each.vehicle_id not in carriers and day in self._days(each)
            for each in self.standing
        )
        return piece.quantity - lent - elsewhere < len(carriers)


def world(session: Session, wish: PlanningWish) -> World:
    """Everything that a plan needs to know, read once."""
    vehicles = tuple(fleet.list_rows(session))
    chosen = tuple(row for row in vehicles if not wish.vehicle_ids or row.id in wish.vehicle_ids)
    gone = {each.event_id for each in wish.cancelled}
    asked = requests.list_rows(session, RequestFilter(kinds=(EventKind.mobile_stop,)))
    dated = [each for each in ids_around(session, wish.first, wish.last) if each not in gone]
    return World(
        wish=wish,
        today=session.today,
        fleet=chosen,
        all_vehicles=vehicles,
        pieces=tuple(fleet.equipment(session)),
        context=context(session),
        travel=travel_table(session),
        around=tuple(appointments(session, dated)),
        movable=tuple(_movable(session, wish, {row.id for row in chosen}, asked)),
        open_requests=tuple(row for row in asked if row.state is RequestState.open),
        own_days=_own_days(session, wish),
    )


def _own_days(session: Session, wish: PlanningWish) -> tuple[TourDay, ...]:
    if wish.tour_id is None:
        return ()
    return tuple(session.exec(select(TourDay).where(TourDay.tour_id == wish.tour_id).order_by(col(TourDay.day))))


def _movable(
    session: Session, wish: PlanningWish, vehicles: set[UUID], requested: Iterable[RequestRow]
) -> Iterator[Movable]:
    query = (
        select(Event, TourDay.tour_id)
        .outerjoin(Stop, col(Stop.event_id) == col(Event.id))
        .outerjoin(TourDay, col(TourDay.id) == col(Stop.tour_day_id))
        .where(
            Event.kind == EventKind.mobile_stop,
            col(Event.is_template).is_(False),
            col(Event.all_day).is_(False),
            or_(col(Event.state).in_(_WAITING), col(Event.id).in_(wish.released)),
        )
        .order_by(col(Event.id))
    )
    cancelled = {each.event_id for each in wish.cancelled}
    stored: Iterable[tuple[Event, UUID | None]] = session.exec(query)
    events = {
        event.id: event
        for event, tour_id in stored
        if event.id not in cancelled and tour_id in {None, wish.tour_id}
        if event.starts_at is None or tour_id is not None or event.id in wish.released
    }
    asked = {row.event_id: row for row in requested if row.event_id is not None}
    for seen in appointments(session, list(events)):
        each = Movable(events[seen.id], seen, asked.get(seen.id))
        if each.day is None or _may_leave(each, each.day, wish, vehicles, session.today):
            yield each


def _may_leave(each: Movable, day: date, wish: PlanningWish, vehicles: set[UUID], today: date) -> bool:
    return wish.first <= day <= wish.last and day > today and each.event.vehicle_id in vehicles
