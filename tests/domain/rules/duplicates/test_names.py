"""Names as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rules.duplicates.names import differ_by_a_slip, name_mark

SAME = [
    ("Grundschule „Am Markt“", "GS Markt"),
    ("Sekundarschule Köthen", "Sek. Koethen"),
    ("Gymnasium an der Bode", "Gym. Bode"),
    ("Berufsbildende Schulen II", "BbS 2"),
    ("Stadt Thale, Ordnungsamt", "Ordnungsamt der Stadt Thale"),
    ("Heimatverein Saale e. V.", "Heimatverein Saale e.V."),
    ("Heimatverein Saale e. V.", "Heimatverein Saale"),
    ("Institut Braune gGmbH", "Institut Braune"),
    ("Grundschule „J. W. v. Goethe“", "Goethe-Grundschule"),
    ("Evangelische Grundschule Zeitz", "Ev. Grundschule Zeitz"),
    ("Freies Gymnasium Gröningen", "Freie Gymnasium Groeningen"),
    ("Lessinggrundschule", "Grundschule Lessing"),
    ("LK Stendal, Jugendamt", "Landkreis Stendal Jugendamt"),
]

OTHER = [
    ("Berufsbildende Schulen I", "Berufsbildende Schulen II"),
    ("Hansestadt Stendal, Jugendamt", "Landkreis Stendal, Jugendamt"),
    ("Hansestadt Seehausen", "Verbandsgemeinde Seehausen"),
    ("Grundschule Zeitz", "Sekundarschule Zeitz"),
    ("Stadt Thale, Ordnungsamt", "Stadt Thale, Jugendamt"),
    ("Grundschule Ost", "Grundschule West"),
]


def parts(name):
    mark = name_mark(name)
    return mark.words, mark.forms, mark.units, mark.numbers


@pytest.mark.parametrize(("one", "two"), SAME)
def test_two_spellings_of_one_name_have_the_same_mark(one, two):
    assert parts(one) == parts(two)


@pytest.mark.parametrize(("one", "two"), OTHER)
def test_two_names_that_differ_in_a_word_that_counts_do_not(one, two):
    assert parts(one) != parts(two)


@given(st.text(max_size=60))
def test_any_text_has_a_mark_and_capitals_do_not_change_it(text):
    if text.lower() == text.upper().lower():
        assert name_mark(text.upper()) == name_mark(text.lower())


@pytest.mark.parametrize(
    ("one", "two", "is_slip"),
    [
        ("goethe", "gothe", True),
        ("goethe", "goehte", True),
        ("goethe", "goetheb", True),
        ("comenius", "comenuis", True),
        ("teufelsmauer", "teufelmaur", True),
        ("goethe", "goethe", False),
        ("ost", "west", False),
        ("nord", "suden", False),
        ("lessing", "goethe", False),
        ("katharinen", "elisabeth", False),
    ],
)
def test_a_slip_is_told_from_another_word(one, two, is_slip):
    assert differ_by_a_slip(one, two) is differ_by_a_slip(two, one) is is_slip
