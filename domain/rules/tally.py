"""Counting at a stand: sums by group and hour, without a database."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from domain.rows.event_row import EventRow
from domain.rows.tally import HourCount, Stroke
from domain.terms import EventKind, EventState

KEYS = 9
"""How many groups can be counted: the keys 1 to 9."""

AT_ONCE = 5
"""How many a stroke with Shift counts."""

COUNTABLE = frozenset({EventState.tentative, EventState.confirmed, EventState.held})
"""States of events whose visitors can be counted."""


def can_be_counted(row: EventRow | None) -> bool:
    """Whether visitors of an event can be counted: it has a date and is not called off, reviewed or online."""
    if row is None or row.kind is EventKind.online:
        return False
    return row.state in COUNTABLE and row.start_day is not None


def hour_of(moment: datetime) -> datetime:
    """The hour in UTC that an aware moment lies in; Berlin's hours begin at the same minutes."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def settled(sums: Iterable[HourCount]) -> tuple[HourCount, ...]:
    """The sums without any below zero, by hour; hours of nobody are left out.

    Who was taken away in an hour that has too few is taken from the hours before, then from those after: what is left
    of each group is its sum, or nothing if more was taken away than struck.
    """
    by_group: dict[UUID | None, dict[datetime, int]] = defaultdict(lambda: defaultdict(int))
    for each in sums:
        by_group[each.target_group_id][each.hour] += each.visitors
    found = [
        HourCount(group, hour, count)
        for group, hours in by_group.items()
        for hour, count in _without_debts(hours).items()
        if count
    ]
    return tuple(sorted(found, key=lambda each: (each.hour, str(each.target_group_id))))


def _without_debts(hours: dict[datetime, int]) -> dict[datetime, int]:
    left = dict(hours)
    order = sorted(left)
    for at, hour in enumerate(order):
        debt = -left[hour]
        for other in (*reversed(order[:at]), *order[at + 1 :]):
            if debt <= 0:
                break
            paid = min(debt, max(0, left[other]))
            left[other] -= paid
            left[hour] += paid
            debt -= paid
        left[hour] = max(0, left[hour])
    return left


def with_stroke(sums: Iterable[HourCount], stroke: Stroke) -> tuple[HourCount, ...]:
    """The sums with one stroke more."""
    known: dict[tuple[UUID | None, datetime], int] = defaultdict(int)
    for each in (*sums, HourCount(stroke.target_group_id, hour_of(stroke.struck_at), stroke.quantity)):
        known[each.target_group_id, each.hour] += each.visitors
    return tuple(HourCount(group, hour, count) for (group, hour), count in known.items())


def by_group(counts: Iterable[HourCount]) -> dict[UUID | None, int]:
    """How many of each group were counted; None stands for longer talks."""
    found: dict[UUID | None, int] = defaultdict(int)
    for each in settled(counts):
        found[each.target_group_id] += each.visitors
    return dict(found)


def visitors(counts: Iterable[HourCount]) -> int:
    """All who were counted, longer talks not among them."""
    return sum(count for group, count in by_group(counts).items() if group is not None)


def per_hour(counts: Iterable[HourCount], now: datetime | None = None) -> list[tuple[datetime, int]]:
    """How many came in each hour, without gaps from the first hour to the last, or to that of `now`."""
    found: dict[datetime, int] = defaultdict(int)
    for each in settled(counts):
        if each.target_group_id is not None:
            found[each.hour] += each.visitors
    if not found:
        return []
    last = max(*found, hour_of(now)) if now is not None and hour_of(now) - max(found) < _LONGEST else max(found)
    hours = round((last - min(found)) / _HOUR) + 1
    return [(hour, found.get(hour, 0)) for hour in (min(found) + at * _HOUR for at in range(hours))]


_HOUR = timedelta(hours=1)
_LONGEST = timedelta(hours=12)
"""A tally that is looked at later than that after its last stroke is over: no empty hours follow."""


def board_order(own: Sequence[UUID], chosen: Sequence[UUID], counted: Iterable[UUID]) -> tuple[UUID, ...]:
    """Which groups are counted, in the order of their keys: the chosen ones, else the event's own.

    Groups that somebody has counted already, on another laptop perhaps, follow, so that no stroke is out of sight.
    """
    wanted = list(dict.fromkeys(chosen or own[:KEYS]))
    return tuple(dict.fromkeys([*wanted, *counted]))[:KEYS]
