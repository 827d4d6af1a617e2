"""Runs planners as processes of their own, weighs them, and lets the referee price what they answer."""

import csv
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from tests.planning_problems.generator import generate
from tests.planning_problems.referee import judge

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "planning_problems" / "samples"
PEERS = HERE / "peers"
PEERS_HOME = HERE.parents[1] / ".venv-peers"
"""The peers' own environment: highspy and ortools do not go together in one process."""

BEST = HERE / "planning_best.csv"

CALL = "import sys; from domain.cli import main; sys.exit(main(sys.argv[1:]))"
MEGABYTE_IN_KB = 1024


@dataclass(frozen=True)
class Run:
    """What a planner gave: `seconds` of wall time from start to end of its process, `megabytes` at its peak."""

    plan: dict[str, Any]
    cost: int
    seconds: float
    megabytes: float

    @property
    def gap(self) -> float:
        """How far above the bound the cost is, as a share; without a bound 1."""
        bound = self.plan["bound"]
        return 0.0 if self.plan["proven"] else (self.cost - bound) / bound if bound else 1.0


def problem(name: str) -> dict[str, Any]:
    """A problem by name: a sample where there is one, else generated (`base-150-1`)."""
    sample = SAMPLES / f"{name}.json"
    if sample.exists():
        found: dict[str, Any] = json.loads(sample.read_text(encoding="utf-8"))
        return found
    shape, stops, seed = name.split("-")
    return generate(shape, int(stops), int(seed))


def best_known(name: str) -> int:
    """The lowest cost known of a problem; `tests.bench.planning_best` says how each was found."""
    with BEST.open(encoding="utf-8", newline="") as stream:
        return next(int(row["cost"]) for row in csv.DictReader(stream) if row["problem"] == name)


def optimised(document: dict[str, Any], seconds: float, engine: str = "exact") -> Run:
    """Our plan, as `landauf optimise` writes it; start-up included in its seconds."""
    with TemporaryDirectory() as folder:
        source, target = _written(folder, document), Path(folder) / "plan.json"
        call = [sys.executable, "-c", CALL, "optimise", source, target, "--seconds", str(seconds), "--engine", engine]
        begin = perf_counter()
        megabytes = _weighed(call)
        took = perf_counter() - begin
        plan = json.loads(target.read_text(encoding="utf-8"))
    return Run(plan, judge(document, plan).cost, took, megabytes)


def peer_cost(name: str, document: dict[str, Any], seconds: float) -> int | None:
    """What the plan of a peer costs after `seconds` of search; None if it found none."""
    with TemporaryDirectory() as folder:
        call = [PEERS_HOME / "bin" / "python", PEERS / f"peer_{name}.py", _written(folder, document), str(seconds)]
        done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=10 * seconds + 60)
    if done.returncode:
        return None
    return judge(document, priced(document, json.loads(done.stdout)["routes"])).cost


def _written(folder: str, document: dict[str, Any]) -> Path:
    path = Path(folder) / "problem.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def _weighed(call: list[Any]) -> float:
    """The most memory the process had, in MB; it must succeed."""
    process = subprocess.Popen(call, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, call)
    return used.ru_maxrss / MEGABYTE_IN_KB


def priced(document: dict[str, Any], routes: list[dict[str, Any]]) -> dict[str, Any]:
    """Routes that name only their stops in order, as a whole plan with times and price."""
    stops = {stop["id"]: stop for stop in document["stops"]}
    vehicles = {vehicle["id"]: vehicle for vehicle in document["vehicles"]}
    timed = [_timed(document, stops, vehicles[route["vehicle"]], route) for route in routes]
    planned = {stop for route in routes for stop in route["stops"]}
    out = [stop for stop in stops.values() if stop["id"] not in planned]
    cost = sum(drive for drive, _route in timed) + document["day_cost"] * len(routes)
    return {
        "routes": [route for _drive, route in timed],
        "unplanned": [{"stop": stop["id"], "reason": "displaced", "detail": ""} for stop in out],
        "cost": cost + sum(stop["prize"] for stop in out),
        "bound": None,
        "proven": False,
        "seconds": 0.0,
        "engine": "search",
    }


def _timed(
    document: dict[str, Any], stops: dict[str, Any], vehicle: dict[str, Any], route: dict[str, Any]
) -> tuple[int, dict[str, Any]]:
    """Drive minutes, and the route over as early as it can be and begun as late as that allows."""
    visits = [stops[stop] for stop in route["stops"]]
    places = [vehicle["depot"], *(stop["place"] for stop in visits), vehicle["depot"]]
    legs = [document["minutes"][a][b] for a, b in pairwise(places)]
    windows = [next(window for window in stop["windows"] if window[0] == route["day"]) for stop in visits]
    now, starts = vehicle["open"], []
    for leg, stop, window in zip(legs, visits, windows, strict=False):
        starts.append(max(now + leg, window[1]))
        now = starts[-1] + stop["duration"]
    back = later = now + legs[-1]
    later -= legs[-1]
    for at in reversed(range(len(visits))):
        starts[at] = min(later - visits[at]["duration"], windows[at][2] - visits[at]["duration"])
        later = starts[at] - legs[at]
    return sum(legs), route | {"start": starts, "departure": later, "return": back}
