"""Paints a day's meters: duty above, driving below, each against its limit."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui import icons, theme
from gui.pages.tours import words
from gui.pages.tours.layout import METER_WIDTH
from gui.pages.tours.plan import Lane
from gui.widgets import paint
from gui.widgets.meter import NEAR, draw_meter

EDGE = 16
_METER = 40
_LINE = 15


def meter_rect(lane: Lane, width: float) -> QRectF:
    """Where a day's meters with their figures stand."""
    return QRectF(width - METER_WIDTH + EDGE, lane.top, METER_WIDTH - EDGE, lane.height)


def paint_meters(painter: QPainter, lane: Lane, width: float) -> None:
    """Paint both meters of a day; without stops there is nothing to measure."""
    if not lane.row.stops:
        return
    rect, row = meter_rect(lane, width), lane.row
    line = 20 if lane.is_tall else _LINE
    top = rect.center().y() - line
    _paint_meter(painter, QRectF(rect.x(), top, rect.width(), line), row.duty_minutes, row.max_duty_minutes)
    lower = QRectF(rect.x(), top + line, rect.width(), line)
    _paint_meter(painter, lower, row.drive_minutes, row.max_drive_minutes, is_quiet=True)


def _paint_meter(painter: QPainter, rect: QRectF, minutes: int, limit: int, *, is_quiet: bool = False) -> None:
    look = theme.tokens()
    share = minutes / limit if limit else 0.0
    is_over = share > 1
    draw_meter(painter, QRectF(rect.x(), rect.center().y() - 4, _METER, 8), share)
    usual = look.muted if is_quiet else look.text
    colour = look.error if is_over else look.gold if share >= NEAR else usual
    figure = rect.adjusted(_METER + 8, 0, 0, 0)
    font = theme.small_font(theme.SEMIBOLD if is_over else theme.REGULAR)
    taken = paint.text(painter, figure, words.hours(minutes), font, colour)
    if is_over:
        icons.draw(painter, "error", QRectF(figure.x() + taken + 4, rect.center().y() - 7, 14, 14), look.error)
