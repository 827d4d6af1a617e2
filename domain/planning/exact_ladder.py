"""Relaxation, cuts, dives, and choices among more and more columns, until nothing better can be outside."""

from collections.abc import Callable, Sequence

import numpy as np

from domain.planning.columns_groups import Rows
from domain.planning.master import ROUNDING, Bound, Master, rounded
from domain.planning.master_choice import Choice, Chooser, Limits
from domain.planning.master_cuts import violated

FINAL = 8_000
"""With more columns no choice is proven in useful time; then corners of the plan are improved first."""

FINAL_SHARE = 0.7
"""The part of the time left that the choice among all columns that matter may take."""

PART = 1_000
"""Columns of a choice that cannot have all that matter."""

PART_SHARE = 0.15
"""The part of the time left that such a choice may take."""

MOST_NODES = 300
"""Nodes of one choice where the clock limits nothing."""

DIVES = (0.1, 0.03, 0.2)
"""The part of the columns in use that a dive takes at least at a time; which is best differs from case to case."""

DIVES_SHARE = 0.1
"""After this part of the time left no further dive begins."""

DIVE_BY = 0.4
"""The part of the time left after which the first dive begins."""

MOST_CUTS = 160
"""Cuts in the relaxation at most; each costs time in every step after."""

CUTS_AT_A_TIME = 60
"""Cuts added between two solutions of the relaxation."""

CUTS_SHARE = 0.15
"""The part of the time left that cuts may take."""

CUT_GAIN = 0.02
"""The part of the gap that a round of cuts must close to be followed by another."""


class Ladder:
    """Chooses among the columns of one table; `publish` is told each better choice and its cost."""

    def __init__(self, master: Master, chooser: Chooser, publish: Callable[[Sequence[int], float], None]) -> None:
        """Nothing is chosen yet."""
        self.table = master.columns
        self.master = master
        self.chooser = chooser
        self.watch = master.watch
        self.best = Choice((), chooser.cost(()), -np.inf)
        self.bound = -np.inf
        self._bound: Bound | None = None
        self._publish = publish

    @property
    def proven(self) -> bool:
        """Whether nothing among the columns costs less than what is chosen; costs are whole minutes."""
        return rounded(self.bound) >= self.best.cost

    @property
    def exact(self) -> bool:
        """Whether no plan at all costs less than what is chosen."""
        return self.proven and self.table.complete

    def begin(self, start: Sequence[int]) -> None:
        """These columns are a choice to begin with."""
        columns = np.array(start, dtype=np.int32)
        self.table.check(columns, self.master.days, self.watch.pause)
        self.master.enter(columns)
        self._improve(tuple(start))

    def relax(self) -> None:
        """The relaxation with cuts, and dives from it.

        Raises:
            StoppedError: the time is up, or it was cancelled.
        """
        self._bound = self._with_cuts(self.first_plan())
        self._dive(self._bound, DIVES)

    def few(self, cost: float, most: int = FINAL) -> bool:
        """Whether at most so many columns could be in a plan that is cheaper than `cost`."""
        return self._bound is not None and len(self._needed(self._bound, cost)) <= most

    def finish(self) -> None:
        """Choose among all columns that matter, or among the most promising if these are many.

        Raises:
            StoppedError: the time is up, or it was cancelled.
        """
        self.watch.pause()
        if self._bound is not None and not self.proven:
            few = self.few(self.best.cost)
            self._choose(self._bound, FINAL if few else PART, FINAL_SHARE if few else PART_SHARE)

    def choose(self) -> None:
        """The relaxation, and one choice among all columns that matter, or a part of them.

        Raises:
            StoppedError: the time is up, or it was cancelled.
        """
        bound = self.master.solve()
        self._prove(bound.lower)
        if not self.proven:
            self._choose(bound, FINAL if len(self._needed(bound, self.best.cost)) <= FINAL else PART, 1.0)

    @staticmethod
    def _needed(bound: Bound, cost: float) -> Rows:
        """The columns that a plan cheaper than `cost` could have; costs are whole minutes."""
        return np.flatnonzero(bound.reduced <= cost - 1 - bound.lower + 2 * ROUNDING)

    def first_plan(self) -> Bound:
        """The relaxation and one dive from it; in good time, even if the relaxation is not solved to the end by then.

        Raises:
            StoppedError: the time is up, or it was cancelled.
        """
        until = self.watch.seconds + DIVE_BY * self.watch.left if self.watch.timed else None
        bound = self.master.solve(until)
        self._dive(bound, DIVES[:1])
        return bound if bound.met else self.master.solve()

    def _dive(self, bound: Bound, shares: Sequence[float]) -> None:
        """Dive from the relaxation, more often where that takes little time."""
        self._prove(bound.lower)
        begun = self.watch.seconds
        for share in shares:
            if not self.proven and not self.watch.passed(begun + DIVES_SHARE * self.watch.left):
                self._improve(self.master.dive(bound, share))

    def _with_cuts(self, bound: Bound) -> Bound:
        """The relaxation with cuts, as long as these raise the bound."""
        until = self.watch.seconds + CUTS_SHARE * self.watch.left if self.watch.timed else None
        while not self.proven and len(self.master.rows.triples) < MOST_CUTS and not self.watch.over(until):
            known = set(self.master.rows.triples)
            fresh = [each for each in violated(self.table, bound.weights, CUTS_AT_A_TIME) if each not in known]
            if not fresh:
                break
            self.master.cut(fresh)
            before, bound = bound.lower, self.master.solve()
            self._prove(bound.lower)
            if bound.lower - before < CUT_GAIN * (self.best.cost - bound.lower):
                break
        return bound

    def _choose(self, bound: Bound, size: int, share: float) -> None:
        """Choose among the columns of smallest reduced cost: `size` of them, or all that a better plan could have."""
        needed = self._needed(bound, self.best.cost)
        if len(needed) > size:
            needed = needed[np.argsort(bound.reduced[needed], kind="stable")[:size]]
        among = np.union1d(needed, np.array(self.best.columns, dtype=np.int64)).astype(np.int32)
        self.table.check(among, self.master.days, self.watch.pause)
        outside = np.ones(len(self.table), dtype=np.bool_)
        outside[among] = False
        beyond = bound.lower + float(bound.reduced[outside].min(initial=np.inf))
        until = self.watch.seconds + share * self.watch.left if self.watch.timed else self.watch.limit
        limits = Limits(until, None if self.watch.timed else MOST_NODES)
        choice = self.chooser.choose(self.table.possible(among), self.best, limits)
        if choice.cost < self.best.cost:
            self._improve(choice.columns)
        self._prove(min(choice.lower, beyond))

    def _improve(self, chosen: tuple[int, ...]) -> None:
        cost = self.chooser.cost(chosen)
        if cost < self.best.cost:
            self.best = Choice(chosen, cost, -np.inf)
            self._publish(chosen, cost)

    def _prove(self, lower: float) -> None:
        """No plan among the columns costs less than `lower`."""
        self.bound = max(self.bound, min(lower, self.best.cost))
        if self.table.complete:
            self.watch.tell(bound=rounded(self.bound))
