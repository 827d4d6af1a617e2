"""A calendar file of any origin as entries, faults and counts: nothing is raised but that it is no calendar."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from time import monotonic

from domain.exchange import ics_series
from domain.exchange.ics_components import MOST_EVENTS, Components, RawEvent, components
from domain.exchange.ics_event import ReadEvent, fault, read_event, recurrence_of
from domain.exchange.ics_lines import refuse_what_is_none
from domain.exchange.ics_moments import UnreadableError, shifted
from domain.i18n import N_
from domain.rows.calendar_import import CalendarEntry, CalendarFault, CalendarReading, Words

MOST_ENTRIES = 50_000
"""Entries of one file, the days of its series included."""

HIDDEN = N_("The file holds {raw} events, {hidden} of them could not be found in it properly and are missing here.")
TOO_MANY_EVENTS = N_("Only the first {most} events were read; please split the file.")
TOO_MANY_DAYS = N_("The series of this file have too many days; this one was left out.")
TOO_SLOW = N_("The rules of this file take too long; this series was left out.")
SEVERAL = N_("The file holds {count} calendars; all of them were read.")

_SECONDS = 6.0
"""How long the series of one file may take together."""


def read_calendar(content: bytes, name: str, today: date) -> CalendarReading:
    """What a calendar file holds; series are unrolled around `today`.

    Raises:
        FileProblemError: it is no calendar file, or too large.
    """
    refuse_what_is_none(content, name)
    found = components(content)
    reading = _Reading(ics_series.Window.around(today))
    for raw in found.events:
        reading.take(raw)
    names = dict.fromkeys(head.name for head in found.calendars if head.name)
    return CalendarReading(
        name=" · ".join(names)[:300],
        entries=tuple(reading.entries),
        faults=tuple(reading.faults),
        raw=found.raw,
        hidden=found.hidden,
        others=tuple(sorted(found.others.items())),
        hints=tuple(_remarks(found)),
    )


def _remarks(found: Components) -> Iterator[Words]:
    if len(found.calendars) > 1:
        yield SEVERAL, (("count", len(found.calendars)),)
    if found.is_cut:
        yield TOO_MANY_EVENTS, (("most", MOST_EVENTS),)
    elif found.hidden:
        yield HIDDEN, (("raw", found.raw), ("hidden", found.hidden))


class _Reading:
    """Gathers what a file gives, within limits of number and time."""

    def __init__(self, window: ics_series.Window) -> None:
        self.entries: list[CalendarEntry] = []
        self.faults: list[CalendarFault] = []
        self._window = window
        self._left = _SECONDS

    def take(self, raw: RawEvent) -> None:
        """Take one event, or note why not."""
        event = read_event(raw)
        if isinstance(event, CalendarFault):
            self.faults.append(event)
        elif ics_series.is_series(raw) and not event.entry.recurrence:
            self._take_series(event)
        else:
            self.entries.append(_placed(event, event.start.value, event.entry.recurrence, tuple(event.hints)))

    def _take_series(self, event: ReadEvent) -> None:
        began = monotonic()
        try:
            self.entries += self._unrolled(event)
        except UnreadableError as trouble:
            self.faults.append(fault(event.raw, trouble.words))
        self._left -= monotonic() - began

    def _unrolled(self, event: ReadEvent) -> list[CalendarEntry]:
        """The days of a series; what is strange about it is told at the first."""
        if self._left <= 0:
            raise UnreadableError(TOO_SLOW)
        days, hints = ics_series.days(event, self._window)
        if len(self.entries) + len(days) > MOST_ENTRIES:
            raise UnreadableError(TOO_MANY_DAYS)
        told = (*event.hints, *hints)
        return [_placed(event, day, recurrence_of(day), told if day is days[0] else ()) for day in days]


def _placed(event: ReadEvent, start: date | datetime, recurrence: str, hints: tuple[Words, ...]) -> CalendarEntry:
    """The entry on one day of its series, as long as the event."""
    if isinstance(start, datetime):
        end = shifted(start, event.length)
        return replace(event.entry, recurrence=recurrence, starts_at=start, ends_at=end, hints=hints)  # type: ignore[arg-type]  # a time beside a time
    last = start + max(event.length, timedelta(days=1)) - timedelta(days=1)
    return replace(event.entry, recurrence=recurrence, all_day=True, first_day=start, last_day=last, hints=hints)
