"""Which days suit a sample event, and who and what is still free on them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import UUID

from domain.demo.tables import Pattern
from domain.region.holidays import is_school_day, public_holiday_on
from domain.terms import EventKind

BEHIND, AHEAD = 206, 158
"""Days before and after today that the sample year reaches: more behind, because ahead come tour and conflicts."""

_FARTHEST = 45
_ANY_DAY = frozenset({EventKind.joint_patrol, EventKind.online})


class Ledger:
    """Notes on which days people, vehicles, equipment and places are taken."""

    def __init__(self) -> None:
        self._taken: set[tuple[UUID, date]] = set()

    def is_free(self, thing: UUID, days: Iterable[date]) -> bool:
        """Whether nobody has taken it on any of the days."""
        return all((thing, day) not in self._taken for day in days)

    def take(self, things: Iterable[UUID], days: Iterable[date]) -> None:
        """Note that these things are taken on these days."""
        span = tuple(days)
        self._taken.update((thing, day) for thing in things for day in span)


def span(first: date, length: int) -> tuple[date, ...]:
    """`length` days from `first` on."""
    return tuple(first + timedelta(days=number) for number in range(length))


def schools_open(day: date) -> bool:
    """Whether schools are open; where no holidays are known, on every weekday that is no public holiday."""
    known = is_school_day(day)
    return day.weekday() < 5 if known is None else known  # noqa: PLR2004 - Saturday


def suits(pattern: Pattern, day: date) -> bool:
    """Whether an event of the pattern can begin on that day."""
    if str(day.weekday()) not in pattern.days:
        return False
    whole = span(day, max(1, pattern.all_day))
    if pattern.needs_school_day:
        return all(schools_open(each) for each in whole)
    return pattern.kind in _ANY_DAY or not any(public_holiday_on(each) or _between_the_years(each) for each in whole)


def _between_the_years(day: date) -> bool:
    """Whether nobody plans anything, from Christmas Eve to New Year's Eve."""
    return (day.month, day.day) >= (12, 24)


def around(target: date, today: date) -> Iterator[date]:
    """Days of the sample year from `target` outwards, later and earlier in turn."""
    for distance in range(_FARTHEST):
        for day in dict.fromkeys((target + timedelta(days=distance), target - timedelta(days=distance))):
            if -BEHIND <= (day - today).days <= AHEAD:
                yield day
