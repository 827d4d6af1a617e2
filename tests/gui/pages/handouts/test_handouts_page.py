"""The page of the handouts: list, editor with toolbar and hints, live preview, languages."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from domain.rows.handouts import EditionDraft, HandoutDraft
from domain.usecases import handout_rows, handouts
from gui.page import ALL_TABLES
from gui.pages.handouts.page import HandoutsPage
from tests.gui.audit import assert_accessible

PROBE = EditionDraft("de", "Probe", "Ein Vorspann.", "## Eins\n\nText.", "Kühne", date(2028, 12, 31))


@pytest.fixture
def opened(qtbot, desk):
    """A function that shows the page."""

    def show():
        page = HandoutsPage(desk)
        qtbot.addWidget(page)
        page.refresh(ALL_TABLES)
        page.resize(1158, 704)
        with qtbot.waitExposed(page):
            page.show()
        desk.changed.connect(page.refresh)
        return page

    return show


@pytest.fixture
def made(ws):
    return ws.run("Add", handouts.create, HandoutDraft(), PROBE)


def stored(ws, edition_id):
    return ws.ask(handout_rows.editions)[edition_id]


def pages_shown(qtbot, page):
    qtbot.waitUntil(lambda: page.preview.paper.page_count > 0 and not page.desk.tasks.is_busy, timeout=20_000)


def test_an_empty_page_says_what_to_do(opened):
    page = opened()
    assert not page.editor.isEnabled()
    assert_accessible(page)


def test_the_edition_in_front_is_shown_as_it_is_on_paper(qtbot, opened, made):
    page = opened()
    assert page.editor.edition().id == made
    pages_shown(qtbot, page)
    assert page.preview.paper.page_count == 1
    assert_accessible(page)


def test_typed_text_is_saved_as_the_next_version_with_one_undo(qtbot, opened, ws, made):
    page = opened()
    page.editor.markup.area.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(page.editor.markup.area, " Mehr.")
    assert page.has_draft()
    assert page.may("handouts.save")
    qtbot.mouseClick(page.editor.save, Qt.MouseButton.LeftButton)
    assert stored(ws, made).draft.text.endswith("Text. Mehr.")
    assert stored(ws, made).revision == 2
    assert not page.has_draft()
    page.desk.undo()
    assert page.editor.draft().text == PROBE.text


def test_typed_text_survives_another_tab_and_can_be_discarded(qtbot, opened, ws, made):
    other = ws.run("Add", handouts.add_edition, made, "pl")
    page = opened()
    qtbot.keyClicks(page.editor.markup.area, "Neu ")
    page.editor.tabs.setCurrentIndex(1)
    assert page.editor.edition().id == other
    assert page.editor.draft().text == PROBE.text
    page.editor.tabs.setCurrentIndex(0)
    assert page.editor.draft().text.startswith("Neu ")
    qtbot.mouseClick(page.editor.discard, Qt.MouseButton.LeftButton)
    assert page.editor.draft() == PROBE
    assert stored(ws, made).revision == 1


def test_an_edition_changed_meanwhile_keeps_what_is_typed(qtbot, opened, ws, made):
    page = opened()
    qtbot.keyClicks(page.editor.markup.area, "Meins ")
    ws.run("Change", handouts.save_edition, made, replace(PROBE, text="Anderer Text"))
    page.refresh(ALL_TABLES)
    assert page.editor.draft().text.startswith("Meins ")
    page.deeds.save()
    assert page.editor.draft().text.startswith("Meins ")
    assert stored(ws, made).draft.text == "Anderer Text"
    assert page.editor.trouble.isVisible()


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("heading", "## Wort"),
        ("list", "- Wort"),
        ("box", "> Wort"),
        ("strong", "**Wort**"),
        ("link", "[Wort](https://)"),
    ],
)
def test_a_button_puts_its_signs_around_what_is_marked(qtbot, opened, made, key, text):
    page = opened()
    area = page.editor.markup.area
    area.selectAll()
    qtbot.keyClicks(area, "Wort")
    area.selectAll()
    qtbot.mouseClick(page.editor.markup.buttons[key], Qt.MouseButton.LeftButton)
    assert page.editor.draft().text == text


def test_strong_by_keyboard_is_taken_back_by_the_same_keys(qtbot, opened, made):
    page = opened()
    area = page.editor.markup.area
    area.setFocus()
    for expected in ("**## Eins**", "## Eins"):
        area.moveCursor(QTextCursor.MoveOperation.Start)
        area.moveCursor(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
        qtbot.keyClick(area, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        assert page.editor.draft().text.splitlines()[0] == expected


def test_hints_name_the_line_and_lead_to_it(qtbot, opened, made):
    page = opened()
    assert page.editor.hints.count() == 0
    page.editor.markup.area.appendPlainText("| a | b |")
    assert page.editor.hints.item(0).text().startswith("Zeile 4: ")
    page.editor.hints.itemActivated.emit(page.editor.hints.item(0))
    assert page.editor.markup.area.textCursor().blockNumber() == 3


def test_preview_follows_the_typing_and_keeps_its_place(qtbot, opened, ws, made):
    long = replace(PROBE, text="\n\n".join(f"Absatz {number}. " + "Wort " * 60 for number in range(40)))
    ws.run("Change", handouts.save_edition, made, long)
    page = opened()
    pages_shown(qtbot, page)
    count, bar = page.preview.paper.page_count, page.preview.paper.sheets.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(300)
    page.editor.markup.area.appendPlainText("\n\n" + "\n\n".join("Neu " * 300 for _each in range(8)))
    qtbot.waitUntil(lambda: page.preview.paper.page_count > count, timeout=20_000)
    assert bar.value() == 300
    pages_shown(qtbot, page)


def test_another_language_is_added_and_comes_to_the_front(qtbot, opened, ws, made):
    page = opened()
    dialog = page.deeds.add_language()
    dialog.forms[0].fields["language"].binding.write("en")
    dialog.saved.emit(type(dialog.draft())("en"))
    assert page.editor.edition().draft.language == "en"
    assert page.editor.tabs.count() == 2


def test_a_new_handout_is_entered_and_deleted_with_undo(qtbot, opened, ws):
    page = opened()
    dialog = page.deeds.enter()
    dialog.saved.emit(replace(dialog.draft(), title="Sicher im Alter"))
    assert page.editor.draft().title == "Sicher im Alter"
    page.deeds.remove()
    assert ws.ask(handout_rows.list_rows) == []
    page.desk.undo()
    assert len(ws.ask(handout_rows.list_rows)) == 1
