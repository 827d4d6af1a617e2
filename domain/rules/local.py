"""Local time in Sachsen-Anhalt: minutes of a day, days of an event, and the two nights when clocks change."""

from datetime import UTC, date, datetime, time, timedelta

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.rows.events import EventDraft, EventRow
from domain.terms import BERLIN, DaySpan, TimeSpan

MINUTES_A_DAY = 24 * 60


def at_local(day: date, minute: int, *, field: str = "starts_at") -> datetime:
    """The moment `minute` minutes after local midnight by the clock on the wall (0..1440; 1440 is the next midnight).

    In the hour that comes twice in autumn the first one is meant.

    Raises:
        InvalidInputError: the clock skips that time in spring; the problem names `field`.
    """
    if not 0 <= minute <= MINUTES_A_DAY:
        raise ValueError(minute)
    days, rest = divmod(minute, MINUTES_A_DAY)
    moment = datetime.combine(day + timedelta(days), time(rest // 60, rest % 60), BERLIN)
    if not exists(moment):
        raise InvalidInputError(skipped_time(field, moment))
    return moment


def skipped_time(field: str, moment: datetime) -> Problem:
    """Why `moment`, which `exists` denies, cannot be taken."""
    return Problem(
        field,
        N_("{clock} does not exist on {day}: the clocks go forward."),
        (("clock", moment.timetz().replace(tzinfo=None)), ("day", moment.date())),
    )


def exists(moment: datetime) -> bool:
    """Whether the clock on the wall ever shows `moment` (aware); 02:30 on the spring change day does not exist."""
    back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return back.replace(tzinfo=None, fold=0) == moment.replace(tzinfo=None, fold=0)


def minute_of_day(moment: datetime) -> int:
    """Minutes since local midnight by the clock on the wall, 0..1439; `moment` is aware."""
    local = moment.astimezone(BERLIN)
    return local.hour * 60 + local.minute


def minutes_between(start: datetime, end: datetime) -> int:
    """Whole minutes that really pass from `start` to `end` (aware), also across a change of clocks."""
    return int((end.astimezone(UTC) - start.astimezone(UTC)).total_seconds() // 60)


def later(moment: datetime, minutes: int) -> datetime:
    """The moment `minutes` (may be negative) really passing minutes after `moment`, in Berlin time."""
    return (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(BERLIN)


def whole_days(days: DaySpan) -> TimeSpan:
    """From the first day's local midnight to the midnight after the last day."""
    return TimeSpan(
        datetime.combine(days.first, time(), BERLIN), datetime.combine(days.last + timedelta(days=1), time(), BERLIN)
    )


def local_span(event: EventDraft | EventRow) -> TimeSpan | None:
    """When the event is open, in Berlin time: its times, or its whole days; None without a date."""
    if event.all_day:
        if event.first_day is None:
            return None
        return whole_days(DaySpan(event.first_day, event.last_day or event.first_day))
    if event.starts_at is None:
        return None
    ends_at = event.ends_at or event.starts_at
    return TimeSpan(event.starts_at.astimezone(BERLIN), ends_at.astimezone(BERLIN))


def local_days(span: TimeSpan) -> DaySpan:
    """The local days a span touches; one that ends at midnight does not touch the day that begins there."""
    first = span.start.astimezone(BERLIN).date()
    end = span.end.astimezone(BERLIN)
    last = end.date() if end.time() != time() else end.date() - timedelta(days=1)
    return DaySpan(first, max(first, last))


def first_day_of(event: EventDraft | EventRow) -> date | None:
    """The local day an event begins on; None without a date."""
    if event.all_day:
        return event.first_day
    return event.starts_at.astimezone(BERLIN).date() if event.starts_at else None
