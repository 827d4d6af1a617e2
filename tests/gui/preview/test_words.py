"""Comparing text as it stands on paper."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.preview.words import Span, folded, wanted_text, without_umlauts


def found(text, typed):
    """The pieces of the text that a search for `typed` marks."""
    return [text[span.start : span.end] for span in folded(text).spans(wanted_text(typed))]


def test_case_and_accents_do_not_matter():
    assert found("Köthen, KÖTHEN, Ko\u0308then, kothen", "köthen") == ["Köthen", "KÖTHEN", "Ko\u0308then", "kothen"]


def test_sharp_s_is_found_by_two_letters():
    assert found("Große Straße", "strasse") == ["Straße"]


def test_a_word_broken_at_the_end_of_a_line_is_found_whole():
    assert found("Ihre Ansprech\u00ad\r\npartnerinnen", "ansprechpartnerin") == ["Ansprech\u00ad\r\npartnerin"]
    assert found("Ihre Ansprech\ufffepartnerinnen", "Ansprechpartnerin") == ["Ansprech\ufffepartnerin"]


def test_a_real_hyphen_is_found_with_and_without_it():
    assert found("Dessau-\r\nRoßlau und Dessau-Roßlau", "Dessau-Roßlau") == ["Dessau-\r\nRoßlau", "Dessau-Roßlau"]
    assert found("per E-Mail", "email") == ["E-Mail"]


def test_words_on_two_lines_are_found_with_a_space_between():
    assert found("Sicher am\r\nBahnhof", "am  bahnhof") == ["am\r\nBahnhof"]


def test_umlauts_typed_as_two_letters_lead_to_the_umlaut():
    assert without_umlauts(wanted_text("Koethen")) == wanted_text("Köthen")


def test_nothing_is_found_by_nothing():
    assert found("Text", " - ") == []


@settings(max_examples=40)
@given(st.text(max_size=40), st.data())
def test_every_word_of_a_text_is_found_where_it_stands(text, data):
    words = [word for word in text.split() if wanted_text(word)]
    if words:
        word = data.draw(st.sampled_from(words))
        spans = folded(text).spans(wanted_text(word))
        assert spans
        assert all(wanted_text(text[span.start : span.end]) for span in spans)


@settings(max_examples=40)
@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text):
    once = folded(text).text
    assert folded(once).text == once
    assert len(folded(text).places) == len(once)


def test_a_span_leads_back_to_the_original():
    assert folded("Ein ﬁlm").spans("film") == (Span(4, 7),)
