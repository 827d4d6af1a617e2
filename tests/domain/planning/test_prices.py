from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.i18n import language
from domain.planning.day import Days
from domain.planning.prices import BrokenRule, move_prices, resize_price
from domain.planning.problem import Cell, FixedStop
from tests.domain.planning.small_problems import BREAKS, planned, problem, problems, stop, vehicle

WEEK = tuple((day, 480, 840) for day in range(3))
MONDAY, TUESDAY = Cell("bus", 0), Cell("bus", 1)


def prices(made, present, stop_id="A", **ends):
    return move_prices(made, Days(made), present, stop_id, **ends)


def words(price, code="en"):
    return [language(code).text(each.sentence.msgid, each.sentence.params) for each in price.breaches]


def rules(price):
    return [each.rule for each in price.breaches]


def test_every_cell_of_the_board_has_a_price():
    made = problem([stop("A")], [vehicle("bus"), vehicle("van", days=[5])], dates={4: "2027-03-05"})
    assert list(prices(made, {})) == [Cell(name, day) for day in (0, 1, 2, 4, 5) for name in ("bus", "van")]


def test_stop_that_comes_in_costs_its_way_and_the_day():
    made = problem([stop("A", windows=WEEK), stop("B", 2, windows=WEEK)])
    found = prices(made, {MONDAY: ["B"]})
    assert (found[MONDAY].added_drive, found[MONDAY].added_duty, found[MONDAY].added_cost) == (10, 130, 10)
    assert (found[TUESDAY].added_drive, found[TUESDAY].added_duty, found[TUESDAY].added_cost) == (60, 180, 100)
    assert found[MONDAY].fits
    assert found[TUESDAY].fits


def test_stop_that_moves_saves_what_it_leaves():
    made = problem([stop("A", windows=WEEK), stop("B", 2, windows=WEEK)])
    found = prices(made, {TUESDAY: ["A"], MONDAY: ["B"]})
    assert (found[MONDAY].added_drive, found[MONDAY].added_duty, found[MONDAY].added_cost) == (-50, -50, -90)
    assert (found[TUESDAY].added_drive, found[TUESDAY].added_cost) == (0, 0)


def test_place_in_the_order_is_the_best_one_and_the_others_keep_theirs():
    minutes = ((0, 10, 25, 30), (10, 0, 10, 20), (25, 10, 0, 10), (30, 20, 10, 0))
    made = problem([stop("A", 2, 60), stop("B", 1, 60), stop("C", 3, 60)], minutes=minutes)
    found = prices(made, {MONDAY: ["C", "B"]})[MONDAY]
    assert (found.at, found.order, found.added_drive) == (1, ("C", "A", "B"), 0)
    assert found.start == 480 + 60 + 10
    assert found.reordered is None


def test_better_order_of_the_others_is_told():
    spots = (0, 5, 10, 30, 20)
    minutes = tuple(tuple(abs(a - b) for b in spots) for a in spots)
    made = problem([stop(name, place, 60) for place, name in enumerate("ABCD", 1)], minutes=minutes)
    found = prices(made, {MONDAY: ["C", "B", "D"]})[MONDAY]
    assert found.added_cost == 0
    assert found.reordered_cost == 60 - 80
    assert Days(made).in_order(MONDAY, found.reordered).drive == 60


def test_order_in_which_it_would_fit_is_told():
    made = problem([stop("A", 2, 60), stop("B", 1, 60, ((0, 700, 840),)), stop("C", 2, 60, ((0, 480, 600),))])
    found = prices(made, {MONDAY: ["B", "C"]})[MONDAY]
    assert not found.fits
    assert set(found.reordered) == {"A", "B", "C"}
    assert Days(made).in_order(MONDAY, found.reordered) is not None


def test_wishes_explain_and_do_not_forbid():
    made = problem([stop("A", need=frozenset({"bike"}))], [vehicle("bus", days=[0])], dates={1: "2027-03-02"})
    found = prices(made, {})[TUESDAY]
    assert words(found) == ["Not a possible date", "bus is not out", "Without bike"]
    assert words(found, "de") == ["Kein möglicher Tag", "bus nicht unterwegs", "Ohne bike"]
    assert (found.added_drive, found.start) == (60, 480)


def test_a_stop_bound_to_one_vehicle_lacks_no_equipment_in_another():
    vehicles = [vehicle("bus", equipment=frozenset({"bus", "bike"})), vehicle("van", equipment=frozenset({"van"}))]
    bound = problem([stop("A", need=frozenset({"bus"})), stop("B", need=frozenset({"bus", "bike"}))], vehicles)
    van = Cell("van", 0)
    assert words(prices(bound, {})[van]) == ["Only with bus"]
    assert words(prices(bound, {}, "B")[van]) == ["Without bike"]


def test_fixed_stop_names_where_it_belongs():
    made = problem([stop("A", windows=WEEK)], fixed=(FixedStop("A", MONDAY, 600),))
    found = prices(made, {MONDAY: ["A"]})
    assert found[MONDAY].fits
    assert found[MONDAY].start == 600
    assert words(found[TUESDAY]) == ["Fixed on day 0 with bus"]


