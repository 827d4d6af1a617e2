"""Reads days and hours of an event as people write them into cells: “Fr, 12. März 2027, 18–20 Uhr”."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from domain.errors import InvalidInputError, Problem
from domain.exchange import cells
from domain.i18n import N_
from domain.region.fold import fold

_MONTHS = {
    spelling: number
    for number, spellings in enumerate(
        (
            "januar jan january janner",
            "februar feb february",
            "marz mar march mrz",
            "april apr",
            "mai may",
            "juni jun june",
            "juli jul july",
            "august aug",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "dezember dez december dec",
        ),
        1,
    )
    for spelling in spellings.split()
}
_WEEKDAY = (
    r"(?:(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|mo|di|mi|do|fr|sa|so|mon|tues?|wed|thu|fri|sat|sun)\b\.?,?\s*(?:(?:den|dem|am|the)\s+)?)"
)
_YEAR = r"(?:[0-9]{4}|['’]?[0-9]{2})(?![0-9:])"
_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY}?(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{1,2}})-(?P<day>[0-9]{{1,2}})(?:T(?=[0-9]))?",
        rf"{_WEEKDAY}?(?P<day>[0-9]{{1,2}})[./]\s?(?P<month>[0-9]{{1,2}})[./]\s?(?P<year>{_YEAR})",
        rf"{_WEEKDAY}?(?P<day>[0-9]{{1,2}})\.?\s?(?P<month>[A-Za-zäÄ]{{3,9}})\.?,?\s?(?P<year>{_YEAR})",
    )
)
_SPAN_FRONT = re.compile(
    rf"{_WEEKDAY}?(?P<day>[0-9]{{1,2}})\.?\s?(?:(?P<month>[0-9]{{1,2}})\.|(?P<word>[A-Za-zäÄ]{{3,9}})\.?)?\s*"
    r"(?:-|–|/|\+|&|\bbis(?:\s+zum)?\b|\bto\b|\bund\b)\s*",
    re.IGNORECASE,
)
_TO = r"\s*(?:-|–|—|\bbis\b|\bto\b|\buntil\b)\s*"
_CLOCK = r"(?:[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?|[0-9]{1,2})\s?(?:h\b|uhr\b)?"
_TIMES = re.compile(
    rf"(?:um|ab|von|from|at|ca\.?|gegen)?\s*(?P<start>{_CLOCK})(?:{_TO}(?P<end>{_CLOCK}))?\s*(?:uhr|h)?", re.IGNORECASE
)
_SECOND_DAY = re.compile(
    rf"{_TO}(?={_WEEKDAY}?(?:[0-9]{{1,4}}[-./]\s?[0-9]{{1,2}}[-./]|[0-9]{{1,2}}\.?\s[A-Za-zäÄ]{{3,9}}\.?\s[0-9]))",
    re.IGNORECASE,
)
_BEHIND_A_CLOCK = re.compile(r"(?<=:[0-9]{2}):[0-9]{2}|\s*(?:uhr|h)?\s*$", re.IGNORECASE)
_FRACTION = re.compile(r"[01][.,][0-9]{2,}|0[.,][0-9]")
_SERIAL = re.compile(r"[0-9]{5}")
_SERIALS = range(36_526, 73_051)  # 2000 to 2099
_SERIAL_ZERO = date(1899, 12, 30)
_LEFT_OVER = re.compile(r"^[\s,;|·()-]+|[\s,;|·()]+$")
_ALL_DAY = frozenset(("ganztagig", "ganztags", "allday", "all day", "ganzer tag"))
_OPEN = frozenset(
    (
        "offen",
        "noch offen",
        "folgt",
        "termin folgt",
        "tba",
        "tbd",
        "n.n",
        "nn",
        "?",
        "unklar",
        "wird noch bekanntgegeben",
    )
)
_MINUTES_A_DAY = 1440
_CENTURY = 2000
_QUOTED = 60


@dataclass(frozen=True, slots=True)
class Moments:
    """What one cell says: first and last day, minutes from midnight of start and end; None where it is silent."""

    first: date | None = None
    last: date | None = None
    start: int | None = None
    end: int | None = None


def is_open(text: str) -> bool:
    """Whether a cell says that the day is not known yet: „folgt“, „offen“, “tba”."""
    return fold(text).strip(" .") in _OPEN or text.strip() == "?"


def moments(field: str, text: str) -> Moments:
    """Days and hours in a cell, in any order that people write: days first, hours behind.

    11.03.2027 · Do, 11.3.27, 18–20 Uhr · 12. März 2027 · 12.–13.03.2027 · 11.03.2027 22:00 bis 12.03.2027 2:00 ·
    18.30 Uhr · 2027-03-11 18:00. A bare figure of a spreadsheet (46092 or 0,75) is the day or hour it stands for.

    Raises:
        InvalidInputError: something is written otherwise, or there is no such day or hour.
    """
    whole = " ".join(text.split())
    if _SERIAL.fullmatch(whole) and int(whole) in _SERIALS:
        return Moments(first=_SERIAL_ZERO + timedelta(int(whole)))
    if _FRACTION.fullmatch(whole):
        return Moments(start=round(float(whole.replace(",", ".")) * _MINUTES_A_DAY))
    if fold(whole) in _ALL_DAY:
        return Moments()
    first, rest = _day_in_front(field, whole)
    if first is None:
        front = _SPAN_FRONT.match(whole)
        last, rest = _day_in_front(field, whole[front.end() :]) if front else (None, whole)
        if front is None or last is None:
            return Moments(None, None, *_hours(field, whole, text))
        return Moments(_first_of_span(field, front, last, text), last, *_hours(field, rest, text))
    return _behind_a_day(field, first, rest, text)


def _behind_a_day(field: str, first: date, rest: str, text: str) -> Moments:
    """What stands behind the first day: hours, a second day, or one after the other."""
    parts = _SECOND_DAY.split(rest, maxsplit=1)
    if len(parts) == 1:
        return Moments(first, None, *_hours(field, rest, text))
    last, behind = _day_in_front(field, parts[1].strip())
    if last is None:
        raise _refusal(field, text)
    start, end = _hours(field, parts[0], text)
    later, latest = _hours(field, behind, text)
    if start is None:
        return Moments(first, last, later, latest)
    return Moments(first, last, start, later if later is not None else end)


def _day_in_front(field: str, text: str) -> tuple[date | None, str]:
    for pattern in _DAYS:
        found = pattern.match(text)
        if found is None:
            continue
        month = found["month"] if found["month"].isdigit() else _MONTHS.get(fold(found["month"]))
        if month is not None:
            return _existing(field, int(found["day"]), int(month), found["year"]), text[found.end() :]
    return None, text


def _first_of_span(field: str, front: re.Match[str], last: date, text: str) -> date:
    """The first day of „30.4.–2.5.2027“ or „12.–13. März 2027“, whose month and year stand at the last."""
    month = int(front["month"]) if front["month"] else _MONTHS.get(fold(front["word"])) if front["word"] else last.month
    if month is None:
        raise _refusal(field, text)
    year = last.year - 1 if month > last.month else last.year
    return _existing(field, int(front["day"]), month, str(year))


def _existing(field: str, day: int, month: int, year: str) -> date:
    return cells.day(field, f"{day:02}.{month:02}.{year.strip(chr(39) + '’')}")


def _hours(field: str, rest: str, text: str) -> tuple[int | None, int | None]:
    bare = _LEFT_OVER.sub("", rest)
    if not bare or fold(bare) in _ALL_DAY:
        return None, None
    found = _TIMES.fullmatch(bare)
    if found is None:
        raise _refusal(field, text)
    end = found["end"]
    return _minute(field, found["start"]), _minute(field, end) if end else None


def _minute(field: str, clock: str) -> int:
    return cells.minute_of_day(field, _BEHIND_A_CLOCK.sub("", clock))


def _refusal(field: str, text: str) -> InvalidInputError:
    msgid = N_("“{value}” is neither day nor time; please write 31.12.2027 18:00–20:00.")
    return InvalidInputError(Problem(field, msgid, (("value", text[:_QUOTED]),)))
