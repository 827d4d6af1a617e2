"""When the first plan is there, and how long the explanations of a plan take; for a process of its own."""

from time import perf_counter, process_time
from typing import Any

BEGIN = perf_counter()


def first_plan(document: dict[str, Any]) -> dict[str, float]:
    """Seconds until ready and from then to the first plan that plans anything, its cost, and how long reasons take.

    The reasons of a plan in milliseconds of the processor, with nothing remembered from planning.
    """
    from domain.planning.candidates import candidates
    from domain.planning.day import Days
    from domain.planning.explain import left_out
    from domain.planning.plan import Effort, Progress
    from domain.planning.problem_file import problem_of
    from domain.planning.solve import solve

    problem = problem_of(document)
    ready = perf_counter()
    nothing = sum(stop.prize for stop in problem.stops)
    costs: list[tuple[float, int]] = []

    def report(progress: Progress) -> None:
        if progress.cost is not None and progress.cost < nothing and not costs:
            costs.append((perf_counter() - ready, progress.cost))

    plan = solve(problem, Effort(seconds=5), report, lambda: False)
    days = Days(problem)
    cells = candidates(problem, days)
    begin = process_time()
    told = left_out(problem, days, cells, plan.routes)
    explained = process_time() - begin
    first, cost = costs[0]
    return {
        "ready": ready - BEGIN,
        "first": first,
        "first_cost": cost,
        "explained": 1000 * explained,
        "left_out": len(told),
    }
