"""When the items of an agenda begin, how long they take together, and the agenda as lines of text and back."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from domain.i18n import Language
from domain.labels import label
from domain.rows.meetings import AgendaDraft, ConcernNote
from domain.rules.local import later, minute_of_day, minutes_between

TIMED_LINE = re.compile(r"^\s*(\d{1,2})[:.](\d{2})(?:\s*(?:Uhr|h|o’clock))?\s*[-–:,]?\s+(\S.*)$")
"""An agenda line that begins with a time of day: "15:30 Begrüßung", "15.30 Uhr – Begrüßung"."""

BULLET = re.compile(r"^(?:[-–•*]|\d{1,2}[.)])\s+")
"""What stands before an item that is no time: a dash, a bullet, a number."""

CONCERN_MINUTES = 10
"""What a concern gets on an agenda until a person says otherwise, so that the times behind it still run."""

_TITLE_LENGTH = 300
_HOURS, _MINUTES = 24, 60


def begins(items: Iterable[AgendaDraft], start: datetime | None) -> list[datetime | None]:
    """When each item begins: the first at `start`, each next one when those before have taken their minutes.

    After an item without minutes nobody knows when the next begins.
    """
    found: list[datetime | None] = []
    moment = start
    for item in items:
        found.append(moment)
        moment = later(moment, item.minutes) if moment is not None and item.minutes is not None else None
    return found


def total_minutes(items: Iterable[AgendaDraft]) -> int:
    """How many minutes the items take together, as far as they say."""
    return sum(item.minutes or 0 for item in items)


def spare_minutes(items: Iterable[AgendaDraft], start: datetime | None, end: datetime | None) -> int | None:
    """Minutes of the event that no item takes; below 0 the agenda is too long; None without a time."""
    if start is None or end is None:
        return None
    return minutes_between(start, end) - total_minutes(items)


def as_text(items: Sequence[AgendaDraft], start: datetime | None) -> str:
    """The agenda as invitations and calendars print it: time where it is known, title, who speaks."""
    shown = begins(items, start)
    every = all(moment is not None for moment in shown)
    lines = []
    for item, moment in zip(items, shown, strict=True):
        clock = f"{moment:%H:%M} " if every and moment is not None else ""
        speaker = f" ({item.speaker.strip()})" if item.speaker.strip() else ""
        lines.append(f"{clock}{' '.join(item.title.split())}{speaker}")
    return "\n".join(lines)


def parsed(text: str, start: datetime | None, end: datetime | None) -> tuple[AgendaDraft, ...]:
    """An agenda typed as lines, as items; what cannot be read as times stays in the titles, so that nothing is lost."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    minutes = _times(lines)
    if minutes is None or start is None or minutes[0] != minute_of_day(start):
        return tuple(AgendaDraft(_short(BULLET.sub("", line))) for line in lines)
    closing = minutes[0] + minutes_between(start, end) if end is not None else None
    ends = [*minutes[1:], closing]
    titles = [match[3] for line in lines if (match := TIMED_LINE.match(line))]
    return tuple(
        AgendaDraft(_short(title), after - before if after is not None and after >= before else None)
        for title, before, after in zip(titles, minutes, ends, strict=True)
    )


def _times(lines: Sequence[str]) -> list[int] | None:
    """Minutes of the day of every line, if each has a time and they never go back."""
    found = []
    for line in lines:
        match = TIMED_LINE.match(line)
        if match is None or int(match[1]) >= _HOURS or int(match[2]) >= _MINUTES:
            return None
        found.append(int(match[1]) * _MINUTES + int(match[2]))
    return found if found and found == sorted(found) else None


def _short(title: str) -> str:
    return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1] + "…"


def concern_title(note: ConcernNote, language: Language) -> str:
    """What an agenda, which may be printed, says of a concern: number, and public text or category.

    Never the citizen's wording, nor the place, which can be somebody's house.
    """
    subject = note.public_text if note.public_text.strip() else label(note.category, language)
    words = language.gettext("Concern {number}: {subject}").format(number=note.number, subject=subject)
    return _short(" ".join(words.split()))


def moved(count: int, position: int, step: int) -> int:
    """Where an item of `count` goes that moves `step` places from `position`; it stays in the list."""
    return max(0, min(count - 1, position + step))
