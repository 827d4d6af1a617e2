"""The optimum of tiny problems, found by trying everything."""

from itertools import chain, combinations

from domain.planning.candidates import candidates
from domain.planning.chosen import ChosenDay, total
from domain.planning.day import Days
from domain.planning.problem import Problem


def subsets(items, most=None):
    items = list(items)
    return chain.from_iterable(combinations(items, size) for size in range((most or len(items)) + 1))


def optimum(problem: Problem) -> int:
    """The cheapest cost: every choice of sets for every cell, one cell after the other. No nights away."""
    days = Days(problem)
    found = candidates(problem, days)
    start = {frozenset[str](): ()}
    held = {stop for stops in found.fixed.values() for stop in stops}
    for cell in sorted({cell for cells in found.cells.values() for cell in cells}):
        there = [stop for stop, cells in found.cells.items() if cell in cells]
        sets = [each for each in subsets(there) if days.cost(cell, each) is not None]
        longer: dict[frozenset[str], tuple[ChosenDay, ...]] = {}
        for served, chosen in start.items():
            for each in sets:
                if served.isdisjoint(each):
                    after = (*chosen, ChosenDay(cell, each)) if each else chosen
                    key = served | set(each)
                    if key not in longer or total(days, after) < total(days, longer[key]):
                        longer[key] = after
        start = longer
    return min(total(days, chosen) for served, chosen in start.items() if held <= served)
