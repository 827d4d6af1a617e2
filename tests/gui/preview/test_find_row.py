"""Searching the document in front, by keyboard and mouse."""

from PySide6.QtCore import Qt

from gui import palettes
from tests.gui.typing import type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def find(paper, qtbot, settle, words):
    """Search by keyboard."""
    qtbot.keyClick(paper.sheets, Qt.Key.Key_F, CTRL)
    assert paper.find_row.field.hasFocus()
    with qtbot.waitSignal(paper.find_row.field.searched):
        type_text(paper.find_row.field, words)
    settle()


def test_all_hits_are_counted_and_enter_goes_on(twelve, qtbot, settle):
    find(twelve, qtbot, settle, "köthen")
    assert twelve.find_row.count.text() == "1 von 12"
    field = twelve.find_row.field
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_F3)
    assert twelve.find_row.count.text() == "3 von 12"
    qtbot.keyClick(field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert twelve.find_row.count.text() == "2 von 12"
    assert twelve.search.current.page == 1
    qtbot.mouseClick(twelve.find_row.before, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(twelve.find_row.before, Qt.MouseButton.LeftButton)
    assert twelve.find_row.count.text() == "12 von 12"


def test_a_hit_far_away_is_brought_into_sight_and_marked(twelve, qtbot, settle):
    find(twelve, qtbot, settle, "STECKDOSE")
    assert twelve.page == 12
    rect = twelve.search.current.rect(twelve.sheets.column).translated(-twelve.sheets.offset())
    assert twelve.sheets.viewport().rect().contains(rect.toRect())
    painted = twelve.sheets.viewport().grab().toImage()
    accent = palettes.light().accent.name()
    assert accent in {
        painted.pixelColor(x, int(rect.center().y())).name() for x in range(int(rect.left()) - 6, int(rect.left()))
    }


def test_a_word_over_two_lines_is_found_and_marked_on_both(twelve, qtbot, settle):
    find(twelve, qtbot, settle, "ansprechpartnerin")
    assert len(twelve.search.hits) == 12
    upper, lower = twelve.search.hits[0].boxes
    assert upper.top < lower.top


def test_the_search_begins_on_the_page_in_front(twelve, qtbot, settle):
    twelve.go_to(5)
    find(twelve, qtbot, settle, "koethen")
    assert twelve.find_row.count.text() == "5 von 12"


def test_what_is_not_there_is_told(twelve, qtbot, settle):
    find(twelve, qtbot, settle, "Zeppelin")
    assert twelve.find_row.count.text() == "Nicht gefunden"
    assert not twelve.find_row.after.isEnabled()


def test_escape_closes_the_search_and_takes_the_marks_away(twelve, qtbot, settle):
    find(twelve, qtbot, settle, "Polizei")
    qtbot.keyClick(twelve.find_row.field, Qt.Key.Key_Escape)
    assert not twelve.find_row.isVisible()
    assert twelve.search.hits == ()
    assert twelve.sheets.hasFocus()
