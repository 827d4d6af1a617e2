"""Notes stand at the foot of the page of their marker and are read behind the paragraph they belong to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.documents.kit.flow import Stack
from domain.documents.kit.notes import Notes
from domain.documents.kit.paging import paginate
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import table
from domain.documents.kit.text import Run, link
from domain.documents.kit.theme import Theme
from tests.domain.documents import tagged
from tests.domain.documents.kit.sheets import made, sheet

THEME = Theme()


def noted(notes: Notes, number: int, words: int = 60, note: str = "Fußnote") -> Paragraph:
    runs = [Run(f"Absatz {number} mit Beleg"), notes.mark(f"{note} {number}"), Run(" und " + "Text " * words)]
    return Paragraph(runs, THEME.body)


def test_note_stands_on_the_page_of_its_marker():
    notes = Notes(THEME)
    content = made(*(noted(notes, number) for number in range(1, 60)))
    pages = tagged.page_texts(content)
    assert len(pages) > 2
    for number in range(1, 60):
        (at,) = [page for page, text in enumerate(pages) if f"Absatz {number} mit" in text]
        assert f"Fußnote {number} " in pages[at] + " "
    assert tagged.faults(content) == []


def test_marker_is_a_reference_and_its_note_is_read_next():
    notes = Notes(THEME)
    content = made(noted(notes, 1), noted(notes, 2), Paragraph("Ende", THEME.body))
    with tagged.opened(content) as pdf:
        root = tagged.tree(pdf)
        names = [str(name) for name in pdf.Root.StructTreeRoot.IDTree.Names[::2]]
    assert [kid.tag for kid in root.kids][-5:] == ["P", "Note", "P", "Note", "P"]
    paragraph, note = root.kids[-5:-3]
    assert [kid.tag for kid in paragraph.kids] == ["Reference"]
    assert [kid.tag for kid in note.kids] == ["Lbl", "P"]
    assert names == ["note-00001", "note-00002"] == [kid.identifier for kid in root.kids if kid.tag == "Note"]


def test_note_in_a_table_cell_stands_at_the_foot_of_the_page():
    notes = Notes(THEME)
    rows = [(f"Zeile {number}", [noted(notes, number, 3)]) for number in range(1, 50)]
    content = made(table(THEME, (80, None), ("A", "B"), rows))
    assert tagged.faults(content) == []
    assert all(f"Fußnote {number}" in tagged.text(content) for number in range(1, 50))


def test_note_longer_than_its_share_of_the_page_goes_on_at_the_next_foot():
    notes = Notes(THEME)
    long = [noted(notes, 1, note="Sehr lang. " * 900), *(noted(notes, number) for number in range(2, 20))]
    content = made(*long)
    assert tagged.text(content).count("Sehr lang.") == 900
    assert tagged.faults(content) == []


def test_foot_of_the_document_stands_above_the_notes():
    notes = Notes(THEME)
    content = made(noted(notes, 1), foot=Paragraph("Impressum", THEME.body))
    with tagged.opened(content) as pdf:
        assert len(pdf.pages) == 1
    assert "Impressum" in tagged.text(content)
    assert tagged.faults(content) == []


def test_note_may_hold_a_link():
    content = made(Paragraph([Run("Text"), Notes(THEME).mark([link("https://a.example")])], THEME.body))
    assert tagged.faults(content) == []


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 120)), min_size=1, max_size=20))
def test_no_page_overflows_and_no_note_is_lost(shapes):
    notes = Notes(THEME)
    body = [noted(notes, at, words, "Beleg " * long) for at, (words, long) in enumerate(shapes)]
    pages = paginate(sheet(*body), THEME, 500, "de")
    shown = 0
    for page in pages:
        assert page.end >= page.bottom - 0.1
        for block, top in page.blocks:
            assert top - block.height(THEME.width, "de") >= THEME.bottom - 0.1
        foots = [block for block, top in page.blocks if top == page.bottom and isinstance(block, Stack)]
        shown += sum(len(foot.blocks) for foot in foots)
    assert shown >= len(shapes)


@pytest.mark.parametrize("number", [1, 12, 340])
def test_marker_of_any_number_has_glyphs(number):
    notes = Notes(THEME)
    for _ in range(number - 1):
        notes.mark("x")
    marker = notes.mark("x")
    assert Paragraph([marker], THEME.body).runs[0].text == marker.text
