"""Two plans side by side: what moves, what it saves or costs, and who must be told."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from domain.planning.plan import Route
from domain.planning.problem import Cell, Problem


class Visit(NamedTuple):
    """Which vehicle calls on which day, and the minute from midnight at which the stay begins."""

    cell: Cell
    start: int


@dataclass(frozen=True, slots=True)
class Change:
    """A stop that two plans treat differently; None = it is not planned there."""

    stop: str
    before: Visit | None
    after: Visit | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What a plan amounts to: `cost` as the problem prices it, `drive` and `duty` in minutes over all days.

    `duty` runs from departure to return. `used` are vehicle-days with a stop, `districts` those in which one is
    planned.
    """

    planned: int
    drive: int
    duty: int
    used: int
    districts: frozenset[str]
    cost: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changes from one plan to another; every stop of both is in exactly one of the five lists, in time order.

    `moved` get another vehicle or day, `retimed` only another hour. `to_tell` are stops that were fixed or published
    and whose day or published start is another in the later plan, or that it drops: somebody waits for them.
    """

    moved: tuple[Change, ...]
    retimed: tuple[Change, ...]
    added: tuple[Change, ...]
    dropped: tuple[Change, ...]
    unchanged: tuple[str, ...]
    to_tell: tuple[str, ...]
    before: Figures
    after: Figures

    @property
    def added_drive(self) -> int:
        """Minutes at the wheel that the later plan needs more (negative = fewer)."""
        return self.after.drive - self.before.drive

    @property
    def added_duty(self) -> int:
        """Minutes on duty that the later plan needs more (negative = fewer)."""
        return self.after.duty - self.before.duty

    @property
    def added_cost(self) -> int:
        """What the later plan costs more by the problem's prices (negative = it is better)."""
        return self.after.cost - self.before.cost

    @property
    def districts_won(self) -> frozenset[str]:
        """Districts that only the later plan covers."""
        return self.after.districts - self.before.districts

    @property
    def districts_lost(self) -> frozenset[str]:
        """Districts that only the earlier plan covers."""
        return self.before.districts - self.after.districts


def compare(problem: Problem, present: Sequence[Route], proposed: Sequence[Route]) -> Comparison:
    """Hold `proposed` against `present`, both for the same problem.

    A stop that the problem does not know (any more) may stand in a route: it is listed, but has no price.
    """
    before, after = _visits(present), _visits(proposed)
    changes = [Change(stop, before.get(stop), after.get(stop)) for stop in _in_order(before, after)]
    both = [each for each in changes if each.before and each.after]
    return Comparison(
        moved=tuple(each for each in both if _cell(each.before) != _cell(each.after)),
        retimed=tuple(each for each in both if _cell(each.before) == _cell(each.after) and each.before != each.after),
        added=tuple(each for each in changes if each.before is None),
        dropped=tuple(each for each in changes if each.after is None),
        unchanged=tuple(each.stop for each in both if each.before == each.after),
        to_tell=_to_tell(problem, after),
        before=figures(problem, present),
        after=figures(problem, proposed),
    )


def figures(problem: Problem, routes: Iterable[Route]) -> Figures:
    """What the plan with these routes amounts to; routes without a stop do not count."""
    used = [route for route in routes if route.stops]
    return Figures(
        planned=sum(len(route.stops) for route in used),
        drive=sum(route.drive for route in used),
        duty=sum(route.back - route.departure for route in used),
        used=len(used),
        districts=_districts(problem, used),
        cost=plan_cost(problem, used),
    )


def plan_cost(problem: Problem, routes: Iterable[Route]) -> int:
    """The problem's objective for these routes (see `Problem`); routes without a stop do not count."""
    used = [route for route in routes if route.stops]
    planned = {stop: route.cell for route in used for stop in route.stops}
    left_out = sum(stop.prize for stop in problem.stops if stop.id not in planned)
    wishes = sum(problem.extra_cost(stop, planned[stop.id]) for stop in problem.stops if stop.id in planned)
    districts = {stop.district for stop in problem.stops}
    return (
        sum(route.drive for route in used)
        + problem.day_cost * len(used)
        + left_out
        + wishes
        + problem.coverage * len(districts - _districts(problem, used))
        + _nights(problem, used)
    )


def detours(problem: Problem, routes: Iterable[Route]) -> Mapping[str, int]:
    """The minutes at the wheel that each stop adds to its day: the drive with it less that past it."""
    found: dict[str, int] = {}
    for route in routes:
        known = [stop for stop in route.stops if stop in problem.stop_of]
        places = [route.origin, *(problem.stop_of[stop].place for stop in known), route.destination]
        for stop, before, place, behind in zip(known, places, places[1:], places[2:], strict=False):
            legs = problem.minutes[before][place] + problem.minutes[place][behind]
            found[stop] = legs - problem.minutes[before][behind]
    return found


def visits_by_district(problem: Problem, routes: Iterable[Route]) -> Mapping[str, int]:
    """How many stops each district gets; one without a stop is not named."""
    known = problem.stop_of
    return Counter(known[stop].district for route in routes for stop in route.stops if stop in known)


def _nights(problem: Problem, routes: Iterable[Route]) -> int:
    """The cost of the nights that the routes end with away from the depot."""
    prices = {(Cell(night.vehicle, night.day), night.place): night.cost for night in problem.nights}
    depots = {vehicle.id: vehicle.depot for vehicle in problem.vehicles}
    away = (route for route in routes if route.destination != depots.get(route.cell.vehicle))
    return sum(prices.get((route.cell, route.destination), 0) for route in away)


def _districts(problem: Problem, routes: Iterable[Route]) -> frozenset[str]:
    known = problem.stop_of
    return frozenset(known[stop].district for route in routes for stop in route.stops if stop in known)


def _visits(routes: Iterable[Route]) -> Mapping[str, Visit]:
    return {
        stop: Visit(route.cell, start)
        for route in routes
        for stop, start in zip(route.stops, route.starts, strict=True)
    }


def _in_order(before: Mapping[str, Visit], after: Mapping[str, Visit]) -> list[str]:
    """All stops of both plans, by when they are to happen (or were)."""

    def when(stop: str) -> tuple[int, int, str]:
        visit = after.get(stop) or before[stop]
        return visit.cell.day, visit.start, stop

    return sorted({*before, *after}, key=when)


def _cell(visit: Visit | None) -> Cell | None:
    return visit and visit.cell


def _to_tell(problem: Problem, after: Mapping[str, Visit]) -> tuple[str, ...]:
    """The stops for which a day, or a start, was published or fixed that is no longer true; by that day."""
    told = {**{stop: fixed.cell.day for stop, fixed in problem.fixed_of.items()}, **_days(problem.published)}
    starts = {stop: fixed.start for stop, fixed in problem.fixed_of.items()} | dict(problem.published_starts)

    def changes(stop: str) -> bool:
        visit, start = after.get(stop), starts.get(stop)
        return visit is None or visit.cell.day != told[stop] or (start is not None and visit.start != start)

    return tuple(sorted(filter(changes, told), key=lambda stop: (told[stop], stop)))


def _days(cells: Mapping[str, Cell]) -> dict[str, int]:
    return {stop: cell.day for stop, cell in cells.items()}
