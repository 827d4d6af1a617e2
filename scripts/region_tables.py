"""Makes the tables in resources/region/ from a folder of source data."""

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

Row = dict[str, str]

# Number-plate code, Polizeiinspektion (four since 1 January 2019, after the court districts) and place on the
# hexagon map (column, row; odd rows stand half a hexagon to the right).
KREISE = {
    "15001": ("DE", "Dessau-Roßlau", 2, 2),
    "15002": ("HAL", "Halle (Saale)", 1, 3),
    "15003": ("MD", "Magdeburg", 1, 1),
    "15081": ("SAW", "Stendal", 1, 0),
    "15082": ("ABI", "Dessau-Roßlau", 2, 3),
    "15083": ("BK", "Magdeburg", 0, 1),
    "15084": ("BLK", "Halle (Saale)", 2, 4),
    "15085": ("HZ", "Magdeburg", 0, 2),
    "15086": ("JL", "Stendal", 2, 1),
    "15087": ("MSH", "Halle (Saale)", 0, 3),
    "15088": ("SK", "Halle (Saale)", 1, 4),
    "15089": ("SLK", "Magdeburg", 1, 2),
    "15090": ("SDL", "Stendal", 2, 0),
    "15091": ("WB", "Dessau-Roßlau", 3, 2),
}

SPECK = 0.0001
"""Smallest part of a drawn Kreis in square degrees: 0.76 km² at 52 degrees north."""


def read(path: Path) -> list[Row]:
    """The rows of a CSV file with a header line."""
    with path.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a CSV file with a header line and Unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def kreise(source: Path, out: Path) -> None:
    """Kreise with code, Polizeiinspektion, seat of the Polizeirevier and hexagon added."""
    stations = {r["kreis_ags"]: r["seat"] for r in read(source / "police_st.csv") if r["type"] == "Polizeirevier"}
    facts = ("ags", "nuts3", "name", "kind", "seat", "seat_ags", "population", "area_km2")
    added = ("code", "police_inspectorate", "revier_seat", "hexagon_column", "hexagon_row")
    rows = []
    for row in read(source / "kreise.csv"):
        code, inspectorate, column, line = KREISE[row["ags"]]
        rows.append([*(row[f] for f in facts), code, inspectorate, stations[row["ags"]], column, line])
    write(out / "kreise.csv", (*facts, *added), rows)


def gemeinden(source: Path, out: Path) -> None:
    """Gemeinden; the first nine digits of the regional key (ARS) name the administration."""
    kept = ("ags", "name", "official_name", "status", "kreis_ags", "verbandsgemeinde", "population", "area_km2")
    located = ("postcode_seat", "postcodes", "lat", "lon")
    rows = [
        [*(row[f] for f in kept), row["ars"][:9], *(row[f] for f in located)]
        for row in read(source / "municipalities.csv")
    ]
    write(out / "gemeinden.csv", (*kept, "administration", *located), rows)


def postcodes(source: Path, out: Path) -> None:
    """Postcodes and places; the Gemeinde's name and Kreis follow from its key and are left out."""
    rows = [
        (r["postcode"], r["place"], r["municipality_ags"], r["lat"], r["lon"])
        for r in read(source / "postcodes_st.csv")
    ]
    write(out / "postcodes.csv", ("postcode", "place", "ags", "lat", "lon"), rows)


def administrations(source: Path, out: Path) -> None:
    """The bodies that run an Ordnungsamt."""
    kept = ("id", "type", "name", "seat", "postcode", "seat_ags", "kreis_ags")
    rows = [[row[f] for f in kept] for row in read(source / "administrations.csv")]
    write(out / "administrations.csv", ("key", "kind", *kept[2:]), rows)


def police(source: Path, out: Path) -> None:
    """Inspektionen and Reviere with the Inspektion each Revier belongs to."""
    rows = [
        (r["type"], r["name"], KREISE[r["kreis_ags"]][1], r["seat"], r["municipality_ags"], r["kreis_ags"])
        for r in read(source / "police_st.csv")
    ]
    write(out / "police.csv", ("kind", "name", "inspectorate", "seat", "seat_ags", "kreis_ags"), rows)


def school_holidays(source: Path, out: Path) -> None:
    """School holidays, both days inclusive, and whether a second source says the same."""
    rows = [
        (r["start"], r["end"], r["name"], "yes" if r["confirmed_by"] == "both" else "no")
        for r in read(source / "school_holidays_st.csv")
    ]
    write(out / "school_holidays.csv", ("first", "last", "name", "confirmed"), rows)


def shapes(source: Path, out: Path, name: str, kept: Sequence[str]) -> None:
    """A GeoJSON file with only the properties `kept`; names and facts of a Kreis stand in kreise.csv."""
    stem = name.removesuffix("_display")
    read_from = source / name.replace(stem, f"{stem}_st")
    collection: dict[str, Any] = json.loads(read_from.with_suffix(".geojson").read_text("utf-8"))
    features = [
        {
            "type": "Feature",
            "properties": {key: feature["properties"][key] for key in kept},
            "geometry": without_specks(feature["geometry"]) if name == "kreise_display" else feature["geometry"],
        }
        for feature in collection["features"]
    ]
    slim = {"type": "FeatureCollection", "attribution": collection["attribution"], "features": features}
    text = json.dumps(slim, ensure_ascii=False, separators=(",", ":"))
    (out / f"{name}.geojson").write_text(text + "\n", "utf-8", newline="\n")


def without_specks(geometry: dict[str, Any]) -> dict[str, Any]:
    """A polygon or multi-polygon without parts and holes too small to be seen; simplifying left a few."""
    nested = geometry["coordinates"]
    polygons = nested if geometry["type"] == "MultiPolygon" else [nested]
    rings = [[ring for ring in polygon if square_degrees(ring) >= SPECK] for polygon in polygons]
    kept = [polygon for polygon in rings if polygon]
    single = len(kept) == 1
    return {"type": "Polygon" if single else "MultiPolygon", "coordinates": kept[0] if single else kept}


def square_degrees(ring: list[list[float]]) -> float:
    """The area a closed ring encloses (shoelace formula)."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


def main() -> None:
    """Make every table and map; where the sources come from stands in resources/region/NOTICE.md, to be kept true."""
    parser = argparse.ArgumentParser(description="Make the tables in resources/region/ from a folder of source data.")
    parser.add_argument("source", type=Path, help="folder with kreise.csv, municipalities.csv, kreise_st.geojson, …")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "resources" / "region")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    for table in (kreise, gemeinden, postcodes, administrations, police, school_holidays):
        table(chosen.source, chosen.out)
    shapes(chosen.source, chosen.out, "kreise", ("ags",))
    shapes(chosen.source, chosen.out, "kreise_display", ("ags", "label_lon", "label_lat"))
    shapes(chosen.source, chosen.out, "land", ("name",))
    shapes(chosen.source, chosen.out, "rivers", ("name",))
    sys.stdout.write(f"Wrote {len(list(chosen.out.glob('*.csv')))} tables and 4 maps to {chosen.out}\n")


if __name__ == "__main__":
    main()
