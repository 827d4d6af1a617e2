"""Request forms that came back: every answer taken over or kept, every file refused in one line or read."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from domain.exchange import form_answers
from domain.exchange.form_fields import Found, Outcome, read_fields
from domain.exchange.request_forms import NO_KIND, NO_REQUESTER, read_request_forms, reading_of
from domain.region.lookup import find_gemeinde
from domain.rows import request_form as form
from domain.rows.requests import RequestDraft, Wish
from domain.rules.validation import request_problems
from domain.terms import EventKind, Schulform
from tests.domain.documents import samples
from tests.domain.exchange import forms

FULL = RequestDraft(
    requester="Ludwigsgymnasium Köthen",
    kind=EventKind.lecture,
    topic="Reichsbürger und Selbstverwalter",
    contact_name="Kim Beispiel",
    contact_role="Schulsozialarbeit",
    phone="03496 000",
    email="beispiel@schule.example",
    schulform=Schulform.gymnasium,
    school_grade="9 bis 10",
    listeners="Schülerinnen und Schüler",
    prior_knowledge="Wahlen waren Thema.\nMehr nicht.",
    teacher_present=True,
    room_technique="Beamer, Ton",
    occasion="Projektwoche",
    place="Aula",
    street="Springstraße 1",
    postcode="06366",
    town="Köthen (Anhalt)",
    ags="15082180",
    duration_minutes=90,
    wishes=(
        Wish(date(2027, 5, 3), date(2027, 5, 3), 600, 690),
        Wish(date(2027, 6, 7), date(2027, 6, 11)),
        Wish(date(2027, 9, 1), date(2027, 9, 1), 480),
    ),
    expected=60,
    press_expected=True,
    closed=True,
    needs="stufenlos",
    security_remarks="Im Vorjahr gab es Störungen.",
    notes="Bitte anrufen.",
    answer_by=date(2027, 4, 1),
)


def answers(draft):
    """What somebody types who wants exactly this."""
    on_list = draft.topic in samples.request_form().topics
    told = {
        "kind": draft.kind.value,
        "topic" if on_list else "own_topic": draft.topic,
        "schulform": draft.schulform.value if draft.schulform else "",
        "duration": str(draft.duration_minutes or ""),
        "expected": "" if draft.expected is None else str(draft.expected),
        "openness": form.CLOSED if draft.closed else form.PUBLIC,
        "press_expected": form.TICKED if draft.press_expected else "",
        "answer_by": f"{draft.answer_by:%d.%m.%Y}" if draft.answer_by else "",
    }
    if draft.teacher_present is not None:
        told["teacher_present"] = form.YES if draft.teacher_present else form.NO
    for name in (
        *("requester", "contact_name", "contact_role", "phone", "email", "school_grade", "listeners", "postcode"),
        *("prior_knowledge", "room_technique", "occasion", "place", "street", "town", "needs", "security_remarks"),
        "notes",
    ):
        told[name] = getattr(draft, name)
    for number, wish in enumerate(draft.wishes, 1):
        parts = {"first_day": f"{wish.first_day.day}.{wish.first_day.month}.{wish.first_day.year}"}
        parts["last_day"] = "" if wish.last_day == wish.first_day else wish.last_day.isoformat()
        for part, minute in (("from", wish.from_minute), ("to", wish.to_minute)):
            parts[part] = "" if minute is None else f"{minute // 60}:{minute % 60:02} Uhr"
        told |= {form.wish_field(number, part): text for part, text in parts.items()}
    return told


def read(content, name="anfrage.pdf"):
    """A file as a request, read in this process: the files of our own do no harm."""
    return reading_of(read_fields(content), name, 1)


def told(**values):
    """The request that these values of a form make."""
    return reading_of(Found(Outcome.read, values), "anfrage.pdf", 1)


def test_a_filled_form_is_the_request_that_was_meant():
    reading = read(forms.filled(**answers(FULL)))
    assert reading.draft == FULL
    assert (reading.remarks, reading.hints, reading.problems) == ((), (), ())
    assert reading.name == "Ludwigsgymnasium Köthen (anfrage.pdf)"


def test_the_english_form_reads_the_same():
    assert read(forms.filled(forms.blank("en"), **answers(FULL))).draft == FULL


LETTERS = st.characters(min_codepoint=33, max_codepoint=0x24F, exclude_characters="\x7f\u00ad'=+@-.–/|").filter(
    lambda letter: letter.isprintable()
)
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=12), max_size=4).map(" ".join)
DAYS = st.dates(date(2026, 1, 1), date(2035, 12, 31))
MINUTES = st.none() | st.integers(0, 1439)


@st.composite
def wishes(draw):
    first, length = draw(DAYS), draw(st.integers(0, 20))
    start, end = draw(MINUTES), draw(MINUTES)
    assume(start is None or end is None or start < end)
    return Wish(first, date.fromordinal(first.toordinal() + length), start, end)


@st.composite
def drafts(draw):
    gemeinde = draw(st.sampled_from((("06366", "Köthen (Anhalt)"), ("39288", "Burg"), ("", "Nirgendwo"), ("", ""))))
    found = find_gemeinde(*gemeinde, "") if any(gemeinde) else None
    texts = {
        name: draw(WORDS)
        for name in (
            *("contact_name", "contact_role", "phone", "school_grade", "listeners", "prior_knowledge", "occasion"),
            *("room_technique", "place", "street", "needs", "security_remarks", "notes"),
        )
    }
    draft = RequestDraft(
        requester=draw(WORDS.filter(bool)),
        kind=draw(st.sampled_from(form.KINDS)),
        topic=draw(st.sampled_from(samples.request_form().topics) | WORDS),
        email=draw(st.sampled_from(("", "a.b@schule.example"))),
        schulform=draw(st.none() | st.sampled_from(Schulform)),
        teacher_present=draw(st.none() | st.booleans()),
        postcode=gemeinde[0],
        town=gemeinde[1],
        ags=found.ags if found else None,
        duration_minutes=draw(st.none() | st.integers(1, 600)),
        wishes=tuple(draw(st.lists(wishes(), max_size=3))),
        expected=draw(st.none() | st.integers(0, 5000)),
        press_expected=draw(st.booleans()),
        closed=draw(st.booleans()),
        answer_by=draw(st.none() | DAYS),
        **texts,
    )
    assume(not request_problems(draft))
    return draft


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(draft=drafts())
def test_what_is_filled_in_is_what_is_read(draft):
    assert read(forms.filled(**answers(draft))).draft == draft


@pytest.mark.parametrize(
    "text",
    ["3.5.2027", "03.05.27", "3. 5. 2027", "Mo, 3.5.2027", "2027-05-03", "3. Mai 2027", "3 May 27", "03/05/2027"],
)
def test_days_are_read_as_people_type_them(text):
    assert form_answers.day("answer_by", text) == date(2027, 5, 3)


@pytest.mark.parametrize(
    ("typed", "minute"),
    [("10 Uhr", 600), ("9.30", 570), ("9:30 Uhr", 570), ("14", 840), ("8h", 480), ("09.05 Uhr", 545)],
)
def test_times_are_read_as_people_type_them(typed, minute):
    draft = told(requester="X", wish_1_first_day="3.5.2027", wish_1_from=typed).draft
    assert draft.wishes == (Wish(date(2027, 5, 3), date(2027, 5, 3), minute),)


@pytest.mark.parametrize(
    ("typed", "people"), [("ca. 30", 30), ("etwa 120 Personen", 120), ("max. 25", 25), ("1.200", 1200)]
)
def test_numbers_are_read_with_the_words_around_them(typed, people):
    assert told(requester="X", expected=typed).draft.expected == people


def test_what_cannot_be_understood_is_told_by_field_and_kept_in_the_notes():
    reading = told(
        requester="Verein Süd",
        kind="Zauberei",
        email="keine Adresse",
        wish_1_first_day="nach Ostern",
        wish_2_from="10 Uhr",
        wish_3_first_day="7.6.2027",
        wish_3_last_day="1.6.2027",
        expected="viele",
        schulform="Baumschule",
        duration="ein Weilchen",
        answer_by="31.2.2027",
        notes="Danke!",
    )
    draft = reading.draft
    assert [remark.field for remark in reading.remarks] == [
        *("kind", "schulform", "duration_minutes", "wishes", "wishes", "wishes", "expected", "answer_by", "email")
    ]
    assert draft.notes.split("\n") == [
        "Danke!",
        "Art: Zauberei",
        "Schulform: Baumschule",
        "Dauer: ein Weilchen",
        "Wunschtermin: nach Ostern",
        "Wunschtermin: 10 Uhr",
        "Wunschtermin: 7.6.2027 – 1.6.2027",
        "Anzahl der Personen: viele",
        "Antwort bis: 31.2.2027",
        "E-Mail: keine Adresse",
    ]
    assert (draft.email, draft.expected, draft.wishes) == ("", None, (Wish(date(2027, 6, 7), date(2027, 6, 7)),))
    assert NO_KIND in reading.hints
    assert request_problems(draft) == []


def test_a_text_too_long_is_cut_and_kept_whole_in_the_notes():
    reading = told(requester="Verein Süd", phone="0" * 300)
    assert (len(reading.draft.phone), "0" * 300 in reading.draft.notes) == (100, True)
    assert [remark.field for remark in reading.remarks] == ["phone"]


def test_a_form_without_a_name_is_still_taken():
    reading = told(contact_name="Kim Beispiel", town="Burg")
    assert (reading.draft.requester, reading.hints[0]) == ("Kim Beispiel", NO_REQUESTER)


def test_a_topic_chosen_and_one_in_own_words_stand_together():
    assert (
        told(requester="X", topic="Einbruchschutz", own_topic="für Mieter").draft.topic == "Einbruchschutz – für Mieter"
    )
    draft = told(requester="X", topic="a" * 90, own_topic="b" * 250).draft
    assert (len(draft.topic), "b" * 250 in draft.notes) == (300, True)


def test_several_files_are_read_in_order_and_a_bad_one_stops_nothing():
    files = [("a.pdf", forms.filled(**answers(FULL))), ("b.pdf", b"nichts"), ("c.pdf", forms.filled(requester="Süd"))]
    heard = []
    found = read_request_forms(files, heard.append)
    assert [reading.line for reading in found] == [1, 2, 3]
    assert [reading.draft is None for reading in found] == [False, True, False]
    assert heard == [1, 2, 3]
    assert found[0].draft == replace(FULL)
