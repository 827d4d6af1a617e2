"""Site passes, packing lists and tours from the command line."""

import json
from xml.etree import ElementTree as ET

import pytest

from domain.terms import EventKind, PlaceKind
from domain.usecases import tours
from domain.workspace import Workspace
from tests.builders import make_event, make_site, make_tour, make_vehicle
from tests.guards.clock import MOMENT


@pytest.fixture
def filled(tmp_path):
    """A file with a site and a tour of one stop there; gives path, site and tour."""
    path = tmp_path / "a.landauf"
    with Workspace.create(path, clock=lambda: MOMENT, author="Kühne", device="Laptop 7") as ws:
        site = make_site(ws, "Holzmarkt", town="Köthen", latitude=51.75, longitude=11.97)
        tour, (day,) = make_tour(ws, make_vehicle(ws, "Mobil"))
        stop = make_event(ws, "Halt", kind=EventKind.mobile_stop, place_kind=PlaceKind.site, site_id=site)
        ws.run("Stop", tours.place_stop, day, stop)
    return path, site, tour


def test_every_listed_document_prints_with_its_example(landauf, filled, tmp_path):
    path, site, _tour = filled
    entries = json.loads(landauf("list", "documents", "--json", "--file", path).out)
    passes = {entry["name"]: entry for entry in entries}
    assert (passes["site_pass"]["needs"], passes["site_pass"]["example"]) == ("site", ["--site", str(site)])
    for name in ("site_pass", "packing_list", "tour_sheet"):
        out = tmp_path / f"{name}.pdf"
        assert landauf("print", name, out, "--file", path, *passes[name]["example"]).code == 0
        assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["site_pass"], "--site"),
        (["site_pass", "--site", "Markt"], "Markt"),
        (["packing_list"], "--tour"),
        (["tour_sheet", "--tour", "{tour}", "--vehicle", "Kutsche"], "Kutsche"),
    ],
)
def test_what_is_missing_or_wrong_is_named_in_one_line(landauf, filled, tmp_path, arguments, words):
    path, _site, tour = filled
    document, *rest = [part.format(tour=tour) for part in arguments]
    answer = landauf("print", document, tmp_path / "a.pdf", "--file", path, *rest)
    assert answer.code in {1, 2}
    assert words in answer.err
    assert not (tmp_path / "a.pdf").exists()


def test_one_vehicle_of_a_day_is_chosen_by_name(landauf, filled, tmp_path):
    path, _site, tour = filled
    out = tmp_path / "a.pdf"
    answer = landauf("print", "tour_sheet", out, "--file", path, "--tour", str(tour), "--vehicle", "mobil")
    assert (answer.code, out.exists()) == (0, True)


def test_tour_is_exported_as_gpx(landauf, filled, tmp_path):
    path, _site, tour = filled
    out = tmp_path / "t.gpx"
    assert landauf("export", "tours", out, "--file", path, "--tour", str(tour)).code == 0
    root = ET.fromstring(out.read_bytes())  # noqa: S314 - our own output
    assert root.find("{*}wpt").get("lat") == "51.750000"


def test_unknown_tour_and_ending_are_refused(landauf, filled, tmp_path):
    path, _site, _tour = filled
    assert "Sommer" in landauf("export", "tours", tmp_path / "t.gpx", "--file", path, "--tour", "Sommer").err
    assert ".gpx" in landauf("export", "tours", tmp_path / "t.kml", "--file", path).err
