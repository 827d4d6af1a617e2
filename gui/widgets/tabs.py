"""Tabs with counts, and the inspector at the right edge."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.widgets import paint
from gui.widgets.card import Card

_PADDING = 12
_HEIGHT = theme.CARD_HEAD_HEIGHT


class TabBar(QTabBar):
    """Words with counts, the current one underlined; arrows move."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self._padding = _PADDING

    def set_padding(self, padding: int) -> None:
        """Keep the words of two tabs twice this far apart; less where there are many."""
        self._padding = padding
        self.updateGeometry()
        self.update()

    def set_count(self, index: int, count: int | None) -> None:
        """Put a number behind a tab's words."""
        self.setTabData(index, count)
        words = self.tabText(index)
        self.setAccessibleTabName(index, words if count is None else f"{words}, {count}")
        self.setTabText(index, words)  # lays the tabs out anew
        self.updateGeometry()
        self.update()

    @override
    def tabSizeHint(self, index: int) -> QSize:
        width = paint.text_width(self.tabText(index), theme.text_font(theme.SEMIBOLD)) + 2 * self._padding
        if self.tabData(index) is not None:
            width += theme.GAP + paint.text_width(str(self.tabData(index)), theme.small_font())
        return QSize(width, _HEIGHT)

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            for index in range(self.count()):
                rect = QRectF(self.tabRect(index))
                is_current = index == self.currentIndex()
                weight = theme.SEMIBOLD if is_current else theme.REGULAR
                inner = rect.adjusted(self._padding, 0, -self._padding, 0)
                colour = look.strong if is_current else look.muted
                font = theme.text_font(weight)
                taken = paint.text(painter, inner, self.tabText(index), font, colour)
                if self.tabData(index) is not None:
                    rest = inner.adjusted(taken + theme.GAP, 0, 8, 0)
                    paint.text(painter, rest, str(self.tabData(index)), theme.small_font(), colour)
                if is_current:
                    line = QRectF(rect.x(), rect.bottom() - 2, rect.width(), 2)
                    painter.fillRect(line, look.accent)
                    if self.hasFocus():
                        pen = paint.pen(look.accent, theme.FOCUS_LINE)
                        paint.box(painter, rect.adjusted(2, 3, -2, -4), theme.RADIUS_BADGE, None, pen)


class Tabs(Card):
    """A card whose head is a row of tabs."""

    tab_changed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.title.hide()
        self.bar = TabBar(name)
        self.stack = QStackedWidget()
        self.head.insertWidget(0, self.bar, 100)  # the whole head: tabs scroll only where they really do not fit
        self.head.setContentsMargins(theme.GAP_ROW, 0, theme.GAP_ROW, 0)
        self.body.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._on_changed)

    def add_tab(self, words: str, widget: QWidget, count: int | None = None) -> int:
        """Append a tab; returns its index."""
        self.stack.addWidget(widget)
        index = self.bar.addTab(words)
        self.bar.set_count(index, count)
        return index

    def set_count(self, index: int, count: int | None) -> None:
        """Put a number behind a tab's words."""
        self.bar.set_count(index, count)

    def _on_changed(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self.tab_changed.emit(index)


class Inspector(QWidget):
    """The area at the right edge that tells about what is selected; `gui.widgets.drawer` makes it give way.

    `column` takes cards or tabs from the top.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedWidth(theme.INSPECTOR_WIDTH)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.GAP)
