"""Tour days as GPX: valid, escaped, in order, and only what an audience may see."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.exchange.gpx import GpxMeta, write_gpx
from domain.i18n import language
from domain.rows.published import InternalPart
from domain.rows.published_tours import PublishedDay, PublishedStop, Spot
from domain.terms import Audience
from tests.domain.documents.events import at, event_row, published

NS = {"g": "http://www.topografix.com/GPX/1/1"}
META = GpxMeta("Touren", "LKA", "1.0")
HERE = Spot(51.83, 10.78)
WPT_ORDER = ["time", "name", "cmt", "desc", "type"]
"""The order of the schema (gpx.xsd, wptType)."""


def stop(number=1, spot=HERE, **changes):
    event = published(event_row(number, "Marktplatz: Beratung", "Wernigerode", "15085370", "15085", "public"))
    return PublishedStop(number, replace(event, **changes), spot)


def day(*stops, **changes):
    made = PublishedDay(date(2027, 5, 13), "Präventionsmobil", stops, "Harztour", ("P. Muster",), "Magdeburg")
    return replace(made, start_spot=Spot(52.13, 11.62, is_exact=False), end="Magdeburg", **changes)


def tree(*days, code="de"):
    out = BytesIO()
    count = write_gpx(out, META, days, language(code))
    root = ET.fromstring(out.getvalue())  # noqa: S314 - our own output
    assert len(root.findall("g:wpt", NS)) == count
    return root


def text(node, path):
    return node.findtext(f"g:{path}", namespaces=NS)


def test_every_stop_is_a_waypoint_and_every_day_a_route_in_order():
    root = tree(day(stop(1), stop(2, Spot(51.9, 10.9))), day(stop(1), vehicle="Kleinbus"))
    assert [child.tag.split("}")[1] for child in root] == ["metadata", "wpt", "wpt", "wpt", "rte", "rte"]
    first = root.find("g:rte", NS)
    assert text(first, "name") == "13.05.2027 · Präventionsmobil · Harztour"
    names = [text(point, "name") for point in first.findall("g:rtept", NS)]
    assert names == ["Magdeburg", "1 Marktplatz: Beratung", "2 Marktplatz: Beratung"]
    assert [text(route, "number") for route in root.findall("g:rte", NS)] == ["1", "2"]


def test_waypoint_tells_when_where_and_what_in_the_order_of_the_schema():
    (point,) = tree(day(stop(text="Kommen Sie vorbei."))).findall("g:wpt", NS)
    assert [child.tag.split("}")[1] for child in point] == WPT_ORDER
    assert (point.get("lat"), point.get("lon")) == ("51.830000", "10.780000")
    assert text(point, "time").endswith("Z")
    assert "Kommen Sie vorbei." in text(point, "desc")
    assert text(point, "type") == "Mobil-Halt"


def test_place_known_only_by_its_town_says_so():
    (point,) = tree(day(stop(spot=Spot(51.8, 10.8, is_exact=False)))).findall("g:wpt", NS)
    assert "Nur der Ort ist bekannt" in text(point, "desc")


def test_stop_of_unknown_place_is_left_out():
    root = tree(day(stop(spot=None)))
    assert root.findall("g:wpt", NS) == []
    assert [text(point, "name") for point in root.iter(f"{{{NS['g']}}}rtept")] == ["Magdeburg"]


def test_outsiders_get_neither_depot_nor_tour_nor_times_on_site():
    outside = PublishedDay(date(2027, 5, 13), "Präventionsmobil", (stop(internal=None, audience=Audience.public),))
    root = tree(outside)
    route = root.find("g:rte", NS)
    assert text(route, "name") == "13.05.2027 · Präventionsmobil"
    assert len(route.findall("g:rtept", NS)) == 1
    assert "Vor Ort" not in text(root.find("g:wpt", NS), "desc")


def test_the_house_gets_arrival_contacts_and_notes_but_no_security_remarks():
    inner = InternalPart(notes="Poller öffnen", security_remarks="Gegenkundgebung", contacts=("Bauhof, 0391 1",))
    inside = replace(stop(internal=inner), arrival=at(8, 0), departure=at(12, 30))
    desc = text(tree(day(inside)).find("g:wpt", NS), "desc")
    for told in ("Vor Ort 08:00–12:30", "Bauhof, 0391 1", "Poller öffnen"):
        assert told in desc
    assert "Gegenkundgebung" not in desc


def test_no_day_gives_a_valid_empty_file():
    root = tree()
    assert root.tag.endswith("}gpx")
    assert root.get("version") == "1.1"


def test_equal_input_gives_equal_bytes():
    one, other = BytesIO(), BytesIO()
    for out in (one, other):
        write_gpx(out, META, [day(stop())], language("de"))
    assert one.getvalue() == other.getvalue()


HOSTILE = ['"><script>&', "]]>", "<!DOCTYPE x>", "\x00\x07\x1b", "\ud800", "\ufffe", "&#0;", "a\nb\tc", "x" * 5000]


@given(told=st.sampled_from(HOSTILE) | st.text(max_size=200))
def test_any_text_stays_text(told):
    harmless = stop(title=told, text=told, place=replace(stop().event.place, name=told))
    out = BytesIO()
    write_gpx(out, GpxMeta(told, told, told), [day(harmless, vehicle=told, tour=told)], language("de"))
    root = ET.fromstring(out.getvalue())  # noqa: S314 - our own output
    assert {child.tag.split("}")[1] for child in root.iter()} <= {
        *WPT_ORDER,
        *("gpx", "metadata", "author", "wpt", "rte", "rtept", "number"),
    }


@pytest.mark.parametrize("code", ["de", "en"])
def test_words_follow_the_language(code):
    kind = {"de": "Mobil-Halt", "en": "Mobile stop"}[code]
    assert text(tree(day(stop()), code=code).find("g:wpt", NS), "type") == kind
