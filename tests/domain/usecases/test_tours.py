"""Tours by hand: days, stops, their order and times."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.rows.tours import TourDayDraft, TourDraft
from domain.terms import TourState
from domain.usecases import events, fleet, tour_rows, tours, travel
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
    make_site,
    make_tour,
    make_vehicle,
)
from tests.domain.usecases.touring import NEXT, days, make_stop, place, titles


def test_a_tour_has_title_state_and_notes(ws):
    tour_id = ws.run("Create", tours.create, TourDraft("Frühjahr", notes="Schlüssel mitnehmen"))
    draft = TourDraft("Herbst", TourState.agreed, "Neu")
    ws.run("Change", tours.change, tour_id, draft, 1)
    assert ws.ask(tour_rows.detail, tour_id).draft == draft
    with pytest.raises(ConflictError):
        ws.run("Change", tours.change, tour_id, draft, 1)
    with pytest.raises(InvalidInputError):
        ws.run("Change", tours.change, tour_id, TourDraft(" "))


def test_tours_are_listed_newest_first_and_those_without_a_day_on_top(ws, vehicle):
    make_tour(ws, vehicle, days=2, title="Mai")
    tour_id, (day_id,) = make_tour(ws, vehicle, first=date(2027, 9, 1), title="September")
    place(ws, day_id, make_stop(ws, "Halt"), make_stop(ws, "Halt 2"))
    make_tour(ws, vehicle, days=0, title="leer")
    found = [(row.title, row.first_day, row.last_day, row.days, row.stops) for row in ws.ask(tour_rows.list_rows)]
    assert found == [
        ("leer", None, None, 0, 0),
        ("September", date(2027, 9, 1), date(2027, 9, 1), 1, 2),
        ("Mai", DAY, NEXT, 2, 0),
    ]
    assert ws.ask(tour_rows.detail, tour_id).row == ws.ask(tour_rows.list_rows)[1]


def test_two_vehicles_on_one_day_are_one_day(ws, vehicle, tour):
    ws.run("Add day", tours.add_day, tour[0], TourDayDraft(DAY, make_vehicle(ws, "Kleinbus")))
    assert ws.ask(tour_rows.list_rows)[0].days == 2
    assert [day.vehicle for day in days(ws, tour[0])] == ["Kleinbus", "Präventionsmobil", "Präventionsmobil"]


def test_a_vehicle_is_on_a_tour_once_a_day(ws, vehicle, tour):
    tour_id, (first, _second) = tour
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Add day", tours.add_day, tour_id, TourDayDraft(DAY, vehicle))
    assert refusal.value.field == "day"
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Change day", tours.change_day, first, TourDayDraft(NEXT, vehicle))
    assert refusal.value.field == "day"


def test_a_day_of_a_tour_or_vehicle_that_is_gone_is_told_in_words(ws, vehicle, tour):
    other = make_vehicle(ws, "Kleinbus")
    ws.run("Delete", fleet.delete, [other])
    with pytest.raises(ConflictError):
        ws.run("Add day", tours.add_day, tour[0], TourDayDraft(DAY, other))
    ws.run("Delete", tours.delete, [tour[0]])
    with pytest.raises(NotFoundError):
        ws.run("Add day", tours.add_day, tour[0], TourDayDraft(DAY, vehicle))


def test_every_field_of_a_day_comes_back(ws, vehicle, tour):
    crew = tuple(make_person(ws, name) for name in ("Kühne", "Groß"))
    draft = TourDayDraft(DAY, vehicle, ZERBST, crew, "Tank voll")
    ws.run("Change day", tours.change_day, tour[1][0], draft, 1)
    day = days(ws, tour[0])[0]
    assert replace(day.draft, crew_ids=set(day.draft.crew_ids)) == replace(draft, crew_ids=set(crew))
    assert (day.crew, day.overnight) == (("Groß", "Kühne"), "Zerbst/Anhalt")
    with pytest.raises(ConflictError):
        ws.run("Change day", tours.change_day, tour[1][0], draft, 1)


def test_a_changed_crew_raises_the_version(ws, vehicle, tour):
    draft = TourDayDraft(DAY, vehicle, crew_ids=(make_person(ws),))
    ws.run("Change day", tours.change_day, tour[1][0], draft, 1)
    assert days(ws, tour[0])[0].version == 2


def test_stops_come_in_the_order_they_are_placed(ws, tour):
    tour_id, (first, _second) = tour
    a, b, c = (make_stop(ws, name) for name in "ABC")
    place(ws, first, a, b)
    place(ws, first, c, position=2)
    assert titles(ws, tour_id) == ["A", "C", "B"]
    assert [stop.position for stop in days(ws, tour_id)[0].stops] == [1, 2, 3]
    place(ws, first, a, position=99)
    assert titles(ws, tour_id) == ["C", "B", "A"]
    place(ws, first, b, position=-5)
    assert titles(ws, tour_id) == ["B", "C", "A"]


def test_a_stop_takes_vehicle_and_day_of_its_tour(ws, vehicle, tour):
    stop = make_stop(ws, "Halt", day=date(2027, 8, 2), start="10:00", end="13:00")
    place(ws, tour[1][0], stop)
    draft = ws.ask(events.detail, stop).draft
    assert (draft.vehicle_id, draft.starts_at, draft.ends_at) == (vehicle, at(DAY, "10:00"), at(DAY, "13:00"))
    assert ws.ask(tour_rows.day_of_event, stop) == (tour[0], tour[1][0])


def test_a_stop_moves_from_one_day_to_another(ws, tour):
    tour_id, (first, second) = tour
    a, b = make_stop(ws, "A"), make_stop(ws, "B")
    place(ws, first, a, b)
    place(ws, second, a)
    assert (titles(ws, tour_id, 0), titles(ws, tour_id, 1)) == (["B"], ["A"])
    assert days(ws, tour_id)[0].stops[0].position == 1
    assert ws.ask(events.detail, a).row.start_day == NEXT


def test_an_all_day_event_is_no_stop(ws, tour):
    with pytest.raises(InvalidInputError) as refusal:
        place(ws, tour[1][0], make_stop(ws, "Woche", all_day=True))
    assert refusal.value.field == "all_day"


def test_stops_without_a_time_get_one_after_the_other(ws, tour):
    tour_id, (first, _second) = tour
    a = make_event(ws, "A", day=None, ags=MAGDEBURG, tear_down_minutes=20)
    b = make_event(ws, "B", day=None, ags=ZERBST, set_up_minutes=25)
    place(ws, first, a, b)
    one, two = days(ws, tour_id)[0].stops
    assert (one.event.starts_at, one.event.ends_at) == (at(DAY, "09:00"), at(DAY, "12:00"))
    assert two.event.starts_at >= one.departure + timedelta(minutes=two.leg.minutes + 25)
    assert two.event.starts_at.minute % 5 == 0


def test_reordering_moves_the_times_along(ws, tour):
    tour_id, (first, _second) = tour
    a = make_stop(ws, "A", start="09:00", end="11:00", ags=HALLE, tear_down_minutes=10)
    b = make_stop(ws, "B", start="13:00", end="14:30", ags=KOETHEN, set_up_minutes=15)
    place(ws, first, a, b)
    ws.run("Reorder", tours.reorder, first, [b, a])
    one, two = days(ws, tour_id)[0].stops
    assert (one.event.title, one.event.starts_at, one.event.ends_at) == ("B", at(DAY, "09:00"), at(DAY, "10:30"))
    drive = ws.ask(travel.travel_table).minutes(KOETHEN, HALLE)
    assert two.event.starts_at == at(DAY, "10:30") + timedelta(minutes=drive)
    assert two.event.ends_at - two.event.starts_at == timedelta(hours=2)


@pytest.mark.parametrize("order", [[0], [0, 0], [0, 1, 1], []])
def test_an_order_that_is_not_the_days_stops_is_refused(ws, tour, order):
    stops = [make_stop(ws, "A"), make_stop(ws, "B")]
    place(ws, tour[1][0], *stops)
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Reorder", tours.reorder, tour[1][0], [stops[index] for index in order])
    assert refusal.value.field == "stops"


def test_a_day_that_moves_takes_its_stops_and_their_local_times_along(ws, tour):
    first = tour[1][0]
    stop = make_stop(ws, "Halt", start="10:00", end="13:00")
    place(ws, first, stop)
    winter, other = date(2027, 11, 15), make_vehicle(ws, "Kleinbus")
    ws.run("Change day", tours.change_day, first, TourDayDraft(winter, other))
    draft = ws.ask(events.detail, stop).draft
    assert (draft.starts_at, draft.ends_at, draft.vehicle_id) == (at(winter, "10:00"), at(winter, "13:00"), other)


def test_placing_a_stop_is_one_step(ws, tour):
    a, b = make_stop(ws, "A"), make_event(ws, "B", day=None)
    place(ws, tour[1][0], a)
    before = dump(ws)
    place(ws, tour[1][0], b, position=1)
    ws.undo()
    assert dump(ws) == before


def test_two_stops_at_one_site_need_no_drive(ws, tour):
    site = make_site(ws, ags=KOETHEN, latitude=51.75, longitude=11.97)
    stops = [make_stop(ws, name, place_kind="site", site_id=site) for name in "AB"]
    place(ws, tour[1][0], *stops)
    assert days(ws, tour[0])[0].stops[1].leg.minutes == 0
