"""A tour planned anew after something happened: few stops move, and whoever waits is told."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from domain.errors import InvalidInputError, NotFoundError
from domain.planning.compare import compare
from domain.planning.plan import Effort
from domain.planning.present import present_routes
from domain.planning.solve import solve
from domain.region.gemeinden import gemeinden
from domain.rows.partners import ContactDraft
from domain.rows.proposals import Cancelled, PlanningWish, VehicleOut
from domain.terms import EventKind, EventState, Grade, Weight
from domain.usecases import conflicts, events, partners, releases, requests, tour_rows, tours
from domain.usecases.planning_problem import planning_problem
from domain.usecases.replanning import replanning_wish, to_tell
from tests.builders import KOETHEN, ZERBST, make_event, make_partner, make_request, make_tour, make_vehicle
from tests.domain.usecases.proposing import MONDAY, accept, ask, placed
from tests.domain.usecases.touring import make_stop, place

TUESDAY = MONDAY + timedelta(days=1)
JUNE = PlanningWish(date(2027, 5, 31), date(2027, 6, 26))
EFFORT = Effort(seconds=5)


@pytest.fixture
def full_tour(ws, vehicle):
    """A planned tour of four weeks with two vehicles: its id and those of the vehicles."""
    van = make_vehicle(ws, "Kleinbus", "Halle (Saale)", "06108")
    rng = Random(5)
    for number, place_ in enumerate(rng.sample(sorted(gemeinden(), key=lambda each: each.ags), 44)):
        opens = rng.choice((480, 540, 780))
        make_request(
            ws,
            f"Stadt {number}",
            ags=place_.ags,
            duration_minutes=rng.choice((120, 180)),
            earliest=JUNE.first + timedelta(days=rng.randrange(8)),
            latest=JUNE.last,
            from_minute=opens,
            to_minute=opens + 300,
        )
    case = ws.ask(planning_problem, JUNE)
    return accept(ws, case, solve(case.problem, EFFORT)), vehicle, van


def stops(ws, tour_id):
    """Day and vehicle of each stop of the tour."""
    found = ws.ask(tour_rows.detail, tour_id).days
    return {stop.event.id: (day.day, day.vehicle_id) for day in found for stop in day.stops}


def test_a_vehicle_that_fails_for_three_days_moves_few_stops(ws, full_tour):
    tour_id, bus, _van = full_tour
    before = stops(ws, tour_id)
    days = sorted(day for day, vehicle in before.values() if vehicle == bus)
    first = days[len(days) // 2]
    broken = VehicleOut(bus, first, first + timedelta(days=2), "Motorschaden")
    hit = {key for key, (day, vehicle) in before.items() if vehicle == bus and broken.first <= day <= broken.last}
    assert hit, "the failure should hit somebody"
    case = ws.ask(planning_problem, ws.ask(replanning_wish, tour_id, out=(broken,)))
    plan = solve(case.problem, EFFORT)
    found = compare(case.problem, present_routes(case), plan.routes)
    accept(ws, case, plan)
    after = stops(ws, tour_id)
    moved = {key for key in before if after.get(key) != before[key]}
    assert hit <= moved
    assert len(moved) <= 1.5 * len(hit) + 5
    assert {str(each) for each in moved} == {change.stop for change in (*found.moved, *found.dropped)}
    assert not any(vehicle == bus and broken.first <= day <= broken.last for day, vehicle in after.values())
    assert not [each for each in ws.ask(conflicts.all_findings) if each.grade is Grade.error]


def test_a_cancellation_frees_its_slot_and_moves_nobody_without_need(ws, full_tour):
    tour_id, _bus, _van = full_tour
    before = stops(ws, tour_id)
    gone = next(iter(before))
    case = ws.ask(planning_problem, ws.ask(replanning_wish, tour_id, cancelled=(Cancelled(gone, "Grippe"),)))
    accept(ws, case, solve(case.problem, EFFORT))
    after = stops(ws, tour_id)
    assert gone not in after
    assert sum(after.get(key) != before[key] for key in before if key != gone) <= 1.5 + 5


def test_the_wish_covers_the_tour_and_frees_only_what_is_hit(ws, vehicle):
    tour_id, (first, second) = make_tour(ws, vehicle, days=2, first=MONDAY)
    confirmed = [
        make_event(ws, title, day=day, start="10:00", end="12:00", kind=EventKind.mobile_stop, ags=KOETHEN)
        for title, day in (("Montag", MONDAY), ("Dienstag", TUESDAY))
    ]
    place(ws, first, confirmed[0])
    place(ws, second, confirmed[1])
    broken = VehicleOut(vehicle, MONDAY, MONDAY)
    wish = ws.ask(replanning_wish, tour_id, out=(broken,), until=MONDAY + timedelta(days=4), stability=Weight.high)
    assert (wish.first, wish.last, wish.stability) == (MONDAY, MONDAY + timedelta(days=4), Weight.high)
    assert wish.released == (confirmed[0],)
    assert wish.out == (broken,)


def test_a_tour_without_days_or_without_itself_is_told(ws, vehicle):
    tour_id, _days = make_tour(ws, vehicle, days=0)
    with pytest.raises(InvalidInputError):
        ws.ask(replanning_wish, tour_id)
    ws.run("Delete", tours.delete, [tour_id])
    with pytest.raises(NotFoundError):
        ws.ask(replanning_wish, tour_id)


def moved_to_tuesday(ws, tour_id, vehicle, *stop_ids):
    """The case and plan in which these stops go to Tuesday."""
    case = ws.ask(planning_problem, replace(ws.ask(replanning_wish, tour_id, until=TUESDAY), released=stop_ids))
    return case, placed(case, (vehicle, 1, stop_ids))


def test_hosts_of_confirmed_stops_are_told_with_whom_to_reach(ws, vehicle):
    tour_id, (day,) = make_tour(ws, vehicle, first=MONDAY)
    host = make_partner(ws, "Stadt Köthen", phone="03496 1")
    contact = ContactDraft(host, "Marktleitung", "Frau Öz", "03496 22", "markt@koethen.example")
    ws.run("Add", partners.add_contact, contact)
    told = make_event(
        ws, "Markt", day=MONDAY, start="10:00", end="12:00", kind=EventKind.mobile_stop, ags=KOETHEN, host_id=host
    )
    untold = make_stop(ws, "vorläufig", day=MONDAY, start="14:00", end="15:00", ags=KOETHEN)
    place(ws, day, told, untold)
    case, plan = moved_to_tuesday(ws, tour_id, vehicle, told, untold)
    (line,) = ws.ask(to_tell, case, plan)
    assert (line.event_id, line.title, line.state) == (told, "Markt", EventState.confirmed)
    assert (line.contact, line.phone, line.email) == ("Frau Öz, Marktleitung", "03496 22", "markt@koethen.example")
    assert (line.before.date(), line.after.date(), line.vehicle_only) == (MONDAY, TUESDAY, False)


def test_a_tentative_stop_of_a_released_plan_is_told_too_as_its_request_says(ws, vehicle):
    wanted = make_request(ws, "Radis", ags=ZERBST, duration_minutes=120, contact_role="Schulleitung", phone="034953 3")
    case = ask(ws)
    tour_id = accept(ws, case, placed(case, (vehicle, 0, [wanted])))
    stop = ws.ask(requests.detail, wanted).event_id
    ws.run("Release", releases.release)
    case, plan = moved_to_tuesday(ws, tour_id, vehicle, stop)
    (line,) = ws.ask(to_tell, case, plan)
    assert (line.contact, line.phone) == ("Schulleitung", "034953 3")


def test_who_is_dropped_is_told_and_who_stays_is_not(ws, vehicle):
    tour_id, (day,) = make_tour(ws, vehicle, first=MONDAY)
    both = [
        make_event(ws, title, day=MONDAY, start=start, end=end, kind=EventKind.mobile_stop, ags=KOETHEN)
        for title, start, end in (("bleibt", "10:00", "11:00"), ("fällt weg", "14:00", "15:00"))
    ]
    place(ws, day, *both)
    wish = replace(ws.ask(replanning_wish, tour_id), released=tuple(both))
    case = ws.ask(planning_problem, wish)
    (line,) = ws.ask(to_tell, case, placed(case, (vehicle, 0, both[:1])))
    assert (line.title, line.after) == ("fällt weg", None)


def test_another_vehicle_at_the_same_hour_is_told_as_such(ws, vehicle):
    van = make_vehicle(ws, "Kleinbus")
    tour_id, (day,) = make_tour(ws, vehicle, first=MONDAY)
    stop = make_event(ws, "Markt", day=MONDAY, start="10:00", end="12:00", kind=EventKind.mobile_stop, ags=KOETHEN)
    place(ws, day, stop)
    case = ws.ask(planning_problem, replace(ws.ask(replanning_wish, tour_id), released=(stop,)))
    (line,) = ws.ask(to_tell, case, placed(case, (van, 0, [stop])))
    assert line.vehicle_only
    assert line.after == line.before
    accept(ws, case, placed(case, (van, 0, [stop])))
    assert ws.ask(events.detail, stop).draft.state is EventState.confirmed


def test_the_present_plan_as_routes_has_every_stop_at_its_time(ws, vehicle):
    tour_id, (day,) = make_tour(ws, vehicle, first=MONDAY)
    late = make_stop(ws, "spät", day=MONDAY, start="14:00", end="15:00", ags=ZERBST, set_up_minutes=30)
    early = make_event(ws, "früh", day=MONDAY, start="10:00", end="12:00", kind=EventKind.mobile_stop, ags=KOETHEN)
    place(ws, day, early, late)
    case = ws.ask(planning_problem, ws.ask(replanning_wish, tour_id))
    (route,) = present_routes(case)
    assert route.stops == (str(early), str(late))
    assert route.starts == (600, 810)
    assert route.cell.day == 0
    row = ws.ask(tour_rows.detail, tour_id).days[0]
    assert route.drive == row.drive_minutes
