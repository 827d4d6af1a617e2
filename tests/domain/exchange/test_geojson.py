"""Events and tours as GeoJSON: longitude first, six digits, only what an audience may see."""

import json
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.exchange.event_table import event_columns
from domain.exchange.geojson import write_events, write_tours
from domain.exchange.tour_table import tour_columns
from domain.rows.published_tours import Spot
from domain.terms import Audience
from tests.domain.exchange.samples import EVENT
from tests.domain.exchange.test_gpx import day, stop

LAT, LON = 51.7512345678, 11.9712345678


def at(lat, lon, **changes):
    return replace(EVENT, place=replace(EVENT.place, latitude=lat, longitude=lon), **changes)


def features(write, columns, *rows):
    out = BytesIO()
    count = write(out, columns, rows)
    found = json.loads(out.getvalue())
    assert found["type"] == "FeatureCollection"
    assert list(found) == ["type", "features"]
    for feature in found["features"]:
        assert list(feature) == ["type", "geometry", "properties"]
        assert feature["type"] == "Feature"
    assert len(found["features"]) == count
    return found["features"]


def events(*rows):
    return features(write_events, event_columns(Audience.public), *rows)


def tours(*days, audience=Audience.public):
    return features(write_tours, tour_columns(audience), *days)


def test_an_event_is_a_point_with_longitude_first_and_six_digits():
    (feature,) = events(at(LAT, LON))
    assert feature["geometry"] == {"type": "Point", "coordinates": [11.971235, 51.751235]}


def test_properties_are_those_of_the_table_without_the_coordinates():
    (feature,) = events(at(LAT, LON))
    keys = [column.key for column in event_columns(Audience.public)]
    assert list(feature["properties"]) == [key for key in keys if key not in {"latitude", "longitude"}]
    assert feature["properties"]["starts_at"].endswith("+02:00")


@pytest.mark.parametrize(("lat", "lon"), [(None, None), (None, 11.0), (91.0, 11.0), (51.0, 181.0), (float("nan"), 1.0)])
def test_what_lies_on_no_map_has_no_geometry(lat, lon):
    (feature,) = events(at(lat, lon))
    assert feature["geometry"] is None


def test_nothing_gives_a_valid_empty_collection():
    assert events() == []
    assert tours() == []


def test_a_day_is_its_stops_and_a_line_in_their_order():
    first, second, line = tours(day(stop(1), stop(2, Spot(51.9, 10.9))))
    assert [each["properties"]["position"] for each in (first, second)] == [1, 2]
    assert line["geometry"] == {
        "type": "LineString",
        "coordinates": [[11.62, 52.13], [10.78, 51.83], [10.9, 51.9]],
    }
    assert line["properties"] == {"day": "2027-05-13", "vehicle": "Präventionsmobil", "stops": 2}


def test_a_single_known_place_is_no_line_and_an_unknown_one_no_point():
    alone = replace(day(stop(1, None), stop(2)), start_spot=None)
    unknown, known = tours(alone)
    assert unknown["geometry"] is None
    assert known["geometry"]["type"] == "Point"


def test_outsiders_see_nothing_of_crew_and_depot():
    told = json.dumps(tours(day(stop(1))), ensure_ascii=False)
    assert "P. Muster" not in told
    assert "Harztour" not in told
    assert "P. Muster" in json.dumps(tours(day(stop(1)), audience=Audience.internal), ensure_ascii=False)


@given(st.text(max_size=60), st.floats(-90, 90), st.floats(-180, 180))
@settings(max_examples=40)
def test_any_text_and_place_stay_what_they_are(text, lat, lon):
    (feature,) = events(at(lat, lon, title=text))
    assert feature["properties"]["title"] == text
    found = feature["geometry"]["coordinates"]
    assert (abs(found[0] - lon), abs(found[1] - lat)) <= (1e-6, 1e-6)
