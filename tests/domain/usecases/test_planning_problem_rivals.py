"""Stops that share a person or a site: two vehicles never call at them at a time."""

from datetime import timedelta

import pytest

from domain.planning.plan import Effort
from domain.planning.solve import solve
from domain.rows.events import AssignmentDraft
from domain.rows.proposals import VehicleOut
from domain.terms import AssignmentRole, EventKind, EventState, Grade, PermitState, PlaceKind
from domain.usecases import conflicts, fleet
from tests.builders import HALLE, KOETHEN, ZERBST, make_event, make_person, make_site, make_tour, make_vehicle
from tests.domain.usecases.proposing import MONDAY, accept, ask, days, stop_of
from tests.domain.usecases.touring import make_stop, place


@pytest.fixture
def equipped(ws):
    """Two vehicles with a piece of equipment each: ids of vehicles and pieces."""
    pieces = [ws.run("Add", fleet.add_equipment, name) for name in ("Fahrsimulator", "Fahrradparcours")]
    names = ("Präventionsmobil", "Kleinbus")
    return [make_vehicle(ws, name, equipment_ids=(piece,)) for name, piece in zip(names, pieces, strict=True)], pieces


def undated(ws, title, **fields):
    return make_event(ws, title, day=None, kind=EventKind.mobile_stop, **({"ags": KOETHEN} | fields))


def test_vehicles_that_need_the_same_person_have_days_of_their_own(ws, equipped):
    (bus, van), (simulator, bikes) = equipped
    lead = (AssignmentDraft(make_person(ws), AssignmentRole.lead),)
    one = undated(ws, "Simulator", equipment_ids=(simulator,), assignments=lead)
    two = undated(ws, "Fahrrad", equipment_ids=(bikes,), assignments=lead)
    free = undated(ws, "Ohne Leute")
    case = ask(ws)
    assert stop_of(case, one).need == {"Fahrsimulator", "Präventionsmobil"}
    assert stop_of(case, two).need == {"Fahrradparcours", "Kleinbus"}
    assert stop_of(case, free).need == set()
    assert sorted(days(stop_of(case, one)) + days(stop_of(case, two))) == [0, 1, 2, 3, 4, 5]
    assert str(bus) != str(van)
    assert case.notes[str(one)], "why every other day falls out is told"


def test_one_vehicle_calls_at_them_one_after_another(ws):
    make_vehicle(ws)
    lead = (AssignmentDraft(make_person(ws), AssignmentRole.lead),)
    stops = [undated(ws, title, assignments=lead) for title in ("Eins", "Zwei")]
    case = ask(ws)
    assert [days(stop_of(case, each)) for each in stops] == [[0, 1, 2, 3, 4, 5]] * 2


def test_stops_on_one_site_are_bound_to_one_vehicle(ws, equipped):
    site = make_site(ws, ags=KOETHEN, permit_state=PermitState.granted)
    stops = [undated(ws, title, place_kind=PlaceKind.site, site_id=site) for title in ("Eins", "Zwei")]
    case = ask(ws)
    assert len({stop_of(case, each).need for each in stops}) == 1
    assert len(stop_of(case, stops[0]).need) == 1


def test_a_person_who_is_out_with_another_vehicle_closes_the_day(ws, equipped):
    (bus, _van), (_simulator, bikes) = equipped
    lead = (AssignmentDraft(make_person(ws), AssignmentRole.lead),)
    make_event(ws, day=MONDAY, start="10:00", end="12:00", vehicle_id=bus, ags=KOETHEN, assignments=lead)
    stop = undated(ws, "Fahrrad", equipment_ids=(bikes,), assignments=lead)
    assert days(stop_of(ask(ws), stop)) == [1, 2, 3, 4, 5]


def test_others_may_step_in_for_a_vehicle_that_is_out(ws, equipped):
    (bus, _van), _pieces = equipped
    lead = (AssignmentDraft(make_person(ws), AssignmentRole.lead),)
    tour_id, (day,) = make_tour(ws, bus, first=MONDAY)
    stop = make_event(
        ws,
        "Halt",
        day=MONDAY,
        start="10:00",
        end="12:00",
        kind=EventKind.mobile_stop,
        ags=KOETHEN,
        assignments=lead,
        state=EventState.tentative,
    )
    place(ws, day, stop)
    assert stop_of(ask(ws, tour_id=tour_id), stop).need == {"Präventionsmobil"}
    hit = ask(ws, tour_id=tour_id, out=(VehicleOut(bus, MONDAY, MONDAY),))
    assert stop_of(hit, stop).need == {"Kleinbus"}
    assert 0 in days(stop_of(hit, stop)), "on the very day"


@pytest.mark.parametrize("number", [0, 1])
def test_a_day_on_which_one_of_them_stands_is_no_day_of_another_vehicle(ws, equipped, number):
    (bus, _van), (_simulator, bikes) = equipped
    lead = (AssignmentDraft(make_person(ws), AssignmentRole.lead),)
    day = MONDAY + timedelta(days=number)
    tour_id, (day_id,) = make_tour(ws, bus, first=day)
    standing = make_stop(ws, "Halt", day=day, start="10:00", end="12:00", ags=KOETHEN, assignments=lead)
    place(ws, day_id, standing)
    wanted = undated(ws, "Fahrrad", equipment_ids=(bikes,), assignments=lead)
    case = ask(ws, tour_id=tour_id)
    assert number in days(stop_of(case, standing))
    assert number not in days(stop_of(case, wanted))


def test_a_vehicle_that_does_not_fit_the_site_stays_away(ws):
    make_vehicle(ws, length_m=9.0, width_m=2.5)
    make_vehicle(ws, "Kleinbus", length_m=5.0, width_m=2.0)
    yard = make_site(ws, ags=KOETHEN, length_m=7.0, width_m=4.0, permit_state=PermitState.granted)
    tiny = make_site(ws, "Hof", ags=KOETHEN, length_m=3.0, width_m=2.0, permit_state=PermitState.granted)
    stops = [undated(ws, "Halt", place_kind=PlaceKind.site, site_id=site) for site in (yard, tiny)]
    case = ask(ws)
    assert stop_of(case, stops[0]).need == {"Kleinbus"}
    assert stop_of(case, stops[1]).need == set(), "where none fits, the finding of the site says so"


def test_many_stops_with_few_people_are_planned_without_a_clash(ws, equipped):
    _vehicles, pieces = equipped
    people = [make_person(ws, name) for name in ("Kühne", "Groß", "Öz")]
    for number in range(12):
        undated(
            ws,
            f"Halt {number}",
            ags=(KOETHEN, ZERBST, HALLE)[number % 3],
            equipment_ids=(pieces[number % 2],),
            assignments=(AssignmentDraft(people[number % 3], AssignmentRole.lead),),
        )
    case = ask(ws, last=MONDAY + timedelta(days=18))
    plan = solve(case.problem, Effort(seconds=3))
    assert len(case.planned(plan)) == 12
    accept(ws, case, plan)
    assert not [each for each in ws.ask(conflicts.all_findings) if each.grade is Grade.error]
