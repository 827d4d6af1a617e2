"""What stands against the vehicles and crews of a tour."""

from datetime import timedelta

import pytest

from domain.rows.tours import Absence, Obstacle, StaffDraft, TourDayDraft
from domain.usecases import fleet, people, tour_obstacles, tours
from tests.builders import DAY, make_person, make_tour, make_vehicle

NEXT, LAST = DAY + timedelta(days=1), DAY + timedelta(days=2)


@pytest.fixture
def bus(ws):
    return make_vehicle(ws)


def found(ws, tour_id):
    return ws.ask(tour_obstacles.obstacles, tour_id)


def test_booking_of_the_vehicle_stands_against_each_of_its_days(ws, bus):
    tour_id, _days = make_tour(ws, bus, days=3)
    ws.run("Book", fleet.book, NEXT, LAST + timedelta(days=5), "Werkstatt", vehicle_id=bus)
    assert found(ws, tour_id) == (Obstacle(NEXT, bus, "Werkstatt"), Obstacle(LAST, bus, "Werkstatt"))


def test_other_vehicles_bookings_do_not_matter(ws, bus):
    tour_id, _days = make_tour(ws, bus, days=3)
    ws.run("Book", fleet.book, NEXT, NEXT, "Werkstatt", vehicle_id=make_vehicle(ws, "Kleinbus"))
    assert found(ws, tour_id) == ()


def test_vehicle_in_another_tour_is_taken(ws, bus):
    tour_id, _days = make_tour(ws, bus, days=2)
    make_tour(ws, bus, first=NEXT, title="Börde")
    assert found(ws, tour_id) == (Obstacle(NEXT, bus, tour="Börde"),)


def test_absent_crew_stands_against_its_days_and_free_days_between(ws, bus):
    draft = StaffDraft("Jana Kühne", absences=(Absence(DAY, LAST, "Urlaub"),))
    person = ws.run("Person", people.create, draft)
    other = make_person(ws, "Ines Wolf")
    tour_id, _days = make_tour(ws, bus, days=0)
    ws.run("Add", tours.add_day, tour_id, TourDayDraft(DAY, bus, crew_ids=(person, other)))
    ws.run("Add", tours.add_day, tour_id, TourDayDraft(LAST, bus, crew_ids=(person,)))
    assert [(each.day, each.person, each.reason) for each in found(ws, tour_id)] == [
        (day, "Jana Kühne", "Urlaub") for day in (DAY, NEXT, LAST)
    ]


def test_absent_person_who_does_not_ride_along_does_not_matter(ws, bus):
    draft = StaffDraft("Jana Kühne", absences=(Absence(DAY, LAST, "Urlaub"),))
    ws.run("Person", people.create, draft)
    tour_id, _days = make_tour(ws, bus, days=3)
    assert found(ws, tour_id) == ()


def test_tour_without_days_has_nothing_against_it(ws, bus):
    assert found(ws, make_tour(ws, bus, days=0)[0]) == ()
