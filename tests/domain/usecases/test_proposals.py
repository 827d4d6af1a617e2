"""A plan becomes a tour in one undoable step, and planning anew writes only what changed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.errors import ConflictError
from domain.rows.proposals import Cancelled, Relaxed, VehicleOut
from domain.terms import EventKind, EventState, RequestState, TourState
from domain.usecases import conflicts, events, fleet, requests, tour_rows, tours
from domain.usecases.proposals import present_tour
from tests.builders import HALLE, KOETHEN, ZERBST, at, dump, make_event, make_request, make_tour, make_vehicle
from tests.domain.usecases.proposing import MONDAY, SATURDAY, accept, ask, placed, wish
from tests.domain.usecases.touring import make_stop, place

TUESDAY = MONDAY + timedelta(days=1)


def request(ws, name="Stadt Köthen", **fields):
    return make_request(ws, name, **({"ags": KOETHEN, "duration_minutes": 180} | fields))


def tour_of(ws, tour_id):
    """The tour's days as (day, vehicle id, titles)."""
    found = ws.ask(tour_rows.detail, tour_id).days
    return [(day.day, day.vehicle_id, [stop.event.title for stop in day.stops]) for day in found]


def event_of(ws, request_id):
    """The event a request became."""
    return ws.ask(events.detail, ws.ask(requests.detail, request_id).event_id)


def test_a_plan_becomes_a_draft_tour_named_by_its_period(ws, vehicle):
    early = request(ws, from_minute=480, to_minute=700, topic="Betrug", security_remarks="Tor 2")
    late = request(ws, "Stadt Zerbst", ags=ZERBST, from_minute=780)
    case = ask(ws)
    tour_id = accept(ws, case, placed(case, (vehicle, 1, [late, early])))
    detail = ws.ask(tour_rows.detail, tour_id)
    assert (detail.draft.title, detail.draft.state) == ("Tour 10.05.–15.05.2027", TourState.draft)
    assert tour_of(ws, tour_id) == [(TUESDAY, vehicle, ["Betrug: Stadt Köthen", "Stadt Zerbst"])]
    made = event_of(ws, early)
    assert (made.draft.state, made.draft.vehicle_id) == (EventState.tentative, vehicle)
    assert (made.draft.ends_at - made.draft.starts_at) == timedelta(minutes=180)
    assert made.draft.starts_at >= at(TUESDAY, "08:00")
    assert made.draft.ends_at <= at(TUESDAY, "11:40")
    assert made.draft.security_remarks == "Tor 2"
    assert ws.ask(requests.detail, early).state is RequestState.accepted
    assert ws.ask(conflicts.all_findings) == ()


def test_it_is_one_step_and_can_be_taken_back(ws, vehicle):
    wanted, left = request(ws), request(ws, "Stadt Zerbst", ags=ZERBST)
    before = dump(ws)
    case = ask(ws)
    accept(ws, case, placed(case, (vehicle, 1, [wanted])))
    assert ws.ask(requests.detail, left).unplanned_reason == "displaced"
    ws.undo()
    assert dump(ws) == before


def test_requests_left_out_keep_the_reason_until_they_are_planned(ws, vehicle):
    wanted, nowhere = request(ws), request(ws, "Verein Nirgendwo", ags=None)
    summer = request(ws, "Sommerfest", earliest=date(2027, 7, 1), latest=date(2027, 7, 3))
    case = ask(ws)
    assert accept(ws, case, placed(case)) is None, "nothing planned, no tour"
    reasons = [ws.ask(requests.detail, each).unplanned_reason for each in (wanted, nowhere, summer)]
    assert reasons == ["displaced", "too_far", "no_date"]
    case = ask(ws)
    accept(ws, case, placed(case, (vehicle, 0, [wanted])))
    assert ws.ask(requests.detail, wanted).unplanned_reason is None


def test_a_wish_outside_the_period_keeps_the_reason_it_had(ws, vehicle):
    wanted = request(ws, latest=SATURDAY)
    case = ask(ws)
    accept(ws, case, placed(case))
    june = ask(ws, first=date(2027, 6, 1), last=date(2027, 6, 5))
    accept(ws, june, placed(june))
    assert ws.ask(requests.detail, wanted).unplanned_reason == "displaced"


def test_accepting_by_hand_forgets_the_reason_too(ws, vehicle):
    wanted = request(ws)
    case = ask(ws)
    accept(ws, case, placed(case))
    ws.run("Accept", requests.accept, wanted, ws.ask(requests.proposed_event, wanted))
    assert ws.ask(requests.detail, wanted).unplanned_reason is None


def test_set_up_and_tear_down_lie_within_the_stay(ws, vehicle):
    stop = make_event(
        ws, "Markt", day=None, kind=EventKind.mobile_stop, ags=KOETHEN, set_up_minutes=45, tear_down_minutes=30
    )
    case = ask(ws)
    plan = placed(case, (vehicle, 0, [stop]))
    accept(ws, case, plan)
    (route,) = plan.routes
    draft = ws.ask(events.detail, stop).draft
    assert draft.starts_at == at(MONDAY, "00:00") + timedelta(minutes=route.starts[0] + 45)
    assert draft.ends_at - draft.starts_at == timedelta(minutes=180 - 45 - 30)
    assert draft.state is EventState.tentative


