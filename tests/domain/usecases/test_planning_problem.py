"""From the workspace to a planning problem: what becomes a stop, when and where it can be."""

from datetime import date, time, timedelta

import pytest

from domain.errors import InvalidInputError, NotFoundError
from domain.planning.plan import Reason
from domain.planning.problem import Window
from domain.rows.events import AssignmentDraft
from domain.rows.proposals import Relaxed, VehicleOut
from domain.rows.requests import Wish
from domain.rows.settings import DutySettings, Settings
from domain.rows.tours import Absence, TourDayDraft
from domain.terms import AssignmentRole, EventKind, PartnerCategory, PermitState, PlaceKind, Weight
from domain.usecases import fleet, request_proposal, requests, settings, tours, travel
from tests.builders import (
    KOETHEN,
    MAGDEBURG,
    ZERBST,
    make_event,
    make_partner,
    make_person,
    make_request,
    make_site,
    make_tour,
    make_vehicle,
)
from tests.domain.usecases.proposing import MONDAY, SATURDAY, ask, days, stop_of

TUESDAY = MONDAY + timedelta(days=1)


def request(ws, name="Stadt Köthen", **fields):
    return make_request(ws, name, **({"ags": KOETHEN, "duration_minutes": 180} | fields))


def test_open_requests_for_a_mobile_stop_become_stops_and_nothing_else_does(ws, vehicle):
    wanted = request(ws, topic="Betrug", priority=1, town="Köthen")
    request(ws, "Gymnasium", kind=EventKind.lecture)
    declined = request(ws, "Verein")
    ws.run("Decline", requests.decline, declined, "Keine Zeit")
    case = ask(ws)
    (stop,) = case.problem.stops
    assert (stop.id, stop.name, stop.town, stop.district) == (str(wanted), "Betrug: Stadt Köthen", "Köthen", "15082")
    assert (stop.duration, stop.priority, stop.prize) == (180, 1, 2000)
    assert days(stop) == [0, 1, 2, 3, 4, 5]
    assert stop.windows[0] == Window(0, 480, 1080)
    assert case.subjects[stop.id].request_id == wanted
    assert case.problem.dates[5] == "2027-05-15"
    assert case.problem.breaks
    assert case.problem.coverage > 0


def test_days_until_today_are_over(ws, vehicle):
    wanted = request(ws)
    case = ask(ws, first=date(2027, 4, 27), last=date(2027, 4, 30))
    assert days(stop_of(case, wanted)) == [2, 3]
    assert case.problem.vehicles[0].days == (2, 3)
    assert dict(case.notes[str(wanted)][0].params)["count"] == 2


@pytest.mark.parametrize(
    ("name", "category", "is_school"),
    [
        ("Grundschule Radis", None, True),
        ("Domgymnasium", None, True),
        ("Förderverein der Grundschule Radis e. V.", None, False),
        ("Fahrschule Krause", None, False),
        ("Haus des Lernens", PartnerCategory.school, True),
        ("Sekundarschule", PartnerCategory.club, False),
    ],
)
def test_schools_are_visited_on_school_days_in_lesson_hours(ws, vehicle, name, category, is_school):
    partner = make_partner(ws, name, category=category) if category else None
    wanted = request(ws, name, partner_id=partner)
    holidays = ask(ws, first=date(2027, 5, 13), last=date(2027, 5, 20))
    found = days(stop_of(holidays, wanted))
    assert found == ([0, 1] if is_school else [0, 1, 2, 5, 6, 7])
    assert stop_of(holidays, wanted).windows[0].opens == (450 if is_school else 480)


def test_public_holidays_and_sundays_only_if_they_are_asked_for_by_name(ws, vehicle):
    whit_monday = date(2027, 5, 17)
    usual = request(ws)
    fair = request(ws, "Heimatverein", wishes=(Wish(whit_monday, whit_monday),))
    case = ask(ws, first=SATURDAY, last=whit_monday)
    assert days(stop_of(case, usual)) == [0]
    assert days(stop_of(case, fair)) == [2]


def test_what_has_no_known_place_or_no_day_in_the_period_is_apart_with_its_reason(ws, vehicle):
    nowhere = request(ws, "Verein Nirgendwo", ags=None)
    summer = request(ws, "Sommerfest", earliest=date(2027, 7, 1), latest=date(2027, 7, 3))
    case = ask(ws)
    assert case.problem.stops == ()
    found = {left.stop: left for left in case.apart}
    assert found[str(nowhere)].reason is Reason.too_far
    assert found[str(summer)].reason is Reason.no_date
    assert all(left.sentences for left in case.apart)
    assert case.subjects[str(summer)].title == "Sommerfest"


