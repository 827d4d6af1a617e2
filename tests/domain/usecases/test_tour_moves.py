"""Stops moved by hand: other days and vehicles, requests that come in, stays made longer; each one undo step."""

from datetime import timedelta

import pytest

from domain.errors import InvalidInputError
from domain.rows.requests import Wish
from domain.rows.tours import TourDayDraft, TourSlot
from domain.terms import BERLIN, EventState, RequestState
from domain.usecases import events, requests, tour_moves, tours
from tests.builders import (
    DAY,
    HALLE,
    KOETHEN,
    MAGDEBURG,
    ZERBST,
    at,
    dump,
    make_event,
    make_person,
    make_request,
    make_tour,
    make_vehicle,
)
from tests.domain.usecases.touring import NEXT, days, make_stop, place, titles

AFTER = DAY + timedelta(days=2)


@pytest.fixture
def bus(ws):
    return make_vehicle(ws)


@pytest.fixture
def tour(ws, bus):
    """Three days of one vehicle: two tentative stops on the first, one on the last, none between."""
    tour_id, day_ids = make_tour(ws, bus, days=3)
    first = make_stop(ws, "Köthen", start="09:00", end="11:00", ags=KOETHEN, set_up_minutes=30, tear_down_minutes=15)
    second = make_stop(ws, "Zerbst", start="14:00", end="16:00", ags=ZERBST)
    third = make_stop(ws, "Halle", start="10:00", end="12:00", day=AFTER, ags=HALLE)
    place(ws, day_ids[0], first, second)
    place(ws, day_ids[2], third)
    return tour_id, day_ids, (first, second, third)


def drop(ws, tour_id, event_id, day, vehicle_id, position=None):
    return ws.run("Move", tour_moves.drop_stop, tour_id, event_id, TourSlot(day, vehicle_id, position))


def hours(ws, event_id):
    draft = ws.ask(events.detail, event_id).draft
    return [f"{moment.astimezone(BERLIN):%d. %H:%M}" for moment in (draft.starts_at, draft.ends_at)]


def test_stop_moves_to_another_day_and_keeps_its_hour(ws, tour, bus):
    tour_id, day_ids, (first, _second, third) = tour
    placed = drop(ws, tour_id, first, AFTER, bus)
    assert titles(ws, tour_id, 0) == ["Zerbst"]
    assert sorted(titles(ws, tour_id, 2)) == ["Halle", "Köthen"]
    assert (placed.day, placed.day_id, placed.vehicle) == (AFTER, day_ids[2], "Präventionsmobil")
    assert hours(ws, first)[0][:3] == hours(ws, third)[0][:3] == "15."


def test_move_is_undone_in_one_step(ws, tour, bus):
    tour_id, _days, (first, _second, _third) = tour
    before = dump(ws)
    drop(ws, tour_id, first, AFTER, bus)
    assert dump(ws) != before
    ws.undo()
    assert dump(ws) == before


def test_move_says_what_it_costs(ws, tour, bus):
    tour_id, _days, (first, _second, _third) = tour
    drives = sum(day.drive_minutes for day in days(ws, tour_id))
    placed = drop(ws, tour_id, first, NEXT, bus)
    assert placed.drive_minutes == sum(day.drive_minutes for day in days(ws, tour_id)) - drives
    assert placed.kilometres > 0


def test_stop_is_put_before_and_behind_another(ws, tour, bus):
    tour_id, _days, (_first, second, _third) = tour
    drop(ws, tour_id, second, DAY, bus, 1)
    assert titles(ws, tour_id) == ["Zerbst", "Köthen"]
    drop(ws, tour_id, second, DAY, bus, 2)
    assert titles(ws, tour_id) == ["Köthen", "Zerbst"]
    row = days(ws, tour_id)[0]
    assert row.stops[1].arrival >= row.stops[0].departure + timedelta(minutes=row.stops[1].leg.minutes)


def test_others_make_room_and_can_be_reached(ws, tour, bus):
    tour_id, _days, (first, _second, _third) = tour
    drop(ws, tour_id, first, AFTER, bus)
    row = days(ws, tour_id)[2]
    assert row.stops[1].arrival >= row.stops[0].departure + timedelta(minutes=row.stops[1].leg.minutes)


