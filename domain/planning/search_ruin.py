"""The first plan and its first improvements: a corner is torn down, its stops are put back where they cost least."""

from collections.abc import Callable, Iterable
from math import log
from random import Random

from domain.planning.day_labels import Ids
from domain.planning.search_model import Model, with_stay

MOST_REMOVED = 8
"""Stops taken out at a time, more or less."""

NEIGHBOURS = 30
"""How many of the nearest stops may go together."""

BLINK = 0.02
"""How often an insertion overlooks a cell, so that it does not find the same plan again."""

HALF = 0.5
BY_PRIZE, BY_LENGTH = 0.5, 0.75
NOISE = 0.7

WARM, COLD = 60.0, 2.0
"""Minutes by which a plan may be worse than the one before, at first and in the end (as in simulated annealing)."""


class Ruin:
    """A plan that is torn down in one corner and built again.

    The best plan so far is in `best` (the stops of each cell), its price in `best_cost`.
    """

    def __init__(self, model: Model, random: Random, over: Callable[[], bool]) -> None:
        """The fixed stops are planned, the others inserted from the highest prize to the lowest until it is `over`."""
        self._model = model
        self._random = random
        self._stops: list[tuple[int, ...]] = [()] * len(model.cells)
        self._ids: list[Ids] = [()] * len(model.cells)
        self._drive = [0] * len(model.cells)
        self._where = [-1] * len(model.prizes)
        self._covered = [0] * len(model.districts)
        self._saved: dict[int, tuple[tuple[int, ...], Ids, int]] = {}
        self._near: dict[int, list[int]] = {}
        for cell, fixed in enumerate(model.fixed):
            self._set(cell, fixed)
        self.cost = model.total(self._stops)
        held = {stop for fixed in model.fixed for stop in fixed}
        self._free = [stop for stop, options in enumerate(model.options) if options and stop not in held]
        for stop in sorted(self._free, key=lambda each: (-model.prizes[each], len(model.options[each]), each)):
            if over():
                break
            self._insert(stop, model.options[stop], 0.0)
        self.best_cost, self.best = self.cost, list(self._stops)

    def step(self, done: float) -> bool:
        """Tear down and rebuild once; `done` (0 to 1) is how much of the search is over. Whether the best improved."""
        before = self.cost
        self._saved = {}
        removed = self._corner()
        for stop in removed:
            self._remove(stop)
        changed = frozenset(self._saved)
        for stop in self._order():
            options = self._model.options[stop]
            if stop not in removed:  # nothing has changed elsewhere
                options = [cell for cell in options if cell in changed]
            self._insert(stop, options, BLINK)
        warmth = WARM * (COLD / WARM) ** done
        if self.cost >= before - warmth * log(1.0 - self._random.random()):
            self._restore(before)
        elif self.cost < self.best_cost:
            self.best_cost, self.best = self.cost, list(self._stops)
            return True
        return False

    def _corner(self) -> list[int]:
        """Planned stops to be taken out: near to each other, or all of one or two days."""
        dice, free = self._random, self._free
        if not free:
            return []
        many = 1 + int(dice.random() * MOST_REMOVED)
        seed = free[int(dice.random() * len(free))]
        if dice.random() < HALF:
            near = [stop for stop in self._neighbours(seed) if self._where[stop] >= 0]
            return [stop for stop in near if dice.random() < HALF][:many]
        options = self._model.options[seed]
        cells = [options[int(dice.random() * len(options))] for _ in range(1 + many // 3)]
        fixed = self._model.fixed
        return list(dict.fromkeys(stop for cell in cells for stop in self._stops[cell] if stop not in fixed[cell]))

    def _neighbours(self, seed: int) -> list[int]:
        if seed not in self._near:
            stops = self._model.problem.stops
            row = self._model.problem.minutes[stops[seed].place]
            self._near[seed] = sorted(self._free, key=lambda stop: (row[stops[stop].place], stop))[:NEIGHBOURS]
        return self._near[seed]

    def _order(self) -> list[int]:
        """All stops that are out, in the order in which they may choose: by prize, by length, or by chance."""
        model, dice = self._model, self._random
        out = [stop for stop in self._free if self._where[stop] < 0]
        by = dice.random()
        if by < BY_PRIZE:
            return sorted(out, key=lambda stop: model.prizes[stop] * (NOISE + dice.random()), reverse=True)
        if by < BY_LENGTH:
            return sorted(out, key=lambda stop: model.durations[stop] * (NOISE + dice.random()), reverse=True)
        dice.shuffle(out)
        return out

    def _insert(self, stop: int, options: Iterable[int], blink: float) -> None:
        """Put a stop where it costs least, if that is less than leaving it out."""
        model, dice = self._model, self._random
        day_cost = model.problem.day_cost
        least = model.prizes[stop]
        if model.problem.coverage and not self._covered[model.district[stop]]:
            least += model.problem.coverage
        limit, into = least, -1
        for cell in options:
            stay, extra = model.entries[cell][stop]
            if blink and dice.random() < blink:
                continue
            ids = self._ids[cell]
            drive = model.costs[cell].drive(with_stay(ids, stay))
            if drive is None:
                continue
            more = drive - self._drive[cell] + extra + (0 if ids else day_cost)
            if more < least:
                least, into = more, cell
        if into >= 0:
            self._save(into)
            self._set(into, (*self._stops[into], stop))
            self.cost += least - limit

    def _remove(self, stop: int) -> None:
        model, cell = self._model, self._where[stop]
        self._save(cell)
        drive = self._drive[cell]
        self._set(cell, tuple(each for each in self._stops[cell] if each != stop))
        emptied = 0 if self._stops[cell] else model.problem.day_cost
        self.cost += self._drive[cell] - drive - emptied - model.entries[cell][stop][1] + model.prizes[stop]
        if not self._covered[model.district[stop]]:
            self.cost += model.problem.coverage

    def _save(self, cell: int) -> None:
        self._saved.setdefault(cell, (self._stops[cell], self._ids[cell], self._drive[cell]))

    def _set(self, cell: int, stops: tuple[int, ...]) -> None:
        """Give a cell these stops, which fit."""
        entries = self._model.entries[cell]
        ids = tuple(sorted(entries[stop][0] for stop in stops))
        self._put(cell, stops, ids, self._model.costs[cell].drive(ids) or 0)

    def _put(self, cell: int, stops: tuple[int, ...], ids: Ids, drive: int) -> None:
        district = self._model.district
        for stop in self._stops[cell]:
            self._where[stop] = -1
            self._covered[district[stop]] -= 1
        for stop in stops:
            self._where[stop] = cell
            self._covered[district[stop]] += 1
        self._stops[cell], self._ids[cell], self._drive[cell] = stops, ids, drive

    def _restore(self, cost: int) -> None:
        for cell in self._saved:
            self._put(cell, (), (), 0)
        for cell, (stops, ids, drive) in self._saved.items():
            self._put(cell, stops, ids, drive)
        self.cost = cost
