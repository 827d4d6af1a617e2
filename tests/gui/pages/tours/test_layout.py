"""The board's layout: time to scale, lanes by vehicle, numbers, and where a stop would land."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPointF

from domain.rows.tours import Obstacle
from domain.terms import EventKind
from domain.usecases import tour_rows, tours
from gui.pages.tours import words
from gui.pages.tours.layout import DAY_WIDTH, METER_WIDTH, Surroundings, days_from, minute_on, plan_board, vehicles
from gui.pages.tours.map_view import apart
from gui.pages.tours.plan import FREE_LANE, LANE_HEIGHT, TALL_LANE, Freedom, VehicleDay
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
    plan = plan_board(tour(("08:30", "11:00")), WIDTH)
    assert [(band.day, len(band.lanes)) for band in plan.bands] == [(DAY, 2), (DAY + timedelta(days=1), 1)]


def test_time_is_to_scale(tour):
    plan = plan_board(tour(("08:30", "11:00")), WIDTH)
    block = next(lane for lane in plan.lanes() if lane.row.vehicle == "Präventionsmobil").blocks[0]
    assert (block.arrives, block.opens, block.closes, block.leaves) == (480, 510, 660, 675)
    hour = (WIDTH - DAY_WIDTH - METER_WIDTH) / 14
    assert plan.scale.x(block.opens) == pytest.approx(DAY_WIDTH + 2.5 * hour)


def test_each_vehicle_has_its_own_numbers_and_mark(tour):
    plan = plan_board(tour(("08:30", "10:00"), ("12:00", "14:00")), WIDTH)
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
    lane = next(lane for lane in plan_board(days, WIDTH).lanes() if len(lane.blocks) == 2)
    assert [drive.leg for drive in lane.drives] == [0, 1, 2]
    assert [drive.ends for drive in lane.drives[:2]] == [block.arrives for block in lane.blocks]
    assert lane.drives[2].begins == lane.blocks[1].leaves
    assert not any(drive.is_late for drive in lane.drives)


def test_drive_without_time_for_it_is_late(tour):
    days = tour(("08:30", "10:00"), ("10:30", "12:00"))
    lane = next(lane for lane in plan_board(days, WIDTH).lanes() if len(lane.blocks) == 2)
    assert [drive.is_late for drive in lane.drives] == [False, True, False]


def test_axis_grows_with_a_late_evening(tour):
    plan = plan_board(tour(("19:00", "21:30")), WIDTH)
    assert plan.scale.first == 6 * 60
    assert plan.scale.last >= 22 * 60
    assert all(plan.scale.x(drive.ends) <= WIDTH - METER_WIDTH for lane in plan.lanes() for drive in lane.drives)


def test_lanes_are_tall_where_all_find_room(tour):
    days = tour(("08:30", "11:00"))
    assert {lane.height for lane in plan_board(days, WIDTH, height=400).lanes()} == {TALL_LANE}
    assert {lane.height for lane in plan_board(days, WIDTH, height=150).lanes()} == {LANE_HEIGHT}


def test_point_finds_stop_and_drive(tour):
    plan = plan_board(tour(("08:30", "11:00")), WIDTH)
    lane = next(lane for lane in plan.lanes() if lane.row.vehicle == "Präventionsmobil")
    block, drive = lane.blocks[0], lane.drives[0]
    assert plan.block_at(plan.scale.x(550), lane.middle) == block
    assert plan.drive_at(plan.scale.x((drive.begins + drive.ends) / 2), lane.middle) == (lane, drive)
    assert plan.block_at(plan.scale.x(550), plan.height + 5) is None


def test_place_in_the_order_follows_the_mouse(tour):
    plan = plan_board(tour(("08:30", "10:00"), ("14:00", "16:00")), WIDTH)
    lane = next(lane for lane in plan.lanes() if len(lane.blocks) == 2)
    first, second = lane.blocks
    assert plan.position_at(lane, plan.scale.x(first.arrives), second.id)[0] == 1
    assert plan.position_at(lane, plan.scale.x(17 * 60), first.id)[0] == 2
    other = next(each for each in plan.lanes() if len(each.blocks) == 1)
    assert plan.position_at(other, plan.scale.x(19 * 60), first.id)[0] == 2


@pytest.fixture
def around_whitsun(ws):
    """A tour of the bus from Friday to Tuesday over Whitsun, with nothing between, as the board lays it out."""
    bus = make_vehicle(ws)
    tour_id, _days = make_tour(ws, bus, days=1, first=date(2027, 5, 14))
    from domain.rows.tours import TourDayDraft

    ws.run("Add day", tours.add_day, tour_id, TourDayDraft(date(2027, 5, 19), bus))
    days = ws.ask(tour_rows.detail, tour_id).days
    obstacle = Obstacle(date(2027, 5, 18), bus, "Werkstatt")
    around = Surroundings(words.freedom(day.day for day in days), (obstacle,))
    return plan_board(days, WIDTH, around), bus


def test_every_date_between_has_a_row(around_whitsun):
    plan, _bus = around_whitsun
    rows = [(band.day.day, len(band.lanes), band.is_thin) for band in plan.bands]
    assert rows == [(14, 1, False), (15, 0, True), (16, 0, True), (17, 0, True), (18, 0, False), (19, 1, False)]
    assert plan.bands[3].freedom.holiday == "Pfingstmontag"


def test_free_day_has_a_lower_slot_with_what_is_in_its_way(around_whitsun):
    plan, bus = around_whitsun
    slot = plan.slot(VehicleDay(date(2027, 5, 18), bus))
    assert (slot.lane, slot.height, [each.reason for each in slot.obstacles]) == (None, FREE_LANE, ["Werkstatt"])
    assert plan.lane_at(slot.middle) is None
    assert plan.slot_at(slot.middle) == slot


def test_vehicle_that_stays_home_has_a_free_slot_beside_the_other(tour):
    plan = plan_board(tour(("08:30", "10:00")), WIDTH)
    second = plan.bands[1]
    assert {slot.vehicle: slot.lane is None for slot in second.slots} == {"Präventionsmobil": False, "Kleinbus": True}
    assert [slot.vehicle for slot in second.slots] == [slot.vehicle for slot in plan.bands[0].slots]


def test_gap_of_more_than_two_weeks_shows_only_its_holidays(ws):
    bus = make_vehicle(ws)
    tour_id, _days = make_tour(ws, bus, days=1, first=date(2027, 5, 5))
    from domain.rows.tours import TourDayDraft

    ws.run("Add day", tours.add_day, tour_id, TourDayDraft(date(2027, 6, 9), bus))
    days = ws.ask(tour_rows.detail, tour_id).days
    plan = plan_board(days, WIDTH, Surroundings(words.freedom(day.day for day in days)))
    assert [band.freedom.holiday for band in plan.bands] == ["", "Christi Himmelfahrt", "Pfingstmontag", ""]


def test_school_holidays_are_named():
    assert words.freedom([date(2027, 5, 18)])[date(2027, 5, 18)].words.startswith("Pfingst")
    assert words.freedom([date(2027, 6, 9)]) == {}
    assert Freedom("Pfingstmontag", "Pfingstferien").words == "Pfingstmontag"


def test_weekend_is_off_and_a_working_day_is_not():
    found = words.freedom([date(2027, 6, 11), date(2027, 6, 12)])
    assert list(found) == [date(2027, 6, 12)]
    assert found[date(2027, 6, 12)].is_off
    assert not Freedom(school="Pfingstferien").is_off


def test_minutes_count_on_past_midnight():
    assert minute_on(DAY, at(DAY, "08:30")) == 510
    assert minute_on(DAY, at(DAY + timedelta(days=1), "00:15")) == 1455
    assert days_from(DAY, DAY + timedelta(days=2))[-1] == DAY + timedelta(days=2)


def test_empty_tour_has_no_height():
    assert plan_board((), WIDTH).height == 0


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), min_size=2, max_size=2))
def test_two_marks_are_pushed_apart(pairs):
    one, other = apart([QPointF(*pair) for pair in pairs], 19)
    assert QLineF(one, other).length() >= 18.5
