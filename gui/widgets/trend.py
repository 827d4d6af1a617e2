"""A small line over periods; figures that must not be shown leave a gap."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.overriding import override
from gui import theme
from gui.widgets import paint

_EDGE = 18
_FOOT = 18
_DOT = 3.5


class Trend(QWidget):
    """Points between `low` and `high` from left to right; `words` of each stand below where there is room."""

    def __init__(self, name: str, low: float, high: float) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._low, self._high = low, high
        self._points: list[tuple[str, float | None]] = []

    def set_points(self, points: Sequence[tuple[str, float | None]], spoken: str) -> None:
        """Show these periods; None leaves a gap. `spoken` tells them all."""
        self._points = list(points)
        self.setAccessibleDescription(spoken)
        self.setToolTip(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, 110)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        field = QRectF(_EDGE, 6, self.width() - 2 * _EDGE, self.height() - 6 - _FOOT)
        with paint.painting(self) as painter:
            for share in (0.0, 0.5, 1.0):
                painter.fillRect(QRectF(field.x(), field.y() + share * field.height(), field.width(), 1), look.grid)
            for value, top in ((self._high, field.y()), (self._low, field.bottom())):
                rect = QRectF(0, top - 8, _EDGE - 4, 16)
                paint.text(painter, rect, f"{value:g}", theme.small_font(), look.muted, paint.RIGHT)
            spots = [self._spot(field, at) for at in range(len(self._points))]
            painter.setPen(paint.pen(look.accent, 2))
            for before, after in pairwise(spots):
                if before is not None and after is not None:
                    painter.drawLine(before, after)
            for at, spot in enumerate(spots):
                if spot is not None:
                    dot = QRectF(spot.x() - _DOT, spot.y() - _DOT, 2 * _DOT, 2 * _DOT)
                    paint.box(painter, dot, _DOT, look.accent)
                self._foot(painter, field, at)

    def _foot(self, painter: QPainter, field: QRectF, at: int) -> None:
        words, value = self._points[at]
        width = field.width() / max(1, len(self._points))
        rect = QRectF(self._across(field, at) - width / 2, field.bottom() + 2, width, _FOOT - 2)
        rect.moveLeft(min(max(0.0, rect.x()), self.width() - rect.width()))
        colour = theme.tokens().muted if value is None else theme.tokens().text
        paint.text(painter, rect, words, theme.small_font(), colour, paint.CENTER)

    def _across(self, field: QRectF, at: int) -> float:
        steps = max(1, len(self._points) - 1)
        return field.center().x() if len(self._points) == 1 else field.x() + field.width() * at / steps

    def _spot(self, field: QRectF, at: int) -> QPointF | None:
        value = self._points[at][1]
        if value is None:
            return None
        share = (value - self._low) / (self._high - self._low)
        return QPointF(self._across(field, at), field.bottom() - share * field.height())
