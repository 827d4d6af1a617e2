"""Reads single cells as people fill them in: dates, times, numbers, weekdays, lists."""

import re
import unicodedata
from datetime import date, time

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.region.fold import fold
from domain.region.lookup import repair_postcode as postcode

__all__ = [
    "clean",
    "clock",
    "day",
    "decimal",
    "duration",
    "is_filler",
    "minute_of_day",
    "names",
    "postcode",
    "priority",
    "weekdays",
    "whole_number",
    "yes_or_no",
]

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BLANKS = re.compile(r"[^\S\n]+")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00)?)?")
_GERMAN_DAY = re.compile(r"(?:[A-Za-z]{2,10}\.?,? )?([0-9]{1,2})[./] ?([0-9]{1,2})[./] ?([0-9]{4}|[0-9]{2})")
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.h]([0-5][0-9])(?::00)?)?(?: ?(?:uhr|h))?", re.IGNORECASE)
_WHOLE = re.compile(r"([0-9]{1,9}|[0-9]{1,3}(?:[. ][0-9]{3}){1,2})(?:[.,]0{1,2})?")
_DECIMAL = re.compile(r"([0-9]{1,9})(?:[.,]([0-9]{1,6}))?|([0-9]{1,3})(?:\.[0-9]{3})+,([0-9]{1,6})")
_UNIT = re.compile(r"\s*(?:m|kg|min|minuten|minutes|personen|people|meter)\.?$", re.IGNORECASE)
_HOURS = re.compile(r"([0-9]{1,2})(?:[.,]([0-9]{1,2}))? ?(?:h|std\.?|stunden?|hours?)", re.IGNORECASE)
_HOURS_AND_MINUTES = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?: ?(?:h|std\.?))?", re.IGNORECASE)
_FORMULA_GUARD = re.compile(r"'(?=[=+\-@])")
_LIST_MARK = re.compile(r"[|,;\n]")
_WEEKDAY_MARK = re.compile(r"[,;/|+&\s]+|\bund\b|\band\b")
_RANGE_MARK = re.compile(r"\s*(?:-|–|\bbis\b|\bto\b)\s*")
_CENTURY = 2000
_MINUTES_A_DAY = 24 * 60
_QUOTED_AT_MOST = 60
_YEARS = range(1900, 2201)

_WEEKDAYS = {
    spelling: number
    for number, spellings in enumerate(
        (
            "mo montag mon monday",
            "di dienstag tu tue tues tuesday die",
            "mi mittwoch we wed wednesday mit",
            "do donnerstag th thu thur thurs thursday don",
            "fr freitag fri friday fre",
            "sa samstag sonnabend sat saturday sam",
            "so sonntag su sun sunday son",
        )
    )
    for spelling in spellings.split()
}
_YES = frozenset(("ja", "j", "yes", "y", "wahr", "true", "x", "1"))
_NO = frozenset(("nein", "n", "no", "falsch", "false", "0", "-"))
_FILLERS = frozenset(
    ("", "nichtangegeben", "keine", "keines", "ohne", "k.a", "n/a", "n.a", "none", "unbekannt", "nichtvorhanden")
)
_PRIORITIES = {"hoch": 1, "high": 1, "dringend": 1, "mittel": 2, "normal": 2, "medium": 2, "niedrig": 3, "low": 3}


def clean(text: str) -> str:
    """The text as it is stored: composed characters, no control characters, single blanks, trimmed lines.

    The apostrophe that our own CSV puts before = + - @ is taken off again. Formulas stay what they are: text.
    """
    if text.isascii() and text.isprintable() and "  " not in text and not text.startswith("'"):
        return text.strip()
    whole = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    whole = _CONTROLS.sub("", whole.replace("\t", " "))
    lines = (_BLANKS.sub(" ", line).strip() for line in whole.split("\n"))
    return _FORMULA_GUARD.sub("", "\n".join(lines).strip(), count=1) if text else ""


def day(field: str, text: str) -> date:
    """A date: 2027-03-11, 11.03.2027, 11.3.27, 11/03/2027 (day first); years 1900 to 2200, two digits mean 20xx.

    Raises:
        InvalidInputError: it is written otherwise, or there is no such day.
    """
    iso, german = _ISO_DAY.fullmatch(text), _GERMAN_DAY.fullmatch(text)
    if iso:
        year, month, number = (int(part) for part in iso.groups())
    elif german:
        number, month, year = (int(part) for part in german.groups())
        year += _CENTURY if len(german[3]) == len("yy") else 0
    else:
        raise _refusal(field, N_("“{value}” is not a date; please write 31.12.2027 or 2027-12-31."), text)
    try:
        found = date(year, month, number)
    except ValueError:
        found = None
    if found is None or year not in _YEARS:
        raise _refusal(field, N_("The day “{value}” does not exist."), text)
    return found


