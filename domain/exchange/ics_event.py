"""One VEVENT of a calendar file as an entry: times, state, words, and what was strange about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from domain.exchange.ics_components import RawEvent
from domain.exchange.ics_lines import ContentLine, parts
from domain.exchange.ics_moments import Moment, UnreadableError, duration, moment, shifted
from domain.exchange.textformat import plain
from domain.i18n import N_
from domain.rows.calendar_import import CalendarEntry, CalendarFault, Words
from domain.terms import BERLIN, EventState

BAD_LINES = N_("{count} lines of the entry cannot be read and were left out.")
NOT_CLOSED = N_("The entry has no end; it was read up to where the next one begins.")
BAD_SEQUENCE = N_("The number of its version (SEQUENCE) cannot be read.")
BAD_MODIFIED = N_("The time of its last change cannot be read.")
FOLLOWING = N_("A change of this day and all following ones; it was taken for this day only.")

_DAY = timedelta(days=1)
_LONGEST = {"title": 1_000, "text": 20_000, "place": 1_000, "url": 2_000, "organizer": 300, "uid": 2_000}
_MOST_CATEGORIES = 50
_STATES = {"TENTATIVE": EventState.tentative, "CANCELLED": EventState.cancelled, "CANCELED": EventState.cancelled}
_SEQUENCE = re.compile(r"\d{1,9}")
_LONGEST_LENGTH = timedelta(days=3_700)
_ALL_DAY_FLAG = "X-MICROSOFT-CDO-ALLDAYEVENT"


@dataclass(slots=True)
class ReadEvent:
    """A VEVENT before its series is unrolled: the entry of its own dates, and the zone in which it repeats."""

    raw: RawEvent
    entry: CalendarEntry
    start: Moment
    length: timedelta
    hints: list[Words] = field(default_factory=list)


def read_event(raw: RawEvent) -> ReadEvent | CalendarFault:
    """The event, or why it cannot be read."""
    try:
        return _Reader(raw).event()
    except UnreadableError as trouble:
        return fault(raw, trouble.words)


def fault(raw: RawEvent, reason: Words) -> CalendarFault:
    """An event that was refused, with its UID and title as far as they can be read."""
    return CalendarFault(raw.line, _words(raw, "UID", "uid"), _line(raw, "SUMMARY", "title"), reason)


def recurrence_of(value: date | datetime) -> str:
    """The name of a day of a series: its planned start in UTC, or the day."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return value.strftime("%Y%m%d")


