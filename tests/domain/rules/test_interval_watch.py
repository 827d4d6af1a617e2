"""What recurs: when it is due, how pressing that is, which day comes next, and what belongs together."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.region.holidays import public_holiday_on, school_calendar, shipped_calendar
from domain.rules import interval_watch
from domain.rules.ages import Urgency
from domain.rules.interval_watch import Meeting

TODAY = date(2027, 4, 28)
EMPTY = school_calendar(())
days = st.dates(date(2020, 1, 1), date(2034, 12, 31))
lengths = st.none() | st.integers(1, 800)


def pressing(days_left, interval=120, planned=None):
    return interval_watch.urgency(TODAY + timedelta(days=days_left), interval, planned, TODAY)


@pytest.mark.parametrize(
    ("days_left", "interval", "wanted"),
    [
        (-23, 120, Urgency.red),
        (0, 120, Urgency.red),
        (1, 120, Urgency.gold),
        (20, 120, Urgency.gold),
        (21, 120, Urgency.calm),
        (7, 14, Urgency.gold),
        (30, 3_000, Urgency.gold),
        (31, 3_000, Urgency.calm),
    ],
)
def test_it_turns_gold_a_sixth_of_the_interval_before_and_red_when_due(days_left, interval, wanted):
    assert pressing(days_left, interval) is wanted


def test_a_planned_date_calms_unless_it_comes_too_late():
    assert pressing(3, planned=TODAY + timedelta(days=2)) is Urgency.calm
    assert pressing(-3, planned=TODAY + timedelta(days=2)) is Urgency.gold


def test_nobody_watches_what_has_no_interval_or_was_never_held():
    assert interval_watch.due_day(None, 90) is None
    assert interval_watch.due_day(TODAY, None) is None
    assert interval_watch.urgency(None, 90, None, TODAY) is Urgency.calm


@given(st.none() | days, lengths, days)
def test_the_next_day_is_a_working_day_that_leaves_time_to_invite(last, interval, today):
    found = interval_watch.next_day(last, interval, today, shipped_calendar())
    assert found >= today + timedelta(days=interval_watch.LEAD_DAYS)
    assert found.weekday() < 5
    assert public_holiday_on(found) is None
    assert shipped_calendar().holiday_on(found) is None
    assert (found.month, found.day) < (12, 24)


@given(days, st.integers(1, 800), days)
def test_the_next_day_keeps_the_weekday_and_the_week_when_nothing_is_in_the_way(last, interval, today):
    found = interval_watch.next_day(last, interval, today, EMPTY, lambda _day: None)
    due = last + timedelta(days=interval)
    earliest = today + timedelta(days=interval_watch.LEAD_DAYS)
    if last.weekday() < 5 and found.month != 1 and (found.month, found.day) < (12, 17):
        assert found.weekday() == last.weekday()
        assert -7 < (found - max(due, earliest)).days < 7


def test_a_council_that_met_on_a_tuesday_meets_on_a_tuesday_again():
    found = interval_watch.next_day(date(2026, 9, 8), 120, TODAY, shipped_calendar())
    assert found == date(2027, 5, 25)  # the weeks before are too near or Whitsun holidays


def meeting(number, title="Austausch", kreis="15085", partners=(), day=TODAY):
    return Meeting(UUID(int=number), title, kreis, frozenset(UUID(int=each) for each in partners), day)


def ids(groups):
    return sorted(tuple(each.id.int for each in group) for group in groups)


def test_the_same_title_in_the_same_kreis_is_one_series_whatever_its_number():
    found = [meeting(1, "Runde 3/2026"), meeting(2, "RUNDE 4/2027"), meeting(3, "Runde 3", kreis="15086")]
    assert ids(interval_watch.series_of(found)) == [(1, 2), (3,)]


def test_the_same_partners_in_the_same_kreis_are_one_series_whatever_its_title():
    found = [
        meeting(1, "Erstes Treffen", partners=(7, 8)),
        meeting(2, "Lage und Termine", partners=(8, 7)),
        meeting(3, "Anderes", partners=(7,)),
    ]
    assert ids(interval_watch.series_of(found)) == [(1, 2), (3,)]


meetings = st.lists(
    st.builds(
        meeting,
        st.integers(1, 10_000),
        st.sampled_from(["Runde 1", "Runde 2", "Austausch", "17", ""]),
        st.sampled_from(["15085", "15086", None]),
        st.lists(st.integers(1, 3), max_size=2).map(tuple),
        st.none() | days,
    ),
    max_size=12,
    unique_by=lambda each: each.id,
)


@given(meetings, st.randoms())
def test_every_meeting_is_in_exactly_one_series_and_their_order_does_not_matter(given_meetings, random):
    groups = interval_watch.series_of(given_meetings)
    assert sorted(each.id for group in groups for each in group) == sorted(each.id for each in given_meetings)
    assert all(len({each.kreis_ags for each in group}) == 1 for group in groups)
    mixed = list(given_meetings)
    random.shuffle(mixed)
    assert ids(interval_watch.series_of(mixed)) == ids(groups)


@pytest.mark.parametrize(
    ("sessions", "number"),
    [([], "1"), (["", ""], "3"), (["12. Sitzung", "11"], "13"), (["12/2026"], "13"), (["Sondersitzung"], "2")],
)
def test_sessions_are_counted_on(sessions, number):
    assert interval_watch.next_number(sessions) == number
