"""What a regional crime analysis may see: bands and quarters instead of figures and days, rare places withheld."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from domain.rows.projects import ExtractConcern, ExtractEvent
from domain.terms import BERLIN, DaySpan, PartOfDay

ALIKE = 5
"""How many lines of a Gemeinde must look alike for it to be named (k-anonymity with k = 5, a usual choice)."""

BANDS = (0, 1, 10, 25, 50, 100, 250, 500)
"""Lower ends of the bands that counts of people are given in."""

PARTS = (
    (PartOfDay.night, 0),
    (PartOfDay.morning, 6),
    (PartOfDay.midday, 11),
    (PartOfDay.afternoon, 14),
    (PartOfDay.evening, 18),
    (PartOfDay.night, 22),
)
"""Parts of the day and the local hour from which each counts."""

R = TypeVar("R", ExtractEvent, ExtractConcern)


def band_of(count: int | None) -> int | None:
    """The lower end of the band a count lies in."""
    return None if count is None else max(low for low in BANDS if low <= max(count, 0))


def part_of_day(moment: datetime | None) -> PartOfDay:
    """Which part of the day an aware moment lies in, by Berlin time; None is an all-day event."""
    if moment is None:
        return PartOfDay.all_day
    hour = moment.astimezone(BERLIN).hour
    return next(name for name, since in reversed(PARTS) if since <= hour)


def quarter_of(month: int) -> int:
    """The quarter of a month: 1 to 4."""
    return (month - 1) // 3 + 1


def withheld(rows: Iterable[R]) -> tuple[R, ...]:
    """The rows in an order that tells nothing, the Gemeinde of rare ones withheld.

    Alike are rows of one Gemeinde, year and quarter and of one kind or category. Where fewer than `ALIKE` are, the
    Gemeinde is withheld; the Kreis stays.
    """
    listed = list(rows)
    groups = Counter(map(_group, listed))
    shown = [row if row.ags is None or groups[_group(row)] >= ALIKE else replace(row, ags=None) for row in listed]
    return tuple(sorted(shown, key=repr))


def _group(row: ExtractEvent | ExtractConcern) -> tuple[object, ...]:
    about = row.kind if isinstance(row, ExtractEvent) else row.category
    return row.ags, row.year, row.quarter, about


def smallest_group(rows: Sequence[ExtractEvent | ExtractConcern]) -> int | None:
    """The size of the smallest group that is told with its Gemeinde; None if none is."""
    groups = Counter(_group(row) for row in rows if row.ags is not None)
    return min(groups.values(), default=None)


def years_before(day: date, years: int) -> DaySpan:
    """The whole calendar years before a day and what has passed of its own, up to the day before."""
    return DaySpan(date(day.year - years, 1, 1), max(day - timedelta(days=1), date(day.year - years, 1, 1)))
