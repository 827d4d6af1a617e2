from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.region.holidays import public_holiday_on, shipped_calendar
from domain.rules.series import Rhythm, SeriesRule, series_dates, series_problems

SCHOOL = shipped_calendar()


def days(rule: SeriesRule) -> list[str]:
    return [day.strftime("%d.%m.") for day in series_dates(rule, SCHOOL).days]


def test_every_second_tuesday_and_friday():
    rule = SeriesRule(date(2027, 6, 4), interval=2, weekdays=(1, 4), times=5)
    assert days(rule) == ["04.06.", "15.06.", "18.06.", "29.06.", "02.07."]


def test_second_thursday_of_each_month():
    rule = SeriesRule(date(2027, 1, 14), Rhythm.monthly_by_weekday, times=4)
    assert days(rule) == ["14.01.", "11.02.", "11.03.", "08.04."]


def test_fifth_weekday_means_the_last():
    rule = SeriesRule(date(2027, 1, 29), Rhythm.monthly_by_weekday, until=date(2027, 5, 31))
    assert days(rule) == ["29.01.", "26.02.", "30.04.", "28.05."]


def test_month_without_the_day_is_left_out():
    rule = SeriesRule(date(2027, 1, 31), Rhythm.monthly_by_day, until=date(2027, 7, 31))
    assert days(rule) == ["31.01.", "31.03.", "31.05.", "31.07."]


def test_skipped_dates_are_reported_with_the_holiday_and_count():
    rule = SeriesRule(date(2027, 5, 3), times=4, skip_school_holidays=True)
    found = series_dates(rule, SCHOOL)
    assert [day.day for day in found.days] == [3, 10, 24]
    assert [(skip.day.day, skip.holiday) for skip in found.skipped] == [(17, "Pfingstmontag")]


def test_nothing_is_skipped_unless_asked_for():
    rule = SeriesRule(date(2027, 5, 17), times=1, skip_public_holidays=False)
    assert days(rule) == ["17.05."]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({}, "until"),
        ({"until": date(2027, 4, 30)}, "until"),
        ({"times": 0}, "times"),
        ({"times": 401}, "times"),
        ({"times": 2, "interval": 0}, "interval"),
        ({"times": 2, "weekdays": (7,)}, "weekdays"),
    ],
)
def test_impossible_series_is_refused(changes, field):
    assert [problem.field for problem in series_problems(SeriesRule(date(2027, 5, 1), **changes))] == [field]


def test_series_without_an_end_in_sight_stops_after_a_year_of_dates():
    assert len(days(SeriesRule(date(2027, 1, 1), weekdays=tuple(range(7)), until=date(2099, 1, 1)))) < 400


rules = st.builds(
    SeriesRule,
    first=st.dates(date(2025, 1, 1), date(2030, 6, 30)),
    rhythm=st.sampled_from(Rhythm),
    interval=st.integers(1, 6),
    weekdays=st.sets(st.integers(0, 6), max_size=3).map(tuple),
    times=st.integers(1, 60),
    until=st.none() | st.dates(date(2027, 1, 1), date(2032, 1, 1)),
    skip_public_holidays=st.booleans(),
    skip_school_holidays=st.booleans(),
)


@given(rules)
def test_series_never_falls_on_a_day_it_was_to_skip(rule):
    for day in series_dates(rule, SCHOOL).days:
        assert not (rule.skip_public_holidays and public_holiday_on(day))
        assert not (rule.skip_school_holidays and SCHOOL.holiday_on(day))


@given(rules)
def test_dates_rise_within_the_limits_and_none_is_lost(rule):
    found = series_dates(rule, SCHOOL)
    everything = sorted([*found.days, *(skip.day for skip in found.skipped)])
    assert all(one < other for one, other in pairwise(everything))
    assert len(everything) <= rule.times
    assert all(rule.first <= day <= (rule.until or day) for day in everything)
    if rule.until is None:
        assert len(everything) == rule.times


@given(rules)
def test_weekly_dates_fall_on_the_weekdays_of_the_right_weeks(rule):
    if rule.rhythm is Rhythm.weekly:
        monday = rule.first - timedelta(rule.first.weekday())
        for day in series_dates(rule, SCHOOL).days:
            assert day.weekday() in (rule.weekdays or (rule.first.weekday(),))
            assert (day - monday).days // 7 % rule.interval == 0
