"""Where the parts of a document come to stand: the foot, headings, and less air before one page more."""

from datetime import UTC, datetime

import pytest

from domain.documents.kit.flow import Block, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Masthead, Sheet, produce
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.theme import Theme
from tests.domain.documents import tagged

ABOUT = About("Titel", "Gegenstand", "Dienststelle", "de-DE", datetime(2027, 4, 29, tzinfo=UTC))
FOOT = "Fußkarte"


def pages(sections: int, lines: int = 8, *, may_tighten: bool = True, foot: int = 9) -> list[str]:
    """The text of every page of so many sections of `lines` lines each, with a foot of `foot` lines."""

    def make(theme: Theme) -> Sheet:
        body: list[Block] = []
        for _ in range(sections):
            body += [Paragraph("Kopf", theme.section), Paragraph("\n".join(["Text"] * lines), theme.plain)]
        card = Stack([Paragraph(FOOT, theme.card) for _ in range(foot)])
        return Sheet(ABOUT, Masthead("Prüfblatt", "Titel"), body, "Unten", "{}/{}".format, card)

    content = produce(make if may_tighten else lambda _theme: make(Theme()), Theme())
    assert tagged.faults(content) == []
    return tagged.page_texts(content)


def test_less_air_saves_a_page_that_would_be_nearly_empty():
    with_air = [len(pages(4, lines, may_tighten=False)) for lines in range(4, 14)]
    fitted = [len(pages(4, lines)) for lines in range(4, 14)]
    assert all(less <= normal for less, normal in zip(fitted, with_air, strict=True))
    assert sum(fitted) < sum(with_air)


@pytest.mark.parametrize("sections", range(1, 14))
def test_foot_stands_once_and_never_alone(sections):
    found = pages(sections)
    assert sum(FOOT in page for page in found) == 1
    assert all("Text" in page for page in found)


@pytest.mark.parametrize("sections", range(1, 14))
def test_no_heading_ends_a_page(sections):
    for page in pages(sections, lines=6):
        words = [word for word in page.split("Unten")[0].split() if word in {"Kopf", "Text"}]
        assert words[-1] == "Text"


def test_foot_higher_than_a_page_is_shown_whole():
    found = pages(2, foot=90)
    assert sum(page.count(FOOT) for page in found) == 90


def test_document_without_a_body_is_one_page_with_its_foot():
    assert [FOOT in page for page in pages(0)] == [True]
