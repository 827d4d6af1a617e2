"""The linear relaxation over all columns: a bound that no plan goes below, and what each column is worth by it."""

from collections.abc import Mapping
from dataclasses import dataclass

import highspy
import numpy as np

from domain.planning.columns import Columns, Floats
from domain.planning.columns_groups import Flags, Ints
from domain.planning.day import Days
from domain.planning.master_rows import Rows, Triple
from domain.planning.master_taken import Taken
from domain.planning.watch import StoppedError, Watch

PER_CELL = 6
"""Columns of each cell that enter the restricted problem at a time; 4 to 10 were equally fast."""

NEGATIVE = -1e-6
"""Reduced costs below this are worth a column."""

TINY = 1e-6
"""Values of a solution below this are zero."""

MEETING = 0.01
"""Minutes by which the ends of a solved relaxation may differ by rounding."""

ROUNDING = 1e-4
"""What a bound may be off by rounding."""

SURE = 0.9
"""A dive takes columns above this weight at once."""

NIGHT_SLACK = 5_000.0
"""Price of a vehicle that ends a day where it does not begin the next one; a relaxation may, a plan may not."""

SOLVED = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty)

FORCED = 100_000.0
"""Price of leaving out a fixed stop in the relaxation: above all that serving it can cost."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a relaxation says: no plan costs less than `lower`; one with column c not less than lower + reduced[c].

    `upper` is the value of the relaxation itself, `duals` its prices by row; `weights` how much of each column it
    uses. `lower` and `upper` meet when the relaxation is solved to the end.
    """

    lower: float
    upper: float
    reduced: Floats
    duals: Floats
    weights: dict[int, float]

    @property
    def met(self) -> bool:
        """Whether the relaxation is solved to the end."""
        return self.upper - self.lower < MEETING


