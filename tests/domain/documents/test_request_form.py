"""The request form: every question once, in both languages, with the topics on offer."""

import subprocess
import sys

import pytest

from domain import documents
from domain.i18n import language
from domain.rows import request_form as form
from domain.terms import EventKind, Schulform
from tests.domain.documents import samples, tagged
from tests.domain.documents.test_hostile import hostile
from tests.domain.documents.test_render import SHARED_CHECK
from tests.domain.exchange import forms

WISHES = [form.wish_field(number, part) for number in (1, 2, 3) for part in ("first_day", "last_day", "from", "to")]
NAMES = {*form.LIMITS, *WISHES, "kind", "topic", "schulform", "openness", "teacher_present", "press_expected", "form"}
NAMES -= {"wish_day", "wish_time"}


def made(code="de", **changes):
    return documents.render("request_form", samples.request_form(**changes), language(code))


def fields(content):
    with tagged.opened(content) as pdf:
        return {name.removeprefix(form.PREFIX): dict(note) for name, note in forms.widgets(pdf)}


@pytest.mark.parametrize("code", ["de", "en"])
def test_every_answer_has_its_field_under_its_name(code):
    assert set(fields(made(code))) == NAMES


def test_a_field_takes_as_much_as_a_request_can_hold():
    found = fields(made())
    assert {name: int(found[name]["/MaxLen"]) for name in form.LIMITS if name in found} == {
        name: limit for name, limit in form.LIMITS.items() if name in found
    }


def test_what_must_be_filled_in_says_so_in_words():
    required = {name for name, note in fields(made()).items() if int(note.get("/Ff", 0)) & 2}
    assert required == {"kind", "requester", "contact_name", "email", "postcode", "town"}
    assert all("(Pflichtangabe)" in str(fields(made())[name]["/TU"]) for name in required)
    assert tagged.text(made()).count("(Pflichtangabe)") == len(required)


def test_lists_offer_code_names_in_the_words_of_the_language():
    found = fields(made("en"))
    kinds = [(str(option[0]), str(option[1])) for option in found["kind"]["/Opt"]]
    assert kinds[:2] == [("", "please choose"), ("lecture", "Lecture")]
    assert [value for value, _shown in kinds[1:]] == [kind.value for kind in form.KINDS]
    assert {str(option[0]) for option in found["schulform"]["/Opt"]} == {"", *Schulform}


def test_topics_are_offered_once_and_a_kind_can_be_chosen_beforehand():
    found = fields(made(topics=("Eins", "Zwei", "Eins", " ", "x" * 500), kind=EventKind.training))
    topics = [str(option[1]) for option in found["topic"]["/Opt"]]
    assert topics[:3] == ["bitte wählen", "Eins", "Zwei"]
    assert len(topics) == 4
    assert len(topics[3]) < 100
    assert str(found["kind"]["/V"]) == "training"


def test_the_form_is_two_pages_and_says_where_to_send_it():
    pages = tagged.page_texts(made())
    assert len(pages) == 2
    assert samples.OFFICE.email in pages[1]
    assert form.MARKER in pages[1] or "Fassung des Formulars" in pages[1]


@pytest.mark.parametrize("code", ["de", "en"])
def test_strange_offices_and_topics_leave_the_form_accessible(code, tmp_path):
    if not SHARED_CHECK.is_file():
        pytest.skip("the shared checker is not beside this checkout")
    paths = []
    for number, text in enumerate(("(a) \\ ) endstream endobj", "NUL\x00 \ud800 🚓", "x" * 4000)):
        paths.append(tmp_path / f"{number}.pdf")
        data = hostile("request_form", text, text[::-1])
        paths[-1].write_bytes(documents.render("request_form", data, language(code)))
    run = subprocess.run([sys.executable, SHARED_CHECK, *paths], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
