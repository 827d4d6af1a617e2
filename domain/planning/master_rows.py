"""The rows of the master problem: what every choice of columns must keep, and how much of it a column uses."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from domain.planning.columns import Columns, Floats
from domain.planning.columns_groups import Ints
from domain.planning.problem import Cell

WITH_CUT = 2
"""A cut counts the columns with two of its three stops or more."""

Triple = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Entries:
    """Coefficients of some columns: how many each has, the rows they are in, and their values."""

    counts: Ints
    rows: Ints
    values: Floats

    @property
    def starts(self) -> Ints:
        """Where the coefficients of each column begin, and where the last end."""
        return np.concatenate(([0], np.cumsum(self.counts))).astype(np.int32)


class Rows:
    """Rows: each stop once · each cell at most once · each district covered · nights out balance nights in · cuts.

    The districts only if the problem prices them and something can be planned there. A night row counts, for a
    vehicle, a night and a place, the days that end there less the days that begin there the next morning. A cut is
    a subset row of Jepsen et al. (2008): of three rows of stops and cells, at most one column can use two or more.
    """

    def __init__(self, columns: Columns) -> None:
        """The rows of all columns; no cut yet."""
        problem = columns.problem
        self.columns = columns
        self.stops, self.cells = len(problem.stops), len(columns.cells)
        names = sorted({stop.district for stop in problem.stops})
        self.districts = tuple(names) if problem.coverage else ()
        self._district_of = np.array([names.index(stop.district) for stop in problem.stops] + [-1], dtype=np.int16)
        self.nights: dict[tuple[Cell, int], int] = {}
        for night in problem.nights:
            self.nights.setdefault((Cell(night.vehicle, night.day), night.place), len(self.nights))
        self.triples: list[Triple] = []
        self.cut_columns: list[Ints] = []

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self.stops + self.cells + len(self.districts) + len(self.nights) + len(self.triples)

    @property
    def bounds(self) -> tuple[Floats, Floats]:
        """What each row must at least and may at most come to."""
        free = (self.cells, len(self.districts), len(self.nights), len(self.triples))
        cells, districts, nights, cuts = (np.ones(each) for each in free)
        lower = np.concatenate((np.ones(self.stops), cells * -np.inf, districts, nights * 0, cuts * -np.inf))
        upper = np.concatenate((np.ones(self.stops), cells, districts * np.inf, nights * 0, cuts))
        return lower, upper

    @property
    def first_district(self) -> int:
        """The number of the first row of a district."""
        return self.stops + self.cells

    @property
    def first_night(self) -> int:
        """The number of the first row of a night."""
        return self.first_district + len(self.districts)

    @property
    def first_cut(self) -> int:
        """The number of the first row of a cut."""
        return self.first_night + len(self.nights)

    def add_cuts(self, triples: list[Triple]) -> None:
        """Add cuts for these triples."""
        for triple in triples:
            self.triples.append(triple)
            self.cut_columns.append(self._columns_with(triple))

    def _columns_with(self, triple: Triple) -> Ints:
        """The columns that use two or more of these rows."""
        table = self.columns
        stops = [row for row in triple if row < self.stops]
        hits = np.zeros(len(table.stops), dtype=np.int8)
        for place in range(table.stops.shape[1]):
            hits += np.isin(table.stops[:, place], stops)
        used = hits[table.set_of]
        for row in triple:
            if row >= self.stops:
                begin, end = np.searchsorted(table.cell_of, [row - self.stops, row - self.stops + 1])
                used[begin:end] += 1
        return np.flatnonzero(used >= WITH_CUT).astype(np.int32)

    def entries(self, columns: Ints) -> Entries:
        """The coefficients of these columns."""
        table = self.columns
        sets = table.set_of[columns]
        stops = table.stops[sets].astype(np.int32)
        stops[stops == self.stops] = -1
        parts = [stops, (table.cell_of[columns].astype(np.int32) + self.stops)[:, None]]
        if self.districts:
            parts.append(self._districts(stops))
        wide = sum(part.shape[1] for part in parts)
        if self.nights:
            parts.append(self._night_rows(columns))
        if self.triples:
            parts.append(self._cut_rows(columns))
        rows = np.concatenate(parts, axis=1)
        values = np.ones(rows.shape)
        if self.nights:
            values[:, wide + 1] = -1
        used = rows >= 0
        return Entries(used.sum(axis=1).astype(np.int32), rows[used], values[used])

    def used_by_sets(self, duals: Floats) -> Floats:
        """What each set gains by the duals of its rows, all but the cell's, the nights' and the cuts'."""
        table = self.columns
        stops = np.append(duals[: self.stops], 0.0)
        gain = np.zeros(len(table.stops))
        for place in range(table.stops.shape[1]):
            gain += stops[table.stops[:, place]]
        if self.districts:
            covers = np.append(duals[self.first_district : self.first_night], 0.0)
            for place in range(table.stops.shape[1]):
                gain += covers[self._covered[:, place]]
        return gain

    def pay(self, worth: Floats, duals: Floats) -> None:
        """Take off `worth`, by column, what its nights and cuts pay by their duals."""
        if self.nights:
            nights = np.append(duals[self.first_night : self.first_cut], 0.0)
            ends, begins = self._night_of.T
            worth -= nights[ends] - nights[begins]
        for columns, dual in zip(self.cut_columns, duals[self.first_cut :], strict=True):
            if dual:
                worth[columns] -= dual

    @cached_property
    def _covered(self) -> Ints:
        """The districts of each set, each once, padded with -1."""
        found = self._districts(np.where(self.columns.stops == self.stops, -1, self.columns.stops))
        return np.where(found >= 0, found - self.first_district, -1).astype(np.int16)

    def _districts(self, stops: Ints) -> Ints:
        """The rows of the districts of these sets, each once, padded with -1."""
        found = np.sort(self._district_of[stops], axis=1).astype(np.int32)
        found[:, 1:][found[:, 1:] == found[:, :-1]] = -1
        return np.where(found >= 0, found + self.first_district, -1)

    @cached_property
    def _night_of(self) -> Ints:
        """For each column the night it ends with and the one it begins after, -1 = neither."""
        table = self.columns
        found = np.full((len(table), 2), -1, dtype=np.int32)
        keys: dict[tuple[int, int], tuple[int, int]] = {}
        groups = table.group[table.set_of]
        for column, key in enumerate(zip(groups.tolist(), table.cell_of.tolist(), strict=True)):
            if key not in keys:
                cell = table.cells[key[1]]
                origin, destination = table.ends(column)
                ends = -1 if destination is None else self.nights[cell, destination]
                before = Cell(cell.vehicle, cell.day - 1)
                keys[key] = ends, -1 if origin is None else self.nights[before, origin]
            found[column] = keys[key]
        return found

    def _night_rows(self, columns: Ints) -> Ints:
        nights = self._night_of[columns]
        return np.where(nights >= 0, nights + self.first_night, -1)

    def balanced(self, columns: Sequence[int]) -> tuple[int, ...]:
        """These columns without those that end or begin at a night for which the other half is missing."""
        kept = list(columns)
        while self.nights:
            ends, begins = ({int(each) for each in half if each >= 0} for half in self._night_of[kept].T)
            odd = ends ^ begins
            if not odd:
                break
            kept = [each for each in kept if odd.isdisjoint(self._night_of[each].tolist())]
        return tuple(kept)

    def _cut_rows(self, columns: Ints) -> Ints:
        found = np.full((len(columns), len(self.triples)), -1, dtype=np.int32)
        for number, members in enumerate(self.cut_columns):
            at = np.minimum(np.searchsorted(members, columns), max(0, len(members) - 1))
            inside = members[at] == columns if len(members) else np.zeros(len(columns), dtype=np.bool_)
            found[inside, number] = self.first_cut + number
        return found
