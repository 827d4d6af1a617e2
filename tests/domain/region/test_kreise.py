"""Kreise, Gemeinden and their authorities as shipped."""

import pytest

from domain.errors import NotFoundError
from domain.labels import KREIS_CODES
from domain.region.authorities import administrations, ordnungsamt_of, police_units
from domain.region.gemeinden import gemeinde, gemeinden, is_gemeinde
from domain.region.kreise import kreis, kreise

HONEYCOMB = ["SAW SDL", "BK MD JL", "HZ SLK DE WB", "MSH HAL ABI", "SK BLK"]


def test_there_are_eleven_landkreise_and_three_towns():
    assert len(kreise()) == 14
    assert sorted(k.code for k in kreise() if k.is_town) == ["DE", "HAL", "MD"]


def test_codes_are_those_of_the_labels():
    assert {k.ags: k.code for k in kreise()} == KREIS_CODES


def test_hexagons_stand_as_a_honeycomb():
    rows = [
        " ".join(k.code for k in sorted(kreise(), key=lambda k: k.hexagon.column) if k.hexagon.row == row)
        for row in range(5)
    ]
    assert rows == HONEYCOMB


def test_neighbouring_hexagons_touch_and_none_overlap():
    spots = [(k.hexagon.x, k.hexagon.y) for k in kreise()]
    gaps = [abs(x1 - x2) + abs(y1 - y2) / 1.5 for i, (x1, y1) in enumerate(spots) for x2, y2 in spots[:i]]
    assert min(gaps) == 1.0
    assert kreis("15081").hexagon.x == 1.0
    assert kreis("15083").hexagon.x == 0.5


def test_each_kreis_is_the_sum_of_its_gemeinden():
    for each in kreise():
        members = [g for g in gemeinden() if g.kreis_ags == each.ags]
        assert sum(g.population for g in members) == each.population
        assert sum(g.area_km2 for g in members) == pytest.approx(each.area_km2, abs=0.02)
        assert gemeinde(each.seat_ags).kreis_ags == each.ags


def test_nuts_codes_follow_their_own_order():
    assert kreis("15083").nuts3 == "DEE07"
    assert kreis("15086").nuts3 == "DEE06"
    assert len({k.nuts3 for k in kreise()}) == 14


def test_police_seat_differs_from_the_district_seat_in_two_kreise():
    assert {k.code for k in kreise() if not k.is_town and k.seat != k.revier_seat} == {"BLK", "MSH"}


def test_218_gemeinden_have_the_states_population_and_area():
    assert len({g.ags for g in gemeinden()}) == 218
    assert sum(g.population for g in gemeinden()) == 2_135_597
    assert sum(g.area_km2 for g in gemeinden()) == pytest.approx(20_554.85, abs=0.01)


def test_every_gemeinde_lies_in_a_kreis_and_has_its_seats_postcode():
    for each in gemeinden():
        assert kreis(each.kreis_ags).ags == each.ags[:5]
        assert all(len(code) == 5 for code in (each.postcode_seat, *each.postcodes))


def test_unknown_keys_are_named_in_the_error():
    with pytest.raises(NotFoundError, match="15999"):
        kreis("15999")
    with pytest.raises(NotFoundError, match="15001999"):
        gemeinde("15001999")
    assert not is_gemeinde("15001999")
    assert is_gemeinde("15001000")


def test_133_bodies_run_an_ordnungsamt():
    kinds = [a.kind for a in administrations()]
    assert len(kinds) == 133
    assert (kinds.count("Landkreis"), kinds.count("Kreisfreie Stadt"), kinds.count("Verbandsgemeinde")) == (11, 3, 18)


def test_member_of_a_verbandsgemeinde_goes_to_its_ordnungsamt():
    beetzendorf = next(g for g in gemeinden() if g.name == "Beetzendorf")
    assert ordnungsamt_of(beetzendorf.ags).kind == "Verbandsgemeinde"
    assert ordnungsamt_of("15003000").name == "Magdeburg, Landeshauptstadt"


def test_every_gemeinde_has_an_ordnungsamt_in_its_kreis():
    assert all(ordnungsamt_of(g.ags).kreis_ags == g.kreis_ags for g in gemeinden())


def test_every_kreis_has_its_polizeirevier():
    reviere = [u for u in police_units() if u.kind == "Polizeirevier"]
    assert sorted(u.kreis_ags for u in reviere) == [k.ags for k in kreise()]
    assert {u.kreis_ags: u.inspectorate for u in reviere} == {k.ags: k.police_inspectorate for k in kreise()}
    assert {u.seat for u in police_units() if u.kind == "Polizeiinspektion"} == {u.inspectorate for u in reviere}
