"""The room that a plan leaves in its days: where one more stay fits and what it costs."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from domain.planning.day import Days
from domain.planning.day_labels import Stay
from domain.planning.plan import Route
from domain.planning.problem import Cell, PlanningStop, Problem
from domain.planning.spans import Row, Span, garage

FAR = 10**12
"""More minutes than any detour."""

NOBODY: frozenset[str] = frozenset()

IMPOSSIBLE = Span(0, 1, 0, 0, 0, 0)
"""A stay with no time to begin; a day that holds one has room for nothing."""


class Rooms:
    """A plan's days, each prepared to tell in constant time where one more stay fits.

    Times are those of `spans`: exact for the order the day has now, without breaks. What is found by `added` is
    therefore asked of `Days` again by `price`, which knows breaks and the best order.
    """

    def __init__(self, problem: Problem, days: Days, routes: Iterable[Route]) -> None:
        """Take the plan's routes; nothing is computed yet."""
        self.problem = problem
        self.days = days
        self.routes = {route.cell: route for route in routes if route.cell.vehicle in problem.vehicle_of}
        self.where = {stop: route.cell for route in self.routes.values() for stop in route.stops}
        self._rows: dict[tuple[Cell, frozenset[str]], Row] = {}
        self._ends: dict[Cell, tuple[int | None, int | None]] = {}
        self._costs: dict[Cell, int | None] = {}

    def stops(self, cell: Cell) -> tuple[str, ...]:
        """The stops of a day in their order."""
        route = self.routes.get(cell)
        return route.stops if route else ()

    def free(self, cell: Cell) -> list[str]:
        """Those of a day's stops that are not fixed there."""
        return [stop for stop in self.stops(cell) if stop not in self.problem.fixed_of]

    def row(self, cell: Cell, gone: frozenset[str] = NOBODY) -> Row:
        """The day as it is planned, without the stops in `gone`."""
        row = self._rows.get((cell, gone))
        if row is None:
            vehicle, (origin, destination) = self.problem.vehicle_of[cell.vehicle], self._away(cell)
            start = garage(vehicle.depot if origin is None else origin, vehicle.opens, vehicle.closes)
            end = garage(vehicle.depot if destination is None else destination, vehicle.opens, vehicle.closes)
            stays = [self.stay(cell, stop) for stop in self.stops(cell) if stop not in gone]
            spans = [span_of(stay) if stay else IMPOSSIBLE for stay in stays]
            row = self._rows[cell, gone] = Row(start, spans, end, self.problem.minutes)
        return row

    def stay(self, cell: Cell, stop_id: str) -> Stay | None:
        """The stop's stay in this cell; None if day, equipment, hours or a fixed cell forbid it."""
        number = self.days.stay(cell, stop_id) if stop_id in self.problem.stop_of else None
        return None if number is None else self.days.stays[number]

    def added(self, cell: Cell, span: Span, most: int = FAR, gone: frozenset[str] = NOBODY) -> int | None:
        """The fewest minutes of drive that the stay adds to the day in its order without those `gone`.

        None if it fits nowhere, or not for fewer than `most` minutes.
        """
        row, vehicle = self._rows.get((cell, gone)) or self.row(cell, gone), self.problem.vehicle_of[cell.vehicle]
        if row.work + span.length > vehicle.max_work:
            return None
        least = row.least(span, min(most, vehicle.max_drive - row.drive + 1), vehicle.max_work)
        return least and least[0]

    def price(self, cell: Cell, stop: PlanningStop, gone: frozenset[str] = NOBODY) -> int | None:
        """What the plan costs more with the stop in this cell in place of those `gone`; None if that is impossible.

        The prizes of those `gone` are lost; the prize of the stop itself, which is saved, is not taken off; `coverage`
        comes on top. `stop` may wish for something else than the problem's stop of its id.
        """
        problem, days = self.problem, self.days
        numbers = [days.stay_as(cell, stop), *(days.stay(cell, each) for each in self.stops(cell) if each not in gone)]
        known = sorted(number for number in numbers if number is not None)
        before = self._cost(cell)
        drive = days.costs(cell, *self._away(cell)).drive(tuple(known)) if len(known) == len(numbers) else None
        if drive is None or before is None:
            return None
        others = [problem.stop_of[each] for each in self.stops(cell) if each not in gone]
        wishes = sum(problem.extra_cost(each, cell) for each in (stop, *others))
        lost = sum(problem.stop_of[each].prize for each in gone)
        return drive + problem.day_cost + wishes - before + lost

    def entry(self, stop: PlanningStop, cell: Cell, *, empty: bool) -> int:
        """What a stop costs in a cell besides the drive: its wishes there, and the day if it is not used yet."""
        used = not empty or self._away(cell) != (None, None)
        return self.problem.extra_cost(stop, cell) + (0 if used else self.problem.day_cost)

    def coverage(self, stop: PlanningStop, gone: frozenset[str] = NOBODY) -> int:
        """What the districts cost more when the stop comes and those in `gone` are not planned any more."""
        if not self.problem.coverage:
            return 0
        leaving = Counter(self.problem.stop_of[each].district for each in gone)
        arriving = Counter({stop.district: 1})
        touched = {*leaving, stop.district}
        before = sum(1 for each in touched if not self._covered[each])
        after = sum(1 for each in touched if not self._covered[each] + arriving[each] - leaving[each])
        return (after - before) * self.problem.coverage

    @cached_property
    def _covered(self) -> Counter[str]:
        """How many planned stops each district has."""
        known = self.problem.stop_of
        return Counter(known[stop].district for stop in self.where if stop in known)

    def _away(self, cell: Cell) -> tuple[int | None, int | None]:
        """Where the day begins and ends if the plan has the vehicle away from its depot then, else twice None."""
        ends = self._ends.get(cell)
        if ends is None:
            route, depot = self.routes.get(cell), self.problem.vehicle_of[cell.vehicle].depot
            at_home = route is None or route.origin == depot == route.destination
            ends = self._ends[cell] = (None, None) if at_home or route is None else (route.origin, route.destination)
        return ends

    def _cost(self, cell: Cell) -> int | None:
        """What `Days` says of the day as it is planned."""
        if cell not in self._costs:
            origin, destination = self._away(cell)
            present = [stop for stop in self.stops(cell) if stop in self.problem.stop_of]
            self._costs[cell] = self.days.cost(cell, present, origin=origin, destination=destination)
        return self._costs[cell]


def span_of(stay: Stay) -> Span:
    """A stay as a piece of a day."""
    return Span(stay.duration, stay.earliest, stay.latest, 0, stay.place, stay.place)
