"""Rules of handouts: keys and hints on texts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.handouts import EditionDraft
from domain.rules.handouts import hints, key_for

WHOLE = EditionDraft("de", "Probe", "", "Text.", "Kühne", date(2028, 12, 31))


def found(text, language="de"):
    draft = EditionDraft(language, "Probe", "", text, "Kühne", date(2028, 12, 31))
    return [(hint.line, dict(hint.params).get("words")) for hint in hints(draft)]


def test_a_whole_edition_gives_no_hint():
    assert hints(WHOLE) == []


def test_what_is_missing_is_said_of_the_whole():
    assert [hint.line for hint in hints(EditionDraft(title="Probe"))] == [0, 0, 0]


@pytest.mark.parametrize(
    "line",
    [
        "# Titel",
        "#### Tief",
        "| a | b |",
        "```",
        "---",
        "![Bild](x.png)",
        "Ein <b>Wort</b>",
        "`Code`",
        "[x](file:///etc)",
    ],
)
def test_foreign_markup_is_named_with_its_line(line):
    assert {at for at, _words in found(f"Text.\n\n{line}")} == {3}


@pytest.mark.parametrize(
    "line", ["## Titel", "### Tief", "- Punkt", "1. Punkt", "> Kasten", "**fett** *schräg*", "[x](tel:110)"]
)
def test_our_own_markup_is_not(line):
    assert found(line) == []


def test_a_long_sentence_is_named_in_leichte_sprache_only():
    short = "Das ist ein kurzer Satz. Und **noch** einer."
    long = "- eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn."
    assert found(f"{short}\n{long}", "de-simple") == [(2, 13)]
    assert found(f"{short}\n{long}") == []


@given(st.text(max_size=40), st.lists(st.sampled_from(["probe", "probe-2", "handout", "handout-2"])))
def test_a_key_is_plain_and_free(title, taken):
    key = key_for(title, taken)
    assert key not in taken
    assert key.replace("-", "").isalnum()
    assert key.isascii()
    assert key_for("Probe", ["probe"]) == "probe-2"
