"""Reads one wished date as people write it into a cell or a form field: day, perhaps a second day, perhaps hours."""

import re

from domain.errors import InvalidInputError, Problem
from domain.exchange import cells
from domain.i18n import N_
from domain.rows.requests import Wish

_DAY = r"(?:[a-z]{2,10}\.?,? )?(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[./] ?[0-9]{1,2}[./] ?(?:[0-9]{4}|[0-9]{2}))"
_CLOCK = r"[0-9]{1,2}[:.][0-9]{2}"
_TO = r"\s*(?:-|–|bis|to)\s*"
_WISH = re.compile(
    rf"(?P<first>{_DAY})(?:{_TO}(?P<last>{_DAY}))?"
    rf"(?:[,;]?\s+(?:um |ab |von |from |at )?(?P<start>{_CLOCK})(?: ?uhr)?(?:{_TO}(?P<end>{_CLOCK}))?(?: ?uhr)?)?",
    re.IGNORECASE,
)
_QUOTED = 60


def wished(field: str, text: str) -> Wish:
    """A wished date: 11.03.2027 · 11.03.2027 10:00 · 11.03.2027 10:00–11:30 · 11.03.2027 bis 13.03.2027, 8:00–12:00.

    Raises:
        InvalidInputError: it is written otherwise, or there is no such day or time.
    """
    found = _WISH.fullmatch(" ".join(text.split()))
    if found is None:
        msgid = N_("“{value}” is not a wished date; please write 31.12.2027 10:00–11:30.")
        raise InvalidInputError(Problem(field, msgid, (("value", text[:_QUOTED]),)))
    first = cells.day(field, found["first"])
    return Wish(
        first,
        cells.day(field, found["last"]) if found["last"] else first,
        cells.minute_of_day(field, found["start"]) if found["start"] else None,
        cells.minute_of_day(field, found["end"]) if found["end"] else None,
    )


def written(wish: Wish) -> str:
    """The wish as `wished` reads it again."""
    days = f"{wish.first_day:%d.%m.%Y}"
    if wish.last_day != wish.first_day:
        days += f" bis {wish.last_day:%d.%m.%Y}"
    if wish.from_minute is None:
        return days
    hours = _clock(wish.from_minute)
    return f"{days} {hours}–{_clock(wish.to_minute)}" if wish.to_minute is not None else f"{days} {hours}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