class Master:
    """The relaxation, solved by entering columns where they pay (column generation over the listed columns)."""

    def __init__(
        self,
        columns: Columns,
        days: Days,
        forced: frozenset[int],
        watch: Watch,
        covered: frozenset[str] = frozenset(),
    ) -> None:
        """Rows and slacks: `forced` are the stops (by number) that a plan must serve, `covered` districts need none."""
        self.columns = columns
        self.rows = Rows(columns)
        self.inside: Flags = np.zeros(len(columns), dtype=np.bool_)
        self.entered: list[int] = []
        self._place: dict[int, int] = {}
        self.slack_cost = _slack_costs(columns, self.rows, forced, covered)
        self.days = days
        self.watch = watch
        self._highs = highs_quiet()
        self._highs.setOptionValue("simplex_strategy", 1)
        self._highs.cbSimplexInterrupt.subscribe(lambda event: event.interrupt(watch.over()))
        lower, upper = self.rows.bounds
        nothing = np.zeros(0, dtype=np.int32)
        none = np.zeros(self.rows.count, dtype=np.int32)
        self._highs.addRows(self.rows.count, lower, upper, 0, none, nothing, np.zeros(0))
        slacks = slack_rows(self.rows)
        self._add(self.slack_cost, np.arange(len(slacks), dtype=np.int32), slacks, np.ones(len(slacks)))
        self._add_night_slacks()
        begins = np.flatnonzero(np.diff(columns.cell_of, prepend=np.int16(-1)))
        self._begins = begins.astype(np.int32)
        self._cells = columns.cell_of[begins]

    def enter(self, columns: Ints) -> None:
        """Let these columns into the restricted problem, once their real costs are known."""
        fresh = np.unique(columns[~self.inside[columns]]).astype(np.int32)
        self.columns.check(fresh, self.days, self.watch.pause)
        fresh = self.columns.possible(fresh)
        if not len(fresh):
            return
        self.inside[fresh] = True
        self._place.update(zip(fresh.tolist(), range(len(self.entered), len(self.entered) + len(fresh)), strict=True))
        self.entered.extend(fresh.tolist())
        entries = self.rows.entries(fresh)
        self._add(self.columns.prices(fresh), entries.starts[:-1], entries.rows, entries.values)

    def cut(self, triples: list[Triple]) -> None:
        """Add a cut for each of these triples."""
        begin = len(self.rows.triples)
        self.rows.add_cuts(triples)
        entered = np.array(self.entered, dtype=np.int32)
        for members in self.rows.cut_columns[begin:]:
            hit = np.flatnonzero(np.isin(entered, members)).astype(np.int32) + self._offset
            self._highs.addRow(-highspy.kHighsInf, 1.0, len(hit), hit, np.ones(len(hit)))

    def solve(self, until: float | None = None) -> Bound:
        """Solve the relaxation, or as far as it comes until that second of the run.

        Raises:
            StoppedError: the time is up or it was cancelled before the relaxation was solved.
        """
        while True:
            upper, duals = self._run()
            worth, least = self._worth(duals)
            lower = self._lower(duals, least)
            if self.columns.complete:
                self.watch.tell(bound=rounded(lower))
            wanted = self._wanted(worth, duals)
            if not len(wanted) or (until is not None and self.watch.passed(until)):
                worth -= least[self.columns.cell_of]
                return Bound(lower, upper, worth, duals, self._weights())
            self.enter(wanted)

    def dive(self, bound: Bound, share: float) -> tuple[int, ...]:
        """A choice of columns near the relaxation: the surest are taken, the rest is solved again, and so on.

        At least the part `share` of the columns in use is taken at a time.

        Raises:
            StoppedError: the time is up or it was cancelled.
        """
        taken = Taken(self.columns)
        weights = bound.weights
        try:
            while weights:
                for column in filter(taken.free, _surest(weights, share)):
                    taken.take(column)
                    self._fix(column, 1.0)
                worth, _ = self._worth(duals := self._run()[1])
                worth[taken.blocked()] = np.inf
                self.enter(self._wanted(worth, duals))
                self._run()
                weights = {column: weight for column, weight in self._weights().items() if taken.free(column)}
        finally:
            for column in taken.columns:
                self._fix(column, 0.0)
        return self.rows.balanced(taken.columns)

    def _fix(self, column: int, lower: float) -> None:
        at = self._place[column] + self._offset
        self._highs.changeColBounds(at, lower, highspy.kHighsInf)

    def _run(self) -> tuple[float, Floats]:
        self.watch.pause()
        self._highs.run()
        if self._highs.getModelStatus() not in SOLVED:
            self.watch.pause()
            raise StoppedError
        duals = np.array(self._highs.getSolution().row_dual)
        rows = self.rows
        duals[: rows.stops] = np.minimum(duals[: rows.stops], self.slack_cost[: rows.stops])
        covers = duals[rows.first_district : rows.first_night]
        duals[rows.first_district : rows.first_night] = np.clip(covers, 0, self.slack_cost[rows.stops :])
        duals[rows.first_cut :] = np.minimum(duals[rows.first_cut :], 0)
        return self._highs.getInfo().objective_function_value, duals

    def _worth(self, duals: Floats) -> tuple[Floats, Floats]:
        """Cost of each column less what its rows pay, all but the cell; and the least of each cell, zero at most."""
        table, rows = self.columns, self.rows
        worth: Floats = (table.surcharge - rows.used_by_sets(duals))[table.set_of]
        worth += table.cost
        rows.pay(worth, duals)
        least = np.zeros(rows.cells)
        if len(table):
            least[self._cells] = np.minimum(np.minimum.reduceat(worth, self._begins), 0)
        return worth, least

    def _lower(self, duals: Floats, least: Floats) -> float:
        """Lagrange's bound: what the rows pay, and of each cell the best column at most."""
        rows = self.rows
        paid = duals[: rows.stops].sum() + duals[rows.first_district : rows.first_night].sum()
        return float(paid + duals[rows.first_cut :].sum() + least.sum())

    def _wanted(self, worth: Floats, duals: Floats) -> Ints:
        """The columns that pay, the best few of each cell."""
        table, rows = self.columns, self.rows
        cells = duals[rows.stops : rows.stops + rows.cells]
        paying = np.flatnonzero(worth < cells[table.cell_of] + NEGATIVE)
        paying = paying[~self.inside[paying]]
        order = paying[np.lexsort((worth[paying], table.cell_of[paying]))]
        cell = table.cell_of[order]
        begins = np.flatnonzero(np.diff(cell, prepend=np.int16(-1)))
        rank = np.arange(len(order)) - np.repeat(begins, np.diff(np.append(begins, len(order))))
        return order[rank < PER_CELL].astype(np.int32)

    def _weights(self) -> dict[int, float]:
        """How much of each column the relaxation uses."""
        values = np.array(self._highs.getSolution().col_value)[self._offset :]
        used = np.flatnonzero(values > TINY)
        return {self.entered[at]: float(values[at]) for at in used}

    def _add_night_slacks(self) -> None:
        """Let nights be out of balance at a high price, so that a dive always has somewhere to go."""
        nights = np.arange(self.rows.first_night, self.rows.first_cut, dtype=np.int32)
        starts = np.arange(len(nights), dtype=np.int32)
        for sign in (1.0, -1.0):
            self._add(np.full(len(nights), NIGHT_SLACK), starts, nights, np.full(len(nights), sign))
        self._offset = len(self.slack_cost) + 2 * len(nights)

    def _add(self, costs: Floats, starts: Ints, rows: Ints, values: Floats) -> None:
        many = len(costs)
        most = np.full(many, highspy.kHighsInf)
        self._highs.addCols(many, costs, np.zeros(many), most, len(rows), starts.astype(np.int32), rows, values)


def _surest(weights: Mapping[int, float], share: float) -> list[int]:
    """The columns to take next: all that are nearly whole, and at least this share of all, by weight."""
    order = sorted(weights, key=lambda column: (-weights[column], column))
    least = max(1, int(len(order) * share))
    return [column for at, column in enumerate(order) if weights[column] > SURE or at < least]


def rounded(lower: float) -> float:
    """A bound as a whole number: all costs are whole minutes."""
    return float(np.ceil(lower - ROUNDING))


def highs_quiet() -> highspy.Highs:
    """A solver that says nothing and uses one thread."""
    highs = highspy.Highs()  # type: ignore[no-untyped-call]  # its constructor lacks an annotation
    for option, value in (("output_flag", False), ("threads", 1)):
        highs.setOptionValue(option, value)
    return highs


def slack_rows(rows: Rows) -> Ints:
    """The rows that a slack may keep at a price: stops left out, districts not covered."""
    districts = np.arange(rows.first_district, rows.first_night)
    return np.concatenate((np.arange(rows.stops), districts)).astype(np.int32)


def _slack_costs(columns: Columns, rows: Rows, forced: frozenset[int], covered: frozenset[str]) -> Floats:
    problem = columns.problem
    prizes = [max(FORCED, stop.prize) if at in forced else stop.prize for at, stop in enumerate(problem.stops)]
    bare = [0 if name in covered else problem.coverage for name in rows.districts]
    return np.array([*prizes, *bare], dtype=np.float64)