def test_confirmed_stop_keeps_its_time_when_another_comes(ws, tour, bus):
    tour_id, day_ids, (first, _second, _third) = tour
    fixed = make_event(ws, "Magdeburg", day=NEXT, start="09:30", end="12:00", ags=MAGDEBURG)
    place(ws, day_ids[1], fixed)
    placed = drop(ws, tour_id, first, NEXT, bus)
    assert hours(ws, fixed) == ["14. 09:30", "14. 12:00"]
    assert fixed not in placed.retimed
    row = days(ws, tour_id)[1]
    assert row.stops[1].arrival >= row.stops[0].departure + timedelta(minutes=row.stops[1].leg.minutes)


def test_confirmed_stop_that_is_moved_itself_may_change_its_hour(ws, tour, bus):
    tour_id, _days, (_first, _second, _third) = tour
    fixed = make_event(ws, "Magdeburg", day=NEXT, start="14:30", end="16:00", ags=MAGDEBURG)
    drop(ws, tour_id, fixed, DAY, bus, 3)
    assert titles(ws, tour_id) == ["Köthen", "Zerbst", "Magdeburg"]
    assert ws.ask(events.detail, fixed).draft.starts_at > at(DAY, "16:00")
    assert ws.ask(events.detail, fixed).row.state is EventState.confirmed


def test_other_vehicle_takes_a_stop_over(ws, tour):
    tour_id, _days, (first, _second, _third) = tour
    van = make_vehicle(ws, "Kleinbus", depot_town="Halle (Saale)", depot_postcode="06108")
    drop(ws, tour_id, first, DAY, van)
    found = {row.vehicle: [stop.event.title for stop in row.stops] for row in days(ws, tour_id) if row.day == DAY}
    assert found == {"Präventionsmobil": ["Zerbst"], "Kleinbus": ["Köthen"]}
    assert ws.ask(events.detail, first).draft.vehicle_id == van
    assert hours(ws, first) == ["13. 09:00", "13. 11:00"]


def test_missing_day_is_added_with_the_vehicles_crew_and_undone_with_the_move(ws, bus):
    person = make_person(ws)
    tour_id = make_tour(ws, bus, days=0)[0]
    draft = TourDayDraft(DAY, bus, crew_ids=(person,))
    for each in (DAY, AFTER):
        ws.run("Add", tours.add_day, tour_id, TourDayDraft(each, bus, crew_ids=(person,)))
    event = make_stop(ws, "Köthen", start="09:00", end="11:00", ags=KOETHEN)
    place(ws, days(ws, tour_id)[0].id, event)
    before = dump(ws)
    drop(ws, tour_id, event, NEXT, bus)
    added = next(row for row in days(ws, tour_id) if row.day == NEXT)
    assert added.draft.crew_ids == draft.crew_ids
    assert [stop.event.title for stop in added.stops] == ["Köthen"]
    ws.undo()
    assert dump(ws) == before


def test_day_added_by_a_move_goes_when_the_stop_moves_on(ws, tour, bus):
    tour_id, day_ids, (first, _second, _third) = tour
    ws.run("Delete", tours.delete_day, day_ids[1])
    drop(ws, tour_id, first, NEXT, bus)
    assert len(days(ws, tour_id)) == 3
    drop(ws, tour_id, first, DAY, bus)
    assert [row.day for row in days(ws, tour_id)] == [DAY, AFTER]


def test_day_with_notes_and_the_tours_last_day_stay_when_they_are_empty(ws, tour, bus):
    tour_id, day_ids, (first, _second, third) = tour
    noted = TourDayDraft(NEXT, bus, notes="Werkstatt anrufen")
    ws.run("Note", tours.change_day, day_ids[1], noted)
    drop(ws, tour_id, first, NEXT, bus)
    drop(ws, tour_id, first, DAY, bus)
    drop(ws, tour_id, third, DAY, bus)
    assert [row.day for row in days(ws, tour_id)] == [DAY, NEXT, AFTER]