@pytest.mark.parametrize(
    ("changes", "stay", "rule", "told"),
    [
        ({"max_work": 300}, 250, BrokenRule.duty, "Duty 10 min too long"),
        ({"max_drive": 50}, 60, BrokenRule.drive, "Drive 10 min too long"),
        ({"closes": 560}, 60, BrokenRule.shift, "Back 10 min too late"),
        ({"opens": 800}, 60, BrokenRule.window, "A: 50 min too late"),
    ],
)
def test_limits_name_by_how_much_they_are_exceeded(changes, stay, rule, told):
    made = problem([stop("A", duration=stay)], [vehicle("bus", **changes)])
    found = prices(made, {})[MONDAY]
    assert rule in rules(found)
    assert told in words(found)
    assert next(each.minutes for each in found.breaches if each.rule is rule) in {10, 50}


def test_stop_that_would_be_missed_is_named():
    made = problem([stop("A", 2, 300), stop("B", 1, 120, name="Markt Burg")])
    assert words(prices(made, {MONDAY: ["B"]})[MONDAY]) in (
        ["Markt Burg: 1 h 20 min too late"],
        ["A: 1 h 20 min too late"],
    )


def test_break_that_has_no_room_is_named():
    stay = stop("A", duration=170, windows=((0, 480, 650),))
    other = stop("B", duration=170, windows=((0, 650, 820),))
    alone = vehicle("bus", crew=1, max_work=400)
    made = problem([stay, other], [alone], breaks=BREAKS)
    found = prices(made, {MONDAY: ["B"]})[MONDAY]
    assert rules(found) == [BrokenRule.rest]
    assert words(found) == ["No room for 30 min of break"]


def test_longer_stay_is_priced_where_it_stands():
    made = problem([stop("A"), stop("B", 2)])
    present = {MONDAY: ["B", "A"]}
    longer = resize_price(made, Days(made), present, "A", 180)
    assert (longer.cell, longer.at, longer.order) == (MONDAY, 1, ("B", "A"))
    assert (longer.added_drive, longer.added_duty, longer.fits) == (0, 60, True)
    shorter = resize_price(made, Days(made), present, "A", 60)
    assert (shorter.added_duty, shorter.fits) == (-60, True)


def test_stay_longer_than_its_hours_is_told():
    made = problem([stop("A")])
    found = resize_price(made, Days(made), {MONDAY: ["A"]}, "A", 375)
    assert words(found) == ["A: 15 min more than its hours"]


def test_only_a_planned_stop_has_a_length_to_change():
    made = problem([stop("A")])
    with pytest.raises(ValueError, match="A"):
        resize_price(made, Days(made), {}, "A", 60)
    with pytest.raises(ValueError, match="0"):
        resize_price(made, Days(made), {MONDAY: ["A"]}, "A", 0)


def test_day_that_begins_away_from_the_depot_is_priced_from_there():
    made = problem([stop("A", windows=WEEK)])
    found = prices(made, {}, ends={TUESDAY: (2, 0)})[TUESDAY]
    assert found.added_drive == 20 + 30 - 40


def drive(made, present):
    """Drive minutes of the whole board, leg by leg."""
    total = 0
    for cell, stops in present.items():
        depot = made.vehicle_of[cell.vehicle].depot
        places = [depot, *(made.stop_of[name].place for name in stops), depot]
        total += sum(made.minutes[a][b] for a, b in pairwise(places))
    return total


@settings(max_examples=30)
@given(problems(), st.data())
def test_added_minutes_are_the_difference_of_the_plans_drive(made, data):
    if not made.stops:
        return
    days = Days(made)
    present = {route.cell: route.stops for route in planned(made, days)}
    moving = data.draw(st.sampled_from(made.stops)).id
    for cell, price in move_prices(made, days, present, moving).items():
        after = {each: [name for name in stops if name != moving] for each, stops in present.items()}
        assert tuple(name for name in price.order if name != moving) == tuple(after.get(cell, ()))
        after[cell] = price.order
        assert price.order[price.at] == moving
        assert price.added_drive == drive(made, after) - drive(made, present)


@settings(max_examples=30)
@given(problems(), st.data())
def test_what_fits_can_be_driven_and_what_breaks_cannot(made, data):
    if not made.stops:
        return
    days = Days(made)
    present = {route.cell: route.stops for route in planned(made, days)}
    moving = data.draw(st.sampled_from(made.stops)).id
    for cell, price in move_prices(made, days, present, moving).items():
        route = days.in_order(cell, price.order)
        assert price.fits == (route is not None)
        others = [name for name in price.order if name != moving]
        orders = [(*others[:at], moving, *others[at:]) for at in range(len(others) + 1)]
        possible = [route for route in (days.in_order(cell, order) for order in orders) if route is not None]
        assert price.fits == bool(possible)
        if possible:
            assert route.drive <= min(each.drive for each in possible) or made.breaks
        if price.reordered is not None:
            assert days.in_order(cell, price.reordered) is not None