def test_a_request_says_nothing_and_is_planned_nevertheless(ws, vehicle):
    wanted = make_request(ws, "Stadt Köthen", ags=KOETHEN)
    assert stop_of(ask(ws), wanted).duration == request_proposal.USUAL_MINUTES


def test_vehicles_bring_their_limits_hours_depot_and_free_days(ws):
    simulator = ws.run("Add", fleet.add_equipment, "Fahrsimulator")
    bus = make_vehicle(
        ws,
        available_from=time(7),
        available_to=time(17, 30),
        max_duty_minutes=900,
        max_drive_minutes=200,
        equipment_ids=(simulator,),
    )
    ws.run("Save", settings.save, Settings(duty=DutySettings(max_duty_minutes=540)))
    ws.run("Book", fleet.book, MONDAY, TUESDAY, "Werkstatt", vehicle_id=bus)
    make_event(ws, "Messe", all_day=True, day=MONDAY + timedelta(days=3), vehicle_id=bus)
    make_event(ws, "Nacht", day=SATURDAY, start="22:00", end="23:30", vehicle_id=bus, tear_down_minutes=60)
    (found,) = ask(ws, out=(VehicleOut(bus, SATURDAY, SATURDAY),)).problem.vehicles
    assert (found.id, found.name, found.opens, found.closes) == (str(bus), "Präventionsmobil", 420, 1050)
    assert (found.max_work, found.max_drive) == (570, 200), "9 h of duty and the 30 min of break they ask for"
    assert found.equipment == {"Fahrsimulator", "Präventionsmobil"}
    assert found.days == (2, 4)


def test_only_the_wished_vehicles_are_planned(ws):
    bus, van = make_vehicle(ws), make_vehicle(ws, "Kleinbus")
    assert {each.id for each in ask(ws).problem.vehicles} == {str(bus), str(van)}
    assert {each.id for each in ask(ws, vehicle_ids=(van,)).problem.vehicles} == {str(van)}


def test_no_vehicle_at_all_gives_a_problem_that_can_be_explained(ws):
    request(ws)
    case = ask(ws)
    assert case.problem.vehicles == ()
    assert len(case.problem.stops) == 1


def test_equipment_is_brought_by_those_who_carry_it_and_never_by_more_than_there_are(ws):
    simulator = ws.run("Add", fleet.add_equipment, "Fahrsimulator", 1)
    ws.run("Add", fleet.add_equipment, "Stellwand", 1)
    first = make_vehicle(ws, "A", equipment_ids=(simulator,))
    second = make_vehicle(ws, "B", equipment_ids=(simulator,))
    wanted = request(ws, equipment=("fahrsimulator", "Hüpfburg"))
    case = ask(ws)
    carried = {each.id: each.equipment for each in case.problem.vehicles}
    assert carried == {str(first): {"A", "Fahrsimulator", "Stellwand"}, str(second): {"B"}}
    assert stop_of(case, wanted).need == {"Fahrsimulator", "Hüpfburg"}


def test_equipment_that_is_lent_or_needed_elsewhere_closes_the_day(ws):
    simulator = ws.run("Add", fleet.add_equipment, "Fahrsimulator", 1)
    make_vehicle(ws, equipment_ids=(simulator,))
    ws.run("Lend", fleet.book, MONDAY, MONDAY, "verliehen", equipment_id=simulator)
    make_event(ws, "Vortrag", kind=EventKind.lecture, day=TUESDAY, equipment_ids=(simulator,))
    wanted, free = request(ws, equipment=("Fahrsimulator",)), request(ws, "Zerbst", ags=ZERBST)
    case = ask(ws)
    assert days(stop_of(case, wanted)) == [2, 3, 4, 5]
    assert days(stop_of(case, free)) == [0, 1, 2, 3, 4, 5]


def test_drives_follow_the_table_with_its_corrections_and_none_lies_within_a_site(ws, vehicle):
    site = make_site(ws, ags=KOETHEN, permit_state=PermitState.granted)
    one = make_event(ws, "Eins", day=None, kind=EventKind.mobile_stop, place_kind=PlaceKind.site, site_id=site)
    two = make_event(ws, "Zwei", day=None, kind=EventKind.mobile_stop, place_kind=PlaceKind.site, site_id=site)
    near = request(ws)
    ws.run("Correct", travel.correct, MAGDEBURG, KOETHEN, 77)
    case = ask(ws)
    places = {each.id: each.place for each in case.problem.stops}
    minutes, depot = case.problem.minutes, case.problem.vehicles[0].depot
    assert minutes[depot][places[str(near)]] == minutes[places[str(near)]][depot] == 77
    assert minutes[places[str(one)]][places[str(two)]] == 0
    assert minutes[places[str(one)]][places[str(near)]] == 10, "two addresses of one Gemeinde"
    assert all(row[index] == 0 for index, row in enumerate(minutes))


