"""A tour day in figures: legs, duty, breaks, kilometres."""

from datetime import timedelta

import pytest

from domain.errors import NotFoundError
from domain.rows.settings import DutySettings, Settings
from domain.rows.tours import TourDayDraft
from domain.terms import BERLIN, EventKind
from domain.usecases import settings, tour_rows, tours, travel
from tests.builders import (
    DAY,
    HALLE,
    KOETHEN,
    MAGDEBURG,
    ZERBST,
    at,
    make_event,
    make_person,
    make_tour,
    make_vehicle,
)

NEXT = DAY + timedelta(days=1)


@pytest.fixture
def day(ws):
    """A day from Magdeburg to Köthen and Zerbst and home; returns a function that reads it."""
    vehicle = make_vehicle(ws, max_duty_minutes=540, max_drive_minutes=200)
    tour_id, (day_id, _next) = make_tour(ws, vehicle, days=2)
    fields = {"kind": EventKind.mobile_stop, "set_up_minutes": 30, "tear_down_minutes": 20, "expected": 80}
    for title, ags, start, end in (("Köthen", KOETHEN, "09:00", "11:00"), ("Zerbst", ZERBST, "14:00", "16:00")):
        event_id = make_event(ws, title, ags=ags, start=start, end=end, **fields)
        ws.run("Place stop", tours.place_stop, day_id, event_id)
    return lambda index=0: ws.ask(tour_rows.detail, tour_id).days[index]


def test_legs_lead_from_the_depot_over_the_stops_home(ws, day):
    table = ws.ask(travel.travel_table)
    found = day()
    legs = [stop.leg for stop in found.stops]
    assert legs == [table.leg(MAGDEBURG, KOETHEN), table.leg(KOETHEN, ZERBST)]
    assert found.home == table.leg(ZERBST, MAGDEBURG)
    assert found.drive_minutes == sum(leg.minutes for leg in (*legs, found.home))
    assert found.kilometres == round(sum(leg.kilometres for leg in (*legs, found.home)), 1)


def test_the_day_lasts_from_leaving_to_being_back(ws, day):
    found = day()
    first, last = found.stops
    assert (first.arrival, first.departure) == (at(DAY, "08:30"), at(DAY, "11:20"))
    assert found.leaves_at == at(DAY, "08:30") - timedelta(minutes=first.leg.minutes)
    assert last.departure == at(DAY, "16:20")
    presence = (found.returns_at - found.leaves_at).total_seconds() / 60
    assert found.duty_minutes == presence - found.break_minutes
    assert found.break_minutes >= 30
    assert found.leaves_at.tzinfo is BERLIN


def test_the_stricter_limit_counts(ws, day):
    assert (day().max_duty_minutes, day().max_drive_minutes) == (540, 200)
    ws.run("Settings", settings.save, Settings(duty=DutySettings(max_duty_minutes=480)))
    assert day().max_duty_minutes == 480


def test_a_day_without_stops_has_no_figures(ws, day):
    empty = day(1)
    assert (empty.stops, empty.home, empty.leaves_at, empty.returns_at) == ((), None, None, None)
    assert (empty.drive_minutes, empty.duty_minutes, empty.break_minutes, empty.kilometres) == (0, 0, 0, 0.0)


def test_the_morning_after_begins_where_the_vehicle_stayed(ws, day):
    before = day()
    draft = TourDayDraft(DAY, before.vehicle_id, HALLE)
    ws.run("Change day", tours.change_day, before.id, draft)
    stop = make_event(ws, "Köthen", day=NEXT, ags=KOETHEN, start="09:00", end="11:00")
    ws.run("Place stop", tours.place_stop, day(1).id, stop)
    table = ws.ask(travel.travel_table)
    assert (day().overnight, day().home) == ("Halle (Saale)", table.leg(ZERBST, HALLE))
    assert (day(1).start, day(1).depot) == ("Halle (Saale)", "Magdeburg")
    assert (day(1).stops[0].leg, day(1).home) == (table.leg(HALLE, KOETHEN), table.leg(KOETHEN, MAGDEBURG))


def test_a_corrected_drive_counts_both_ways(ws, day):
    ws.run("Correct", travel.correct, ZERBST, KOETHEN, 55, 41.5)
    assert (day().stops[1].leg.minutes, day().stops[1].leg.is_corrected) == (55, True)
    ws.run("Correct", travel.correct, KOETHEN, ZERBST, 65)
    assert day().stops[1].leg.minutes == 65
    ws.undo()
    assert day().stops[1].leg.minutes == 55


def test_a_stop_whose_place_is_unknown_has_no_drive(ws, day):
    event_id = make_event(ws, "irgendwo", start="17:00", end="18:00")
    ws.run("Place stop", tours.place_stop, day().id, event_id)
    found = day()
    assert (found.stops[2].leg.minutes, found.home.minutes) == (0, 0)


def test_crew_and_expected_people_are_shown(ws, day):
    found = day()
    crew = (make_person(ws, "Kühne"), make_person(ws, "Groß"))
    ws.run("Change day", tours.change_day, found.id, TourDayDraft(DAY, found.vehicle_id, crew_ids=crew))
    assert day().crew == ("Groß", "Kühne")
    assert [stop.expected for stop in day().stops] == [80, 80]


def test_days_of_all_tours_are_found_by_date(ws, day):
    make_tour(ws, make_vehicle(ws, "Kleinbus"), first=NEXT)
    found = ws.ask(tour_rows.days_between, NEXT, NEXT)
    assert [row.vehicle for row in found] == ["Kleinbus", "Präventionsmobil"]
    assert ws.ask(tour_rows.days_between, DAY - timedelta(days=9), DAY - timedelta(days=1)) == []


def test_a_tour_that_is_gone_is_told_in_words(ws):
    tour_id, _days = make_tour(ws, make_vehicle(ws))
    ws.run("Delete", tours.delete, [tour_id])
    with pytest.raises(NotFoundError):
        ws.ask(tour_rows.detail, tour_id)
