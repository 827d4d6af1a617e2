"""Vehicles with their days, what is fixed in them, and drives: the frame of a planning problem."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time, timedelta
from uuid import UUID

from domain.planning.case import PlanningCase
from domain.planning.day import Days
from domain.planning.plan import LeftOut
from domain.planning.problem import Cell, FixedStop, Night, PlanningStop, PlanningVehicle, Problem, Window
from domain.region.travel import Waypoint
from domain.rows.proposals import COVERAGE_COSTS, MOVE_COSTS, PRIZES, Subject
from domain.rows.releases import Cell as ReleasedCell
from domain.rows.tours import VehicleDraft, VehicleRow
from domain.rules.conflicts.appointment import Appointment
from domain.rules.local import minute_of_day, minutes_between
from domain.rules.working_day import breaks_due
from domain.terms import Weight
from domain.usecases.planning_problem_days import days_of
from domain.usecases.planning_problem_stops import Ready
from domain.usecases.planning_problem_world import World

DAY_COST, NIGHT_COST = 40, 60
"""Price of a vehicle-day and of a night away, in minutes at the wheel (planning note 3; the night is a judgement)."""

PREFERRED_COST, STRANGER_COST = 20, 30
"""Price of another day than the preferred one, and of another vehicle than the one already meant (note 5)."""


@dataclass(frozen=True)
class Place:
    """Where something is: None = not known, then no drive is counted. The drive between spots of one site is none."""

    spot: Waypoint | None
    site_id: UUID | None = None


@dataclass(frozen=True)
class Standing:
    """An event that is fixed in a cell, as a stop of the problem."""

    event: Appointment
    stop: PlanningStop
    fixed: FixedStop


class Places:
    """The places of a problem, one for each stop and depot, and the drives between them."""

    def __init__(self, world: World) -> None:
        """No place is known yet."""
        self._world = world
        self._found: list[Place] = []
        self._on_site: dict[UUID, list[int]] = {}

    def add(self, place: Place) -> int:
        """The index of a further place."""
        self._found.append(place)
        if place.site_id is not None:
            self._on_site.setdefault(place.site_id, []).append(len(self._found) - 1)
        return len(self._found) - 1

    @property
    def coordinates(self) -> tuple[tuple[float, float], ...]:
        """Latitude and longitude of each place; zeros where it is not known."""
        positions = [place.spot.position if place.spot else None for place in self._found]
        return tuple((found.lat, found.lon) if found else (0.0, 0.0) for found in positions)

    def minutes(self) -> tuple[tuple[int, ...], ...]:
        """The drive from every place to every other; none from a place to itself.

        Many stops are in the same Gemeinde: each pair of spots is looked up once.
        """
        spots = list(dict.fromkeys(place.spot for place in self._found if place.spot is not None))
        number = {spot: index for index, spot in enumerate(spots)}
        at = [number[place.spot] if place.spot is not None else len(spots) for place in self._found]
        drives = [[*row, 0] for row in self._world.travel.matrix(spots)]
        drives.append([0] * (len(spots) + 1))
        rows = [[row[end] for end in at] for row in drives]
        return tuple(tuple(self._at_home(start, rows[spot])) for start, spot in enumerate(at))

    def _at_home(self, start: int, drives: list[int]) -> list[int]:
        """The drives from a place, none to itself and to others on the same site."""
        own, site_id = list(drives), self._found[start].site_id
        own[start] = 0
        for end in self._on_site[site_id] if site_id else ():
            own[end] = 0
        return own


def assembled(
    world: World, asked: Sequence[Ready], apart: Mapping[str, LeftOut], released: Mapping[UUID, ReleasedCell]
) -> PlanningCase:
    """The case of these stops in the vehicles' days, but for those that are `apart`.

    `released` is where events stand in the newest plan version.
    """
    places = Places(world)
    free = [each for each in asked if each.asking.id not in apart]
    nights = {places.add(Place(Waypoint(ags))): ags for ags in _night_towns(world)}
    standing, frame = _frame(world, places, nights)
    published = dict(_published(world, free, released))
    problem = replace(
        frame,
        stops=(*frame.stops, *(_placed(each, places) for each in free)),
        places=places.coordinates,
        published={stop: cell for stop, (cell, _start) in published.items()},
        published_starts={stop: start for stop, (_cell, start) in published.items()},
    )
    return PlanningCase(
        wish=world.wish,
        problem=replace(problem, minutes=places.minutes()),
        subjects=_subjects(asked, standing),
        apart=tuple(apart.values()),
        notes={each.asking.id: each.notes for each in free if each.notes},
        nights=nights,
    )


def _frame(world: World, places: Places, nights: Mapping[int, str]) -> tuple[list[Standing], Problem]:
    """What stands already, and the problem before anybody asks for a stop."""
    vehicles = tuple(_vehicle(world, row, places) for row in world.fleet)
    standing = [each for row in world.fleet for each in _standing(world, row, places)]
    problem = Problem(
        name=f"{world.wish.first.isoformat()}..{world.wish.last.isoformat()}",
        vehicles=vehicles,
        stops=tuple(each.stop for each in standing),
        places=places.coordinates,
        minutes=places.minutes(),
        day_cost=DAY_COST,
        fixed=tuple(each.fixed for each in standing),
        move_cost=MOVE_COSTS[world.wish.stability],
        breaks=world.context.duty.breaks,
        coverage=COVERAGE_COSTS[world.wish.coverage],
        crew_cost=STRANGER_COST,
        preferred_cost=PREFERRED_COST,
        nights=tuple(_nights(world, vehicles, nights)),
        dates={number: day.isoformat() for number, day in enumerate(days_of(world.period))},
    )
    return standing, _possible(problem)


def _subjects(asked: Iterable[Ready], standing: Iterable[Standing]) -> dict[str, Subject]:
    """What each stop is for, also of those that are apart."""
    free = {each.asking.id: each.asking.subject for each in asked}
    return free | {each.stop.id: _subject(each) for each in standing}


def _placed(each: Ready, places: Places) -> PlanningStop:
    return replace(each.stop, place=places.add(Place(each.asking.where, each.asking.site_id)))


def _vehicle(world: World, row: VehicleRow, places: Places) -> PlanningVehicle:
    """A vehicle with the days on which it can be out; its equipment by the names that stops ask for, and its own."""
    draft = row.draft
    crews = [len(day.crew_ids) for day in world.context.tour_days.values() if day.vehicle_id == row.id and day.crew_ids]
    carried = (name for name, able in world.carriers.items() if row.id in able)
    depot = Waypoint(draft.depot_ags) if draft.depot_ags else None
    return PlanningVehicle(
        id=str(row.id),
        equipment=frozenset([world.name_of(row.id), *(world.piece_named[name].name for name in carried)]),
        depot=places.add(Place(depot)),
        opens=_minute(draft.available_from),
        closes=_minute(draft.available_to),
        max_work=_presence(world, draft),
        max_drive=draft.max_drive_minutes,
        days=tuple((day - world.wish.first).days for day in world.free_days(row)),
        crew=min(crews, default=None),
        name=draft.name,
    )


def _presence(world: World, draft: VehicleDraft) -> int:
    """Minutes from leaving to being back that keep the limit of duty, which leaves breaks out (ArbZG § 2 (1))."""
    duty = min(draft.max_duty_minutes, world.context.duty.max_duty_minutes)
    return duty + breaks_due(duty, world.context.duty.breaks)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _standing(world: World, row: VehicleRow, places: Places) -> Iterator[Standing]:
    """What the vehicle is at on the days it can be out, at its time."""
    for day in world.free_days(row):
        for event in world.fixed(row, day):
            if event.span is None:
                continue
            start = minute_of_day(event.span.start) - event.set_up_minutes
            stay = event.set_up_minutes + minutes_between(event.span.start, event.span.end) + event.tear_down_minutes
            number, place = (day - world.wish.first).days, places.add(Place(event.where, event.site_id))
            stop = PlanningStop(
                id=str(event.id),
                town=event.town,
                district=event.where.ags[:5] if event.where else "",
                place=place,
                kind=event.kind.value,
                duration=stay,
                prize=PRIZES[Weight.usual][0],
                priority=1,
                need=frozenset(),
                windows=(Window(number, start, start + stay),),
                name=event.title,
            )
            yield Standing(event, stop, FixedStop(stop.id, Cell(str(row.id), number), start))


def _subject(each: Standing) -> Subject:
    event = each.event
    return Subject(
        title=event.title,
        town=event.town,
        kind=event.kind,
        minutes=each.stop.duration,
        version=0,
        ags=event.where.ags if event.where else None,
        event_id=event.id,
        state=event.state,
        priority=1,
        set_up=event.set_up_minutes,
        tear_down=event.tear_down_minutes,
        starts_at=event.span.start if event.span else None,
        ends_at=event.span.end if event.span else None,
        vehicle_id=event.vehicle_id,
        fixed=True,
    )


def _published(
    world: World, asked: Iterable[Ready], released: Mapping[UUID, ReleasedCell]
) -> Iterator[tuple[str, tuple[Cell, int]]]:
    """Cell and start of the stay that people know, of each stop that has one in the period."""
    for each in asked:
        subject = each.asking.subject
        told = released.get(subject.event_id) if subject.event_id else None
        if told is not None and told.day in world.period:
            vehicle, day, opens = told.vehicle_id, told.day, told.start
        elif subject.starts_at is not None and subject.vehicle_id is not None:
            vehicle, day, opens = subject.vehicle_id, subject.starts_at.date(), minute_of_day(subject.starts_at)
        else:
            continue
        yield each.asking.id, (Cell(str(vehicle), (day - world.wish.first).days), opens - subject.set_up)


def _night_towns(world: World) -> tuple[str, ...]:
    """The Gemeinden in which the crew may sleep: those wished, and those of the tour that is planned anew."""
    kept = (day.overnight_ags for day in world.own_days if day.overnight_ags and day.vehicle_id in world.vehicle_ids)
    return tuple(dict.fromkeys([*world.wish.nights, *kept]))


def _nights(world: World, vehicles: Iterable[PlanningVehicle], towns: Mapping[int, str]) -> Iterator[Night]:
    """Each night before another day of the same vehicle; those of the present tour are paid already."""
    kept = {(str(day.vehicle_id), day.day, day.overnight_ags) for day in world.own_days}
    for vehicle in vehicles:
        for day in vehicle.days:
            when = world.wish.first + timedelta(days=day)
            for place, ags in towns.items() if day + 1 in vehicle.days else ():
                if (vehicle.id, when, ags) in kept:
                    yield Night(vehicle.id, day, place)
                elif ags in world.wish.nights:
                    yield Night(vehicle.id, day, place, NIGHT_COST)


def _possible(problem: Problem) -> Problem:
    """The problem without days whose fixed stops cannot all be kept as they stand; those days are left alone."""
    cells: dict[Cell, list[str]] = {}
    for fixed in problem.fixed:
        cells.setdefault(fixed.cell, []).append(fixed.stop)
    days = Days(problem)
    clashing = {cell for cell, stops in cells.items() if not _can_be_kept(problem, days, cell, stops)}
    if not clashing:
        return problem
    dropped = {stop for cell in clashing for stop in cells[cell]}
    return replace(
        problem,
        vehicles=tuple(
            replace(each, days=tuple(day for day in each.days if Cell(each.id, day) not in clashing))
            for each in problem.vehicles
        ),
        stops=tuple(stop for stop in problem.stops if stop.id not in dropped),
        fixed=tuple(each for each in problem.fixed if each.stop not in dropped),
        nights=tuple(
            night
            for night in problem.nights
            if not {Cell(night.vehicle, night.day), Cell(night.vehicle, night.day + 1)} & clashing
        ),
    )


def _can_be_kept(problem: Problem, days: Days, cell: Cell, stops: Sequence[str]) -> bool:
    """Whether the fixed stops of a cell fit, from the depot or a night away and back to one of them."""
    origins = [night.place for night in problem.nights if (night.vehicle, night.day) == (cell.vehicle, cell.day - 1)]
    ends = [night.place for night in problem.nights if (night.vehicle, night.day) == tuple(cell)]
    return any(
        days.route(cell, stops, origin=origin, destination=end) is not None
        for origin in (None, *origins)
        for end in (None, *ends)
    )
