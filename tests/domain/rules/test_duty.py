from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rules.duty import DaySchedule, TimedStop, day_schedule
from domain.rules.local import at_local, later, minute_of_day, minutes_between
from domain.rules.working_day import break_to_insert, breaks_due

DAY = date(2027, 5, 13)
BREAKS = ((360, 30), (540, 45))


def stop(opens: str, closes: str, set_up: int = 0, tear_down: int = 0, day: date = DAY) -> TimedStop:
    def minute(clock: str) -> int:
        hours, minutes = clock.split(":")
        return int(hours) * 60 + int(minutes)

    return TimedStop(at_local(day, minute(opens)), at_local(day, minute(closes)), set_up, tear_down)


def clock(moment: datetime) -> str:
    return f"{minute_of_day(moment) // 60:02}:{minute_of_day(moment) % 60:02}"


@pytest.mark.parametrize(("worked", "due"), [(0, 0), (360, 0), (361, 30), (540, 30), (541, 45), (900, 45)])
def test_breaks_follow_the_law(worked, due):
    assert breaks_due(worked, BREAKS) == due


def test_break_comes_in_pieces_of_a_quarter_of_an_hour():
    assert break_to_insert(400, 20, BREAKS) == 15
    assert break_to_insert(400, 0, BREAKS) == 30
    assert break_to_insert(400, 30, BREAKS) == 0
    assert break_to_insert(300, 0, BREAKS) == 0


def test_one_stop_day_leaves_as_late_as_it_can_and_rests_in_turns():
    day = day_schedule([stop("08:00", "13:00", 45, 30)], [40], 40, BREAKS)
    assert clock(day.leaves_at) == "06:35"
    assert clock(day.stops[0].arrival) == "07:15"
    assert clock(day.stops[0].departure) == "13:30"
    assert clock(day.returns_at) == "14:10"
    assert (day.drive, day.presence, day.rest, day.duty, day.inserted) == (80, 455, 30, 425, 0)
    assert day.break_missing(BREAKS) == 0


def test_single_person_cannot_rest_at_the_stand():
    day = day_schedule([stop("08:00", "13:00", 45, 30)], [40], 40, BREAKS, crew=1)
    assert day.inserted == 30
    assert clock(day.returns_at) == "14:40"
    assert day.unbroken == 415
    assert day.break_missing(BREAKS) == 55
    assert day.duty == 455


def test_waiting_of_a_quarter_of_an_hour_is_break_and_less_is_not():
    stops = [stop("08:00", "10:00"), stop("11:00", "13:00"), stop("13:30", "15:30")]
    day = day_schedule(stops, [30, 30, 20], 30, BREAKS)
    assert [each.waiting for each in day.stops] == [0, 30, 10]
    assert (day.presence, day.rest, day.duty) == (510, 30, 480)
    assert day.break_missing(BREAKS) == 0


def test_schools_one_after_the_other_leave_no_break():
    stops = [stop("08:00", "10:00"), stop("10:10", "12:00"), stop("12:10", "14:00")]
    day = day_schedule(stops, [30, 10, 10], 30, BREAKS)
    assert day.inserted == 30
    assert day.unbroken == 390
    assert day.break_missing(BREAKS) == 30


def test_stop_that_cannot_be_reached_says_how_many_minutes_are_missing():
    day = day_schedule([stop("08:00", "10:00", 0, 15), stop("10:30", "12:00", 20)], [30, 40], 30, BREAKS)
    assert [each.late for each in day.stops] == [0, 45]
    assert day.stops[1].waiting == 0


def test_drive_through_the_night_when_clocks_change_counts_passing_time():
    spring = date(2027, 3, 28)
    late = TimedStop(at_local(date(2027, 3, 27), 1320), at_local(spring, 240))
    assert late.stay == 5 * 60
    assert day_schedule([late], [30], 30, BREAKS).presence == 6 * 60


@pytest.mark.parametrize("legs", [[], [10, 10]])
def test_each_stop_needs_its_leg(legs):
    with pytest.raises(ValueError, match=str(len(legs))):
        day_schedule([stop("08:00", "09:00")], legs, 10, BREAKS)
    with pytest.raises(ValueError, match="0, 0"):
        day_schedule([], [], 10, BREAKS)


@st.composite
def days(draw: st.DrawFn) -> tuple[list[TimedStop], list[int], int, int | None]:
    """Days whose stops can be reached: each gap holds its drive and perhaps some waiting."""
    at = datetime(2027, draw(st.integers(1, 12)), draw(st.integers(1, 28)), 5, tzinfo=UTC)
    stops, legs = [], []
    for _ in range(draw(st.integers(1, 6))):
        legs.append(draw(st.integers(0, 90)))
        set_up, tear_down = draw(st.integers(0, 60)), draw(st.integers(0, 60))
        opens = at + timedelta(minutes=legs[-1] + draw(st.integers(0, 60)) + set_up)
        closes = opens + timedelta(minutes=draw(st.integers(0, 300)))
        stops.append(TimedStop(opens, closes, set_up, tear_down))
        at = closes + timedelta(minutes=tear_down)
    return stops, legs, draw(st.integers(0, 90)), draw(st.none() | st.integers(1, 4))


def schedule(day) -> DaySchedule:
    stops, legs, home, crew = day
    return day_schedule(stops, legs, home, BREAKS, crew=crew)


@given(days())
def test_times_of_a_possible_day_fit_together(day):
    stops, legs, home, _ = day
    done = schedule(day)
    assert minutes_between(done.leaves_at, done.stops[0].arrival) == legs[0]
    assert done.returns_at == later(done.stops[-1].departure, home + done.inserted)
    assert all(each.late == 0 for each in done.stops)
    assert done.drive == sum(legs) + home
    assert done.presence == minutes_between(done.leaves_at, done.returns_at)
    stays = sum(each.stay for each in stops)
    waiting = sum(each.waiting for each in done.stops)
    assert done.presence == stays + done.drive + waiting + done.inserted


@given(days())
def test_enough_rest_is_always_planned_and_duty_is_what_remains(day):
    done = schedule(day)
    assert done.duty == done.presence - done.rest
    assert done.rest >= breaks_due(done.duty, BREAKS)
    assert 0 <= done.unbroken <= done.presence


@given(days(), st.integers(15, 120))
def test_more_time_between_stops_adds_waiting_and_no_drive(day, more):
    stops, legs, home, crew = day
    pushed = [
        TimedStop(later(s.opens_at, i * more), later(s.closes_at, i * more), s.set_up, s.tear_down)
        for i, s in enumerate(stops)
    ]
    before, after = schedule(day), schedule((pushed, legs, home, crew))
    assert after.drive == before.drive
    for early, late in zip(before.stops[1:], after.stops[1:], strict=True):
        assert late.waiting - late.late == early.waiting - early.late + more


@given(days())
def test_crew_that_relieves_each_other_never_works_longer_in_one_go_than_one_person(day):
    stops, legs, home, _ = day
    alone, together = schedule((stops, legs, home, 1)), schedule((stops, legs, home, 2))
    assert together.break_missing(BREAKS) <= alone.break_missing(BREAKS)
    assert together.duty <= alone.duty
