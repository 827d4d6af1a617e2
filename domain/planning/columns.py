"""Every way to spend a day: sets of stops that fit, in each cell where they do, with what they cost there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from domain.planning.chosen import ChosenDay, night_cost
from domain.planning.columns_groups import Flags, Group, Ints, Small, unpack
from domain.planning.columns_sets import Sets
from domain.planning.day import Days
from domain.planning.problem import Cell, Problem

Floats = npt.NDArray[np.float64]

CHUNK = 100_000
"""Rows whose costs are worked out together; bounds the memory."""

IMPOSSIBLE = 1e9
"""Minutes added to the cost of a set that turns out not to fit because of its breaks."""


@dataclass(frozen=True)
class Columns:
    """Sets of stops and the columns: a set in a cell, with its cost in minutes of the objective.

    `stops` are numbers of stops of the problem, one set a row, padded with the number of stops. The columns are sorted
    by cell. `surcharge` is what a set costs more than `cost` says, found out when it is first wanted; `checked` tells
    which sets that is done for. `complete` says that no feasible set is missing.
    """

    problem: Problem
    groups: Sequence[Group]
    stops: Small
    group: Small
    cells: tuple[Cell, ...]
    set_of: Ints
    cell_of: Small
    cost: Ints
    complete: bool
    checked: Flags
    surcharge: Floats = field(repr=False)

    def __len__(self) -> int:
        return len(self.set_of)

    def ids(self, column: int) -> tuple[str, ...]:
        """The stops of a column by id."""
        everything = self.problem.stops
        return tuple(everything[stop].id for stop in self.stops[self.set_of[column]] if stop < len(everything))

    def ends(self, column: int) -> tuple[int | None, int | None]:
        """Where the day begins and ends, as places; None = the depot."""
        variant = self.groups[int(self.group[self.set_of[column]])].variant
        depot = self.problem.vehicle_of[self.cells[int(self.cell_of[column])].vehicle].depot
        origin, destination = variant.origin, variant.destination
        return None if origin == depot else origin, None if destination == depot else destination

    def prices(self, columns: Ints) -> Floats:
        """What these columns cost, as far as it is known."""
        prices: Floats = self.cost[columns] + self.surcharge[self.set_of[columns]]
        return prices

    def check(self, columns: Ints, days: Days, pause: Callable[[], None]) -> None:
        """Find out what the sets of these columns really cost, breaks and all; `pause` is called before each."""
        sets, at = np.unique(self.set_of[columns], return_index=True)
        for each, where in zip(sets, at, strict=True):
            if self.checked[each]:
                continue
            pause()
            column = int(columns[where])
            cell, (origin, destination) = self.cell(column), self.ends(column)
            price = days.cost(cell, self.ids(column), origin=origin, destination=destination)
            known = self.cost[column] - night_cost(self.problem, cell, destination)
            self.checked[each] = True
            self.surcharge[each] = IMPOSSIBLE if price is None else price - known

    def possible(self, columns: Ints) -> Ints:
        """Those of these columns that are not known to be impossible."""
        return columns[self.surcharge[self.set_of[columns]] < IMPOSSIBLE]

    def day(self, column: int) -> ChosenDay:
        """A column as a day."""
        return ChosenDay(self.cell(column), self.ids(column), *self.ends(column))

    def cell(self, column: int) -> Cell:
        """The cell of a column."""
        return self.cells[int(self.cell_of[column])]

    def find(self, day: ChosenDay) -> int | None:
        """The column of this day; None if it is not listed."""
        if day.cell not in self.cells:
            return None
        number = self.cells.index(day.cell)
        begin, end = np.searchsorted(self.cell_of, [number, number + 1]).tolist()
        wanted = [at for at, stop in enumerate(self.problem.stops) if stop.id in set(day.stops)]
        if len(wanted) > self.stops.shape[1]:
            return None
        padded = np.full(self.stops.shape[1], len(self.problem.stops), dtype=np.int16)
        padded[: len(wanted)] = wanted
        same = begin + np.flatnonzero((self.stops[self.set_of[begin:end]] == padded).all(axis=1))
        return next((at for at in same.tolist() if self.ends(at) == (day.origin, day.destination)), None)


def columns(problem: Problem, found: Sequence[tuple[Group, Sets]], *, complete: bool) -> Columns:
    """The columns of the sets found in each group.

    Where fixed stops belong to a cell, only sets with all of them are columns.
    """
    cells = tuple(sorted({cell for group, _ in found for cell in group.cells}))
    number = {cell: index for index, cell in enumerate(cells)}
    stops, drive = _stops(problem, found), np.concatenate([sets.drive for _, sets in found] or [np.zeros(0, np.int32)])
    pieces = list(_pieces(found, number))
    set_of = np.concatenate([piece[0] for piece in pieces] or [np.zeros(0, np.int32)])
    cell_of = np.concatenate([piece[1] for piece in pieces] or [np.zeros(0, np.int16)])
    keep = _with_fixed(problem, number, stops, set_of, cell_of)
    set_of, cell_of = set_of[keep], cell_of[keep]
    rows = np.argsort(cell_of, kind="stable")
    set_of, cell_of = set_of[rows], cell_of[rows]
    group = np.repeat(np.arange(len(found), dtype=np.int16), [len(sets) for _, sets in found])
    cost = drive[set_of] + np.int32(problem.day_cost)
    _add_extras(problem, cells, (stops, set_of, cell_of), cost)
    _add_nights(problem, cells, [each for each, _ in found], (group, set_of, cell_of), cost)
    checked = np.full(len(stops), not problem.breaks)
    groups = tuple(each for each, _ in found)
    surcharge = np.zeros(len(stops))
    return Columns(problem, groups, stops, group, cells, set_of, cell_of, cost, complete, checked, surcharge)


def _stops(problem: Problem, found: Sequence[tuple[Group, Sets]]) -> Small:
    """The stops of all sets, sorted in each row and padded with the number of stops."""
    widest = max((sets.order.shape[1] for _, sets in found), default=1)
    whole = np.full((sum(len(sets) for _, sets in found), widest), len(problem.stops), dtype=np.int16)
    begin = 0
    for group, sets in found:
        rows = np.append(group.stop, np.int16(len(problem.stops)))[sets.order]
        rows.sort(axis=1)
        whole[begin : begin + len(sets), : rows.shape[1]] = rows
        begin += len(sets)
    return whole


def _pieces(found: Sequence[tuple[Group, Sets]], number: Mapping[Cell, int]) -> Iterator[tuple[Ints, Small]]:
    """Set and cell of every column, group by group."""
    base = 0
    for group, sets in found:
        cells = np.array([number[cell] for cell in group.cells], dtype=np.int16)
        for begin in range(0, len(sets), CHUNK):
            row, bit = np.nonzero(unpack(sets.mask[begin : begin + CHUNK], len(cells)))
            yield (row + (base + begin)).astype(np.int32), cells[bit]
        base += len(sets)


def _with_fixed(problem: Problem, number: Mapping[Cell, int], stops: Small, set_of: Ints, cell_of: Small) -> Flags:
    """Which columns have all the fixed stops that belong to their cell, as far as these can be kept."""
    keep = np.ones(len(set_of), dtype=np.bool_)
    for index, stop in enumerate(problem.stops):
        fixed = problem.fixed_of.get(stop.id)
        if fixed is None or fixed.cell not in number:
            continue
        there = np.flatnonzero(cell_of == number[fixed.cell])
        has = (stops[set_of[there]] == index).any(axis=1)
        if has.any():  # otherwise it clashes with another fixed stop and is left out
            keep[there[~has]] = False
    return keep


def _add_extras(problem: Problem, cells: Sequence[Cell], table: tuple[Small, Ints, Small], cost: Ints) -> None:
    """Add what the stops cost besides the drive: moved, another crew, not the preferred day."""
    extra = np.zeros((len(problem.stops) + 1, max(1, len(cells))), dtype=np.int32)
    for row, stop in enumerate(problem.stops):
        if stop.id in problem.published or stop.vehicle is not None or stop.preferred:
            extra[row, : len(cells)] = [problem.extra_cost(stop, cell) for cell in cells]
    if not extra.any():
        return
    stops, set_of, cell_of = table
    for begin in range(0, len(cost), CHUNK):
        part = slice(begin, begin + CHUNK)
        cost[part] += extra[stops[set_of[part]], cell_of[part, None]].sum(axis=1, dtype=np.int32)


def _add_nights(
    problem: Problem, cells: Sequence[Cell], groups: Sequence[Group], table: tuple[Small, Ints, Small], cost: Ints
) -> None:
    """Add the cost of the night behind a day that does not end at the depot."""
    if not problem.nights:
        return
    group, set_of, cell_of = table
    for number, each in enumerate(groups):
        for index in {cells.index(cell) for cell in each.cells}:
            depot = problem.vehicle_of[cells[index].vehicle].depot
            away = None if each.variant.destination == depot else each.variant.destination
            night = night_cost(problem, cells[index], away)
            if night:
                cost[(cell_of == index) & (group[set_of] == number)] += night
