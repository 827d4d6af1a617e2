"""The 14 Kreise: 11 Landkreise and 3 kreisfreie Städte."""

from dataclasses import dataclass
from functools import cache

from domain.errors import NotFoundError
from domain.i18n import N_
from domain.region import tables


@dataclass(frozen=True, slots=True)
class Hexagon:
    """A place on the hexagon map: rows from the north, odd rows half a hexagon to the right."""

    column: int
    row: int

    @property
    def x(self) -> float:
        """The centre from the left, in widths of a pointy-topped hexagon: 0 to 3."""
        return self.column + (self.row % 2) / 2

    @property
    def y(self) -> float:
        """The centre from the top, in heights of a hexagon (rows overlap by a quarter): 0 to 3."""
        return self.row * 0.75


@dataclass(frozen=True, slots=True)
class Kreis:
    """A Landkreis or kreisfreie Stadt.

    Population of 31 December 2024 and area from the Gemeindeverzeichnis (Destatis); `code` as on number plates;
    `police_inspectorate` is the seat of the competent Polizeiinspektion, `revier_seat` that of the Polizeirevier.
    """

    ags: str
    nuts3: str
    name: str
    kind: str
    seat: str
    seat_ags: str
    population: int
    area_km2: float
    code: str
    police_inspectorate: str
    revier_seat: str
    hexagon: Hexagon

    @property
    def is_town(self) -> bool:
        """Whether this is a kreisfreie Stadt."""
        return self.kind == "Kreisfreie Stadt"


@cache
def kreise() -> tuple[Kreis, ...]:
    """All 14 Kreise by key (AGS)."""
    return tuple(
        Kreis(
            ags=row["ags"],
            nuts3=row["nuts3"],
            name=row["name"],
            kind=row["kind"],
            seat=row["seat"],
            seat_ags=row["seat_ags"],
            population=int(row["population"]),
            area_km2=float(row["area_km2"]),
            code=row["code"],
            police_inspectorate=row["police_inspectorate"],
            revier_seat=row["revier_seat"],
            hexagon=Hexagon(int(row["hexagon_column"]), int(row["hexagon_row"])),
        )
        for row in tables.rows("kreise")
    )


@cache
def _by_ags() -> dict[str, Kreis]:
    return {kreis.ags: kreis for kreis in kreise()}


def kreis(ags: str) -> Kreis:
    """The Kreis with the key `ags` (5 digits).

    Raises:
        NotFoundError: there is none.
    """
    found = _by_ags().get(ags)
    if found is None:
        raise NotFoundError(N_("There is no district with the key “{ags}”."), ags=ags)
    return found