def minute_of_day(field: str, text: str) -> int:
    """Minutes from midnight of a time of day: 07:30, 7.30 Uhr, 7; 24:00 is the end of the day.

    Raises:
        InvalidInputError: it is written otherwise or lies outside the day.
    """
    found = _CLOCK.fullmatch(text)
    if found:
        minutes = int(found[1]) * 60 + int(found[2] or 0)
        if minutes <= _MINUTES_A_DAY:
            return minutes
    raise _refusal(field, N_("“{value}” is not a time of day; please write 07:30."), text)


def clock(field: str, text: str) -> time:
    """A time of day before midnight, written as for `minute_of_day`.

    Raises:
        InvalidInputError: it is written otherwise or lies outside the day.
    """
    minutes = minute_of_day(field, text)
    if minutes == _MINUTES_A_DAY:
        raise _refusal(field, N_("“{value}” is not a time of day; please write 07:30."), text)
    return time(minutes // 60, minutes % 60)


def whole_number(field: str, text: str) -> int:
    """A whole number from 0: 300, 7.490 (German thousands), 300,0, with or without its unit.

    Raises:
        InvalidInputError: it is not one.
    """
    found = _WHOLE.fullmatch(_UNIT.sub("", text))
    if found is None:
        raise _refusal(field, N_("“{value}” is not a whole number."), text)
    return int(found[1].replace(".", "").replace(" ", ""))


def decimal(field: str, text: str) -> float:
    """A number from 0 with decimal comma or point: 9,5 · 9.5 · 1.250,5, with or without its unit.

    Raises:
        InvalidInputError: it is not one.
    """
    bare = _UNIT.sub("", text)
    if _DECIMAL.fullmatch(bare) is None:
        raise _refusal(field, N_("“{value}” is not a number."), text)
    return float(bare.replace(".", "").replace(",", ".") if "," in bare else bare)


def duration(field: str, text: str) -> int:
    """Minutes: 90, 90 Min., 1:30, 1,5 Std.

    Raises:
        InvalidInputError: it is written otherwise.
    """
    clock_like = _HOURS_AND_MINUTES.fullmatch(text)
    if clock_like:
        return int(clock_like[1]) * 60 + int(clock_like[2])
    hours = _HOURS.fullmatch(text)
    if hours:
        return round(float(f"{hours[1]}.{hours[2] or 0}") * 60)
    try:
        return whole_number(field, text)
    except InvalidInputError:
        raise _refusal(field, N_("“{value}” is not a duration; please write minutes, such as 90."), text) from None


def weekdays(field: str, text: str) -> tuple[int, ...]:
    """Weekdays (0 = Monday) in order, each once: “Mo,Di,Mi”, “Mo–Fr”, “Montag und Mittwoch”, “Mon, Tue”.

    Raises:
        InvalidInputError: a word is no weekday.
    """
    days: set[int] = set()
    for part in _WEEKDAY_MARK.split(_RANGE_MARK.sub("-", text.lower())):
        if part:
            first, to, last = part.partition("-")
            days.update(_weekday_range(field, first, last if to else first, text))
    return tuple(sorted(days))


def _weekday_range(field: str, first: str, last: str, text: str) -> list[int]:
    start, end = _WEEKDAYS.get(first.strip(".")), _WEEKDAYS.get(last.strip("."))
    if start is None or end is None:
        raise _refusal(field, N_("“{value}” is not a list of weekdays; please write Mo,Di,Mi."), text)
    return [(start + step) % 7 for step in range((end - start) % 7 + 1)]


def names(text: str) -> tuple[str, ...]:
    """The names in a list separated by | , ; or line ends, each once in order."""
    return tuple(dict.fromkeys(name for name in map(str.strip, _LIST_MARK.split(text)) if name))


def is_filler(text: str) -> bool:
    """Whether the text only says that there is nothing to say: „nicht angegeben“, „keine“, “n/a”, “-”."""
    return fold(text).replace(" ", "").strip(".-–/") in _FILLERS


def yes_or_no(field: str, text: str) -> bool:
    """Whether a cell says yes: ja, x, 1, wahr, yes, true; or no: nein, 0, -, falsch, no, false.

    Raises:
        InvalidInputError: it says neither.
    """
    word = text.lower()
    if word not in _YES | _NO:
        raise _refusal(field, N_("“{value}” is neither yes nor no."), text)
    return word in _YES


def priority(field: str, text: str) -> int:
    """A priority, 1 (most urgent) to 3, as figure or word.

    Raises:
        InvalidInputError: it is neither.
    """
    if text in ("1", "2", "3"):
        return int(text)
    found = _PRIORITIES.get(fold(text))
    if found is None:
        raise _refusal(field, N_("“{value}” is not a priority from 1 to 3."), text)
    return found


def _refusal(field: str, msgid: str, text: str) -> InvalidInputError:
    return InvalidInputError(Problem(field, msgid, (("value", _short(text)),)))


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _QUOTED_AT_MOST else f"{one_line[:_QUOTED_AT_MOST]}…"
