"""The problem in numbers for the search: stops and cells by index, what a set of stops costs in a cell."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from domain.planning.candidates import Candidates
from domain.planning.chosen import ChosenDay
from domain.planning.day_labels import Ids

Mask = int
"""A set of stops or of cells: bit i stands for index i."""


class Model:
    """Stops, cells and prices of a problem by index.

    `options` are the cells of each stop, `entries` its stay and extra cost in each of them (by cell, then by stop);
    `fixed` are the stops that each cell must hold.
    """

    def __init__(self, candidates: Candidates) -> None:
        """Only cells in which anything fits are numbered."""
        problem, days = candidates.problem, candidates.days
        used = sorted({cell for cells in candidates.cells.values() for cell in cells}, key=lambda cell: cell[::-1])
        number = {cell: at for at, cell in enumerate(used)}
        index = {stop.id: at for at, stop in enumerate(problem.stops)}
        self.problem = problem
        self.cells = tuple(used)
        self.costs = [days.costs(cell) for cell in used]
        self.works = [problem.vehicle_of[cell.vehicle].max_work for cell in used]
        self.prizes = [stop.prize for stop in problem.stops]
        self.durations = [stop.duration for stop in problem.stops]
        self.options: list[list[int]] = [[number[cell] for cell in candidates.cells[stop.id]] for stop in problem.stops]
        self.fixed: list[tuple[int, ...]] = [
            tuple(index[stop] for stop in candidates.fixed.get(cell, ())) for cell in used
        ]
        self.entries: list[dict[int, tuple[int, int]]] = [{} for _ in used]
        for at, stop in enumerate(problem.stops):
            for cell in candidates.cells[stop.id]:
                stay = days.stay(cell, stop.id)
                if stay is not None:
                    self.entries[number[cell]][at] = stay, problem.extra_cost(stop, cell)
        names = sorted({stop.district for stop in problem.stops})
        self.district = [names.index(stop.district) for stop in problem.stops]
        self.districts: list[Mask] = [
            sum(1 << at for at, stop in enumerate(problem.stops) if stop.district == name) for name in names
        ]

    def price(self, cell: int, stops: Iterable[int]) -> int | None:
        """What a cell with these stops costs: drive, the day and extras; None if impossible, 0 without stops."""
        entries = [self.entries[cell][stop] for stop in stops]
        if not entries:
            return 0
        drive = self.costs[cell].drive(tuple(sorted(stay for stay, _ in entries)))
        return None if drive is None else drive + self.problem.day_cost + sum(extra for _, extra in entries)

    def total(self, cells: Sequence[Iterable[int]]) -> int:
        """The objective of a plan: prices of its cells, prizes of stops left out, districts without a stop.

        Raises:
            ValueError: a cell cannot hold its stops.
        """
        total, planned = 0, 0
        for cell, stops in enumerate(cells):
            price = self.price(cell, stops)
            if price is None:
                raise ValueError((self.cells[cell], stops))
            total += price
            planned |= sum(1 << stop for stop in stops)
        total += sum(prize for stop, prize in enumerate(self.prizes) if not planned >> stop & 1)
        return total + self.problem.coverage * sum(1 for mask in self.districts if not planned & mask)

    def worth(self, members: Iterable[Iterable[int]]) -> list[int]:
        """The prizes of stops that are in any of these sets, 0 for the others."""
        possible = {stop for each in members for stop in each}
        return [prize if stop in possible else 0 for stop, prize in enumerate(self.prizes)]

    def chosen(self, cells: Sequence[Iterable[int]]) -> tuple[ChosenDay, ...]:
        """A plan as the world knows it."""
        names = [stop.id for stop in self.problem.stops]
        days = (
            (cell, tuple(names[stop] for stop in sorted(stops))) for cell, stops in zip(self.cells, cells, strict=True)
        )
        return tuple(ChosenDay(cell, stops) for cell, stops in days if stops)


def with_stay(ids: Ids, stay: int) -> Ids:
    """A set of stays with one more."""
    at = bisect_left(ids, stay)
    return (*ids[:at], stay, *ids[at:])
