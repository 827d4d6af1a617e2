"""Several documents in one file: parts, languages, bookmarks, sheets, page numbers, blank pages, copies."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.documents.kit.binding import Binding, Leaf, bind
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.theme import Theme, sized
from domain.terms import PaperSize
from tests.domain.documents import tagged

THEME = Theme()
ABOUT = About("Mappe", "Gegenstand", "Dienststelle", "de-DE", datetime(2027, 4, 29, tzinfo=UTC))


class BrokenOffError(Exception):
    """The person has cancelled."""


def leaf(title="Blatt", lines=3, language="de-DE", theme=THEME, copies=1):
    def make(look):
        body = [
            Paragraph("Abschnitt", look.section),
            *(Paragraph(f"Zeile {n} von {title}", look.plain) for n in range(lines)),
        ]
        return Sheet(
            replace(ABOUT, title=title, language=language), Masthead("Art", title), body, "Fuß", "{}/{}".format
        )

    return Leaf(title, make, theme, copies)


def cover(places, _theme):
    lines = [Paragraph(f"Seite {place.first}, {place.pages} lang", THEME.plain) for place in places]
    return Sheet(ABOUT, Masthead("Mappe", "Mappe"), lines, "Fuß", "{}/{}".format)


def bound(*leaves, seen=lambda _done, _total: None, **options):
    options = {"cover": cover, **options}
    return bind(Binding(ABOUT, leaves, THEME, "{} · {}/{}".format, **options), seen)


def faults(content):
    """Every document in the file keeps its title, so that there are several."""
    return [fault for fault in tagged.faults(content) if not fault.endswith(" titles")]


def parts(content):
    with tagged.opened(content) as pdf:
        return [(str(kid.S)[1:], str(kid.get("/Lang", ""))) for kid in pdf.Root.StructTreeRoot.K[0].K]


def outline(content):
    with tagged.opened(content) as pdf, pdf.open_outline() as root:
        return [(item.title, [kid.title for kid in item.children]) for item in root.root]


def test_each_document_is_a_part_in_its_own_language():
    content = bound(leaf("Eins"), leaf("Two", language="en-GB")).content
    assert parts(content) == [("Part", "de-DE"), ("Part", "de-DE"), ("Part", "en-GB")]
    assert faults(content) == []


def test_bookmarks_of_a_document_lie_below_its_own():
    assert outline(bound(leaf("Eins"), leaf("Zwei")).content)[1:] == [("Eins", ["Eins"]), ("Zwei", ["Zwei"])]


def test_each_document_begins_on_the_front_of_a_sheet():
    made = bound(leaf("Eins"), leaf("Zwei", lines=90), leaf("Drei"))
    assert [place.first % 2 for place in made.places] == [1, 1, 1]
    texts = tagged.page_texts(made.content)
    assert len(texts) == made.pages
    assert texts[1].strip() == ""
    for place, title in zip(made.places, ("Eins", "Zwei", "Drei"), strict=True):
        assert title in texts[place.first - 1]


def test_one_sided_there_are_no_blank_pages():
    made = bound(leaf("Eins"), leaf("Zwei"), is_duplex=False)
    assert [place.first for place in made.places] == [2, 3]
    assert all(text.strip() for text in tagged.page_texts(made.content))


def test_the_cover_tells_where_each_document_begins_also_when_it_is_long_itself():
    leaves = [leaf(f"Blatt {n}", lines=1) for n in range(60)]
    made = bound(*leaves)
    texts = tagged.page_texts(made.content)
    assert "Mappe" in texts[1]  # the cover has two pages
    assert f"Seite {made.places[-1].first}, 1 lang" in "".join(texts[: made.places[0].first - 1])


def test_page_numbers_run_through_the_folder_beside_those_of_the_document():
    texts = tagged.page_texts(bound(leaf("Eins"), is_duplex=False).content)
    assert "1/1 · 2/2" in texts[1]


def test_every_document_keeps_its_own_sheets():
    content = bound(leaf("A5", theme=sized(THEME, PaperSize.a5)), leaf("A3", theme=sized(THEME, PaperSize.a3))).content
    with tagged.opened(content) as pdf:
        widths = [round(float(page.mediabox[2]) / 72 * 25.4) for page in pdf.pages]
    assert widths == [210, 210, 148, 148, 297]
    assert faults(content) == []


def test_further_copies_are_on_paper_but_not_read_aloud():
    made = bound(leaf("Eins", copies=3), leaf("Zwei"))
    assert "".join(tagged.page_texts(made.content)).count("Zeile 0 von Eins") == 3
    assert len(parts(made.content)) == 3
    assert faults(made.content) == []
    assert made.places[1].first == 9


def test_equal_input_gives_equal_bytes():
    assert bound(leaf("Eins"), leaf("Zwei")).content == bound(leaf("Eins"), leaf("Zwei")).content


@pytest.mark.parametrize("last", [0, 2, 3])
def test_whoever_looks_on_may_break_off(last):
    def seen(done, total):
        assert 0 <= done < total
        if done >= last:
            raise BrokenOffError

    with pytest.raises(BrokenOffError):
        bound(leaf("Eins"), leaf("Zwei"), seen=seen)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 70), st.integers(1, 3)), min_size=1, max_size=5), st.booleans())
def test_places_always_agree_with_the_pages(shapes, is_duplex):
    leaves = [leaf(f"Titel {n}", lines, copies=copies) for n, (lines, copies) in enumerate(shapes)]
    made = bound(*leaves, is_duplex=is_duplex)
    texts = tagged.page_texts(made.content)
    assert len(texts) == made.pages
    for number, place in enumerate(made.places):
        assert f"1/{place.pages} · {place.first}/{made.pages}" in texts[place.first - 1]
        assert f"Titel {number}" in texts[place.first - 1]
