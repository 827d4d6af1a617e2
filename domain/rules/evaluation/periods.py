"""Days to evaluate, one choice away, and the days to compare them with."""

import calendar
from datetime import date, timedelta
from enum import StrEnum, auto

from domain.rules.coverage import half_year_days, half_year_of, shifted
from domain.terms import DaySpan


class Preset(StrEnum):
    """The periods that are one choice away; `own` are days typed in, `all` has no end on either side."""

    half_year = auto()
    last_half_year = auto()
    year = auto()
    last_year = auto()
    twelve_months = auto()
    all = auto()
    own = auto()


def preset_days(preset: Preset, today: date) -> DaySpan | None:
    """The days of a preset as seen from `today`; None for `all` and `own`.

    The last twelve months are whole months up to the one before this.
    """
    match preset:
        case Preset.half_year:
            return half_year_days(half_year_of(today))
        case Preset.last_half_year:
            return half_year_days(shifted(half_year_of(today), -1))
        case Preset.year:
            return DaySpan(date(today.year, 1, 1), date(today.year, 12, 31))
        case Preset.last_year:
            return DaySpan(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
        case Preset.twelve_months:
            first = months_later(today.replace(day=1), -12)
            return DaySpan(first, today.replace(day=1) - timedelta(days=1))
    return None


def compared_days(days: DaySpan, today: date) -> tuple[DaySpan, DaySpan]:
    """The period before `days`, and the same days a year earlier.

    Whole months are compared with whole months, other days with as many days. Of a period that is not over, only the
    part up to today is compared, so that what is not held yet is not missing.

    Raises:
        OverflowError: the days before lie before the year 1.
    """
    before, year_ago = _before(days), DaySpan(months_later(days.first, -12), _same_end(days, -12))
    if days.first <= today < days.last:
        gone = today - days.first
        year_ago = DaySpan(year_ago.first, min(year_ago.last, year_ago.first + gone))
        before = DaySpan(before.first, min(before.last, before.first + gone))
    return before, year_ago


def _before(days: DaySpan) -> DaySpan:
    if _whole_months(days):
        months = (days.last.year - days.first.year) * 12 + days.last.month - days.first.month + 1
        return DaySpan(months_later(days.first, -months), days.first - timedelta(days=1))
    length = days.last - days.first
    return DaySpan(days.first - length - timedelta(days=1), days.first - timedelta(days=1))


def _same_end(days: DaySpan, months: int) -> date:
    """The last day so many months later: a month's end stays one where the period is of whole months."""
    moved = months_later(days.last, months)
    return month_end(moved) if _whole_months(days) else moved


def _whole_months(days: DaySpan) -> bool:
    return days.first.day == 1 and days.last == month_end(days.last)


def month_end(day: date) -> date:
    """The last day of the month of `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_later(day: date, months: int) -> date:
    """The same day so many months later (negative: earlier), or the last of that month where it is shorter.

    Raises:
        OverflowError: that lies before the year 1 or after 9999.
    """
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
