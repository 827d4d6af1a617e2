"""A list of painted lines inside a card: arrows move, Enter or a click opens."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui import theme
from gui.overriding import override
from gui.widgets import paint

Line = TypeVar("Line")

_LINE = Qt.ItemDataRole.UserRole


class LineList(QListWidget, Generic[Line]):
    """Lines of equal height, `lowest` to `highest` pixels each, so that none is cut; `opened` brings one."""

    opened = Signal(object)  # the line

    def __init__(
        self,
        name: str,
        draw: Callable[[QPainter, QRectF, Line], None],
        say: Callable[[Line], str],
        *,
        lowest: int = 36,
        highest: int = theme.TWO_LINE_ROW_HEIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._draw, self._say = draw, say
        self._lowest, self._highest = lowest, highest
        self.line_height = lowest
        self._words_if_empty = ""
        self.setAccessibleName(name)
        self.setItemDelegate(_LinePainter(self))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerItem)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.itemActivated.connect(self._on_activated)

    def set_lines(self, lines: Sequence[Line], words_if_empty: str = "") -> None:
        """Show these lines, or muted words if there are none; the current line stays where it was."""
        row = self.currentRow()
        self._words_if_empty = words_if_empty
        self.clear()
        for line in lines:
            item = QListWidgetItem(self)
            item.setData(_LINE, line)
            spoken = self._say(line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(spoken)
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        self.setAccessibleDescription("" if lines else words_if_empty)
        self._share_room()

    def lines(self) -> list[Line]:
        """The lines shown, from the top."""
        return [self.item(row).data(_LINE) for row in range(self.count())]

    def draw_line(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        """Paint one line's content."""
        self._draw(painter, rect, line)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, max(1, self.count()) * self._lowest)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._lowest)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.button() == Qt.MouseButton.LeftButton:
            self._on_activated(item)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count() or not self._words_if_empty:
            return
        painter = QPainter(self.viewport())
        rect = QRectF(self.viewport().rect()).adjusted(theme.GAP, 0, -theme.GAP, 0)
        paint.text(painter, rect, self._words_if_empty, theme.text_font(), theme.tokens().muted)
        painter.end()

    def _share_room(self) -> None:
        room = self.viewport().height()
        shown = max(1, min(self.count(), room // self._lowest))
        wanted = min(max(room // shown, self._lowest), self._highest)
        if wanted != self.line_height:
            self.line_height = wanted
            self.doItemsLayout()

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_LINE))


class _LinePainter(QStyledItemDelegate):
    """Ground, hairline and focus of a line; the list paints what stands in it."""

    def __init__(self, view: LineList[Line]) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._view.line_height)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme.tokens()
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.hover)
        if index.row() + 1 < self._view.count():
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), look.hairline)
        self._view.draw_line(painter, rect.adjusted(0, 0, 0, -1), index.data(_LINE))
        if option.state & QStyle.StateFlag.State_HasFocus:
            around = rect.adjusted(2, 1, -2, -2)
            paint.box(painter, around, theme.RADIUS_BADGE, None, paint.pen(look.accent, theme.FOCUS_LINE))
        painter.restore()
