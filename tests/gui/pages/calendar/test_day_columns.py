"""Hours, overlaps and quarters of an hour: the arithmetic of the week."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gui.pages.calendar import day_columns
from tests.gui.pages.calendar.rows import timed, whole

DAY = date(2027, 5, 13)


def test_events_that_overlap_share_the_width():
    first, second = timed("2027-05-13 08:00", 120), timed("2027-05-13 09:00", 120)
    later = timed("2027-05-13 11:00")
    blocks = day_columns.blocks_of_day(DAY, [later, second, first])
    assert [(block.row, block.column, block.columns) for block in blocks] == [
        (first, 0, 2),
        (second, 1, 2),
        (later, 0, 1),
    ]


def test_a_column_that_is_free_again_is_used_again():
    rows = [timed("2027-05-13 08:00", 240), timed("2027-05-13 08:30", 60), timed("2027-05-13 10:00", 60)]
    blocks = day_columns.blocks_of_day(DAY, rows)
    assert [(block.column, block.columns) for block in blocks] == [(0, 2), (1, 2), (1, 2)]


def test_a_patrol_across_midnight_takes_the_end_of_one_day_and_the_start_of_the_next():
    patrol = timed("2027-05-13 22:00", 240)
    assert day_columns.minutes_on(DAY, patrol) == (22 * 60, 24 * 60)
    assert day_columns.minutes_on(DAY + timedelta(days=1), patrol) == (0, 120)


def test_an_event_that_ends_at_midnight_leaves_the_next_day_free():
    assert day_columns.minutes_on(DAY + timedelta(days=1), timed("2027-05-13 22:00", 120)) is None


def test_short_events_are_shown_for_half_an_hour_inside_the_day():
    assert day_columns.minutes_on(DAY, timed("2027-05-13 08:00", 5)) == (480, 510)
    assert day_columns.minutes_on(DAY, timed("2027-05-13 23:55", 5)) == (1410, 1440)


def test_whole_days_have_no_hours():
    assert day_columns.minutes_on(DAY, whole(DAY)) is None
    assert not day_columns.is_timed(whole(DAY))
    assert not day_columns.is_timed(timed("2027-05-13 08:00", 30 * 60))


@given(st.floats(-3000, 3000))
def test_times_snap_to_quarters_inside_the_day(minute):
    snapped = day_columns.snapped(minute)
    assert snapped % 15 == 0
    assert 0 <= snapped <= 24 * 60 - 15
    if 0 <= minute <= 24 * 60 - 15:
        assert abs(snapped - minute) <= 7.5


def test_steps_stay_inside_the_day():
    early = timed("2027-05-13 00:00").starts_at
    assert day_columns.stepped(early, -15) == early
    assert day_columns.stepped(early, 15) == early + timedelta(minutes=15)


@given(st.lists(st.tuples(st.integers(0, 95), st.integers(1, 40)), max_size=12))
def test_blocks_never_cover_each_other(spans):
    rows = [
        timed(f"2027-05-13 {start // 4:02}:{start % 4 * 15:02}", quarters * 15, number=f"2027-{at:04}")
        for at, (start, quarters) in enumerate(spans)
    ]
    blocks = day_columns.blocks_of_day(DAY, rows)
    assert len(blocks) == len(rows)
    for one in blocks:
        assert one.column < one.columns
        for other in blocks:
            if one is not other and one.column == other.column:
                assert one.end <= other.start or other.end <= one.start


def test_the_week_opens_at_its_first_event_or_at_the_usual_hour():
    assert day_columns.first_hour([(380, 500), (600, 700)]) == 6
    assert day_columns.first_hour([(600, 700)]) == 7
    assert day_columns.first_hour([]) == 7
