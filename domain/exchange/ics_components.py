"""The components of a calendar file: its events with their content lines, and what else it holds."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from domain.exchange.ics_lines import ContentLine, content_lines, taken_apart

DEEPEST = 4
"""How deep components may lie in one another: VCALENDAR, VEVENT, VALARM and one more."""
MOST_LINES = 2_000
"""Content lines of one event that are kept."""
MOST_EVENTS = 20_000
"""Events of one file that are read."""
MOST_LINES_OF_A_FILE = 1_000_000
"""Content lines of a file that are read; 20,000 usual events have half as many."""

_EVENT, _CALENDAR = "VEVENT", "VCALENDAR"
_RAW = re.compile(rb"^[ \t]*BEGIN[ \t]*:[ \t]*VEVENT[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_NO_EVENTS = ("VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY")


@dataclass(slots=True)
class CalendarHead:
    """What a VCALENDAR says of all its events."""

    name: str = ""
    zone: str = ""
    method: str = ""


@dataclass(slots=True)
class RawEvent:
    """A VEVENT: the line of its BEGIN, its content lines, and how many of them could not be read."""

    line: int
    calendar: CalendarHead
    lines: list[ContentLine] = field(default_factory=list)
    bad: int = 0
    is_closed: bool = False

    def first(self, name: str) -> ContentLine | None:
        """The first property of a name; None if there is none."""
        return next((line for line in self.lines if line.name == name), None)

    def all(self, name: str) -> Iterator[ContentLine]:
        """All properties of a name."""
        return (line for line in self.lines if line.name == name)

    def text(self, name: str) -> str:
        """The text of the first property of a name, "" if there is none."""
        found = self.first(name)
        return found.text.strip() if found else ""


@dataclass(slots=True)
class Components:
    """All of a file: its events, counts of other components, how many events it holds, whether those are too many."""

    calendars: list[CalendarHead] = field(default_factory=list)
    events: list[RawEvent] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    raw: int = 0
    is_cut: bool = False

    @property
    def hidden(self) -> int:
        """Events that the file holds but that were neither read nor refused."""
        return self.raw - len(self.events)


def components(content: bytes) -> Components:
    """Take a file apart. A missing END is supplied, whatever is too deep is left out; nothing is raised."""
    found = Components()
    walk = _Walk(found)
    for number, line in islice(content_lines(content), MOST_LINES_OF_A_FILE):
        walk.line(number, line)
        if walk.is_full:
            break
    plain = content if b"\n" in content else content.replace(b"\r", b"\n")
    found.raw = max(sum(1 for _match in _RAW.finditer(plain)), len(found.events))
    found.is_cut = walk.is_full
    return found


class _Walk:
    """Goes through the lines of a file and knows in which components it is."""

    def __init__(self, found: Components) -> None:
        self._found = found
        self._open: list[str] = []
        self._too_deep = 0
        self._calendar = CalendarHead()
        self._event: RawEvent | None = None
        self.is_full = False

    def line(self, number: int, line: str) -> None:
        """Take one content line."""
        read = taken_apart(number, line.strip())
        if read is None:
            if self._event is not None:
                self._event.bad += 1
        elif read.name == "BEGIN":
            self._begin(number, read.value.strip().upper())
        elif read.name == "END":
            self._end(read.value.strip().upper())
        elif not self._too_deep:
            self._property(read)

    def _begin(self, number: int, name: str) -> None:
        if name == _CALENDAR:
            self._open, self._too_deep, self._event = [_CALENDAR], 0, None
            self._calendar = CalendarHead()
            self._found.calendars.append(self._calendar)
            return
        if name == _EVENT:
            self._event_begins(number)
            return
        if name in _NO_EVENTS:
            self._found.others[name] += 1
        if len(self._open) >= DEEPEST or self._too_deep:
            self._too_deep += 1
        else:
            self._open.append(name)

    def _event_begins(self, number: int) -> None:
        """An event within anything but a calendar means that an END is missing."""
        self._open, self._too_deep = [_CALENDAR, _EVENT], 0
        if len(self._found.events) >= MOST_EVENTS:
            self.is_full = True
            return
        self._event = RawEvent(number, self._calendar)
        self._found.events.append(self._event)

    def _end(self, name: str) -> None:
        if self._too_deep and name not in (_EVENT, _CALENDAR):
            self._too_deep -= 1
            return
        if name not in self._open:
            return
        self._too_deep = 0
        while self._open and self._open.pop() != name:
            pass
        if name == _EVENT and self._event is not None:
            self._event.is_closed = True
        if _EVENT not in self._open:
            self._event = None

    def _property(self, read: ContentLine) -> None:
        inside = self._open[-1] if self._open else ""
        if inside == _EVENT and self._event is not None:
            if len(self._event.lines) < MOST_LINES:
                self._event.lines.append(read)
            else:
                self._event.bad += 1
        elif inside in {_CALENDAR, ""}:
            self._head(read)

    def _head(self, read: ContentLine) -> None:
        match read.name:
            case "X-WR-CALNAME" | "NAME":
                self._calendar.name = self._calendar.name or " ".join(read.text.split())[:200]
            case "X-WR-TIMEZONE":
                self._calendar.zone = read.value.strip()[:100]
            case "METHOD":
                self._calendar.method = read.value.strip().upper()[:20]
