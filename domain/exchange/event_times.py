"""When an event of a table takes place, from all the cells that may tell it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from domain.errors import InvalidInputError, Problem
from domain.exchange import cells
from domain.exchange.moments import Moments, is_open, moments
from domain.exchange.row_reader import RowReader
from domain.i18n import N_
from domain.rules.local import at_local, later
from domain.rules.usual_times import USUAL_TIMES
from domain.terms import EventKind

END_OPEN = N_("The end was not given; the usual length was taken.")
NEXT_DAY = N_("It ends on the day after: its end is earlier than its start.")
DAY_OPEN = N_("It has no day yet.")

Told = TypeVar("Told", date, int)
_NOTHING = Moments()


@dataclass(frozen=True, slots=True)
class EventTimes:
    """Moments (aware) of a timed event, or days of an all-day one; all None without a day."""

    all_day: bool = False
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    first_day: date | None = None
    last_day: date | None = None


def times_of(row: RowReader, kind: EventKind) -> EventTimes:
    """When it takes place; what cannot be read or contradicts itself becomes a problem of the row."""
    texts = [row.text(field) for field in ("day", "starts_at")]
    if any(texts) and all(is_open(text) for text in texts if text):
        row.hint(DAY_OPEN)
        return EventTimes()
    before = len(row.problems)
    day, hours, start, end, last_day = (
        row.value(field, moments) or _NOTHING for field in ("day", "time", "starts_at", "ends_at", "last_day")
    )
    all_day = row.value("all_day", cells.yes_or_no)
    minutes = row.value("duration", cells.duration)
    if len(row.problems) > before:
        return EventTimes()
    first = day.first or start.first
    if first is None:
        row.problems.append(Problem("day", N_("Please fill in this field.")))
        return EventTimes()
    begin = _first(start.start, hours.start, day.start)
    last = _first(last_day.first, end.first, start.last, day.last)
    is_exact = all_day is False and start.first is not None
    if all_day or (begin is None and not is_exact):
        return EventTimes(all_day=True, first_day=first, last_day=last or first)
    over = _first(end.start, start.end, hours.end, day.end, 0 if is_exact and end.first is not None else None)
    span = _Span(first, begin or 0, last, over)
    return _timed(row, span, minutes or (None if over is not None else USUAL_TIMES[kind][1]), is_given=bool(minutes))


@dataclass(frozen=True, slots=True)
class _Span:
    """First day, minute of the start, last day and minute of the end as told."""

    first: date
    begin: int
    last: date | None
    over: int | None


def _timed(row: RowReader, span: _Span, minutes: int | None, *, is_given: bool) -> EventTimes:
    try:
        starts_at = at_local(span.first, span.begin)
        if span.over is None:
            if not is_given:
                row.hint(END_OPEN)
            return EventTimes(starts_at=starts_at, ends_at=later(starts_at, minutes or 0))
        last = span.last or span.first
        if span.last is None and span.over < span.begin:
            row.hint(NEXT_DAY)
            last += timedelta(days=1)
        return EventTimes(starts_at=starts_at, ends_at=at_local(last, span.over, field="ends_at"))
    except InvalidInputError as refusal:
        row.problems.extend(refusal.problems)
    except OverflowError:
        row.problems.append(Problem("ends_at", N_("The day “{value}” does not exist."), (("value", str(span.last)),)))
    return EventTimes()


def _first(*found: Told | None) -> Told | None:
    return next((each for each in found if each is not None), None)
