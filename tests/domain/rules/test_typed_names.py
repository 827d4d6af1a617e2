"""Names typed or pasted: how a text becomes people."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import LandaufError
from domain.rows.guests import Guest
from domain.rules.typed_names import LONGEST_NAME, MOST_NAMES, guests, parse_names

letters = st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=30)
names = st.lists(letters, min_size=1, max_size=3).map(" ".join)
people = st.lists(st.builds(Guest, names, st.one_of(st.just(""), names)), max_size=30)
marks = st.sampled_from([";", " ; ", "\t", ", "])
numberings = st.sampled_from(["", "1. ", "27) ", "(3) ", "- ", "• ", "12\t", "   "])


@pytest.mark.parametrize(
    ("line", "guest"),
    [
        ("Erika Beispiel", Guest("Erika Beispiel")),
        ("  Erika   Beispiel ; Ordnungsamt  Stendal ", Guest("Erika Beispiel", "Ordnungsamt Stendal")),
        ("Erika Beispiel, Ordnungsamt Stendal", Guest("Erika Beispiel", "Ordnungsamt Stendal")),
        ("Erika Beispiel\tOrdnungsamt\tStendal", Guest("Erika Beispiel", "Ordnungsamt, Stendal")),
        ("Beispiel, Erika; Ordnungsamt", Guest("Beispiel, Erika", "Ordnungsamt")),
        ("12. Max Muster", Guest("Max Muster")),
        ("3\tMax Muster\tPolizei", Guest("Max Muster", "Polizei")),
        ("– Max Muster", Guest("Max Muster")),
        ("Karl-Heinz 2. Muster", Guest("Karl-Heinz 2. Muster")),
        ("; Polizeirevier Stendal", Guest("Polizeirevier Stendal")),
    ],
)
def test_a_line_is_a_name_and_an_institution(line, guest):
    assert parse_names(line) == (guest,)


def test_lines_with_nothing_to_read_are_left_out():
    assert parse_names("\n  \n;\n,\n\t\n1.\nMax Muster\r\n") == (Guest("Max Muster"),)


@settings(max_examples=40)
@given(people, marks, numberings)
def test_people_written_as_lines_are_read_as_the_same_people_in_order(written, mark, numbering):
    lines = [numbering + guest.name + (mark + guest.institution if guest.institution else "") for guest in written]
    assert parse_names("\n".join(lines)) == tuple(written)
    assert guests(lines) == tuple(written)


@settings(max_examples=40)
@given(st.text(max_size=400))
def test_any_text_gives_no_more_people_than_lines_and_reading_them_again_changes_nothing(text):
    found = parse_names(text)
    assert len(found) <= len(text.splitlines())
    for guest in found:
        assert guest.name == " ".join(guest.name.split())
        assert len(guest.name) <= LONGEST_NAME
        assert len(guest.institution) <= LONGEST_NAME


def test_more_names_than_a_run_takes_are_refused_with_their_number():
    assert len(parse_names("Max Muster\n" * MOST_NAMES)) == MOST_NAMES
    with pytest.raises(LandaufError, match="2001 names are too many"):
        parse_names("Max Muster\n" * (MOST_NAMES + 1))
