"""Finding the Gemeinde of an address, and the Kreis of a point."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.region.gemeinden import gemeinden
from domain.region.lookup import find_gemeinde, repair_postcode

SCHOOLS = Path(__file__).parents[4] / "shared" / "data" / "schools_st_2016.csv"


def found(postcode="", town="", locality=""):
    gemeinde = find_gemeinde(postcode, town, locality)
    return gemeinde and gemeinde.official_name


@pytest.mark.parametrize(
    ("town", "expected"),
    [
        ("Goethestadt Bad Lauchstädt", "Bad Lauchstädt, Goethestadt"),
        ("Bad Lauchstädt, Goethestadt", "Bad Lauchstädt, Goethestadt"),
        ("Köthen/Anhalt", "Köthen (Anhalt), Stadt"),
        ("Koethen (Anhalt)", "Köthen (Anhalt), Stadt"),
        ("KÖTHEN", "Köthen (Anhalt), Stadt"),
        ("Hansestadt Gardelegen", "Gardelegen, Hansestadt"),
        ("Zerbst (Anhalt)", "Zerbst/Anhalt, Stadt"),
        ("Zerbst/Anhalt", "Zerbst/Anhalt, Stadt"),
        ("Lutherstadt Wittenberg", "Wittenberg, Lutherstadt"),
        ("Wittenberg-Piesteritz", "Wittenberg, Lutherstadt"),
        ("Merseburg (Saale)", "Merseburg, Stadt"),
        ("Ilsenburg", "Ilsenburg (Harz), Stadt"),
        ("Falkenstein (Harz)", "Falkenstein/Harz, Stadt"),
        ("Burg bei Magdeburg", "Burg, Stadt"),
        ("Naumburg a.d.S.", "Naumburg (Saale), Stadt"),
        ("Laucha a. d. Unstrut", "Laucha an der Unstrut, Stadt"),
        ("Halle-Neustadt", "Halle (Saale), Stadt"),
        ("Weissenfels", "Weißenfels, Stadt"),
        ("Harschlewe", "Harsleben / Harschlewe"),
        ("Dessau", "Dessau-Roßlau, Stadt"),
        ("Bad Kösen", "Naumburg (Saale), Stadt"),
        ("Mützel (Genthin)", "Genthin, Stadt"),
        ("06366 Köthen", "Köthen (Anhalt), Stadt"),
    ],
)
def test_town_is_found_however_it_is_spelled(town, expected):
    assert found(town=town) == expected


@pytest.mark.parametrize(
    "town",
    [
        "Stadt Jerichow OT Brettin",
        "Jerichow, Ortsteil Brettin",
        "Brettin (Jerichow)",
        "Jerichow / O.T. Brettin",
        "Brettin",
    ],
)
def test_ortsteil_is_found_in_its_gemeinde(town):
    assert found(town=town) == "Jerichow, Stadt"


@pytest.mark.parametrize("postcode", ["06366", "6366", " 06366 ", "D-06366", "DE 06366", "06366.0", "6366,0"])
def test_postcode_is_repaired_and_found(postcode):
    assert repair_postcode(postcode) == "06366"
    assert found(postcode) == "Köthen (Anhalt), Stadt"


@pytest.mark.parametrize("text", ["", "636", "063666", "Köthen", "０６３６６", "06366-1"])
def test_what_is_no_postcode_comes_back_as_it_was(text):
    assert repair_postcode(text) == text


def test_postcode_tells_places_of_the_same_name_apart():
    assert found("39606", "Erxleben") == "Osterburg (Altmark), Hansestadt"
    assert found("39343", "Erxleben") == "Erxleben"
    assert found("39164", "Seehausen") == found("39365", "Seehausen") == "Wanzleben-Börde, Stadt"
    assert found("39615", "Seehausen") == "Seehausen (Altmark), Hansestadt"


def test_locality_tells_places_of_the_same_name_apart():
    assert found(town="Reuden") is None
    assert found(town="Reuden", locality="Zerbst") == "Zerbst/Anhalt, Stadt"
    assert found(town="Reuden", locality="Elsteraue") == "Elsteraue"


def test_gemeinde_goes_before_an_ortsteil_of_its_name():
    assert found(town="Hedersleben") == "Hedersleben"


def test_unique_town_wins_over_a_postcode_that_says_otherwise():
    assert found("39104", "Quedlinburg") == "Quedlinburg, Welterbestadt"
    assert found("99999", "Quedlinburg") == "Quedlinburg, Welterbestadt"


def test_postcode_helps_out_for_a_misspelled_town():
    assert found("39104", "Magdeburgg") == "Magdeburg, Landeshauptstadt"


def test_postcode_of_several_gemeinden_decides_nothing_alone():
    covered = {code for g in gemeinden() for code in g.postcodes if sum(code in o.postcodes for o in gemeinden()) > 1}
    assert covered
    assert all(find_gemeinde(code) is None for code in covered)


def test_postcode_of_several_gemeinden_is_decided_by_the_locality():
    assert found("39343", "", "Bornstedt") == "Hohe Börde"


def test_homonym_in_another_state_is_not_ours():
    assert found("33790", "Halle") is None
    assert found("01640", "Coswig") is None
    assert found("33790", "Halle (Saale)") == "Halle (Saale), Stadt"


@pytest.mark.parametrize(
    "address", [("", ""), ("10115", "Berlin"), ("", "Berlin"), ("", "Stadt"), ("00000", ""), ("06366x", "")]
)
def test_address_elsewhere_or_nowhere_is_not_found(address):
    assert found(*address) is None


def test_every_gemeinde_is_found_by_either_of_its_names():
    for each in gemeinden():
        assert find_gemeinde(town=each.name) is each
        assert find_gemeinde(town=each.official_name) is each
        assert find_gemeinde(town=f"{each.status} {each.name.upper()}") is each


@given(st.text(), st.text(), st.text())
def test_no_text_makes_it_fail(postcode, town, locality):
    assert find_gemeinde(postcode, town, locality) in {None, *gemeinden()}


@given(st.text(alphabet=" OT.,;/()-stadt06366Köthen\n", max_size=60))
def test_no_broken_address_makes_it_fail(text):
    assert find_gemeinde(text, text, text) in {None, *gemeinden()}


@pytest.mark.skipif(
    not SCHOOLS.is_file(), reason="the school list of 2016 lies beside the project only during development"
)
def test_all_901_schools_are_found_in_their_gemeinde():
    with SCHOOLS.open(encoding="utf-8", newline="") as text:
        schools = list(csv.DictReader(text))
    wrong = [
        school["name"]
        for school in schools
        if getattr(find_gemeinde(school["postcode"], school["town"], school["locality"]), "ags", "")
        != school["municipality_ags"]
    ]
    assert len(schools) == 901
    assert wrong == []
