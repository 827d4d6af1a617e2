"""The route of a tour on the map of the state: its places numbered in the order of the first visit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.documents.kit.plan import Area, Ground, PlanMap, Route, Spot
from domain.documents.kit.theme import Theme
from domain.labels import KREIS_CODES
from domain.region.gemeinden import gemeinde
from domain.region.kreise import kreis
from domain.region.shapes import aspect, display_shapes, project
from domain.region.travel import Waypoint
from domain.rows.tours import TourDayRow


@dataclass(frozen=True, slots=True)
class Places:
    """The Gemeinden with stops in the order of the first visit: `keys` are their AGS, `spots` where they are."""

    keys: tuple[str, ...]
    names: tuple[str, ...]
    spots: tuple[Spot, ...]

    @classmethod
    def of(cls, days: Sequence[TourDayRow]) -> "Places":
        """The places of these days; stops whose place is not known have none."""
        found: dict[str, Waypoint] = {}
        for day in days:
            for spot in _stops(day):
                if spot is not None:
                    found.setdefault(spot.ags, spot)
        return cls(tuple(found), tuple(gemeinde(ags).name for ags in found), tuple(map(_spot, found.values())))

    def number(self, day: TourDayRow, at: int) -> int | None:
        """The number of the place of a day's stop, counted from 1; None where its place is not known."""
        stops = _stops(day)
        spot = stops[at] if at < len(stops) else None
        return self.keys.index(spot.ags) + 1 if spot is not None else None


def _stops(day: TourDayRow) -> tuple[Waypoint | None, ...]:
    return day.route[1:-1]


def _spot(waypoint: Waypoint) -> Spot:
    point = waypoint.position
    return project(point.lat, point.lon)


def route_map(
    days: Sequence[TourDayRow], places: Places, visited: Collection[str], alt: str, theme: Theme, tall: float
) -> PlanMap:
    """The map: visited Kreise filled, the way of each day, the second vehicle's dashed, places numbered."""
    vehicles = list(dict.fromkeys(day.vehicle_id for day in days))
    routes = [
        Route(tuple(_spot(spot) for spot in day.route if spot is not None), vehicles.index(day.vehicle_id) % 2 == 1)
        for day in days
    ]
    return PlanMap(_ground(frozenset(visited)), routes, places.spots, alt, theme, tall)


@lru_cache(maxsize=16)
def _ground(visited: frozenset[str]) -> Ground:
    """The 14 Kreise, those that enclose another before it."""
    shapes = sorted(display_shapes(), key=lambda shape: -_extent(shape.rings[0]))
    areas = tuple(Area(shape.rings, shape.label, _code(shape.ags), shape.ags in visited) for shape in shapes)
    return Ground(areas, aspect())


def _code(ags: str) -> str:
    """What is written in a Kreis; a town has no room for it."""
    return "" if kreis(ags).is_town else KREIS_CODES[ags]


def _extent(ring: Sequence[Spot]) -> float:
    across, down = zip(*ring, strict=True)
    return (max(across) - min(across)) * (max(down) - min(down))
