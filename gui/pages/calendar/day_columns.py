"""Where events lie in a week of hours: overlaps side by side, times to the quarter of an hour. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from domain.rows.events import EventRow
from domain.terms import BERLIN
from gui.pages.calendar.layout import days_of

A_DAY = 24 * 60
STEP = 15
LEAST_SHOWN = 30
"""Minutes that an event takes at least on the screen, so that its words can be read."""


@dataclass(frozen=True, slots=True)
class Block:
    """The part of a timed event on one day: minutes since midnight, and its place among `columns` side by side."""

    row: EventRow
    start: int
    end: int
    column: int
    columns: int


def is_timed(row: EventRow) -> bool:
    """Whether an event stands among the hours; whole days and longer ones stand in the strip above."""
    days = days_of(row)
    return not row.all_day and days is not None and days.first == days.last


def blocks_of_day(day: date, rows: Iterable[EventRow]) -> tuple[Block, ...]:
    """The timed events of a day; those that overlap on the screen share its width evenly."""
    parts = sorted(
        ((*minutes, row) for row in rows if (minutes := minutes_on(day, row)) is not None),
        key=lambda part: (part[0], -part[1], part[2].number),
    )
    blocks: list[Block] = []
    group: list[tuple[int, int, EventRow]] = []
    until = 0
    for part in parts:
        if group and part[0] >= until:
            blocks += _side_by_side(group)
            group, until = [], 0
        group.append(part)
        until = max(until, part[1])
    return tuple(blocks + _side_by_side(group))


def minutes_on(day: date, row: EventRow) -> tuple[int, int] | None:
    """From which to which minute by the clock on the wall a timed event takes that day; None if it does not."""
    if not is_timed(row) or row.starts_at is None:
        return None
    ends_at = row.ends_at or row.starts_at
    if row.starts_at.date() > day or ends_at.date() < day:
        return None
    start = minute_of(row.starts_at) if row.starts_at.date() == day else 0
    end = minute_of(ends_at) if ends_at.date() == day else A_DAY
    if end == 0 and row.starts_at.date() != day:
        return None
    start = min(start, A_DAY - LEAST_SHOWN)
    return start, max(end, start + LEAST_SHOWN)


def minute_of(moment: datetime) -> int:
    """Minutes since midnight by the clock on the wall; `moment` is local."""
    return moment.hour * 60 + moment.minute


def _side_by_side(group: list[tuple[int, int, EventRow]]) -> list[Block]:
    ends: list[int] = []
    columns: list[int] = []
    for start, end, _row in group:
        column = next((at for at, taken_until in enumerate(ends) if taken_until <= start), len(ends))
        ends[column : column + 1] = [end]
        columns.append(column)
    return [Block(row, start, end, column, len(ends)) for (start, end, row), column in zip(group, columns, strict=True)]


def snapped(minute: float) -> int:
    """The nearest quarter of an hour that lies inside the day."""
    return max(0, min(A_DAY - STEP, round(minute / STEP) * STEP))


def moment(day: date, minute: int) -> datetime:
    """The local moment on a day, `minute` minutes (0..1439) after midnight by the clock on the wall."""
    return datetime.combine(day, time(minute // 60, minute % 60), BERLIN)


def stepped(start: datetime, minutes: int) -> datetime:
    """Another start on the same day, `minutes` later or earlier by the clock on the wall."""
    return moment(start.date(), max(0, min(A_DAY - STEP, minute_of(start) + minutes)))


def first_hour(days: Iterable[tuple[int, int]], usual: int = 7) -> int:
    """The hour a week opens at: the usual one, or that of the earliest event."""
    return min([usual, *(start // 60 for start, _end in days)])


def length(row: EventRow) -> int:
    """How many minutes a timed event takes on the screen."""
    if row.starts_at is None or row.ends_at is None:
        return LEAST_SHOWN
    return max(LEAST_SHOWN, round((row.ends_at - row.starts_at).total_seconds() / 60))


def moved(row: EventRow, day: date, minute: int) -> EventRow:
    """A timed event as it would be on another day and minute, for showing it there."""
    start = moment(day, minute)
    return replace(row, starts_at=start, ends_at=start + timedelta(minutes=length(row)))
