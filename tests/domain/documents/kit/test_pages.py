"""What the pages of a file hold: tables over pages, links, figures, bands and metadata."""

import re
from datetime import UTC, datetime

import pytest

from domain.documents.kit.figures import Badge, QrCode, opened
from domain.documents.kit.flow import Block
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet, produce
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import items, table
from domain.documents.kit.text import Run, link
from domain.documents.kit.theme import MEDIUM, Style, Theme
from tests.domain.documents import samples, tagged

THEME = Theme()
ABOUT = About("Titel", "Gegenstand", "Dienststelle", "de-DE", datetime(2027, 4, 29, tzinfo=UTC), "eins, zwei")


def made(*blocks: Block, title: str = "Titel", about: About = ABOUT, **head: object) -> bytes:
    masthead = Masthead("Prüfblatt", title, **head)
    return produce(lambda _theme: Sheet(about, masthead, blocks, "Fuß", "{}/{}".format), THEME)


def node(content: bytes, tag: str) -> tagged.Node:
    with tagged.opened(content) as pdf:
        return next(found for found in tagged.tree(pdf).walk() if found.tag == tag)


def test_table_over_pages_is_one_table_whose_head_is_read_once():
    content = made(table(THEME, (60, None), ("Tag", "Was"), [(f"Nr {n}", "Termin\nOrt") for n in range(120)]))
    with tagged.opened(content) as pdf:
        assert len(pdf.pages) > 3
        tables = [found for found in tagged.tree(pdf).walk() if found.tag == "Table"]
    assert len(tables) == 1
    assert len(tables[0].kids) == 121
    assert tagged.text(content).count("Was") > 3  # shown on every page
    assert tagged.faults(content) == []


def test_paragraph_over_pages_is_one_paragraph():
    content = made(Paragraph("Wort " * 4000, THEME.body))
    with tagged.opened(content) as pdf:
        spread = [found for found in tagged.tree(pdf).walk() if len({page for page, _mark in found.marks}) > 1]
    assert [found.tag for found in spread] == ["P"]
    assert tagged.faults(content) == []


def test_link_is_reachable_named_and_tied_to_its_text():
    content = made(Paragraph([Run("Siehe "), link("https://a.example/ü?x=1&y=(2)"), Run(".")], THEME.plain))
    found = node(content, "Link")
    assert found.links == 1
    assert len(found.marks) == 1
    with tagged.opened(content) as pdf:
        (note,) = pdf.pages[0].obj.Annots
        assert str(note.A.URI) == "https://a.example/%C3%BC?x=1&y=%282%29"
        assert str(note.Contents) == "a.example/ü?x=1&y=(2)"
        assert int(note.F) == 4


def test_link_over_two_lines_is_one_link_with_two_places():
    content = made(Paragraph([link("https://a.example/x", "ein langer Verweis " * 9)], THEME.plain))
    with tagged.opened(content) as pdf:
        assert len(pdf.pages[0].obj.Annots) == 2
        (found,) = [found for found in tagged.tree(pdf).walk() if found.tag == "Link"]
    assert found.links == 2
    assert tagged.faults(content) == []


def test_hyphenated_word_is_read_whole():
    text = "Ansprechpartnerinnen und Sicherheitspartnerschaften " * 12
    content = made(Paragraph(text, THEME.body))
    with tagged.opened(content) as pdf:
        page = pdf.pages[0].Contents.read_bytes()
    assert re.search(rb"\\\d{3}\) Tj", page)  # a line ends in the soft hyphen, not in a real one
    assert tagged.text(content).count("Sicherheitspartnerschaften") == 12


def test_words_at_line_ends_are_not_joined():
    content = made(Paragraph("Schülerinnen und " * 30, THEME.plain))
    with tagged.opened(content) as pdf:
        page = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    ends = re.findall(r"\(([^()]*)\) Tj", page)
    assert all(end.endswith(" ") for end in ends if end.startswith(("Sch", "und")))


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n broken", b"GIF89a" + bytes(40)])
def test_logo_that_is_no_picture_is_left_out(content):
    assert opened(content, "#ffffff") is None


def test_transparent_logo_becomes_opaque():
    image = opened(samples.logo(), "#f4f6f7")
    assert image.mode == "RGB"
    assert image.getpixel((0, 0)) == (0xF4, 0xF6, 0xF7)


def test_code_too_dense_to_scan_is_refused():
    assert QrCode.can_hold("https://a.example")
    assert not QrCode.can_hold("x" * 1000)
    assert not QrCode.can_hold("x" * 100_000)
    assert not QrCode.can_hold("")


def test_code_reads_back_what_it_holds():
    import segno

    from domain.documents.kit.figures import _modules

    (size, *_), *runs = _modules("https://a.example/7")
    dark = {(row, column + step) for row, column, length in runs for step in range(length)}
    expected = segno.make("https://a.example/7", error="m", micro=False, boost_error=False, encoding="utf-8").matrix
    assert size == len(expected)
    assert dark == {(r, c) for r, row in enumerate(expected) for c, bit in enumerate(row) if bit}


def test_very_long_title_is_made_smaller_then_cut():
    content = made(title="Veranstaltungsreihe " * 40)
    heading = node(content, "H1")
    assert heading.marks
    assert "…" in tagged.text(content)
    with tagged.opened(content) as pdf:
        assert len(pdf.pages) == 1


def test_key_figure_and_its_caption_are_one_paragraph():
    content = made(figures=(KeyFigure("7", ("Stationen",)), KeyFigure("181", ("Kilometer",))))
    with tagged.opened(content) as pdf:
        paragraphs = [found for found in tagged.tree(pdf).walk() if found.tag == "P"]
    assert len(paragraphs) == 3  # the small line on top and two figures
    assert "7 Stationen 181 Kilometer" in tagged.text(content)


def test_info_and_packet_agree_and_hold_no_illegal_character():
    about = About("A\x00 <b> & \ufffe", "ü\ud800", "x" * 5000, "de-DE", datetime(2027, 4, 29, tzinfo=UTC), "k\x01")
    content = made(about=about)
    with tagged.opened(content) as pdf:
        packet = pdf.open_metadata()
        assert str(pdf.docinfo.Title) == packet["dc:title"] == "A <b> &"
        assert str(pdf.docinfo.Subject) == packet["dc:description"] == "ü"
        assert packet["pdf:Keywords"] == str(pdf.docinfo.Keywords) == "k"
    assert tagged.faults(content) == []


def test_badge_and_list_are_tagged():
    content = made(Badge("HZ", Style(MEDIUM, 9, 11, "#000000"), fill="#ffffff"), items(THEME, ["eins", "zwei"]))
    assert len(node(content, "L").kids) == 2
    assert tagged.faults(content) == []
