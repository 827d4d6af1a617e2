from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.rows.events import EventDraft
from domain.rules.local import (
    at_local,
    exists,
    first_day_of,
    later,
    local_days,
    local_span,
    minute_of_day,
    minutes_between,
    whole_days,
)
from domain.terms import BERLIN, DaySpan, EventKind, TimeSpan

SPRING = date(2027, 3, 28)
AUTUMN = date(2027, 10, 31)
days = st.dates(date(1995, 1, 1), date(2090, 12, 31))


@given(days, st.integers(0, 1439))
def test_minute_of_a_moment_is_the_minute_it_was_made_from(day, minute):
    try:
        moment = at_local(day, minute)
    except InvalidInputError:
        assert day.month == 3
        assert 120 <= minute < 180
    else:
        assert minute_of_day(moment) == minute
        assert moment.date() == day


def test_skipped_hour_in_spring_is_refused_by_name():
    with pytest.raises(InvalidInputError) as refused:
        at_local(SPRING, 150, field="ends_at")
    assert refused.value.field == "ends_at"
    assert "02:30" in str(refused.value)


def test_the_first_of_two_hours_in_autumn_is_meant():
    assert at_local(AUTUMN, 150).utcoffset() == timedelta(hours=2)


def test_last_minute_of_the_day_is_the_next_midnight():
    assert at_local(AUTUMN, 1440) == datetime(2027, 11, 1, tzinfo=BERLIN)


def test_minute_out_of_the_day_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="1441"):
        at_local(AUTUMN, 1441)


@given(days, st.integers(0, 1439), st.integers(-3000, 3000))
def test_later_moves_by_minutes_that_really_pass(day, minute, shift):
    start = datetime.combine(day, datetime.min.time(), UTC) + timedelta(minutes=minute)
    assert minutes_between(start, later(start, shift)) == shift
    assert exists(later(start, shift))


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 23), (AUTUMN, 25), (date(2027, 5, 1), 24)])
def test_whole_day_has_as_many_hours_as_the_clock_gives_it(day, hours):
    span = whole_days(DaySpan(day, day))
    assert minutes_between(span.start, span.end) == hours * 60
    assert local_days(span) == DaySpan(day, day)


def test_patrol_past_midnight_touches_both_days_and_one_until_midnight_only_the_first():
    patrol = TimeSpan(at_local(SPRING, 1200), at_local(SPRING + timedelta(1), 60))
    assert local_days(patrol) == DaySpan(SPRING, SPRING + timedelta(1))
    assert local_days(TimeSpan(patrol.start, at_local(SPRING, 1440))) == DaySpan(SPRING, SPRING)


def test_span_of_an_event_follows_what_counts():
    timed = EventDraft(EventKind.online, "x", starts_at=datetime(2027, 5, 1, 22, 30, tzinfo=UTC))
    assert first_day_of(timed) == date(2027, 5, 2)
    assert local_span(timed) == TimeSpan(timed.starts_at, timed.starts_at)
    whole = EventDraft(EventKind.online, "x", all_day=True, first_day=SPRING, last_day=SPRING)
    assert local_span(whole) == whole_days(DaySpan(SPRING, SPRING))
    assert first_day_of(whole) == SPRING
    assert local_span(EventDraft(EventKind.online, "x")) is None
