"""Reads the tables in resources/region/."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from domain import assets

Pair = tuple[float, float]


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of `resources/region/<name>.csv` by column."""
    with assets.resource("region", f"{name}.csv").open(encoding="utf-8", newline="") as text:
        yield from csv.DictReader(text)


def features(name: str) -> list[tuple[dict[str, Any], tuple[tuple[Pair, ...], ...]]]:
    """Properties and lines of each feature of `resources/region/<name>.geojson`.

    Lines are the rings of polygons, all parts in one row (draw and test them odd-even), or the line itself;
    points are (longitude, latitude) in degrees, WGS84.
    """
    collection = json.loads(assets.resource("region", f"{name}.geojson").read_text("utf-8"))
    return [(feature["properties"], tuple(_lines(feature["geometry"]))) for feature in collection["features"]]


def _lines(geometry: dict[str, Any]) -> Iterator[tuple[Pair, ...]]:
    nested = geometry["coordinates"]
    match geometry["type"]:
        case "LineString":
            parts = [nested]
        case "Polygon":
            parts = nested
        case _:
            parts = [ring for polygon in nested for ring in polygon]
    return (tuple((lon, lat) for lon, lat in part) for part in parts)
