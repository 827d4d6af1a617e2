from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rules.evaluation.periods import Preset, compared_days, months_later, preset_days
from domain.terms import DaySpan

TODAY = date(2027, 4, 28)
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("preset", "first", "last"),
    [
        (Preset.half_year, date(2027, 1, 1), date(2027, 6, 30)),
        (Preset.last_half_year, date(2026, 7, 1), date(2026, 12, 31)),
        (Preset.year, date(2027, 1, 1), date(2027, 12, 31)),
        (Preset.last_year, date(2026, 1, 1), date(2026, 12, 31)),
        (Preset.twelve_months, date(2026, 4, 1), date(2027, 3, 31)),
    ],
)
def test_presets_are_whole_months_seen_from_today(preset, first, last):
    assert preset_days(preset, TODAY) == DaySpan(first, last)


def test_all_times_and_own_days_have_no_days_of_their_own():
    assert preset_days(Preset.all, TODAY) is preset_days(Preset.own, TODAY) is None


def test_whole_months_are_compared_with_whole_months():
    before, year_ago = compared_days(DaySpan(date(2027, 3, 1), date(2027, 3, 31)), TODAY)
    assert before == DaySpan(date(2027, 2, 1), date(2027, 2, 28))
    assert year_ago == DaySpan(date(2026, 3, 1), date(2026, 3, 31))
    leap = compared_days(DaySpan(date(2025, 2, 1), date(2025, 2, 28)), TODAY)[1]
    assert leap == DaySpan(date(2024, 2, 1), date(2024, 2, 29))


def test_single_days_are_compared_with_as_many_days():
    before, year_ago = compared_days(DaySpan(date(2027, 3, 10), date(2027, 3, 12)), TODAY)
    assert before == DaySpan(date(2027, 3, 7), date(2027, 3, 9))
    assert year_ago == DaySpan(date(2026, 3, 10), date(2026, 3, 12))


@given(first=DAYS, length=st.integers(0, 900), today=DAYS)
def test_period_before_ends_before_the_period_and_is_never_longer_than_it_may_be(first, length, today):
    days = DaySpan(first, first + timedelta(days=length))
    for other in compared_days(days, today):
        assert other.first <= other.last < days.last
        assert (other.last - other.first).days <= length + 3
    before = compared_days(days, today)[0]
    assert before.last < first
    if days.first <= today < days.last:
        assert before.last - before.first <= today - first


@given(day=DAYS, months=st.integers(-500, 500))
def test_months_later_lands_in_the_month_that_many_later(day, months):
    found = months_later(day, months)
    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day <= day.day


def test_days_before_the_first_year_are_refused():
    with pytest.raises(OverflowError):
        months_later(date(1, 1, 1), -1)
