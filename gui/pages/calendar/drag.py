"""An event on its way under the mouse, and where it would land."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QBasicTimer, QObject, QPoint, QPointF, QTimerEvent, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from domain.overriding import override
from domain.rows.events import EventRow
from gui.pages.calendar import day_columns

_EDGE = 24
_EDGE_MS = 250


@dataclass(frozen=True, slots=True)
class Target:
    """A day, and in the week the minute of the day an event would begin at."""

    day: date
    minute: int | None = None


@dataclass(slots=True)
class Held:
    """What the mouse has hold of: where it was pressed, and how far from the event's beginning that was."""

    row: EventRow
    pressed: QPoint
    days_in: int = 0
    minutes_in: int = 0


class Grid(Protocol):
    """What a board tells about its points."""

    def day_at(self, at: QPointF) -> date:
        """The day at a point of the viewport."""

    def minute_at(self, at: QPointF) -> float | None:
        """The minute of the day at a point, None where hours do not count."""


class Dragging(QObject):
    """Follows the mouse from press to drop; `target` is set from the moment the mouse has gone far enough."""

    dropped = Signal(object, object, object)  # UUID, date, datetime of the start or None to keep the time
    moved = Signal()

    def __init__(self, board: QAbstractScrollArea, grid: Grid) -> None:
        super().__init__(board)
        self._board = board
        self._grid = grid
        self._edge_timer = QBasicTimer()
        self.held: Held | None = None
        self.at = QPoint()
        self.target: Target | None = None

    def press(self, row: EventRow, at: QPointF) -> None:
        """Take hold of an event; it does not move yet."""
        if row.start_day is None:
            return
        minute = self._grid.minute_at(at) if day_columns.is_timed(row) else None
        began = day_columns.minute_of(row.starts_at) if row.starts_at else 0
        self.held = Held(
            row,
            at.toPoint(),
            (self._grid.day_at(at) - row.start_day).days,
            0 if minute is None else round(minute) - began,
        )

    def follow(self, at: QPointF) -> None:
        """The mouse is here now."""
        if self.held is None:
            return
        far = (at.toPoint() - self.held.pressed).manhattanLength()
        if self.target is None and far < QApplication.startDragDistance():
            return
        self.at = at.toPoint()
        minute = self._grid.minute_at(at) if day_columns.is_timed(self.held.row) else None
        start = None if minute is None else day_columns.snapped(minute - self.held.minutes_in)
        self.target = Target(self._grid.day_at(at) - timedelta(days=self.held.days_in), start)
        if self._edge() and not self._edge_timer.isActive():
            self._edge_timer.start(_EDGE_MS, self)
        self.moved.emit()

    def drop(self) -> None:
        """Let go; tells where the event landed if that is another place than before."""
        held, target = self.held, self.target
        self.cancel()
        if held is None or target is None:
            return
        start = None if target.minute is None else day_columns.moment(target.day, target.minute)
        if (start or target.day) != (held.row.starts_at if start else held.row.start_day):
            self.dropped.emit(held.row.id, target.day, start)

    def cancel(self) -> None:
        """Let go; nothing moves."""
        self._edge_timer.stop()
        self.held = self.target = None
        self.moved.emit()

    def start_of_target(self) -> datetime | None:
        """When the event would begin, None unless hours count."""
        if self.target is None or self.target.minute is None:
            return None
        return day_columns.moment(self.target.day, self.target.minute)

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        """Scroll on while something is held at the edge."""
        direction = self._edge()
        if not direction or self.target is None:
            self._edge_timer.stop()
            return
        bar = self._board.verticalScrollBar()
        bar.setValue(bar.value() + direction * bar.singleStep())
        self.follow(QPointF(self.at))

    def _edge(self) -> int:
        if self.at.y() < _EDGE:
            return -1
        return 1 if self.at.y() > self._board.viewport().height() - _EDGE else 0
