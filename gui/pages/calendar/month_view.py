"""The month: week rows without end, one picture kept for each."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from domain.overriding import override
from domain.rows.events import EventRow
from gui import theme
from gui.pages.calendar import layout
from gui.pages.calendar.board import Board
from gui.pages.calendar.layout import MonthGrid, Segment
from gui.pages.calendar.month_overlay import paint_landing, paint_left_place, paint_picked_day
from gui.pages.calendar.month_picture import RowShape, bar_of, bar_rect, heads_picture, rest_rect
from gui.pages.calendar.selection import Selection
from gui.pages.calendar.stock import EventStock
from gui.pages.calendar.week_rows import WeekRow, WeekRows
from gui.texts import _, current
from gui.widgets import paint
from gui.widgets.event_bar import draw_bar

_NOTCH = 120
"""Eighths of a degree a wheel turns by one notch, which is one week here."""


class MonthView(Board):
    """Six weeks at a time, scrolled week by week or by the pixel."""

    def __init__(self, stock: EventStock, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(stock, selection, parent)
        self.rows = WeekRows(stock)
        self._edges = layout.column_edges(0)
        self._row_height = layout.LEAST_ROW
        self._turned = 0.0
        self._month = selection.day.replace(day=1)
        self.today = selection.day
        self.setAccessibleName(_("Month"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._paint_ahead)
        self._set_range()

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self._month

    def show_month(self, day: date) -> None:
        """Put the week with the first of the day's month into the first row."""
        first = layout.clamped(day.replace(day=1))
        self.verticalScrollBar().setValue(layout.week_index(first) * self._row_height)
        self._on_scrolled()

    @override
    def show_day(self, day: date) -> None:
        row, bar = layout.week_index(day) * self._row_height, self.verticalScrollBar()
        rows = max(1, self.viewport().height() // self._row_height)
        if row < bar.value():
            bar.setValue(row)
        elif row + self._row_height > bar.value() + rows * self._row_height:
            bar.setValue(row - (rows - 1) * self._row_height)

    @override
    def forget_pictures(self) -> None:
        self.rows.clear()
        super().forget_pictures()

    @override
    def event_at(self, at: QPointF) -> EventRow | None:
        part = self._segment_at(at)
        return part.row if part else None

    @override
    def day_at(self, at: QPointF) -> date:
        return self._grid().day_at(at.x(), at.y())

    @override
    def minute_at(self, at: QPointF) -> float | None:
        return None

    @override
    def rest_at(self, at: QPointF) -> date | None:
        monday, top = self._grid().week_at(at.y())
        week, column = self._week(monday), layout.column_at(self._edges, at.x())
        if not week.plan.more[column]:
            return None
        place = rest_rect(monday, column, self._edges, week.shape.room).translated(0, top)
        return monday + timedelta(days=column) if place.contains(at) else None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        top = layout.week_index(self._month)
        self._edges = layout.column_edges(self.viewport().width())
        self._row_height = max(layout.LEAST_ROW, self.viewport().height() // layout.SHOWN_ROWS)
        self._set_range()
        self.verticalScrollBar().setValue(top * self._row_height)
        self._on_scrolled()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._idle.stop()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.verticalScrollBar()
        if pixels := event.pixelDelta().y():
            bar.setValue(bar.value() - pixels)
            return
        self._turned += event.angleDelta().y() / _NOTCH
        weeks = int(self._turned)
        self._turned -= weeks
        bar.setValue(bar.value() - weeks * self._row_height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        if months:
            day = layout.clamped(layout.month_after(self.selection.day, months))
            self.show_month(day)
            self.pick_day(day)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            monday = layout.monday_of(self.selection.day)
            self.pick_day(monday + timedelta(days=6 if event.key() == Qt.Key.Key_End else 0))
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self.viewport()) as painter:
            shown = self._grid().weeks()
            for monday, top in shown:
                painter.drawPixmap(QPointF(0, top), self._week(monday).picture)
            shape = self._shape()
            for monday, top in shown:
                first = monday == shown[0][0]
                heads = heads_picture(monday, self._month, self.today, shape, is_first_row=first)
                painter.drawPixmap(QPointF(0, top), heads)
                self._paint_picked(painter, monday, top)
            if self.dragging.target is not None:
                self._paint_drag(painter)

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, layout.WEEKS * self._row_height - self.viewport().height())
        bar.setSingleStep(self._row_height)
        bar.setPageStep(self._row_height * layout.SHOWN_ROWS)

    def _on_scrolled(self) -> None:
        first = self.verticalScrollBar().value() // self._row_height
        rows = self.viewport().height() // self._row_height + 1
        self.stock.show_days(layout.week_at(first), layout.week_at(first + rows) + timedelta(days=6))
        top = round(self.verticalScrollBar().value() / self._row_height)
        month = layout.shown_month(top)
        if month != self._month:
            self._month = month
            self.turned.emit()
        self.viewport().update()
        if self.isVisible():
            self._idle.start()

    def _paint_ahead(self) -> None:
        """Have ready what the next steps will show: rows above and below, figures of the neighbouring months."""
        first = self.verticalScrollBar().value() // self._row_height
        rows = self.viewport().height() // self._row_height
        for index in (first + rows + 1, first - 1, first + rows + 2):
            monday = layout.week_at(index)
            if monday not in self.rows:
                self._week(monday)
                self._idle.start()
                return
        shape = self._shape()
        for month in (self._month, layout.month_after(self._month, 1), layout.month_after(self._month, -1)):
            for index in range(first, first + rows + 2):
                heads_picture(layout.week_at(index), month, self.today, shape, is_first_row=False)

    def _grid(self) -> MonthGrid:
        return MonthGrid(self._edges, self.viewport().height(), self._row_height, self.verticalScrollBar().value())

    def _shape(self) -> RowShape:
        return RowShape(
            self.viewport().width(), self._row_height, self.devicePixelRatioF(), theme.tokens().name, current().code
        )

    def _week(self, monday: date) -> WeekRow:
        return self.rows.row(monday, self._shape())

    def _segment_at(self, at: QPointF) -> Segment | None:
        monday, top = self._grid().week_at(at.y())
        inside = at - QPointF(0, top)
        parts = self._week(monday).plan.segments
        return next((part for part in parts if bar_rect(part, monday, self._edges).contains(inside)), None)

    def _paint_picked(self, painter: QPainter, monday: date, top: int) -> None:
        if cell := self._grid().cell(self.selection.day, monday, top):
            paint_picked_day(painter, QRectF(*cell))
        for part in self._week(monday).plan.segments:
            if part.row.id == self.selection.event_id:
                rect = bar_rect(part, monday, self._edges).translated(0, top)
                conflict = part.row.id in self.stock.conflicts
                draw_bar(painter, rect, bar_of(part, has_conflict=conflict, is_selected=True))

    def _paint_drag(self, painter: QPainter) -> None:
        held, target = self.dragging.held, self.dragging.target
        if held is None or target is None:
            return
        grid = self._grid()
        for monday, top in grid.weeks():
            parts = (part for part in self._week(monday).plan.segments if part.row.id == held.row.id)
            paint_left_place(painter, [bar_rect(part, monday, self._edges).translated(0, top) for part in parts])
        for monday, top in grid.weeks():
            if cell := grid.cell(target.day, monday, top):
                paint_landing(painter, self.dragging, held.row, QRectF(*cell).adjusted(1, 0, 0, -1))
