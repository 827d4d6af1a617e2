"""Stops of a tour by hand: candidates, requests that become stops, moving, corrected drives."""

from datetime import timedelta

import pytest

from domain.errors import InvalidInputError
from domain.rows.events import EventDraft
from domain.terms import BERLIN, EventKind, EventState, PlaceKind, RequestState
from domain.usecases import requests, tour_rows, tour_stops
from tests.builders import (
    DAY,
    HALLE,
    KOETHEN,
    MAGDEBURG,
    ZERBST,
    dump,
    make_event,
    make_request,
    make_tour,
    make_vehicle,
)


@pytest.fixture
def bus(ws):
    return make_vehicle(ws)


@pytest.fixture
def days(ws, bus):
    """Two days of one vehicle in a tour."""
    return make_tour(ws, bus, days=2)[1]


def stop(ws, day_id, title, **fields):
    event = make_event(ws, title, kind=EventKind.mobile_stop, **fields)
    ws.run("Place", tour_stops.place_by_time, day_id, event)
    return event


def tour_day(ws, day_id):
    rows = ws.ask(tour_rows.days_between, DAY, DAY + timedelta(days=1))
    return next(row for row in rows if row.id == day_id)


def titles(ws, day_id):
    return [each.event.title for each in tour_day(ws, day_id).stops]


def test_events_without_a_tour_in_the_period_are_offered(ws, days):
    inside = make_event(ws, "Im Zeitraum", day=DAY)
    undated = make_event(ws, "Ohne Datum", day=None)
    make_event(ws, "Davor", day=DAY - timedelta(days=9))
    make_event(ws, "Abgesagt", day=DAY, state=EventState.cancelled, state_reason="krank")
    make_event(ws, "Online", day=DAY, kind=EventKind.online, place_kind=PlaceKind.online)
    stop(ws, days[0], "Schon Halt")
    found = ws.ask(tour_stops.candidates, DAY, DAY + timedelta(days=1))
    assert [row.id for row in found.events] == [inside, undated]


def test_open_requests_for_the_vehicle_are_offered_if_their_wish_fits(ws, days):
    fits = make_request(ws, "Passt", earliest=DAY - timedelta(days=3), latest=DAY)
    free = make_request(ws, "Ohne Wunsch")
    make_request(ws, "Zu spät", earliest=DAY + timedelta(days=9))
    make_request(ws, "Vortrag", EventKind.lecture)
    declined = make_request(ws, "Abgelehnt")
    ws.run("Decline", requests.decline, declined, "kein Bus")
    found = ws.ask(tour_stops.candidates, DAY, DAY + timedelta(days=1))
    assert {row.id for row in found.requests} == {fits, free}


def test_request_becomes_a_stop_in_one_step(ws, days):
    request = make_request(ws, "Grundschule Radis", ags=ZERBST, duration_minutes=150)
    before = dump(ws)
    event = ws.run("Accept", tour_stops.accept_as_stop, days[0], request)
    row = tour_day(ws, days[0]).stops[0].event
    assert (row.id, row.state) == (event, EventState.tentative)
    assert row.ends_at - row.starts_at == timedelta(minutes=150)
    assert ws.ask(requests.detail, request).state is RequestState.accepted
    ws.undo()
    assert dump(ws) == before


def test_request_with_an_hour_keeps_it_on_the_tours_day(ws, days):
    stop(ws, days[0], "Nachmittag", start="14:00", end="16:00", ags=KOETHEN)
    request = make_request(ws, "Morgens", ags=ZERBST, from_minute=8 * 60, duration_minutes=120)
    ws.run("Accept", tour_stops.accept_as_stop, days[0], request)
    assert titles(ws, days[0]) == ["Morgens", "Nachmittag"]
    start = tour_day(ws, days[0]).stops[0].event.starts_at.astimezone(BERLIN)
    assert (start.date(), start.hour) == (DAY, 8)


def test_accepted_request_is_refused_a_second_time(ws, days):
    request = make_request(ws)
    ws.run("Accept", tour_stops.accept_as_stop, days[0], request)
    with pytest.raises(InvalidInputError):
        ws.run("Accept", tour_stops.accept_as_stop, days[1], request)


def test_new_event_comes_behind_the_others(ws, days):
    stop(ws, days[0], "Erster", start="09:00", end="11:00", ags=KOETHEN)
    draft = EventDraft(EventKind.mobile_stop, "Neu", ags=ZERBST)
    ws.run("New", tour_stops.new_stop, days[0], draft)
    assert titles(ws, days[0]) == ["Erster", "Neu"]
    first, second = tour_day(ws, days[0]).stops
    assert second.arrival - first.departure >= timedelta(minutes=second.leg.minutes)


def test_stop_moved_to_another_day_keeps_its_hour_and_finds_its_place(ws, days):
    moved = stop(ws, days[0], "Mittags", start="12:00", end="13:00", ags=KOETHEN)
    stop(ws, days[1], "Morgens", start="08:00", end="09:00", ags=HALLE, day=DAY + timedelta(days=1))
    stop(ws, days[1], "Abends", start="18:00", end="19:00", ags=HALLE, day=DAY + timedelta(days=1))
    ws.run("Move", tour_stops.place_by_time, days[1], moved)
    assert titles(ws, days[1]) == ["Morgens", "Mittags", "Abends"]
    start = tour_day(ws, days[1]).stops[1].event.starts_at.astimezone(BERLIN)
    assert (start.date(), start.hour) == (DAY + timedelta(days=1), 12)
    assert titles(ws, days[0]) == []


def test_stop_moved_to_a_position_can_be_reached(ws, days):
    stop(ws, days[0], "Erster", start="09:00", end="10:00", ags=KOETHEN)
    last = stop(ws, days[0], "Letzter", start="14:00", end="16:00", ags=MAGDEBURG)
    ws.run("Move", tour_stops.move_stop, days[0], last, 1)
    assert titles(ws, days[0]) == ["Letzter", "Erster"]
    first, second = tour_day(ws, days[0]).stops
    assert second.arrival >= first.departure + timedelta(minutes=second.leg.minutes)


def test_corrected_drive_holds_from_now_on(ws, days):
    stop(ws, days[0], "Halt", ags=KOETHEN)
    ws.run("Correct", tour_stops.correct_drive, days[0], 0, 77, 51.5)
    day = tour_day(ws, days[0])
    assert (day.stops[0].leg.minutes, day.stops[0].leg.kilometres, day.stops[0].leg.is_corrected) == (77, 51.5, True)
    assert day.home.minutes == 77


def test_drive_to_an_unknown_place_cannot_be_corrected(ws, days):
    stop(ws, days[0], "Irgendwo")
    with pytest.raises(InvalidInputError):
        ws.run("Correct", tour_stops.correct_drive, days[0], 0, 30)


def test_route_names_the_places_of_a_day(ws, days):
    stop(ws, days[0], "Bekannt", start="09:00", end="10:00", ags=KOETHEN)
    stop(ws, days[0], "Unbekannt", start="12:00", end="13:00")
    route = tour_day(ws, days[0]).route
    assert [place and place.ags for place in route] == [MAGDEBURG, KOETHEN, None, MAGDEBURG]
