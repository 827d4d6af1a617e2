"""Plans a tour: the exact engine where it can run, the search alone where it cannot."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from domain.planning.candidates import Candidates, candidates
from domain.planning.chosen import ChosenDay, total
from domain.planning.compare import plan_cost
from domain.planning.day import Days
from domain.planning.explain import left_out
from domain.planning.plan import Effort, Engine, Plan, Progress, Route
from domain.planning.problem import Problem
from domain.planning.search import Search
from domain.planning.watch import Watch

if TYPE_CHECKING:
    from domain.planning.exact import Exact


def solve(
    problem: Problem,
    effort: Effort,
    report: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Plan:
    """The best plan found within the effort; proven where nothing cheaper exists.

    `report` is told phase, best cost and bound again and again; once `cancelled` says so, the best plan so far comes
    back within 200 ms. With `effort.iterations` the same problem and seed give the same plan on every run. Whatever
    the problem is like, a plan comes: without vehicles or dates every stop is left out and explained.
    """
    watch = Watch(effort, report, cancelled)
    watch.tell()
    days = Days(problem)
    found = candidates(problem, days)
    watch.tell(cost=total(days, (ChosenDay(cell, stops) for cell, stops in found.fixed.items())))
    search = Search(found, watch, effort.seed)
    exact = _exact() if effort.engine is Engine.exact else None
    if exact is None:
        search.run(effort.iterations)
        return _plan(found, watch, search.best, Engine.search)
    run = exact(found, watch, effort.seed, search.best, search.cost)
    run.run()
    return _plan(found, watch, run.best, Engine.exact)


def _exact() -> "type[Exact] | None":
    """The exact engine; None where its libraries cannot be loaded."""
    try:
        from domain.planning.exact import Exact
    except ImportError:
        return None
    return Exact


def _plan(found: Candidates, watch: Watch, chosen: Sequence[ChosenDay], engine: Engine) -> Plan:
    """The plan of these days, with its routes, price and who is left out."""
    problem, days = found.problem, found.days
    routes = tuple(_route(days, day) for day in sorted(chosen, key=lambda day: (day.cell.day, day.cell.vehicle)))
    cost = plan_cost(problem, routes)
    bound = None if watch.bound is None else min(watch.bound, float(cost))
    proven = bound is not None and bound >= cost
    left = left_out(problem, days, found, routes)
    return Plan(routes, left, cost, bound, proven, watch.seconds, engine)


def _route(days: Days, day: ChosenDay) -> Route:
    route = days.route(day.cell, day.stops, origin=day.origin, destination=day.destination)
    if route is None:  # every chosen day has been priced by `days` or listed within the same rules
        raise ValueError(day)
    return route
