"""Lines in a card: as many as fit, one stop of the Tab key, arrows bring the rest into sight."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from gui.pages.overview.line_list import LineList


def no_picture(painter, rect, line):
    """Paint nothing."""


@pytest.fixture
def shown(qtbot):
    """A function that shows ten lines in a given height."""

    def show(height, count=10):
        made = LineList("Zeilen", lowest=40, highest=72)
        qtbot.addWidget(made)
        made.set_lines(list(range(count)), no_picture, str, "Keine Zeilen")
        made.resize(300, height)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        return made

    return show


def visible(view):
    return [button.line for button in view.buttons if button.isVisible()]


def test_only_whole_lines_are_shown(shown):
    view = shown(215)
    assert visible(view) == [0, 1, 2, 3, 4]
    assert {button.height() for button in view.buttons[:5]} == {43}


def test_few_lines_share_the_room_up_to_their_highest(shown):
    assert {button.height() for button in shown(300, count=2).buttons} == {72}


def test_arrow_past_the_last_shown_line_moves_the_lines(shown, qtbot):
    view = shown(120)
    view.buttons[0].setFocus()
    for _step in range(4):
        qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Down)
    assert visible(view) == [2, 3, 4]
    assert view.buttons[4].hasFocus()


def test_end_and_home_go_to_the_ends(shown, qtbot):
    view = shown(120)
    view.buttons[0].setFocus()
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_End)
    assert visible(view) == [7, 8, 9]
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Home)
    assert visible(view) == [0, 1, 2]


def test_wheel_moves_the_lines_and_stops_at_the_end(shown):
    view = shown(120)
    for _step in range(20):
        turn = QPoint(0, -120)
        flags = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
        QApplication.sendEvent(view, QWheelEvent(QPointF(9, 9), QPointF(9, 9), turn, turn, *flags, False))
    assert visible(view) == [7, 8, 9]


def test_one_line_is_a_stop_of_the_tab_key(shown, qtbot):
    view = shown(400)
    view.buttons[0].setFocus()
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Down)
    stops = [button.line for button in view.buttons if button.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [1]


def test_fresh_lines_keep_place_and_keyboard(shown, qtbot):
    view = shown(400)
    view.buttons[0].setFocus()
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Down)
    view.set_lines(["a", "b", "c"], no_picture, str, "")
    assert view.buttons[1].hasFocus()


def test_no_lines_are_said_to_screen_readers(shown):
    assert shown(100, count=0).accessibleDescription() == "Keine Zeilen"


def test_a_long_list_wishes_for_no_more_room_than_a_short_one(shown):
    assert shown(215, count=60).sizeHint() == shown(215, count=5).sizeHint()
    assert shown(215, count=2).sizeHint().height() == 80
