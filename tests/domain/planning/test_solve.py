import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

from domain.planning.compare import plan_cost
from domain.planning.plan import Effort, Engine, Phase, Reason
from domain.planning.problem import Cell, FixedStop
from domain.planning.problem_file import problem_of
from domain.planning.solve import solve
from tests.domain.planning.brute_force import optimum
from tests.domain.planning.small_problems import problem, problems, stop, vehicle

SAMPLES = Path(__file__).parents[2] / "planning_problems" / "samples"


def sample(name):
    return problem_of(json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8")))


@settings(max_examples=25, deadline=None)
@given(problems())
def test_a_plan_is_proven_and_every_stop_is_planned_or_explained(made):
    plan = solve(made, Effort(seconds=10))
    assert plan.proven
    assert plan.cost == plan.bound == plan_cost(made, plan.routes) == optimum(made)
    planned = [each for route in plan.routes for each in route.stops]
    assert sorted([*planned, *[left.stop for left in plan.left_out]]) == sorted(each.id for each in made.stops)


def test_progress_goes_through_its_phases_while_cost_falls_and_bound_rises():
    told = []
    plan = solve(sample("base-60-1"), Effort(seconds=10), told.append)
    assert list(dict.fromkeys(each.phase for each in told)) == [
        Phase.preparing, Phase.listing, Phase.bounding, Phase.choosing,
    ]  # fmt: skip
    costs = [each.cost for each in told if each.cost is not None]
    bounds = [each.bound for each in told if each.bound is not None]
    assert costs == sorted(costs, reverse=True)
    assert bounds == sorted(bounds)
    assert (costs[-1], bounds[-1]) == (plan.cost, plan.bound)


@pytest.mark.parametrize("phase", [Phase.preparing, Phase.listing, Phase.bounding, Phase.choosing])
def test_cancelled_in_any_phase_the_best_plan_so_far_comes(phase):
    made, seen = sample("base-150-1"), []
    plan = solve(made, Effort(seconds=60), seen.append, lambda: bool(seen) and seen[-1].phase is phase)
    expected = min(each.cost for each in seen if each.cost is not None)
    assert plan.cost == plan_cost(made, plan.routes) == expected
    assert not plan.proven


def test_without_time_a_plan_comes_all_the_same():
    made = sample("base-60-1")
    plan = solve(made, Effort(seconds=0.0))
    assert plan.cost == plan_cost(made, plan.routes)
    assert not plan.proven


def test_without_the_solver_the_search_plans(monkeypatch):
    monkeypatch.delitem(sys.modules, "domain.planning.exact", raising=False)
    monkeypatch.setitem(sys.modules, "highspy", None)
    for name in [name for name in sys.modules if name.startswith(("domain.planning.master", "domain.planning.exact_"))]:
        monkeypatch.delitem(sys.modules, name)
    plan = solve(problem([stop("one")]), Effort(iterations=3))
    assert plan.engine is Engine.search
    assert [route.stops for route in plan.routes] == [("one",)]
    assert plan.bound is None


def test_the_search_plans_where_it_is_asked_for():
    plan = solve(problem([stop("one")]), Effort(iterations=3, engine=Engine.search))
    assert plan.engine is Engine.search


def test_fixed_stops_that_clash_are_kept_as_far_as_they_can():
    fixed = (FixedStop("one", Cell("bus", 0), 500), FixedStop("two", Cell("bus", 0), 550))
    plan = solve(problem([stop("one"), stop("two")], fixed=fixed), Effort(seconds=5))
    assert [route.stops for route in plan.routes] == [("one",)]
    assert [(left.stop, left.reason) for left in plan.left_out] == [("two", Reason.fixed_clash)]
    assert plan.proven


@pytest.mark.parametrize(
    "made",
    [
        problem([], []),
        problem([], [], ()),
        problem([stop("one")], []),
        problem([]),
        problem([stop("one", duration=900, windows=((0, 0, 1440),))]),
        problem([stop("one", windows=())]),
        problem([stop("one", need=frozenset({"crane"}))]),
        problem([stop("one")], [vehicle(days=())]),
    ],
)
def test_where_nothing_can_be_planned_that_is_proven(made):
    plan = solve(made, Effort(seconds=5))
    assert plan.routes == ()
    assert plan.proven
    assert plan.cost == plan.bound == sum(each.prize for each in made.stops)
    assert len(plan.left_out) == len(made.stops)


def test_stops_at_the_same_place_are_one_drive():
    plan = solve(problem([stop("one", 1, 60), stop("two", 1, 60)]), Effort(seconds=5))
    assert plan.cost == 40 + 30 + 30


def test_replanning_moves_no_more_than_it_must():
    stops = [
        stop("one", windows=((0, 480, 840), (1, 480, 840))),
        stop("two", 2, windows=((0, 480, 840), (1, 480, 840))),
    ]
    published = {"one": Cell("bus", 0), "two": Cell("bus", 1)}
    together = solve(problem(stops, published=published, move_cost=5), Effort(seconds=5))
    as_told = solve(problem(stops, published=published, move_cost=300), Effort(seconds=5))
    assert len(together.routes) == 1
    assert {each: route.cell for route in as_told.routes for each in route.stops} == published
