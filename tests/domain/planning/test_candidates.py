import pytest

from domain.planning.candidates import candidates, fixed_seed
from domain.planning.day import Days
from domain.planning.plan import Reason
from domain.planning.problem import Cell, FixedStop, PlanningStop, PlanningVehicle, Problem, Window

MINUTES = ((0, 30, 200), (30, 0, 20), (200, 20, 0))


def bus(name: str, *days: int, equipment: frozenset[str] = frozenset()) -> PlanningVehicle:
    return PlanningVehicle(name, equipment, 0, 390, 1140, 600, 240, days)


def stop(name: str, duration: int, *windows: tuple[int, int, int], place: int = 1, need: str = "") -> PlanningStop:
    return PlanningStop(
        id=name,
        town=name,
        district="HZ",
        place=place,
        kind="school",
        duration=duration,
        prize=900,
        priority=2,
        need=frozenset(need.split()),
        windows=tuple(Window(*each) for each in windows),
    )


def found(stops, vehicles, fixed=()):
    problem = Problem("test", tuple(vehicles), tuple(stops), ((51.0, 11.0),) * 3, MINUTES, 40, fixed=tuple(fixed))
    return candidates(problem, Days(problem))


def test_cells_are_those_where_the_stop_fits_alone():
    asked = found([stop("A", 60, (0, 480, 600), (1, 480, 530), (2, 480, 600))], [bus("V", 0, 1), bus("W", 0, 2)])
    assert asked.cells == {"A": (Cell("V", 0), Cell("W", 0), Cell("W", 2))}


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (stop("A", 60, (1, 480, 600)), Reason.no_date),
        (stop("A", 60), Reason.no_date),
        (stop("A", 60, (0, 480, 600), need="sim"), Reason.no_equipment),
        (stop("A", 130, (0, 480, 600)), Reason.too_long),
        (stop("A", 590, (0, 390, 1140)), Reason.too_long),
        (stop("A", 60, (0, 480, 600), place=2), Reason.too_far),
        (stop("A", 60, (0, 390, 480)), None),
        (stop("A", 60, (0, 390, 479)), Reason.too_far),
        (stop("A", 60, (0, 330, 400)), Reason.too_long),
    ],
)
def test_refused_cell_names_its_reason(asked, reason):
    there = found([asked], [bus("V", 0)])
    assert there.refusal("A", Cell("V", 0)) == reason
    assert list(there.refusals("A")) == ([(Cell("V", 0), reason)] if reason else [])


def test_vehicle_that_is_not_out_refuses_the_date():
    asked = found([stop("A", 60, (0, 480, 600))], [bus("V", 1)])
    assert asked.refusal("A", Cell("V", 0)) is Reason.no_date
    assert asked.refusal("A", Cell("nobody", 0)) is Reason.no_date


def test_fixed_stop_has_its_cell_alone():
    asked = found([stop("A", 60, (0, 480, 600), (1, 480, 600))], [bus("V", 0, 1)], [FixedStop("A", Cell("V", 1), 500)])
    assert asked.cells["A"] == (Cell("V", 1),)
    assert asked.fixed == {Cell("V", 1): ("A",)}
    assert asked.refusal("A", Cell("V", 0)) is Reason.fixed_clash


def test_fixed_stops_that_clash_are_kept_in_the_order_of_the_problem():
    stops = [stop(name, 100, (0, 480, 600)) for name in "BAC"] + [stop("D", 60, (0, 900, 1000))]
    asked = found(stops, [bus("V", 0)], [FixedStop(each.id, Cell("V", 0)) for each in stops])
    assert asked.fixed == {Cell("V", 0): ("B", "D")}
    assert asked.clashing == ("A", "C")
    assert asked.cells["A"] == ()
    assert asked.refusal("A", Cell("V", 0)) is Reason.fixed_clash


def test_fixed_stop_that_cannot_be_in_its_cell_clashes():
    problem = Problem(
        "test", (bus("V", 0),), (stop("A", 60, (0, 480, 600)),), (), MINUTES, 40, fixed=(FixedStop("A", Cell("V", 1)),)
    )
    assert fixed_seed(problem, Days(problem)) == ({}, ("A",))


def test_no_vehicles_and_no_stops_are_no_problem():
    assert found([], []).cells == {}
    assert found([stop("A", 60, (0, 480, 600))], []).cells == {"A": ()}
