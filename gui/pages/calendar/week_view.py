"""The week: days side by side over a scale of hours, whole days in a strip above."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from domain.overriding import override
from domain.rows.events import EventRow
from gui import theme
from gui.pages.calendar import day_columns, layout
from gui.pages.calendar.board import Board
from gui.pages.calendar.day_columns import Block, is_timed
from gui.pages.calendar.layout import WeekPlan
from gui.pages.calendar.month_overlay import paint_chip, paint_left_place
from gui.pages.calendar.selection import Selection
from gui.pages.calendar.stock import EventStock
from gui.pages.calendar.week_head import HEAD, paint_strip, strip_height, strip_rect
from gui.pages.calendar.week_picture import (
    AXIS,
    DAY_HEIGHT,
    HOUR,
    WeekShape,
    block_rect,
    day_edges,
    draw_block,
    week_blocks,
    week_picture,
)
from gui.texts import _, current
from gui.widgets import paint

_STRIP_ROOM = 3
_USUAL_HOUR = 7


@dataclass(frozen=True, slots=True)
class _Week:
    """The painted hours, what they were painted from, and what stands in the strip."""

    monday: date
    shape: WeekShape
    rows: tuple[EventRow, ...]
    conflicts: frozenset[UUID]
    blocks: tuple[tuple[Block, ...], ...]
    strip: WeekPlan
    picture: QPixmap


class WeekView(Board):
    """One week; scrolled through its hours, turned by page."""

    def __init__(self, stock: EventStock, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(stock, selection, parent)
        self._monday = layout.monday_of(selection.day)
        self._kept: _Week | None = None
        self._hour = _USUAL_HOUR
        self.now: datetime | None = None
        self.setAccessibleName(_("Week"))
        self.verticalScrollBar().setSingleStep(HOUR)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        stock.changed.connect(self._fit)

    @property
    def monday(self) -> date:
        """The Monday of the week that is shown."""
        return self._monday

    def show_week(self, day: date) -> None:
        """Show the day's week from the hour it begins."""
        self._monday = layout.monday_of(layout.clamped(day))
        self.stock.show_days(self._monday, self._monday + timedelta(days=6))
        self._fit()
        spans = [(block.start, block.end) for blocks in self._week().blocks for block in blocks]
        self.verticalScrollBar().setValue(day_columns.first_hour(spans, _USUAL_HOUR) * HOUR - HOUR // 4)
        self.turned.emit()
        self.viewport().update()

    @override
    def show_day(self, day: date) -> None:
        if layout.monday_of(day) != self._monday:
            self.show_week(day)

    @override
    def forget_pictures(self) -> None:
        self._kept = None
        super().forget_pictures()

    @override
    def event_at(self, at: QPointF) -> EventRow | None:
        week, edges = self._week(), day_edges(self.viewport().width())
        if at.y() < self._top():
            found = (part for part in week.strip.segments if strip_rect(part, edges).contains(at))
            return next((part.row for part in found), None)
        inside = at - QPointF(0, self._top() - self.verticalScrollBar().value())
        column = layout.column_at(edges, at.x())
        blocks = reversed(week.blocks[column])
        return next((block.row for block in blocks if block_rect(block, column, edges).contains(inside)), None)

    @override
    def day_at(self, at: QPointF) -> date:
        return self._monday + timedelta(days=layout.column_at(day_edges(self.viewport().width()), at.x()))

    @override
    def minute_at(self, at: QPointF) -> float | None:
        return (max(at.y(), self._top()) - self._top() + self.verticalScrollBar().value()) * 60 / HOUR

    @override
    def rest_at(self, at: QPointF) -> date | None:
        column = layout.column_at(day_edges(self.viewport().width()), at.x())
        in_last_line = HEAD + (_STRIP_ROOM - 1) * layout.LANE <= at.y() < self._top()
        return self.day_at(at) if in_last_line and self._week().strip.more[column] else None

    @override
    def step_event(self, key: Qt.Key) -> None:
        row = self.stock.row(self.selection.event_id)
        if row is None or row.start_day is None:
            return
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} or row.starts_at is None or not is_timed(row):
            super().step_event(Qt.Key.Key_Left if key in {Qt.Key.Key_Left, Qt.Key.Key_Up} else Qt.Key.Key_Right)
            return
        minutes = -day_columns.STEP if key == Qt.Key.Key_Up else day_columns.STEP
        self.moved.emit(row.id, row.start_day, day_columns.stepped(row.starts_at, minutes))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        weeks = {Qt.Key.Key_PageUp: -7, Qt.Key.Key_PageDown: 7}.get(Qt.Key(event.key()), 0)
        plain = not event.modifiers() & Qt.KeyboardModifier.AltModifier and self.dragging.held is None
        if weeks:
            self.pick_day(layout.clamped(self.selection.day + timedelta(days=weeks)))
        elif plain and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self.stock.on(self.selection.day):
            self.pick_day(self.selection.day, step=-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        week, top = self._week(), self._top()
        shift = top - self.verticalScrollBar().value()
        with paint.painting(self.viewport()) as painter:
            painter.setClipRect(0, top, self.viewport().width(), self.viewport().height() - top)
            painter.drawPixmap(QPointF(0, shift), week.picture)
            painter.translate(0, shift)
            self._paint_now(painter)
            self._paint_picked(painter, week)
            self._paint_drag(painter)
            painter.translate(0, -shift)
            painter.setClipping(False)
            today = self.now.date() if self.now else None
            paint_strip(painter, self._monday, week.strip, self.viewport().width(), self.selection, today)

    def _top(self) -> int:
        return HEAD + strip_height(self._week().strip)

    def _fit(self) -> None:
        room = self.viewport().height() - self._top()
        self.verticalScrollBar().setRange(0, max(0, DAY_HEIGHT - room))
        self.verticalScrollBar().setPageStep(max(1, room))
        self.viewport().update()

    def _week(self) -> _Week:
        width, ratio = self.viewport().width(), self.devicePixelRatioF()
        shape = WeekShape(width, ratio, theme.tokens().name, current().code)
        rows = self.stock.week(self._monday)
        conflicts = frozenset(row.id for row in rows if row.id in self.stock.conflicts)
        kept = self._kept
        if (
            kept is None
            or (kept.monday, kept.shape, kept.conflicts) != (self._monday, shape, conflicts)
            or kept.rows != rows
        ):
            blocks = week_blocks(self._monday, rows)
            strip = layout.plan_week(self._monday, [row for row in rows if not is_timed(row)], _STRIP_ROOM)
            picture = week_picture(self._monday, blocks, conflicts, shape)
            kept = self._kept = _Week(self._monday, shape, rows, conflicts, blocks, strip, picture)
        return kept

    def _paint_now(self, painter: QPainter) -> None:
        if self.now is None or layout.monday_of(self.now.date()) != self._monday:
            return
        edges, column = day_edges(self.viewport().width()), self.now.weekday()
        y = day_columns.minute_of(self.now) * HOUR / 60
        gold = theme.tokens().gold
        painter.fillRect(QRectF(edges[column], y - 1, edges[column + 1] - edges[column], 2), gold)
        paint.box(painter, QRectF(edges[column] - 3, y - 4, 8, 8), 4, gold)

    def _paint_picked(self, painter: QPainter, week: _Week) -> None:
        edges = day_edges(self.viewport().width())
        for column, blocks in enumerate(week.blocks):
            for block in blocks:
                if block.row.id == self.selection.event_id:
                    rect = block_rect(block, column, edges)
                    conflict = block.row.id in week.conflicts
                    draw_block(painter, rect, block.row, has_conflict=conflict, is_selected=True)

    def _paint_drag(self, painter: QPainter) -> None:
        """The old place as a dashed ghost, the block at the quarter of an hour it would begin at."""
        held, target = self.dragging.held, self.dragging.target
        if held is None or target is None:
            return
        look, edges = theme.tokens(), day_edges(self.viewport().width())
        for column, blocks in enumerate(self._week().blocks):
            for block in blocks:
                if block.row.id != held.row.id:
                    continue
                paint_left_place(painter, [block_rect(block, column, edges)])
        column = (target.day - self._monday).days
        if not 0 <= column < layout.WEEK:
            return
        if target.minute is None:
            cell = QRectF(edges[column] + 1, 0, edges[column + 1] - edges[column] - 1, DAY_HEIGHT)
            paint.box(painter, cell, 2, None, paint.pen(look.done, theme.FOCUS_LINE))
            return
        minutes = day_columns.length(held.row)
        rect = block_rect(Block(held.row, target.minute, target.minute + minutes, 0, 1), column, edges)
        draw_block(painter, rect, day_columns.moved(held.row, target.day, target.minute))
        paint.box(painter, rect.adjusted(-1, -1, 1, 1), theme.RADIUS_BADGE, None, paint.pen(look.done, 2))
        time = current().clock(day_columns.moment(target.day, target.minute))
        paint_chip(painter, max(AXIS, rect.x()), rect.y() - 22, time)
