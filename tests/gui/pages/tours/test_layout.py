"""The board's layout: time to scale, lanes by vehicle, numbers, and where a stop would land."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPointF

from domain.terms import EventKind
from domain.usecases import tour_rows, tours
from gui.pages.tours import words
from gui.pages.tours.layout import DAY_WIDTH, METER_WIDTH, days_from, minute_on, neighbour, plan_board, vehicles
from gui.pages.tours.map_view import apart
from gui.pages.tours.plan import LANE_HEIGHT, TALL_LANE, Freedom
from tests.builders import DAY, HALLE, KOETHEN, MAGDEBURG, at, make_event, make_tour, make_vehicle

WIDTH = 1040


@pytest.fixture
def tour(ws):
    """A function that makes a tour of two vehicles and two days; hours of the first vehicle's first day are given."""

    def make(*hours):
        bus, van = make_vehicle(ws), make_vehicle(ws, "Kleinbus", depot_town="Halle", depot_postcode="06108")
        tour_id, days = make_tour(ws, bus, days=2)
        make_day = ws.run("Add day", tours.add_day, tour_id, _draft(van))
        for number, (start, end) in enumerate(hours):
            town = (KOETHEN, HALLE, MAGDEBURG)[number]
            _stop(ws, days[0], f"Halt {number + 1}", start=start, end=end, ags=town)
        _stop(ws, make_day, "Halt Kleinbus", start="09:00", end="11:00", ags=KOETHEN)
        _stop(ws, days[1], "Halt am zweiten Tag", start="10:00", end="12:00", ags=HALLE, day=DAY + timedelta(days=1))
        return ws.ask(tour_rows.detail, tour_id).days

    return make


def _draft(van):
    from domain.rows.tours import TourDayDraft

    return TourDayDraft(DAY, van)


def _stop(ws, day_id, title, **fields):
    event = make_event(ws, title, kind=EventKind.mobile_stop, set_up_minutes=30, tear_down_minutes=15, **fields)
    ws.run("Place", tours.place_stop, day_id, event)


def test_a_lane_per_day_and_vehicle_dates_together(tour):
    plan = plan_board(tour(("08:30", "11:00")), WIDTH, {})
    assert [(band.day, len(band.lanes)) for band in plan.bands] == [(DAY, 2), (DAY + timedelta(days=1), 1)]


def test_time_is_to_scale(tour):
    plan = plan_board(tour(("08:30", "11:00")), WIDTH, {})
    block = next(lane for lane in plan.lanes() if lane.row.vehicle == "Präventionsmobil").blocks[0]
    assert (block.arrives, block.opens, block.closes, block.leaves) == (480, 510, 660, 675)
    hour = (WIDTH - DAY_WIDTH - METER_WIDTH) / 14
    assert plan.scale.x(block.opens) == pytest.approx(DAY_WIDTH + 2.5 * hour)


def test_each_vehicle_has_its_own_numbers_and_mark(tour):
    plan = plan_board(tour(("08:30", "10:00"), ("12:00", "14:00")), WIDTH, {})
    seen = {lane.row.vehicle: [] for lane in plan.lanes()}
    for lane in plan.lanes():
        seen[lane.row.vehicle] += [(block.number, block.is_round) for block in lane.blocks]
    first = next(iter(vehicles([lane.row for lane in plan.lanes()]).values()))
    other = ({"Präventionsmobil", "Kleinbus"} - {first}).pop()
    assert [number for number, _round in seen["Präventionsmobil"]] == [1, 2, 3]
    assert all(is_round for _number, is_round in seen[first])
    assert not any(is_round for _number, is_round in seen[other])


def test_drives_lead_to_each_stop_and_home(tour):
    days = tour(("08:30", "10:00"), ("14:00", "16:00"))
    lane = next(lane for lane in plan_board(days, WIDTH, {}).lanes() if len(lane.blocks) == 2)
    assert [drive.leg for drive in lane.drives] == [0, 1, 2]
    assert [drive.ends for drive in lane.drives[:2]] == [block.arrives for block in lane.blocks]
    assert lane.drives[2].begins == lane.blocks[1].leaves
    assert not any(drive.is_late for drive in lane.drives)


def test_drive_without_time_for_it_is_late(tour):
    days = tour(("08:30", "10:00"), ("10:30", "12:00"))
    lane = next(lane for lane in plan_board(days, WIDTH, {}).lanes() if len(lane.blocks) == 2)
    assert [drive.is_late for drive in lane.drives] == [False, True, False]


