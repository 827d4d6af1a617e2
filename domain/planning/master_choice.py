"""Chooses columns: the whole-number problem over some of them, handed to HiGHS with what is known already."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import highspy
import numpy as np

from domain.planning.columns import Columns, Floats
from domain.planning.columns_groups import Ints
from domain.planning.master import ROUNDING, highs_quiet, slack_rows
from domain.planning.master_rows import Rows
from domain.planning.watch import Watch

WHOLE = 0.5
"""Above this a whole-number variable is one."""


@dataclass(frozen=True, slots=True)
class Limits:
    """When to be content: at the second `until` of the run, after `nodes`, or within `gap` (a share) of the optimum."""

    until: float
    nodes: int | None = None
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Choice:
    """Chosen columns, their cost in minutes of the objective, and what no choice among those given can go below."""

    columns: tuple[int, ...]
    cost: float
    lower: float


class Chooser:
    """Solves choices among columns of one table."""

    def __init__(self, columns: Columns, rows: Rows, slack_cost: Floats, watch: Watch, seed: int) -> None:
        """`slack_cost` is the price of each stop left out and of each district not covered."""
        self.columns = columns
        self._rows = rows
        self._slack_cost = slack_cost
        self._watch = watch
        self._seed = seed

    def cost(self, chosen: Sequence[int]) -> float:
        """What these columns cost together with all that they leave out."""
        picked = np.array(chosen, dtype=np.int32)
        return float(self.columns.prices(picked).sum() + self._slack_cost @ self._slack(picked))

    def choose(self, among: Ints, start: Choice, limits: Limits) -> Choice:
        """The best choice found `among` these columns, which hold those of `start`; never worse than `start`."""
        if not len(among):
            return replace(start, lower=start.cost)
        highs = highs_quiet()
        self._set(highs, limits)
        highs.passModel(self._model(among))
        self._begin_with(highs, among, start)
        highs.cbMipInterrupt.subscribe(lambda event: event.interrupt(self._watch.over(limits.until)))
        highs.cbSimplexInterrupt.subscribe(lambda event: event.interrupt(self._watch.over(limits.until)))
        highs.cbMipImprovingSolution.subscribe(self._improved)
        highs.run()
        values = np.array(highs.getSolution().col_value)[len(self._slack_cost) :]
        lower = self._lower(highs, start)
        if not len(values):
            return Choice(start.columns, start.cost, lower)
        chosen = tuple(among[values > WHOLE].tolist())
        cost = self.cost(chosen)
        if cost >= start.cost or not self._kept(chosen):
            return Choice(start.columns, start.cost, lower)
        return Choice(chosen, cost, lower)

    def _set(self, highs: highspy.Highs, limits: Limits) -> None:
        options: dict[str, float | int] = {
            "random_seed": self._seed % 2**31,
            "mip_rel_gap": limits.gap,
            "mip_abs_gap": 1 - ROUNDING,  # costs are whole minutes
        }
        if self._watch.timed:
            options["time_limit"] = max(0.0, min(limits.until, self._watch.limit) - self._watch.seconds)
        if limits.nodes is not None:
            options["mip_max_nodes"] = limits.nodes
        for name, value in options.items():
            highs.setOptionValue(name, value)

    def _model(self, among: Ints) -> highspy.HighsLp:
        entries = self._rows.entries(among)
        slacks = slack_rows(self._rows)
        many = len(slacks) + len(among)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = many, self._rows.count
        model.col_cost_ = np.concatenate((self._slack_cost, self.columns.prices(among)))
        model.col_lower_, model.col_upper_ = np.zeros(many), np.ones(many)
        model.row_lower_, model.row_upper_ = self._rows.bounds
        # The slacks are whole by themselves once the columns are.
        kinds = [highspy.HighsVarType.kContinuous] * len(slacks)
        model.integrality_ = kinds + [highspy.HighsVarType.kInteger] * len(among)
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        starts = np.concatenate((np.arange(len(slacks)), entries.starts + len(slacks)))
        model.a_matrix_.start_ = starts.astype(np.int32)
        model.a_matrix_.index_ = np.concatenate((slacks, entries.rows))
        model.a_matrix_.value_ = np.concatenate((np.ones(len(slacks)), entries.values))
        return model

    def _begin_with(self, highs: highspy.Highs, among: Ints, start: Choice) -> None:
        picked = np.array(start.columns, dtype=np.int32)
        values = np.isin(among, picked).astype(np.float64)
        solution = highspy.HighsSolution()
        solution.col_value = np.concatenate((self._slack(picked), values)).tolist()
        highs.setSolution(solution)

    def _slack(self, picked: Ints) -> Floats:
        """Which stops are left out and which districts not covered by these columns: 1, otherwise 0."""
        served = np.zeros(self._rows.count)
        entries = self._rows.entries(picked)
        np.add.at(served, entries.rows, entries.values)
        return np.maximum(0.0, 1.0 - served[slack_rows(self._rows)])

    def _kept(self, chosen: Sequence[int]) -> bool:
        """Whether these columns keep every row: the solver allows for small errors, a plan does not."""
        entries = self._rows.entries(np.array(chosen, dtype=np.int32))
        used = np.zeros(self._rows.count)
        np.add.at(used, entries.rows, entries.values)
        rows = self._rows
        nights = used[rows.first_night : rows.first_cut]
        return bool((used[: rows.first_district] <= 1 + WHOLE).all() and not nights.any())

    @staticmethod
    def _lower(highs: highspy.Highs, start: Choice) -> float:
        return min(float(highs.getInfo().mip_dual_bound), start.cost)

    def _improved(self, event: highspy.HighsCallbackEvent) -> None:
        self._watch.tell(cost=round(event.data_out.objective_function_value))
