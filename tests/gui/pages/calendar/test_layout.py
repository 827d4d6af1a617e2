"""Weeks, months, lanes: the arithmetic of the month."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.terms import DaySpan
from gui.pages.calendar import layout
from tests.gui.pages.calendar.rows import MONDAY, row, timed, whole

DAYS = st.dates(date(1991, 1, 1), date(2100, 12, 31))


@given(DAYS)
def test_every_day_lies_in_the_week_of_its_number(day):
    monday = layout.week_at(layout.week_index(day))
    assert monday.weekday() == 0
    assert monday <= day <= monday + timedelta(days=6)


def test_days_beyond_the_calendar_are_brought_back_into_it():
    assert layout.clamped(date(1, 1, 1)) == layout.FIRST_WEEK
    assert layout.week_index(layout.clamped(date(9999, 12, 31))) == layout.WEEKS - 1
    assert layout.clamped(date(2100, 12, 31)) == date(2100, 12, 31)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 5, 13), -1, date(2027, 4, 13)),
        (date(2027, 12, 24), 1, date(2028, 1, 24)),
        (date(2027, 1, 1), -1, date(2026, 12, 1)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, expected):
    assert layout.month_after(day, months) == expected


@given(DAYS)
def test_a_month_put_into_the_first_row_is_the_month_shown(day):
    first = day.replace(day=1)
    if layout.FIRST_WEEK < first < date(2100, 11, 1):
        assert layout.shown_month(layout.week_index(first)) == first


def test_a_month_ends_on_its_last_day():
    assert layout.month_span(date(2028, 2, 10)) == DaySpan(date(2028, 2, 1), date(2028, 2, 29))


@given(st.integers(7 * 8, 4000))
def test_columns_fill_the_width_and_weekends_are_never_wider_than_weekdays(width):
    edges = layout.column_edges(width)
    widths = [right - left for left, right in itertools.pairwise(edges)]
    assert edges[0] == layout.NUMBER_COLUMN
    assert edges[-1] == max(width, layout.NUMBER_COLUMN + 7)
    assert max(widths[5:]) <= min(widths[:5]) + 1


def test_wide_months_give_weekends_88_pixels():
    edges = layout.column_edges(774)
    assert edges[6] - edges[5] == edges[7] - edges[6] == 88


def test_points_outside_the_columns_belong_to_the_nearest_day():
    edges = layout.column_edges(774)
    assert layout.column_at(edges, 3) == 0
    assert layout.column_at(edges, edges[3]) == 3
    assert layout.column_at(edges, 5000) == 6


def test_a_patrol_across_midnight_stands_on_the_day_it_begins():
    assert layout.days_of(timed("2027-05-14 22:00", 240)) == DaySpan(date(2027, 5, 14), date(2027, 5, 14))


def test_a_timed_event_of_two_days_that_ends_at_midnight_leaves_the_third_free():
    assert layout.days_of(timed("2027-05-12 00:00", 48 * 60)) == DaySpan(date(2027, 5, 12), date(2027, 5, 13))


def test_an_event_without_a_date_is_on_no_day():
    assert layout.days_of(row()) is None
    assert layout.by_day([row()]) == {}


def test_whole_days_come_before_times_and_times_in_their_order():
    late, early, whole_day = timed("2027-05-13 15:00"), timed("2027-05-13 08:00"), whole(date(2027, 5, 13))
    assert layout.by_day([late, early, whole_day]) == {date(2027, 5, 13): [whole_day, early, late]}


def test_three_events_fit_and_four_leave_a_line_for_two():
    three = [timed(f"2027-05-11 {hour:02}:00") for hour in (8, 10, 12)]
    plan = layout.plan_week(MONDAY, three, 3)
    assert [(part.first, part.lane) for part in plan.segments] == [(1, 0), (1, 1), (1, 2)]
    assert plan.more == (0,) * 7
    plan = layout.plan_week(MONDAY, [*three, timed("2027-05-11 18:00")], 3)
    assert [part.row for part in plan.segments] == three[:2]
    assert plan.more == (0, 2, 0, 0, 0, 0, 0)


def test_a_long_event_is_one_bar_and_is_cut_where_a_day_has_no_room_for_it():
    long = whole(date(2027, 5, 11), date(2027, 5, 14))
    crowd = [timed(f"2027-05-12 {hour:02}:00") for hour in (8, 10, 12)]
    plan = layout.plan_week(MONDAY, [long, *crowd], 3)
    assert [(part.first, part.last) for part in plan.segments if part.row == long] == [(1, 4)]
    others = [whole(date(2027, 5, 10), date(2027, 5, 16)), whole(date(2027, 5, 10), date(2027, 5, 16))]
    plan = layout.plan_week(MONDAY, [*others, long, crowd[0]], 3)
    assert [(part.first, part.last) for part in plan.segments if part.row == long] == [(1, 1), (3, 4)]
    assert plan.more[2] == 2


def test_an_event_from_the_week_before_begins_in_the_first_column():
    plan = layout.plan_week(MONDAY, [whole(date(2027, 5, 7), date(2027, 5, 11))], 3)
    assert [(part.first, part.last) for part in plan.segments] == [(0, 1)]


def test_events_of_other_weeks_are_left_out():
    plan = layout.plan_week(MONDAY, [timed("2027-05-17 08:00"), timed("2027-05-09 08:00")], 3)
    assert plan.segments == ()


SPANS = st.lists(st.tuples(st.integers(-3, 9), st.integers(0, 6)), max_size=14)


@given(SPANS, st.integers(1, 6))
def test_no_bars_overlap_and_no_event_is_lost(spans, room):
    rows = [
        whole(MONDAY + timedelta(days=first), MONDAY + timedelta(days=first + more), number=f"2027-{at:04}")
        for at, (first, more) in enumerate(spans)
    ]
    plan = layout.plan_week(MONDAY, rows, room)
    cells = [(day, part.lane) for part in plan.segments for day in range(part.first, part.last + 1)]
    assert len(cells) == len(set(cells))
    assert all(lane < room for _day, lane in cells)
    for offset in range(7):
        day = MONDAY + timedelta(days=offset)
        there = sum(each.first_day <= day <= each.last_day for each in rows)
        assert there == sum(column == offset for column, _lane in cells) + plan.more[offset]
        if plan.more[offset]:
            assert (offset, room - 1) not in cells
