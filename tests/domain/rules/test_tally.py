"""Sums of a tally: nothing below zero, nobody lost, hours without gaps."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.rows.tally import HourCount, Stroke
from domain.rules import tally

YOUNG, OLD = UUID(int=1), UUID(int=2)
NINE = datetime(2027, 4, 28, 7, tzinfo=UTC)


def at(hours, group=YOUNG, count=1):
    return HourCount(group, NINE + timedelta(hours=hours), count)


SUMS = st.lists(st.builds(at, st.integers(0, 6), st.sampled_from([YOUNG, OLD, None]), st.integers(-4, 9)), max_size=20)


@given(SUMS)
def test_each_group_keeps_its_sum_and_no_hour_is_below_zero(sums):
    wanted = Counter()
    for each in sums:
        wanted[each.target_group_id] += each.visitors
    found = tally.settled(sums)
    assert all(each.visitors > 0 for each in found)
    assert {group: count for group, count in wanted.items() if count > 0} == tally.by_group(found)


@given(SUMS)
def test_settling_twice_changes_nothing(sums):
    assert tally.settled(tally.settled(sums)) == tally.settled(sums)


@given(SUMS)
def test_the_hours_together_hold_all_visitors_without_a_gap(sums):
    hours = tally.per_hour(sums)
    assert sum(count for _hour, count in hours) == tally.visitors(sums)
    assert all(later - before == timedelta(hours=1) for (before, _a), (later, _b) in pairwise(hours))


def test_who_is_taken_away_in_an_empty_hour_is_taken_from_the_hour_before():
    assert tally.settled([at(0, count=3), at(2, count=-1)]) == (at(0, count=2),)


def test_longer_talks_are_no_visitors():
    sums = [at(0, count=3), at(0, None, 2)]
    assert tally.visitors(sums) == 3
    assert tally.by_group(sums)[None] == 2
    assert tally.per_hour(sums) == [(NINE, 3)]


def test_the_hours_run_on_to_the_present_one_until_the_stand_is_long_over():
    sums = [at(0, count=3)]
    assert tally.per_hour(sums, NINE + timedelta(hours=2, minutes=5)) == [
        (NINE, 3), (NINE + timedelta(hours=1), 0), (NINE + timedelta(hours=2), 0),
    ]  # fmt: skip
    assert tally.per_hour(sums, NINE + timedelta(days=2)) == [(NINE, 3)]


def test_an_hour_begins_with_its_first_minute_whatever_the_zone():
    berlin = datetime.fromisoformat("2027-04-28T09:59:59+02:00")
    assert tally.hour_of(berlin) == NINE


def test_the_chosen_groups_come_first_then_those_somebody_counted_and_never_more_than_nine():
    many = [UUID(int=number) for number in range(1, 13)]
    assert tally.board_order(many, [], []) == tuple(many[:9])
    assert tally.board_order(many, [OLD, YOUNG], [many[4], OLD]) == (OLD, YOUNG, many[4])
    assert tally.board_order([], [], []) == ()


@given(SUMS, st.sampled_from([YOUNG, OLD, None]), st.integers(-1, 9), st.integers(0, 400))
def test_a_stroke_more_is_the_sum_of_both(sums, group, quantity, minutes):
    stroke = Stroke(UUID(int=9), group, quantity, NINE + timedelta(minutes=minutes))
    added = HourCount(group, tally.hour_of(stroke.struck_at), quantity)
    assert tally.settled(tally.with_stroke(sums, stroke)) == tally.settled([*sums, added])
