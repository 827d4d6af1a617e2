"""What was aimed at, planned and held in each Kreis, by kind and half-year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.region.kreise import Kreis, kreise
from domain.rows.coverage import CoverageFilter, CoverageKey, CoverageRow, CoverageView, KreisCoverage, TrendPoint
from domain.rules.ages import age_in_days
from domain.terms import DaySpan, EventKind, EventState

PLANNED = frozenset({EventState.tentative, EventState.confirmed})
HELD = frozenset({EventState.held, EventState.reviewed})

TREND = 6
"""Half-years a trend shows: three years."""

GOLD, RED = 90, 120
"""Days since the last event from which a Kreis turns gold, then red: half of a half-year, then two thirds."""

_KINDS = {kind: place for place, kind in enumerate(EventKind)}
_PER = 1000


@dataclass(frozen=True, slots=True)
class Counts:
    """What one Kreis, kind and half-year counts: planned and held events, people reached, the last day held."""

    planned: int = 0
    held: int = 0
    reached: int = 0
    last: date | None = None


def half_year_of(day: date) -> str:
    """The half-year a day lies in: "2027-H1" until June, then "2027-H2"."""
    return f"{day.year:04}-H{1 if day.month <= 6 else 2}"  # noqa: PLR2004 - June


def half_year_days(half_year: str) -> DaySpan:
    """The days of a half-year.

    Raises:
        ValueError: it is not written like "2027-H1".
    """
    year, part = half_year.split("-H")
    first, last = {"1": ((1, 1), (6, 30)), "2": ((7, 1), (12, 31))}.get(part, ((0, 0), (0, 0)))
    return DaySpan(date(int(year), *first), date(int(year), *last))


def shifted(half_year: str, steps: int) -> str:
    """The half-year so many before (negative) or after."""
    year, part = half_year.split("-H")
    number = int(year) * 2 + int(part) - 1 + steps
    return f"{number // 2:04}-H{number % 2 + 1}"


def half_years_of(days: DaySpan) -> tuple[str, ...]:
    """The half-years that a stretch of days touches, in order."""
    found = [half_year_of(days.first)]
    while found[-1] < half_year_of(days.last):
        found.append(shifted(found[-1], 1))
    return tuple(found)


def coverage(
    counts: Mapping[CoverageKey, Counts],
    targets: Mapping[CoverageKey, int],
    wanted: Iterable[CoverageKey] = (),
) -> tuple[CoverageRow, ...]:
    """One row for each Kreis, kind and half-year with a target or an event, sorted by Kreis, half-year and kind.

    Rows of `wanted` keys are there even when empty.
    """
    keys = set(wanted) | {key for key, target in targets.items() if target} | counts.keys()
    nothing = Counts()
    return tuple(
        CoverageRow(
            *key,
            target=targets.get(key, 0),
            planned=(found := counts.get(key, nothing)).planned,
            held=found.held,
            reached=found.reached,
            last=found.last,
        )
        for key in sorted(keys, key=_order)
    )


def _order(key: CoverageKey) -> tuple[str, str, int]:
    return key[0], key[2], _KINDS[key[1]]


def chosen(rows: Iterable[CoverageRow], wanted: CoverageFilter) -> tuple[CoverageRow, ...]:
    """The rows of the wanted kinds and half-years."""
    kinds, half_years = frozenset(wanted.kinds), frozenset(wanted.half_years)
    return tuple(
        row for row in rows if (not kinds or row.kind in kinds) and (not half_years or row.half_year in half_years)
    )


def view(rows: Sequence[CoverageRow], wanted: CoverageFilter, today: date) -> CoverageView:
    """What the wanted part looks like in each Kreis, the largest gap first, then the longest wait.

    People reached count what was held in the wanted half-years; the last event and the trend look at all times.
    """
    of_kind: dict[str, list[CoverageRow]] = {kreis.ags: [] for kreis in kreise()}
    kinds = frozenset(wanted.kinds or EventKind)
    for row in rows:
        if row.kind in kinds and row.kreis_ags in of_kind:
            of_kind[row.kreis_ags].append(row)
    found = [_kreis(kreis, of_kind[kreis.ags], wanted, today) for kreis in kreise()]
    found.sort(key=_gap)
    return CoverageView(
        kreise=tuple(found),
        target=sum(each.target for each in found),
        planned=sum(each.planned for each in found),
        held=sum(each.held for each in found),
        missing=sum(each.missing for each in found),
        reached=sum(each.reached for each in found),
    )


def _gap(each: KreisCoverage) -> tuple[int, float, str]:
    waits = float("inf") if each.days_since is None else each.days_since
    return -each.missing, -waits, each.kreis_ags


def _kreis(kreis: Kreis, rows: list[CoverageRow], wanted: CoverageFilter, today: date) -> KreisCoverage:
    inside = [row for row in rows if not wanted.half_years or row.half_year in wanted.half_years]
    days = [row.last for row in rows if row.last is not None and row.last <= today]
    last = max(days, default=None)
    reached = sum(row.reached for row in inside)
    return KreisCoverage(
        kreis_ags=kreis.ags,
        target=sum(row.target for row in inside),
        planned=sum(row.planned for row in inside),
        held=sum(row.held for row in inside),
        missing=sum(row.missing for row in inside),
        reached=reached,
        per_thousand=reached * _PER / kreis.population,
        last=last,
        days_since=None if last is None else age_in_days(last, today),
        trend=_trend(rows, max(wanted.half_years, default=half_year_of(today))),
    )


def _trend(rows: Iterable[CoverageRow], until: str) -> tuple[TrendPoint, ...]:
    names = [shifted(until, step) for step in range(1 - TREND, 1)]
    sums = {name: [0, 0, 0] for name in names}
    for row in rows:
        if (total := sums.get(row.half_year)) is not None:
            total[0] += row.held
            total[1] += row.planned
            total[2] += row.target
    return tuple(TrendPoint(name, *sums[name]) for name in names)


def around(today: date, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The half-years to choose from, the newest first: those known, this one and the next two."""
    now = half_year_of(today)
    return tuple(sorted({*known, now, shifted(now, 1), shifted(now, 2)}, reverse=True))
