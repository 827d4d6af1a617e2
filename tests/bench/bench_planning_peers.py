"""The tour planner against PyVRP and OR-Tools at equal time; these live in an environment of their own."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.bench.planning_runs import PEERS, PEERS_HOME, optimised, peer_cost, problem
from tests.bench.table import Row, is_full

NAMES = ("pyvrp", "ortools")

SOME = (("base-150-1", 5, 0.92), ("tight-150-1", 20, 0.95), ("base-300-1", 20, 0.85), ("dense-150-1", 20, 1.03))
MORE = (
    ("base-60-1", 3, 1.0), ("tight-60-1", 3, 1.0), ("frag-60-1", 3, 1.0), ("dense-60-1", 20, 1.03),
    ("frag-150-1", 5, 0.92), ("frag-300-1", 20, 0.85), ("tight-300-1", 20, 0.9),
    ("base-300-1", 5, 0.92), ("frag-300-1", 5, 0.92),
)  # fmt: skip
"""Planning note, section 6: problems, seconds, cost beside the better of the peers."""


def measure() -> list[Row]:
    """Our cost beside the better peer's; without the peers nothing is measured, and it is said why."""
    reason = missing_peers()
    if reason:
        print(f"peers skipped: {reason}", file=sys.stderr)
        return []
    return [_row(*case) for case in SOME + (MORE if is_full() else ())]


def missing_peers() -> str:
    """Sets up the peers' environment once; why that is impossible, "" if it is there."""
    ready = PEERS_HOME / ".ready"
    wanted = (PEERS / "requirements.txt").read_text(encoding="utf-8")
    if ready.exists() and ready.read_text(encoding="utf-8") == wanted:
        return ""
    print(f"setting up {PEERS_HOME.name} …", file=sys.stderr, flush=True)
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]
    for call in (
        [sys.executable, "-m", "venv", str(PEERS_HOME)],
        [str(PEERS_HOME / "bin" / "python"), *install, str(PEERS / "requirements.txt")],
    ):
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        if done.returncode:
            return (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    ready.write_text(wanted, encoding="utf-8")
    return ""


def _row(name: str, seconds: int, bar: float) -> Row:
    """The peers run beside each other, one on each core; ours has a process of its own after them."""
    document = problem(name)
    with ThreadPoolExecutor(len(NAMES)) as pool:
        costs = dict(zip(NAMES, pool.map(lambda peer: peer_cost(peer, document, seconds), NAMES), strict=True))
    run = optimised(document, seconds)
    best = min((cost for cost in costs.values() if cost is not None), default=run.cost)
    told = " · ".join(f"{peer} {'no plan' if cost is None else format(cost, ',')}" for peer, cost in costs.items())
    return Row(f"plan {name}, {seconds} s / best peer", run.cost / best, bar, "×", note=f"ours {run.cost:,} · {told}")
