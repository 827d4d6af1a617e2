"""Days, times, zones and durations as calendar files of all origins write them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from domain.exchange.ics_lines import ContentLine
from domain.i18n import N_
from domain.rows.calendar_import import Words
from domain.terms import BERLIN

FIRST_YEAR, LAST_YEAR = 1970, 2200
"""Years outside are mistakes of the file."""

_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)?)?", re.IGNORECASE
)
_DURATION = re.compile(
    r"([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?", re.IGNORECASE
)
_IANA_TAIL = re.compile(r"([A-Za-z_]+/[A-Za-z_]+(?:/[A-Za-z_]+)?)$")
_OFFSET_NAME = re.compile(r"(?:UTC|GMT)([+-]\d{1,2}):?(\d\d)?", re.IGNORECASE)
_BERLIN_NAMES = frozenset(
    {
        "w. europe standard time",
        "w. europe daylight time",
        "westeuropäische zeit",
        "mitteleuropäische zeit",
        "central european standard time",
        "central europe standard time",
        "cet",
        "mez",
        "cest",
        "mesz",
        "met",
    }
)
_UNKNOWN_ZONE = N_("The time zone “{zone}” is unknown; its times were read as those of Berlin.")
_FLOATING = N_("A time without a time zone was read as one of Berlin.")
_SKIPPED = N_("{time} does not exist on that day, because the clocks go forward; one hour later was taken.")


class UnreadableError(ValueError):
    """A value that says nothing; the words tell why."""

    def __init__(self, msgid: str, **params: object) -> None:
        super().__init__(msgid)
        self.words: Words = (msgid, tuple(params.items()))


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a moment in Berlin, with what was strange about it."""

    value: date | datetime
    hints: tuple[Words, ...] = ()

    @property
    def is_day(self) -> bool:
        """Whether it is a whole day."""
        return not isinstance(self.value, datetime)


def moment(line: ContentLine, usual_zone: str = "") -> Moment:
    """The day or time of a property; `usual_zone` is that of the calendar for times that bear none.

    Raises:
        UnreadableError: it is none, or lies outside of all sense.
    """
    return moment_of(line.value.strip(), line.parameters.get("TZID", ""), usual_zone)


def moment_of(text: str, zone_name: str, usual_zone: str) -> Moment:
    """As `moment`, from a value and the name of its zone.

    Raises:
        UnreadableError: it is none, or lies outside of all sense.
    """
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise UnreadableError(N_("“{value}” is no date."), value=text[:60])
    year, month, day_of_month = int(found[1]), int(found[2]), int(found[3])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadableError(N_("The year {year} cannot be meant."), year=found[1])
    try:
        day = date(year, month, day_of_month)
        if found[4] is None:
            return Moment(day)
        naive = datetime(year, month, day_of_month, int(found[4]) % 24, int(found[5]), min(int(found[6] or 0), 59))  # noqa: DTZ001 - its zone follows
    except ValueError:
        raise UnreadableError(N_("“{value}” is no date."), value=text[:60]) from None
    if int(found[4]) == 24:  # noqa: PLR2004 - midnight as the end of a day
        naive += timedelta(days=1)
    return _placed(naive, found[7] or "", zone_name, usual_zone)


def _placed(naive: datetime, offset: str, zone_name: str, usual_zone: str) -> Moment:
    if offset.upper() == "Z":
        return Moment(naive.replace(tzinfo=UTC).astimezone(BERLIN))
    if offset:
        hours, minutes = int(offset[:3]), int(offset[-2:])
        away = timedelta(hours=hours, minutes=-minutes if hours < 0 else minutes)
        return Moment((naive - away).replace(tzinfo=UTC).astimezone(BERLIN))
    named = zone_name or usual_zone
    known = zone(named) if named else None
    hints: tuple[Words, ...] = ()
    if named and known is None:
        hints = ((_UNKNOWN_ZONE, (("zone", named[:60]),)),)
    elif not named:
        hints = ((_FLOATING, ()),)
    local = naive.replace(tzinfo=known or BERLIN)
    there_and_back = local.astimezone(UTC).astimezone(local.tzinfo)
    if there_and_back.replace(tzinfo=None) != naive:
        hints = (*hints, (_SKIPPED, (("time", naive.strftime("%H:%M")),)))
    return Moment(local.astimezone(UTC).astimezone(BERLIN), hints)


@lru_cache(maxsize=256)
def zone(name: str) -> tzinfo | None:
    """The zone of a name as programs write it: of the tz database (also with a prefix), of Windows, an offset.

    None if nobody knows it. The rules a file gives for a zone do not count: they are wrong more often than its name.
    """
    plain = name.strip().strip('"')
    if plain.lower() in _BERLIN_NAMES or "berlin" in plain.lower():
        return BERLIN
    for look in (_by_database, _by_windows, _by_offset):
        found = look(plain)
        if found is not None:
            return found
    return None


def _by_database(name: str) -> tzinfo | None:
    tail = _IANA_TAIL.search(name)
    for key in (name, tail[1] if tail else ""):
        if not key or not re.fullmatch(r"[A-Za-z0-9_+/-]{1,60}", key):
            continue
        try:
            return ZoneInfo(key)
        except (LookupError, OSError, ValueError):
            continue
    return None


def _by_windows(name: str) -> tzinfo | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    key = WINDOWS_TO_OLSON.get(name)
    return _by_database(key) if key else None


def _by_offset(name: str) -> tzinfo | None:
    found = _OFFSET_NAME.search(name)
    if found is None:
        return None
    from datetime import timezone

    hours, minutes = int(found[1]), int(found[2] or 0)
    away = timedelta(hours=hours, minutes=-minutes if hours < 0 else minutes)
    return timezone(away) if abs(away) < timedelta(hours=24) else None


def duration(text: str) -> timedelta:
    """A duration (RFC 5545, 3.3.6).

    Raises:
        UnreadableError: it is none.
    """
    found = _DURATION.fullmatch(text.strip())
    if found is None or not any(found.groups()[1:]):
        raise UnreadableError(N_("“{value}” is no duration."), value=text[:60])
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


def shifted(value: date | datetime, by: timedelta) -> date | datetime:
    """A day or moment some time later; on the clock of Berlin only the length counts.

    Raises:
        UnreadableError: it leaves the calendar.
    """
    try:
        if isinstance(value, datetime):
            return (value.astimezone(UTC) + by).astimezone(BERLIN)
        return value + timedelta(days=by.days)
    except OverflowError:
        raise UnreadableError(N_("The end lies outside the calendar.")) from None


Reader = Callable[[ContentLine], Moment]
"""Reads a property as a moment, in the zone of its calendar."""
