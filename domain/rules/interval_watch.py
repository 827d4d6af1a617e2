"""Whether something that should recur has been too long ago, and which day suits for the next time."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from domain.region.fold import sort_key
from domain.region.holidays import SATURDAY, SchoolCalendar, public_holiday_on
from domain.rules.ages import Urgency, next_due

LEAD_DAYS = 14
"""Days from today until the next date at the earliest: people must be invited."""

_GOLD_SHARE, _GOLD_LEAST, _GOLD_MOST = 6, 7, 30
"""A sixth of the interval before it is due it turns gold: at least a week, at most a month before."""

_SEARCHED_WEEKS = 13
_LAST_WEEK_OF_YEAR = (12, 24)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One date of something that may recur; `partners` are the institutions taking part."""

    id: UUID
    title: str
    kreis_ags: str | None
    partners: frozenset[UUID]
    day: date | None


def due_day(last: date | None, interval_days: int | None) -> date | None:
    """When it is due again; None if it was never held or has no interval."""
    return next_due(last, interval_days) if last is not None and interval_days is not None else None


def urgency(due: date | None, interval_days: int | None, planned: date | None, today: date) -> Urgency:
    """How pressing it is: red on the due day and after without a next date, gold some time before.

    With a next date nothing has to be done; it stays gold only while that date comes later than it is due.
    """
    if due is None or interval_days is None:
        return Urgency.calm
    if planned is not None:
        return Urgency.gold if due < today and planned > due else Urgency.calm
    if due <= today:
        return Urgency.red
    lead = max(_GOLD_LEAST, min(_GOLD_MOST, interval_days // _GOLD_SHARE))
    return Urgency.gold if due <= today + timedelta(days=lead) else Urgency.calm


def next_day(
    last: date | None,
    interval_days: int | None,
    today: date,
    school: SchoolCalendar,
    public_holiday: Callable[[date], str | None] = public_holiday_on,
) -> date:
    """A sensible working day for the next date: not before `LEAD_DAYS` from today, no holiday, not between the years.

    It keeps the weekday of the last date and lies in the week it is due, or the first week after that which is free.
    Without a last date or interval it is the first such day. School holidays are left out as far as they are known.
    """
    earliest = today + timedelta(days=LEAD_DAYS)
    due = due_day(last, interval_days)
    start = max(earliest, due) if due is not None else earliest
    weekday = last.weekday() if last is not None and last.weekday() < SATURDAY else None
    if weekday is not None:
        near = start - timedelta(days=(start.weekday() - weekday) % 7)
        first = near if near >= earliest else near + timedelta(days=7)
        for weeks in range(_SEARCHED_WEEKS):
            if _is_free(day := first + timedelta(weeks=weeks), school, public_holiday):
                return day
    day = start
    while not _is_free(day, school, public_holiday):
        day += timedelta(days=1)
    return day


def _is_free(day: date, school: SchoolCalendar, public_holiday: Callable[[date], str | None]) -> bool:
    between_the_years = (day.month, day.day) >= _LAST_WEEK_OF_YEAR
    is_holiday = public_holiday(day) is not None or school.holiday_on(day) is not None
    return day.weekday() < SATURDAY and not is_holiday and not between_the_years


def series_of(meetings: Iterable[Meeting]) -> list[tuple[Meeting, ...]]:
    """The meetings that belong together, each group by date, undated ones last.

    Two belong together if they are in the same Kreis and bear the same title (numbers and years aside) or have the
    same partners; a group holds whatever is linked so, in any number of steps.
    """
    given = [(meeting, _keys(meeting)) for meeting in meetings]
    leads: dict[object, object] = {}

    def lead(key: object) -> object:
        """What stands for everything linked to `key` so far."""
        while (upper := leads.setdefault(key, key)) is not key:
            leads[key] = key = leads[upper]
        return key

    for _meeting, (first, *others) in given:
        for other in others:
            leads[lead(other)] = lead(first)
    groups: dict[object, list[Meeting]] = {}
    for meeting, (first, *_others) in given:
        groups.setdefault(lead(first), []).append(meeting)
    return [tuple(sorted(group, key=_order)) for group in groups.values()]


def _order(meeting: Meeting) -> tuple[date, UUID]:
    return meeting.day or date.max, meeting.id


def _keys(meeting: Meeting) -> tuple[object, ...]:
    """What ties a meeting to others: its title without numbers, its partners; itself alone if it has neither."""
    title = re.sub(r"[\W\d_]+", " ", sort_key(meeting.title)).strip()
    by_title = (("title", meeting.kreis_ags, title),) if title else ()
    by_partners = (("partners", meeting.kreis_ags, meeting.partners),) if meeting.partners else ()
    return (*by_title, *by_partners) or (meeting.id,)


def next_number(sessions: Sequence[str]) -> str:
    """The number of the next session: one more than the highest that was typed so far.

    "12", "12. Sitzung" and "12/2026" count as 12; without any number it is the count of sessions and one.
    """
    found = [int(match[0]) for text in sessions if (match := re.search(r"[0-9]{1,6}", text))]
    return str(max(found, default=len(sessions)) + 1)
