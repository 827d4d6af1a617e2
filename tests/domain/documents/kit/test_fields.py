"""Form fields: named, reachable and readable for everybody, and filled in by other programs."""

import io
from datetime import UTC, datetime

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from fontTools.ttLib import TTFont

from domain.documents.kit.fields import ChoiceField, RadioField, TextField, TickField
from domain.documents.kit.flow import Stack
from domain.documents.kit.form_blocks import beside, labelled, look
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Masthead, Sheet, produce
from domain.documents.kit.theme import Theme
from domain.exchange.form_fields import Outcome, read_fields
from tests.domain.documents import tagged
from tests.domain.documents.kit.test_theme import contrast
from tests.domain.exchange import forms

NAME = TextField("probe.name", "Name (Pflichtangabe)", 20, is_required=True)
MORE = TextField("probe.more", "Mehr", 500, lines=4)
KIND = ChoiceField(
    "probe.kind", "Art", (("", "bitte wählen"), ("lecture", "Vortrag"), ("talk", "Gespräch")), value="talk"
)
PRESS = TickField("probe.press", "Presse wird erwartet")
OPEN = [
    RadioField("probe.open", "Wer darf kommen?", value, words) for value, words in (("all", "alle"), ("few", "Gruppe"))
]
FIXED = TextField("probe.form", "Fassung", is_fixed=True, value="FORM-1")


def made(*more):
    def sheet(theme):
        body = [
            labelled(theme, "Name (Pflichtangabe)", NAME, "Vor- und Nachname"),
            labelled(theme, "Mehr", MORE),
            labelled(theme, "Art", KIND),
            beside(theme, "Presse", PRESS),
            *(beside(theme, each.option_title, each) for each in OPEN),
            labelled(theme, "Fassung", FIXED),
            *(labelled(theme, each.title, each) for each in more),
        ]
        about = About("Probe", "Probe", "Amt", "de-DE", datetime(2027, 4, 28, tzinfo=UTC))
        return Sheet(about, Masthead("", "Probe"), [Stack(body)], "", lambda page, pages: f"{page}/{pages}")

    return produce(sheet, Theme())


@pytest.fixture(scope="module")
def content():
    return made()


@pytest.fixture
def pdf(content):
    with pikepdf.open(io.BytesIO(content)) as opened:
        yield opened


def test_fields_leave_a_document_tagged_throughout(content):
    assert tagged.faults(content) == []


def test_every_field_is_one_form_element_with_its_name_as_alternative(pdf):
    found = [node for node in tagged.tree(pdf).walk() if node.tag == "Form"]
    assert [node.alt for node in found] == [each.title for each in (NAME, MORE, KIND, PRESS, *OPEN, FIXED)]
    assert all((node.links, node.kids, node.marks) == (1, [], []) for node in found)


def test_a_label_is_read_before_its_field(pdf):
    tags = [node.tag for node in tagged.tree(pdf).walk()]
    assert tags[tags.index("Form") - 2 : tags.index("Form")] == ["P", "P"]
    assert pdf.pages[0].obj.Tabs == "/S"


def test_every_widget_has_a_spoken_name_is_printed_and_lies_on_its_page(pdf):
    for _name, note in forms.widgets(pdf):
        assert str(note.TU)
        assert note.F == 4
        assert note.P.objgen == pdf.pages[0].obj.objgen
        assert "/N" in note.AP


def test_names_are_a_tree_without_dots_in_its_parts(pdf):
    (top,) = pdf.Root.AcroForm.Fields
    assert (str(top.T), len(top.Kids)) == ("probe", 6)
    assert sorted({name for name, _note in forms.widgets(pdf)}) == [
        "probe.form",
        "probe.kind",
        "probe.more",
        "probe.name",
        "probe.open",
        "probe.press",
    ]


def test_flags_say_required_several_lines_list_and_fixed(pdf):
    found = dict(forms.widgets(pdf))
    flags = {name: int(note.get("/Ff", 0)) for name, note in found.items()}
    assert (flags["probe.name"], flags["probe.more"], flags["probe.kind"], flags["probe.form"]) == (2, 4096, 131072, 1)
    assert int(found["probe.open"].Parent.Ff) == 32768
    assert (int(found["probe.name"].MaxLen), str(found["probe.form"].V), str(found["probe.kind"].V)) == (
        20,
        "FORM-1",
        "talk",
    )
    assert [str(part) for part in found["probe.kind"].Opt[1]] == ["lecture", "Vortrag"]


