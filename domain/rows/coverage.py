"""How often something was held and is planned, per Kreis, kind and half-year."""

from dataclasses import dataclass

from domain.terms import EventKind


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One Kreis, kind and half-year ("2027-H1").

    `held` are events held or reviewed, `planned` tentative or confirmed ones, by local start day; `target` is None
    while nobody set one.
    """

    kreis_ags: str
    kind: EventKind
    half_year: str
    target: int | None
    planned: int
    held: int
