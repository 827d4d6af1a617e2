"""The place's time zone and stretches of time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")

Clock: TypeAlias = Callable[[], datetime]
"""Gives the present moment as an aware datetime; enters only in `cli.py` and `gui/app.py`."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A half-open stretch of time, `start` inclusive, `end` exclusive, both aware."""

    start: datetime
    end: datetime

    def overlaps(self, other: "TimeSpan") -> bool:
        """Whether the two spans share at least a moment."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class DaySpan:
    """A stretch of whole days, both ends inclusive."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


class Minutes(int):
    """A length of time in whole minutes; `Language.plain` shows it as "10 h 45 min"."""

    __slots__ = ()
