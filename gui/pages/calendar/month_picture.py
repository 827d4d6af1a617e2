"""Paints one week row of the month: ground, holidays, events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

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


@lru_cache(maxsize=512)
def bands(monday: date) -> tuple[bool, ...]:
    """Which days of a week lie in the school holidays."""
    return tuple(bool(words.school_holiday(day)) for day in layout.days_of_week(monday))


def bar_rect(part: Segment, monday: date, edges: Sequence[int]) -> QRectF:
    """Where an event's bar lies inside its week row."""
    left = edges[part.first] + _INSET
    top = lanes_top(monday) + part.lane * layout.LANE
    return QRectF(left, top, edges[part.last + 1] - _INSET + 1 - left, layout.BAR)


def lanes_top(monday: date) -> int:
    """Where the first lane of a week row begins; a week with a holiday band keeps it clear."""
    return layout.HEAD + (layout.BAND if any(bands(monday)) else 0)


def rest_rect(monday: date, column: int, edges: Sequence[int], room: int) -> QRectF:
    """Where "n more" stands inside its week row."""
    top = lanes_top(monday) + (room - 1) * layout.LANE
    return QRectF(edges[column] + _INSET, top, edges[column + 1] - edges[column] - 2 * _INSET, layout.BAR)


def row_picture(monday: date, plan: WeekPlan, conflicts: frozenset[object], shape: RowShape) -> QPixmap:
    """The row without what changes while it is looked at: figures of days, today, what is picked."""
    picture = _canvas(shape.width, shape.height, shape.ratio)
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
    look, height = theme.tokens(), shape.height
    for column, day in enumerate(layout.days_of_week(monday)):
        left, width = edges[column], edges[column + 1] - edges[column]
        if holidays.public_holiday_on(day):
            painter.fillRect(left, 0, width, height, look.off)
        elif column >= _SATURDAY:
            painter.fillRect(left, 0, width, height, look.alt)
        painter.fillRect(left, 0, 1, height, look.hairline)
    painter.fillRect(0, height - 1, shape.width, 1, look.hairline)
    for column, has_band in enumerate(bands(monday)):
        if has_band:
            painter.fillRect(edges[column] + 1, 0, edges[column + 1] - edges[column] - 1, layout.BAND, look.gold)
    number = QRectF(0, 7, edges[0], _FIRST_LINE)
    text = str(monday.isocalendar().week)
    paint.text(painter, number, text, theme.small_font(), look.muted, paint.CENTER)


@dataclass(frozen=True, slots=True)
class DayHead:
    """The first line of a cell: the figure, in the month or beside it, and the holiday's name."""

    day: date
    in_month: bool
    is_today: bool
    is_first: bool


@lru_cache(maxsize=128)
def heads_picture(monday: date, month: date, today: date, shape: RowShape, *, is_first_row: bool) -> QPixmap:
    """The first line of a week row: figures and holidays; `month` is the one shown, the rest stands back."""
    picture = _canvas(shape.width, layout.HEAD + layout.BAND, shape.ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edges = layout.column_edges(shape.width)
    for column, day in enumerate(layout.days_of_week(monday)):
        in_month = (day.year, day.month) == (month.year, month.month)
        head = DayHead(day, in_month, day == today, is_first_row and column == 0 and not in_month)
        _paint_head(painter, head, edges[column], edges[column + 1])
    painter.end()
    return picture


def _canvas(width: int, height: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def _paint_head(painter: QPainter, head: DayHead, left: float, right: float) -> None:
    look = theme.tokens()
    monday = layout.monday_of(head.day)
    top = 6 + (layout.BAND if bands(monday)[head.day.weekday()] else 0)
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
