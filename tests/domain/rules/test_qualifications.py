"""Qualifications: how they stand, who is reminded, what a training renews."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.rows.tours import HeldQualification
from domain.rules.qualifications import needs_reminder, renewed, standing, valid_until_after
from domain.terms import QualificationStanding

TODAY = date(2027, 4, 28)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
ENDS = st.none() | DAYS
ONE, OTHER = uuid4(), uuid4()


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-1, "expired"), (0, "expiring"), (90, "expiring"), (91, "valid")],
)
def test_a_qualification_counts_on_its_last_day_and_is_marked_ninety_days_before(days, expected):
    assert standing(TODAY + timedelta(days=days), TODAY) == QualificationStanding(expected)


def test_a_qualification_without_end_is_valid_and_nobody_is_reminded():
    assert standing(None, TODAY) is QualificationStanding.valid
    assert not needs_reminder(None, TODAY, is_booked=True)


def test_what_ran_out_long_ago_is_recalled_only_to_people_with_appointments():
    long_ago = TODAY - timedelta(days=91)
    assert needs_reminder(TODAY - timedelta(days=90), TODAY, is_booked=False)
    assert not needs_reminder(long_ago, TODAY, is_booked=False)
    assert needs_reminder(long_ago, TODAY, is_booked=True)


@pytest.mark.parametrize(
    ("day", "months", "until"),
    [
        (date(2027, 3, 15), 24, date(2029, 3, 15)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 1, 31), 11, date(2027, 12, 31)),
    ],
)
def test_months_end_on_the_day_of_the_same_number_or_the_last_of_the_month(day, months, until):
    assert valid_until_after(day, months) == until


@settings(max_examples=40)
@given(DAYS, st.integers(1, 120))
def test_months_are_counted_by_the_calendar(day, months):
    until = valid_until_after(day, months)
    assert (until.year - day.year) * 12 + until.month - day.month == months
    assert until.day <= day.day


@settings(max_examples=40)
@given(ENDS, ENDS)
def test_renewing_never_shortens_and_touches_nothing_else(before, until):
    held = (HeldQualification(OTHER, TODAY), HeldQualification(ONE, before))
    fresh = {each.qualification_id: each.valid_until for each in renewed(held, ONE, until)}
    assert fresh[OTHER] == TODAY
    assert (fresh[ONE] or date.max) == max(before or date.max, until or date.max)
    assert renewed(renewed(held, ONE, until), ONE, until) == renewed(held, ONE, until)


def test_whoever_did_not_hold_it_gains_it():
    assert renewed((), ONE, TODAY) == (HeldQualification(ONE, TODAY),)
