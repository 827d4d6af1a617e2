"""Text is made safe without changing what people wrote."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.documents.kit import text


@given(st.text(max_size=200))
def test_printable_text_holds_nothing_that_cannot_be_printed(raw):
    made = text.printable(raw)
    assert all(c == "\n" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Cn", "Co"} for c in made)


@given(st.text(max_size=200))
def test_making_text_printable_twice_changes_nothing(raw):
    once = text.printable(raw)
    assert text.printable(once) == once


@pytest.mark.parametrize("plain", ["Müller & Söhne", "5 < 6", "a\u00a0b", "Bürger­dialog".replace("\u00ad", "")])
def test_ordinary_text_stays_as_it_is(plain):
    assert text.clean(plain) == plain


def test_decomposed_letters_are_composed():
    assert text.clean("Ko\u0308then") == "Köthen"


def test_long_text_ends_in_a_visible_mark():
    assert text.clean("x" * 30, limit=10, mark="[gekürzt]") == "x" * 10 + " [gekürzt]"


def test_blank_lines_make_no_paragraphs():
    assert text.paragraphs(" eins \r\n\r\n\t\nzwei\n") == ("eins", "zwei")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "", "  JaVaScRiPt:x"])
def test_address_of_another_kind_is_plain_text(url):
    assert text.link(url, "hier").url == ""


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/x", "a.example/x"),
        ("mailto:a@b.example", "a@b.example"),
        ("tel:+49391", "+49391"),
        ("https://a.example/\n x", "a.example/x"),
    ],
)
def test_link_shows_its_address_without_the_scheme(url, shown):
    assert text.link(url).text == shown
    assert text.link(url).url == "".join(url.split())


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Rauschbrillen-Parcours", ("Rauschbrillen-", "Parcours")),
        ("und/oder", ("und/", "oder")),
        ("0391/000-0000", ("0391/000-0000",)),
        ("e.V.-Mitglied", ("e.V.-Mitglied",)),
        ("2026-0147", ("2026-0147",)),
    ],
)
def test_line_may_end_after_a_hyphen_between_letters_only(word, parts):
    assert text.split_word(word) == parts


def test_typed_addresses_never_lead_inside_the_document():
    assert text.link("#Inhalt", "hier").url == ""
