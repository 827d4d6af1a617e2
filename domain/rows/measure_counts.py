"""Measures counted by Kreis and a term of their own, as table and export show them."""

from dataclasses import dataclass, field
from typing import TypeAlias

from domain.terms import AccidentCause, PlaceCategory

CountedTerm: TypeAlias = AccidentCause | PlaceCategory
"""What measures are counted by: the main accident cause they are aimed at, or the sort of place they take place at."""


@dataclass(frozen=True, slots=True)
class MeasureCount:
    """One Kreis, term and half-year ("2027-H1"): measures held, and planned (tentative or confirmed).

    `kreis_ags` is "" for measures without a Kreis; `black_spots` are the accident black spots named, each once.
    """

    kreis_ags: str
    term: CountedTerm
    half_year: str
    held: int
    planned: int
    black_spots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossLine:
    """One term, or all (None), with its figures (held, planned) for each Kreis in which there are any."""

    term: CountedTerm | None
    figures: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def held(self) -> int:
        """Measures held in all Kreise."""
        return sum(held for held, _planned in self.figures.values())

    @property
    def planned(self) -> int:
        """Measures planned in all Kreise."""
        return sum(planned for _held, planned in self.figures.values())
