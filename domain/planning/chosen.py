"""A day as an engine chooses it, before it has times, and what such days cost together."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.planning.day import Days
from domain.planning.problem import Cell, Problem


@dataclass(frozen=True, slots=True)
class ChosenDay:
    """One day of a plan: who serves which stops, and where it begins and ends (places) if not at the depot."""

    cell: Cell
    stops: tuple[str, ...]
    origin: int | None = None
    destination: int | None = None

    @property
    def away(self) -> bool:
        """Whether the night before or behind it is away from the depot."""
        return self.origin is not None or self.destination is not None


def night_cost(problem: Problem, cell: Cell, place: int | None) -> int:
    """The cost of the night behind a day that ends at `place`; None = at the depot."""
    prices = {(night.vehicle, night.day, night.place): night.cost for night in problem.nights}
    return 0 if place is None else prices.get((*cell, place), 0)


def total(days: Days, chosen: Iterable[ChosenDay]) -> int:
    """The problem's objective for a plan of these days.

    Raises:
        ValueError: a day is impossible.
    """
    problem = days.problem
    cost = 0
    planned: set[str] = set()
    for day in chosen:
        price = days.cost(day.cell, day.stops, origin=day.origin, destination=day.destination)
        if price is None:
            raise ValueError(day)
        cost += price + night_cost(problem, day.cell, day.destination)
        planned.update(day.stops)
    covered = {problem.stop_of[stop].district for stop in planned}
    bare = {stop.district for stop in problem.stops} - covered
    left_out = sum(stop.prize for stop in problem.stops if stop.id not in planned)
    return cost + left_out + problem.coverage * len(bare)
