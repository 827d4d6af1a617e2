"""The print dialog: what fits, every page, the very bytes."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from domain import i18n, outgoing
from domain.rows.printing import PrintChoice
from domain.terms import Audience, EventKind
from domain.usecases import printed_sheets
from gui.dialogs.print_preview import open_print
from gui.preview.pdf import rendered
from tests.builders import KOETHEN, change_event, make_event

A4 = (595, 842)


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
def dialogue(ws):
    """A public dialogue in Köthen."""
    return make_event(ws, "Sicher am Bahnhof", ags=KOETHEN)


def test_pages_are_shown_as_they_will_be_on_paper(opened, dialogue):
    dialog = opened("briefing", event_id=dialogue)
    size = dialog.paper.sheets.column.sizes[0]
    assert (round(size.width), round(size.height)) == A4
    assert (dialog.paper.page, dialog.paper.bar.count.text()) == (1, f"von {dialog.paper.page_count}")


def test_internal_sheet_says_so(opened, dialogue):
    assert opened("briefing", event_id=dialogue).internal.isVisible()
    assert not opened("invitation", event_id=dialogue).internal.isVisible()


def test_saved_file_holds_the_very_bytes(opened, ws, dialogue, tmp_path, qtbot, desk):
    dialog = opened("invitation", event_id=dialogue)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    out = tmp_path / "einladung.pdf"
    with qtbot.waitSignal(desk.told):
        dialog.findChild(QFileDialog).fileSelected.emit(str(out))
    wanted = outgoing.document(ws, "invitation", PrintChoice(event_id=dialogue), i18n.language("de"))
    assert out.read_bytes() == wanted


def test_other_language_is_another_document(opened, dialogue, qtbot, settle):
    dialog = opened("invitation", event_id=dialogue)
    german = dialog._content
    dialog.language.set_value("en")
    dialog.language.activated.emit(1)
    assert not dialog.primary.isEnabled()
    settle()
    assert dialog._content not in {german, b""}
    assert dialog.primary.isEnabled()


def test_what_cannot_be_printed_says_why(opened, ws, settle):
    event_id = make_event(ws, "Intern", audience=Audience.internal)
    dialog = opened("invitation", event_id=event_id)
    assert dialog.trouble.isVisible()
    assert "öffentlich" in dialog.trouble.line.text()
    assert not dialog.save.isEnabled()
    assert dialog.paper.page_count == 0


def test_lecture_offers_only_what_fits(opened, ws):
    dialog = opened(event_id=make_event(ws, "Vortrag", kind=EventKind.lecture))
    names = [dialog.document.itemText(at) for at in range(dialog.document.count())]
    assert {"Briefing zu einer Veranstaltung", "Packliste eines Termins"} <= set(names)
    assert "Tourblatt" not in names


def test_the_form_that_is_about_nothing_shows_its_fields(opened):
    dialog = opened()
    assert (dialog.document.value().document.name, dialog.subject.currentText()) == ("request_form", "–")
    assert not dialog.subject.isEnabled()
    picture = rendered(dialog._content, 0, 1)
    ground = {picture.pixelColor(x, 330).name() for x in range(60, 200)}
    assert "#f4f6f7" in ground


def test_a_report_that_is_gone_says_that_there_is_nothing_to_print_about_it(opened):
    dialog = opened(snapshot_id=uuid4())
    assert dialog.trouble.isVisible()
    assert not dialog.primary.isEnabled()


def test_a_saved_sheet_is_remembered_and_told_when_it_has_grown_stale(opened, ws, dialogue, tmp_path, qtbot, desk):
    first = opened("invitation", event_id=dialogue)
    assert not first.before.isVisible()
    qtbot.mouseClick(first.save, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(desk.told):
        first.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "einladung.pdf"))
    assert opened("invitation", event_id=dialogue).before.headline.text() == "Schon gedruckt, seither unverändert"
    change_event(ws, dialogue, title="Sicher am Hafen")
    again = opened("invitation", event_id=dialogue)
    assert again.before.headline.text() == "Das gedruckte Blatt ist veraltet"
    assert again.before.line.text() == "gedruckt 28.04.2027 14:32"


def test_a_sheet_that_was_only_looked_at_was_not_printed(opened, ws, dialogue):
    opened("invitation", event_id=dialogue)
    assert ws.ask(printed_sheets.printed_sheets) == ()
