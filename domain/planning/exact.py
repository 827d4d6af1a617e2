"""The exact engine: lists all days that are possible, bounds what any plan must cost, and chooses."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from domain.planning.candidates import Candidates
from domain.planning.chosen import ChosenDay
from domain.planning.columns import Columns, columns
from domain.planning.columns_groups import Group, groups
from domain.planning.columns_sets import Sets, TooManyError, listed
from domain.planning.exact_ladder import Ladder
from domain.planning.master import Master
from domain.planning.master_choice import Chooser
from domain.planning.plan import Phase
from domain.planning.pool import Pool
from domain.planning.problem import Cell
from domain.planning.watch import StoppedError, Watch

MOST_COLUMNS = 1_200_000
"""Columns that are listed at most, so that the memory bar holds (measured: 915,000 columns peak at 250 MiB)."""

POOL_SHARE = 0.4
"""The part of the time left in which the pool grows, if not all days can be listed."""

POOL_ROUNDS = 40
"""Relaxations whose prices make the pool grow, at most."""

LISTING_SHARE = 0.3
"""The part of the time that listing may take."""


class Exact:
    """One run of the exact engine on one problem; whatever stops it, the best days so far are in `best`."""

    def __init__(self, candidates: Candidates, watch: Watch, seed: int, start: Sequence[ChosenDay]) -> None:
        """`start` is a plan to begin with, as good as it may be; `seed` is the solver's."""
        self.candidates = candidates
        self.best = tuple(start)
        self.watch = watch
        self.seed = seed

    def run(self) -> None:
        """Search until the optimum is proven, the time is up or it is cancelled."""
        try:
            self.watch.enter(Phase.listing)
            found, complete = self.listing()
            table = columns(self.candidates.problem, found, complete=complete)
            self.watch.enter(Phase.bounding)
            self.climb(table if table.complete else self._pooled(table, found))
        except StoppedError:
            return

    def climb(self, table: Columns) -> None:
        """Choose among these columns.

        Raises:
            StoppedError: the time is up, or it was cancelled.
        """
        self._ladder(table).climb()

    def _pooled(self, table: Columns, found: Sequence[tuple[Group, Sets]]) -> Columns:
        """More columns than could be listed: those that pay by the prices of one relaxation after the other."""
        pool = Pool(self.candidates.problem, found)
        until = self.watch.seconds + POOL_SHARE * self.watch.left if self.watch.timed else None
        for _ in range(POOL_ROUNDS):
            ladder = self._ladder(table)
            bound = ladder.first_plan()
            pool.keep_best(table, bound.reduced, np.array(ladder.best.columns, dtype=np.int32))
            many = pool.widen(table, bound.duals, self.watch.pause)
            table = columns(self.candidates.problem, pool.found, complete=False)
            if not many or self.watch.passed(until):
                break
        return table

    def _ladder(self, table: Columns) -> Ladder:
        master = Master(table, self.candidates.days, self._forced(), self.watch)
        chooser = Chooser(table, master.rows, master.slack_cost, self.watch, self.seed)
        ladder = Ladder(master, chooser, lambda chosen: self.take(table, chosen))
        ladder.begin([each for each in map(table.find, self.best) if each is not None])
        return ladder

    def listing(self) -> tuple[list[tuple[Group, Sets]], bool]:
        """All sets of the problem, or as many as time and memory allow, and whether these are all.

        Raises:
            StoppedError: it was cancelled.
        """
        until = self.watch.seconds + LISTING_SHARE * self.watch.left if self.watch.timed else None
        found: list[tuple[Group, Sets]] = []
        complete, room = True, MOST_COLUMNS
        todo = groups(self.candidates.problem, self._cells())
        for at, group in enumerate(todo):
            # What one group leaves of its share is for the others: none is without any sets.
            share = len(todo) - at
            stop_at = until and self.watch.seconds + max(0.0, until - self.watch.seconds) / share
            sets, all_of_them = listed(group, room // share, partial(self._pause, stop_at))
            room -= int(np.bitwise_count(sets.mask).sum())
            complete &= all_of_them
            found.append((group, sets))
        return found, complete

    def _pause(self, until: float | None) -> None:
        if self.watch.over(until):
            self.watch.pause()
            raise TooManyError

    def take(self, table: Columns, chosen: Sequence[int]) -> None:
        """These columns are the best plan so far."""
        self.best = tuple(ChosenDay(table.cell(each), table.ids(each), *table.ends(each)) for each in chosen)

    def _cells(self) -> dict[str, tuple[Cell, ...]]:
        """The cells of each stop; with nights away also those that are out of reach in one day."""
        found = dict(self.candidates.cells)
        if self.candidates.problem.nights:
            clashing, days = set(self.candidates.clashing), self.candidates.days
            for stop in self.candidates.problem.stops:
                if stop.id not in clashing:
                    vehicles = self.candidates.problem.vehicles
                    cells = [Cell(each.id, window.day) for each in vehicles for window in stop.windows]
                    found[stop.id] = tuple(cell for cell in cells if days.stay(cell, stop.id) is not None)
        return found

    def _forced(self) -> frozenset[int]:
        """The stops, by number, that every plan serves: the fixed ones that do not clash."""
        kept = {stop for stops in self.candidates.fixed.values() for stop in stops}
        return frozenset(at for at, stop in enumerate(self.candidates.problem.stops) if stop.id in kept)
