"""Names of terms as people read them."""

import csv
from enum import StrEnum

from domain import assets, terms
from domain.i18n import language
from domain.labels import KREIS_CODES, label
from domain.terms import EventKind, EventState, PartnerCategory, PlaceKind, Rule, Schulform


def test_labels_speak_the_language():
    assert label(EventKind.mobile_stop, language("de")) == "Mobil-Halt"
    assert label(EventKind.mobile_stop, language("en")) == "Mobile stop"
    assert label(EventState.tentative, language("de")) == "vorläufig"
    assert label(Rule.market_day, language("de")) == "Markttag"


def test_terms_of_different_enums_that_are_equal_as_strings_keep_their_own_names():
    assert EventKind.online == PlaceKind.online
    assert label(EventKind.online, language("de")) == "Online-Beitrag"
    assert label(PlaceKind.online, language("de")) == "Online"
    assert label(PartnerCategory.other, language("de")) != label(Schulform.other, language("de"))


def test_terms_of_one_enum_can_be_told_apart_in_german():
    german = language("de")
    for enum in (found for found in vars(terms).values() if isinstance(found, type) and issubclass(found, StrEnum)):
        names = [label(member, german) for member in enum]
        assert len(set(names)) == len(names), enum


def test_every_kreis_has_a_short_code_of_its_own():
    with assets.resource("region", "kreise.csv").open(encoding="utf-8", newline="") as table:
        assert set(KREIS_CODES) == {row["ags"] for row in csv.DictReader(table)}
    assert len(set(KREIS_CODES.values())) == 14
    assert all(1 <= len(code) <= 3 and code.isupper() for code in KREIS_CODES.values())
