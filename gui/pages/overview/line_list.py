"""A list of painted lines inside a card: arrows move, Enter or a click opens."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from domain.overriding import override
from gui import theme
from gui.widgets import paint

Line = TypeVar("Line")

Draw = Callable[[QPainter, QRectF, Line], None]
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}
_TO_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_LINES_WISHED = 5
"""A long list wishes for no more room than this: it would push the other cards out of the window."""


class LineList(QWidget):
    """Lines of equal height, `lowest` to `highest` pixels each, so that none is cut; `opened` brings one.

    One line takes the keyboard. Buttons, not a QListWidget: that and its delegates would cost the first page 30 ms.
    """

    opened = Signal(object)  # the line

    def __init__(self, name: str, lowest: int = 36, highest: int = theme.TWO_LINE_ROW_HEIGHT) -> None:
        super().__init__()
        self._lowest, self._highest = lowest, highest
        self._words_if_empty = ""
        self._first = 0
        self._current = 0
        self.buttons: list[LineButton] = []
        self.setAccessibleName(name)

    def set_lines(
        self, lines: Sequence[Line], draw: Draw[Line], say: Callable[[Line], str], words_if_empty: str
    ) -> None:
        """Show these lines, painted by `draw` and spoken by `say`, or muted words if there are none.

        The current place stays where it was.
        """
        had_focus = any(button.hasFocus() for button in self.buttons)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self._words_if_empty = words_if_empty
        self.setAccessibleDescription("" if lines else words_if_empty)
        self.buttons = [LineButton(draw, line, is_last=line is lines[-1], parent=self) for line in lines]
        for button in self.buttons:
            spoken = say(button.line)
            button.setAccessibleName(spoken)
            button.setToolTip(spoken)
            button.clicked.connect(partial(self._on_clicked, button))
        self._first = 0
        self._current = min(self._current, max(0, len(lines) - 1))
        self._show_current()
        if had_focus and self.buttons:
            self.buttons[self._current].setFocus()
        self.update()

    def lines(self) -> list[Any]:
        """The lines from the top, shown or not."""
        return [button.line for button in self.buttons]

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, min(max(1, len(self.buttons)), _LINES_WISHED) * self._lowest)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._lowest)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        step = -1 if event.angleDelta().y() > 0 else 1
        before = self._first
        self._first = max(0, min(self._first + step, len(self.buttons) - self._fitting()))
        self._arrange()
        event.setAccepted(self._first != before)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self.buttons) - 1
        if last >= 0 and key in _MOVES:
            self._move_to(max(0, min(self._current + _MOVES[key], last)))
        elif last >= 0 and key in _TO_ENDS:
            self._move_to(_TO_ENDS[key] % (last + 1))
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.buttons or not self._words_if_empty:
            return
        with paint.painting(self) as painter:
            rect = QRectF(theme.GAP, 0, self.width() - 2 * theme.GAP, self._lowest)
            paint.text(painter, rect, self._words_if_empty, theme.text_font(), theme.tokens().muted)

    def _move_to(self, place: int) -> None:
        self._current = place
        self._show_current()
        self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_current(self) -> None:
        """Only the current line is a stop of the Tab key, and it is in sight."""
        for place, button in enumerate(self.buttons):
            is_stop = place == self._current
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
        self._first = max(self._current - self._fitting() + 1, min(self._first, self._current))
        self._arrange()

    def _fitting(self) -> int:
        return max(1, min(len(self.buttons), self.height() // self._lowest))

    def _arrange(self) -> None:
        fitting = self._fitting()
        height = min(max(self.height() // fitting, self._lowest), self._highest)
        for place, button in enumerate(self.buttons):
            shown = place - self._first
            button.setGeometry(0, shown * height, self.width(), height)
            button.setVisible(0 <= shown < fitting)

    def _on_clicked(self, button: "LineButton") -> None:
        self._current = self.buttons.index(button)
        self._show_current()
        self.opened.emit(button.line)


class LineButton(QAbstractButton):
    """One line: ground, hairline and focus; what stands in it is painted by the list's function."""

    def __init__(self, draw: Draw[Line], line: Line, *, is_last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.line: Any = line
        self._draw = draw
        self._is_last = is_last
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, theme.TWO_LINE_ROW_HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # arrows move in the list

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        rect = QRectF(self.rect())
        with paint.painting(self) as painter:
            if self.underMouse():
                painter.fillRect(rect.adjusted(0, 0, 0, -1), look.hover)
            if not self._is_last:
                painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look.hairline)
            self._draw(painter, rect.adjusted(0, 0, 0, -1), self.line)
            if self.hasFocus():
                around = rect.adjusted(2, 1, -2, -2)
                paint.box(painter, around, theme.RADIUS_BADGE, None, paint.pen(look.accent, theme.FOCUS_LINE))
