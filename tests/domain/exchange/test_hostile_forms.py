"""Whatever comes back as a form is read or refused in one line; nothing hangs, nothing is lost."""

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.exchange.form_fields import LONGEST, Outcome, read_fields
from domain.exchange.form_reader import FormReader
from domain.exchange.request_forms import reading_of, refused
from domain.rows import request_form as form
from tests.domain.exchange import forms
from tests.domain.exchange.test_request_forms import read


@pytest.fixture
def reader():
    """The process that reads, ended after the test."""
    with FormReader() as running:
        yield running


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
