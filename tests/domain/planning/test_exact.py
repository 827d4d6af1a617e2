import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from domain.planning import columns_sets, exact
from domain.planning.candidates import candidates
from domain.planning.chosen import ChosenDay, total
from domain.planning.columns_groups import Roads
from domain.planning.day import Days
from domain.planning.exact import Exact
from domain.planning.exact_corners import Corners
from domain.planning.plan import Effort
from domain.planning.problem import Cell, Night
from domain.planning.problem_file import problem_of
from domain.planning.watch import Watch
from tests.domain.planning.brute_force import optimum
from tests.domain.planning.small_problems import problem, problems, stop, vehicle

SAMPLES = Path(__file__).parents[2] / "planning_problems" / "samples"


def sample(name):
    return problem_of(json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8")))


def planned(made, **effort):
    """A finished run that began with the fixed stops alone, and its clock."""
    days = Days(made)
    found = candidates(made, days)
    start = [ChosenDay(cell, stops) for cell, stops in found.fixed.items()]
    clock = Watch(Effort(**{"seconds": 10.0} | effort), lambda _: None, lambda: False)
    run = Exact(found, clock, 1, start, total(days, start))
    run.run()
    return run, clock


@settings(max_examples=40, deadline=None)
@given(problems())
def test_tiny_problems_are_planned_at_the_cost_that_trying_everything_finds(made):
    run, clock = planned(made)
    assert run.cost == optimum(made) == total(Days(made), run.best)
    assert clock.bound == run.cost


@settings(max_examples=15, deadline=None)
@given(problems())
def test_without_room_to_list_everything_a_plan_comes_all_the_same(made):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exact, "MOST_COLUMNS", 3)
        patch.setattr(exact, "POOL_ROUNDS", 3)
        run, clock = planned(made, iterations=1)
    held = {each for stops in run.candidates.fixed.values() for each in stops}
    assert held <= {each for day in run.best for each in day.stops}
    assert run.cost == total(Days(made), run.best) >= optimum(made)
    assert clock.bound is None or clock.bound <= run.cost


def test_the_pool_finds_what_could_not_be_listed():
    made = sample("dense-60-1")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns_sets, "MOST_LABELS", 4_000)
        patch.setattr("domain.planning.exact_corners.ROUNDS", 3)
        patch.setattr("domain.planning.exact_ladder.FINAL", 500)
        run, clock = planned(made, iterations=1)
    assert run.cost <= 1.03 * 6299
    assert clock.bound is None


def test_the_sample_of_sixty_stops_is_proven():
    run, clock = planned(sample("base-60-1"))
    assert (run.cost, clock.bound) == (18_991, 18_991)


def test_a_night_away_is_taken_where_it_is_cheaper_than_driving_home():
    far = ((0, 110, 115), (110, 0, 10), (115, 10, 0))
    stops = [stop("one", 1, 300), stop("two", 2, 300, ((1, 480, 900),))]
    made = problem(stops, [vehicle()], far, nights=(Night("bus", 0, 2, 30),))
    run, clock = planned(made)
    assert set(run.best) == {
        ChosenDay(Cell("bus", 0), ("one",), None, 2),
        ChosenDay(Cell("bus", 1), ("two",), 2, None),
    }
    assert run.cost == clock.bound == (110 + 10 + 40 + 30) + (115 + 40)


def test_a_night_is_not_taken_if_the_next_day_stays_empty():
    far = ((0, 110, 115), (110, 0, 10), (115, 10, 0))
    made = problem([stop("one", 1, 300)], [vehicle()], far, nights=(Night("bus", 0, 2, 0),))
    run, _ = planned(made)
    assert run.best == (ChosenDay(Cell("bus", 0), ("one",)),)


def test_corners_improve_a_bad_plan_and_keep_its_rules():
    made = sample("base-60-1")
    days = Days(made)
    found = candidates(made, days)
    clock = Watch(Effort(iterations=1), lambda _: None, lambda: False)
    dice = Random(5)
    bad = {dice.choice(cells): each for each, cells in found.cells.items() if cells}
    start = [ChosenDay(cell, (each,)) for cell, each in bad.items()]
    took = []
    corners = Corners(found, found.cells, Roads.of(made), clock, 1)
    corners.search(start, lambda better, cost: took.append((tuple(better), cost)), 60, None)
    costs = [total(days, start), *[cost for _, cost in took]]
    assert costs == sorted(costs, reverse=True)
    assert costs[-1] < 1.02 * 18_991
    assert all(cost == total(days, better) for better, cost in took)


@pytest.mark.parametrize("name", ["base-60-1", "base-150-1"])
def test_limited_by_iterations_the_same_plan_comes_every_time(name):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("domain.planning.exact_corners.ROUNDS", 4)
        patch.setattr("domain.planning.exact_ladder.FINAL", 200)
        patch.setattr("domain.planning.exact_ladder.PART", 200)
        first, second = (planned(sample(name), iterations=1)[0].best for _ in range(2))
    assert first == second
