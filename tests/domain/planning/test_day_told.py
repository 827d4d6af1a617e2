"""Days planned anew: what people have been told stays where that costs nothing."""

from domain.planning.day import Days
from domain.planning.problem import Cell
from tests.domain.planning.small_problems import problem, stop

CELL = Cell("bus", 0)
LONG = ((0, 390, 1140),)


def stops(*names):
    return [stop(name, place, 60, windows=LONG) for name, place in names]


def test_order_that_people_were_told_stays_where_another_is_as_cheap():
    asked = stops(("A", 1), ("B", 2))
    for told in ({"A": 480, "B": 560}, {"A": 560, "B": 480}):
        made = problem(asked, published={"A": CELL, "B": CELL}, published_starts=told)
        route = Days(made).route(CELL, {"A", "B"})
        assert dict(zip(route.stops, route.starts, strict=True)) == told


def test_order_that_people_were_told_gives_way_to_a_cheaper_one():
    one_way = ((0, 30, 60), (30, 0, 20), (40, 20, 0))
    told = {"A": 600, "B": 450}
    made = problem(stops(("A", 1), ("B", 2)), minutes=one_way, published={"A": CELL, "B": CELL}, published_starts=told)
    assert Days(made).route(CELL, {"A", "B"}).stops == ("A", "B")


def test_new_stop_goes_where_those_that_were_told_keep_their_time():
    told = {"A": 900, "B": 800}
    made = problem(stops(("A", 1), ("B", 2), ("C", 2)), published={"A": CELL, "B": CELL}, published_starts=told)
    route = Days(made).route(CELL, {"A", "B", "C"})
    starts = dict(zip(route.stops, route.starts, strict=True))
    assert {"A": starts["A"], "B": starts["B"]} == told


def test_order_that_people_were_told_stays_with_breaks_too():
    told = {"A": 700, "B": 480}
    asked = [stop("A", 1, 180, windows=LONG), stop("B", 2, 180, windows=LONG)]
    changes = {"published": {"A": CELL, "B": CELL}, "published_starts": told, "breaks": ((360, 30), (540, 45))}
    route = Days(problem(asked, **changes)).route(CELL, {"A", "B"})
    assert dict(zip(route.stops, route.starts, strict=True)) == told
