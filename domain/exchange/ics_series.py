"""The days of a recurring event within a window, never more than a fixed number, whatever its rule says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice

from domain.exchange.ics_components import RawEvent
from domain.exchange.ics_event import ReadEvent
from domain.exchange.ics_lines import ContentLine
from domain.exchange.ics_moments import Moment, UnreadableError, moment_of, zone
from domain.i18n import N_
from domain.rows.calendar_import import Words
from domain.terms import BERLIN

MOST_DAYS = 366
"""Days of one series that are taken."""
DAYS_BACK, DAYS_AHEAD = 366, 731
"""The window around today in which days of a series are taken."""

CUT = N_("The series goes on; only its days up to {last} were taken.")
SECOND_RULE = N_("It has an exception rule (EXRULE), which was not followed.")
BAD_DATE = N_("A date of the series cannot be read and was left out.")
NO_DAY = N_("No day of the series lies between {first} and {last}.")
TOO_OFTEN = N_("It repeats several times a day under conditions; that cannot be taken.")
BAD_RULE = N_("The rule of the series cannot be read: {rule}")

_TRIED = 60_000
_MOST_DATES = 5_000
_STEPS = {"SECONDLY": 1, "MINUTELY": 60, "HOURLY": 3_600}
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"})
_LONGEST_RULE = 1_000
_MOST_COUNT, _MOST_INTERVAL = 12, 8
"""Digits."""


@dataclass(frozen=True, slots=True)
class Window:
    """The first and last day between which days of a series are taken."""

    first: date
    last: date

    @staticmethod
    def around(today: date) -> "Window":
        """A year back and two ahead."""
        return Window(today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD))

    def has(self, value: date | datetime) -> bool:
        """Whether a day or moment lies in it."""
        day = value.astimezone(BERLIN).date() if isinstance(value, datetime) else value
        return self.first <= day <= self.last


def is_series(raw: RawEvent) -> bool:
    """Whether an event says that it takes place more than once."""
    return any(line.name in {"RRULE", "RDATE"} for line in raw.lines)


def days(event: ReadEvent, window: Window) -> tuple[list[date | datetime], list[Words]]:
    """The starts of a series within the window, in order, and what is to be told of it.

    Raises:
        UnreadableError: its rule says nothing, or no day lies in the window.
    """
    hints: list[Words] = []
    series = _Series(event, window, hints)
    found = sorted(set(series.starts()) - series.excluded())
    if next(event.raw.all("EXRULE"), None) is not None:
        hints.append((SECOND_RULE, ()))
    if not found:
        raise UnreadableError(NO_DAY, first=window.first, last=window.last)
    if len(found) > MOST_DAYS or series.goes_on:
        found = found[:MOST_DAYS]
        last = found[-1]
        hints.append((CUT, (("last", last.astimezone(BERLIN).date() if isinstance(last, datetime) else last),)))
    return found, hints


class _Series:
    """One event's rule, added and excepted dates; the clock is that of the zone the event is written in."""

    def __init__(self, event: ReadEvent, window: Window, hints: list[Words]) -> None:
        self._raw, self._start, self._window, self._hints = event.raw, event.start, window, hints
        self.goes_on = False
        self._zone = self._own_zone()

    def _own_zone(self) -> tzinfo:
        line = self._raw.first("DTSTART")
        if line is not None and line.value.strip().upper().endswith("Z"):
            return UTC
        name = (line.parameters.get("TZID", "") if line else "") or self._raw.calendar.zone
        return (zone(name) if name else None) or BERLIN

    def starts(self) -> Iterator[date | datetime]:
        """The start itself, what the rules give, and added dates, as far as they lie in the window."""
        if self._window.has(self._start.value):
            yield self._start.value
        for line in islice(self._raw.all("RRULE"), 4):
            yield from self._of_rule(line.value.strip())
        yield from (value for value in self._dates("RDATE") if self._window.has(value))

    def excluded(self) -> set[date | datetime]:
        """Excepted days and moments."""
        found = set(self._dates("EXDATE"))
        if self._start.is_day:
            return {value.astimezone(self._zone).date() if isinstance(value, datetime) else value for value in found}
        whole = {value for value in found if not isinstance(value, datetime)}
        if not whole:
            return found
        starts = (value for value in self.starts() if isinstance(value, datetime))
        return found | {value for value in starts if value.astimezone(self._zone).date() in whole}

    def _dates(self, name: str) -> Iterator[date | datetime]:
        for line in self._raw.all(name):
            for text in islice(line.value.split(","), _MOST_DATES):
                value = self._date(text.strip(), line)
                if value is not None:
                    yield value

    def _date(self, text: str, line: ContentLine) -> date | datetime | None:
        """One date of a list; of a period its beginning counts."""
        if not text:
            return None
        try:
            named = line.parameters.get("TZID", "")
            return self._alike(moment_of(text.partition("/")[0], named, self._raw.calendar.zone))
        except UnreadableError:
            if (BAD_DATE, ()) not in self._hints:
                self._hints.append((BAD_DATE, ()))
            return None

    def _alike(self, found: Moment) -> date | datetime:
        value = found.value
        if self._start.is_day and isinstance(value, datetime):
            return value.astimezone(self._zone).date()
        return value

    def _of_rule(self, text: str) -> Iterator[date | datetime]:
        rule = _parts(text)
        until = self._until(rule.pop("UNTIL", ""))
        step = _STEPS.get(rule.get("FREQ", ""))
        naive = self._naive(self._start.value)
        values = _guarded(self._quick(rule, naive, step), text) if step else _by_dateutil(rule, naive)
        low = self._naive(self._window.first) - timedelta(days=1)
        taken = 0
        for number, value in enumerate(values):
            if until is not None and value > until:
                return
            if value.date() > self._window.last or taken > MOST_DAYS or number > _TRIED:
                self.goes_on = True
                return
            if value >= low and self._window.has(placed := self._placed(value)):
                taken += 1
                yield placed

    def _quick(self, rule: dict[str, str], start: datetime, seconds: int) -> Iterator[datetime]:
        """A rule of less than a day by plain steps, beginning at the window."""
        if rule.keys() - _KNOWN or self._start.is_day:
            raise UnreadableError(TOO_OFTEN)
        step = timedelta(seconds=seconds * _number(rule.get("INTERVAL", "1")))
        count = _number(rule["COUNT"], _MOST_COUNT) if "COUNT" in rule else None
        first = max(0, (self._naive(self._window.first) - start) // step)
        for number in range(first, first + MOST_DAYS + 3):
            if count is not None and number >= count:
                return
            yield start + number * step

    def _until(self, text: str) -> datetime | None:
        if not text:
            return None
        value = moment_of(text, "", "UTC" if "T" not in text.upper() else "").value
        if isinstance(value, datetime):
            is_utc = text.upper().endswith("Z")
            return value.astimezone(self._zone if is_utc else BERLIN).replace(tzinfo=None)
        return datetime(value.year, value.month, value.day, 23, 59, 59)  # noqa: DTZ001 - the clock of the zone

    def _naive(self, value: date | datetime) -> datetime:
        if isinstance(value, datetime):
            return value.astimezone(self._zone).replace(tzinfo=None)
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - the clock of the zone

    def _placed(self, value: datetime) -> date | datetime:
        if self._start.is_day:
            return value.date()
        return value.replace(tzinfo=self._zone).astimezone(UTC).astimezone(BERLIN)


def _parts(text: str) -> dict[str, str]:
    if not text or len(text) > _LONGEST_RULE:
        raise UnreadableError(BAD_RULE, rule=text[:60])
    pairs = (part.partition("=") for part in text.upper().split(";") if part.strip())
    found = {name.strip(): value.strip() for name, _, value in pairs}
    if "FREQ" not in found:
        raise UnreadableError(BAD_RULE, rule=text[:60])
    return found


def _number(text: str, digits: int = _MOST_INTERVAL) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > digits or int(text) == 0:
        raise UnreadableError(BAD_RULE, rule=text[:60])
    return int(text)


def _by_dateutil(rule: dict[str, str], start: datetime) -> Iterable[datetime]:
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # dateutil ships no types

    _number(rule.get("INTERVAL", "1"))
    _number(rule.get("COUNT", "1"), _MOST_COUNT)
    text = ";".join(f"{name}={value}" for name, value in rule.items())
    try:
        made: Iterable[datetime] = rrulestr(text, dtstart=start)
        return _guarded(made, text)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError):
        raise UnreadableError(BAD_RULE, rule=text[:60]) from None


def _guarded(values: Iterable[datetime], text: str) -> Iterator[datetime]:
    """The values; a rule that breaks while it is followed is one that cannot be read."""
    try:
        yield from values
    except UnreadableError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, ZeroDivisionError):
        raise UnreadableError(BAD_RULE, rule=text[:60]) from None
