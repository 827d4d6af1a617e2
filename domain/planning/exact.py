"""The exact engine: lists all days that are possible, bounds what any plan must cost, and chooses."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from domain.planning.candidates import Candidates
from domain.planning.chosen import ChosenDay
from domain.planning.columns import Columns, columns
from domain.planning.columns_groups import Group, Roads, groups
from domain.planning.columns_sets import Sets, TooManyError, listed
from domain.planning.exact_corners import ALWAYS, Corners
from domain.planning.exact_ladder import PART, Ladder
from domain.planning.master import Master
from domain.planning.master_choice import Chooser
from domain.planning.plan import Phase
from domain.planning.pool import ENOUGH, NARROW, Pool, wide
from domain.planning.problem import Cell
from domain.planning.watch import StoppedError, Watch

MOST_COLUMNS = 1_000_000
"""Columns that are listed at most, so that the memory bar holds."""

LISTING_SHARE, LISTING_SECONDS, LISTING_MOST = 0.2, 1.5, 0.4
"""The part of the time that listing may take; so many seconds in any case, if they are not more than another part."""

LATER_SHARE, LATER_MOST = 0.05, 0.5
"""The part of time and columns that is kept for each group of cells still to come, at most so much for all."""

CORNERS = ((30, 0.3), (60, 0.3), (120, 0.5), (ALWAYS, 1.0))
"""How many corners are tried before one choice among all that matters and the next, and in which part of the time left.

Mostly the number counts: so the same seed gives the same plan wherever the optimum is proven in good time.
"""

POOL_SHARE = 0.4
"""The part of the time left in which the pool grows, if not all days can be listed."""

POOL_ROUNDS = 30
"""Relaxations whose prices make the pool grow, at most."""


class Exact:
    """One run of the exact engine on one problem; whatever stops it, the best days so far are in `best`."""

    def __init__(self, candidates: Candidates, watch: Watch, seed: int, start: Sequence[ChosenDay], cost: int) -> None:
        """`start` is a plan to begin with, which costs `cost`; `seed` is the solver's."""
        self.candidates = candidates
        self.best = tuple(start)
        self.cost = cost
        self._cells = self._possible()
        self._roads = Roads.of(candidates.problem)
        self._watch = watch
        self._seed = seed

    def run(self) -> None:
        """Search until the optimum is proven, the time is up or it is cancelled."""
        try:
            self._watch.enter(Phase.listing)
            found, complete = self._listed()
            table = columns(self.candidates.problem, found, complete=complete)
            if complete and not len(table):
                self._watch.tell(bound=self.cost)
                return
            self._watch.enter(Phase.bounding)
            ladder = self._ladder(table if complete else self._pooled(found))
            del found, table
            ladder.relax()
            self._watch.enter(Phase.choosing)
            self._improve(ladder)
        except StoppedError:
            return

    def _improve(self, ladder: Ladder) -> None:
        """Corners for a while, the choice among all that matters where that is little, and so on."""
        corners = Corners(self.candidates, self._cells, self._roads, self._watch, self._seed)
        for rounds, share in CORNERS:
            if ladder.exact:
                return
            if not ladder.few(self.cost, PART):
                until = self._watch.seconds + share * self._watch.left if self._watch.timed else None
                corners.search(self.best, self._take, rounds, until)
            ladder.begin(self._known(ladder.table))
            ladder.finish()

    def _listed(self) -> tuple[list[tuple[Group, Sets]], bool]:
        """All sets of the problem, or as many as time and memory allow, and whether these are all."""
        left = self._watch.left
        span = max(LISTING_SHARE * left, min(LISTING_SECONDS, LISTING_MOST * left))
        until = self._watch.seconds + span if self._watch.timed else None
        found: list[tuple[Group, Sets]] = []
        complete, room = True, MOST_COLUMNS
        asked = groups(self.candidates.problem, self._cells, self._roads)
        for at, group in enumerate(asked):
            # A part is kept for each of the groups to come: none is without any sets.
            kept = min(LATER_MOST, LATER_SHARE * (len(asked) - at - 1))
            stop_at = until and max(self._watch.seconds, until) - kept * max(0.0, until - self._watch.seconds)
            sets, all_of_them = listed(group, int(room * (max(0.5, 1 - kept))), partial(self._pause, stop_at))
            room -= int(np.bitwise_count(sets.mask).sum())
            complete &= all_of_them
            found.append((group, sets))
        return found, complete

    def _pause(self, until: float | None) -> None:
        if self._watch.over(until):
            self._watch.pause()
            raise TooManyError

    def _pooled(self, found: Sequence[tuple[Group, Sets]]) -> Columns:
        """More columns than could be listed: those that pay by the prices of one relaxation after the other."""
        problem, watch = self.candidates.problem, self._watch
        pool = Pool(problem, found)
        until = watch.seconds + POOL_SHARE * watch.left if watch.timed else None
        before = np.inf
        for last in [*[False] * POOL_ROUNDS, True]:
            pool.add(self.best)
            table = columns(problem, pool.found, complete=False)
            ladder = self._ladder(table)
            bound = ladder.first_plan()
            pool.keep_best(table, bound.reduced, np.array(ladder.best.columns, dtype=np.int32))
            done = last or bound.upper > before * ENOUGH or watch.passed(until)
            many = pool.widen(table, bound.duals, wide(bound.upper) if done else NARROW, watch.pause)
            before = bound.upper
            if done or not many:
                break
        pool.add(self.best)
        return columns(problem, pool.found, complete=False)

    def _ladder(self, table: Columns) -> Ladder:
        master = Master(table, self.candidates.days, self._forced(), self._watch)
        chooser = Chooser(table, master.rows, master.slack_cost, self._watch, self._seed)
        ladder = Ladder(master, chooser, partial(self._publish, table))
        ladder.begin(self._known(table))
        return ladder

    def _known(self, table: Columns) -> list[int]:
        """The columns of the best plan, as far as they are listed."""
        return [each for each in map(table.find, self.best) if each is not None]

    def _publish(self, table: Columns, chosen: Sequence[int], cost: float) -> None:
        self._take(tuple(map(table.day, chosen)), round(cost))

    def _take(self, days: Sequence[ChosenDay], cost: int) -> None:
        """These days are the best plan so far, if they are."""
        if cost < self.cost:
            self.best, self.cost = tuple(days), cost
            self._watch.tell(cost=cost)

    def _possible(self) -> dict[str, tuple[Cell, ...]]:
        """The cells of each stop, also those where it does not fit alone: a night away or a detour may help."""
        problem, days = self.candidates.problem, self.candidates.days
        clashing = set(self.candidates.clashing)
        found = {}
        for stop in problem.stops:
            cells = [Cell(each.id, window.day) for each in problem.vehicles for window in stop.windows]
            there = (cell for cell in cells if days.stay(cell, stop.id) is not None)
            found[stop.id] = () if stop.id in clashing else tuple(there)
        return found

    def _forced(self) -> frozenset[int]:
        """The stops, by number, that every plan serves: the fixed ones that do not clash."""
        kept = {stop for stops in self.candidates.fixed.values() for stop in stops}
        return frozenset(at for at, stop in enumerate(self.candidates.problem.stops) if stop.id in kept)
