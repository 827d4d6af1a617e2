"""Where days and events lie in a month of week rows: pure arithmetic, no Qt."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.rows.events import EventRow
from domain.terms import DaySpan

WEEK = 7
FIRST_WEEK = date(1990, 12, 31)
"""The first Monday the calendar reaches: the law on holidays of Sachsen-Anhalt begins with 1991."""
WEEKS = 5740
"""So many weeks follow, up to the end of 2100."""

NUMBER_COLUMN, WEEKEND_COLUMN = 32, 88
HEAD, LANE, BAR, BAND = 26, 22, 20, 4
"""Pixels of a week row: the line with the day's figure, one event with its gap and without, the holiday band."""
SHOWN_ROWS = 6
LEAST_ROW = HEAD + BAND + 3 * LANE
"""A row always has room for three events."""

_SATURDAY = 5
_WHOLE_DAY = timedelta(hours=24)
_A_MOMENT = timedelta(microseconds=1)


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def week_index(day: date) -> int:
    """The number of the day's week, counted from `FIRST_WEEK` and kept inside the calendar."""
    return max(0, min(WEEKS - 1, (day - FIRST_WEEK).days // WEEK))


def week_at(index: int) -> date:
    """The Monday of a week by number."""
    return FIRST_WEEK + timedelta(weeks=max(0, min(WEEKS - 1, index)))


def days_of_week(monday: date) -> list[date]:
    """The seven days from a Monday on."""
    return [monday + timedelta(days=offset) for offset in range(WEEK)]


def clamped(day: date) -> date:
    """The day, or the nearest one the calendar reaches."""
    return max(FIRST_WEEK, min(week_at(WEEKS - 1) + timedelta(days=WEEK - 1), day))


def month_after(day: date, months: int) -> date:
    """The same day of the month so many months later (or earlier); the last one where that month is shorter."""
    count = day.year * 12 + day.month - 1 + months
    first = date(count // 12, count % 12 + 1, 1)
    next_first = date((count + 1) // 12, (count + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), next_first - timedelta(days=1))


def month_span(day: date) -> DaySpan:
    """The first and last day of the day's month."""
    first = day.replace(day=1)
    return DaySpan(first, month_after(first, 1) - timedelta(days=1))


def shown_month(top_week: int) -> date:
    """The first day of the month that six rows from `top_week` on mainly show: that of the third row's Thursday."""
    return (week_at(top_week + 2) + timedelta(days=3)).replace(day=1)


def column_edges(width: int) -> tuple[int, ...]:
    """The left edges of the seven days and the right edge of Sunday; the number column lies before the first.

    Weekends take 88 pixels unless that would be more than a weekday gets.
    """
    room = max(WEEK, width - NUMBER_COLUMN)
    weekend = min(WEEKEND_COLUMN, room // WEEK)
    weekdays = room - 2 * weekend
    edges = [NUMBER_COLUMN + round(weekdays * day / _SATURDAY) for day in range(_SATURDAY + 1)]
    return (*edges, edges[-1] + weekend, edges[-1] + 2 * weekend)


def column_at(edges: Sequence[int], x: float) -> int:
    """The day's column at `x`, the nearest one outside."""
    return max(0, min(WEEK - 1, bisect_right(edges, x) - 1))


def days_of(row: EventRow) -> DaySpan | None:
    """The days on which a month shows an event; None without a date.

    What is timed and shorter than a day stands on the day it begins, also when it crosses midnight.
    """
    if row.all_day:
        return DaySpan(row.first_day, row.last_day or row.first_day) if row.first_day else None
    if row.starts_at is None:
        return None
    first = row.starts_at.date()
    if row.ends_at is None or row.ends_at - row.starts_at < _WHOLE_DAY:
        return DaySpan(first, first)
    return DaySpan(first, (row.ends_at - _A_MOMENT).date())


def by_day(rows: Iterable[EventRow]) -> dict[date, list[EventRow]]:
    """The events of each day in the order a day lists them: whole days first, then by time."""
    found: dict[date, list[EventRow]] = {}
    for row in sorted(rows, key=_in_a_day):
        days = days_of(row)
        if days is not None:
            for offset in range((days.last - days.first).days + 1):
                found.setdefault(days.first + timedelta(days=offset), []).append(row)
    return found


def _in_a_day(row: EventRow) -> tuple[bool, float, str]:
    timed = row.starts_at is not None and not row.all_day
    return timed, row.starts_at.timestamp() if timed and row.starts_at else 0.0, row.number


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of an event that one week row shows: from column `first` to `last` in a lane, counted from the top."""

    row: EventRow
    first: int
    last: int
    lane: int


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """What a week row shows, and how many events of each day found no room."""

    segments: tuple[Segment, ...]
    more: tuple[int, ...]


def plan_week(monday: date, rows: Iterable[EventRow], room: int) -> WeekPlan:
    """Put the events of a week into `room` lanes; a day with more shows one less, to have a line for the rest.

    `rows` come in the order of `by_day`; of those that begin on one day the longest lie on top.
    """
    whole = _in_lanes(monday, rows)
    over = [any(part.lane >= room for part in whole if part.first <= day <= part.last) for day in range(WEEK)]
    segments: list[Segment] = []
    more = [0] * WEEK
    for part in whole:
        shown = []
        for day in range(part.first, part.last + 1):
            if part.lane < (room - 1 if over[day] else room):
                shown.append(day)
            else:
                more[day] += 1
        segments += [Segment(part.row, first, last, part.lane) for first, last in _runs(shown)]
    return WeekPlan(tuple(segments), tuple(more))


def _in_lanes(monday: date, rows: Iterable[EventRow]) -> list[Segment]:
    spans: list[tuple[int, int, EventRow]] = []
    sunday = monday + timedelta(days=WEEK - 1)
    for row in rows:
        days = days_of(row)
        if days is None or days.last < monday or days.first > sunday:
            continue
        spans.append((max(0, (days.first - monday).days), min(WEEK - 1, (days.last - monday).days), row))
    spans.sort(key=lambda span: (span[0], span[0] - span[1]))
    taken = [0] * WEEK  # one bit a lane
    placed = []
    for first, last, row in spans:
        used = 0
        for day in range(first, last + 1):
            used |= taken[day]
        lane = (~used & (used + 1)).bit_length() - 1
        for day in range(first, last + 1):
            taken[day] |= 1 << lane
        placed.append(Segment(row, first, last, lane))
    return placed


def _runs(days: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring days as (first, last)."""
    runs: list[tuple[int, int]] = []
    for day in days:
        if runs and runs[-1][1] == day - 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """Where weeks and days lie in a window `height` pixels high over the endless rows, `scrolled` from their top."""

    edges: tuple[int, ...]
    height: int
    row_height: int
    scrolled: int

    def weeks(self) -> list[tuple[date, int]]:
        """The Mondays in sight and where their rows begin; the first may begin above the window."""
        index, cut = divmod(self.scrolled, self.row_height)
        tops = range(-cut, self.height, self.row_height)
        return [(week_at(index + row), top) for row, top in enumerate(tops)]

    def week_at(self, y: float) -> tuple[date, int]:
        """The Monday of the row at a height, and where the row begins."""
        index = int((self.scrolled + y) // self.row_height)
        return week_at(index), index * self.row_height - self.scrolled

    def day_at(self, x: float, y: float) -> date:
        """The day at a point, the nearest one outside."""
        return clamped(self.week_at(y)[0] + timedelta(days=column_at(self.edges, x)))

    def cell(self, day: date, monday: date, top: int) -> tuple[int, int, int, int] | None:
        """Left, top, width and height of a day's cell in a week's row, None if it lies in another week."""
        column = (day - monday).days
        if not 0 <= column < WEEK:
            return None
        return self.edges[column], top, self.edges[column + 1] - self.edges[column], self.row_height
