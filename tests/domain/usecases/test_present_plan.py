"""The plan as it stands: what a person wants to plan next, its routes, who is left out."""

from datetime import date, timedelta

from domain.planning.present import present_routes
from domain.rows.proposals import PlanningWish
from domain.rows.tours import TourDraft
from domain.terms import TourState
from domain.usecases import tour_stops, tours
from domain.usecases.planning_problem import planning_problem
from domain.usecases.present_plan import present_left_out, usual_wish
from tests.builders import DAY, HALLE, KOETHEN, make_request, make_tour, make_vehicle
from tests.guards.clock import MOMENT

TOMORROW = MOMENT.date() + timedelta(days=1)


def test_a_draft_tour_is_planned_anew_over_its_own_days_and_vehicles(ws):
    vehicle = make_vehicle(ws)
    make_vehicle(ws, "Kleinbus")
    tour_id, _days = make_tour(ws, vehicle, days=2)
    assert ws.ask(usual_wish, tour_id) == PlanningWish(DAY, DAY + timedelta(days=1), (vehicle,), tour_id=tour_id)


def test_a_tour_that_is_agreed_is_not_planned_again(ws):
    tour_id, _days = make_tour(ws, make_vehicle(ws))
    ws.run("Agree", tours.change, tour_id, TourDraft("Frühjahrstour", TourState.agreed))
    assert ws.ask(usual_wish, tour_id).tour_id is None


def test_three_weeks_begin_on_the_monday_of_the_first_request(ws):
    make_request(ws, earliest=date(2027, 5, 20), latest=date(2027, 6, 1))
    make_request(ws, "Stadt Köthen", earliest=date(2027, 6, 3))
    assert ws.ask(usual_wish) == PlanningWish(date(2027, 5, 17), date(2027, 6, 4))


def test_nothing_is_proposed_for_days_that_are_over(ws):
    make_request(ws, earliest=date(2027, 4, 1), latest=date(2027, 6, 1))
    wish = ws.ask(usual_wish)
    assert (wish.first, wish.last) == (TOMORROW, date(2027, 5, 14))


def test_without_requests_the_next_three_weeks_are_offered(ws):
    assert ws.ask(usual_wish).first == TOMORROW


def test_present_routes_tell_the_drives_of_the_tour_as_it_stands(ws):
    tour_id, days = make_tour(ws, make_vehicle(ws))
    event_id = ws.run(
        "Accept", tour_stops.accept_as_stop, days[0], make_request(ws, "Markt", ags=KOETHEN, from_minute=600)
    )
    case = ws.ask(planning_problem, PlanningWish(DAY, DAY, tour_id=tour_id))
    (route,) = present_routes(case)
    there = route.starts[0] - route.departure
    assert (route.stops, route.starts) == ((str(event_id),), (600,))
    assert there > 0
    assert route.drive == there + (route.back - 600 - case.subjects[str(event_id)].minutes)


def test_who_is_left_out_is_explained_without_a_plan(ws):
    tour_id, days = make_tour(ws, make_vehicle(ws))
    ws.run("Accept", tour_stops.accept_as_stop, days[0], make_request(ws, "Markt", ags=KOETHEN, from_minute=600))
    left = make_request(ws, "Schule Halle", ags=HALLE, duration_minutes=60, earliest=DAY, latest=DAY)
    case, found = ws.ask(present_left_out, PlanningWish(DAY, DAY, tour_id=tour_id))
    assert [each.stop for each in found] == [str(left)]
    assert found[0].sentences
    assert case.subjects[str(left)].request_id == left
