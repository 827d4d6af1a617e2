from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.planning.compare import Visit, compare, detours, figures, plan_cost, visits_by_district
from domain.planning.day import Days
from domain.planning.problem import Cell, FixedStop, Night
from tests.domain.planning.small_problems import planned, problem, problems, stop, vehicle

WEEK = tuple((day, 480, 840) for day in range(3))
MONDAY, TUESDAY = Cell("bus", 0), Cell("bus", 1)


def made(**changes):
    return problem(
        [stop("A", windows=WEEK), stop("B", 2, windows=WEEK, district="SK"), stop("C", windows=WEEK)], **changes
    )


def routes(of, **cells):
    days = Days(of)
    found = [days.in_order(Cell("bus", int(day[1:])), stops) for day, stops in cells.items()]
    assert None not in found
    return found


def test_every_stop_is_in_the_list_of_what_happens_to_it():
    of = made()
    found = compare(of, routes(of, d0="AB"), routes(of, d0="A", d1="C"))
    assert found.unchanged == ("A",)
    assert [each.stop for each in found.dropped] == ["B"]
    assert [(each.stop, each.before, each.after) for each in found.added] == [("C", None, Visit(TUESDAY, 480))]
    assert found.moved == found.retimed == ()


def test_another_day_is_a_move_and_another_hour_is_not():
    of = made()
    found = compare(of, routes(of, d0="AC", d1="B"), routes(of, d0="C", d2="AB"))
    assert [each.stop for each in found.retimed] == ["C"]
    assert [(each.stop, each.before.cell.day, each.after.cell.day) for each in found.moved] == [
        ("A", 0, 2),
        ("B", 1, 2),
    ]


def test_figures_are_summed_over_all_days():
    of = made()
    found = figures(of, routes(of, d0="A", d1="B"))
    assert (found.planned, found.used, found.districts) == (2, 2, {"HZ", "SK"})
    assert (found.drive, found.duty, found.cost) == (60 + 80, 60 + 80 + 2 * 120, 140 + 2 * 40 + 900)


def test_what_is_added_is_the_difference_of_the_figures():
    of = made(coverage=500)
    found = compare(of, routes(of, d0="A"), routes(of, d0="AB"))
    assert (found.added_drive, found.added_duty, found.added_cost) == (30, 150, 30 - 900 - 500)
    assert (found.districts_won, found.districts_lost) == ({"SK"}, frozenset())
    back = compare(of, routes(of, d0="AB"), routes(of, d0="A"))
    assert (back.districts_won, back.districts_lost) == (frozenset(), {"SK"})


def test_who_was_told_another_day_must_be_told():
    of = made(published={"A": MONDAY, "B": MONDAY, "C": Cell("bus", 2)})
    assert compare(of, routes(of, d0="AB", d2="C"), routes(of, d0="B", d1="A")).to_tell == ("A", "C")


def test_who_knew_only_a_draft_need_not_be_told():
    of = made()
    assert compare(of, routes(of, d0="AB"), routes(of, d1="AB")).to_tell == ()


def test_other_vehicle_on_the_same_day_need_not_be_told():
    of = made(vehicles=[vehicle("bus"), vehicle("van")], published={"A": MONDAY})
    days = Days(of)
    found = compare(of, [days.route(MONDAY, "A")], [days.route(Cell("van", 0), "A")])
    assert ([each.stop for each in found.moved], found.to_tell) == (["A"], ())


def test_published_or_fixed_start_that_changes_must_be_told():
    of = made(published={"A": MONDAY}, published_starts={"A": 500}, fixed=(FixedStop("C", TUESDAY, 600),))
    kept, late = routes(of, d0="A", d1="C"), routes(of, d0="A", d1="C")
    assert (kept[0].starts, kept[1].starts) == ((500,), (600,))
    assert compare(of, kept, late).to_tell == ()
    late = [replace(route, starts=(700,)) for route in late]
    assert compare(of, kept, late).to_tell == ("A", "C")


def test_stop_that_is_no_longer_in_the_problem_is_listed_as_dropped():
    of = made()
    before = routes(of, d0="AB")
    later = replace(of, stops=of.stops[1:], published={"A": MONDAY})
    found = compare(later, before, routes(later, d0="B"))
    assert ([each.stop for each in found.dropped], found.to_tell) == (["A"], ("A",))


def test_cost_of_a_night_away_is_in_the_cost():
    of = made(nights=(Night("bus", 0, 2, 55),))
    days = Days(of)
    out, home = days.route(MONDAY, "A", destination=2), days.route(TUESDAY, "B", origin=2)
    assert plan_cost(of, [out, home]) == 30 + 20 + 0 + 40 + 2 * 40 + 900 + 55


def test_wishes_and_moves_have_their_price():
    of = made(published={"A": TUESDAY}, move_cost=30, crew_cost=7, preferred_cost=5)
    stops = (replace(of.stops[0], vehicle="van", preferred=frozenset({2})), *of.stops[1:])
    of = replace(of, stops=stops)
    assert plan_cost(of, routes(of, d0="A")) == 60 + 40 + 2 * 900 + 30 + 7 + 5


@settings(max_examples=30)
@given(problems(), st.data())
def test_every_stop_of_both_plans_is_listed_once_and_nothing_changes_against_itself(of, data):
    one = planned(of, Days(of))
    other = planned(replace(of, stops=tuple(data.draw(st.permutations(of.stops)))), Days(of), most=2)
    found = compare(of, one, other)
    listed = [each.stop for group in (found.moved, found.retimed, found.added, found.dropped) for each in group]
    both = {name for route in (*one, *other) for name in route.stops}
    assert sorted((*listed, *found.unchanged)) == sorted(both)
    assert found.added_cost == plan_cost(of, other) - plan_cost(of, one)
    same = compare(of, one, one)
    assert (same.moved, same.retimed, same.added, same.dropped, same.added_cost) == ((), (), (), (), 0)


def test_a_detour_is_the_drive_that_a_stop_alone_causes():
    of = made()
    (alone,) = routes(of, d0="B")
    assert detours(of, [alone]) == {"B": alone.drive}
    (both,) = routes(of, d0="AB")
    without = {"A": alone, "B": routes(of, d0="A")[0]}
    assert detours(of, [both]) == {stop: both.drive - rest.drive for stop, rest in without.items()}


def test_stops_are_counted_by_district():
    of = made()
    assert visits_by_district(of, routes(of, d0="AC", d1="B")) == {of.stop_of["A"].district: 2, "SK": 1}
    assert visits_by_district(of, ()) == {}
