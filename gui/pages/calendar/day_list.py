"""The picked day's events as rows with time, title and place."""

from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from domain.labels import KREIS_CODES
from domain.overriding import override
from domain.rows.events import EventRow
from gui import icons, theme
from gui.models.table import Cell, Column, Role, RowTableModel
from gui.pages.calendar import words
from gui.texts import _
from gui.widgets import paint
from gui.widgets.badge import badge_width, draw_badge, kreis_badge

_ROW = 68
_TEXT_LEFT = 41
_MOST_ROWS = 4


class DayList(QListView):
    """Up to four rows high; arrows pick, Enter opens."""

    picked = Signal(object)  # UUID
    opened = Signal(object)  # UUID

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: RowTableModel[EventRow] = RowTableModel([Column("", _cell)], lambda row: row.id, self)
        self.setModel(self.rows)
        self.setItemDelegate(_RowPainter(self))
        self.setAccessibleName(_("Events of the day"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.id_at(index.row())))

    def show_rows(self, rows: tuple[EventRow, ...], picked: UUID | None) -> None:
        """Show these events with one of them picked."""
        if rows != self.rows.rows():
            with_silence = self.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.rows.set_rows(rows)
            self.selectionModel().blockSignals(with_silence)
            self.setFixedHeight(min(len(rows), _MOST_ROWS) * _ROW + (_ROW // 3 if len(rows) > _MOST_ROWS else 0))
        at = self.rows.position_of(picked) if picked else -1
        if at >= 0 and self.currentIndex().row() != at:
            silent = self.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's signature
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.rows.index(at, 0), flags)
            self.selectionModel().blockSignals(silent)
            self.scrollTo(self.currentIndex())
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.rows.id_at(self.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self.rows.id_at(current.row()))


class _RowPainter(QStyledItemDelegate):
    """Kind bar and icon, three lines, the Kreis at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _ROW)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: EventRow = index.data(Role.row)
        state = option.state
        rect = QRectF(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.tokens()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.selection)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.hover)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), look.grid)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            paint.box(painter, rect.adjusted(1, 1, -1, -2), theme.RADIUS_BADGE, None, paint.pen(look.accent, 2))
        _paint_row(painter, rect, row)


def _paint_row(painter: QPainter, rect: QRectF, row: EventRow) -> None:
    look = theme.tokens()
    mark = look.kinds[row.kind].mark
    painter.fillRect(QRectF(rect.x(), rect.y() + 8, theme.KIND_BAR, rect.height() - 17), mark)
    icons.draw(painter, icons.KIND_ICONS[row.kind], QRectF(rect.x() + 14, rect.y() + 10, 16, 16), mark)
    right = rect.right() - theme.GAP
    if row.kreis_ags in KREIS_CODES:
        badge = kreis_badge(row.kreis_ags)
        right -= badge_width(badge)
        draw_badge(painter, right, rect.y() + 18, badge)
        right -= theme.GAP_SMALL
    left = rect.x() + _TEXT_LEFT
    whole = rect.right() - theme.GAP - left
    paint.text(painter, QRectF(left, rect.y() + 9, right - left, 16), words.times(row), theme.small_font(), look.muted)
    font = theme.text_font(theme.MEDIUM)
    font.setStrikeOut(words.is_off(row))
    colour = look.muted if words.is_off(row) else look.text
    paint.text(painter, QRectF(left, rect.y() + 25, whole, 18), row.title, font, colour)
    paint.text(painter, QRectF(left, rect.y() + 43, whole, 16), row.place, theme.small_font(), look.muted)


def _cell(row: EventRow) -> Cell:
    return Cell(", ".join(part for part in (words.times(row), row.title) if part), row.place)
