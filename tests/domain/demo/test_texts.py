"""The texts of the sample workspace are complete and fit together."""

import re

import pytest

from domain.demo import tables
from domain.demo.spots import Spot
from domain.demo.year import COUNTS, worded
from domain.region.gemeinden import is_gemeinde
from domain.terms import EventKind, EventState, PartnerCategory, Schulform

PLACES = re.compile(r"site|hall|online|(school|partner):[a-z_,]+|street:.+")
PATTERNS = [pattern for kind in EventKind for pattern in tables.patterns(kind)]
SPOT = Spot("15082180", "Anhalt-Bitterfeld", "Köthen (Anhalt)", "Stadt Köthen (Anhalt), Ordnungsamt", {})
HOUSE = tables.document("house")


def test_every_kind_has_sample_texts_and_a_number_of_events():
    assert set(COUNTS) == set(EventKind) == {pattern.kind for pattern in PATTERNS}


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.title)
def test_names_of_places_fill_every_gap_in_a_text(pattern):
    for text in (pattern.title, pattern.text, pattern.agenda):
        assert not re.search(r"[{}]|\s{2}|\\", worded(text, SPOT).replace("\n", "|"))


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.title)
def test_a_pattern_names_only_what_the_house_has(pattern):
    assert set(pattern.topics) <= {entry["name"] for entry in HOUSE["topic"]}
    assert set(pattern.groups) <= set(HOUSE["groups"])
    assert set(pattern.equipment) <= set(HOUSE["equipment"])
    assert pattern.vehicle in {"", *(entry["name"] for entry in HOUSE["vehicle"])}
    assert PLACES.fullmatch(pattern.place)
    assert not pattern.place.startswith(("school:", "partner:")) or set(pattern.place.split(":")[1].split(",")) <= {
        *PartnerCategory,
        *Schulform,
    }


def test_a_patrol_ends_after_midnight():
    assert any(pattern.minutes == (20 * 60, 26 * 60) for pattern in tables.patterns(EventKind.joint_patrol))


def test_partners_have_numbers_and_addresses_that_nobody_answers():
    for row in tables.rows("partners"):
        assert re.fullmatch(r"0\d+ 000-\d{3}", row["phone"])
        assert row["email"].endswith(".example")
        assert is_gemeinde(row["ags"])


def test_names_of_partners_are_different():
    names = [row["name"] for row in tables.rows("partners")]
    assert len(set(names)) == len(names)


def test_every_state_with_a_reason_has_reasons():
    reasons = tables.document("reasons")
    assert set(reasons) == {EventState.cancelled, EventState.postponed, EventState.declined}
    assert all(reasons.values())
