"""The tour planner as `landauf optimise`: cost, proof, memory, first plan, explanations and re-planning."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from tests.bench.planning_runs import Run, best_known, optimised, problem
from tests.bench.table import Row, is_full

BARS = (
    ("base-60", 3, 1.0), ("tight-60", 3, 1.0), ("frag-60", 3, 1.0),
    ("base-150", 5, 1.005), ("frag-150", 5, 1.005), ("tight-150", 20, 1.005),
    ("base-300", 5, 1.15), ("frag-300", 5, 1.15),
    ("base-300", 20, 1.01), ("frag-300", 20, 1.01), ("tight-300", 20, 1.03),
)  # fmt: skip
"""Issue 3, section 4: problems, seconds, cost beside the best known."""

PROVEN = ("base-60", "tight-60", "frag-60", "base-150", "frag-150")
"""Those whose plan must be proven optimal, with 60 stops in 3 s, with 150 in 20 s."""

SEARCHED = ("base-150", "tight-150", "frag-150")
MEMORY, SEARCH, REPLAN = 350.0, 1.06, 1.5


def seeds() -> range:
    """The problems of each shape that are planned."""
    return range(1, 4 if is_full() else 2)


def measure() -> list[Row]:
    """Every bar of issue 3, section 4, that needs no peer and no window."""
    runs = {
        (f"{shape}-{seed}", seconds): optimised(problem(f"{shape}-{seed}"), seconds)
        for shape, seconds, _bar in BARS
        for seed in seeds()
    }
    return [
        *(_cost_row(runs, shape, seconds, bar) for shape, seconds, bar in BARS),
        *(_proof_row(runs, shape) for shape in PROVEN),
        _gap_row(runs),
        _memory_row(runs),
        *(_search_row(shape) for shape in SEARCHED),
        *_apart_rows(),
        *_replan_rows(),
    ]


def _cost_row(runs: dict[tuple[str, int], Run], shape: str, seconds: int, bar: float) -> Row:
    """The worst of the seeds."""
    ratios = {seed: runs[f"{shape}-{seed}", seconds].cost / best_known(f"{shape}-{seed}") for seed in seeds()}
    run = runs[f"{shape}-{max(ratios, key=lambda seed: ratios[seed])}", seconds]
    proof = "proven" if run.plan["proven"] else f"at most {run.gap:.1%} above the optimum"
    note = f"cost {run.cost:,}, {proof}, {run.seconds:.1f} s, {run.megabytes:.0f} MB"
    return Row(f"plan {shape}, {seconds} s / best known", max(ratios.values()), bar + 1e-9, "×", note=note)


def _proof_row(runs: dict[tuple[str, int], Run], shape: str) -> Row:
    seconds = 3 if shape.endswith("-60") else 20
    gaps = []
    for seed in seeds():
        name = f"{shape}-{seed}"
        run = runs[name, seconds] if (name, seconds) in runs else optimised(problem(name), seconds)
        gaps.append(100 * run.gap)
    return Row(f"gap of plan {shape}, {seconds} s", max(gaps), 0.0, "%", note="0 = proven optimal")


def _gap_row(runs: dict[tuple[str, int], Run]) -> Row:
    gap = max(runs[f"tight-150-{seed}", 20].gap for seed in seeds())
    return Row("gap of plan tight-150, 20 s", 100 * gap, 1.5, "%")


def _memory_row(runs: dict[tuple[str, int], Run]) -> Row:
    name, most = max(((name, run.megabytes) for (name, _), run in runs.items()), key=lambda each: each[1])
    return Row("memory of planning 300 stops", most, MEMORY, "MB", note=f"{name}; peak of the whole process")


def _search_row(shape: str) -> Row:
    ratio = max(
        optimised(problem(f"{shape}-{seed}"), 20, "search").cost / best_known(f"{shape}-{seed}") for seed in seeds()
    )
    return Row(f"search alone {shape}, 20 s / best known", ratio, SEARCH, "×")


def _apart_rows() -> Iterator[Row]:
    for name in ("base-150-1", "tight-300-1"):
        told = apart(name)
        note = f"cost {told['first_cost']:,.0f}; imports {told['ready']:.2f} s before"
        yield Row(f"first plan of {name}", told["first"], 1.0, "s", note=note)
        note = f"{told['left_out']:.0f} stops left out"
        yield Row(f"explanations of a plan of {name}", told["explained"], 50.0, "ms", note=note)


def apart(name: str) -> dict[str, float]:
    """`first_plan` in a fresh process."""
    code = (
        "import json; from tests.bench.planning_first import first_plan; from tests.bench.planning_runs import problem;"
        f"print(json.dumps(first_plan(problem({name!r}))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _replan_rows() -> Iterator[Row]:
    """A vehicle is out of order for three days in the middle: how many others move."""
    for name in ("base-60-1", "base-150-1"):
        document = problem(name)
        released = optimised(document, 20).plan
        event, hit = broken_down(document, released)
        run = optimised(event, 20)
        where = {stop: [route["vehicle"], route["day"]] for route in run.plan["routes"] for stop in route["stops"]}
        moved = sum(1 for stop, cell in event["published"].items() if where.get(stop, cell) != cell)
        limit = REPLAN * hit + 5
        yield Row(f"stops moved when {name} loses three days", moved, limit, "", note=f"{hit} stops hit")


def broken_down(document: dict[str, Any], released: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """The problem after a release, the first vehicle gone on three of its working days; and the stops that hits."""
    vehicle = document["vehicles"][0]
    used = sorted(route["day"] for route in released["routes"] if route["vehicle"] == vehicle["id"])
    gone = set(used[len(used) // 2 :][:3])
    rest = vehicle | {"days": [day for day in vehicle["days"] if day not in gone]}
    published = {stop: [route["vehicle"], route["day"]] for route in released["routes"] for stop in route["stops"]}
    hit = sum(1 for cell in published.values() if cell[0] == vehicle["id"] and cell[1] in gone)
    return document | {"vehicles": [rest, *document["vehicles"][1:]], "published": published}, hit
