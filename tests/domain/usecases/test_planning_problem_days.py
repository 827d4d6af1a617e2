"""Which days and hours a request asks for, and which of them fall out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.requests import RequestDraft, Wish
from domain.terms import DaySpan, EventKind
from domain.usecases.planning_problem_days import OPEN_HOURS, Closer, Hours, asked_days, days_of, is_free_day, possible

MAY = DaySpan(date(2027, 5, 3), date(2027, 5, 16))
"""Two weeks from a Monday; the 6th is Ascension Day."""


def request(**fields):
    return RequestDraft("Stadt Köthen", EventKind.mobile_stop, **fields)


def asked(minutes=120, **fields):
    return asked_days(request(**fields), minutes, MAY, OPEN_HOURS)


def numbers(found):
    return [day.day for day in sorted(found)]


def test_a_request_without_a_window_may_use_any_day_from_eight_to_six():
    found = asked()
    assert numbers(found.days) == list(range(3, 17))
    assert set(found.days.values()) == {Hours(480, 1080, named=False)}


def test_a_window_is_cut_to_the_period_and_to_its_weekdays():
    found = asked(earliest=date(2027, 4, 1), latest=date(2027, 5, 12), weekdays=(0, 2), from_minute=450, to_minute=810)
    assert numbers(found.days) == [3, 5, 10, 12]
    assert set(found.days.values()) == {Hours(450, 810, named=False)}


def test_wishes_beside_a_window_are_preferred_days():
    wish = Wish(date(2027, 5, 11), date(2027, 5, 11), 600, 900)
    found = asked(earliest=date(2027, 5, 10), latest=date(2027, 5, 12), wishes=(wish,))
    assert numbers(found.days) == [10, 11, 12]
    assert numbers(found.preferred) == [11]
    assert found.days[date(2027, 5, 11)] == Hours(600, 900, named=True), "its own hours count on that day"
    assert found.days[date(2027, 5, 12)] == Hours(480, 1080, named=False)


def test_wishes_alone_are_the_window_and_the_first_is_preferred():
    wishes = tuple(Wish(date(2027, 5, day), date(2027, 5, day), 600, 900) for day in (12, 5))
    found = asked(wishes=wishes)
    assert numbers(found.days) == [5, 12]
    assert numbers(found.preferred) == [12]
    assert asked(wishes=wishes[:1]).preferred == set()


@pytest.mark.parametrize(
    ("fields", "hours"),
    [
        ({"from_minute": 600}, (600, 1080)),
        ({"from_minute": 1020}, (1020, 1140)),
        ({"to_minute": 720}, (480, 720)),
        ({"to_minute": 540}, (420, 540)),
    ],
)
def test_a_missing_end_is_the_usual_one_or_as_far_as_the_stay_needs_it(fields, hours):
    assert {day[:2] for day in asked(**fields).days.values()} == {hours}


def test_sundays_and_holidays_are_free_unless_asked_for_by_name():
    ascension, sunday = date(2027, 5, 6), date(2027, 5, 9)
    usual = asked().days
    assert [day for day in usual if is_free_day(day, usual[day])] == [ascension, sunday, date(2027, 5, 16)]
    by_name = asked(earliest=ascension, latest=ascension).days
    assert not is_free_day(ascension, by_name[ascension])
    weekends = asked(weekdays=(5, 6)).days
    assert not is_free_day(sunday, weekends[sunday])
    all_week = asked(weekdays=(0, 1, 2, 3, 4, 5, 6)).days
    assert is_free_day(ascension, all_week[ascension]), "no weekday names a holiday"


def test_each_lost_day_is_counted_for_the_first_reason():
    closers = [
        Closer("early {count} ({days})", (), lambda day, _: day.day < 6),
        Closer("odd {count} ({days}) {name}", (("name", "x"),), lambda day, _: day.day % 2 == 1),
    ]
    found = possible(asked(), MAY, closers)
    assert [window.day + 3 for window in found.windows] == [6, 8, 10, 12, 14, 16]
    early, odd = found.notes
    assert dict(early.params) == {"count": 3, "days": DaySpan(date(2027, 5, 3), date(2027, 5, 5))}
    assert dict(odd.params) == {"name": "x", "count": 5, "days": DaySpan(date(2027, 5, 7), date(2027, 5, 15))}


def test_a_wish_outside_the_period_is_told_so():
    found = possible(asked(earliest=date(2027, 6, 1), latest=date(2027, 6, 3)), MAY, ())
    assert found.windows == ()
    assert dict(found.notes[0].params)["wished"] == DaySpan(date(2027, 6, 1), date(2027, 6, 3))


def test_no_stay_begins_in_the_hour_that_the_clocks_skip():
    night = DaySpan(date(2027, 3, 27), date(2027, 3, 28))
    draft = request(from_minute=60, to_minute=600)
    windows = possible(asked_days(draft, 60, night, OPEN_HOURS), night, ()).windows
    assert [window.opens for window in windows] == [60, 180]


dates = st.integers(-20, 40).map(lambda offset: MAY.first + timedelta(days=offset))
spans = st.tuples(dates, dates).map(sorted)
minutes = st.integers(0, 1440)
hours = st.none() | st.tuples(minutes, minutes).map(sorted).filter(lambda pair: pair[0] < pair[1])


@given(spans, hours, st.sets(st.integers(0, 6)), st.lists(spans, max_size=3), st.integers(1, 600))
def test_every_window_lies_in_the_period_and_within_what_was_asked(span, pair, weekdays, wishes, stay):
    opens, closes = pair or (None, None)
    draft = request(
        earliest=span[0],
        latest=span[1],
        weekdays=tuple(weekdays),
        from_minute=opens,
        to_minute=closes,
        wishes=tuple(Wish(*wish) for wish in wishes),
    )
    found = possible(asked_days(draft, stay, MAY, OPEN_HOURS), MAY, ())
    allowed = {day for each in [span, *wishes] for day in days_of(DaySpan(*each))}
    assert [window.day for window in found.windows] == sorted({window.day for window in found.windows})
    for window in found.windows:
        assert MAY.first + timedelta(days=window.day) in allowed
        assert 0 <= window.opens <= window.closes <= 1440
        if pair:
            assert (window.opens, window.closes) == (opens, closes)
    assert found.preferred <= {window.day for window in found.windows}
    assert found.windows or found.notes
