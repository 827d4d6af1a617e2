"""Paints the hours of a week: lines, days, events side by side where they overlap."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from domain.region import holidays
from domain.rows.events import EventRow
from gui import icons, theme
from gui.pages.calendar import layout, words
from gui.pages.calendar.day_columns import A_DAY, Block, blocks_of_day
from gui.pages.calendar.hyphens import hyphenated
from gui.texts import current
from gui.widgets import paint
from gui.widgets.event_bar import Bar, draw_bar, draw_ground

AXIS = 56
HOUR = 48
DAY_HEIGHT = 24 * HOUR
_ICON = 14
_LINE = 16
_ONE_LINE = 36
_TITLE_FROM = 64
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WeekShape:
    """What the picture depends on beside its events; sizes in device-independent pixels."""

    width: int
    ratio: float
    theme: str
    language: str


def day_edges(width: int) -> tuple[int, ...]:
    """The left edges of the seven days and the right edge of Sunday; the hours' names lie before the first."""
    room = max(layout.WEEK, width - AXIS)
    return tuple(AXIS + round(room * day / layout.WEEK) for day in range(layout.WEEK + 1))


def block_rect(block: Block, column: int, edges: Sequence[int]) -> QRectF:
    """Where an event lies among the hours of its day."""
    left, right = edges[column] + 3, edges[column + 1] - 3
    width = (right - left + 2) / block.columns
    top = block.start * HOUR / 60
    return QRectF(left + block.column * width, top + 1, width - 2, (block.end - block.start) * HOUR / 60 - 2)


def week_blocks(monday: date, rows: Sequence[EventRow]) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each of the seven days."""
    return tuple(blocks_of_day(day, rows) for day in layout.days_of_week(monday))


def week_picture(
    monday: date, blocks: Sequence[Sequence[Block]], conflicts: frozenset[object], shape: WeekShape
) -> QPixmap:
    """The whole day from midnight to midnight without what changes while it is looked at."""
    picture = QPixmap(round(shape.width * shape.ratio), round(DAY_HEIGHT * shape.ratio))
    picture.setDevicePixelRatio(shape.ratio)
    picture.fill(theme.tokens().base)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edges = day_edges(shape.width)
    _paint_ground(painter, monday, edges)
    for column, day in enumerate(blocks):
        for block in day:
            draw_block(painter, block_rect(block, column, edges), block.row, has_conflict=block.row.id in conflicts)
    painter.end()
    return picture


def draw_block(
    painter: QPainter, rect: QRectF, row: EventRow, *, has_conflict: bool = False, is_selected: bool = False
) -> None:
    """An event among the hours: on one line where it is short, else time, title and place below each other."""
    bar = Bar(row.kind, words.short(row), words.begins(row), row.state, has_conflict, is_selected)
    if rect.height() < _ONE_LINE or rect.width() < layout.WEEKEND_COLUMN / 2:
        draw_bar(painter, rect, bar)
        return
    draw_ground(painter, rect, bar)
    look = theme.tokens()
    mark = look.kinds[row.kind].mark
    inner = rect.adjusted(8, 4, -4, -3)
    right = inner.right()
    if has_conflict:
        right -= _ICON
        icons.draw(painter, "error", QRectF(right, inner.y() + 1, _ICON, _ICON), look.error)
    icons.draw(painter, icons.KIND_ICONS[row.kind], QRectF(inner.x(), inner.y() + 1, _ICON, _ICON), mark)
    colour = look.muted if words.is_off(row) else look.text
    head = QRectF(inner.x() + _ICON + 5, inner.y(), right - inner.x() - _ICON - 7, _LINE)
    small, medium = theme.small_font(), theme.small_font(theme.MEDIUM)
    medium.setStrikeOut(words.is_off(row))
    shown = next((text for text in (words.times(row), bar.time) if paint.text_width(text, small) <= head.width()), "")
    paint.text(painter, head, shown, small, look.muted)
    paint.text(painter, QRectF(inner.x(), inner.y() + _LINE, inner.width(), _LINE), bar.words, medium, colour)
    below = inner.adjusted(0, 2 * _LINE, 0, 0)
    below.setHeight(below.height() // _LINE * _LINE)
    if below.height() >= _LINE and below.width() >= _TITLE_FROM and row.title != bar.words:
        painter.setFont(small)
        painter.setPen(colour)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), hyphenated(row.title))


def _paint_ground(painter: QPainter, monday: date, edges: Sequence[int]) -> None:
    look = theme.tokens()
    for column, day in enumerate(layout.days_of_week(monday)):
        cell = QRectF(edges[column], 0, edges[column + 1] - edges[column], DAY_HEIGHT)
        if holidays.public_holiday_on(day):
            painter.fillRect(cell, look.off)
        elif column >= _SATURDAY:
            painter.fillRect(cell, look.alt)
    for hour in range(A_DAY // 60):
        top = hour * HOUR
        if hour:
            painter.fillRect(QRectF(AXIS - 6, top, edges[-1] - AXIS + 6, 1), look.hairline)
            place = QRectF(0, top - 8, AXIS - 10, 16)
            paint.text(painter, place, current().clock(time(hour)), theme.small_font(), look.muted, paint.RIGHT)
        painter.fillRect(QRectF(AXIS, top + HOUR / 2, edges[-1] - AXIS, 1), look.grid)
    for edge in edges[:-1]:
        painter.fillRect(QRectF(edge, 0, 1, DAY_HEIGHT), look.hairline)
