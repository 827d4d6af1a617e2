"""Working hours of joint patrols."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.rows.events import ConsultationFacts, PatrolFacts
from domain.rules.local import later
from domain.rules.patrol_hours import patrol_hours
from domain.terms import EventKind
from tests.builders import at, event_draft

FRIDAY = date(2027, 5, 14)


def patrol(police=2, ordnungsamt=2, *, day=FRIDAY, start="20:00", hours=6):
    begin = at(day, start)
    draft = event_draft(kind=EventKind.joint_patrol, facts=PatrolFacts(police, ordnungsamt))
    return replace(draft, starts_at=begin, ends_at=later(begin, hours * 60))


def test_two_and_two_from_eight_to_two_at_night_are_24_hours():
    found = patrol_hours(patrol())
    assert (found.minutes, found.police, found.ordnungsamt, found.total) == (360, 720, 720, 24 * 60)


@pytest.mark.parametrize(
    ("night", "minutes"),
    [
        (date(2027, 3, 27), 5 * 60),  # the clocks go forward
        (date(2027, 10, 30), 7 * 60),  # the clocks go back
        (date(2027, 5, 14), 6 * 60),
    ],
)
def test_the_night_of_a_change_of_clocks_counts_what_really_passes(night, minutes):
    draft = replace(patrol(), starts_at=at(night, "22:00"), ends_at=at(night + timedelta(days=1), "04:00"))
    assert patrol_hours(draft).minutes == minutes


def test_one_side_alone_counts_alone():
    found = patrol_hours(patrol(police=3, ordnungsamt=None, hours=2))
    assert (found.police, found.ordnungsamt, found.total) == (360, None, 360)


def test_nobody_known_is_no_total_and_nobody_there_is_zero():
    assert patrol_hours(patrol(None, None)).total is None
    assert patrol_hours(patrol(0, 0)).total == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"starts_at": None, "ends_at": None},
        {"all_day": True, "first_day": FRIDAY, "last_day": FRIDAY},
        {"facts": None},
        {"facts": ConsultationFacts(talks=3)},
        {"ends_at": at(FRIDAY, "19:00")},
    ],
)
def test_without_times_or_for_another_kind_there_are_no_hours(changes):
    assert patrol_hours(replace(patrol(), **changes)) is None


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 3000))
@settings(max_examples=40)
def test_both_sides_add_up_to_people_times_time(police, ordnungsamt, minutes):
    begin = at(FRIDAY, "20:00")
    draft = replace(patrol(police, ordnungsamt), starts_at=begin, ends_at=later(begin, minutes))
    assert patrol_hours(draft).total == (police + ordnungsamt) * minutes
