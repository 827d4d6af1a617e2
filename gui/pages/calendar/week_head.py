"""The head of the week: days with their holidays, and below them what lasts whole days."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from domain.region import holidays
from gui import theme
from gui.pages.calendar import layout, words
from gui.pages.calendar.layout import Segment, WeekPlan
from gui.pages.calendar.month_picture import bar_of
from gui.pages.calendar.selection import Selection
from gui.pages.calendar.week_picture import AXIS, day_edges
from gui.texts import _
from gui.widgets import paint
from gui.widgets.event_bar import draw_bar

HEAD = 48
_PADDING = 4
_SATURDAY = 5


def strip_height(plan: WeekPlan) -> int:
    """How high the strip of whole days is in pixels."""
    rest = [lane + 1 for lane, more in zip(_rest_lanes(plan), plan.more, strict=True) if more]
    lanes = max([part.lane + 1 for part in plan.segments] + rest, default=0)
    return lanes * layout.LANE + 2 * _PADDING - 1 if lanes else 0


def strip_rect(part: Segment, edges: Sequence[int]) -> QRectF:
    """Where an event of whole days lies in the viewport."""
    left = edges[part.first] + 3
    return QRectF(left, HEAD + _PADDING + part.lane * layout.LANE, edges[part.last + 1] - 3 - left, layout.BAR)


def paint_strip(
    painter: QPainter, monday: date, plan: WeekPlan, width: int, selection: Selection, today: date | None
) -> None:
    """Paint head and strip over whatever the hours left there."""
    look, edges = theme.tokens(), day_edges(width)
    bottom = HEAD + strip_height(plan)
    painter.fillRect(QRectF(0, 0, width, bottom), look.base)
    for column, day in enumerate(layout.days_of_week(monday)):
        cell = QRectF(edges[column], 0, edges[column + 1] - edges[column], bottom)
        if holidays.public_holiday_on(day):
            painter.fillRect(cell, look.off)
        elif column >= _SATURDAY:
            painter.fillRect(cell, look.alt)
        painter.fillRect(QRectF(cell.x(), 0, 1, bottom), look.hairline)
        _paint_day(painter, day, cell, is_today=day == today)
        if day == selection.day:
            painter.fillRect(QRectF(cell.x() + 1, HEAD - 3, cell.width() - 1, 2), look.accent)
    painter.fillRect(QRectF(0, HEAD - 1, width, 1), look.hairline)
    painter.fillRect(QRectF(0, bottom - 1, width, 1), look.hairline)
    if bottom > HEAD:
        place = QRectF(0, HEAD + _PADDING, AXIS - 10, layout.BAR)
        paint.text(painter, place, _("all day"), theme.small_font(), look.muted, paint.RIGHT)
    _paint_bars(painter, plan, edges, selection)


def _paint_bars(painter: QPainter, plan: WeekPlan, edges: Sequence[int], selection: Selection) -> None:
    for part in plan.segments:
        draw_bar(painter, strip_rect(part, edges), bar_of(part, is_selected=part.row.id == selection.event_id))
    for column, count in enumerate(plan.more):
        if count:
            lane = _rest_lanes(plan)[column]
            place = QRectF(edges[column] + 10, HEAD + _PADDING + lane * layout.LANE, 200, layout.BAR)
            words_ = _("+ {count} more").format(count=count)
            paint.text(painter, place, words_, theme.small_font(theme.MEDIUM), theme.tokens().accent)


def _paint_day(painter: QPainter, day: date, cell: QRectF, *, is_today: bool) -> None:
    look = theme.tokens()
    name = QRectF(cell.x() + 8, 6, cell.width() - 10, 18)
    font = theme.text_font(theme.SEMIBOLD)
    taken = paint.text(painter, name, words.weekday_short(day), theme.text_font(), look.muted)
    name.setLeft(name.x() + taken + 6)
    if is_today:
        plate = QRectF(name.x() - 2, 5, paint.text_width(str(day.day), font) + 10, 20)
        paint.box(painter, plate, theme.RADIUS_BADGE, look.gold)
        paint.text(painter, plate, str(day.day), font, look.on_accent, paint.CENTER)
    else:
        paint.text(painter, name, str(day.day), font, look.text)
    below = QRectF(cell.x() + 8, 25, cell.width() - 10, 16)
    if public := holidays.public_holiday_on(day):
        paint.text(painter, below, public, theme.small_font(), look.muted)
    elif school := words.school_holiday(day):
        paint.text(painter, below, school, theme.small_font(), look.gold)
    if words.school_holiday(day):
        painter.fillRect(QRectF(cell.x() + 1, 0, cell.width() - 1, layout.BAND), look.gold)


def _rest_lanes(plan: WeekPlan) -> list[int]:
    """The lane of each day's "n more": the one below what is shown; 0 where nothing is left out."""
    return [
        max((part.lane + 1 for part in plan.segments if part.first <= column <= part.last), default=0) if more else 0
        for column, more in enumerate(plan.more)
    ]
