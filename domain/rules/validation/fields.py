"""Checks of single values; each yields what is wrong with the field it is given."""

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from urllib.parse import urlsplit

from domain.errors import Problem
from domain.i18n import N_
from domain.region.areas import areas as known_areas
from domain.region.gemeinden import is_gemeinde
from domain.rules.local import exists, skipped_time
from domain.terms import BERLIN

LONG_TEXT = 20_000
"""Characters of a free text at most."""

MOST = 10_000_000
"""The largest count, length or weight anybody needs; larger is a slip of the finger."""

FIRST_YEAR, LAST_YEAR = 1990, 2100
_MINUTES_A_DAY = 1440
_WEEKDAYS = 7
_POSTCODE = re.compile(r"[0-9]{5}", re.ASCII)
_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\".]+(?:\.[^@\s,;<>\".]+)+")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LENGTH_OF_EMAIL = 254


def texts(draft: object, lengths: Mapping[str, int]) -> Iterator[Problem]:
    """Text fields of `draft` that are too long or hold characters no file can hold."""
    for field, length in lengths.items():
        yield from text(field, getattr(draft, field), length)


def text(field: str, value: str, length: int) -> Iterator[Problem]:
    """A text of at most `length` characters without control characters (line breaks and tabs are fine)."""
    if len(value) > length:
        yield Problem(field, N_("This text is too long: {length} of {limit} characters."), _of(len(value), length))
    elif not value.isprintable() and _UNWRITABLE.search(value):
        yield Problem(field, N_("This text holds characters that cannot be written."))


def required(field: str, value: str) -> Iterator[Problem]:
    """A text that must not be empty."""
    if not value.strip():
        yield Problem(field, N_("Please fill in this field."))


def ags(field: str, value: str | None) -> Iterator[Problem]:
    """The key of a Gemeinde of Sachsen-Anhalt, or None."""
    if value is not None and not is_gemeinde(value):
        yield Problem(field, N_("There is no municipality with the key “{ags}”."), (("ags", value),))


def areas(field: str, values: tuple[str, ...]) -> Iterator[Problem]:
    """Keys of areas (Kreis, Verbandsgemeinde or Gemeinde), each once."""
    for value in values:
        if value not in known_areas():
            yield Problem(field, N_("There is no area with the key “{area}”."), (("area", value),))
    if len(set(values)) != len(values):
        yield Problem(field, N_("Please name each area once."))


def postcode(field: str, value: str) -> Iterator[Problem]:
    """Five digits, or empty."""
    if value and not _POSTCODE.fullmatch(value):
        yield Problem(field, N_("A postcode has five digits."))


def email(field: str, value: str) -> Iterator[Problem]:
    """Something that can be an address: one @, no blanks, a domain with a dot; or empty."""
    if value and (len(value) > _LENGTH_OF_EMAIL or not _EMAIL.fullmatch(value)):
        yield Problem(field, N_("This is not an e-mail address."))


def web_address(field: str, value: str) -> Iterator[Problem]:
    """An http or https address, or empty; no other scheme may reach a document."""
    if not value:
        return
    try:
        parts = urlsplit(value)
        fits = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", value)
    except ValueError:
        fits = False
    if not fits:
        yield Problem(field, N_("A web address begins with https:// or http://."))


def number(field: str, value: float | None, low: float = 0, high: float = MOST) -> Iterator[Problem]:
    """A finite number from `low` to `high`, or None."""
    if value is not None and not (math.isfinite(value) and low <= value <= high):
        yield Problem(field, N_("Please give a number from {low} to {high}."), (("low", low), ("high", high)))


def numbers(draft: object, *fields: str) -> Iterator[Problem]:
    """Fields of `draft` that are counts, lengths or weights: not negative."""
    for field in fields:
        yield from number(field, getattr(draft, field))


def day(field: str, value: date | None) -> Iterator[Problem]:
    """A day in a year that people plan in, or None."""
    if value is not None and not FIRST_YEAR <= value.year <= LAST_YEAR:
        yield Problem(field, N_("Please give a year from {low} to {high}."), (("low", FIRST_YEAR), ("high", LAST_YEAR)))


def moment(field: str, value: datetime | None) -> Iterator[Problem]:
    """A moment in a year that people plan in, which the clock on the wall really shows; or None."""
    if value is None:
        return
    problems = list(day(field, value.date()))
    yield from problems
    if not problems and not exists(value):
        yield skipped_time(field, value.astimezone(BERLIN) if value.tzinfo is not BERLIN else value)


def days_in_order(field: str, first: date | None, last: date | None) -> Iterator[Problem]:
    """Two days of which the second, called `field`, is not before the first."""
    if first is not None and last is not None and last < first:
        yield Problem(field, N_("The end lies before the start."))


def weekdays(field: str, values: tuple[int, ...]) -> Iterator[Problem]:
    """Weekdays from 0 (Monday) to 6, each once."""
    if any(not 0 <= value < _WEEKDAYS for value in values) or len(set(values)) != len(values):
        yield Problem(field, N_("Please name each weekday once, from 0 (Monday) to 6."))


def minutes_in_order(field: str, start: int | None, end: int | None) -> Iterator[Problem]:
    """Two times of a day in minutes since midnight (0..1440), the second, called `field`, after the first."""
    for value in (start, end):
        if value is not None and not 0 <= value <= _MINUTES_A_DAY:
            yield Problem(field, N_("Please give a time of day."))
            return
    if start is not None and end is not None and end <= start:
        yield Problem(field, N_("The end lies before the start."))


def _of(length: int, limit: int) -> tuple[tuple[str, object], ...]:
    return (("length", length), ("limit", limit))
