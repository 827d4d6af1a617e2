"""Streets, telephones and net addresses as they are compared."""

import pytest

from domain.rules.duplicates.addresses import host_mark, mail_host, phone_mark, same_house, street_mark, town_mark


@pytest.mark.parametrize(
    ("one", "two", "is_same"),
    [
        ("Kösener Straße 70", "Koesener Str. 70", True),
        ("Schulstr.4", "Schulstraße 4", True),
        ("Berliner Straße 8 a", "Berliner Str. 8a", True),
        ("Berliner Straße 8 a", "Berliner Str. 8 b", False),
        ("Cracauer Straße 8-10", "Cracauer Str. 9", True),
        ("Liebenauer Straße 151/152", "Liebenauer Straße 152", True),
        ("Markt 1", "Markt 11", False),
        ("Markt", "Markt 1", False),
    ],
)
def test_houses_are_the_same_whatever_their_spelling(one, two, is_same):
    assert street_mark(one).name == street_mark(two).name
    assert same_house(street_mark(one), street_mark(two)) is is_same


@pytest.mark.parametrize(
    "written", ["03946 000110", "03946/000-110", "+49 3946 000110", "0049 3946 000 110", "Tel. 03946 000110 (Büro)"]
)
def test_a_telephone_number_is_the_same_however_it_is_written(written):
    assert phone_mark(written) == phone_mark("03946 000-110") != ""


@pytest.mark.parametrize("written", ["", "keine", "110", "-"])
def test_no_telephone_number_is_none(written):
    assert phone_mark(written) == ""


def test_a_foreign_number_keeps_its_country():
    assert phone_mark("+43 1 5337 6900") not in {"", phone_mark("01 53376900")}


@pytest.mark.parametrize(
    ("website", "host"),
    [
        ("http://www.gs-zeitz.example/start", "gs-zeitz.example"),
        ("gs-zeitz.example", "gs-zeitz.example"),
        ("https://facebook.com/verein", ""),
        ("nicht angegeben", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_a_website_counts_by_its_host_unless_many_share_it(website, host):
    assert host_mark(website) == host


def test_an_address_at_a_common_provider_says_nothing():
    assert mail_host("verein@t-online.de") == ""
    assert mail_host("Buero@Verein.Example") == "verein.example"


def test_towns_are_compared_without_what_tells_homonyms_apart():
    assert town_mark("Halle (Saale)") == town_mark("Halle/Saale") == town_mark("Halle")
    assert town_mark("Hansestadt Stendal") == town_mark("Stendal")
    assert town_mark("  ") == ""
