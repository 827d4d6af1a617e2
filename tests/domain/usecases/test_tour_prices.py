"""Prices of moves for a tour as it stands in the workspace."""

from datetime import timedelta

import pytest

from domain.planning.prices import BrokenRule
from domain.rows.tours import TourSlot
from domain.terms import EventKind
from domain.usecases import tour_moves, tour_prices
from tests.builders import DAY, HALLE, KOETHEN, MAGDEBURG, make_event, make_request, make_tour, make_vehicle
from tests.domain.usecases.touring import days, make_stop, place

NEXT = DAY + timedelta(days=1)


@pytest.fixture
def bus(ws):
    return make_vehicle(ws)


@pytest.fixture
def tour(ws, bus):
    """Two days of the bus: Köthen and Halle on the first, Magdeburg on the second."""
    tour_id, day_ids = make_tour(ws, bus, days=2)
    stops = [
        make_stop(ws, "Köthen", start="09:00", end="11:00", ags=KOETHEN),
        make_stop(ws, "Halle", start="13:30", end="15:00", ags=HALLE),
        make_stop(ws, "Magdeburg", start="10:00", end="12:00", day=NEXT, ags=MAGDEBURG),
    ]
    place(ws, day_ids[0], *stops[:2])
    place(ws, day_ids[1], stops[2])
    return tour_id, stops


def prices(ws, tour_id, stop):
    return ws.ask(tour_prices.tour_prices, tour_id).of(stop)


def test_every_day_of_every_vehicle_has_a_price(ws, tour, bus):
    tour_id, stops = tour
    assert set(prices(ws, tour_id, stops[0])) == {(DAY, bus), (NEXT, bus)}


def test_price_is_what_the_tour_then_drives_more(ws, tour, bus):
    tour_id, stops = tour
    promised = prices(ws, tour_id, stops[0])[NEXT, bus]
    slot = TourSlot(NEXT, bus, promised.at + 1, promised.start)
    placed = ws.run("Move", tour_moves.drop_stop, tour_id, stops[0], slot)
    assert promised.fits
    assert placed.drive_minutes == promised.added_drive
    moved = next(stop for day in days(ws, tour_id) for stop in day.stops if stop.event.id == stops[0])
    assert moved.event.starts_at == placed.starts_at


def test_request_has_prices_before_it_is_an_event(ws, tour, bus):
    tour_id, _stops = tour
    request = make_request(ws, "Schule", ags=KOETHEN, duration_minutes=60, earliest=NEXT, latest=NEXT)
    found = prices(ws, tour_id, request)
    assert found[NEXT, bus].fits
    assert [breach.rule for breach in found[DAY, bus].breaches] == [BrokenRule.date]


def test_confirmed_stop_can_be_priced_too_and_others_keep_their_hour(ws, tour, bus):
    tour_id, _stops = tour
    fixed = make_event(ws, "Fest", kind=EventKind.mobile_stop, day=NEXT, start="14:00", end="16:00", ags=HALLE)
    place(ws, days(ws, tour_id)[1].id, fixed)
    assert not any(breach.rule is BrokenRule.fixed for breach in prices(ws, tour_id, fixed)[DAY, bus].breaches)


def test_stop_of_another_kind_is_priced_as_free(ws, tour, bus):
    tour_id, _stops = tour
    lecture = make_event(ws, "Vortrag", kind=EventKind.lecture, day=NEXT, start="14:00", end="15:00", ags=HALLE)
    place(ws, days(ws, tour_id)[1].id, lecture)
    found = prices(ws, tour_id, lecture)
    assert not any(breach.rule is BrokenRule.fixed for price in found.values() for breach in price.breaches)


def test_request_without_a_known_place_says_why(ws, tour):
    tour_id, _stops = tour
    request = make_request(ws, "Irgendwo", duration_minutes=60)
    ready = ws.ask(tour_prices.tour_prices, tour_id)
    assert ready.of(request) == {}
    assert ready.refused(request).sentences


def test_night_away_is_where_the_next_day_begins(ws, tour, bus):
    from dataclasses import replace

    from domain.usecases import tours

    tour_id, stops = tour
    before = prices(ws, tour_id, stops[2])[DAY, bus].added_drive
    row = days(ws, tour_id)[0]
    ws.run("Night", tours.change_day, row.id, replace(row.draft, overnight_ags=HALLE))
    after = ws.ask(tour_prices.tour_prices, tour_id)
    assert len(after.ends) == 2
    assert after.of(stops[2])[DAY, bus].added_drive != before


def test_tour_without_days_has_no_prices(ws, bus):
    assert ws.ask(tour_prices.tour_prices, make_tour(ws, bus, days=0)[0]) is None
