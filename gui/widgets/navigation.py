"""The navigation at the left edge: logo, pages in groups with counts, and a slot at the foot."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QVBoxLayout, QWidget

from domain.overriding import override
from gui import drawn_icons, theme
from gui.registry import PageSpec
from gui.texts import _
from gui.widgets import paint

if TYPE_CHECKING:
    from collections.abc import Callable

_ICON = 18
_HEAD = 48
_LEAST_ROW = 24  # no target is lower; when even these do not fit, the pages scroll
_BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}


class Navigation(QWidget):
    """The pages below each other; Up and Down move, Enter or a click opens. Narrow it shows icons only."""

    picked = Signal(str)  # page id

    def __init__(self, pages: tuple[PageSpec, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pages"))
        self.is_narrow = False
        self.entries: dict[str, NavigationEntry] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _HEAD, 1, 0)
        column.setSpacing(0)
        self._rows = PageRows()
        column.addWidget(self._rows, 1)
        column.addSpacing(theme.GAP_SMALL)
        before = pages[0].group if pages else 0
        for spec in pages:
            self.entries[spec.id] = entry = NavigationEntry(spec, self._move_from)
            entry.clicked.connect(self._on_clicked)
            self._rows.add(entry, is_new_group=spec.group != before)
            before = spec.group
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(theme.GAP_SMALL, 0, theme.GAP_SMALL, 10)
        column.addLayout(self._foot)
        self.setFixedWidth(theme.NAVIGATION_WIDTH)

    def set_current(self, page_id: str) -> None:
        """Mark the page that is shown."""
        for each, entry in self.entries.items():
            entry.setChecked(each == page_id)
            if each == page_id:
                self._rows.ensureWidgetVisible(entry, 0, 0)

    def set_count(self, page_id: str, count: int) -> None:
        """Show how much waits on a page; 0 shows nothing."""
        if page_id in self.entries:
            self.entries[page_id].set_count(count)

    def set_foot(self, widget: QWidget) -> None:
        """Put a widget under a line at the foot, e.g. the plan version; hidden while narrow."""
        while (item := self._foot.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._foot.addWidget(widget)
        widget.setVisible(not self.is_narrow)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show icons only, or icons and words."""
        if is_narrow == self.is_narrow:
            return
        self.is_narrow = is_narrow
        self.setFixedWidth(theme.NAVIGATION_NARROW if is_narrow else theme.NAVIGATION_WIDTH)
        for position in range(self._foot.count()):
            item = self._foot.itemAt(position)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(not is_narrow)
        for entry in self.entries.values():
            entry.setToolTip(entry.text() if is_narrow else "")
        self.update()

    def first_focus(self) -> QWidget:
        """The entry that gets the keyboard: the page that is shown."""
        shown = (entry for entry in self.entries.values() if entry.isChecked())
        return next(shown, next(iter(self.entries.values()), self))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), look.nav)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), look.hairline)
            left = (self.width() - 20) / 2 if self.is_narrow else theme.GAP
            drawn_icons.draw(painter, "logo", QRectF(left, 14, 20, 20), look.fill)
            if not self.is_narrow:
                paint.text(painter, QRectF(44, 10, 150, 28), "Landauf", theme.logo_font(), look.text)
                if self._foot.count():
                    top = self._foot.geometry().top() - theme.GAP_SMALL
                    painter.fillRect(theme.GAP_SMALL, top, self.width() - 17, 1, look.hairline)

    def _on_clicked(self) -> None:
        for page_id, entry in self.entries.items():
            if entry is self.sender():
                self.picked.emit(page_id)

    def _move_from(self, entry: "NavigationEntry", step: int) -> None:
        entries = list(self.entries.values())
        found = entries[(entries.index(entry) + step) % len(entries)]
        found.setFocus(Qt.FocusReason.TabFocusReason)
        self._rows.ensureWidgetVisible(found, 0, 0)


class PageRows(QScrollArea):
    """The entries: as high as the window lets them be, at most the usual row; they scroll when it is too low."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("plain", "true")
        self._entries: list[NavigationEntry] = []
        self._groups = 0
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(inner)

    def add(self, entry: "NavigationEntry", *, is_new_group: bool) -> None:
        """Append a page, a little lower when it begins a group."""
        if is_new_group:
            self._groups += 1
            self._column.insertSpacing(self._column.count() - 1, theme.GAP_SMALL)
        self._entries.append(entry)
        self._column.insertWidget(self._column.count() - 1, entry)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.height() - self._groups * theme.GAP_SMALL
        height = max(_LEAST_ROW, min(theme.NAVIGATION_ROW, room // max(1, len(self._entries))))
        for entry in self._entries:
            entry.setFixedHeight(height)


class NavigationEntry(QAbstractButton):
    """One page: icon, words, count; the shown one has an accent bar."""

    def __init__(self, spec: PageSpec, move: "Callable[[NavigationEntry, int], None]") -> None:
        super().__init__()
        self.setText(_(spec.msgid))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(theme.NAVIGATION_ROW)
        self._icon = spec.icon
        self._count = 0
        self._is_keyed = False
        self._move = move

    def set_count(self, count: int) -> None:
        """Put a number at the right end."""
        self._count = count
        words = self.text()
        self.setAccessibleName(_("{page}, {count} waiting").format(page=words, count=count) if count else words)
        self.update()

    @override
    def nextCheckState(self) -> None:
        """A click asks for the page; the mark follows when it is shown."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # The ring is for those who use the keyboard: the window's first focus and a click stay without it.
        self._is_keyed = event.reason() in _BY_KEYBOARD
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._move(self, step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            rect = QRectF(self.rect()).adjusted(theme.GAP_SMALL, 0, -theme.GAP_SMALL, 0)
            is_shown = self.isChecked()
            self._paint_ground(painter, rect)
            is_narrow = rect.width() < theme.NAVIGATION_NARROW
            left = rect.center().x() - _ICON / 2 if is_narrow else rect.x() + 11
            place = QRectF(left, rect.center().y() - _ICON / 2, _ICON, _ICON)
            drawn_icons.draw(painter, self._icon, place, look.accent if is_shown else look.muted)
            if is_narrow:
                return
            weight = theme.SEMIBOLD if is_shown else theme.REGULAR
            words = rect.adjusted(40, 0, -44, 0)
            paint.text(painter, words, self.text(), theme.text_font(weight), look.strong if is_shown else look.text)
            if self._count:
                spot = rect.adjusted(0, 0, -10, 0)
                paint.text(painter, spot, str(self._count), theme.small_font(), look.muted, paint.RIGHT)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        look = theme.tokens()
        if self.isChecked():
            paint.box(painter, rect, theme.RADIUS_BADGE, look.selection)
            bar = QRectF(rect.x(), rect.y() + rect.height() / 4, 3, rect.height() / 2)
            paint.box(painter, bar, 1.5, look.accent)
        elif self.underMouse():
            paint.box(painter, rect, theme.RADIUS_BADGE, look.off)
        if self.hasFocus() and self._is_keyed:
            paint.box(painter, rect, theme.RADIUS_BADGE, None, paint.pen(look.accent, theme.FOCUS_LINE))
