"""Who runs the Ordnungsämter and the police where: starting stock for the partner list."""

from dataclasses import dataclass
from functools import cache

from domain.region import tables
from domain.region.gemeinden import gemeinde


@dataclass(frozen=True, slots=True)
class Administration:
    """A body that runs an Ordnungsamt: Einheitsgemeinde, Verbandsgemeinde, Landkreis or kreisfreie Stadt."""

    key: str
    kind: str
    name: str
    seat: str
    postcode: str
    seat_ags: str
    kreis_ags: str


@dataclass(frozen=True, slots=True)
class PoliceUnit:
    """A Polizeiinspektion or Polizeirevier; `inspectorate` is the seat of the Inspektion it is or belongs to."""

    kind: str
    name: str
    inspectorate: str
    seat: str
    seat_ags: str
    kreis_ags: str


@cache
def administrations() -> tuple[Administration, ...]:
    """All 133 bodies: 101 Einheitsgemeinden, 18 Verbandsgemeinden, 11 Landkreise, 3 kreisfreie Städte."""
    return tuple(Administration(**row) for row in tables.rows("administrations"))


@cache
def police_units() -> tuple[PoliceUnit, ...]:
    """The 4 Polizeiinspektionen and 14 Polizeireviere, gathered by hand: data to start from, not constants."""
    return tuple(PoliceUnit(**row) for row in tables.rows("police"))


@cache
def _by_key() -> dict[str, Administration]:
    return {administration.key: administration for administration in administrations()}


def ordnungsamt_of(ags: str) -> Administration:
    """The body whose Ordnungsamt is competent in the Gemeinde `ags` (its own, or its Verbandsgemeinde's).

    Raises:
        NotFoundError: there is no such Gemeinde.
    """
    return _by_key()[gemeinde(ags).administration]
