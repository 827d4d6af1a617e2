"""Request forms that came back: every answer taken over or kept, every file refused in one line or read."""

from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from domain.exchange import form_answers
from domain.exchange.form_fields import LONGEST, Found, Outcome, read_fields
from domain.exchange.form_reader import FormReader
from domain.exchange.request_forms import NO_KIND, NO_REQUESTER, read_request_forms, reading_of, refused
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


@pytest.fixture
def reader():
    """The process that reads, ended after the test."""
    with FormReader() as running:
        yield running


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


REFUSED = {
    "text": (lambda: b"Sehr geehrte Damen und Herren", Outcome.not_pdf),
    "empty": (lambda: b"", Outcome.not_pdf),
    "rubbish": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40, Outcome.broken),
    "half": (lambda: forms.blank()[:9_000], Outcome.broken),
    "other document": (lambda: forms.changed(_without_form), Outcome.no_form),
    "other form": (forms.foreign, Outcome.foreign),
    "print": (forms.printed, Outcome.printed),
    "scan": (forms.scan, Outcome.scanned),
    "password": (lambda: forms.locked("geheim"), Outcome.locked),
    "newer": (lambda: forms.changed(_newer), Outcome.newer),
}


def _without_form(pdf):
    del pdf.Root.AcroForm
    for page in pdf.pages:
        del page.obj.Annots


def _newer(pdf):
    for _name, note in forms.widgets(pdf):
        version = note.Parent if "/T" in note else note.Parent.Parent
        version.T = pikepdf.String("v2")


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_filled_form_is_refused_with_its_name_and_the_reason(name):
    make, outcome = REFUSED[name]
    content = make()
    assert read_fields(content).outcome is outcome
    trouble = refused(read(content, "brief.pdf"))
    assert "“brief.pdf”" in str(trouble)
    assert "\n" not in str(trouble)


def test_a_blank_form_is_refused():
    assert "is not filled in" in str(refused(read(forms.blank())))


def _script(pdf):
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("while(1){}"))
    pdf.Root.OpenAction = action
    pdf.Root.AA = pikepdf.Dictionary(WC=action)
    pdf.pages[0].obj.AA = pikepdf.Dictionary(O=action)
    for _name, note in forms.widgets(pdf):
        note.AA = pikepdf.Dictionary(F=action, K=action, V=action, C=action)


def _xfa(pdf):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><xdp>&b;</xdp>'
    pdf.Root.AcroForm.XFA = pdf.make_indirect(pikepdf.Stream(pdf, bomb))
    pdf.Root.AcroForm.NeedAppearances = True


def _endless_names(pdf):
    top = pdf.Root.AcroForm.Fields[0]
    top.Parent = forms.widgets(pdf)[3][1].Parent
    top.Kids.append(top)


def _endless_pages(pdf):
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def _deep_array(pdf):
    pdf.Root.AcroForm.CO = pikepdf.Object.parse(b"[" * 400 + b"]" * 400)


def _huge_value(pdf):
    dict(forms.widgets(pdf))[form.PREFIX + "notes"].V = pikepdf.String("Ä" * 3_000_000)


def _many_fields(pdf):
    page = pdf.pages[0].obj
    first = forms.widgets(pdf)[0][1]
    copies = [pikepdf.Dictionary(first) for _time in range(5_000)]
    page.Annots = pikepdf.Array([*page.Annots, *(pdf.make_indirect(copy) for copy in copies)])


@pytest.mark.parametrize(
    "harm", [_script, _xfa, _endless_names, _endless_pages, _deep_array, _huge_value, _many_fields]
)
def test_a_file_made_to_do_harm_is_read_or_refused_and_nothing_else(harm, reader):
    reading = reading_of(reader.read(forms.changed(harm)), "anfrage.pdf", 1)
    assert reading.draft is None or reading.draft.requester == "GS Radis"
    assert reading.draft is None or len(reading.draft.notes) <= LONGEST


def test_a_page_that_unpacks_to_gigabytes_is_given_up(reader):
    assert reader.read(forms.bomb(120)).outcome in (Outcome.broken, Outcome.endless)
    assert reader.read(forms.filled(requester="GS Radis")).values == {"requester": "GS Radis"}


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_form_is_read_or_refused(reader, data):
    content = bytearray(forms.filled(requester="GS Radis", town="Kemberg"))
    for _time in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=6))
    reading = reading_of(reader.read(bytes(content)), "anfrage.pdf", 1)
    assert (reading.draft is None) == bool(reading.problems)


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_is_read():
    with FormReader(seconds=0.0) as hasty:
        assert hasty.read(forms.bomb(20)).outcome is Outcome.endless
        hasty._seconds = 20.0
        assert hasty.read(forms.filled(requester="GS Radis")).outcome is Outcome.read


def test_several_files_are_read_in_order_and_a_bad_one_stops_nothing():
    files = [("a.pdf", forms.filled(**answers(FULL))), ("b.pdf", b"nichts"), ("c.pdf", forms.filled(requester="Süd"))]
    heard = []
    found = read_request_forms(files, heard.append)
    assert [reading.line for reading in found] == [1, 2, 3]
    assert [reading.draft is None for reading in found] == [False, True, False]
    assert heard == [1, 2, 3]
    assert found[0].draft == replace(FULL)
