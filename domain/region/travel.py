"""Estimates road distance and drive time between places, with corrections by people who drove them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.region.gemeinden import gemeinde

EARTH_RADIUS_KM = 6371.0088
"""Mean radius (IUGG), as used when the formula was fitted."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place on earth in degrees, WGS84."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class TravelParameters:
    """How distance and drive time follow from the distance as the crow flies (km).

    kilometres = road_factor · km; minutes = minutes_factor · max(km, minimum_km) ^ exponent, times bus_factor for
    the Praeventionsmobil, rounded up to whole `round_to_minutes`. Source: own fit on 23 pairs of towns in
    Sachsen-Anhalt (mean error 3.4 min or 8 %, all but one within 10 min); road_factor between the 1.18 of that fit,
    1.24 to 1.39 in a town brochure of Tangermünde and 1.30 in the literature (arXiv 2406.06490); bus_factor is a
    judgement (80 to 100 km/h). Too short across the Elbe north of Magdeburg, too long along A 9, A 14 and A 38.
    """

    road_factor: float = 1.25
    minutes_factor: float = 3.33
    exponent: float = 0.71
    bus_factor: float = 1.2
    round_to_minutes: int = 5
    minimum_km: float = 2.0


DEFAULT_PARAMETERS = TravelParameters()


@dataclass(frozen=True, slots=True)
class Leg:
    """A drive from one place to another; `is_corrected` when a person set its minutes."""

    minutes: int
    kilometres: float
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class Waypoint:
    """Where a stop is: the Gemeinde's key and, when known, the exact point."""

    ags: str
    point: Point | None = None

    @property
    def position(self) -> Point:
        """The exact point or, when unknown, the Gemeinde's main settlement."""
        return self.point or point_of(self.ags)


@dataclass(frozen=True, slots=True)
class TravelOverride:
    """What a person knows better about a pair of Gemeinden; `kilometres` None keeps the estimate.

    `both_ways` False corrects only the direction from `start_ags` to `end_ags`.
    """

    start_ags: str
    end_ags: str
    minutes: int
    kilometres: float | None = None
    both_ways: bool = True


def haversine_km(start: Point, end: Point) -> float:
    """The distance on the great circle in kilometres."""
    lat1, lat2 = math.radians(start.lat), math.radians(end.lat)
    half_lat, half_lon = (lat2 - lat1) / 2, math.radians(end.lon - start.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, chord)))


def point_of(ags: str) -> Point:
    """The main settlement of the Gemeinde `ags`.

    Raises:
        NotFoundError: there is no such Gemeinde.
    """
    found = gemeinde(ags)
    return Point(found.lat, found.lon)


def estimate(
    start: Point, end: Point, parameters: TravelParameters = DEFAULT_PARAMETERS, *, by_bus: bool = True
) -> Leg:
    """The drive between two points by the formula of `TravelParameters`; no drive where they are the same point."""
    if start == end:
        return Leg(0, 0.0)
    return _drive(haversine_km(start, end), parameters, by_bus=by_bus)


def within_gemeinde(parameters: TravelParameters = DEFAULT_PARAMETERS, *, by_bus: bool = True) -> Leg:
    """The drive between two addresses of one Gemeinde that have no coordinates: the formula's shortest (10 min)."""
    return _drive(parameters.minimum_km, parameters, by_bus=by_bus)


def _drive(km: float, parameters: TravelParameters, *, by_bus: bool) -> Leg:
    minutes = parameters.minutes_factor * max(km, parameters.minimum_km) ** parameters.exponent
    if by_bus:
        minutes *= parameters.bus_factor
    step = parameters.round_to_minutes
    # Rounded to a millionth first, so that an exact 25 min does not become 30 by a last binary digit.
    return Leg(math.ceil(round(minutes / step, 6)) * step, round(parameters.road_factor * km, 1))


class TravelTable:
    """Drives between Gemeinden: a person's correction where there is one, else the estimate.

    A correction that goes one way wins over the way back of one that goes both ways; of equals the last wins.
    """

    def __init__(
        self,
        parameters: TravelParameters = DEFAULT_PARAMETERS,
        overrides: Iterable[TravelOverride] = (),
        *,
        by_bus: bool = True,
    ) -> None:
        self._parameters = parameters
        self._by_bus = by_bus
        self._corrections: dict[tuple[str, str], TravelOverride] = {}
        for override in sorted(overrides, key=lambda each: not each.both_ways):
            self._corrections[override.start_ags, override.end_ags] = override
            if override.both_ways:
                self._corrections[override.end_ags, override.start_ags] = override

    def leg(self, start_ags: str, end_ags: str) -> Leg:
        """The drive between the main settlements of two Gemeinden.

        Raises:
            NotFoundError: there is no such Gemeinde.
        """
        return self.leg_between(Waypoint(start_ags), Waypoint(end_ags))

    def leg_between(self, start: Waypoint, end: Waypoint) -> Leg:
        """The drive between two stops: none at the same exact point, else corrected by Gemeinde, else estimated.

        Raises:
            NotFoundError: there is no such Gemeinde.
        """
        if start.point is not None and start.point == end.point:
            return Leg(0, 0.0)
        estimated = self._estimate(start, end)
        correction = self._corrections.get((start.ags, end.ags))
        if correction is None:
            return estimated
        kilometres = estimated.kilometres if correction.kilometres is None else correction.kilometres
        return Leg(correction.minutes, kilometres, is_corrected=True)

    def matrix(self, spots: Sequence[Waypoint]) -> list[list[int]]:
        """Drive minutes from each spot to each other, and between two stops that share one, as by `leg_between`.

        Raises:
            NotFoundError: there is no such Gemeinde.
        """
        rows = [[0] * len(spots) for _ in spots]
        for at, start in enumerate(spots):
            for to, end in enumerate(spots[: at + 1]):
                there = self.leg_between(start, end).minutes
                one_way = {(start.ags, end.ags), (end.ags, start.ags)} & self._corrections.keys()
                rows[at][to], rows[to][at] = there, self.leg_between(end, start).minutes if one_way else there
        return rows

    def minutes(self, start_ags: str, end_ags: str) -> int:
        """The drive time between two Gemeinden in minutes."""
        return self.leg(start_ags, end_ags).minutes

    def kilometres(self, start_ags: str, end_ags: str) -> float:
        """The road distance between two Gemeinden in kilometres."""
        return self.leg(start_ags, end_ags).kilometres

    def is_corrected(self, start_ags: str, end_ags: str) -> bool:
        """Whether a person corrected this pair in this direction."""
        return (start_ags, end_ags) in self._corrections

    def _estimate(self, start: Waypoint, end: Waypoint) -> Leg:
        if start.ags == end.ags and (start.point is None or end.point is None):
            return within_gemeinde(self._parameters, by_bus=self._by_bus)
        return estimate(start.position, end.position, self._parameters, by_bus=self._by_bus)