def test_a_vehicle_without_a_known_depot_drives_from_nowhere(ws):
    make_vehicle(ws, depot_town="", depot_postcode="")
    request(ws)
    case = ask(ws)
    assert {minute for row in case.problem.minutes for minute in row} == {0}


def test_the_permit_the_market_and_others_close_days_of_a_site(ws, vehicle):
    site = make_site(
        ws,
        ags=KOETHEN,
        market_days=(2,),
        permit_lead_days=13,
        permit_authority="Ordnungsamt",
        permit_state=PermitState.missing,
    )
    make_event(ws, "Fest", day=MONDAY + timedelta(days=4), place_kind=PlaceKind.site, site_id=site)
    stop = make_event(ws, "Halt", day=None, kind=EventKind.mobile_stop, place_kind=PlaceKind.site, site_id=site)
    case = ask(ws)
    assert days(stop_of(case, stop)) == [1, 3, 5], "the permit takes until Tuesday, market is on Wednesday"
    assert len(case.notes[str(stop)]) == 3


def test_people_who_are_away_or_needed_elsewhere_close_the_day(ws, vehicle):
    away = make_person(ws, absences=(Absence(MONDAY, MONDAY),))
    lead = (AssignmentDraft(away, AssignmentRole.lead),)
    make_event(ws, "Vortrag", kind=EventKind.lecture, day=TUESDAY, assignments=lead)
    stop = make_event(ws, "Halt", day=None, kind=EventKind.mobile_stop, ags=KOETHEN, assignments=lead)
    assert days(stop_of(ask(ws), stop)) == [2, 3, 4, 5]


def test_a_vehicle_stays_at_home_while_its_crew_is_away(ws, vehicle):
    crew = make_person(ws, absences=(Absence(MONDAY, MONDAY),))
    tour_id, _days = make_tour(ws, vehicle, days=0)
    for offset in (0, 1):
        ws.run("Add", tours.add_day, tour_id, TourDayDraft(MONDAY + timedelta(days=offset), vehicle, None, (crew,)))
    (found,) = ask(ws).problem.vehicles
    assert found.days == (1, 2, 3, 4, 5)
    assert found.crew == 1


def test_a_relaxed_wish_gets_the_day_the_hours_and_the_other_vehicle(ws):
    simulator = ws.run("Add", fleet.add_equipment, "Fahrsimulator")
    make_vehicle(ws, equipment_ids=(simulator,))
    van = make_vehicle(ws, "Kleinbus")
    wanted = request(ws, earliest=MONDAY, latest=MONDAY, from_minute=600, to_minute=720, equipment=("Fahrsimulator",))
    relaxed = Relaxed(str(wanted), days=(TUESDAY,), longer=30, shorter=60, vehicle_id=van)
    stop = stop_of(ask(ws, relaxed=(relaxed,)), wanted)
    assert stop.windows == (Window(0, 570, 750), Window(1, 570, 750))
    assert (stop.duration, stop.need) == (120, frozenset())


@pytest.mark.parametrize(("weight", "prizes"), [(Weight.off, [900, 900]), (Weight.highest, [8000, 400])])
def test_weights_in_words_become_prices(ws, vehicle, weight, prizes):
    urgent, minor = request(ws, priority=1), request(ws, "Zerbst", priority=3)
    case = ask(ws, priorities=weight, coverage=Weight.off, stability=Weight.off)
    assert [stop_of(case, each).prize for each in (urgent, minor)] == prizes
    assert (case.problem.coverage, case.problem.move_cost) == (0, 0)


def test_impossible_wishes_are_refused_in_words(ws, vehicle):
    with pytest.raises(InvalidInputError):
        ask(ws, first=SATURDAY, last=MONDAY)
    with pytest.raises(InvalidInputError):
        ask(ws, last=MONDAY + timedelta(days=366))
    for year in (1, 9999):
        with pytest.raises(InvalidInputError):
            ask(ws, first=date(year, 12, 1), last=date(year, 12, 31))
    ws.run("Delete", fleet.delete, [vehicle])
    with pytest.raises(NotFoundError):
        ask(ws, vehicle_ids=(vehicle,))