def test_planning_the_same_again_writes_nothing(ws, vehicle):
    wanted, other = request(ws), request(ws, "Stadt Zerbst", ags=ZERBST)
    case = ask(ws)
    tour_id = accept(ws, case, placed(case, (vehicle, 0, [wanted]), (vehicle, 1, [other])))
    before, step = dump(ws), ws.undo_state()
    again = ask(ws, tour_id=tour_id)
    made = [event_of(ws, each).row.id for each in (wanted, other)]
    assert accept(ws, again, placed(again, (vehicle, 0, made[:1]), (vehicle, 1, made[1:]))) == tour_id
    assert (dump(ws), ws.undo_state()) == (before, step)


def test_planning_anew_moves_only_what_changed_and_drops_empty_days(ws, vehicle):
    van = make_vehicle(ws, "Kleinbus")
    one, two, gone = request(ws), request(ws, "Stadt Zerbst", ags=ZERBST), request(ws, "Stadt Halle", ags=HALLE)
    case = ask(ws)
    tour_id = accept(ws, case, placed(case, (vehicle, 0, [one, two]), (vehicle, 1, [gone])))
    stays, moves, drops = (event_of(ws, each).row.id for each in (one, two, gone))
    versions = {each: ws.ask(events.detail, each).row.version for each in (stays, moves)}
    again = ask(ws, tour_id=tour_id)
    accept(ws, again, placed(again, (vehicle, 0, [stays]), (van, 3, [moves])))
    assert tour_of(ws, tour_id) == [
        (MONDAY, vehicle, ["Stadt Köthen"]),
        (MONDAY + timedelta(days=3), van, ["Stadt Zerbst"]),
    ]
    dropped = ws.ask(events.detail, drops).draft
    assert (dropped.state, dropped.starts_at, dropped.vehicle_id) == (EventState.requested, None, None)
    assert ws.ask(requests.detail, gone).unplanned_reason == "displaced"
    assert ws.ask(events.detail, moves).row.version > versions[moves]


def test_a_vehicle_that_is_on_another_tour_that_day_takes_the_stop_along_there(ws, vehicle):
    other, (day,) = make_tour(ws, vehicle, first=MONDAY, title="Andere")
    stop = make_stop(ws, "anderswo", day=MONDAY, start="09:00", end="10:00", ags=KOETHEN)
    place(ws, day, stop)
    wanted, tuesday = request(ws), request(ws, "Stadt Zerbst", ags=ZERBST)
    case = ask(ws)
    tour_id = accept(ws, case, placed(case, (vehicle, 0, [wanted]), (vehicle, 1, [tuesday])))
    assert tour_of(ws, other) == [(MONDAY, vehicle, ["anderswo", "Stadt Köthen"])]
    assert tour_of(ws, tour_id) == [(TUESDAY, vehicle, ["Stadt Zerbst"])]


def test_what_is_fixed_joins_the_day_of_its_vehicle_and_stays_as_it_is(ws, vehicle):
    dialogue = make_event(ws, day=MONDAY, start="15:00", end="16:00", vehicle_id=vehicle, ags=KOETHEN)
    alone = make_event(ws, "Allein", day=TUESDAY, start="15:00", end="16:00", vehicle_id=vehicle, ags=KOETHEN)
    before = [ws.ask(events.detail, each).draft for each in (dialogue, alone)]
    wanted = request(ws)
    case = ask(ws)
    tour_id = accept(ws, case, placed(case, (vehicle, 0, [wanted])))
    assert tour_of(ws, tour_id) == [(MONDAY, vehicle, ["Stadt Köthen", "Bürgerdialog Köthen"])]
    assert [ws.ask(events.detail, each).draft for each in (dialogue, alone)] == before


def test_a_confirmed_stop_that_moves_is_tentative_again(ws, vehicle):
    tour_id, (day, _next) = make_tour(ws, vehicle, days=2, first=MONDAY)
    stop = make_event(ws, "Halt", day=MONDAY, start="10:00", end="12:00", kind=EventKind.mobile_stop, ags=KOETHEN)
    place(ws, day, stop)
    broken = VehicleOut(vehicle, MONDAY, MONDAY, "Motor")
    case = ask(ws, tour_id=tour_id, out=(broken,), released=(stop,))
    accept(ws, case, placed(case, (vehicle, 1, [stop])))
    draft = ws.ask(events.detail, stop).draft
    assert (draft.state, draft.starts_at.date()) == (EventState.tentative, TUESDAY)
    (booking,) = ws.ask(fleet.bookings, MONDAY, SATURDAY)
    assert (booking.first_day, booking.purpose, booking.name) == (MONDAY, "Motor", "Präventionsmobil")
    assert ws.run("Cancel", fleet.cancel_bookings, [booking.id]) == 1
    assert ws.ask(fleet.bookings, MONDAY, SATURDAY) == []


