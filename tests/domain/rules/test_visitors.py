"""Means per hour and weekday at a site, and its best hours."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.rows.tally import HourCount
from domain.rows.visitors import CountedDay, SiteVisitors
from domain.rules.visitors import counted_day, site_visitors
from domain.terms import TimeSpan
from tests.builders import DAY, at

YOUNG = UUID(int=1)
DAYS = st.lists(
    st.builds(
        CountedDay,
        st.dates(date(2026, 1, 1), date(2027, 12, 31)),
        st.dictionaries(st.integers(6, 20), st.integers(0, 200)).map(lambda hours: tuple(sorted(hours.items()))),
        st.frozensets(st.integers(6, 20)),
    ),
    max_size=8,
)


def counted(*hours, start="09:00", end="13:00"):
    """Counts by local hour of the day of the builders, and the day made of them."""
    sums = [HourCount(YOUNG, at(DAY, f"{hour:02}:00").astimezone(UTC), count) for hour, count in hours]
    return counted_day(sums, TimeSpan(at(DAY, start), at(DAY, end)))


@given(DAYS)
def test_the_means_times_their_days_are_all_visitors(days):
    found = site_visitors(days)
    total = sum(day.visitors for day in days)
    assert sum(hour.mean * hour.days for hour in found.hours) == pytest.approx(total)
    assert (found.peak is None) == (total == 0)
    if found.best is not None:
        assert found.best[0] <= found.peak < found.best[1]
        assert found.days == len(days)


@given(DAYS)
@example([CountedDay(date(2026, 1, 1), (), frozenset({6}))])
def test_no_hour_outside_the_peak_has_more_than_the_peak(days):
    found = site_visitors(days)
    means = {hour.hour: hour.mean for hour in found.hours}
    assert found.peak is None or all(mean <= means[found.peak] for mean in means.values())


def test_hours_without_anybody_count_while_the_stand_is_open():
    day = counted((9, 40), (10, 44), (11, 10))
    assert day.open_hours == {9, 10, 11, 12}
    found = site_visitors([day])
    assert {hour.hour: hour.mean for hour in found.hours} == {9: 40, 10: 44, 11: 10, 12: 0}
    assert (found.peak, found.best, found.mean) == (10, (9, 11), 23.5)


def test_an_hour_of_which_less_than_half_is_open_does_not_count():
    assert counted((9, 1), start="08:45", end="12:30").open_hours == {9, 10, 11, 12}
    assert counted((9, 1), start="08:30", end="12:29").open_hours == {8, 9, 10, 11}


def test_weekdays_are_compared_by_visitors_per_open_hour():
    thursday = CountedDay(date(2027, 5, 13), ((9, 20),), frozenset({9, 10}))
    friday = CountedDay(date(2027, 5, 14), ((9, 30),), frozenset({9}))
    found = site_visitors([thursday, friday, thursday])
    assert [(each.weekday, each.mean, each.days) for each in found.weekdays] == [(3, 10.0, 2), (4, 30.0, 1)]


def test_an_event_past_midnight_is_one_day():
    span = TimeSpan(at(DAY, "22:00"), at(DAY + timedelta(days=1), "01:00"))
    sums = [HourCount(YOUNG, datetime(2027, 5, 13, hour, tzinfo=UTC), 2) for hour in (20, 22)]
    day = counted_day(sums, span)
    assert (day.day, day.by_hour, day.open_hours) == (DAY, ((0, 2), (22, 2)), {22, 23, 0})


def test_nobody_counted_tells_nothing():
    assert counted_day([HourCount(None, at(DAY, "09:00"), 3)], None) is None
    assert site_visitors([]) == SiteVisitors()
