"""Texts that shrink to fit, pages that are filled, and repeats that are drawn but not read out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.documents.kit.leaves import Room, filled, shrunk
from domain.documents.kit.leaves import Space as Gap
from domain.documents.kit.theme import SEMIBOLD, Style

STYLE = Style(SEMIBOLD, 26, 30, "#000000")
STEPS = ((26, 1), (20, 1), (20, 2), (10, 3))
ROOM = Room(200, 60, "de")


@pytest.mark.parametrize(
    ("text", "size", "lines"),
    [
        ("Max Muster", 26, 1),
        ("Erika Beispielhaft", 20, 1),
        ("Erika Beispiel von und zu Muster", 20, 2),
        ("Dr. Erika Beispiel von und zu Muster-Vorlagenhausen", 10, 2),
    ],
)
def test_a_text_shrinks_in_steps_before_it_takes_more_lines(text, size, lines):
    found = shrunk(text, STYLE, STEPS, ROOM)
    assert (found.style.size, len(found.lines(200, "de"))) == (size, lines)


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_whatever_is_set_stays_in_its_room(text):
    found = shrunk(" ".join(text.split()), STYLE, STEPS, ROOM)
    assert found.height(200, "de") <= 60
    assert len(found.lines(200, "de")) <= 3


def test_a_text_too_long_for_any_step_ends_in_an_ellipsis():
    found = shrunk("Muster " * 60, STYLE, STEPS, ROOM)
    assert found.text.startswith("Muster Muster")
    assert found.text.endswith("…")


def test_the_most_generous_measure_with_room_is_taken_and_the_tightest_if_none_has():
    assert filled(Gap, (30, 20, 10), 25, (100, "de")).height(100, "de") == 20
    assert filled(Gap, (30, 20, 10), 5, (100, "de")).height(100, "de") == 10