def test_request_becomes_a_tentative_stop_at_the_hour_asked_for(ws, tour, bus):
    tour_id, _days, _stops = tour
    wish = Wish(NEXT, NEXT, 8 * 60, 12 * 60)
    request = make_request(ws, "Radis", ags=ZERBST, duration_minutes=150, wishes=(wish,))
    before = dump(ws)
    placed = ws.run("Drop", tour_moves.drop_request, tour_id, request, TourSlot(NEXT, bus))
    assert titles(ws, tour_id, 1) == ["Radis"]
    assert hours(ws, placed.event_id) == ["14. 08:00", "14. 10:30"]
    assert ws.ask(events.detail, placed.event_id).row.state is EventState.tentative
    assert ws.ask(requests.detail, request).state is RequestState.accepted
    ws.undo()
    assert dump(ws) == before


def test_request_without_an_hour_comes_where_the_day_has_room(ws, tour, bus):
    tour_id, _days, (first, _second, _third) = tour
    request = make_request(ws, "Radis", ags=ZERBST, duration_minutes=60)
    placed = ws.run("Drop", tour_moves.drop_request, tour_id, request, TourSlot(DAY, bus))
    assert hours(ws, first) == ["13. 09:00", "13. 11:00"]
    row = days(ws, tour_id)[0]
    for one, other in zip(row.stops, row.stops[1:], strict=False):
        assert other.arrival >= one.departure + timedelta(minutes=other.leg.minutes)
    assert placed.event_id in {stop.event.id for stop in row.stops}


def test_window_that_was_asked_for_holds_when_others_come(ws, tour, bus):
    tour_id, _days, (first, _second, _third) = tour
    wish = Wish(NEXT, NEXT, 8 * 60, 10 * 60)
    request = make_request(ws, "Radis", ags=ZERBST, duration_minutes=120, wishes=(wish,))
    placed = ws.run("Drop", tour_moves.drop_request, tour_id, request, TourSlot(NEXT, bus))
    drop(ws, tour_id, first, NEXT, bus)
    assert hours(ws, placed.event_id) == ["14. 08:00", "14. 10:00"]
    assert titles(ws, tour_id, 1) == ["Radis", "Köthen"]


def test_accepted_request_is_refused(ws, tour, bus):
    tour_id, _days, _stops = tour
    request = make_request(ws, "Radis", ags=ZERBST)
    ws.run("Drop", tour_moves.drop_request, tour_id, request, TourSlot(NEXT, bus))
    with pytest.raises(InvalidInputError):
        ws.run("Drop", tour_moves.drop_request, tour_id, request, TourSlot(DAY, bus))


def test_longer_stay_pushes_the_next_stop_and_undo_takes_both_back(ws, tour):
    _tour, _days, (first, second, _third) = tour
    before = dump(ws)
    placed = ws.run("Longer", tour_moves.resize_stay, first, 0, 180)
    assert hours(ws, first) == ["13. 09:00", "13. 14:00"]
    assert hours(ws, second)[0] > "13. 14:15"
    assert placed.retimed == (second,)
    ws.undo()
    assert dump(ws) == before


def test_earlier_opening_moves_nobody_who_is_not_in_the_way(ws, tour):
    _tour, _days, (first, second, _third) = tour
    placed = ws.run("Earlier", tour_moves.resize_stay, first, 15, -30)
    assert hours(ws, first) == ["13. 08:45", "13. 10:30"]
    assert hours(ws, second) == ["13. 14:00", "13. 16:00"]
    assert placed.retimed == ()


def test_stay_without_length_is_refused(ws, tour):
    _tour, _days, (first, _second, _third) = tour
    with pytest.raises(InvalidInputError):
        ws.run("Shorter", tour_moves.resize_stay, first, 0, -120)


def test_event_that_is_no_stop_cannot_be_made_longer_here(ws, tour):
    other = make_stop(ws, "Frei", start="09:00", end="10:00")
    with pytest.raises(InvalidInputError):
        ws.run("Longer", tour_moves.resize_stay, other, 0, 5)


def test_all_day_event_is_refused_and_nothing_changes(ws, tour, bus):
    tour_id, _days, _stops = tour
    event = make_event(ws, "Woche", all_day=True)
    before = dump(ws)
    with pytest.raises(InvalidInputError):
        drop(ws, tour_id, event, NEXT, bus)
    assert dump(ws) == before
