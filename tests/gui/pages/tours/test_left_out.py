"""Who is in no tour: rows with reason and way out, by mouse and by keyboard."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt

from gui.pages.tours.left_out import Ask, LeftOutList

FIRST, SECOND = UUID(int=1), UUID(int=2)


@pytest.fixture
def asks(qtbot):
    """A list of two: one with a way out, one without."""
    found = LeftOutList()
    qtbot.addWidget(found)
    found.resize(300, 300)
    found.show_asks(
        [
            Ask(FIRST, "Sekundarschule Eilsleben", "Eilsleben", "15083", "Fahrzeuge belegt", "Fr 21. Mai frei"),
            Ask(SECOND, "Kita Arendsee", "Arendsee", None, "Dienstzeit überschritten"),
        ]
    )
    with qtbot.waitExposed(found):
        found.show()
    return found


def test_a_row_says_who_why_and_what_would_help(asks):
    row = asks.rows()[0]
    assert row.accessibleName() == "Sekundarschule Eilsleben, Eilsleben"
    assert row.accessibleDescription() == "Fahrzeuge belegt. Fr 21. Mai frei"


def test_arrows_move_and_enter_opens(qtbot, asks):
    first, second = asks.rows()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    with qtbot.waitSignal(asks.opened) as told:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert told.args == [SECOND]


def test_a_click_on_the_way_out_asks_for_it(qtbot, asks):
    row = asks.rows()[0]
    with qtbot.waitSignal(asks.way_asked) as told:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.way_rect().center().toPoint())
    assert told.args[0].id == FIRST


def test_a_click_beside_the_way_out_only_picks(qtbot, asks):
    row = asks.rows()[0]
    with qtbot.assertNotEmitted(asks.way_asked), qtbot.waitSignal(asks.picked):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(40, 16))


def test_space_asks_for_a_way_out_only_where_there_is_one(qtbot, asks):
    _first, second = asks.rows()
    with qtbot.assertNotEmitted(asks.way_asked):
        qtbot.keyClick(second, Qt.Key.Key_Space)


def test_pulling_a_row_asks_for_a_drag(qtbot, asks):
    row = asks.rows()[1]
    qtbot.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(40, 16))
    with qtbot.waitSignal(asks.drag_asked) as told:
        qtbot.mouseMove(row, QPoint(40, 48))
    assert told.args[0] == SECOND


def test_new_rows_replace_the_old(asks):
    asks.show_asks([])
    assert asks.rows() == []


def test_a_reason_that_arrives_later_leaves_the_keyboard_where_it_is(asks):
    first, second = asks.rows()
    second.setFocus()
    asks.show_asks([first.ask, replace(second.ask, way_words="Sa 22. Mai frei")])
    assert asks.rows() == [first, second]
    assert second.hasFocus()
    assert "Sa 22. Mai frei" in second.accessibleDescription()
