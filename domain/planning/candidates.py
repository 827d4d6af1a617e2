"""Where each stop can go: the cells in which it fits alone, why others refuse it, and the fixed ones that clash."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.planning.day import Days
from domain.planning.plan import Reason
from domain.planning.problem import Cell, PlanningStop, Problem


@dataclass(frozen=True)
class Candidates:
    """The cells in which each stop can be planned, by day and in the order of vehicles.

    `fixed` are the fixed stops by cell, as far as their cell can hold them; `clashing` those that it cannot: they are
    left out, whatever else is planned.
    """

    problem: Problem
    days: Days
    cells: Mapping[str, tuple[Cell, ...]]
    fixed: Mapping[Cell, tuple[str, ...]]
    clashing: tuple[str, ...]

    def refusal(self, stop_id: str, cell: Cell) -> Reason | None:
        """Why this stop cannot be planned in this cell, whatever else is; None if it can."""
        if cell in self.cells[stop_id]:
            return None
        fixed = self.problem.fixed_of.get(stop_id)
        if stop_id in self.clashing or (fixed is not None and fixed.cell != cell):
            return Reason.fixed_clash
        return _refusal(self.days, self.problem.stop_of[stop_id], cell)

    def refusals(self, stop_id: str) -> Iterator[tuple[Cell, Reason]]:
        """Every cell of the problem that refuses this stop with its reason, vehicle by vehicle."""
        for vehicle in self.problem.vehicles:
            for day in vehicle.days:
                reason = self.refusal(stop_id, Cell(vehicle.id, day))
                if reason is not None:
                    yield Cell(vehicle.id, day), reason


def candidates(problem: Problem, days: Days) -> Candidates:
    """The candidate cells of every stop of the problem."""
    fixed, clashing = fixed_seed(problem, days)
    out = frozenset(clashing)
    kept = {stop: cell for cell, stops in fixed.items() for stop in stops}
    free = [(vehicle.id, frozenset(vehicle.days)) for vehicle in problem.vehicles]
    cells: dict[str, tuple[Cell, ...]] = {}
    for stop in problem.stops:
        if stop.id in out:
            cells[stop.id] = ()
        elif stop.id in kept:
            cells[stop.id] = (kept[stop.id],)
        else:
            possible = (
                Cell(name, window.day) for window in stop.windows for name, open_days in free if window.day in open_days
            )
            cells[stop.id] = tuple(cell for cell in possible if days.fits_alone(stop.id, cell))
    return Candidates(problem, days, cells, fixed, clashing)


def fixed_seed(problem: Problem, days: Days) -> tuple[dict[Cell, tuple[str, ...]], tuple[str, ...]]:
    """The fixed stops by cell, and those that cannot be kept.

    Where the fixed stops of a cell cannot all be served, they are kept one by one in the order of the problem as long
    as they can; the others clash.
    """
    asked: dict[Cell, list[str]] = {}
    for fixed in problem.fixed:
        asked.setdefault(fixed.cell, []).append(fixed.stop)
    kept: dict[Cell, tuple[str, ...]] = {}
    clashing: list[str] = []
    for cell, stops in asked.items():
        if days.cost(cell, stops) is not None:
            kept[cell] = tuple(stops)
            continue
        for stop in stops:
            together = (*kept.get(cell, ()), stop)
            if days.cost(cell, together) is None:
                clashing.append(stop)
            else:
                kept[cell] = together
    return kept, tuple(clashing)


def _refusal(days: Days, stop: PlanningStop, cell: Cell) -> Reason:
    """The first rule that refuses a stop: date, equipment, length of window or shift, way."""
    vehicle, window = days.problem.vehicle_of.get(cell.vehicle), stop.window(cell.day)
    if vehicle is None or window is None or cell.day not in vehicle.days:
        return Reason.no_date
    if not stop.need <= vehicle.equipment:
        return Reason.no_equipment
    there = days.problem.minutes[vehicle.depot][stop.place]
    back = days.problem.minutes[stop.place][vehicle.depot]
    if there + back > vehicle.max_drive:
        return Reason.too_far

    def in_time(there: int, back: int) -> bool:
        start = max(window.opens, vehicle.opens + there)
        return start <= window.closes - stop.duration and start + stop.duration + back <= vehicle.closes

    return Reason.too_far if in_time(0, 0) and not in_time(there, back) else Reason.too_long
