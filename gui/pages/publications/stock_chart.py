"""The stock over time as steps, with the minimum as a dashed line."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.overriding import override
from domain.rows.publications import StockLine
from gui import theme
from gui.texts import _, current
from gui.widgets import paint

_LEFT, _RIGHT, _TOP, _FOOT = 48, 16, 12, 20
_HEIGHT = 132


class StockChart(QWidget):
    """One step for each change, up to today; all it shows stands in the list below it and in its description too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Stock over time"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._steps: tuple[tuple[date, int], ...] = ()
        self._minimum = 0
        self._today = date.min

    def show_lines(self, lines: Sequence[StockLine], minimum: int, today: date) -> None:
        """Show these changes, oldest first; those without a date, or ahead of today, are left to the list."""
        last: dict[date, int] = {}
        for line in lines:
            if line.day is not None and line.day <= today:
                last[line.day] = line.stock
        self._steps, self._minimum, self._today = tuple(last.items()), minimum, today
        number, day = current().number, current().day
        spoken = "; ".join(f"{day(when)}: {number(stock)}" for when, stock in self._steps)
        self.setAccessibleDescription(spoken)
        self.setToolTip(_("Minimum: {count}").format(count=number(minimum)) if minimum else "")
        self.setVisible(bool(self._steps))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        look = theme.tokens()
        field = QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _FOOT)
        stocks = [stock for _day, stock in self._steps]
        low, high = min(0, *stocks), max(self._minimum, 1, *stocks)
        with paint.painting(self) as painter:
            for value in dict.fromkeys((low, 0, high)):
                y = _height(field, value, low, high)
                painter.fillRect(QRectF(field.x(), y, field.width(), 1), look.grid)
                self._scale(painter, y, value)
            if self._minimum:
                y = _height(field, self._minimum, low, high)
                painter.setPen(paint.pen(look.gold, 1, dashed=True))
                painter.drawLine(QPointF(field.x(), y), QPointF(field.right(), y))
            painter.setPen(paint.pen(look.accent, 2))
            painter.drawPolyline(self._corners(field, low, high))
            self._foot(painter, field)

    def _corners(self, field: QRectF, low: int, high: int) -> list[QPointF]:
        first = self._steps[0][0]
        days = max(1, (self._today - first).days)
        corners = [QPointF(field.x(), _height(field, 0, low, high))]
        for when, stock in self._steps:
            x = field.x() + field.width() * (when - first).days / days
            corners += [QPointF(x, corners[-1].y()), QPointF(x, _height(field, stock, low, high))]
        return [*corners, QPointF(field.right(), corners[-1].y())]

    def _scale(self, painter: QPainter, y: float, value: int) -> None:
        rect = QRectF(0, y - 8, _LEFT - theme.GAP_SMALL, 16)
        paint.text(painter, rect, current().number(value), theme.small_font(), theme.tokens().muted, paint.RIGHT)

    def _foot(self, painter: QPainter, field: QRectF) -> None:
        rect = QRectF(field.x(), field.bottom() + 4, field.width(), _FOOT - 4)
        font, colour = theme.small_font(), theme.tokens().muted
        paint.text(painter, rect, current().day(self._steps[0][0]), font, colour)
        paint.text(painter, rect, _("today"), font, colour, paint.RIGHT)


def _height(field: QRectF, value: int, low: int, high: int) -> float:
    return field.bottom() - field.height() * (value - low) / (high - low)
