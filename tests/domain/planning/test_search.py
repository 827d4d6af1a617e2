import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from domain.planning.candidates import candidates
from domain.planning.day import Days
from domain.planning.plan import Effort
from domain.planning.problem import Cell, FixedStop, Problem
from domain.planning.problem_file import problem_of
from domain.planning.search import Search
from domain.planning.watch import Watch
from tests.planning_problems.generator import generate, switched_on

SHAPES = ("base", "tight", "frag", "dense")


def made(shape: str, stops: int, seed: int = 1, *, everything: bool = False) -> Problem:
    document = generate(shape, stops, seed)
    return problem_of(switched_on(document) if everything else document)


def searched(problem: Problem, steps: int = 400, seed: int = 1, cancelled=lambda: False) -> Search:
    watch = Watch(Effort(seed=seed, iterations=steps), lambda _: None, cancelled)
    search = Search(candidates(problem, Days(problem)), watch, seed)
    search.run(steps)
    return search


def price(problem: Problem, search: Search) -> int:
    """The objective told again from the days alone; each stop at most once, each cell at most once."""
    days, planned = Days(problem), [stop for day in search.best for stop in day.stops]
    assert len(set(planned)) == len(planned)
    assert len({day.cell for day in search.best}) == len(search.best)
    costs = [days.cost(day.cell, day.stops) for day in search.best]
    assert None not in costs
    covered = {problem.stop_of[stop].district for stop in planned}
    missing = {stop.district for stop in problem.stops} - covered
    left_out = sum(stop.prize for stop in problem.stops if stop.id not in planned)
    return sum(costs) + left_out + problem.coverage * len(missing)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("everything", [False, True])
def test_every_day_is_possible_and_the_price_is_that_of_the_problem(shape, everything):
    problem = made(shape, 30, everything=everything)
    search = searched(problem, 200)
    assert search.cost == price(problem, search)


@pytest.mark.parametrize("shape", ["base", "tight", "frag"])
def test_search_is_better_than_the_first_plan(shape):
    problem = made(shape, 60)
    first, later = searched(problem, 0), searched(problem, 1500)
    assert later.cost < first.cost


def test_few_stops_are_planned_as_well_as_can_be():
    problem = made("tight", 12, seed=3)
    days, found = Days(problem), candidates(problem, Days(problem))
    stops = [stop for stop in problem.stops if found.cells[stop.id]]

    def best(at: int, cells: dict[Cell, tuple[str, ...]], limit: float) -> float:
        spent = sum(days.cost(cell, held) for cell, held in cells.items())
        spent += sum(stop.prize for stop in stops[:at] if not any(stop.id in held for held in cells.values()))
        if spent >= limit or at == len(stops):
            return min(spent, limit)
        for cell in found.cells[stops[at].id]:
            held = (*cells.get(cell, ()), stops[at].id)
            if days.cost(cell, held) is not None:
                limit = best(at + 1, {**cells, cell: held}, limit)
        return best(at + 1, cells, limit)

    unplannable = sum(stop.prize for stop in problem.stops) - sum(stop.prize for stop in stops)
    search = searched(problem, 1500)
    assert search.cost == best(0, {}, search.cost + 1 - unplannable) + unplannable


def test_fixed_stops_stay_and_clashing_ones_are_left_out():
    problem = made("base", 30)
    found = candidates(problem, Days(problem))
    first = next(stop for stop in problem.stops if len(found.cells[stop.id]) > 3)
    cell = found.cells[first.id][2]
    fixed = replace(problem, fixed=tuple(FixedStop(stop.id, cell) for stop in problem.stops if stop.window(cell.day)))
    kept = candidates(fixed, Days(fixed))
    assert kept.fixed
    assert kept.clashing
    search = searched(fixed)
    held = {day.cell: day.stops for day in search.best}
    assert all(set(stops) <= set(held[cell]) for cell, stops in kept.fixed.items())
    assert not set(kept.clashing) & {stop for stops in held.values() for stop in stops}
    assert search.cost == price(fixed, search)


def test_a_district_is_covered_if_that_is_worth_it():
    problem = made("tight", 60)
    without = searched(problem, 600)
    covering = searched(replace(problem, coverage=5000), 600)

    def districts(search: Search) -> int:
        return len({problem.stop_of[stop].district for day in search.best for stop in day.stops})

    assert districts(covering) >= districts(without)
    cells = candidates(problem, Days(problem)).cells
    assert districts(covering) == len({stop.district for stop in problem.stops if cells[stop.id]})


def test_published_stops_move_only_for_their_price():
    problem = made("base", 40)
    plan = searched(problem, 600)
    published = {stop: day.cell for day in plan.best for stop in day.stops}
    dear = replace(problem, published=published, move_cost=10_000)
    again = searched(dear, 600, seed=2)
    assert all(published.get(stop, day.cell) == day.cell for day in again.best for stop in day.stops)


def test_cancelled_search_keeps_what_it_has():
    problem = made("base", 30)
    assert searched(problem, 500, cancelled=lambda: True).best == ()
    looks = iter(range(10_000))
    search = searched(problem, 500, cancelled=lambda: next(looks) > 100)
    assert search.best
    assert search.cost == price(problem, search)


@pytest.mark.parametrize("stops", [0, 1])
def test_hardly_anything_to_plan_is_planned(stops):
    problem = made("base", 30)
    small = replace(problem, stops=problem.stops[:stops])
    assert searched(small, 20).cost <= sum(stop.prize for stop in small.stops)
    assert searched(replace(small, vehicles=()), 20).best == ()


def test_same_seed_gives_the_same_plan_in_every_process():
    program = (
        "from tests.domain.planning.test_search import made, searched\n"
        "import json; print(json.dumps([[*day.cell, *day.stops] for day in searched(made('tight', 40), 300).best]))"
    )
    root = Path(__file__).parents[3]
    plans = [
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
        ).stdout
        for seed in ("0", "7")
    ]
    assert plans[0] == plans[1]
    assert json.loads(plans[0])
