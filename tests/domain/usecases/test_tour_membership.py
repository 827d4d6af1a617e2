"""Stops stay with the tour, change its day or leave it as their date, vehicle or event changes."""

from datetime import date

from domain.rows.tours import TourDayDraft
from domain.usecases import events, fleet, tour_rows, tours
from tests.builders import DAY, at, change_event, dump, make_vehicle
from tests.domain.usecases.touring import NEXT, days, make_stop, place, titles


def test_a_stop_that_leaves_stays_in_the_calendar_without_the_vehicle(ws, tour):
    tour_id, (first, _second) = tour
    a, b = make_stop(ws, "A"), make_stop(ws, "B")
    place(ws, first, a, b)
    ws.run("Leave", tours.leave_tour, a)
    assert titles(ws, tour_id) == ["B"]
    assert ws.ask(events.detail, a).draft.vehicle_id is None
    assert ws.ask(tour_rows.day_of_event, a) is None
    before = ws.undo_state()
    ws.run("Leave", tours.leave_tour, a)
    assert ws.undo_state() == before


def test_events_stay_when_their_day_or_tour_goes(ws, tour):
    tour_id, (first, second) = tour
    a, b = make_stop(ws, "A"), make_stop(ws, "B")
    place(ws, first, a)
    place(ws, second, b)
    before = dump(ws)
    ws.run("Delete day", tours.delete_day, first)
    assert ws.ask(tour_rows.day_of_event, a) is None
    assert ws.run("Delete", tours.delete, [tour_id]) == 1
    assert ws.ask(events.detail, b).row.start_day == NEXT
    ws.undo()
    ws.undo()
    assert dump(ws) == before


def test_a_stop_moved_in_the_calendar_changes_to_the_tours_other_day(ws, tour):
    tour_id, _days = tour
    a, b = make_stop(ws, "A"), make_stop(ws, "B", start="21:00", end="22:00")
    place(ws, tour[1][0], a)
    place(ws, tour[1][1], b)
    ws.run("Move", events.move, a, NEXT)
    assert (titles(ws, tour_id, 0), titles(ws, tour_id, 1)) == ([], ["A", "B"])


def test_a_stop_moved_out_of_the_tours_days_leaves_the_tour(ws, vehicle, tour):
    a, b = make_stop(ws, "A"), make_stop(ws, "B")
    place(ws, tour[1][0], a, b)
    ws.run("Move", events.move, a, date(2027, 8, 2))
    assert titles(ws, tour[0]) == ["B"]
    assert ws.ask(events.detail, a).draft.vehicle_id == vehicle


def test_a_stop_with_another_time_takes_its_new_place_in_the_order(ws, tour):
    a, b = make_stop(ws, "A", start="09:00", end="10:00"), make_stop(ws, "B", start="12:00", end="13:00")
    place(ws, tour[1][0], a, b)
    ws.run("Change time", events.retime, a, at(DAY, "15:00"), at(DAY, "16:00"))
    assert titles(ws, tour[0]) == ["B", "A"]


def test_an_order_made_by_hand_outlives_a_text_change(ws, tour):
    a, b = make_stop(ws, "A", start="09:00", end="10:00"), make_stop(ws, "B", start="12:00", end="13:00")
    place(ws, tour[1][0], b, a)
    change_event(ws, a, public_text="Mit Kaffee")
    assert titles(ws, tour[0]) == ["B", "A"]


def test_a_stop_that_becomes_an_all_day_event_leaves_the_tour(ws, tour):
    a = make_stop(ws, "A")
    place(ws, tour[1][0], a)
    change_event(ws, a, all_day=True, first_day=DAY, last_day=DAY)
    assert titles(ws, tour[0]) == []


def test_a_stop_with_another_vehicle_goes_to_that_vehicles_day(ws, tour):
    other = make_vehicle(ws, "Kleinbus")
    ws.run("Add day", tours.add_day, tour[0], TourDayDraft(DAY, other))
    a = make_stop(ws, "A")
    place(ws, tour[1][0], a)
    change_event(ws, a, vehicle_id=other)
    found = {day.vehicle: [stop.event.title for stop in day.stops] for day in days(ws, tour[0]) if day.day == DAY}
    assert found == {"Kleinbus": ["A"], "Präventionsmobil": []}


def test_a_deleted_event_leaves_no_gap_in_the_day(ws, tour):
    stops = [make_stop(ws, name) for name in "ABC"]
    place(ws, tour[1][0], *stops)
    before = dump(ws)
    ws.run("Delete", events.delete, [stops[0]])
    assert [stop.position for stop in days(ws, tour[0])[0].stops] == [1, 2]
    ws.undo()
    assert dump(ws) == before


def test_a_vehicle_that_goes_takes_its_days_but_not_the_events(ws, vehicle, tour):
    a = make_stop(ws, "A")
    place(ws, tour[1][0], a)
    ws.run("Delete", fleet.delete, [vehicle])
    assert days(ws, tour[0]) == ()
    assert ws.ask(events.detail, a).draft.vehicle_id is None
