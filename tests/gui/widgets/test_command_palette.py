"""Ctrl+K finds records while typing and runs every action, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from domain.rows.partners import PartnerDraft
from domain.terms import PartnerCategory
from domain.usecases import partners
from gui.shell import Shell


@pytest.fixture
def window(pages, desk, qtbot):
    for name in ("Bürgerhaus Klötze", "Gymnasium Köthen"):
        desk.run("Partner added", partners.create, PartnerDraft(name=name, category=PartnerCategory.club))
    made = Shell()
    qtbot.addWidget(made)
    made.attach(desk)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.show_page("plain")
    yield made
    made.close()


def opened(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.palette_box.isVisible()
    return window.palette_box


def words(palette):
    return [entry.words for entry in palette.entries()]


def test_it_opens_with_the_actions_that_can_be_done(window, qtbot):
    palette = opened(window, qtbot)
    assert "Neue Notiz" in words(palette)
    assert "Scheitern" not in words(palette)
    assert "Suchen oder Befehl" not in words(palette)


def test_typing_narrows_the_actions_and_enter_runs_the_first(window, qtbot):
    palette = opened(window, qtbot)
    qtbot.keyClicks(palette.field, "notiz neue")
    qtbot.waitUntil(lambda: not window.desk.tasks.is_busy)
    assert words(palette) == ["Neue Notiz"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.stack.current_page().done == ["new"]
    assert not palette.isVisible()


def test_typing_finds_records_however_they_are_spelled_and_enter_opens(window, qtbot):
    palette = opened(window, qtbot)
    qtbot.keyClicks(palette.field, "koethen")
    qtbot.waitUntil(lambda: words(palette)[:1] == ["Gymnasium Köthen"])
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    page = window.stack.current_page()
    assert window.stack.current_id() == "notes"
    assert len(page.records) == 1


def test_arrows_move_round(window, qtbot):
    palette = opened(window, qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == palette.model.rowCount() - 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0


def test_escape_closes_and_nothing_is_done(window, qtbot):
    palette = opened(window, qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.stack.current_id() == "plain"


def test_nothing_found_is_said(window, qtbot):
    palette = opened(window, qtbot)
    qtbot.keyClicks(palette.field, "xyzzy")
    qtbot.waitUntil(lambda: not window.desk.tasks.is_busy)
    assert palette.nothing.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_it_opens_by_the_search_box_too(window, qtbot):
    qtbot.mouseClick(window.head.search, Qt.MouseButton.LeftButton)
    assert window.palette_box.isVisible()


def test_pages_come_first_and_quitting_comes_last(window, qtbot):
    listed = [entry.action_id for entry in opened(window, qtbot).entries()]
    assert listed[0].startswith("view.page.")
    assert listed[-1] == "file.quit"


def test_escape_gives_the_keyboard_back(window, qtbot):
    window.head.search.setFocus()
    palette = opened(window, qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.head.search
