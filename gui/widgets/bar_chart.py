"""Upright bars over periods: arrows move from bar to bar, Enter or a click opens one."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from domain.overriding import override
from gui import theme
from gui.texts import current
from gui.widgets import bars, paint

_FOOT = 22
_TOP = 20
_GAP_SHARE = 0.3
_WIDEST = 48.0
_LINES = 4
_STEPS = (1.0, 2.0, 5.0, 10.0)
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what stands below it, how much is filled and outlined above that, and all of it in words."""

    key: str
    foot: str
    filled: float
    outlined: float
    words: str

    @property
    def height(self) -> float:
        """Both parts together."""
        return self.filled + self.outlined


class BarChart(QWidget):
    """Bars from left to right; `picked` brings the key of one. A table beside it says the same in figures."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._current = 0
        self._hovered = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 140)
        theme.notifier().changed.connect(self.update)

    def set_bars(self, shown: Sequence[Bar]) -> None:
        """Show these; the bar that arrows had reached stays if it is still there."""
        before = self.current()
        self._bars = tuple(shown)
        keys = [bar.key for bar in self._bars]
        self._current = keys.index(before.key) if before and before.key in keys else max(0, len(keys) - 1)
        self._hovered = -1
        self._say()
        self.update()

    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def current(self) -> Bar | None:
        """The bar that arrows have reached, None without any."""
        return self._bars[self._current] if self._bars else None

    def reach(self, key: str) -> None:
        """Move to the bar of a key, as arrows do, without opening it."""
        at = next((at for at, bar in enumerate(self._bars) if bar.key == key), self._current)
        if at != self._current:
            self._move_to(at)

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 220)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        last = len(self._bars) - 1
        if not self._bars:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.picked.emit(self._bars[self._current].key)
        elif (move := _MOVES.get(key)) is not None:
            self._move_to(min(max(0, self._current + move), last))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._move_to(0 if key == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().x())
        if at >= 0:
            self._move_to(at)
            self.picked.emit(self._bars[at].key)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._at(event.position().x())
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._hovered >= 0 else Qt.CursorShape.ArrowCursor)
        words = self._bars[self._hovered].words if self._hovered >= 0 else ""
        QToolTip.showText(event.globalPosition().toPoint(), words, self)
        self.update()

    @override
    def leaveEvent(self, event: object) -> None:
        self._hovered = -1
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        steps = axis(max((bar.height for bar in self._bars), default=0.0))
        with paint.painting(self) as painter:
            field = self._field()
            for step in steps:
                top = round(field.bottom() - field.height() * step / steps[-1])
                painter.fillRect(QRectF(field.x(), top, field.width(), 1), look.grid if step else look.outline)
                rect = QRectF(0, top - 8, field.x() - 6, 16)
                paint.text(painter, rect, current().number(step), theme.small_font(), look.muted, paint.RIGHT)
            every = self._every(self._slot(field, 0).width())
            for at, bar in enumerate(self._bars):
                self._paint_bar(painter, field, at, bar, steps[-1])
                if at % every == 0:
                    slot = self._slot(field, at)
                    foot = QRectF(slot.x() - 20, field.bottom() + 4, slot.width() + 40, 16)
                    paint.text(painter, foot, bar.foot, theme.small_font(), look.muted, paint.CENTER)

    def _paint_bar(self, painter: QPainter, field: QRectF, at: int, bar: Bar, most: float) -> None:
        look = theme.tokens()
        slot = self._slot(field, at)
        if at == self._hovered or (at == self._current and self.hasFocus()):
            ground = QRectF(slot.x(), field.y() - _TOP + 2, slot.width(), field.height() + _TOP - 2)
            painter.fillRect(ground, look.hover)
        width = min(_WIDEST, slot.width() * (1 - _GAP_SHARE))
        left = slot.center().x() - width / 2
        done, coming = field.height() * bar.filled / most, field.height() * bar.outlined / most
        bars.draw_bar(painter, QRectF(left, field.bottom() - done, width, done), is_filled=True)
        bars.draw_bar(painter, QRectF(left, field.bottom() - done - coming, width, coming), is_filled=False)
        figure = current().number(bar.height)
        if bar.height and paint.text_width(figure, theme.small_font()) <= slot.width() - 2:
            rect = QRectF(slot.x(), field.bottom() - done - coming - 17, slot.width(), 16)
            paint.text(painter, rect, figure, theme.small_font(), look.text, paint.CENTER)
        if at == self._current and self.hasFocus():
            mark = QRectF(slot.x() + 1, field.y() - _TOP + 3, slot.width() - 2, field.height() + _TOP + _FOOT - 6)
            paint.box(painter, mark, theme.RADIUS_BADGE, None, paint.pen(look.accent, theme.FOCUS_LINE))

    def _every(self, width: float) -> int:
        """Every how many bars there is room for a foot."""
        font = theme.small_font()
        widest = max((paint.text_width(bar.foot, font) for bar in self._bars), default=0)
        return max(1, ceil((widest + 6) / max(1.0, width)))

    def _field(self) -> QRectF:
        steps = axis(max((bar.height for bar in self._bars), default=0.0))
        left = max(paint.text_width(current().number(step), theme.small_font()) for step in steps) + 10
        return QRectF(left, _TOP, self.width() - left - 4, self.height() - _TOP - _FOOT)

    def _slot(self, field: QRectF, at: int) -> QRectF:
        width = field.width() / max(1, len(self._bars))
        return QRectF(field.x() + at * width, field.y(), width, field.height())

    def _at(self, x: float) -> int:
        field = self._field()
        if not self._bars or not field.x() <= x < field.right():
            return -1
        return min(len(self._bars) - 1, int((x - field.x()) * len(self._bars) / field.width()))

    def _move_to(self, at: int) -> None:
        self._current = at
        self._say()
        self.update()

    def _say(self) -> None:
        bar = self.current()
        self.setAccessibleDescription(bar.words if bar else "")


def axis(most: float) -> tuple[float, ...]:
    """Round figures from 0 to at least `most`, about four of them; whole numbers for what is counted."""
    if most <= 0:
        return (0.0, 1.0)
    rough = max(1.0, most / _LINES)  # no step is less than one, and next to nothing has no logarithm
    unit = 10 ** floor(log10(rough))
    step = max(1.0, next(unit * each for each in _STEPS if unit * each >= rough - 1e-9))
    return tuple(step * number for number in range(max(1, ceil(most / step - 1e-9)) + 1))