class _Reader:
    """Reads the properties of one event."""

    def __init__(self, raw: RawEvent) -> None:
        self._raw = raw
        self._hints: list[Words] = []

    def event(self) -> ReadEvent:
        raw = self._raw
        start, length = self._times()
        entry = CalendarEntry(
            line=raw.line,
            uid=_words(raw, "UID", "uid"),
            title=_line(raw, "SUMMARY", "title"),
            recurrence=self._recurrence(),
            text=_words(raw, "DESCRIPTION", "text"),
            place=_words(raw, "LOCATION", "place"),
            url=_line(raw, "URL", "url"),
            categories=tuple(_categories(raw)),
            organizer=_organizer(raw),
            state=self._state(),
            sequence=self._sequence(),
            modified=self._modified(),
        )
        self._remarks()
        return ReadEvent(raw, entry, start, length, self._hints)

    def _remarks(self) -> None:
        if self._raw.bad:
            self._hints.append((BAD_LINES, (("count", self._raw.bad),)))
        if not self._raw.is_closed:
            self._hints.append((NOT_CLOSED, ()))

    def _moment(self, line: ContentLine) -> Moment:
        found = moment(line, self._raw.calendar.zone)
        self._hints += [hint for hint in found.hints if hint not in self._hints]
        return found

    def _times(self) -> tuple[Moment, timedelta]:
        """The start and how long it lasts, at least a day for whole days."""
        line = self._raw.first("DTSTART")
        if line is None:
            raise UnreadableError(N_("The entry says no start."))
        start = self._moment(line)
        end = self._end(start)
        if self._is_flagged_whole(start, end):
            start, end = Moment(_day(start.value), start.hints), _day(end)
        length = _between(start.value, end)
        if length < timedelta():
            raise UnreadableError(N_("The end lies before the start."))
        if length > _LONGEST_LENGTH:
            raise UnreadableError(N_("It lasts more than ten years, which cannot be meant."))
        return start, max(length, _DAY) if start.is_day else length  # many programs end a day on itself

    def _end(self, start: Moment) -> date | datetime:
        """The end as it stands: exclusive for whole days."""
        line = self._raw.first("DTEND")
        if line is not None and line.value.strip():
            return _alike(self._moment(line).value, start)
        lasting = self._raw.first("DURATION")
        if lasting is not None:
            return shifted(start.value, duration(lasting.value))
        return shifted(start.value, _DAY) if start.is_day else start.value

    def _is_flagged_whole(self, start: Moment, end: date | datetime) -> bool:
        """Outlook writes whole days as times from midnight to midnight, with a mark."""
        if start.is_day or self._raw.text(_ALL_DAY_FLAG).upper() != "TRUE":
            return False
        return all(isinstance(each, datetime) and each.hour == each.minute == 0 for each in (start.value, end))

    def _recurrence(self) -> str:
        line = self._raw.first("RECURRENCE-ID")
        if line is None:
            return ""
        if line.parameters.get("RANGE", "").upper() == "THISANDFUTURE":
            self._hints.append((FOLLOWING, ()))
        return recurrence_of(moment(line, self._raw.calendar.zone).value)

    def _state(self) -> EventState:
        if self._raw.calendar.method == "CANCEL":
            return EventState.cancelled
        return _STATES.get(self._raw.text("STATUS").upper(), EventState.confirmed)

    def _sequence(self) -> int:
        text = self._raw.text("SEQUENCE")
        if not text:
            return 0
        if _SEQUENCE.fullmatch(text, 0) is None or not text.isascii():
            self._hints.append((BAD_SEQUENCE, ()))
            return 0
        return int(text)

    def _modified(self) -> datetime | None:
        line = self._raw.first("LAST-MODIFIED")
        if line is None:
            return None
        try:
            value = moment(line, "UTC").value
        except UnreadableError:
            self._hints.append((BAD_MODIFIED, ()))
            return None
        return value.astimezone(UTC) if isinstance(value, datetime) else None


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _between(start: date | datetime, end: date | datetime) -> timedelta:
    """What really passes between two days, or two times."""
    if isinstance(start, datetime) and isinstance(end, datetime):
        return end.astimezone(UTC) - start.astimezone(UTC)
    return _day(end) - _day(start)


def _alike(end: date | datetime, start: Moment) -> date | datetime:
    """An end of the same sort as the start: a day beside a day, a time beside a time."""
    if start.is_day and isinstance(end, datetime):
        return end.date() + _DAY if end.hour or end.minute else end.date()
    if not start.is_day and not isinstance(end, datetime):
        return datetime(end.year, end.month, end.day, tzinfo=BERLIN)
    return end


def _words(raw: RawEvent, name: str, field_name: str) -> str:
    text = plain(raw.text(name)).strip()
    limit = _LONGEST[field_name]
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _line(raw: RawEvent, name: str, field_name: str) -> str:
    return " ".join(_words(raw, name, field_name).split())


def _categories(raw: RawEvent) -> Iterator[str]:
    found = (plain(part) for line in raw.all("CATEGORIES") for part in parts(line.value[:10_000]))
    for number, name in enumerate(part for part in found if part.strip()):
        if number >= _MOST_CATEGORIES:
            return
        yield " ".join(name.split())[:100]


def _organizer(raw: RawEvent) -> str:
    line = raw.first("ORGANIZER")
    if line is None:
        return ""
    name = line.parameters.get("CN", "") or re.sub(r"(?i)^mailto:", "", line.value.strip())
    return " ".join(plain(name).split())[: _LONGEST["organizer"]]
