"""A day as an engine chooses it, before it has times."""

from dataclasses import dataclass

from domain.planning.problem import Cell


@dataclass(frozen=True, slots=True)
class ChosenDay:
    """One day of a plan: who serves which stops, and where it begins and ends (places) if not at the depot."""

    cell: Cell
    stops: tuple[str, ...]
    origin: int | None = None
    destination: int | None = None
