"""Paints one week row of the month: ground, holidays, events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from domain.region import holidays
from gui import theme
from gui.pages.calendar import layout, words
from gui.pages.calendar.layout import Segment, WeekPlan
from gui.texts import _
from gui.widgets import paint
from gui.widgets.event_bar import Bar, draw_bar

_INSET = 4
_FIRST_LINE = 18
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class RowShape:
    """What a row's picture depends on beside its events; sizes in device-independent pixels."""

    width: int
    height: int
    ratio: float
    theme: str
    language: str

    @property
    def room(self) -> int:
        """How many lanes fit."""
        return max(1, (self.height - layout.HEAD - layout.BAND) // layout.LANE)


def has_band(monday: date, column: int) -> bool:
    """Whether a day lies in the school holidays."""
    return bool(words.school_holiday(monday + timedelta(days=column)))


def bar_rect(part: Segment, monday: date, edges: Sequence[int]) -> QRectF:
    """Where an event's bar lies inside its week row."""
    left = edges[part.first] + _INSET
    top = lanes_top(monday) + part.lane * layout.LANE
    return QRectF(left, top, edges[part.last + 1] - _INSET + 1 - left, layout.BAR)


def lanes_top(monday: date) -> int:
    """Where the first lane of a week row begins; a week with a holiday band keeps it clear."""
    return layout.HEAD + (layout.BAND if any(has_band(monday, day) for day in range(layout.WEEK)) else 0)


def rest_rect(monday: date, column: int, edges: Sequence[int], room: int) -> QRectF:
    """Where "n more" stands inside its week row."""
    top = lanes_top(monday) + (room - 1) * layout.LANE
    return QRectF(edges[column] + _INSET, top, edges[column + 1] - edges[column] - 2 * _INSET, layout.BAR)


def row_picture(monday: date, plan: WeekPlan, conflicts: frozenset[object], shape: RowShape) -> QPixmap:
    """The row without what changes while it is looked at: figures of days, today, what is picked."""
    picture = QPixmap(round(shape.width * shape.ratio), round(shape.height * shape.ratio))
    picture.setDevicePixelRatio(shape.ratio)
    picture.fill(theme.tokens().base)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edges = layout.column_edges(shape.width)
    _paint_ground(painter, monday, edges, shape)
    for part in plan.segments:
        draw_bar(painter, bar_rect(part, monday, edges), bar_of(part, has_conflict=part.row.id in conflicts))
    font, colour = theme.small_font(theme.MEDIUM), theme.tokens().accent
    for column, count in enumerate(plan.more):
        if count:
            place = rest_rect(monday, column, edges, shape.room).adjusted(7, 0, 0, 0)
            paint.text(painter, place, _("+ {count} more").format(count=count), font, colour)
    painter.end()
    return picture


def bar_of(part: Segment, *, has_conflict: bool = False, is_selected: bool = False) -> Bar:
    """An event as the month shows it."""
    row = part.row
    return Bar(row.kind, words.short(row), words.begins(row), row.state, has_conflict, is_selected)


def _paint_ground(painter: QPainter, monday: date, edges: Sequence[int], shape: RowShape) -> None:
    look = theme.tokens()
    for column, day in enumerate(layout.days_of_week(monday)):
        cell = QRectF(edges[column], 0, edges[column + 1] - edges[column], shape.height)
        if holidays.public_holiday_on(day):
            painter.fillRect(cell, look.off)
        elif column >= _SATURDAY:
            painter.fillRect(cell, look.alt)
        painter.fillRect(QRectF(cell.x(), 0, 1, shape.height), look.hairline)
    painter.fillRect(QRectF(0, shape.height - 1, shape.width, 1), look.hairline)
    for column in range(layout.WEEK):
        if has_band(monday, column):
            painter.fillRect(
                QRectF(edges[column] + 1, 0, edges[column + 1] - edges[column] - 1, layout.BAND), look.gold
            )
    number = QRectF(0, 7, edges[0], _FIRST_LINE)
    text = str(monday.isocalendar().week)
    paint.text(painter, number, text, theme.small_font(), look.muted, Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class DayHead:
    """The first line of a cell: the figure, in the month or beside it, and the holiday's name."""

    day: date
    in_month: bool
    is_today: bool
    is_first: bool


def paint_head(painter: QPainter, head: DayHead, left: float, top: float, right: float) -> None:
    """Paint a day's figure and the name of its holiday into the first line of its cell."""
    look = theme.tokens()
    monday = layout.monday_of(head.day)
    top += 6 + (layout.BAND if has_band(monday, head.day.weekday()) else 0)
    named = head.is_first or (head.day.day == 1 and not head.in_month)
    figure = words.day_of_month(head.day) if named else str(head.day.day)
    font = theme.text_font(theme.SEMIBOLD if head.in_month or head.is_today else theme.REGULAR)
    line = QRectF(left + 7, top, right - left - 9, _FIRST_LINE)
    if head.is_today:
        plate = QRectF(left + _INSET, top - 1, paint.text_width(figure, font) + 10, 20)
        paint.box(painter, plate, theme.RADIUS_BADGE, look.gold)
        paint.text(painter, plate, figure, font, look.on_accent, paint.CENTER)
        line.setLeft(plate.right() + 5)
    else:
        taken = paint.text(painter, line, figure, font, look.text if head.in_month else look.muted)
        line.setLeft(line.x() + taken + 5)
    _paint_name(painter, head.day, line)


def _paint_name(painter: QPainter, day: date, line: QRectF) -> None:
    look = theme.tokens()
    font = theme.small_font()
    if public := holidays.public_holiday_on(day):
        paint.text(painter, line, public, font, look.muted)
    elif school := _named_here(day):
        fits = paint.text_width(school, font) <= line.width()
        paint.text(painter, line, school if fits else _("Holidays"), font, look.gold)


def _named_here(day: date) -> str:
    """School holidays are named on their first day in each week, and behind a public holiday."""
    name = words.school_holiday(day)
    before = day - timedelta(days=1)
    goes_on = day.weekday() > 0 and words.school_holiday(before) == name
    return "" if goes_on and not holidays.public_holiday_on(before) else name
