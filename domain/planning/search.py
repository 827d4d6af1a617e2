"""Plans by search alone, in pure Python: a quick plan first, then choices among listed days."""

from collections.abc import Callable, Sequence
from itertools import count
from random import Random

from domain.planning.candidates import Candidates
from domain.planning.plan import Phase
from domain.planning.search_choice import Choice
from domain.planning.search_model import Model
from domain.planning.search_prices import SetTable, stop_prices
from domain.planning.search_ruin import Ruin
from domain.planning.search_sets import day_sets
from domain.planning.watch import Watch

MOST_SETS = 60_000
"""Sets listed at most; each takes about half a kilobyte with what is remembered of it."""

RUIN_SHARE, LIST_SHARE, PRICE_SHARE = 0.08, 0.3, 0.25
"""Parts of the time left in which the first plan is improved, sets are listed, and prices found."""

MANY = 3.5
"""Stops a day from which there are too many sets of them to list."""

BETWEEN_LOOKS = 2
"""Steps between two looks at the clock."""

PRICE_STEPS = 200
"""Steps of prices where the clock does not count."""

UNTIMED = 2000
"""Steps where neither the clock nor a number of them says when to stop."""

HOPELESS = 60_000
"""Steps without a better plan after which none is expected any more."""

TINY = 0.01
"""Seconds that count as some."""


class Search:
    """A search that begins with its first plan, at once; `best` are its days, `cost` their price by the objective.

    Nights away are not used. With `steps` instead of a time the same seed gives the same plan.
    """

    def __init__(self, candidates: Candidates, watch: Watch, seed: int) -> None:
        """Inserts every stop where it costs least."""
        self._watch = watch
        self._model = Model(candidates)
        self._dice = Random(seed)  # noqa: S311 - a search, not a secret
        self._ruin = Ruin(self._model, self._dice, watch.over)
        self.best, self.cost = self._model.chosen(self._ruin.best), self._ruin.best_cost
        watch.tell(self.cost)

    def run(self, steps: int | None = None) -> None:
        """Search until the time is up or it is cancelled: quick steps, then choices; `steps` of each if given."""
        self._watch.enter(Phase.searching)
        many = sum(len(day.stops) for day in self.best) > MANY * len(self.best)
        self.quick(None if many else self._part(RUIN_SHARE), steps)
        if many:
            return
        self._watch.enter(Phase.listing)
        until = self._part(LIST_SHARE)
        table = SetTable(day_sets(self._model, MOST_SETS, lambda: self._watch.over(until)))
        if not table.sets:
            return
        self._watch.enter(Phase.bounding)
        until, left = self._part(PRICE_SHARE), count(PRICE_STEPS, -1)
        worth = self._model.worth(each.members for each in table.sets)
        prices = stop_prices(
            table,
            worth,
            len(self._model.cells),
            float(self.cost - self._model.total(self._model.fixed) + sum(worth)),
            lambda: self._watch.over(until) or (not self._watch.timed and next(left) <= 0),
        )
        self._watch.enter(Phase.choosing)
        choice = Choice(self._model, table, prices, self._ruin.best)
        self._steps(lambda done: choice.step(self._dice, done), lambda: self._take(choice.best), None, steps)

    def quick(self, until: float | None = None, steps: int | None = None) -> None:
        """Improve the first plan until the second `until` of the run, or by that many `steps`."""
        self._steps(self._ruin.step, lambda: self._take(self._ruin.best), until, steps)

    def _part(self, share: float) -> float | None:
        """The second of the run at which this part of the time left is over; None if the clock does not count."""
        return self._watch.seconds + share * self._watch.left if self._watch.timed else None

    def _steps(
        self, step: Callable[[float], bool], take: Callable[[], None], until: float | None, steps: int | None
    ) -> None:
        """Take steps until the time is up; each is told how much is over (0 to 1) and says whether it found better."""
        watch = self._watch
        begun, end = watch.seconds, min(watch.limit, watch.limit if until is None else until)
        if steps is None and not watch.timed:
            steps = UNTIMED
        taken = idle = 0
        while not watch.over(until) and (steps is None or taken < steps) and idle < HOPELESS:
            done = taken / steps if steps else min(1.0, (watch.seconds - begun) / max(TINY, end - begun))
            better = False
            for _ in range(BETWEEN_LOOKS):
                better |= step(done)
            taken += BETWEEN_LOOKS
            idle = 0 if better else idle + BETWEEN_LOOKS
            if better:
                take()

    def _take(self, cells: Sequence[Sequence[int]]) -> None:
        cost = self._model.total(cells)
        if cost < self.cost:
            self.best, self.cost = self._model.chosen(cells), cost
            self._watch.tell(cost)
