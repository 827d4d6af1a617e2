"""Characters as people count them, compared with Qt's text boundaries."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from domain.rules.graphemes import clusters, count

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
SCOTLAND = "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"

PIECES = (
    *("a", "ß", "Z", " ", "1", "…", "„", "\u00ad", "\n", "\r\n", "\r", "\t"),
    *("\u0301", "\u0308", "\u20e3", "\ufe0f", "\u200d", "\u200c", "\U0001f3fd"),
    *("👍", "👩", "🚒", "❤", "🏴", "\U000e0067", "\U000e007f", FAMILY),
    *("한", "ᄒ", "ᅡ", "ᆫ", "각", "가"),
)
"""No regional indicators: behind an emoji Qt parts a flag in two, against UAX 29 (GB12); flags have their own tests."""


def qt_clusters(text):
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    units, found, start = text.encode("utf-16-le"), [], 0
    while (end := finder.toNextBoundary()) >= 0:
        found.append(units[2 * start : 2 * end].decode("utf-16-le"))
        start = end
    return found


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Köthen", 6),
        ("Ko\u0308then", 6),
        ("👍🏽", 1),
        (FAMILY, 1),
        ("🇩🇪🇵🇱", 2),
        ("🇩🇪🇵", 2),
        ("👍🇩🇪", 2),
        (SCOTLAND, 1),
        ("1\ufe0f\u20e3", 1),
        ("❤️‍🔥", 1),
        ("a\r\nb", 3),
        ("e\u0301\u0302\u0303!", 2),
        ("한국", 2),
        ("각", 1),
        ("क्षि", 1),
        ("เกี่ยว", 4),
        ("\u0600٣", 1),
    ],
)
def test_what_people_see_as_one_character_is_one(text, length):
    assert count(text) == length


@pytest.mark.parametrize("text", [FAMILY, SCOTLAND, "🇩🇪🇵🇱🇫", "👍🏽👩🏽‍🚒", "Ko\u0308then", "a\r\n\nb", "한국어 각가"])
def test_boundaries_are_those_of_qt(text):
    assert list(clusters(text)) == qt_clusters(text)


def test_two_joiners_in_a_row_join_nothing():
    text = "👍\u200d\u200d👍"
    assert list(clusters(text)) == qt_clusters(text) == ["👍\u200d\u200d", "👍"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(max_examples=200)
def test_boundaries_of_any_mixture_are_those_of_qt(text):
    found = list(clusters(text))
    assert "".join(found) == text
    assert found == qt_clusters(text)


@given(st.text(max_size=30))
def test_clusters_joined_are_the_text(text):
    assert "".join(clusters(text)) == text
