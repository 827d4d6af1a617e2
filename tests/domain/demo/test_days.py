"""Days that suit a sample event."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from domain.demo.days import AHEAD, BEHIND, Ledger, around, schools_open, span, suits
from domain.demo.tables import patterns
from domain.terms import EventKind

TODAY = date(2027, 4, 28)
MARKET = patterns(EventKind.mobile_stop)[0]
SCHOOL = patterns(EventKind.lecture)[0]


def test_an_event_suits_its_weekdays_only():
    assert suits(replace(MARKET, days="2"), TODAY)
    assert not suits(replace(MARKET, days="13"), TODAY)


def test_no_market_stop_on_a_public_holiday():
    assert not suits(replace(MARKET, days="0123456"), date(2027, 5, 6))  # Ascension


def test_nobody_plans_between_the_years():
    assert not suits(replace(MARKET, days="0123456"), date(2027, 12, 29))


def test_a_patrol_works_on_a_public_holiday():
    patrol = patterns(EventKind.joint_patrol)[0]
    assert suits(replace(patrol, days="0123456"), date(2027, 5, 6))


def test_a_lecture_at_a_school_waits_for_the_end_of_the_holidays():
    assert suits(SCHOOL, date(2027, 5, 14))
    assert not suits(SCHOOL, date(2027, 5, 18))


def test_where_no_holidays_are_known_schools_open_on_weekdays():
    assert schools_open(date(2035, 3, 5))
    assert not schools_open(date(2035, 3, 3))


@given(st.integers(-BEHIND, AHEAD))
def test_days_around_a_target_begin_with_it_and_stay_in_the_year(offset):
    target = TODAY + timedelta(days=offset)
    found = list(around(target, TODAY))
    assert found[0] == target
    assert len(set(found)) == len(found)
    assert all(-BEHIND <= (day - TODAY).days <= AHEAD for day in found)


def test_what_is_taken_on_one_of_several_days_is_not_free():
    ledger, thing = Ledger(), uuid4()
    ledger.take([thing], span(TODAY, 2))
    assert not ledger.is_free(thing, span(TODAY + timedelta(days=1), 3))
    assert ledger.is_free(thing, span(TODAY + timedelta(days=2), 3))
    assert ledger.is_free(uuid4(), [TODAY])