def test_nothing_acts_and_no_viewer_is_asked_to_redraw(pdf):
    assert not set(pdf.Root.AcroForm.keys()) & {"/NeedAppearances", "/XFA", "/CO"}
    assert all(not set(note.keys()) & {"/A", "/AA"} for _name, note in forms.widgets(pdf))


def test_the_face_people_type_in_is_embedded_with_every_western_letter(pdf):
    face = pdf.Root.AcroForm.DR.Font.Plex
    assert face.Encoding == "/WinAnsiEncoding"
    program = TTFont(io.BytesIO(face.FontDescriptor.FontFile2.read_bytes()))
    letters = program["cmap"].getcmap(3, 1).cmap
    for code in (*range(32, 127), *range(0xA1, 0xAD), *range(0xAE, 0x100), 0x80, 0x84, 0x93):
        glyph = letters[ord(bytes((code,)).decode("cp1252"))]
        assert abs(program["hmtx"][glyph][0] - int(face.Widths[code - 32])) <= 1
    assert "/Plex 10 Tf" in str(dict(forms.widgets(pdf))["probe.name"].DA)


def test_edge_and_typed_text_stand_out():
    style = look(Theme())
    assert contrast(style.edge, style.ground) >= 3
    assert contrast(style.edge, "#ffffff") >= 3
    assert contrast(style.ink, style.ground) >= 4.5


def test_two_fields_of_one_name_are_refused():
    with pytest.raises(ValueError, match=r"probe\.name"):
        made(TextField("probe.name", "Noch einmal"))


def test_words_too_long_for_their_box_and_strange_letters_do_no_harm():
    value = "Łódź 🚓 (((\\)) " * 60
    content = made(TextField("probe.long", "Lang", value=value))
    assert tagged.faults(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(dict(forms.widgets(pdf))["probe.long"].V) == value


def test_equal_fields_give_equal_bytes(content):
    assert made() == content


class Filler:
    """A person at another program: clicks into fields and types."""

    def __init__(self, content):
        self.document = pypdfium2.PdfDocument(content)
        self.document.init_forms()
        self.page = self.document[0]

    def click(self, name, nth=0):
        with pikepdf.open(io.BytesIO(self.document._input)) as pdf:
            boxes = [[float(edge) for edge in note.Rect] for each, note in forms.widgets(pdf) if each == name]
        x, y = (boxes[nth][0] + boxes[nth][2]) / 2, (boxes[nth][1] + boxes[nth][3]) / 2
        pdfium.FORM_OnLButtonDown(self.document.formenv, self.page, 0, x, y)
        pdfium.FORM_OnLButtonUp(self.document.formenv, self.page, 0, x, y)

    def switch(self, name, nth=0):
        self.click(name, nth)
        pdfium.FORM_ForceToKillFocus(self.document.formenv)

    def type(self, name, text):
        self.click(name)
        for letter in text:
            pdfium.FORM_OnChar(self.document.formenv, self.page, ord(letter), 0)

    def choose(self, name, index):
        with pikepdf.open(io.BytesIO(self.document._input)) as pdf:
            names = [each for each, _note in forms.widgets(pdf)]
        note = pdfium.FPDFPage_GetAnnot(self.page, names.index(name))
        assert pdfium.FORM_SetFocusedAnnot(self.document.formenv, note)
        assert pdfium.FORM_SetIndexSelected(self.document.formenv, self.page, index, 1)
        pdfium.FPDFPage_CloseAnnot(note)

    def save(self):
        pdfium.FORM_ForceToKillFocus(self.document.formenv)
        out = io.BytesIO()
        self.document.save(out)
        self.page.close()
        self.document.close()
        return out.getvalue()


def test_what_is_typed_clicked_and_chosen_in_another_program_reads_back():
    filler = Filler(forms.blank())
    filler.type("landauf.request.v1.requester", "Gymnasium Köthen")
    filler.choose("landauf.request.v1.kind", 1)
    filler.choose("landauf.request.v1.schulform", 5)
    found = read_fields(filler.save())
    assert found.outcome is Outcome.read
    assert found.values == {"requester": "Gymnasium Köthen", "kind": "lecture", "schulform": "gymnasium"}


def test_boxes_and_buttons_are_switched_on_by_a_click(content):
    filler = Filler(content)
    filler.switch("probe.press")
    filler.switch("probe.open", 1)
    filler.type("probe.name", "x" * 30)
    with pikepdf.open(io.BytesIO(filler.save())) as pdf:
        found = dict(forms.widgets(pdf))
        assert (found["probe.press"].AS, found["probe.open"].Parent.V) == ("/Yes", "/few")
        assert str(found["probe.name"].V) == "x" * 20
