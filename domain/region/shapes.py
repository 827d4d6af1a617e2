"""The map of Sachsen-Anhalt: Kreise to draw in a unit box and to find a point in."""

import math
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise

from domain.region import tables
from domain.region.kreise import kreise
from domain.region.tables import Line, Pair

_MIDDLE_LATITUDE = 52.0
_WIDTH_OF_A_DEGREE = math.cos(math.radians(_MIDDLE_LATITUDE))


@dataclass(frozen=True, slots=True)
class KreisShape:
    """A Kreis on the map: rings to fill odd-even (Saalekreis has a hole where Halle lies) and where its label fits."""

    ags: str
    rings: tuple[Line, ...]
    label: Pair


@dataclass(frozen=True, slots=True)
class River:
    """A river or a stretch of one, for orientation only (made for 1 : 10 million)."""

    name: str
    line: Line


@dataclass(frozen=True, slots=True)
class _Frame:
    west: float
    north: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Area:
    ags: str
    west: float
    south: float
    east: float
    north: float
    rings: tuple[Line, ...]


@cache
def _drawn() -> list[tables.Feature]:
    return tables.features("kreise_display")


@cache
def _frame() -> _Frame:
    lons, lats = zip(*(point for _, rings in _drawn() for point in chain(*rings)), strict=True)
    return _Frame(min(lons), max(lats), (max(lons) - min(lons)) * _WIDTH_OF_A_DEGREE, max(lats) - min(lats))


@cache
def aspect() -> float:
    """Width of the map by its height: x of the map runs from 0 to this figure, y from 0 to 1."""
    return _frame().width / _frame().height


def project(lat: float, lon: float) -> Pair:
    """The point on the map of a place in degrees: x to the right, y down, the state's north edge 0, south edge 1.

    Equirectangular with x scaled by cos 52°, which is true enough for a state of 2° by 2.6°.
    """
    frame = _frame()
    return (lon - frame.west) * _WIDTH_OF_A_DEGREE / frame.height, (frame.north - lat) / frame.height


@cache
def display_shapes() -> tuple[KreisShape, ...]:
    """The 14 Kreise to draw, in the order of their keys; neighbours share their points, so there are no gaps."""
    shapes = (
        KreisShape(
            facts["ags"], tuple(_projected(ring) for ring in rings), project(facts["label_lat"], facts["label_lon"])
        )
        for facts, rings in tables.features("kreise_display")
    )
    return tuple(sorted(shapes, key=lambda shape: shape.ags))


@cache
def outline() -> Line:
    """The state's border as one closed ring on the map."""
    ((_, rings),) = tables.features("land")
    return _projected(rings[0])


@cache
def rivers() -> tuple[River, ...]:
    """Elbe, Saale and smaller rivers on the map; some end outside the state."""
    return tuple(River(facts["name"], _projected(line)) for facts, lines in tables.features("rivers") for line in lines)


def _projected(line: Line) -> Line:
    return tuple(project(lat, lon) for lon, lat in line)


@cache
def _areas() -> tuple[_Area, ...]:
    # Small Kreise first: Halle before Saalekreis, which encloses it.
    by_size = {kreis.ags: kreis.area_km2 for kreis in kreise()}
    found = []
    for facts, rings in tables.features("kreise"):
        lons, lats = zip(*chain(*rings), strict=True)
        found.append(_Area(facts["ags"], min(lons), min(lats), max(lons), max(lats), rings))
    return tuple(sorted(found, key=lambda area: by_size[area.ags]))


def kreis_at(lat: float, lon: float) -> str | None:
    """The key of the Kreis a place in degrees (WGS84) lies in, true to about 120 m; None outside the state."""
    for area in _areas():
        if area.west <= lon <= area.east and area.south <= lat <= area.north and _is_inside(area.rings, lat, lon):
            return area.ags
    return None


def _is_inside(rings: tuple[Line, ...], lat: float, lon: float) -> bool:
    # Odd-even over all rings: a ray to the east crosses the border an odd number of times from inside.
    crossings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) * (x2 - x1) / (y2 - y1):
                crossings += 1
    return crossings % 2 == 1
