"""The map: unit box, points in polygons, notices."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import assets
from domain.region.gemeinden import gemeinden
from domain.region.kreise import kreise
from domain.region.notices import MAP_NOTICE, NOTICES
from domain.region.shapes import aspect, display_shapes, kreis_at, outline, project, rivers


def area(ring):
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(ring))) / 2


def is_inside(rings, x, y):
    crossings = sum(
        (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for ring in rings
        for (x1, y1), (x2, y2) in itertools.pairwise(ring)
    )
    return crossings % 2 == 1


def test_every_gemeinde_lies_in_the_polygon_of_its_kreis():
    assert [g.name for g in gemeinden() if kreis_at(g.lat, g.lon) != g.kreis_ags] == []


def test_halle_is_not_in_the_saalekreis_that_encloses_it():
    assert kreis_at(51.4825, 11.9697) == "15002"
    assert kreis_at(51.3546, 11.9928) == "15088"


@pytest.mark.parametrize("place", [(52.52, 13.40), (51.34, 12.37), (0.0, 0.0), (90.0, 180.0)])
def test_places_outside_the_state_lie_in_no_kreis(place):
    assert kreis_at(*place) is None


@given(st.floats(allow_nan=True), st.floats(allow_nan=True))
def test_no_figures_make_it_fail(lat, lon):
    assert kreis_at(lat, lon) in {None, *(k.ags for k in kreise())}


def test_shapes_fill_the_unit_box():
    corners = [point for shape in display_shapes() for ring in shape.rings for point in ring]
    assert (min(x for x, _ in corners), min(y for _, y in corners)) == (0.0, 0.0)
    assert max(x for x, _ in corners) == pytest.approx(aspect())
    assert max(y for _, y in corners) == pytest.approx(1.0)
    assert 0.7 < aspect() < 0.85


def test_rings_are_closed_and_large_enough_to_see():
    for shape in display_shapes():
        assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in shape.rings)
        assert min(area(ring) for ring in shape.rings) > 1e-5


def test_labels_and_gemeinden_lie_in_their_shape():
    by_ags = {shape.ags: shape for shape in display_shapes()}
    assert list(by_ags) == [k.ags for k in kreise()]
    assert all(is_inside(shape.rings, *shape.label) for shape in by_ags.values())
    assert all(is_inside(by_ags[g.kreis_ags].rings, *project(g.lat, g.lon)) for g in gemeinden())


def test_areas_on_the_map_are_in_proportion():
    total = area(outline())
    for kreis, shape in zip(kreise(), display_shapes(), strict=True):
        sizes = sorted((area(ring) for ring in shape.rings), reverse=True)
        drawn = sizes[0] - sizes[1] if kreis.ags == "15088" else sum(sizes)
        assert drawn / total == pytest.approx(kreis.area_km2 / 20_554.85, rel=0.03)


def test_rivers_run_through_the_state():
    assert {"Elbe", "Saale"} <= {river.name for river in rivers()}
    assert all(len(river.line) > 1 for river in rivers())
    assert all(-0.3 < x < 1.3 and -0.3 < y < 1.3 for river in rivers() for x, y in river.line)


def test_notices_are_those_of_the_data():
    said = assets.resource("region", "NOTICE.md").read_text("utf-8")
    assert all(f"- {notice}\n" in said for notice in NOTICES)
    assert MAP_NOTICE in NOTICES


def test_every_shipped_file_has_its_origin_named():
    said = assets.resource("region", "NOTICE.md").read_text("utf-8")
    files = {path.name for path in assets.resource("region").iterdir()} - {"NOTICE.md"}
    assert len(files) == 10
    assert all(f"| `{name}` |" in said for name in files)
