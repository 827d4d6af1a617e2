"""Suggestions while a postcode or place is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.region.gemeinden import is_gemeinde
from domain.region.places import short_name, suggest_places


def names(text, limit=20):
    return [place.name for place in suggest_places(text, limit)]


@pytest.mark.parametrize("text", ["", "H", "Ha", "06", "  h "])
def test_nothing_is_suggested_before_three_characters(text):
    assert names(text) == []


def test_large_gemeinden_come_first():
    assert names("hal", 3) == ["Halle (Saale)", "Halberstadt", "Haldensleben"]


@pytest.mark.parametrize(
    "text", ["Koe", "köt", "KOETHEN", "koth", "Köthen (Anh", "köthen/a", "06366", "06366 Kö", "0636 koe"]
)
def test_koethen_is_suggested_for_every_spelling(text):
    assert "Köthen (Anhalt)" in names(text, 5)


def test_words_inside_a_name_count_too():
    assert "Bad Lauchstädt" in names("lauchst")


@pytest.mark.parametrize("text", ["lut", "Lutherstadt", "Lutherstadt E", "Lutherstadt Eis", "eisl"])
def test_distinction_may_be_typed_or_not(text):
    assert "Eisleben" in names(text)


def test_stassfurt_is_not_hidden_by_all_the_towns():
    assert names("sta", 1) == ["Staßfurt"]


def test_ortsteil_names_its_gemeinde():
    brettin = suggest_places("brettin")[0]
    assert (brettin.name, brettin.gemeinde, brettin.kreis_ags) == ("Brettin", "Jerichow", "15086")


def test_postcode_suggests_every_place_it_has():
    places = suggest_places("39343", 50)
    assert {p.postcode for p in places} == {"39343"}
    assert {"Erxleben", "Bornstedt"} <= {p.name for p in places}


def test_gemeinde_is_suggested_once():
    assert names("halle").count("Halle (Saale)") == 1
    assert "Halle" not in names("halle")


@given(st.text(), st.integers(1, 30))
def test_any_text_is_answered_within_the_limit(text, limit):
    places = suggest_places(text, limit)
    assert len(places) <= limit
    assert len(set(places)) == len(places)
    assert all(is_gemeinde(p.ags) for p in places)


@pytest.mark.parametrize(
    ("name", "short"),
    [("Köthen (Anhalt)", "Köthen"), ("Zerbst/Anhalt", "Zerbst"), ("Dessau-Roßlau", "Dessau-Roßlau"), ("", "")],
)
def test_short_names_leave_out_what_tells_places_apart(name, short):
    assert short_name(name) == short
