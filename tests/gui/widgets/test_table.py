"""The table view keeps its selection with the records."""

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt

from gui.models.table import Cell, Column, RowTableModel
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView

COLUMNS = [
    Column("Nummer", lambda number: Cell(str(number)), order="number"),
    Column("Doppelt", lambda number: Cell(str(2 * number)), 120, hide_below=500),
]


@pytest.fixture
def table(qtbot):
    model = RowTableModel(COLUMNS, lambda number: UUID(int=number))
    view = TableView(model, "Zahlen")
    model.setParent(view)
    model.set_rows(range(10))
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    return view


def test_selection_stays_with_its_record(table):
    table.select(UUID(int=3))
    table.rows.set_rows([9, 3, 1])
    assert table.current_id() == UUID(int=3)
    assert table.currentIndex().row() == 1


def test_a_record_that_is_gone_leaves_no_selection(table, qtbot):
    table.select(UUID(int=3))
    with qtbot.waitSignal(table.current_changed, check_params_cb=lambda record: record is None):
        table.rows.set_rows([1, 2])
    assert table.current_id() is None


def test_moving_tells_the_current_record(table, qtbot):
    table.select(UUID(int=0))
    with qtbot.waitSignal(table.current_changed) as moved:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert moved.args == [UUID(int=1)]


def test_enter_and_double_click_open(table, qtbot):
    table.select(UUID(int=4))
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [UUID(int=4)]
    place = table.visualRect(table.rows.index(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [UUID(int=2)]


def test_several_rows_can_be_selected_by_keyboard(table, qtbot):
    table.select(UUID(int=4))
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_ids() == [UUID(int=4), UUID(int=5)]


def test_clicking_a_head_asks_for_order_and_again_for_the_reverse(table, qtbot):
    head = table.horizontalHeader()
    asked = []
    table.rows.sort_asked.connect(lambda order, descending: asked.append((order, descending)))
    for _click in range(2):
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(head.sectionPosition(1) + 20, 10))
    assert asked == [("number", False), ("number", True)]


def test_columns_give_way_in_a_narrow_table(table):
    assert not table.isColumnHidden(1)
    table.resize(400, 400)
    assert table.isColumnHidden(1)


def test_empty_state_shows_while_there_are_no_rows(table):
    empty = EmptyState("inbox", "Noch nichts", "Legen Sie etwas an.")
    table.set_empty(empty)
    assert not empty.isVisible()
    table.rows.set_rows([])
    assert empty.isVisible()


def test_tab_leaves_the_table(table):
    assert not table.tabKeyNavigation()


def test_selected_row_is_painted_in_the_selection_colour(table):
    from gui import theme

    table.select(UUID(int=2))
    rect = table.visualRect(table.rows.index(2, 0))
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(rect.right() - 30, rect.center().y()) == theme.tokens().selection
