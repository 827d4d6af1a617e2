"""What a calendar file from outside holds, and what becomes of each entry."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeAlias
from uuid import UUID

from domain.terms import Audience, CalendarFate, EventKind, EventState, ReadAs

Words: TypeAlias = tuple[str, tuple[tuple[str, object], ...]]
"""A message and what fills it."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One event of a file, or one day of a series; `line` is that of its BEGIN:VEVENT.

    `recurrence` names the day of a series by its planned start (20270301T080000Z, 20270301), "" for a single event.
    A whole day has `first_day` and `last_day` (inclusive), anything else aware times in Berlin. `modified` is in UTC.
    """

    line: int
    uid: str
    title: str
    recurrence: str = ""
    text: str = ""
    place: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    organizer: str = ""
    all_day: bool = False
    first_day: date | None = None
    last_day: date | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    state: EventState = EventState.confirmed
    sequence: int = 0
    modified: datetime | None = None
    hints: tuple[Words, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What an entry is known by."""
        return self.uid, self.recurrence

    @property
    def begins(self) -> date | datetime | None:
        """Day or moment of its beginning."""
        return self.first_day if self.all_day else self.starts_at


@dataclass(frozen=True, slots=True)
class CalendarFault:
    """An event that could not be read: where it stands, what it is called as far as known, and why."""

    line: int
    uid: str
    title: str
    reason: Words


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """All of a file: `raw` is how many events it holds, `hidden` how many of them were neither read nor refused.

    `others` counts components that are no events (VTODO …). `name` is the calendar's own.
    """

    name: str = ""
    entries: tuple[CalendarEntry, ...] = ()
    faults: tuple[CalendarFault, ...] = ()
    raw: int = 0
    hidden: int = 0
    others: tuple[tuple[str, int], ...] = ()
    hints: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarWish:
    """How a person wants a calendar taken over.

    `kind` None = guessed of each entry. `left` are the keys of entries that are not taken, `theirs` those of conflicts
    in which the file wins. `person_id` is whose absences they are.
    """

    read_as: ReadAs = ReadAs.events
    kind: EventKind | None = None
    audience: Audience = Audience.internal
    person_id: UUID | None = None
    left: frozenset[tuple[str, str]] = frozenset()
    theirs: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """One entry or fault with its fate; `changes` are field, what is here and what the file says.

    A new event has no `event_id` before it is taken. A refused one has no `entry` if it could not be read.
    """

    fate: CalendarFate
    line: int
    title: str
    entry: CalendarEntry | None = None
    event_id: UUID | None = None
    kind: EventKind | None = None
    changes: tuple[tuple[str, object, object], ...] = ()
    reason: Words = ("", ())
    hints: tuple[Words, ...] = ()


@dataclass(frozen=True)
class CalendarReport:
    """What became, or would become, of a file."""

    lines: tuple[CalendarLine, ...]
    reading: CalendarReading = field(default_factory=CalendarReading)

    @cached_property
    def counts(self) -> Mapping[CalendarFate, int]:
        """How many entries had each fate."""
        return Counter(line.fate for line in self.lines)

    def count(self, fate: CalendarFate) -> int:
        """How many entries had this fate."""
        return self.counts.get(fate, 0)
