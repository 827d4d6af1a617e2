"""The areas somebody can be responsible for: Kreise (5 digits), Verbandsgemeinden (9) and Gemeinden (8)."""

from dataclasses import dataclass
from functools import cache

from domain.region.authorities import administrations
from domain.region.gemeinden import gemeinde, gemeinden
from domain.region.kreise import kreise


@dataclass(frozen=True, slots=True)
class Area:
    """A Kreis, Verbandsgemeinde or Gemeinde; `name` tells a Kreis from a Gemeinde of the same name."""

    key: str
    name: str
    kreis_ags: str


@cache
def areas() -> dict[str, Area]:
    """All areas by key: the 14 Kreise, 18 Verbandsgemeinden and 218 Gemeinden, each sort by key."""
    found = [Area(each.ags, _kreis_name(each.name, each.kind), each.ags) for each in kreise()]
    found += [
        Area(each.key, each.name, each.kreis_ags) for each in administrations() if each.kind == "Verbandsgemeinde"
    ]
    found += [Area(each.ags, each.name, each.kreis_ags) for each in gemeinden()]
    return {area.key: area for area in found}


def areas_over(ags: str) -> tuple[str, ...]:
    """The keys of the areas that a Gemeinde lies in, the narrowest first: itself, its Verbandsgemeinde, its Kreis.

    Raises:
        NotFoundError: there is no such Gemeinde.
    """
    here = gemeinde(ags)
    own = (here.administration,) if here.verbandsgemeinde else ()
    return (ags, *own, here.kreis_ags)


def _kreis_name(name: str, kind: str) -> str:
    if kind == "Landkreis":
        return name if "kreis" in name.casefold() else f"Landkreis {name}"
    return f"Stadt {name}"
