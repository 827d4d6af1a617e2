"""Dates of a series: weekly or monthly, skipping holidays on request."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, auto
from itertools import count

from domain.errors import Problem
from domain.i18n import N_
from domain.region.holidays import SchoolCalendar, public_holiday_on

LONGEST = 400
"""Dates of one series at most: more than a year of working days is no series but a slip."""

_FARTHEST_YEAR = 2100


class Rhythm(StrEnum):
    """How the dates of a series follow each other."""

    weekly = auto()
    monthly_by_day = auto()
    monthly_by_weekday = auto()


@dataclass(frozen=True, slots=True)
class SeriesRule:
    """A series from `first` on, every `interval` weeks or months, up to `times` dates or until `until` (inclusive).

    `weekdays` (0 = Monday) are for weekly series, empty = the weekday of `first`. `monthly_by_day` repeats the day of
    the month and leaves out months without it; `monthly_by_weekday` repeats e.g. the second Thursday, from the 29th
    on the last one of the month. Skipped dates count towards `times`, so that skipping never makes a series longer.
    """

    first: date
    rhythm: Rhythm = Rhythm.weekly
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    until: date | None = None
    times: int | None = None
    skip_public_holidays: bool = True
    skip_school_holidays: bool = False


@dataclass(frozen=True, slots=True)
class SkippedDate:
    """A date that was left out, and the holiday's name."""

    day: date
    holiday: str


@dataclass(frozen=True, slots=True)
class SeriesDates:
    """The dates of a series in order, and those that were left out."""

    days: tuple[date, ...]
    skipped: tuple[SkippedDate, ...]


def series_problems(rule: SeriesRule) -> list[Problem]:
    """Why a series cannot be made, by field; empty when it can."""
    problems = []
    if rule.until is None and rule.times is None:
        problems.append(Problem("until", N_("A series needs an end: a last day or a number of dates.")))
    if rule.until is not None and rule.until < rule.first:
        problems.append(Problem("until", N_("The end lies before the start.")))
    if rule.times is not None and not 1 <= rule.times <= LONGEST:
        problems.append(Problem("times", N_("Please give a number from {low} to {high}."), _range(LONGEST)))
    if not 1 <= rule.interval <= LONGEST:
        problems.append(Problem("interval", N_("Please give a number from {low} to {high}."), _range(LONGEST)))
    if any(not 0 <= weekday <= 6 for weekday in rule.weekdays):  # noqa: PLR2004 - Sunday
        problems.append(Problem("weekdays", N_("Please name each weekday once, from 0 (Monday) to 6.")))
    return problems


def series_dates(
    rule: SeriesRule,
    school: SchoolCalendar,
    public_holiday: Callable[[date], str | None] = public_holiday_on,
) -> SeriesDates:
    """The dates of a rule that has no problems; at most 400, none after 2100.

    `school` and `public_holiday` say what is free; of days they do not know nothing is skipped.
    """
    days: list[date] = []
    skipped: list[SkippedDate] = []
    limit = LONGEST if rule.times is None else min(rule.times, LONGEST)
    for day in _candidates(rule):
        if len(days) + len(skipped) == limit or (rule.until is not None and day > rule.until):
            break
        holiday = _holiday(rule, day, school, public_holiday)
        if holiday is None:
            days.append(day)
        else:
            skipped.append(SkippedDate(day, holiday))
    return SeriesDates(tuple(days), tuple(skipped))


def _holiday(
    rule: SeriesRule, day: date, school: SchoolCalendar, public_holiday: Callable[[date], str | None]
) -> str | None:
    name = public_holiday(day) if rule.skip_public_holidays else None
    if name is None and rule.skip_school_holidays:
        holidays = school.holiday_on(day)
        name = holidays.name if holidays else None
    return name


def _candidates(rule: SeriesRule) -> Iterator[date]:
    """All dates of the rhythm from the first on, in order, without skipping, up to the year 2100."""
    return _weekly(rule) if rule.rhythm is Rhythm.weekly else _monthly(rule)


def _weekly(rule: SeriesRule) -> Iterator[date]:
    weekdays = sorted(set(rule.weekdays)) or [rule.first.weekday()]
    monday = rule.first - timedelta(days=rule.first.weekday())
    while monday.year <= _FARTHEST_YEAR:
        for weekday in weekdays:
            day = monday + timedelta(days=weekday)
            if day >= rule.first:
                yield day
        monday += timedelta(weeks=rule.interval)


def _monthly(rule: SeriesRule) -> Iterator[date]:
    for step in count(0, rule.interval):
        months = rule.first.month - 1 + step
        year, month = rule.first.year + months // 12, months % 12 + 1
        if year > _FARTHEST_YEAR:
            return
        day = _nth_weekday(rule.first, year, month)
        if rule.rhythm is Rhythm.monthly_by_day:
            day = _same_day(rule.first.day, year, month)
        if day is not None:
            yield day


def _same_day(day: int, year: int, month: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nth_weekday(first: date, year: int, month: int) -> date | None:
    """The weekday of `first` with the same number in its month; the fifth means the last."""
    weeks = (first.day - 1) // 7
    start = date(year, month, 1)
    day = start + timedelta(days=(first.weekday() - start.weekday()) % 7 + 7 * weeks)
    return day if day.month == month else day - timedelta(days=7)


def _range(high: int) -> tuple[tuple[str, object], ...]:
    return (("low", 1), ("high", high))
