"""When there are too many days to list: good ones are searched for, cell by cell, by the prices of a relaxation."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from domain.planning.columns import Columns, Floats
from domain.planning.columns_groups import Group, Ints, Small, pack, unpack
from domain.planning.columns_labels import Labels, extended, first, joined, thinned
from domain.planning.columns_sets import Sets, closed, together
from domain.planning.problem import Cell, Problem

BEAM = 800
"""Orders of each length that are followed up in a cell; more found hardly better days (dense-150)."""

PER_LEVEL = 12
"""Sets of each size that a cell hands over at a time."""

PAYING = -1e-4
"""Reduced costs below this are worth a set."""

MOST_KEPT = 60_000
"""Columns that stay in the pool from one round to the next."""


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

    def widen(self, table: Columns, duals: Floats, pause: Callable[[], None]) -> int:
        """Add sets that pay at these duals of the table's relaxation (stops first, then cells); how many are new."""
        fresh: list[list[Sets]] = [[] for _ in self.found]
        stops = len(self._problem.stops)
        for number, cell in enumerate(table.cells):
            extra = [self._problem.extra_cost(stop, cell) for stop in self._problem.stops]
            prices = duals[:stops] - np.array(extra, dtype=np.float64)
            left = min(0.0, float(duals[stops + number])) - self._problem.day_cost
            for at, rows, part in self._parts[cell]:
                pause()
                sets = paying_sets(part, prices, left, pause)
                fresh[at].append(replace(sets, order=np.append(rows, np.int16(-1))[sets.order]))
        many = 0
        for at, (group, sets) in enumerate(self.found):
            merged = distinct(together([sets, *fresh[at]], group))
            many += len(merged) - len(sets)
            self.found[at] = (group, merged)
        return many


def within(group: Group, bit: int) -> tuple[Small, Group]:
    """The alternatives possible in one cell of a group, and the group of these; masks stay those of all its cells."""
    rows = np.flatnonzero(unpack(group.mask, len(group.cells))[:, bit]).astype(np.int16)
    follows = unpack(group.follows, group.size)[np.ix_(rows, rows)]
    part = replace(
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
    return rows, part


def paying_sets(part: Group, prices: Floats, left: float, pause: Callable[[], None]) -> Sets:
    """The sets of one cell found to pay most: they cost less than the `prices` of their stops and what is `left`.

    A beam search: of all orders of one length only the best are followed up, so that good sets can be missed.
    """
    worth = np.append(prices[part.stop], 0.0)
    labels = first(part)
    found: list[Sets] = []
    while len(labels):
        best = closed(part, labels)
        cost = best.drive - worth[best.order].sum(axis=1) - left
        order = np.argsort(cost, kind="stable")[:PER_LEVEL]
        found.append(best.take(order[cost[order] < PAYING]))
        labels = _best(part, labels, worth)
        labels = thinned(joined(list(extended(part, labels, pause)), part, labels.order.shape[1] + 1))
    return together(found, part)


def _best(part: Group, labels: Labels, worth: Floats) -> Labels:
    """The labels worth following up: those that drive least for what their stops pay."""
    if len(labels) <= BEAM:
        return labels
    value = labels.drives + part.near_home[labels.last] - worth[labels.order].sum(axis=1)
    return labels.take(np.sort(np.argsort(value, kind="stable")[:BEAM]))


def distinct(sets: Sets) -> Sets:
    """Each set once."""
    _, rows = np.unique(sets.key, return_index=True)
    return sets.take(np.sort(rows))
