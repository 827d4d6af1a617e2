"""Table models over frozen rows: all in memory, or windows fetched by id for lists of any length."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from domain.overriding import override
from gui.widgets.badge import BadgeLook

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

_WINDOW = 128
_KEPT_WINDOWS = 24


class Role(IntEnum):
    """What our models give beside Qt's roles."""

    cell = Qt.ItemDataRole.UserRole
    row = Qt.ItemDataRole.UserRole + 1
    id = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as the delegate paints it.

    `tone` is text, muted, gold, error or strong; `is_first` sets the words in medium; `second` is the line below in
    two-line rows; a `badge` stands behind the words, alone at the left or right if there are none. `share` (0 to 1) is
    drawn as a small bar behind the words. `bars` (0 to 1 each) fills the cell with a bar of what was done and, outlined
    behind it, of what is planned; the figures stand in columns of their own.
    """

    words: str = ""
    second: str = ""
    icon: str = ""
    icon_colour: QColor | None = None
    tone: str = "text"
    is_first: bool = False
    is_struck: bool = False
    badge: BadgeLook | None = None
    share: float | None = None
    bars: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: `width` in pixels, 0 takes what is left; `order` is told when its head is clicked, "" = unsortable.

    `hide_below` leaves the column out while the table is narrower than that.
    """

    title: str
    cell: Callable[[Row], Cell]
    width: int = 0
    order: str = ""
    is_right: bool = False
    hide_below: int = 0


class TableModel(QAbstractTableModel, Generic[Row]):
    """What both kinds of table share; `key` gives a row's id."""

    sort_asked = Signal(str, bool)  # the column's order, and whether descending

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], UUID], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key

    def row_at(self, position: int) -> Row:
        """The row in a line of the table.

        Raises:
            LookupError: its record was deleted since the table was filled.
        """
        raise NotImplementedError

    def position_of(self, record: UUID) -> int:
        """The line of a record, -1 if it is not in the table."""
        raise NotImplementedError

    def id_at(self, position: int) -> UUID:
        """The record's id in a line of the table."""
        return self.key(self.row_at(position))

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Role.id:
            return self.id_at(index.row())
        row = self.row_at(index.row())
        return row if role == Role.row else _shown(self.columns[index.column()], row, role)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title if section < len(self.columns) else None
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.columns) and (wanted := self.columns[column].order):
            self.sort_asked.emit(wanted, order == Qt.SortOrder.DescendingOrder)


def _shown(column: Column[Row], row: Row, role: int) -> object:
    """What a cell shows in a role."""
    cell = column.cell(row)
    match role:
        case Role.cell:
            return cell
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
            return cell.words
        case Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (cell.words, cell.second, cell.badge and cell.badge.words) if part)
        case Qt.ItemDataRole.TextAlignmentRole if column.is_right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    return None


class RowTableModel(TableModel[Row]):
    """A table whose rows are all at hand: up to some hundreds."""

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], UUID], parent: QObject | None = None
    ) -> None:
        super().__init__(columns, key, parent)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows in this order."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._rows

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def row_at(self, position: int) -> Row:
        return self._rows[position]

    @override
    def position_of(self, record: UUID) -> int:
        return next((at for at, row in enumerate(self._rows) if self.key(row) == record), -1)


class IdTableModel(TableModel[Row]):
    """A table over an array of ids; the rows are fetched in windows when somebody looks at them.

    `fetch(ids)` gives the rows of these ids and leaves out those that are gone. Of 100,000 rows at most some 3,000 are
    kept.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], UUID],
        fetch: Callable[[Sequence[UUID]], Sequence[Row]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, key, parent)
        self._fetch = fetch
        self._ids: tuple[UUID, ...] = ()
        self._places: dict[UUID, int] = {}
        self._windows: OrderedDict[int, Sequence[Row | None]] = OrderedDict()

    def set_ids(self, ids: Sequence[UUID]) -> None:
        """Show these records in this order."""
        self.beginResetModel()
        self._ids = tuple(ids)
        self._places = {}
        self._windows.clear()
        self.endResetModel()

    def ids(self) -> tuple[UUID, ...]:
        """The records shown."""
        return self._ids

    def forget_rows(self) -> None:
        """Fetch the rows again when next looked at: their content changed, their order did not."""
        self._windows.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    @override
    def row_at(self, position: int) -> Row:
        row = self._row_or_none(position)
        if row is None:
            raise LookupError(self._ids[position])
        return row

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        # A record that was deleted meanwhile leaves its line blank until the list is filled anew. An error here, in the
        # midst of painting, would end the program.
        if index.isValid() and role != Role.id and self._row_or_none(index.row()) is None:
            return None
        return super().data(index, role)

    def _row_or_none(self, position: int) -> Row | None:
        number, offset = divmod(position, _WINDOW)
        if number not in self._windows:
            first = number * _WINDOW
            wanted = self._ids[first : first + _WINDOW]
            there = {self.key(row): row for row in self._fetch(wanted)}
            self._windows[number] = [there.get(record) for record in wanted]
            if len(self._windows) > _KEPT_WINDOWS:
                self._windows.popitem(last=False)
        self._windows.move_to_end(number)
        return self._windows[number][offset]

    @override
    def id_at(self, position: int) -> UUID:
        return self._ids[position]

    @override
    def position_of(self, record: UUID) -> int:
        if len(self._places) != len(self._ids):
            self._places = {found: at for at, found in enumerate(self._ids)}
        return self._places.get(record, -1)
