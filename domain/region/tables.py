"""Reads the tables in resources/region/."""

import csv
import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from domain import assets

Pair: TypeAlias = tuple[float, float]
Line: TypeAlias = tuple[Pair, ...]
Feature: TypeAlias = tuple[dict[str, Any], tuple[Line, ...]]
"""Properties and lines."""


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of `resources/region/<name>.csv` by column."""
    with assets.resource("region", f"{name}.csv").open(encoding="utf-8", newline="") as text:
        lines = csv.reader(text)
        header = next(lines)
        for line in lines:
            yield dict(zip(header, line, strict=True))


def features(name: str) -> list[Feature]:
    """Properties and lines of each feature of `resources/region/<name>.geojson`.

    Lines are the rings of polygons, all parts in one row (draw and test them odd-even), or the line itself;
    points are (longitude, latitude) in degrees, WGS84.
    """
    collection = json.loads(assets.resource("region", f"{name}.geojson").read_text("utf-8"))
    return [(feature["properties"], tuple(_lines(feature["geometry"]))) for feature in collection["features"]]


def _lines(geometry: dict[str, Any]) -> Iterator[Line]:
    nested = geometry["coordinates"]
    match geometry["type"]:
        case "LineString":
            parts = [nested]
        case "Polygon":
            parts = nested
        case _:
            parts = [ring for polygon in nested for ring in polygon]
    return (tuple((lon, lat) for lon, lat in part) for part in parts)
