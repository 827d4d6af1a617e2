from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from domain.i18n import language
from domain.planning.candidates import candidates
from domain.planning.compare import plan_cost
from domain.planning.day import Days
from domain.planning.explain import left_out, relaxed
from domain.planning.plan import Reason
from domain.planning.problem import Cell, FixedStop, Night
from tests.domain.planning.small_problems import planned, problem, problems, stop, vehicle


def explained(made, routes=None):
    days = Days(made)
    return left_out(made, days, candidates(made, days), planned(made, days) if routes is None else routes)


def text(left, code="en"):
    return " ".join(language(code).text(each.msgid, each.params) for each in left.sentences)


def offers(left, code="en"):
    return [language(code).text(each.sentence.msgid, each.sentence.params) for each in left.relaxations]


def only(made, routes=()):
    (left,) = explained(made, routes)
    return left


# --- no possible cell


def test_stop_without_a_day_is_told_that_all_are_closed():
    left = only(problem([stop("A", windows=())]))
    told = "No day of the period is possible: none was wished, or all are closed."
    assert (left.reason, text(left)) == (Reason.no_date, told)


def test_without_vehicles_every_stop_is_told_so():
    left = only(problem([stop("A")], vehicles=[]))
    assert (left.reason, text(left)) == (Reason.no_date, "There is no vehicle to plan with.")


def test_vehicle_that_rests_on_the_only_date_is_named_with_the_date():
    made = problem([stop("A", windows=((3, 480, 840),))], dates={3: "2027-03-12"})
    left = only(made)
    assert (left.reason, text(left)) == (Reason.no_date, "bus is not out on 12/03/2027.")
    assert text(left, "de") == "bus ist am 12.03.2027 nicht unterwegs."
    (field,) = (dict(each.params)["when"] for each in left.sentences)
    assert dict(field.params)["day"] == date(2027, 3, 12)


def test_days_without_dates_bear_their_number_and_many_are_counted():
    windows = tuple((day, 480, 840) for day in (3, 4, 6))
    assert text(only(problem([stop("A", windows=windows)]))) == "bus is not out on 3 days from day 3 to day 6."
    assert text(only(problem([stop("A", windows=windows[:2])]))) == "bus is not out on day 3 and day 4."


def test_equipment_that_no_vehicle_carries_is_named():
    left = only(problem([stop("A", need=frozenset({"bike", "sim"}))]))
    assert (left.reason, text(left)) == (
        Reason.no_equipment,
        "“bike” is on none of the vehicles to plan.",
    )


def test_equipment_that_no_vehicle_carries_together_is_named():
    vehicles = [vehicle("bus"), vehicle("van", equipment={"bike"})]
    left = only(problem([stop("A", need=frozenset({"bike", "sim"}))], vehicles))
    assert (left.reason, text(left)) == (
        Reason.no_equipment,
        "None of the vehicles to plan carries all of “bike, sim”.",
    )


def test_carrier_that_rests_while_others_are_out_is_a_matter_of_equipment():
    vehicles = [vehicle("bus", days=[1]), vehicle("van", equipment=())]
    left = only(problem([stop("A", need=frozenset({"sim"}))], vehicles))
    assert (left.reason, text(left)) == (Reason.no_equipment, "No vehicle with “sim” is out on day 0.")


def test_stay_longer_than_its_hours_names_the_longest():
    left = only(problem([stop("A", duration=375, windows=((0, 480, 780), (1, 480, 660)))]))
    assert left.reason is Reason.too_long
    assert text(left) == "The stay of 6 h 15 min is longer than its hours on day 0 and day 1 (at most 5 h)."


def test_drive_longer_than_allowed_names_both():
    left = only(problem([stop("A")], minutes=((0, 133), (132, 0))))
    assert left.reason is Reason.too_far
    assert text(left) == "The drive there and back takes 4 h 25 min, 4 h are allowed (bus, on day 0)."


