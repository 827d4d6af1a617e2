"""The table of best known costs: `python -m tests.bench.planning_best [SECONDS]` plans every problem for long.

A cost that is proven stays; the others fall if a plan is found that is cheaper than the one in the table.
"""

import csv
import sys

from tests.bench.bench_planning import BARS
from tests.bench.bench_planning_peers import MORE, SOME
from tests.bench.planning_runs import BEST, optimised, problem

LONG = 300
FIELDS = ("problem", "cost", "how")
PROVEN = "proven optimal"


def main() -> None:
    """Plan what is not proven yet and write the table anew."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else LONG
    table = known()
    names = {f"{shape}-{seed}" for shape, _seconds, _bar in BARS for seed in (1, 2, 3)}
    names |= {name for name, _seconds, _bar in SOME + MORE}
    for name in sorted(names):
        cost, how = table.get(name, (None, ""))
        if not how.startswith(PROVEN):
            table[name] = better(name, cost, how, seconds)
            print(name, *table[name], flush=True)
            write(table)


def better(name: str, cost: int | None, how: str, seconds: int) -> tuple[int, str]:
    """The lower of the known cost and that of a new plan, with how it was found."""
    run = optimised(problem(name), seconds)
    if run.plan["proven"]:
        return run.cost, f"{PROVEN} by landauf in {run.plan['seconds']:.0f} s"
    if cost is not None and cost <= run.cost:
        return cost, how
    return run.cost, f"landauf, {seconds} s, bound {run.plan['bound']}"


def known() -> dict[str, tuple[int | None, str]]:
    """The table as it is."""
    if not BEST.exists():
        return {}
    with BEST.open(encoding="utf-8", newline="") as stream:
        return {row["problem"]: (int(row["cost"]), row["how"]) for row in csv.DictReader(stream)}


def write(table: dict[str, tuple[int | None, str]]) -> None:
    """The table in the order of names."""
    with BEST.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(FIELDS)
        out.writerows((name, cost, how) for name, (cost, how) in sorted(table.items()))


if __name__ == "__main__":
    main()
