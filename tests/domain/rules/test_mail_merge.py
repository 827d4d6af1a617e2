"""What was typed for a letter to many."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.rules import mail_merge


def test_first_line_is_the_subject_and_empty_lines_divide_parts():
    found = mail_merge.letter_text("Betreff\n\nErster\nnoch erster\n\n\nZweiter\n")
    assert (found.subject, found.parts, found.enclosures) == ("Betreff", ("Erster\nnoch erster", "Zweiter"), ())


def test_without_empty_lines_each_line_is_a_part():
    assert mail_merge.letter_text("Betreff\nErster\nZweiter").parts == ("Erster", "Zweiter")


@pytest.mark.parametrize(
    "line", ["Anlage: Faltblatt; Karte", "Anlagen: Faltblatt;Karte", "Enclosures: Faltblatt; Karte"]
)
def test_the_last_line_may_say_what_is_enclosed(line):
    found = mail_merge.letter_text(f"Betreff\n\nText\n\n{line}")
    assert (found.parts, found.enclosures) == (("Text",), ("Faltblatt", "Karte"))


def test_placeholders_are_filled_in_both_languages_and_others_stay():
    values = {"salutation": "Guten Tag,", "town": "Köthen"}
    text = "{Anrede} {salutation} aus {ort}: {town} {institution} {unbekannt} {0} {a.b} {"
    assert mail_merge.filled(text, values) == (
        "Guten Tag, Guten Tag, aus Köthen: Köthen {institution} {unbekannt} {0} {a.b} {"
    )


def test_what_is_put_in_is_not_read_again():
    assert mail_merge.filled("{institution}", {"institution": "{town}", "town": "Köthen"}) == "{town}"


def test_placeholders_nobody_knows_are_named_once():
    assert mail_merge.unknown_placeholders("{x} {town} {x} {Kreis} {}") == ("{x}", "{Kreis}")


@pytest.mark.parametrize(("last", "says"), [("Mit freundlichen Grüßen\nI. A.", True), ("Viel Erfolg!", False)])
def test_a_letter_with_a_farewell_gets_no_second_one(last, says):
    assert mail_merge.says_farewell(mail_merge.letter_text(f"Betreff\n\nText\n\n{last}")) is says


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_text_without_a_known_placeholder_stays_as_it_is(text):
    values = {"salutation": "A", "institution": "B", "town": "C"}
    known = any(f"{{{name}}}" in text.casefold() for name in mail_merge.PLACEHOLDERS)
    assert known or mail_merge.filled(text, values) == text
