"""The 218 Gemeinden."""

from dataclasses import dataclass
from functools import cache

from domain.errors import NotFoundError
from domain.i18n import N_
from domain.region import tables


@dataclass(frozen=True, slots=True)
class Gemeinde:
    """A municipality as in the Gemeindeverzeichnis of 31 August 2025 (Destatis).

    `verbandsgemeinde` is empty for an Einheitsgemeinde or kreisfreie Stadt; `administration` is the key of the body
    that runs the Ordnungsamt (see `authorities`); `lat`/`lon` (degrees, WGS84) mark the main settlement.
    """

    ags: str
    name: str
    official_name: str
    status: str
    kreis_ags: str
    verbandsgemeinde: str
    population: int
    area_km2: float
    administration: str
    postcode_seat: str
    postcodes: tuple[str, ...]
    lat: float
    lon: float


@cache
def gemeinden() -> tuple[Gemeinde, ...]:
    """All 218 Gemeinden by key (AGS)."""
    return tuple(
        Gemeinde(
            ags=row["ags"],
            name=row["name"],
            official_name=row["official_name"],
            status=row["status"],
            kreis_ags=row["kreis_ags"],
            verbandsgemeinde=row["verbandsgemeinde"],
            population=int(row["population"]),
            area_km2=float(row["area_km2"]),
            administration=row["administration"],
            postcode_seat=row["postcode_seat"],
            postcodes=tuple(row["postcodes"].split()),
            lat=float(row["lat"]),
            lon=float(row["lon"]),
        )
        for row in tables.rows("gemeinden")
    )


@cache
def _by_ags() -> dict[str, Gemeinde]:
    return {gemeinde.ags: gemeinde for gemeinde in gemeinden()}


def gemeinde(ags: str) -> Gemeinde:
    """The Gemeinde with the key `ags` (8 digits).

    Raises:
        NotFoundError: there is none.
    """
    found = _by_ags().get(ags)
    if found is None:
        raise NotFoundError(N_("There is no municipality with the key “{ags}”."), ags=ags)
    return found


def is_gemeinde(ags: str) -> bool:
    """Whether `ags` is the key of a Gemeinde of Sachsen-Anhalt."""
    return ags in _by_ags()
