"""The box that finds records and commands (Ctrl+K); the keyboard is enough."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from domain.overriding import override
from domain.rows.steps import Hit
from gui import icons, theme
from gui.actions import Actions, plain
from gui.desk import Desk
from gui.texts import _
from gui.widgets import labels, paint
from gui.widgets.field import Field

_WIDTH = 560
_TOP = 44
_SHOWN_ROWS = 11
_MOST_ACTIONS = 6
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: a record or an action (its id), with what stands muted behind it."""

    icon: str
    words: str
    note: str
    hit: Hit | None = None
    action_id: str = ""


def matching_actions(actions: Actions, typed: str) -> list[Entry]:
    """The actions that can be done and contain every typed word; what begins with it, pages and planning first."""
    wanted = typed.casefold().split()
    found = []
    for action_id, spec in actions.specs.items():
        actions.update_one(action_id)
        action = actions[action_id]
        words = plain(action.text())
        folded = words.casefold()
        if spec.id != "edit.find" and action.isEnabled() and all(word in folded for word in wanted):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            found.append(Entry(spec.icon or "chevron-right", words, keys, action_id=action_id))
    begin = typed.casefold().strip()
    return sorted(found, key=lambda entry: (not entry.words.casefold().startswith(begin), _rank(actions, entry)))


def _rank(actions: Actions, entry: Entry) -> int:
    """Pages first; quitting last, so that Ctrl+K and Enter never close the program."""
    if entry.action_id == "file.quit":
        return 3
    if entry.action_id.startswith("view.page."):
        return 0
    return 1 if actions.specs[entry.action_id].menu == "plan" else 2


class CommandPalette(QFrame):
    """Lies over the window while open: type, arrows, Enter; Escape or a click elsewhere closes."""

    hit_picked = Signal(object)  # Hit
    action_picked = Signal(str)  # action id

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: Actions | None = None
        self._desk: Desk | None = None
        self._before: QWidget | None = None
        self.setAccessibleName(_("Search or command"))
        self.field = Field(leading="search", name=_("Search or command"))
        self.field.setPlaceholderText(_("Name, place, number or command"))
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(_("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_EntryPainter(self.list))
        self.model = QStandardItemModel(self)
        self.list.setModel(self.model)
        self.list.clicked.connect(self._on_picked)
        self.nothing = labels.note(_("Nothing found. Try fewer letters."))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_ROW, theme.GAP_ROW, theme.GAP_ROW, theme.GAP_SMALL)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.list)
        self.hide()

    def open_for(self, actions: Actions, desk: Desk | None) -> None:
        """Open empty over the window and take the keyboard."""
        self._actions = actions
        self._desk = desk
        self._before = self._window.focusWidget()
        self.field.clear()
        self._on_typed("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def entries(self) -> list[Entry]:
        """What is listed now."""
        return [self.model.item(row).data(_ENTRY) for row in range(self.model.rowCount())]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Escape:
                self._leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._on_picked(self.list.currentIndex())
            case Qt.Key.Key_Down | Qt.Key.Key_Tab:
                self._move(1)
            case Qt.Key.Key_Up | Qt.Key.Key_Backtab:
                self._move(-1)
            case _other:
                return False
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), theme.RADIUS_CARD, look.base, look.outline)

    def _on_typed(self, typed: str) -> None:
        if self._actions is None:
            return
        self._show(matching_actions(self._actions, typed)[: _MOST_ACTIONS if typed else None])
        if self._desk is not None and typed.strip():
            self._desk.search(typed, self._on_hits)

    def _on_hits(self, hits: list[Hit]) -> None:
        if self._actions is None or not self.isVisible():
            return
        records = [Entry(icons.icon_of(hit), hit.title, hit.line, hit) for hit in hits]
        self._show(records + matching_actions(self._actions, self.field.text())[:_MOST_ACTIONS])

    def _show(self, entries: list[Entry]) -> None:
        self.model.clear()
        for entry in entries:
            item = QStandardItem(entry.words)
            item.setData(entry, _ENTRY)
            item.setData(f"{entry.words}, {entry.note}", Qt.ItemDataRole.AccessibleTextRole)
            item.setEditable(False)
            self.model.appendRow(item)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.nothing.setVisible(not entries)
        self.list.setVisible(bool(entries))
        rows = min(len(entries), _SHOWN_ROWS)
        self.list.setFixedHeight(rows * theme.ROW_HEIGHT)
        width = min(_WIDTH, self._window.width() - 2 * theme.MARGIN)
        self.setGeometry((self._window.width() - width) // 2, _TOP, width, self.sizeHint().height())

    def _move(self, step: int) -> None:
        if rows := self.model.rowCount():
            self.list.setCurrentIndex(self.model.index((self.list.currentIndex().row() + step) % rows, 0))

    def _on_picked(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if not isinstance(entry, Entry):
            return
        self._leave()
        if entry.hit is not None:
            self.hit_picked.emit(entry.hit)
        else:
            self.action_picked.emit(entry.action_id)

    def _leave(self) -> None:
        before = self._before
        self.hide()
        if before is None or not isValid(before):  # a page may have been built anew meanwhile
            before = self._window
        before.setFocus(Qt.FocusReason.PopupFocusReason)


class _EntryPainter(QStyledItemDelegate):
    """Icon, words, and the muted rest at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme.ROW_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(_ENTRY)
        look = theme.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            paint.box(painter, rect, theme.RADIUS_BADGE, look.selection)
        icon_rect = QRectF(rect.x() + 10, rect.center().y() - 8, 16, 16)
        icons.draw(painter, entry.icon, icon_rect, look.accent if is_selected else look.muted)
        inner = rect.adjusted(36, 0, -10, 0)
        colour = look.strong if is_selected else look.text
        taken = paint.text(painter, inner, entry.words, theme.text_font(theme.MEDIUM), colour)
        rest = inner.adjusted(taken + theme.GAP, 0, 0, 0)
        if rest.width() > theme.GAP_WIDE:
            paint.text(painter, rest, entry.note, theme.small_font(), look.muted, paint.RIGHT)
        painter.restore()
