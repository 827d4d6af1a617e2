"""The planning problem: stops with their windows, vehicles with their days, drive minutes and prices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

DEFAULT_MOVE_COST = 30
"""Price of a stop that leaves its published cell; measured: a broken-down vehicle then moves few others (note 5)."""

NOTHING: Mapping[str, int] = MappingProxyType({})


class Cell(NamedTuple):
    """One vehicle on one day."""

    vehicle: str
    day: int


@dataclass(frozen=True, slots=True)
class Window:
    """A day and the minutes from midnight between which a whole stay must lie."""

    day: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class PlanningVehicle:
    """A vehicle: leaves `depot` (index of a place) not before `opens`, is back by `closes` (minutes from midnight).

    It is on duty at most `max_work` minutes a day (departure to return, breaks included) and drives at most
    `max_drive`. `days` are those it can be out, rising. `crew` is how many ride along, None = nobody knows. `name` is
    for people.
    """

    id: str
    equipment: frozenset[str]
    depot: int
    opens: int
    closes: int
    max_work: int
    max_drive: int
    days: tuple[int, ...]
    crew: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class PlanningStop:
    """A stay that somebody asks for: `duration` minutes, at most one window a day, rising by day.

    `prize` is the price of leaving it out. `vehicle` is whom the contact person would like to see again (the file's
    `crew`), None = anybody. `preferred` are the days asked for first; none = all are equal. `name` is for people.
    """

    id: str
    town: str
    district: str
    place: int
    kind: str
    duration: int
    prize: int
    priority: int
    need: frozenset[str]
    windows: tuple[Window, ...]
    vehicle: str | None = None
    preferred: frozenset[int] = frozenset()
    name: str = ""

    def window(self, day: int) -> Window | None:
        """The window of this day, None on a day that is not allowed."""
        return next((each for each in self.windows if each.day == day), None)


@dataclass(frozen=True, slots=True)
class FixedStop:
    """A stop that must stay in its cell, and at its `start` (minute of the day) where one is given."""

    stop: str
    cell: Cell
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Night:
    """A place where `vehicle` may stay from `day` to the next one instead of driving home, for `cost`."""

    vehicle: str
    day: int
    place: int
    cost: int = 0


@dataclass(frozen=True)
class Problem:
    """All the optimiser knows; `minutes[a][b]` is the drive from place a to place b.

    The cost of a plan: drive minutes + `day_cost` per used cell + `prize` of each stop left out + `move_cost` per
    stop outside its published cell + what is switched on: `coverage` per district in which no stop is planned,
    `crew_cost` per stop with another vehicle than wished, `preferred_cost` per stop on another day than preferred,
    and the cost of each night away. `breaks` are (worked more than, minutes of break due), by rising hours; empty =
    no breaks. `published_starts` are the minutes told to people, kept where possible.
    """

    name: str
    vehicles: tuple[PlanningVehicle, ...]
    stops: tuple[PlanningStop, ...]
    places: tuple[tuple[float, float], ...]
    minutes: tuple[tuple[int, ...], ...]
    day_cost: int
    fixed: tuple[FixedStop, ...] = ()
    published: Mapping[str, Cell] = field(default_factory=dict)
    published_starts: Mapping[str, int] = field(default_factory=dict)
    move_cost: int = DEFAULT_MOVE_COST
    breaks: tuple[tuple[int, int], ...] = ()
    coverage: int = 0
    crew_cost: int = 0
    preferred_cost: int = 0
    nights: tuple[Night, ...] = ()
    dates: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def stop_of(self) -> Mapping[str, PlanningStop]:
        """The stops by id."""
        return {stop.id: stop for stop in self.stops}

    @cached_property
    def vehicle_of(self) -> Mapping[str, PlanningVehicle]:
        """The vehicles by id."""
        return {vehicle.id: vehicle for vehicle in self.vehicles}

    @cached_property
    def fixed_of(self) -> Mapping[str, FixedStop]:
        """The fixed stops by stop id."""
        return {fixed.stop: fixed for fixed in self.fixed}

    def extra_cost(self, stop: PlanningStop, cell: Cell) -> int:
        """What this stop in this cell costs besides the drive: moved, another crew, not the preferred day."""
        moved = self.published.get(stop.id, cell) != cell
        stranger = stop.vehicle is not None and stop.vehicle != cell.vehicle
        unloved = bool(stop.preferred) and cell.day not in stop.preferred
        return moved * self.move_cost + stranger * self.crew_cost + unloved * self.preferred_cost
