"""When there are too many days to list: good ones are searched for, cell by cell, by the prices of a relaxation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from domain.planning.chosen import ChosenDay
from domain.planning.columns import Columns, Floats
from domain.planning.columns_groups import Group, Ints, Rows, Small, pack, unpack
from domain.planning.columns_labels import Labels, extended, first, joined, thinned
from domain.planning.columns_sets import Sets, closed, listed, together
from domain.planning.problem import Cell, Problem


@dataclass(frozen=True, slots=True)
class Beam:
    """How a cell's sets are searched: orders of each length followed up, and sets of each size handed over at most.

    Sets are handed over whose reduced cost is below `dearest` (minutes).
    """

    width: int
    most: int
    dearest: float


MOST_IN_A_DAY = 16
"""Stops of a day whose sets can be added to a pool (all their subsets are looked at)."""

ENOUGH = 0.997
"""When a round lowers the relaxation by no more than this leaves, the pool has what it needs."""

NEAR = 0.025
"""Sets that miss paying by this part of the relaxation are worth having in the end."""

NARROW = Beam(width=800, most=12, dearest=-1e-4)
"""Finds what lowers the relaxation; a wider one found hardly better sets (dense-150)."""

MOST_KEPT = 60_000
"""Columns that stay in the pool from one round to the next."""


def wide(value: float) -> Beam:
    """What is searched in the end, for a relaxation of this value: sets that are nearly as good, many of them."""
    return Beam(width=2500, most=400, dearest=NEAR * value)


class Pool:
    """Sets found so far, by group; grows by what the prices of a relaxation ask for."""

    def __init__(self, problem: Problem, found: Sequence[tuple[Group, Sets]]) -> None:
        """Begins with these sets."""
        self.found = list(found)
        self._problem = problem
        self._parts: dict[Cell, list[tuple[int, Small, Group]]] = {}
        for at, (group, _) in enumerate(found):
            for bit, cell in enumerate(group.cells):
                self._parts.setdefault(cell, []).append((at, *within(group, bit)))

    def add(self, days: Sequence[ChosenDay]) -> None:
        """Add the sets of these days."""
        fresh: list[list[Sets]] = [[] for _ in self.found]
        for day in days:
            wanted = [at for at, stop in enumerate(self._problem.stops) if stop.id in day.stops]
            for at, rows, part in self._parts.get(day.cell, ()):
                those = np.flatnonzero(np.isin(part.stop, wanted))
                sets, _ = listed(subset(part, those), len(part.cells) << MOST_IN_A_DAY)
                whole = sets.take(np.flatnonzero((sets.order >= 0).sum(axis=1) == len(wanted)))
                fresh[at].append(replace(whole, order=np.append(rows[those], np.int16(-1))[whole.order]))
        self._merge(fresh)

    def _merge(self, fresh: Sequence[Sequence[Sets]]) -> int:
        """Add these sets, by group; how many are new."""
        many = 0
        for at, (group, sets) in enumerate(self.found):
            merged = distinct(together([sets, *fresh[at]], group))
            many += len(merged) - len(sets)
            self.found[at] = (group, merged)
        return many

    def keep_best(self, table: Columns, reduced: Floats, chosen: Ints) -> None:
        """Forget all sets but the single stops, those `chosen`, and those whose columns are nearest to paying."""
        if len(table) <= MOST_KEPT:
            return
        limit = np.partition(reduced, MOST_KEPT)[MOST_KEPT]
        wanted = np.zeros(len(table.stops), dtype=np.bool_)
        wanted[table.set_of[reduced <= limit]] = True
        wanted[table.set_of[chosen]] = True
        begin = 0
        for at, (group, sets) in enumerate(self.found):
            end = begin + len(sets)
            alone = (sets.order[:, 1:] < 0).all(axis=1)
            self.found[at] = (group, sets.take(np.flatnonzero(wanted[begin:end] | alone)))
            begin = end

    def widen(self, table: Columns, duals: Floats, beam: Beam, pause: Callable[[], None]) -> int:
        """Add sets that pay at these duals of the table's relaxation (stops first, then cells); how many are new."""
        fresh: list[list[Sets]] = [[] for _ in self.found]
        stops = len(self._problem.stops)
        for number, cell in enumerate(table.cells):
            extra = [self._problem.extra_cost(stop, cell) for stop in self._problem.stops]
            prices = duals[:stops] - np.array(extra, dtype=np.float64)
            left = min(0.0, float(duals[stops + number])) - self._problem.day_cost
            for at, rows, part in self._parts[cell]:
                pause()
                sets = paying_sets(part, prices, left, beam, pause)
                fresh[at].append(replace(sets, order=np.append(rows, np.int16(-1))[sets.order]))
        return self._merge(fresh)


def within(group: Group, bit: int) -> tuple[Small, Group]:
    """The alternatives possible in one cell of a group, and the group of these; masks stay those of all its cells."""
    rows = np.flatnonzero(unpack(group.mask, len(group.cells))[:, bit]).astype(np.int16)
    return rows, subset(group, rows)


def subset(group: Group, rows: Rows | Small) -> Group:
    """Some of the alternatives of a group."""
    follows = unpack(group.follows, group.size)[np.ix_(rows, rows)]
    return replace(
        group,
        stop=group.stop[rows],
        earliest=group.earliest[rows],
        latest=group.latest[rows],
        duration=group.duration[rows],
        mask=group.mask[rows],
        drive=np.ascontiguousarray(group.drive[np.ix_(rows, rows)]),
        out=group.out[rows],
        home=group.home[rows],
        near_home=group.near_home[rows],
        follows=pack(follows),
        zobrist=group.zobrist[rows],
    )


def paying_sets(part: Group, prices: Floats, left: float, beam: Beam, pause: Callable[[], None]) -> Sets:
    """The sets of one cell found to pay most: they cost less than the `prices` of their stops and what is `left`.

    A beam search: of all orders of one length only the best are followed up, so that good sets can be missed.
    """
    worth = np.append(prices[part.stop], 0.0)
    labels = first(part)
    found: list[Sets] = []
    while len(labels):
        best = closed(part, labels)
        cost = best.drive - worth[best.order].sum(axis=1) - left
        order = np.argsort(cost, kind="stable")[: beam.most]
        found.append(best.take(order[cost[order] < beam.dearest]))
        labels = _best(part, labels, worth, beam.width)
        labels = thinned(joined(list(extended(part, labels, pause)), part, labels.order.shape[1] + 1))
    return together(found, part)


def _best(part: Group, labels: Labels, worth: Floats, width: int) -> Labels:
    """The labels worth following up: those that drive least for what their stops pay."""
    if len(labels) <= width:
        return labels
    value = labels.drives + part.near_home[labels.last] - worth[labels.order].sum(axis=1)
    return labels.take(np.sort(np.argsort(value, kind="stable")[:width]))


def distinct(sets: Sets) -> Sets:
    """Each set once."""
    _, rows = np.unique(sets.key, return_index=True)
    return sets.take(np.sort(rows))
