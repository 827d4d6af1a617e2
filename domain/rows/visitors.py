"""How many people came when to a place."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day that was counted by the hour: local hours (0 to 23) with the visitors in each.

    `open_hours` are the local hours in which the stand was open for at least half an hour.
    """

    day: date
    by_hour: tuple[tuple[int, int], ...]
    open_hours: frozenset[int] = frozenset()

    @property
    def visitors(self) -> int:
        """All who came that day."""
        return sum(count for _hour, count in self.by_hour)


@dataclass(frozen=True, slots=True)
class HourMean:
    """Mean visitors in one local hour, over the `days` on which the stand was open then."""

    hour: int
    mean: float
    days: int


@dataclass(frozen=True, slots=True)
class WeekdayMean:
    """Mean visitors per open hour on one weekday (0 = Monday), over `days`."""

    weekday: int
    mean: float
    days: int


@dataclass(frozen=True, slots=True)
class SiteVisitors:
    """What the counted days of a site tell: means by hour and weekday, and the best run of hours.

    `best` is the first hour of the run and the hour at which it ends: (9, 11) is from 9 to 11 o'clock. `peak` is the
    hour with the highest mean. Both are None while nobody has been counted.
    """

    days: int = 0
    mean: float = 0.0
    hours: tuple[HourMean, ...] = ()
    weekdays: tuple[WeekdayMean, ...] = ()
    peak: int | None = None
    best: tuple[int, int] | None = None
