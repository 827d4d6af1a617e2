"""Options of the print dialog: only those that apply, and what comes of them."""

from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt

from domain.documents import DOCUMENTS
from domain.rows.printing import PrintChoice
from domain.terms import EventKind, LabelSheet, PaperLook, PaperSize
from domain.usecases import printing_examples
from gui.dialogs.print_preview import open_print
from gui.local_state import LocalState
from tests.builders import KOETHEN, make_event, make_partner
from tests.gui.audit import assert_accessible
from tests.gui.typing import type_text

OPTIONAL = ("size", "since", "names", "recipients", "text")


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that opens the dialog and waits until its pages are there."""
    made = []

    def show(document=None, **choice):
        dialog = open_print(None, desk, document, PrintChoice(**choice))
        made.append(dialog)
        settle()
        return dialog

    yield show
    for dialog in made:
        dialog.close()
    settle()


@pytest.fixture
def taking(monkeypatch):
    """A function that gives the request form further options."""

    def change(**options):
        form = replace(DOCUMENTS["request_form"], **options)
        monkeypatch.setattr(printing_examples, "DOCUMENTS", MappingProxyType({**DOCUMENTS, "request_form": form}))

    return change


def shown(dialog):
    """The optional fields that are shown."""
    return [key for key in OPTIONAL if not dialog.options._rows[key].isHidden()]


def test_what_does_not_apply_is_not_shown(opened):
    dialog = opened("request_form")
    assert shown(dialog) == []
    assert dialog.options._rows["subject"].isHidden()


def test_documents_stand_in_groups_by_what_they_are_for(opened, ws):
    make_event(ws, "Sicher am Bahnhof", ags=KOETHEN)
    combo = opened().document
    lines = [combo.itemText(at) for at in range(combo.count())]
    heads = [at for at in range(combo.count()) if not combo.model().item(at).isEnabled()]
    names = [lines[at] for at in heads]
    assert names == [
        name for name in ("Für Gäste und Partner", "Für das Haus", "Zum Plan", "Berichte") if name in names
    ]
    groups = {lines[at]: lines[at + 1 : end] for at, end in pairwise([*heads, len(lines)])}
    assert all(group == sorted(group, key=str.casefold) for group in groups.values())
    assert "Einladung zum Bürgerdialog" in groups["Für Gäste und Partner"]
    assert "Briefing zu einer Veranstaltung" in groups["Für das Haus"]


def test_the_document_can_be_chosen_by_its_first_letters(opened, ws, qtbot, settle):
    dialog = opened(event_id=make_event(ws, "Vortrag", kind=EventKind.lecture))
    assert dialog.options.row().name != "briefing"
    dialog.document.setFocus()
    qtbot.keyClick(dialog.document, Qt.Key.Key_B)
    settle()
    assert dialog.options.row().name == "briefing"


def test_little_ink_is_another_paper_and_is_remembered(opened, desk, tmp_path, settle):
    desk.local = LocalState(tmp_path)
    dialog = opened("request_form")
    usual = dialog._content
    dialog.options.look.set_value(PaperLook.saver)
    dialog.options.look.activated.emit(1)
    settle()
    assert dialog._content not in {usual, b""}
    assert LocalState(tmp_path).paper_look is PaperLook.saver
    assert opened("request_form").options.look.value() is PaperLook.saver


def test_a_look_that_this_version_does_not_know_is_the_usual_one(tmp_path):
    LocalState(tmp_path)._kept.setValue("look", "psychedelic")
    assert LocalState(tmp_path).paper_look is PaperLook.normal


def test_sheets_are_offered_where_there_are_several(opened, taking):
    taking(sizes=(PaperSize.a4, PaperSize.a3))
    dialog = opened("request_form")
    assert shown(dialog) == ["size"]
    assert dialog.options.order().choice.size is None
    dialog.options.sheet.set_value(PaperSize.a3)
    assert dialog.options.order().choice.size is PaperSize.a3


def test_sheets_of_labels_are_offered_for_badges(opened, ws):
    dialog = opened("name_badges", event_id=make_event(ws, "Dialog", ags=KOETHEN, kind=EventKind.citizen_dialogue))
    assert "size" in shown(dialog)
    assert dialog.options.order().choice.labels is None
    dialog.options.sheet.set_value(LabelSheet.badge_80x50)
    assert dialog.options.order().choice.labels is LabelSheet.badge_80x50


def test_names_are_counted_and_make_a_new_document_when_the_person_rests(opened, taking, qtbot):
    taking(takes_names=True)
    dialog = opened("request_form")
    area = dialog.options.names.area
    area.setFocus()
    with qtbot.waitSignal(dialog.options.changed):
        type_text(area, "Anna Müller")
        qtbot.keyClick(area, Qt.Key.Key_Return)
        type_text(area, " Bernd ")
        assert dialog.options.names.count.text() == "2 Namen; wird nicht gespeichert"
    assert dialog.options.order().choice.names == ("Anna Müller", "Bernd")


def test_names_never_reach_the_file(opened, taking, ws, desk, qtbot, tmp_path):
    taking(takes_names=True)
    dialog = opened("request_form")
    with qtbot.waitSignal(dialog.options.changed):
        dialog.options.names.area.setPlainText("Anna Geheimnis")
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    with qtbot.waitSignal(desk.told):
        dialog._write(tmp_path / "out.pdf")
    assert b"Geheimnis" not in ws.path.read_bytes()
    assert "Geheimnis" not in repr(dialog._note.code)


def test_a_letter_goes_to_the_partners_of_a_district(opened, taking, ws, settle):
    here = make_partner(ws, "Schule am Anger", ags=KOETHEN)
    make_partner(ws, "Schule anderswo", ags="15003000")
    taking(takes_partners=True)
    dialog = opened("request_form")
    assert dialog.options.recipients.count.text() == "Wählen Sie Kategorien oder Kreise"
    dialog.options.recipients.kreis._on_changed((KOETHEN[:5],))
    settle()
    assert dialog.options.recipients.count.text() == "1 Empfänger"
    assert dialog.options.order().choice.partner_ids == (here,)


def test_the_text_of_a_letter_is_taken_over(opened, taking, qtbot):
    taking(takes_text=True)
    dialog = opened("request_form")
    with qtbot.waitSignal(dialog.options.changed):
        type_text(dialog.options.text, "Wir laden ein.")
    assert dialog.options.order().choice.text == "Wir laden ein."


def test_a_version_to_compare_with_is_offered(opened, taking, ws):
    from domain.usecases import releases

    make_event(ws, "Sicher am Bahnhof", ags=KOETHEN)
    ws.run(releases.RELEASED, releases.release, "")
    taking(takes_since=True)
    dialog = opened("request_form")
    assert shown(dialog) == ["since"]
    assert dialog.options.order().choice.since is None
    dialog.options.since.set_value(1)
    assert dialog.options.since.currentText() == "Fassung 1 vom 28.04.2027 14:32"
    assert dialog.options.order().choice.since == 1


def test_work_that_takes_long_says_so_and_can_be_cancelled(opened, qtbot):
    dialog = opened("request_form")
    dialog.working.start()
    qtbot.waitUntil(dialog.working.isVisible)
    qtbot.mouseClick(dialog.working.cancel, Qt.MouseButton.LeftButton)
    assert not dialog.working.isVisible()
    assert dialog.trouble.line.text() == "Sie haben abgebrochen. Wählen Sie neu, was gedruckt werden soll."
    assert not dialog.primary.isEnabled()


def test_search_opens_wherever_the_keyboard_is(opened, qtbot):
    dialog = opened("request_form")
    dialog.document.setFocus()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.document, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert dialog.paper.find_row.isVisible()
    qtbot.keyClick(dialog.paper.find_row.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.paper.find_row.isVisible()


def test_enter_in_the_search_does_not_print(opened, qtbot):
    dialog = opened("request_form")
    dialog.paper.find_row.enter()
    printed = []
    dialog.primary.clicked.connect(lambda: printed.append(1))
    qtbot.keyClick(dialog.paper.find_row.field, Qt.Key.Key_Return)
    assert printed == []


def test_the_dialog_can_be_used_without_eyes_and_mouse(opened, taking):
    taking(sizes=(PaperSize.a4, PaperSize.a3), takes_names=True, takes_text=True, takes_partners=True, takes_since=True)
    dialog = opened("request_form")
    dialog.paper.find_row.enter()
    assert_accessible(dialog)