def test_a_stop_that_was_called_off_leaves_the_tour_and_its_request_is_withdrawn(ws, vehicle):
    wanted, other = request(ws), request(ws, "Stadt Zerbst", ags=ZERBST)
    case = ask(ws)
    tour_id = accept(ws, case, placed(case, (vehicle, 0, [wanted]), (vehicle, 1, [other])))
    gone, stays = (event_of(ws, each).row.id for each in (wanted, other))
    again = ask(ws, tour_id=tour_id, cancelled=(Cancelled(gone, "Grippe in der Schule"),))
    accept(ws, again, placed(again, (vehicle, 1, [stays])))
    assert tour_of(ws, tour_id) == [(TUESDAY, vehicle, ["Stadt Zerbst"])]
    draft = ws.ask(events.detail, gone).draft
    assert (draft.state, draft.state_reason) == (EventState.cancelled, "Grippe in der Schule")
    assert ws.ask(requests.detail, wanted).state is RequestState.withdrawn


def test_a_night_away_is_noted_on_the_day(ws, vehicle):
    one, two = request(ws), request(ws, "Stadt Zerbst", ags=ZERBST)
    case = ask(ws, nights=(ZERBST,))
    plan = placed(case, (vehicle, 0, [one]), (vehicle, 1, [two]))
    hotel = next(place for place, ags in case.nights.items() if ags == ZERBST)
    first, second = plan.routes
    away = replace(plan, routes=(replace(first, destination=hotel), replace(second, origin=hotel)))
    tour_id = accept(ws, case, away)
    assert [day.draft.overnight_ags for day in ws.ask(tour_rows.detail, tour_id).days] == [ZERBST, None]


@pytest.mark.parametrize("what", ["request changed", "request accepted", "fixed event moved"])
def test_a_plan_made_before_something_changed_is_refused(ws, vehicle, what):
    wanted = request(ws)
    fixed = make_event(ws, day=TUESDAY, start="15:00", end="16:00", vehicle_id=vehicle, ags=KOETHEN)
    case = ask(ws)
    plan = placed(case, (vehicle, 0, [wanted]))
    draft = ws.ask(requests.detail, wanted).draft
    if what == "request changed":
        ws.run("Change", requests.change, wanted, replace(draft, duration_minutes=90))
    elif what == "request accepted":
        ws.run("Accept", requests.accept, wanted, ws.ask(requests.proposed_event, wanted))
    else:
        ws.run("Move", events.move, fixed, MONDAY)
    before = dump(ws)
    with pytest.raises(ConflictError):
        accept(ws, case, plan)
    assert dump(ws) == before


def test_the_draft_of_the_same_period_is_found_again(ws, vehicle):
    wanted = request(ws)
    assert ws.ask(present_tour, wish()) is None
    case = ask(ws)
    tour_id = accept(ws, case, placed(case, (vehicle, 0, [wanted])))
    assert ws.ask(present_tour, wish()) == tour_id
    assert ws.ask(present_tour, wish(last=SATURDAY + timedelta(days=1))) is None
    draft = ws.ask(tour_rows.detail, tour_id).draft
    ws.run("Agree", tours.change, tour_id, replace(draft, state=TourState.agreed))
    assert ws.ask(present_tour, wish()) is None


def test_a_plan_of_a_vehicle_that_was_deleted_meanwhile_is_refused(ws, vehicle):
    wanted = request(ws)
    case = ask(ws)
    plan = placed(case, (vehicle, 0, [wanted]))
    ws.run("Delete", fleet.delete, [vehicle])
    with pytest.raises(ConflictError):
        accept(ws, case, plan)


def test_what_a_stop_goes_without_is_no_longer_noted_as_needed(ws, vehicle):
    simulator = ws.run("Add", fleet.add_equipment, "Fahrsimulator")
    van = make_vehicle(ws, "Kleinbus", equipment_ids=(simulator,))
    hours = {"from_minute": 540, "to_minute": 720, "equipment": ("Fahrsimulator",), "earliest": MONDAY}
    first, second = request(ws, **hours, latest=MONDAY), request(ws, "Stadt Zerbst", ags=ZERBST, **hours, latest=MONDAY)
    case = ask(ws, relaxed=(Relaxed(str(second), vehicle_id=vehicle),))
    tour_id = accept(ws, case, placed(case, (van, 0, [first]), (vehicle, 0, [second])))
    assert ws.ask(conflicts.all_findings) == ()
    assert event_of(ws, first).draft.equipment_ids == (simulator,)
    assert event_of(ws, second).draft.equipment_ids == ()
    again = ask(ws, tour_id=tour_id)
    assert str(second) not in again.problem.stop_of
    event_id = ws.ask(requests.detail, second).event_id
    assert again.problem.stop_of[str(event_id)].need == set()


def test_a_plan_that_only_fills_days_of_another_tour_makes_no_empty_one(ws, vehicle):
    wanted = request(ws)
    other, _days = make_tour(ws, vehicle, first=MONDAY)
    case = ask(ws)
    assert accept(ws, case, placed(case, (vehicle, 0, [wanted]))) == other
    assert [row.id for row in ws.ask(tour_rows.list_rows)] == [other]
