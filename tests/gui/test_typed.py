"""Days and times as people type them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.i18n import language
from gui.typed import parse_date, parse_time

TODAY = date(2027, 4, 28)


@pytest.mark.parametrize(
    "typed",
    ["13.5.", "13.05", "13.5.27", "13.05.2027", "13/05/2027", "130527", "13052027", "Do 13.05.2027", "2027-5-13"],
)
def test_a_day_may_be_typed_in_many_ways(typed):
    assert parse_date(typed, TODAY) == date(2027, 5, 13)


@pytest.mark.parametrize("typed", ["", "31.02.2027", "13", "Donnerstag", "13.05.20277", "1.13.2027", "٣.٤.2027x"])
def test_what_is_no_day_is_not_taken(typed):
    assert parse_date(typed, TODAY) is None


@pytest.mark.parametrize("typed", ["8:30", "8.30", "08:30", "830", "0830", "8h30", "8:30 Uhr"])
def test_a_time_may_be_typed_in_many_ways(typed):
    assert parse_time(typed) == time(8, 30)


@pytest.mark.parametrize("typed", ["", "24:00", "8:60", "acht", "8:3", "12345"])
def test_what_is_no_time_is_not_taken(typed):
    assert parse_time(typed) is None


def test_a_lone_number_is_the_full_hour():
    assert parse_time("8") == time(8)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["de", "en"]))
def test_a_day_as_shown_is_read_as_the_same_day(day, code):
    shown = language(code)
    assert parse_date(f"{shown.weekday_short(day)} {shown.day(day)}", TODAY) == day


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=None)))
def test_a_time_as_shown_is_read_as_the_same_time(moment):
    assert parse_time(language().clock(moment)) == moment
