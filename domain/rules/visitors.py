"""What the counted days at a place tell about its best hours and weekdays."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from domain.i18n import N_
from domain.rows.tally import HourCount
from domain.rows.visitors import CountedDay, HourMean, SiteVisitors, WeekdayMean
from domain.rules.tally import settled
from domain.terms import BERLIN, TimeSpan

if TYPE_CHECKING:
    from datetime import datetime

ENOUGH_DAYS = 2
"""Fewer counted days say nothing about the next one."""

_NEAR_PEAK = 0.8
"""Hours with at least this share of the peak's visitors belong to the best ones."""

_HALF_AN_HOUR = 30


def counted_day(counts: Iterable[HourCount], span: TimeSpan | None) -> CountedDay | None:
    """The day of one event by local hours, with the hours it was open; None if nobody was counted.

    Longer talks are no visitors of their own. What an event past midnight counts then belongs to its first day.
    """
    hours: dict[int, int] = defaultdict(int)
    first: datetime | None = None
    for each in settled(counts):
        if each.target_group_id is not None:
            local = each.hour.astimezone(BERLIN)
            first = min(first or local, local)
            hours[local.hour] += each.visitors
    if first is None:
        return None
    day = span.start.astimezone(BERLIN).date() if span else first.date()
    return CountedDay(day, tuple(sorted(hours.items())), _open_hours(span) if span else frozenset())


def _open_hours(span: TimeSpan) -> frozenset[int]:
    """The local hours of which at least half lie in the span, which is shorter than a day."""
    start, end = span.start.astimezone(BERLIN), span.end.astimezone(BERLIN)
    begin = start.hour * 60 + start.minute
    until = begin + round((span.end - span.start).total_seconds() / 60)
    if (end.date() - start.date()).days > 1:
        return frozenset(range(24))
    found = range(begin // 60, -(-until // 60))
    return frozenset(hour % 24 for hour in found if min(until, hour * 60 + 60) - max(begin, hour * 60) >= _HALF_AN_HOUR)


def site_visitors(days: Sequence[CountedDay]) -> SiteVisitors:
    """Mean visitors by hour and weekday over the counted days.

    An hour counts for a day if the stand was open then, or somebody was counted. Of equal hours the earlier is the
    peak; the best hours lie around it without a gap and have at least four fifths of its visitors.
    """
    if not days:
        return SiteVisitors()
    hours = _means({hour: _of_hour(days, hour) for hour in range(24)})
    open_hours = sum(len(_hours_of(day)) for day in days)
    total = sum(day.visitors for day in days)
    peak = min(hours, key=lambda hour: (-hours[hour][0], hour)) if total else None
    return SiteVisitors(
        days=len(days),
        mean=total / open_hours if open_hours else 0.0,
        hours=tuple(HourMean(hour, mean, count) for hour, (mean, count) in sorted(hours.items())),
        weekdays=_weekdays(days),
        peak=peak,
        best=None if peak is None else _around(peak, {hour: mean for hour, (mean, _count) in hours.items()}),
    )


def _hours_of(day: CountedDay) -> frozenset[int]:
    """The hours that count for a day."""
    return day.open_hours | {hour for hour, count in day.by_hour if count}


def _of_hour(days: Iterable[CountedDay], hour: int) -> list[int]:
    return [dict(day.by_hour).get(hour, 0) for day in days if hour in _hours_of(day)]


def _means(found: Mapping[int, list[int]]) -> dict[int, tuple[float, int]]:
    return {hour: (sum(counts) / len(counts), len(counts)) for hour, counts in found.items() if counts}


def _weekdays(days: Sequence[CountedDay]) -> tuple[WeekdayMean, ...]:
    grouped: dict[int, list[CountedDay]] = defaultdict(list)
    for day in days:
        grouped[day.day.weekday()].append(day)
    return tuple(
        WeekdayMean(weekday, sum(day.visitors for day in some) / hours, len(some))
        for weekday, some in sorted(grouped.items())
        if (hours := sum(len(_hours_of(day)) for day in some))
    )


def _around(peak: int, means: Mapping[int, float]) -> tuple[int, int]:
    first = last = peak
    while means.get(first - 1, 0.0) >= _NEAR_PEAK * means[peak]:
        first -= 1
    while means.get(last + 1, 0.0) >= _NEAR_PEAK * means[peak]:
        last += 1
    return first, last + 1


def told(found: SiteVisitors) -> tuple[str, tuple[tuple[str, object], ...]] | None:
    """What a place's counted days say in one sentence, as msgid and parameters; None if nobody was counted."""
    if found.best is None:
        return None
    first, end = found.best
    params = (("first", first), ("end", end), ("mean", best_mean(found)), ("days", found.days))
    return N_("best time {first} to {end} o’clock, {mean} visitors an hour on average, days counted: {days}"), params


def best_mean(found: SiteVisitors) -> int:
    """Mean visitors in one of the best hours."""
    first, end = found.best or (0, 0)
    means = [hour.mean for hour in found.hours if first <= hour.hour < end]
    return round(sum(means) / len(means)) if means else 0
