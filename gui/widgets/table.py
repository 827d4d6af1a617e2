"""The table view: fixed rows, own painting, selection by record."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from domain.overriding import override
from gui import icons, theme
from gui.models.table import Cell, Role, TableModel
from gui.widgets import paint
from gui.widgets.empty import EmptyState
from gui.widgets.table_cell import draw_cell

_PADDING = 8
_EDGE = 16
_SORT_ICON = 14


class TableView(QTableView):
    """A table over a `TableModel`; the selection stays with its records when the model is filled anew."""

    opened = Signal(object)  # UUID: double click or Enter
    current_changed = Signal(object)  # UUID or None

    def __init__(self, model: TableModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.hovered_row = -1
        self.row_height = theme.ROW_HEIGHT
        self._current: UUID | None = None
        self._empty: EmptyState | None = None
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(CellPainter(self))
        self.setHorizontalHeader(_Head(self))
        self._set_up()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_opened)

    def set_two_lines(self) -> None:
        """Rows of 40 pixels with a second line."""
        self.row_height = theme.TWO_LINE_ROW_HEIGHT
        self.verticalHeader().setDefaultSectionSize(self.row_height)

    def set_empty(self, empty: EmptyState) -> None:
        """Show this instead while there are no rows."""
        self._empty = empty
        empty.setParent(self)
        self._show_empty()

    def current_id(self) -> UUID | None:
        """The record in the current row."""
        index = self.currentIndex()
        return self.rows.id_at(index.row()) if index.isValid() else None

    def selected_ids(self) -> list[UUID]:
        """The records in the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.id_at(row) for row in rows]

    def select(self, record: UUID | None) -> bool:
        """Make a record's row the current one and scroll to it; whether it is in the table."""
        at = self.rows.position_of(record) if record is not None else -1
        if at < 0:
            return False
        index = self.rows.index(at, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current_id()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current is not None:
            self.opened.emit(current)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.hovered_row = self.rowAt(int(event.position().y()))
        self.viewport().update()

    @override
    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        self.hovered_row = -1
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for position, column in enumerate(self.rows.columns):
            self.setColumnHidden(position, self.viewport().width() < column.hide_below)
        if self._empty is not None:
            self._empty.setGeometry(self.rect())

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.row_height)
        head = self.horizontalHeader()
        for position, column in enumerate(self.rows.columns):
            if column.width:
                head.setSectionResizeMode(position, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(position, column.width)
            else:
                head.setSectionResizeMode(position, QHeaderView.ResizeMode.Stretch)

    def _remember(self) -> None:
        self._current = self.current_id()

    def _restore(self) -> None:
        if not self.select(self._current) and self._current is not None:
            self._current = None
            self.current_changed.emit(None)
        self._show_empty()

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setVisible(self.rows.rowCount() == 0)
            self._empty.setGeometry(self.rect())

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit(self.rows.id_at(current.row()) if current.isValid() else None)

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.id_at(index.row()))


class _Head(QHeaderView):
    """Muted words, the sorted column in text colour with an arrow; a click sorts where the column can."""

    def __init__(self, view: TableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self._sorted = -1
        self._order = Qt.SortOrder.AscendingOrder
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(28)
        self.setMinimumSectionSize(24)
        self.sectionClicked.connect(self._on_clicked)

    def mark(self, column: int, order: Qt.SortOrder) -> None:
        """Show by which column the rows are sorted."""
        self._sorted, self._order = column, order
        self.viewport().update()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look = theme.tokens()
        column = self._view.rows.columns[logicalIndex]
        whole = QRectF(rect)
        painter.fillRect(rect, look.base)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.hairline)
        is_sorted = logicalIndex == self._sorted
        colour = look.text if is_sorted else look.muted
        font = theme.small_font(theme.SEMIBOLD if is_sorted else theme.REGULAR)
        inner = _inner(whole, self._view, logicalIndex)
        taken = paint.text(painter, inner, column.title, font, colour, paint.RIGHT if column.is_right else paint.LEFT)
        if is_sorted:
            name = "chevron-up" if self._order == Qt.SortOrder.AscendingOrder else "chevron-down"
            left = inner.right() - taken - _SORT_ICON - 6 if column.is_right else inner.x() + taken + 6
            icons.draw(painter, name, QRectF(left, inner.center().y() - 7, _SORT_ICON, _SORT_ICON), colour)

    def _on_clicked(self, column: int) -> None:
        if not self._view.rows.columns[column].order:
            return
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        self.mark(column, down if column == self._sorted and self._order == up else up)
        self._view.rows.sort(column, self._order)


class CellPainter(QStyledItemDelegate):
    """Paints a `Cell`: ground by state, icon, words, second line, badge."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, theme.ROW_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = option.widget
        if not isinstance(view, TableView):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_ground(painter, rect, view, index, is_selected=is_selected)
        cell = index.data(Role.cell)
        if isinstance(cell, Cell):
            column = view.rows.columns[index.column()]
            draw_cell(painter, _inner(rect, view, index.column()), cell, is_right=column.is_right)
        painter.restore()


def _paint_ground(
    painter: QPainter,
    rect: QRectF,
    view: TableView,
    index: QModelIndex | QPersistentModelIndex,
    *,
    is_selected: bool,
) -> None:
    look = theme.tokens()
    if is_selected:
        painter.fillRect(rect, look.selection)
    elif index.row() == view.hovered_row:
        painter.fillRect(rect, look.hover)
    elif index.row() % 2:
        painter.fillRect(rect, look.alt)
    painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), look.grid)
    if is_selected and view.visualRect(view.rows.index(index.row(), _first_shown(view))).x() == int(rect.x()):
        painter.fillRect(QRectF(rect.x(), rect.y(), theme.KIND_BAR, rect.height()), look.accent)
    if view.hasFocus() and index.row() == view.currentIndex().row():
        painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), 1), look.accent)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), look.accent)


def _inner(rect: QRectF, view: TableView, column: int) -> QRectF:
    """The cell without padding; the outer edges of the table have more."""
    shown = [at for at in range(len(view.rows.columns)) if not view.isColumnHidden(at)]
    left = _EDGE if column == shown[0] else _PADDING
    right = _EDGE if column == shown[-1] else _PADDING
    return rect.adjusted(left, 0, -right, 0)


def _first_shown(view: TableView) -> int:
    return next(at for at in range(len(view.rows.columns)) if not view.isColumnHidden(at))
