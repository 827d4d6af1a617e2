"""The days and hours on which a stay is wished for, and why some of them fall out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from domain.i18n import N_
from domain.planning.plan import Sentence
from domain.planning.problem import Window
from domain.region.holidays import public_holiday_on
from domain.rows.requests import RequestDraft
from domain.terms import DaySpan

OPEN_HOURS = (8 * 60, 18 * 60)
"""Minutes of the day between which a stay may lie that names no hours."""

SCHOOL_HOURS = (7 * 60 + 30, 14 * 60)
"""The same at a school: from the first lesson to about the seventh."""

SUNDAY = 6
_AFTER_THE_CHANGE = 3 * 60
"""Minutes of the day from which every time exists, also when clocks go forward."""


class Hours(NamedTuple):
    """Minutes of a day between which the whole stay must lie; `named` when just this day is asked for."""

    opens: int
    closes: int
    named: bool


class Closer(NamedTuple):
    """A reason why days fall out: the msgid (with the fields of `params`, `count` and `days`), and which days."""

    msgid: str
    params: tuple[tuple[str, object], ...]
    closes: Callable[[date, Hours], bool]


@dataclass
class Asked:
    """The days of the planned period somebody asks for, with their hours.

    `preferred` are those asked for first. `whole` is the wish from its first to its last day where it has both.
    """

    days: dict[date, Hours] = field(default_factory=dict)
    preferred: set[date] = field(default_factory=set)
    whole: DaySpan | None = None


def asked_days(draft: RequestDraft, minutes: int, period: DaySpan, usual: tuple[int, int]) -> Asked:
    """The days of a request for a stay of `minutes`; `usual` are the hours where it names none.

    Wishes of their own are preferred days where there is a window from earliest to latest, else they are the window,
    the first one preferred. Wishes ask for their days by name if they are of one day, so does a window of one day.
    """
    asked = Asked()
    hours = _hours(draft.from_minute, draft.to_minute, minutes, usual)
    for number, wish in enumerate(draft.wishes):
        own = _hours(
            draft.from_minute if wish.from_minute is None else wish.from_minute,
            draft.to_minute if wish.to_minute is None else wish.to_minute,
            minutes,
            usual,
        )
        found = dict(_span_days(DaySpan(wish.first_day, wish.last_day), draft.weekdays, own, period))
        asked.days = found | asked.days
        if number == 0 or _has_window(draft):
            asked.preferred |= found.keys()
    if _has_window(draft) or not draft.wishes:
        span = DaySpan(draft.earliest or period.first, draft.latest or period.last)
        asked.days = dict(_span_days(span, draft.weekdays, hours, period)) | asked.days
    if not _has_window(draft) and len(draft.wishes) < 2:  # noqa: PLR2004 - a single wish is no preference
        asked.preferred = set()
    asked.whole = _whole(draft)
    return asked


def _has_window(draft: RequestDraft) -> bool:
    return draft.earliest is not None or draft.latest is not None


def _whole(draft: RequestDraft) -> DaySpan | None:
    begins = [wish.first_day for wish in draft.wishes] + [draft.earliest] * (draft.earliest is not None)
    ends = [wish.last_day for wish in draft.wishes] + [draft.latest] * (draft.latest is not None)
    first, last = (_bound(days, choose) for days, choose in ((begins, min), (ends, max)))
    return DaySpan(first, last) if first and last else None


def _bound(days: Sequence[date | None], choose: Callable[[list[date]], date]) -> date | None:
    known = [day for day in days if day is not None]
    return choose(known) if known else None


def _hours(opens: int | None, closes: int | None, minutes: int, usual: tuple[int, int]) -> tuple[int, int]:
    """From and to as wished; a missing end is the usual one, or as far as the stay needs it."""
    if opens is None and closes is None:
        opens, closes = usual if usual[1] - usual[0] >= minutes else OPEN_HOURS
    elif opens is None and closes is not None:
        opens = max(0, min(usual[0], closes - minutes))
    elif closes is None and opens is not None:
        closes = min(24 * 60, max(usual[1], opens + minutes))
    return opens or 0, closes or 0


def _span_days(
    span: DaySpan, weekdays: Sequence[int], hours: tuple[int, int], period: DaySpan
) -> Iterator[tuple[date, Hours]]:
    named = span.first == span.last
    for day in days_of(DaySpan(max(span.first, period.first), min(span.last, period.last))):
        if named or not weekdays or day.weekday() in weekdays:
            on_sunday = day.weekday() == SUNDAY and SUNDAY in weekdays
            yield day, Hours(*hours, named or (on_sunday and public_holiday_on(day) is None))


def days_of(span: DaySpan) -> Iterator[date]:
    """Each day of a span, none if it ends before it begins."""
    for number in range((span.last - span.first).days + 1):
        yield span.first + timedelta(days=number)


def is_free_day(day: date, hours: Hours) -> bool:
    """Whether nobody works on `day`, a Sunday or public holiday, and nobody asks for just this day."""
    return not hours.named and (day.weekday() == SUNDAY or public_holiday_on(day) is not None)


@dataclass(frozen=True)
class Possible:
    """The windows that are left, the preferred days among them (as days of the problem), and what fell out."""

    windows: tuple[Window, ...]
    preferred: frozenset[int]
    notes: tuple[Sentence, ...]


def possible(asked: Asked, period: DaySpan, closers: Iterable[Closer]) -> Possible:
    """The days left when every closer has closed its own; each lost day is counted for the first that closes it."""
    reasons = tuple(closers)
    windows: list[Window] = []
    lost: dict[int, list[date]] = {}
    for day, hours in sorted(asked.days.items()):
        reason = next((number for number, each in enumerate(reasons) if each.closes(day, hours)), None)
        if reason is None:
            windows.append(Window((day - period.first).days, _real(day, hours.opens), hours.closes))
        else:
            lost.setdefault(reason, []).append(day)
    notes = tuple(_note(reasons[number], days) for number, days in sorted(lost.items()))
    if not asked.days:
        notes = (_outside(asked.whole, period),)
    kept = {window.day for window in windows}
    preferred = frozenset((day - period.first).days for day in asked.preferred) & kept
    return Possible(tuple(windows), preferred, notes)


def _real(day: date, minute: int) -> int:
    """The first minute from `minute` on that the clocks show on `day`; only a Sunday in March ever skips some."""
    changes = day.month == 3 and day.weekday() == SUNDAY and day.day > 24  # noqa: PLR2004 - the last Sunday of March
    return max(minute, _AFTER_THE_CHANGE) if changes else minute


def _note(closer: Closer, days: Sequence[date]) -> Sentence:
    span = DaySpan(days[0], days[-1])
    return Sentence(closer.msgid, (*closer.params, ("count", len(days)), ("days", span)))


def _outside(whole: DaySpan | None, period: DaySpan) -> Sentence:
    if whole is None or (whole.first <= period.last and period.first <= whole.last):
        return Sentence(N_("No day from {first} to {last} is one of the weekdays asked for."), _ends(period))
    wished = (("wished", whole), *_ends(period))
    return Sentence(N_("Wished for {wished}; planned are the days from {first} to {last}."), wished)


def _ends(period: DaySpan) -> tuple[tuple[str, object], ...]:
    return ("first", period.first), ("last", period.last)
