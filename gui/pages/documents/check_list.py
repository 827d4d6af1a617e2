"""The list of a folder's documents: state, title, detail and a box to tick; reordered by drag and by Alt+Up/Down."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from domain.overriding import override
from gui import icons, theme
from gui.widgets import paint

_HEIGHT, _ICON, _BOX = 44, 18, 16
_WORDS_AT = theme.GAP + _ICON + theme.GAP_ROW
_BOX_AREA = theme.GAP + _BOX + theme.GAP_ROW
_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A line: what it stands for, its words, the icon of its state with its tone and word, and its box."""

    key: Hashable
    title: str
    detail: str = ""
    icon: str = "check"
    tone: str = "done"
    state: str = ""
    is_ticked: bool = False
    can_tick: bool = True

    @property
    def spoken(self) -> str:
        """Everything in the line as a sentence."""
        return ", ".join(part for part in (self.title, self.state, self.detail) if part)


class CheckList(QListWidget):
    """Space or a click on the box ticks, Alt+Up, Alt+Down and dragging move a line, arrows choose one."""

    chosen = Signal(object)  # key of the line in front, None without one
    ticked = Signal(object, bool)  # key, whether it is ticked now
    reordered = Signal(object)  # tuple of all keys in their new order

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_LinePainter(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.currentRowChanged.connect(lambda _row: self.chosen.emit(self.current_key()))
        self.model().rowsMoved.connect(lambda: self.reordered.emit(self.keys()))

    def set_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show these lines; the one in front stays in front."""
        front = self.current_key()
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        for at, line in enumerate(lines):
            if at == self.count():
                self.addItem(QListWidgetItem())
            _fill(self.item(at), line)
        at = next((at for at, line in enumerate(lines) if line.key == front), 0 if lines else -1)
        self.setCurrentRow(at)
        self.blockSignals(False)  # noqa: FBT003 - Qt's signature
        if self.current_key() != front:
            self.chosen.emit(self.current_key())

    def lines(self) -> list[CheckLine]:
        """The lines from top to bottom."""
        return [self.item(at).data(_ROLE) for at in range(self.count())]

    def keys(self) -> tuple[Hashable, ...]:
        """What the lines stand for, from top to bottom."""
        return tuple(line.key for line in self.lines())

    def current_key(self) -> Hashable | None:
        """What the line in front stands for."""
        row = self.currentRow()
        line: CheckLine | None = self.item(row).data(_ROLE) if row >= 0 else None
        return line.key if line is not None else None

    def choose(self, key: Hashable) -> None:
        """Bring a line to the front."""
        if key in self.keys():
            self.setCurrentRow(self.keys().index(key))

    def toggle(self, row: int) -> None:
        """Tick a line or take its tick away."""
        line = self.item(row).data(_ROLE) if 0 <= row < self.count() else None
        if line is not None and line.can_tick:
            self.ticked.emit(line.key, not line.is_ticked)

    def shift(self, step: int) -> None:
        """Move the line in front up (-1) or down (1)."""
        row, goal = self.currentRow(), self.currentRow() + step
        if row < 0 or not 0 <= goal < self.count():
            return
        keys = list(self.keys())
        keys.insert(goal, keys.pop(row))
        self.reordered.emit(tuple(keys))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_alt = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.shift(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Space:
            self.toggle(self.currentRow())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.position().x() >= self.viewport().width() - _BOX_AREA:
            self.setCurrentItem(item)
            self.toggle(self.row(item))
            return
        super().mousePressEvent(event)


def _fill(item: QListWidgetItem, line: CheckLine) -> None:
    item.setData(_ROLE, line)
    item.setText(line.spoken)
    item.setToolTip(line.spoken)
    item.setCheckState(Qt.CheckState.Checked if line.is_ticked else Qt.CheckState.Unchecked)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
    item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if line.can_tick else flags)


class _LinePainter(QStyledItemDelegate):
    """Paints a line as our own two-line row."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(1, _HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line, look = index.data(_ROLE), theme.tokens()
        rect = QRectF(option.rect)
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            painter.fillRect(rect, look.selection)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.hover)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), look.grid)
        if is_chosen and state & QStyle.StateFlag.State_HasFocus:
            edge = paint.pen(look.accent, theme.FOCUS_LINE)
            paint.box(painter, rect.adjusted(1, 1, -1, -2), theme.RADIUS_BADGE, None, edge)
        mark = getattr(look, line.tone)
        icons.draw(painter, line.icon, QRectF(rect.x() + theme.GAP, rect.center().y() - 9, _ICON, _ICON), mark)
        words = rect.adjusted(_WORDS_AT, 4, -_BOX_AREA, -5)
        upper, lower = QRectF(words), QRectF(words)
        upper.setHeight(words.height() / 2 + 1)
        lower.setTop(upper.bottom() - 1)
        paint.text(painter, upper, line.title, theme.text_font(theme.MEDIUM), look.text)
        tone = mark if line.tone in {"error", "warning"} else look.muted
        paint.text(painter, lower, line.detail, theme.small_font(), tone)
        box = QRectF(rect.right() - theme.GAP - _BOX, rect.center().y() - _BOX / 2, _BOX, _BOX)
        _paint_box(painter, box, line)
        painter.restore()


def _paint_box(painter: QPainter, box: QRectF, line: CheckLine) -> None:
    look = theme.tokens()
    if line.is_ticked:
        paint.box(painter, box, theme.RADIUS_BAR, look.accent)
        icons.draw(painter, "check", box.adjusted(1, 1, -1, -1), look.on_accent)
    else:
        paint.box(painter, box, theme.RADIUS_BAR, look.base if line.can_tick else look.off, look.outline)
