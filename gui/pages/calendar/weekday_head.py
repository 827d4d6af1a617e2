"""The line of weekday names above the month."""

from datetime import timedelta

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from domain.overriding import override
from gui import theme
from gui.pages.calendar import layout, words
from gui.texts import _
from gui.widgets import paint

_HEIGHT = 28
_NARROW = 84


class WeekdayHead(QWidget):
    """Week number and weekdays over the columns of the month; short names where columns are narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT + 1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT + 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        edges = layout.column_edges(self.width())
        font = theme.small_font()
        with paint.painting(self) as painter:
            painter.fillRect(QRectF(0, _HEIGHT, self.width(), 1), look.hairline)
            paint.text(painter, QRectF(0, 0, edges[0], _HEIGHT), _("Wk"), font, look.muted, paint.CENTER)
            for column in range(layout.WEEK):
                place = QRectF(edges[column] + 7, 0, edges[column + 1] - edges[column] - 8, _HEIGHT)
                day = layout.FIRST_WEEK + timedelta(days=column)
                name = words.weekday(day) if place.width() >= _NARROW - 8 else words.weekday_short(day)
                paint.text(painter, place, name, font, look.muted)
