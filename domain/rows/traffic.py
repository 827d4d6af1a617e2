"""Road-safety measures counted by main accident cause, as table and export show them."""

from dataclasses import dataclass

from domain.terms import AccidentCause


@dataclass(frozen=True, slots=True)
class CauseRow:
    """One Kreis, main accident cause and half-year ("2027-H1"): measures held, and planned (tentative or confirmed).

    `kreis_ags` is "" for measures without a Kreis; `black_spots` are the named places, each once.
    """

    kreis_ags: str
    cause: AccidentCause
    half_year: str
    held: int
    planned: int
    black_spots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CauseLine:
    """One Kreis, or all (`is_total`, without key), with figures (held, planned) for each cause that occurs."""

    kreis_ags: str
    figures: dict[AccidentCause, tuple[int, int]]
    is_total: bool = False

    @property
    def held(self) -> int:
        """Measures held, of all causes."""
        return sum(held for held, _planned in self.figures.values())

    @property
    def planned(self) -> int:
        """Measures planned, of all causes."""
        return sum(planned for _held, planned in self.figures.values())