def test_duty_longer_than_allowed_names_both():
    left = only(problem([stop("A", duration=500, windows=((0, 420, 1080),))], minutes=((0, 60), (60, 0))))
    assert left.reason is Reason.too_long
    assert text(left) == (
        "With the drive, the stay of 8 h 20 min takes 10 h 20 min on duty, 10 h are allowed (bus, on day 0)."
    )
    assert offers(left) == ["Stay 30 min less"]


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ((360, 520), "bus can be there by 07:30 at the earliest; the stay of 2 h must begin by 06:40 on day 0."),
        ((1000, 1140), "bus must be back by 19:00; after the stay of 2 h it would be 19:40 on day 0."),
    ],
)
def test_hours_too_early_or_too_late_for_the_way_are_told(hours, told):
    left = only(problem([stop("A", windows=((0, *hours),))], minutes=((0, 60), (60, 0))))
    assert (left.reason, text(left)) == (Reason.too_far, told)


def test_stop_bound_to_one_vehicle_that_rests_names_it():
    vehicles = [vehicle(equipment={"bus"}, days=(1,)), vehicle("van")]
    left = only(problem([stop("A", need=frozenset({"bus"}))], vehicles))
    assert text(left) == "bus is not out on day 0, and only it can come."


# --- fixed stops


def test_two_fixed_stops_that_clash_are_named_together():
    stops = [stop("A"), stop("B", 2)]
    made = problem(stops, fixed=[FixedStop("A", Cell("bus", 0), 480), FixedStop("B", Cell("bus", 0), 540)])
    (left,) = explained(made)
    assert (left.stop, left.reason, left.displaces) == ("B", Reason.fixed_clash, ("A",))
    assert text(left) == "It is fixed on day 0 with bus, as is A; they do not fit together."


@pytest.mark.parametrize(
    ("cell", "start", "told"),
    [
        (Cell("van", 0), None, "van is not out on day 0."),
        (Cell("bus", 4), None, "bus is not out on day 4."),
        (Cell("bus", 1), None, "It is not to take place on day 1."),
        (Cell("bus", 0), 800, "The stay from 13:20 does not lie within its hours (08:00–14:00)."),
    ],
)
def test_fixed_stop_that_contradicts_itself_is_told_why(cell, start, told):
    left = only(problem([stop("A")], fixed=[FixedStop("A", cell, start)]))
    assert left.reason is Reason.fixed_clash
    assert text(left).endswith(told)


def test_fixed_stops_that_leave_no_room_are_the_reason():
    made = problem(
        [stop("A", duration=360), stop("B", 2, duration=360)], fixed=[FixedStop("A", Cell("bus", 0))], day_cost=0
    )
    (left,) = explained(made)
    assert (left.stop, left.reason, text(left)) == ("B", Reason.fixed_clash, "Fixed stops leave no room on day 0.")


# --- displaced


def test_displaced_stop_names_cell_who_goes_and_the_price():
    stops = [stop("A", duration=240, prize=2000), stop("B", 2, duration=240, prize=400)]
    (left,) = explained(problem(stops))
    assert (left.reason, left.cell, left.displaces) == (Reason.displaced, Cell("bus", 0), ("A",))
    assert left.price == 2000 - 400 + 20
    assert text(left) == (
        "It would fit on day 0 with bus only in place of A. That would make the plan worse by 1620 points."
    )


def test_room_that_costs_more_than_the_stop_is_worth_is_told():
    made = problem([stop("A", 2, prize=10)])
    left = only(made)
    assert (left.reason, left.displaces, left.price) == (Reason.displaced, (), 80 + 40 - 10)
    assert text(left) == "There is room on day 0 with bus. That would make the plan worse by 110 points."


def test_one_who_could_go_elsewhere_is_sent_there():
    stops = [
        stop("A", duration=240, windows=((0, 480, 840), (1, 480, 840)), prize=2000),
        stop("B", 2, duration=240, prize=100),
    ]
    made = problem(stops)
    days = Days(made)
    (left,) = left_out(made, days, candidates(made, days), [days.route(Cell("bus", 0), ["A"])])
    assert text(left).startswith("It would fit on day 0 with bus if A took place on day 1 with bus.")
    before = plan_cost(made, [days.route(Cell("bus", 0), ["A"])])
    after = plan_cost(made, [days.route(Cell("bus", 0), ["B"]), days.route(Cell("bus", 1), ["A"])])
    assert left.price == after - before == 0 + 80 + 40 - 100


def test_night_away_is_priced_from_where_the_vehicle_stands():
    made = problem([stop("A", 1, windows=((1, 480, 840),), prize=0)], nights=(Night("bus", 0, 2),))
    days = Days(made)
    away = replace(days.route(Cell("bus", 1), ["A"]), stops=(), starts=(), origin=2, drive=40)
    assert only(made, [away]).price == 20 + 30 - 40