def test_axis_grows_with_a_late_evening(tour):
    plan = plan_board(tour(("19:00", "21:30")), WIDTH, {})
    assert plan.scale.first == 6 * 60
    assert plan.scale.last >= 22 * 60
    assert all(plan.scale.x(drive.ends) <= WIDTH - METER_WIDTH for lane in plan.lanes() for drive in lane.drives)


def test_lanes_are_tall_where_all_find_room(tour):
    days = tour(("08:30", "11:00"))
    assert {lane.height for lane in plan_board(days, WIDTH, {}, 400).lanes()} == {TALL_LANE}
    assert {lane.height for lane in plan_board(days, WIDTH, {}, 150).lanes()} == {LANE_HEIGHT}


def test_point_finds_stop_and_drive(tour):
    plan = plan_board(tour(("08:30", "11:00")), WIDTH, {})
    lane = next(lane for lane in plan.lanes() if lane.row.vehicle == "Präventionsmobil")
    block, drive = lane.blocks[0], lane.drives[0]
    assert plan.block_at(plan.scale.x(550), lane.middle) == block
    assert plan.drive_at(plan.scale.x((drive.begins + drive.ends) / 2), lane.middle) == (lane, drive)
    assert plan.block_at(plan.scale.x(550), plan.height + 5) is None


def test_stop_lands_before_or_behind_others(tour):
    plan = plan_board(tour(("08:30", "10:00"), ("14:00", "16:00")), WIDTH, {})
    lane = next(lane for lane in plan.lanes() if len(lane.blocks) == 2)
    first, second = lane.blocks
    assert plan.drop_at(plan.scale.x(first.arrives), lane.middle, second.id).position == 1
    assert plan.drop_at(plan.scale.x(17 * 60), lane.middle, first.id).position == 2
    other = next(each for each in plan.lanes() if len(each.blocks) == 1)
    drop = plan.drop_at(plan.scale.x(19 * 60), other.middle, first.id)
    assert (drop.day_id, drop.position) == (other.row.id, 2)
    assert plan.drop_at(500, plan.height + 5, first.id) is None


def test_public_holiday_between_two_days_has_its_own_line(ws):
    bus = make_vehicle(ws)
    tour_id, _days = make_tour(ws, bus, days=1, first=date(2027, 5, 14))
    from domain.rows.tours import TourDayDraft

    ws.run("Add day", tours.add_day, tour_id, TourDayDraft(date(2027, 5, 18), bus))
    days = ws.ask(tour_rows.detail, tour_id).days
    plan = plan_board(days, WIDTH, words.freedom(day.day for day in days))
    assert [(band.day.day, len(band.lanes), band.freedom.holiday) for band in plan.bands] == [
        (14, 1, ""),
        (17, 0, "Pfingstmontag"),
        (18, 1, ""),
    ]
    assert plan.lane_at(plan.bands[1].top + 5) is None


def test_school_holidays_are_named():
    assert words.freedom([date(2027, 5, 18)])[date(2027, 5, 18)].words.startswith("Pfingst")
    assert words.freedom([date(2027, 6, 9)]) == {}
    assert Freedom("Pfingstmontag", "Pfingstferien").words == "Pfingstmontag"


def test_neighbour_is_the_same_vehicles_other_day(tour):
    days = tour(("08:30", "11:00"))
    own = next(day for day in days if day.vehicle == "Präventionsmobil")
    after = neighbour(days, own.id, 1)
    assert (after.vehicle, after.day) == ("Präventionsmobil", DAY + timedelta(days=1))
    assert neighbour(days, own.id, -1) is None


def test_minutes_count_on_past_midnight():
    assert minute_on(DAY, at(DAY, "08:30")) == 510
    assert minute_on(DAY, at(DAY + timedelta(days=1), "00:15")) == 1455
    assert days_from(DAY, DAY + timedelta(days=2))[-1] == DAY + timedelta(days=2)


def test_empty_tour_has_no_height():
    assert plan_board((), WIDTH, {}).height == 0


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), min_size=2, max_size=2))
def test_two_marks_are_pushed_apart(pairs):
    one, other = apart([QPointF(*pair) for pair in pairs], 19)
    assert QLineF(one, other).length() >= 18.5
