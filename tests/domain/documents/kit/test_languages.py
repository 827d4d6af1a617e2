"""Parts in another language say so, and break their words by its rules."""

import pytest

from domain.documents.kit.flow import Stack
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import items
from domain.documents.kit.text import Run, b, language_tag, link
from domain.documents.kit.theme import Theme
from tests.domain.documents import tagged
from tests.domain.documents.kit.sheets import made

THEME = Theme()


def found(content: bytes, tag: str) -> list[tuple[str, str]]:
    with tagged.opened(content) as pdf:
        return [(node.tag, node.language) for node in tagged.tree(pdf).walk() if node.language or node.tag == tag]


def test_run_in_another_language_is_a_span_that_says_so():
    content = made(Paragraph([Run("Das Wort "), Run("awareness", language="en"), Run(" meint …")], THEME.body))
    assert found(content, "Span") == [("Span", "en-GB")]
    assert tagged.faults(content) == []


def test_one_span_serves_all_lines_and_pages_of_its_run():
    content = made(Paragraph([Run("Vor "), Run("odpowiedzialność " * 2000, language="pl"), Run("nach")], THEME.body))
    assert found(content, "Span") == [("Span", "pl")]
    assert tagged.faults(content) == []


def test_link_in_another_language_keeps_its_element():
    content = made(Paragraph([Run("Siehe "), link("https://a.example", "here", language="en")], THEME.body))
    assert found(content, "Link") == [("Link", "en-GB")]


def test_paragraph_and_block_in_another_language():
    section = Stack([Paragraph("Uwaga", THEME.section), items(THEME, ["raz", [b("dwa")]])], language="pl")
    content = made(Paragraph("Внимание", THEME.body, language="uk"), section, Paragraph("Ende", THEME.body))
    assert found(content, "Sect") == [("P", "uk"), ("Sect", "pl")]
    assert tagged.faults(content) == []


def test_block_in_another_language_stays_one_section_over_pages():
    section = Stack([Paragraph("słowo " * 400, THEME.body) for _ in range(12)], language="pl")
    content = made(section)
    with tagged.opened(content) as pdf:
        assert len(pdf.pages) > 2
    assert found(content, "Sect") == [("Sect", "pl")]
    assert tagged.faults(content) == []


def test_words_of_a_block_break_by_its_language():
    text = "odpowiedzialność " * 12

    def lines(language: str) -> list[str]:
        inner = Paragraph(text, THEME.body)
        Stack([inner], language=language).height(150, "de")
        return ["".join(piece.text for piece in line.pieces) for line in inner.lines(150, "de")]

    assert lines("pl") != lines("de")


@pytest.mark.parametrize(
    ("code", "tag"), [("de", "de-DE"), ("uk", "uk"), ("de-x-ls", "de-x-ls"), ("x) /S", ""), ("", "")]
)
def test_only_language_tags_reach_the_file(code, tag):
    assert language_tag(code) == tag


def test_code_that_is_no_language_does_no_harm():
    content = made(Paragraph([Run("a", language="(kaputt"), Run("b")], THEME.body, language="auch kaputt!"))
    assert tagged.faults(content) == []
