"""Events and tours as GeoJSON (RFC 7946), for maps and geographic information systems."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, TypeAlias

from domain.exchange.columns import Column, R
from domain.exchange.event_table import EventColumn
from domain.exchange.table_text import json_value
from domain.exchange.tour_table import TourColumn, TourLine
from domain.rows.published import PublishedEvent
from domain.rows.published_tours import PublishedDay, Spot

_Json: TypeAlias = Mapping[str, object]
_DIGITS = 6
_POLE, _DATE_LINE = 90, 180
_IN_THE_GEOMETRY = frozenset({"latitude", "longitude"})
_FEWEST_OF_A_LINE = 2


def write_events(out: BinaryIO, columns: tuple[EventColumn, ...], events: Iterable[PublishedEvent]) -> int:
    """A point for every event, without geometry where its place is not known; returns how many events those were.

    The properties are the values of the table as JSON (`columns`). Coordinates are longitude, latitude in degrees
    (WGS84) with six digits. Equal input gives equal bytes.
    """
    return _write(out, (_feature(_properties(columns, event), _point_of(event)) for event in events))


def write_tours(out: BinaryIO, columns: tuple[TourColumn, ...], days: Iterable[PublishedDay]) -> int:
    """A point for every stop and a line for every vehicle's day with two known places; returns the number of features.

    The properties of a stop are the values of the table, those of a line `day`, `vehicle` and how many `stops`.
    """
    return _write(out, (feature for day in days for feature in _day(columns, day)))


def _write(out: BinaryIO, features: Iterable[_Json]) -> int:
    written = 0
    out.write(b'{"type": "FeatureCollection", "features": [')
    for feature in features:
        out.write(b",\n" if written else b"\n")
        out.write(json.dumps(feature, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace"))
        written += 1
    out.write(b"\n]}\n")
    return written


def _day(columns: tuple[TourColumn, ...], day: PublishedDay) -> Iterator[_Json]:
    for stop in day.stops:
        yield _feature(_properties(columns, TourLine(day, stop)), _point(stop.spot))
    spots = (day.start_spot, *(stop.spot for stop in day.stops), day.end_spot)
    line = [place for place in map(_position, spots) if place is not None]
    if len(line) >= _FEWEST_OF_A_LINE:
        told = {"day": day.day.isoformat(), "vehicle": day.vehicle, "stops": len(day.stops)}
        yield _feature(told, {"type": "LineString", "coordinates": line})


def _feature(properties: _Json, geometry: _Json | None) -> _Json:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _properties(columns: tuple[Column[R], ...], row: R) -> _Json:
    return {column.key: json_value(column.value(row)) for column in columns if column.key not in _IN_THE_GEOMETRY}


def _point_of(event: PublishedEvent) -> _Json | None:
    lat, lon = event.place.latitude, event.place.longitude
    return None if lat is None or lon is None else _point(Spot(lat, lon))


def _point(spot: Spot | None) -> _Json | None:
    position = _position(spot)
    return {"type": "Point", "coordinates": position} if position else None


def _position(spot: Spot | None) -> list[float] | None:
    """Longitude first (RFC 7946, 3.1.1); None for what lies on no map."""
    if spot is None or not (abs(spot.latitude) <= _POLE and abs(spot.longitude) <= _DATE_LINE):
        return None
    return [round(spot.longitude, _DIGITS), round(spot.latitude, _DIGITS)]
