"""Public and school holidays of Sachsen-Anhalt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from types import MappingProxyType

from domain.region import tables
from domain.terms import DaySpan

SATURDAY = 5
_FIXED = {
    (1, 1): "Neujahr",
    (1, 6): "Heilige Drei Könige",
    (5, 1): "Tag der Arbeit",
    (10, 3): "Tag der Deutschen Einheit",
    (10, 31): "Reformationstag",
    (12, 25): "Erster Weihnachtstag",
    (12, 26): "Zweiter Weihnachtstag",
}
_AFTER_EASTER = {-2: "Karfreitag", 1: "Ostermontag", 39: "Christi Himmelfahrt", 50: "Pfingstmontag"}


@cache
def public_holidays(year: int) -> Mapping[date, str]:
    """The 11 public holidays of Sachsen-Anhalt in `year` (1991 or later) in their order, with their German names.

    Source: Gesetz über die Sonn- und Feiertage of Sachsen-Anhalt (FeiertG LSA) § 2; Easter by dateutil. Should
    Ascension fall on the first of May (2008, 2160), that day bears both names and the year has ten.
    """
    from dateutil.easter import easter  # type: ignore[import-untyped]  # dateutil ships no types

    sunday: date = easter(year)
    named = [(date(year, *day), name) for day, name in _FIXED.items()]
    named += [(sunday + timedelta(days), name) for days, name in _AFTER_EASTER.items()]
    days: dict[date, str] = {}
    for day, name in sorted(named, key=lambda pair: pair[0]):
        days[day] = f"{days[day]}, {name}" if day in days else name
    return MappingProxyType(days)


def public_holiday_on(day: date) -> str | None:
    """The public holiday's name, or None."""
    return public_holidays(day.year).get(day)


@dataclass(frozen=True, slots=True)
class SchoolHoliday:
    """School holidays from `first` to `last`, both free; `is_confirmed` when a second source says the same."""

    first: date
    last: date
    name: str
    is_confirmed: bool = True


@dataclass(frozen=True)
class SchoolCalendar:
    """School holidays one after another; outside their first and last day nothing is known.

    Movable days that a single school sets itself stand in no source and are not covered.
    """

    holidays: tuple[SchoolHoliday, ...]

    @cached_property
    def known(self) -> DaySpan | None:
        """The days of which it is known whether they are school days; None when there are no holidays at all."""
        if not self.holidays:
            return None
        return DaySpan(min(h.first for h in self.holidays), max(h.last for h in self.holidays))

    def knows(self, day: date) -> bool:
        """Whether `day` lies between the first and the last known holiday."""
        return self.known is not None and day in self.known

    def holiday_on(self, day: date) -> SchoolHoliday | None:
        """The school holidays `day` lies in; None when it lies in none or nothing is known of it."""
        return self._by_day.get(day)

    def is_school_day(self, day: date) -> bool | None:
        """Whether schools are open: a weekday, no public holiday, no school holidays; None when that is unknown.

        Weekends and public holidays are free whatever the calendar knows.
        """
        if day.weekday() >= SATURDAY or public_holiday_on(day) is not None:
            return False
        return self.holiday_on(day) is None if self.knows(day) else None

    @cached_property
    def _by_day(self) -> dict[date, SchoolHoliday]:
        return {h.first + timedelta(n): h for h in self.holidays for n in range((h.last - h.first).days + 1)}


def school_calendar(holidays: Iterable[SchoolHoliday]) -> SchoolCalendar:
    """A calendar of `holidays` in any order."""
    return SchoolCalendar(tuple(sorted(holidays, key=lambda h: (h.first, h.last))))


@cache
def shipped_calendar() -> SchoolCalendar:
    """The school holidays that ship with Landauf: December 2024 to August 2030."""
    return school_calendar(
        SchoolHoliday(
            date.fromisoformat(row["first"]), date.fromisoformat(row["last"]), row["name"], row["confirmed"] == "yes"
        )
        for row in tables.rows("school_holidays")
    )


def school_holidays() -> tuple[SchoolHoliday, ...]:
    """The shipped school holidays in their order."""
    return shipped_calendar().holidays


def school_holiday_on(day: date) -> SchoolHoliday | None:
    """The shipped school holidays `day` lies in, or None."""
    return shipped_calendar().holiday_on(day)


def is_school_day(day: date) -> bool | None:
    """Whether schools are open on `day` by the shipped calendar; None outside the years it covers."""
    return shipped_calendar().is_school_day(day)


def last_known_school_day() -> date:
    """The last day for which the shipped calendar tells school days from holidays."""
    return shipped_calendar().holidays[-1].last
