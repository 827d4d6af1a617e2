"""A choice whose values have keys of their own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.widgets.key_choice import KeyChoice, letters

VALUES = [("a", "Amt"), ("b", "Amsel"), ("c", "Bahn"), ("d", "Anderes")]


@pytest.fixture
def choice(qtbot):
    made = KeyChoice(VALUES, name="Art")
    qtbot.addWidget(made)
    made.resize(400, 80)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.take_keyboard()
    return made


def test_no_two_keys_are_alike_and_each_comes_from_its_name():
    assert letters(words for _key, words in VALUES) == ["A", "M", "B", "N"]
    assert letters(["aa", "aa", "aa"]) == ["A", "1", "2"]


def test_the_last_value_is_chosen_at_first(choice):
    assert choice.value() == "d"


def test_a_key_picks_its_value_and_says_that_the_keyboard_may_go_on(choice, qtbot):
    with qtbot.waitSignals([choice.picked, choice.keyed]):
        qtbot.keyClick(QApplication.focusWidget(), "m")
    assert choice.value() == "b"
    assert choice.tiles["b"].hasFocus()


def test_arrows_move_the_choice_around(choice, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert choice.value() == "a"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert choice.value() == "d"


def test_enter_is_told_and_chooses_nothing_else(choice, qtbot):
    with qtbot.waitSignal(choice.entered):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert choice.value() == "d"


def test_a_click_picks_a_value(choice, qtbot):
    with qtbot.waitSignal(choice.picked) as picked:
        qtbot.mouseClick(choice.tiles["c"], Qt.MouseButton.LeftButton)
    assert (picked.args, choice.value()) == (["c"], "c")


def test_tab_stops_once_and_tiles_name_their_keys(choice):
    stops = [tile for tile in choice.tiles.values() if tile.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [choice.tiles["d"]]
    assert choice.tiles["b"].accessibleName() == "Amsel, Taste M"