# --- relaxations


def test_day_on_which_others_of_the_kind_may_be_is_offered():
    stops = [stop("A", windows=((3, 480, 840),)), stop("B", 2, windows=((1, 480, 840),))]
    left = explained(problem(stops))[0]
    assert offers(left) == ["Also allow day 1"]
    assert left.relaxations[0].price == (30 + 20 + 40) - 2 * 40
    assert offers(left, "de") == ["Auch Tag 1 zulassen"]


def test_day_on_which_nobody_of_the_kind_may_be_is_not_offered():
    stops = [stop("A", windows=((3, 480, 840),)), stop("B", 2, windows=((1, 480, 840),), kind="fest")]
    assert explained(problem(stops))[0].relaxations == ()


def test_vehicle_without_the_equipment_is_offered():
    left = only(problem([stop("A", need=frozenset({"bike"}))]))
    assert offers(left) == ["With bus, without bike"]
    assert left.relaxations[0].vehicle == "bus"


def test_hours_and_stay_are_stretched_by_as_little_as_will_do():
    left = only(problem([stop("A", duration=140, windows=((0, 480, 600),))]))
    assert offers(left) == ["15 min earlier and later", "Stay 30 min less"]


def test_cheapest_relaxation_comes_first():
    stops = [stop("B", 2, 240, prize=2000), stop("C", 1, windows=((1, 480, 840),)), stop("A", 1, 120, prize=0)]
    (left,) = explained(problem(stops))
    told = list(zip(offers(left), (each.price for each in left.relaxations), strict=True))
    assert told == [("Also allow day 1", 0), ("30 min earlier and later", 10), ("Stay 30 min less", 10)]


# --- all of them


@settings(max_examples=30)
@given(problems())
def test_every_stop_left_out_is_explained_once_and_no_other(made):
    routes = planned(made, Days(made))
    there = {name for route in routes for name in route.stops}
    found = explained(made, routes)
    assert [each.stop for each in found] == [each.id for each in made.stops if each.id not in there]
    for each in found:
        assert "{" not in text(each) + text(each, "de") + "".join(offers(each))
        assert each.sentences


@settings(max_examples=30)
@given(problems())
def test_relaxation_makes_the_stop_fit_beside_all_others_for_its_price(made):
    days = Days(made)
    routes = planned(made, days)
    for each in left_out(made, days, candidates(made, days), routes):
        for offer in each.relaxations:
            changed = relaxed(made, offer)
            again = Days(changed)
            prices = []
            for cell in candidates(changed, again).cells[each.stop]:
                with_it = [route for route in routes if route.cell != cell]
                there = next((route.stops for route in routes if route.cell == cell), ())
                route = again.route(cell, (*there, each.stop))
                if route is not None:
                    prices.append(plan_cost(changed, [*with_it, route]) - plan_cost(made, routes))
            assert offer.price - changed.stop_of[each.stop].prize in prices


@settings(max_examples=30)
@given(problems())
def test_exchange_fits_and_costs_what_is_said(made):
    days = Days(made)
    routes = planned(made, days)
    for each in left_out(made, days, candidates(made, days), routes):
        if each.reason is not Reason.displaced or "if" in text(each):
            continue
        others = [route for route in routes if route.cell != each.cell]
        there = next((route.stops for route in routes if route.cell == each.cell), ())
        route = days.route(each.cell, [*(name for name in there if name not in each.displaces), each.stop])
        assert route is not None
        assert plan_cost(made, [*others, route]) - plan_cost(made, routes) == each.price


@settings(max_examples=30)
@given(problems())
def test_exchange_is_no_dearer_than_room_that_is_there_anyway(made):
    made = replace(made, breaks=(), coverage=0)
    days = Days(made)
    routes = planned(made, days)
    known = candidates(made, days)
    orders = {route.cell: route.stops for route in routes}
    before = plan_cost(made, routes)
    for each in left_out(made, days, known, routes):
        for cell in known.cells[each.stop] if each.reason is Reason.displaced else ():
            there = orders.get(cell, ())
            for at in range(len(there) + 1):
                route = days.in_order(cell, (*there[:at], each.stop, *there[at:]))
                if route is not None:
                    assert each.price <= plan_cost(made, [*(r for r in routes if r.cell != cell), route]) - before
