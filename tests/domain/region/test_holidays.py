"""Public and school holidays of Sachsen-Anhalt."""

from datetime import date, timedelta
from itertools import pairwise

import holidays as reference
import pytest

from domain.region.holidays import (
    SchoolHoliday,
    is_school_day,
    last_known_school_day,
    public_holiday_on,
    public_holidays,
    school_calendar,
    school_holiday_on,
    school_holidays,
)


@pytest.mark.parametrize("year", range(2000, 2101))
def test_public_holidays_equal_those_of_the_holidays_package(year):
    assert set(public_holidays(year)) == set(reference.country_holidays("DE", subdiv="ST", years=year))


def test_there_are_eleven_in_their_order():
    days = public_holidays(2027)
    assert len(days) == 11
    assert list(days) == sorted(days)
    assert days[date(2027, 3, 26)] == "Karfreitag"
    assert days[date(2027, 10, 31)] == "Reformationstag"


def test_two_holidays_on_one_day_bear_both_names():
    assert public_holiday_on(date(2008, 5, 1)) == "Tag der Arbeit, Christi Himmelfahrt"


def test_ordinary_day_is_no_public_holiday():
    assert public_holiday_on(date(2027, 5, 13)) is None
    assert public_holiday_on(date(2027, 5, 6)) == "Christi Himmelfahrt"


def test_public_holidays_cannot_be_changed():
    with pytest.raises(TypeError):
        public_holidays(2027)[date(2027, 5, 13)] = "Betriebsausflug"


def test_school_holidays_stand_in_order_without_overlap():
    shipped = school_holidays()
    assert all(earlier.last < later.first for earlier, later in pairwise(shipped))
    assert all(h.first <= h.last for h in shipped)
    assert {h.name for h in shipped} == {
        "Weihnachtsferien", "Winterferien", "Osterferien", "Pfingstferien", "Sommerferien", "Herbstferien", "Ferientag",
    }  # fmt: skip


def test_confirmed_school_holidays_equal_those_of_the_holidays_package():
    first, last = date(2025, 1, 1), date(2029, 8, 31)
    school = reference.country_holidays("DE", subdiv="ST", years=range(2025, 2030), categories=("school",))
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    assert [d for d in days if (school_holiday_on(d) is not None) != (d in school)] == []
    assert [h for h in school_holidays() if not h.is_confirmed and h.first <= last] == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 5), False),  # last day of the Christmas holidays, which cross the year
        (date(2026, 1, 6), False),  # public holiday
        (date(2026, 1, 7), True),
        (date(2025, 5, 30), False),  # a single free day after Ascension
        (date(2027, 5, 15), False),  # Saturday
        (date(2027, 5, 13), True),
        (date(2024, 12, 20), None),
        (date(2030, 8, 23), False),
        (date(2030, 8, 26), None),
        (date(2031, 1, 1), False),  # free, whatever the school calendar knows
    ],
)
def test_school_days(day, expected):
    assert is_school_day(day) is expected


def test_shipped_calendar_ends_with_the_summer_of_2030():
    assert last_known_school_day() == date(2030, 8, 23)


def test_own_school_holidays_may_stand_in_any_order():
    summer = SchoolHoliday(date(2031, 7, 3), date(2031, 8, 13), "Sommerferien")
    winter = SchoolHoliday(date(2031, 2, 3), date(2031, 2, 8), "Winterferien")
    calendar = school_calendar([summer, winter])
    assert calendar.holidays == (winter, summer)
    assert calendar.holiday_on(date(2031, 7, 3)) is summer
    assert calendar.is_school_day(date(2031, 3, 3)) is True
    assert calendar.is_school_day(date(2031, 9, 1)) is None


def test_empty_calendar_knows_nothing():
    assert school_calendar([]).is_school_day(date(2027, 5, 13)) is None
