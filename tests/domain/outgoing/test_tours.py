"""Tours that leave the house: formats, audiences, filters."""

import csv
import json
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from domain.errors import NotFoundError, UsageError
from domain.i18n import language
from domain.outgoing.tours import export_tours
from domain.rows.published_tours import TourFilter
from domain.terms import Audience, EventKind, EventState, PlaceKind
from domain.usecases import tours
from tests.builders import (
    DAY,
    KOETHEN,
    MAGDEBURG,
    make_event,
    make_person,
    make_site,
    make_tour,
    make_vehicle,
    open_workspace,
)

INSIDE = "Geheim"
ALL = TourFilter()


@pytest.fixture
def ws(tmp_path, clock):
    """An empty workspace."""
    with open_workspace(tmp_path, clock) as workspace:
        yield workspace


@pytest.fixture
def tour(ws):
    """Two days: a public and an internal stop on the first, nothing on the second."""
    vehicle = make_vehicle(ws, depot_ags=MAGDEBURG)
    make_person(ws, f"{INSIDE} Fahrer")
    tour_id, (day_id, _second) = make_tour(ws, vehicle, days=2, title=f"{INSIDE}e Runde")
    site = make_site(ws, "Holzmarkt", ags=KOETHEN, town="Köthen", latitude=51.75, longitude=11.97)
    mobile = {"kind": EventKind.mobile_stop, "place_kind": PlaceKind.site, "site_id": site}
    shown = make_event(ws, "Markt", start="09:00", end="11:00", internal_notes=f"{INSIDE}e Notiz", **mobile)
    hidden = make_event(ws, f"{INSIDE}er Halt", start="13:00", end="15:00", audience=Audience.internal, **mobile)
    for event in (shown, hidden):
        ws.run("Stop", tours.place_stop, day_id, event)
    return tour_id


def written(ws, path, audience=Audience.public, wanted=ALL, code="de"):
    count = export_tours(ws, path, audience, wanted, language(code))
    return count, path.read_bytes()


def rows(ws, tmp_path, audience=Audience.public, wanted=ALL):
    return json.loads(written(ws, tmp_path / "t.json", audience, wanted)[1])


def test_public_gets_only_the_stop_it_may_see(ws, tour, tmp_path):
    (row,) = rows(ws, tmp_path)
    assert (row["day"], row["title"], row["position"], row["kreis_ags"]) == ("2027-05-13", "Markt", 1, "15082")
    assert row["starts_at"] == "2027-05-13T09:00:00+02:00"
    assert "tour" not in row


@pytest.mark.parametrize("ending", ["gpx", "json", "csv"])
@pytest.mark.parametrize("audience", [Audience.public, Audience.partners])
def test_nothing_internal_leaves_the_house(ws, tour, tmp_path, ending, audience):
    assert INSIDE.encode() not in written(ws, tmp_path / f"t.{ending}", audience)[1]


def test_the_house_gets_every_day_with_drives_and_ends(ws, tour, tmp_path):
    first, second, empty = rows(ws, tmp_path, Audience.internal)
    assert [first["title"], second["position"], empty["position"]] == ["Markt", 2, None]
    assert (first["tour"], first["from"]) == (f"{INSIDE}e Runde", "Magdeburg")
    assert first["kilometres"] > 10


def test_gpx_holds_waypoints_and_one_route_a_day(ws, tour, tmp_path):
    count, content = written(ws, tmp_path / "t.gpx", Audience.internal)
    root = ET.fromstring(content)  # noqa: S314 - our own output
    names = {"g": "http://www.topografix.com/GPX/1/1"}
    assert count == len(root.findall("g:wpt", names)) == 2
    assert len(root.findall("g:rte", names)) == 2
    assert root.find("g:wpt", names).get("lat") == "51.750000"


def test_unchanged_file_is_left_alone(ws, tour, tmp_path):
    path = tmp_path / "t.gpx"
    written(ws, path)
    before = path.stat().st_mtime_ns
    written(ws, path)
    assert path.stat().st_mtime_ns == before


def test_filters_choose_days_tours_and_districts(ws, tour, tmp_path):
    assert rows(ws, tmp_path, wanted=TourFilter(first=DAY + timedelta(days=1))) == []
    assert len(rows(ws, tmp_path, wanted=TourFilter(tour, DAY, DAY, ("15082",)))) == 1
    assert rows(ws, tmp_path, Audience.internal, TourFilter(kreise=("15001",))) == []


def test_unconfirmed_stop_waits_for_partners_and_public(ws, tmp_path):
    tour_id, (day_id,) = make_tour(ws, make_vehicle(ws))
    ws.run("Stop", tours.place_stop, day_id, make_event(ws, "Idee", state=EventState.tentative))
    wanted = TourFilter(tour_id)
    assert rows(ws, tmp_path, wanted=wanted) == []
    assert [row["title"] for row in rows(ws, tmp_path, Audience.partners, wanted)] == ["Idee"]


def test_excel_and_csv_hold_the_same_columns(ws, tour, tmp_path):
    written(ws, tmp_path / "t.xlsx")
    head = [cell.value for cell in next(load_workbook(tmp_path / "t.xlsx").active.rows)]
    text = written(ws, tmp_path / "t.csv")[1].decode("utf-8-sig")
    assert head[:3] == next(csv.reader(text.splitlines(), delimiter=";"))[:3] == ["Tag", "Fahrzeug", "Station"]


def test_other_endings_are_refused_by_name(ws, tmp_path):
    with pytest.raises(UsageError, match=r"must end in \.gpx, \.geojson, \.xlsx, \.csv, \.json"):
        written(ws, tmp_path / "t.kml")


def test_tour_that_is_gone_is_named(ws, tour, tmp_path):
    ws.run("Delete", tours.delete, [tour])
    with pytest.raises(NotFoundError):
        written(ws, tmp_path / "t.gpx", wanted=TourFilter(tour))
    assert not (tmp_path / "t.gpx").exists()
