"""What the month paints over its rows: the picked day, and an event on its way."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter

from domain.rows.events import EventRow
from gui import theme
from gui.pages.calendar import layout, words
from gui.pages.calendar.drag import Dragging
from gui.pages.calendar.layout import Segment
from gui.pages.calendar.month_picture import bar_of
from gui.widgets import paint
from gui.widgets.event_bar import draw_bar

_GRIP = 12


def paint_picked_day(painter: QPainter, cell: QRectF) -> None:
    """Two pixels of accent around a day."""
    edge = paint.pen(theme.tokens().accent, theme.FOCUS_LINE)
    paint.box(painter, cell.adjusted(0, -1, 1, 0), 2, None, edge)


def paint_left_place(painter: QPainter, bars: Iterable[QRectF]) -> None:
    """The old place as a dashed ghost."""
    look = theme.tokens()
    for place in bars:
        painter.fillRect(place.adjusted(-1, -1, 1, 1), look.base)
        paint.box(painter, place, theme.RADIUS_BAR, None, paint.pen(look.outline, dashed=True))


def paint_landing(painter: QPainter, dragging: Dragging, row: EventRow, cell: QRectF) -> None:
    """The new day with a green edge, the bar under the mouse, and the day in words below it."""
    look = theme.tokens()
    paint.box(painter, cell, 2, None, paint.pen(look.done, theme.FOCUS_LINE))
    rect = _bar_at(dragging.at, cell.width())
    draw_bar(painter, rect, bar_of(Segment(row, 0, 0, 0), is_selected=True))
    if dragging.target is not None:
        paint_chip(painter, rect.x(), rect.bottom() + 4, words.short_day(dragging.target.day))


def paint_chip(painter: QPainter, left: float, top: float, text: str) -> None:
    """Where something would land, in words on green."""
    look, font = theme.tokens(), theme.small_font(theme.MEDIUM)
    chip = QRectF(left, top, paint.text_width(text, font) + 12, 20)
    paint.box(painter, chip, theme.RADIUS_BADGE, look.done_ground, look.done)
    paint.text(painter, chip, text, font, look.done, paint.CENTER)


def _bar_at(at: QPoint, width: float) -> QRectF:
    return QRectF(at.x() - _GRIP, at.y() - layout.BAR / 2, width - 8, layout.BAR)
