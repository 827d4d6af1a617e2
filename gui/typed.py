"""Dates and times as people type them: 13.5., 13.05.27, 8, 830, 8:30."""

import re
from datetime import date, time

_DATE = re.compile(r"(?:[^\W\d]+\.?,?\s*)?(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]?\s*(\d{2}|\d{4})?")
_DIGITS_DATE = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})?")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:uhr)?", re.IGNORECASE)
_DIGITS_TIME = re.compile(r"(\d{1,2})(\d{2})")
_CENTURY = 2000
_SHORT_YEAR = 100


def parse_date(text: str, today: date) -> date | None:
    """The day that `text` means, None if it means none; a missing year is that of `today`.

    Day first: 13.5., 13.05.27, 13/05/2027, 130527, Do 13.05.2027; also 2027-05-13.
    """
    typed = text.strip()
    if found := _ISO_DATE.fullmatch(typed):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _DATE.fullmatch(typed) or _DIGITS_DATE.fullmatch(typed)
    if found is None:
        return None
    year = int(found[3]) if found[3] else today.year
    return _day(year + _CENTURY if year < _SHORT_YEAR else year, int(found[2]), int(found[1]))


def parse_time(text: str) -> time | None:
    """The time of day that `text` means, None if it means none: 8, 8:30, 8.30, 830, 0830, 8 Uhr."""
    typed = text.strip()
    found = _TIME.fullmatch(typed) or _DIGITS_TIME.fullmatch(typed)
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
