"""From columns to figures: filter, then sum by every breakdown."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias
from uuid import UUID

import numpy as np
import numpy.typing as npt

from domain.rows.evaluation import (
    Cell,
    Comparison,
    EvaluationFigures,
    EvaluationFilter,
    HandedOut,
    Line,
    Lines,
    Sums,
)
from domain.rules.evaluation.columns import EXPECTED, REACHED, SUMMED, Amounts, Axis, Columns, Links, Whole
from domain.rules.evaluation.periods import compared_days
from domain.rules.evaluation.requests import requests_counted
from domain.terms import Breakdown, DaySpan

_Mask: TypeAlias = npt.NDArray[np.bool_]
_Filled: TypeAlias = list[tuple[Whole, Amounts]]
"""For each field of `Sums` the places of the events that have a figure, and the figures."""

_KILOMETRES = SUMMED.index("kilometres")
_HELD = SUMMED.index("held")
_TENTH = 1


def evaluate(columns: Columns, wanted: EvaluationFilter, today: date) -> EvaluationFigures:
    """All figures of the events that pass the filter, and of the requests received in its days.

    `today` is the local day: a period that is not over is compared with as much of the one before.
    """
    chosen = _Chosen(columns, _passing(columns, wanted))
    topics = chosen.linked(columns.topics)
    groups = chosen.linked(columns.groups, own_figures=True)
    publications = chosen.handed_out()
    axis = chosen.lines
    before, year_ago = _comparisons(columns, wanted, today)
    return EvaluationFigures(
        wanted=wanted,
        whole=chosen.whole(),
        before=before,
        year_ago=year_ago,
        months=_without_gaps(axis(Breakdown.month), wanted, _months),
        years=_without_gaps(axis(Breakdown.year), wanted, _years),
        kinds=axis(Breakdown.kind),
        kreise=_all_kreise(columns, axis(Breakdown.kreis), wanted),
        topics=topics,
        target_groups=groups,
        place_categories=axis(Breakdown.place_category),
        accident_causes=_named(axis(Breakdown.accident_cause)),
        advice_fields=_named(axis(Breakdown.advice_field)),
        host_categories=axis(Breakdown.host_category),
        schulformen=_named(axis(Breakdown.schulform)),
        schools=axis(Breakdown.school),
        month_kinds=chosen.cells(Breakdown.month, Breakdown.kind),
        kreis_kinds=chosen.cells(Breakdown.kreis, Breakdown.kind),
        cause_kreise=chosen.cells(Breakdown.accident_cause, Breakdown.kreis),
        publications=publications,
        requests=requests_counted(columns.requests, wanted),
        names=_names(columns, [*topics, *groups], publications, wanted),
    )


def _passing(columns: Columns, wanted: EvaluationFilter) -> _Mask:
    """Which events pass the filter."""
    days = columns.days
    mask = np.ones(len(columns), dtype=np.bool_)
    if wanted.first_day:
        mask &= days >= wanted.first_day.toordinal()
    if wanted.last_day:
        mask &= days <= wanted.last_day.toordinal()
    for axis, values in (
        (columns.axes[Breakdown.kind], wanted.kinds),
        (columns.axes[Breakdown.kreis], wanted.kreise),
        (columns.axes[Breakdown.place_category], wanted.place_categories),
        (columns.audiences, wanted.audiences),
    ):
        if values:
            mask &= np.isin(axis.codes, _places(axis.keys, values))
    for links, ids in ((columns.topics, wanted.topic_ids), (columns.groups, wanted.target_group_ids)):
        if ids:
            mask &= _linked(links, ids, len(columns))
    return mask


def _places(keys: Sequence[str], values: Iterable[str]) -> list[int]:
    wanted = set(values)
    return [at for at, key in enumerate(keys) if key in wanted]


def _linked(links: Links, ids: Iterable[UUID], length: int) -> _Mask:
    mask = np.zeros(length, dtype=np.bool_)
    mask[links.at[np.isin(links.codes, _places(links.keys, (each.hex for each in ids)))]] = True
    return mask


class _Chosen:
    """The events that pass, summed in different ways."""

    def __init__(self, columns: Columns, mask: _Mask) -> None:
        self._columns = columns
        self._mask = mask
        self._chosen: Amounts = columns.amounts[:, mask]
        self._amounts = _filled(self._chosen)

    def whole(self) -> Sums:
        """Everything together."""
        return _sums(self._chosen.sum(axis=1)[np.newaxis])[0]

    def lines(self, breakdown: Breakdown) -> Lines:
        """A line for each value that has an event."""
        axis = self._columns.axes[breakdown]
        return _lines(axis.keys, axis.codes[self._mask], self._amounts)

    def cells(self, row: Breakdown, column: Breakdown) -> tuple[Cell, ...]:
        """A cell for each pair of values that has an event, in the order of both."""
        rows, columns = self._columns.axes[row], self._columns.axes[column]
        codes = rows.codes[self._mask] * len(columns.keys) + columns.codes[self._mask]
        used, places = np.unique(codes, return_inverse=True)
        keys = [(rows.keys[code // len(columns.keys)], columns.keys[code % len(columns.keys)]) for code in used]
        sums = _summed(places, len(used), self._amounts)
        cells = [Cell(*key, each) for key, each in zip(keys, sums, strict=True)]
        return tuple(cell for cell in cells if cell.row and not cell.sums.is_empty)

    def linked(self, links: Links, *, own_figures: bool = False) -> Lines:
        """A line for each linked value; with `own_figures` people are those counted for it, not all of the event."""
        kept = self._mask[links.at]
        at = links.at[kept]
        amounts = self._columns.amounts[:, at]
        if own_figures:
            held = amounts[_HELD]
            amounts[EXPECTED] = links.figures[0][kept] * held
            amounts[REACHED] = links.figures[1][kept] * held
        return _lines(links.keys, links.codes[kept], _filled(amounts))

    def handed_out(self) -> tuple[HandedOut, ...]:
        """The copies of each publication, the most first."""
        links = self._columns.publications
        held = self._columns.amounts[_HELD][links.at] > 0
        kept = self._mask[links.at] & held & (links.figures[1] > 0)
        codes, size = links.codes[kept], len(links.keys)
        copies = np.bincount(codes, weights=links.figures[1][kept], minlength=size).tolist()
        events = np.bincount(codes, minlength=size).tolist()
        lines = [HandedOut(*line) for line in zip(links.keys, map(int, copies), events, strict=True) if line[2]]
        return tuple(sorted(lines, key=lambda line: -line.copies))


def _lines(keys: Sequence[str], codes: Whole, amounts: _Filled) -> Lines:
    found = zip(keys, _summed(codes, len(keys), amounts), strict=True)
    return tuple(Line(key, sums) for key, sums in found if not sums.is_empty)


def _summed(codes: Whole, size: int, amounts: _Filled) -> list[Sums]:
    if not size:
        return []
    table = [np.bincount(codes[at], weights=figures, minlength=size) for at, figures in amounts]
    return _sums(np.stack(table, axis=1))


def _sums(table: Amounts) -> list[Sums]:
    """A `Sums` for each line of a table that has a column for each of its fields."""
    kilometres = table[:, _KILOMETRES].tolist()
    lines: list[list[float]] = table.astype(np.int64).tolist()
    for line, driven in zip(lines, kilometres, strict=True):
        line[_KILOMETRES] = round(driven, _TENTH)
    return [Sums(*line) for line in lines]  # type: ignore[arg-type]  # only kilometres are no whole number


def _filled(amounts: Amounts) -> _Filled:
    """The figures that are not 0: most events have no reach, no checks, no talks."""
    places = [np.flatnonzero(row) for row in amounts]
    return [(at, row[at]) for at, row in zip(places, amounts, strict=True)]


def _comparisons(
    columns: Columns, wanted: EvaluationFilter, today: date
) -> tuple[Comparison | None, Comparison | None]:
    if wanted.first_day is None or wanted.last_day is None:
        return None, None
    try:
        before, year_ago = compared_days(DaySpan(wanted.first_day, wanted.last_day), today)
    except OverflowError:
        return None, None
    is_part = wanted.first_day <= today < wanted.last_day
    return _of_days(columns, wanted, before, is_part=is_part), _of_days(columns, wanted, year_ago, is_part=is_part)


def _of_days(columns: Columns, wanted: EvaluationFilter, days: DaySpan, *, is_part: bool) -> Comparison:
    other = replace(wanted, first_day=days.first, last_day=days.last)
    return Comparison(days, _Chosen(columns, _passing(columns, other)).whole(), is_part)


def _without_gaps(lines: Lines, wanted: EvaluationFilter, steps: Callable[[date, date], Sequence[str]]) -> Lines:
    """Lines for every step of the period, or between the first and last event where the period is open."""
    first = wanted.first_day or (_first_of(lines[0].key) if lines else None)
    last = wanted.last_day or (_first_of(lines[-1].key) if lines else None)
    if first is None or last is None:
        return lines
    known = {line.key: line for line in lines}
    nothing = Sums()
    return tuple(known.get(key) or Line(key, nothing) for key in steps(first, last))


def _first_of(key: str) -> date:
    year, _mark, month = key.partition("-")
    return date(int(year), int(month or 1), 1)


def _named(lines: Lines) -> Lines:
    """Without what has no value: most kinds of events never have one."""
    return tuple(line for line in lines if line.key)


def _months(first: date, last: date) -> list[str]:
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def _years(first: date, last: date) -> list[str]:
    return [f"{year:04}" for year in range(first.year, last.year + 1)]


def _all_kreise(columns: Columns, lines: Lines, wanted: EvaluationFilter) -> Lines:
    """A line for each Kreis asked for, also where nothing was; what lies in none comes last, if there is any."""
    axis: Axis = columns.axes[Breakdown.kreis]
    known = {line.key: line for line in lines}
    asked = set(wanted.kreise or axis.keys)
    nothing = Sums()
    kreise = [known.get(key) or Line(key, nothing) for key in axis.keys if key and key in asked]
    return (*kreise, *(line for line in lines if not line.key))


def _names(
    columns: Columns, lines: Iterable[Line], publications: Iterable[HandedOut], wanted: EvaluationFilter
) -> dict[str, str]:
    asked = (each.hex for each in (*wanted.topic_ids, *wanted.target_group_ids))
    keys = (*(line.key for line in lines), *(line.key for line in publications), *asked)
    return {key: columns.names[key] for key in keys if key in columns.names}
