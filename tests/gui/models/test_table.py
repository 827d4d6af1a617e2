"""Tables over rows at hand and over windows fetched by id."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt

from gui.models.table import Cell, Column, IdTableModel, Role, RowTableModel


@dataclass(frozen=True)
class Row:
    id: UUID
    name: str
    town: str


def row(number):
    return Row(UUID(int=number), f"Haus {number}", "Burg")


COLUMNS = [
    Column("Name", lambda each: Cell(each.name, second=each.town, is_first=True), order="name"),
    Column("Ort", lambda each: Cell(each.town), 120, is_right=True),
]


@pytest.fixture
def fetched():
    """The windows that were asked for."""
    return []


@pytest.fixture
def model(qapp, fetched):
    def fetch(ids):
        fetched.append(list(ids))
        return [row(each.int) for each in ids]

    return IdTableModel(COLUMNS, lambda each: each.id, fetch)


@pytest.fixture
def small(qapp):
    made = RowTableModel(COLUMNS, lambda each: each.id)
    made.set_rows([row(number) for number in range(3)])
    return made


def test_models_keep_qts_rules(model, small, qtmodeltester):
    model.set_ids([UUID(int=number) for number in range(300)])
    qtmodeltester.check(small)
    qtmodeltester.check(model)
    assert (small.rowCount(), model.rowCount()) == (3, 300)


def test_cells_are_shown_read_aloud_and_aligned(small):
    index = small.index(1, 0)
    assert index.data() == "Haus 1"
    assert index.data(Role.cell).is_first
    assert index.data(Role.row) == row(1)
    assert index.data(Role.id) == UUID(int=1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Haus 1, Burg"
    assert small.index(1, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert small.headerData(0, Qt.Orientation.Horizontal) == "Name"


def test_nothing_is_fetched_before_somebody_looks(model, fetched):
    model.set_ids([UUID(int=number) for number in range(100_000)])
    assert model.rowCount() == 100_000
    assert fetched == []


def test_looking_fetches_one_window_once(model, fetched):
    model.set_ids([UUID(int=number) for number in range(100_000)])
    assert model.index(50_000, 0).data() == "Haus 50000"
    assert model.index(50_001, 1).data() == "Burg"
    assert len(fetched) == 1
    assert UUID(int=50_000) in fetched[0]
    assert len(fetched[0]) <= 128


def test_old_windows_are_let_go(model, fetched):
    model.set_ids([UUID(int=number) for number in range(100_000)])
    for position in range(0, 100_000, 500):
        model.row_at(position)
    assert len(model._windows) <= 24
    assert model.row_at(0).name == "Haus 0"
    assert fetched[0] == fetched[-1]


def test_the_window_looked_at_last_stays(model, fetched):
    model.set_ids([UUID(int=number) for number in range(100_000)])
    for position in range(0, 30_000, 500):
        model.row_at(0)
        model.row_at(position)
    assert sum(window[0] == UUID(int=0) for window in fetched) == 1


def test_forgetting_rows_fetches_them_again_in_the_same_order(model, fetched, qtbot):
    model.set_ids([UUID(int=3), UUID(int=1)])
    assert model.row_at(0).name == "Haus 3"
    with qtbot.waitSignal(model.dataChanged):
        model.forget_rows()
    assert model.row_at(1).name == "Haus 1"
    assert len(fetched) == 2


def test_records_are_found_by_id(model, small):
    model.set_ids([UUID(int=3), UUID(int=1)])
    assert model.position_of(UUID(int=1)) == 1
    assert model.position_of(UUID(int=7)) == -1
    assert small.position_of(UUID(int=2)) == 2
    model.set_ids([UUID(int=1)])
    assert model.position_of(UUID(int=3)) == -1


def test_sorting_is_asked_for_and_not_done_in_python(small, qtbot):
    with qtbot.waitSignal(small.sort_asked) as asked:
        small.sort(0, Qt.SortOrder.DescendingOrder)
    assert asked.args == ["name", True]
    with qtbot.assertNotEmitted(small.sort_asked):
        small.sort(1)
    assert [each.name for each in small.rows()] == ["Haus 0", "Haus 1", "Haus 2"]


def test_a_table_is_flat(small):
    assert small.rowCount(small.index(0, 0)) == 0
    assert small.columnCount(small.index(0, 0)) == 0
    assert small.data(QModelIndex()) is None


def test_a_record_deleted_meanwhile_leaves_its_line_blank(qapp):
    model = IdTableModel(COLUMNS, lambda each: each.id, lambda ids: [row(each.int) for each in ids if each.int != 2])
    model.set_ids([UUID(int=number) for number in range(1, 4)])
    shown = [model.index(line, 0).data() for line in range(3)]
    assert shown[1] is None
    assert shown[0] == model.columns[0].cell(row(1)).words
    assert shown[2] == model.columns[0].cell(row(3)).words
    assert model.id_at(1) == UUID(int=2)
    with pytest.raises(LookupError):
        model.row_at(1)
