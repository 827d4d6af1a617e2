"""What stands already when a tour is planned: fixed and undated events, the present tour, a released version."""

from dataclasses import replace
from datetime import timedelta

from domain.planning.problem import Cell, Window
from domain.rows.proposals import Cancelled
from domain.rows.tours import TourDayDraft
from domain.terms import EventKind, EventState, Weight
from domain.usecases import events, releases, requests, tours
from tests.builders import (
    HALLE,
    KOETHEN,
    ZERBST,
    make_event,
    make_request,
    make_tour,
)
from tests.domain.usecases.proposing import MONDAY, SATURDAY, ask, days, stop_of
from tests.domain.usecases.touring import make_stop, place

TUESDAY = MONDAY + timedelta(days=1)


def request(ws, name="Stadt Köthen", **fields):
    return make_request(ws, name, **({"ags": KOETHEN, "duration_minutes": 180} | fields))


def test_confirmed_events_are_fixed_with_set_up_and_tear_down(ws, vehicle):
    dialogue = make_event(
        ws,
        day=TUESDAY,
        start="14:00",
        end="16:00",
        vehicle_id=vehicle,
        ags=KOETHEN,
        set_up_minutes=30,
        tear_down_minutes=15,
    )
    case = ask(ws)
    stop = stop_of(case, dialogue)
    assert (stop.duration, stop.windows) == (165, (Window(1, 810, 975),))
    (fixed,) = case.problem.fixed
    assert (fixed.cell, fixed.start) == (Cell(str(vehicle), 1), 810)
    assert case.subjects[stop.id].fixed


def test_a_day_that_cannot_be_done_as_it_stands_is_left_alone(ws, vehicle):
    for title in ("Eins", "Zwei"):
        make_event(ws, title, day=TUESDAY, start="10:00", end="12:00", vehicle_id=vehicle, ags=KOETHEN)
    make_event(ws, "Abend", day=SATURDAY, start="20:00", end="22:00", vehicle_id=vehicle, ags=KOETHEN)
    case = ask(ws)
    assert case.problem.stops == ()
    assert case.problem.vehicles[0].days == (0, 2, 3, 4)


def test_a_stop_without_a_date_is_planned_as_its_request_wished(ws, vehicle):
    wanted = request(ws, earliest=TUESDAY, latest=TUESDAY, from_minute=540, to_minute=840, priority=3)
    draft = replace(ws.ask(requests.proposed_event, wanted), state=EventState.requested, starts_at=None, ends_at=None)
    made = ws.run("Accept", requests.accept, wanted, draft)
    idea = make_event(ws, "Idee", day=None, kind=EventKind.mobile_stop, ags=ZERBST, vehicle_id=vehicle)
    case = ask(ws)
    stop = stop_of(case, made)
    assert (stop.windows, stop.duration, stop.prize) == ((Window(1, 540, 840),), 180, 400)
    assert case.subjects[stop.id].request_id == wanted
    assert stop_of(case, idea).vehicle == str(vehicle)


def test_stops_of_the_wished_tour_may_move_for_a_price_and_others_stay(ws, vehicle):
    tour_id, (first, _second) = make_tour(ws, vehicle, days=2, first=MONDAY)
    other_tour, (other_day,) = make_tour(ws, vehicle, first=MONDAY + timedelta(days=2), title="Andere")
    tentative = make_stop(ws, "vorläufig", day=MONDAY, start="09:00", end="11:00", ags=KOETHEN, set_up_minutes=30)
    confirmed = make_event(ws, "fest", day=MONDAY, start="14:00", end="15:00", kind=EventKind.mobile_stop, ags=KOETHEN)
    elsewhere = make_stop(ws, "anderswo", day=MONDAY + timedelta(days=2), ags=KOETHEN, start="10:00", end="12:00")
    place(ws, first, tentative, confirmed)
    place(ws, other_day, elsewhere)
    assert other_tour
    case = ask(ws, tour_id=tour_id, stability=Weight.high)
    assert case.problem.published == {str(tentative): Cell(str(vehicle), 0)}
    assert case.problem.published_starts == {str(tentative): 510}
    assert case.problem.move_cost == 120
    assert {fixed.stop for fixed in case.problem.fixed} == {str(confirmed), str(elsewhere)}
    assert days(stop_of(case, tentative)) == [0, 1, 2, 3, 4, 5]
    assert stop_of(case, tentative).prize == 2000, "who was told a date is not dropped lightly"
    alone = ask(ws)
    assert len(alone.problem.fixed) == 3, "without a tour to plan anew everything dated stays"


def test_a_released_stop_is_priced_from_where_the_version_has_it(ws, vehicle):
    tour_id, (first, second) = make_tour(ws, vehicle, days=2, first=MONDAY)
    stop = make_stop(ws, "Halt", day=MONDAY, start="09:00", end="11:00", ags=KOETHEN)
    place(ws, first, stop)
    ws.run("Release", releases.release)
    ws.run("Move", events.move, stop, TUESDAY)
    case = ask(ws, tour_id=tour_id)
    assert second
    assert case.problem.published == {str(stop): Cell(str(vehicle), 0)}


def test_what_was_called_off_takes_no_time_any_more(ws, vehicle):
    gone = make_event(ws, day=TUESDAY, start="10:00", end="12:00", vehicle_id=vehicle, ags=KOETHEN)
    assert ask(ws, cancelled=(Cancelled(gone, "krank"),)).problem.stops == ()


def test_nights_are_offered_where_wished_and_kept_where_the_tour_has_them(ws, vehicle):
    tour_id, _days = make_tour(ws, vehicle, days=0)
    ws.run("Add", tours.add_day, tour_id, TourDayDraft(MONDAY, vehicle, HALLE))
    request(ws)
    case = ask(ws, tour_id=tour_id, nights=(ZERBST,))
    found = {(night.day, case.nights[night.place], night.cost) for night in case.problem.nights}
    assert (0, HALLE, 0) in found
    assert {each for each in found if each[1] == ZERBST} == {(day, ZERBST, 60) for day in range(5)}
    assert ask(ws).problem.vehicles[0].days == (2, 3, 4, 5), "another tour's night takes both its days"


def test_a_school_that_is_known_by_its_name_stays_one_once_it_is_planned(ws, vehicle):
    wanted = request(ws, "Grundschule Radis", duration_minutes=90)
    whit_week = {"first": SATURDAY, "last": SATURDAY + timedelta(days=9)}
    before = ask(ws, **whit_week)
    draft = replace(ws.ask(requests.proposed_event, wanted), state=EventState.requested, starts_at=None, ends_at=None)
    made = ws.run("Accept", requests.accept, wanted, draft)
    stop = stop_of(ask(ws, **whit_week), made)
    assert (stop.windows, stop.kind) == (stop_of(before, wanted).windows, "school")
