"""Lines keep to their width, and nothing is lost between them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.documents.kit.fonts import SOFT_HYPHEN
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import Run, b, printable
from domain.documents.kit.theme import Theme

THEME = Theme()
WORD = "Sicherheitspartnerschaft"


def lines(paragraph: Paragraph, width: float) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in paragraph.lines(width, "de")]


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=400), st.floats(40, 400))
def test_no_line_is_wider_than_its_column(raw, width):
    paragraph = Paragraph(raw, THEME.body)
    assert all(line.width <= width + 0.1 for line in paragraph.lines(width, "de"))


@given(st.text(alphabet="abc dÄ-\n", max_size=200), st.floats(30, 200))
def test_breaking_loses_no_letter(raw, width):
    made = "".join(lines(Paragraph(raw, THEME.plain), width)).replace(SOFT_HYPHEN, "")
    assert made.replace(" ", "") == printable(raw).replace(" ", "").replace("\n", "")


def test_body_text_is_hyphenated_where_the_dictionary_allows():
    made = lines(Paragraph(f"Eine gute {WORD} ist wichtig", THEME.body), 100)
    assert any(line.endswith(SOFT_HYPHEN) for line in made)
    assert not any("lie" + SOFT_HYPHEN in line for line in made)


def test_lists_and_cards_are_not_hyphenated_while_words_fit():
    made = lines(Paragraph(f"Eine gute {WORD} ist wichtig", THEME.plain), 112)
    assert made == ["Eine gute", WORD, "ist wichtig"]


def test_word_wider_than_its_column_is_hyphenated_even_there():
    made = lines(Paragraph(WORD, THEME.plain), 70)
    assert made[0].endswith(SOFT_HYPHEN)


def test_word_of_two_looks_is_not_torn_apart():
    made = lines(Paragraph([b("Hinweis"), Run(": bitte beachten")], THEME.plain), 400)
    assert made == ["Hinweis: bitte beachten"]


def test_lead_does_not_leave_one_short_word_on_its_last_line():
    text = "Wir laden Sie herzlich ein und freuen uns sehr auf Sie"
    loose = Paragraph(text, replace(THEME.lead, tidy=False))
    width = next(
        width
        for width in range(150, 300)
        if loose._break(width, "de")[-1].width < width / 8 and len(loose._break(width, "de")) == 2
    )
    tidy = Paragraph(text, THEME.lead).lines(width, "de")
    assert tidy[-1].width > width / 4
    assert len(tidy) == 2


@pytest.mark.parametrize(("room", "upper"), [(3.5, 3), (2.5, 2), (1.5, 0), (4.5, 3)])
def test_split_leaves_no_single_line_behind(room, upper):
    paragraph = Paragraph("eins\nzwei\ndrei\nvier\nfünf", THEME.body)
    head, rest = paragraph.split(300, room * THEME.body.leading, "de")
    assert (len(lines(head, 300)) if head else 0) == upper
    assert sum(len(lines(part, 300)) for part in (head, rest) if part) == 5


def test_forced_split_places_at_least_one_line():
    head, rest = Paragraph("eins\nzwei\ndrei", THEME.body).split(300, 1, "de", force=True)
    assert lines(head, 300) == ["eins"]
    assert lines(rest, 300) == ["zwei", "drei"]
