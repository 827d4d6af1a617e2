"""The mouse over the board: what it presses, what it pulls, what it points at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from gui.pages.tours import words
from gui.pages.tours.drag import Held
from gui.pages.tours.gestures import Stretch
from gui.pages.tours.plan import Block, Lane, VehicleDay
from gui.pages.tours.stretch import Edge, edge_at

if TYPE_CHECKING:
    from gui.pages.tours.board import TourBoard


class _Pressed(NamedTuple):
    """Where the button went down on which stop, and on which of its ends."""

    at: QPointF
    lane: Lane
    block: Block
    edge: Edge | None


class Pointer:
    """Tells the board what the mouse means."""

    def __init__(self, board: TourBoard) -> None:
        self._board = board
        self._pressed: _Pressed | None = None

    def on_mouse(self, event: QMouseEvent) -> None:
        """Take one event of the viewport."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonPress and is_left:
            self._press(event.position())
        elif event.type() == QEvent.Type.MouseMove:
            self._move(event.position())
        elif event.type() == QEvent.Type.MouseButtonRelease and is_left:
            self._pressed = None
            self._board.let_go(is_wanted=True)
        elif event.type() == QEvent.Type.MouseButtonDblClick and is_left:
            self._open(event.position())

    def menu_spot(self, event: QContextMenuEvent) -> QPoint:
        """Where a menu opens on the screen: at the mouse, whose stop is picked first, or at the picked stop."""
        board = self._board
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self._press(QPointF(event.pos()))
            self._pressed = None
            return event.globalPos()
        found = board.plan.find(board.emphasis.selected)
        if found is None:
            return event.globalPos()
        lane, block = found
        rect = QRectF(board.plan.scale.x(block.opens), lane.top, 1, lane.height)
        return board.viewport().mapToGlobal(board.in_view(rect).bottomLeft().toPoint())

    def _press(self, at: QPointF) -> None:
        board, inside = self._board, self._board.in_plan(at)
        block, lane = board.plan.block_at(inside.x(), inside.y()), board.plan.lane_at(inside.y())
        self._pressed = None
        if board.on_axis(at) or lane is None:
            return
        if block is not None:
            self._pressed = _Pressed(at, lane, block, edge_at(board.plan, block, inside.x()))
        board.picked.emit(block.id if block is not None else lane.row.id)

    def _move(self, at: QPointF) -> None:
        board, pressed = self._board, self._pressed
        is_far = pressed is not None and (at - pressed.at).manhattanLength() >= QApplication.startDragDistance()
        if pressed is not None and is_far:
            self._pressed = None
            if pressed.edge is not None:
                board.begin(Stretch(board, pressed.lane, pressed.block, pressed.edge, pressed.at))
            else:
                board.carry(_held(pressed.lane, pressed.block))
        if board.is_busy:
            board.follow(at)
        elif pressed is None:
            self._point(at)

    def _point(self, at: QPointF) -> None:
        board, inside = self._board, self._board.in_plan(at)
        block = board.plan.block_at(inside.x(), inside.y()) if not board.on_axis(at) else None
        board.hover(block.id if block else None)
        is_end = block is not None and edge_at(board.plan, block, inside.x()) is not None
        board.viewport().setCursor(Qt.CursorShape.SizeHorCursor if is_end else Qt.CursorShape.ArrowCursor)

    def _open(self, at: QPointF) -> None:
        board, inside = self._board, self._board.in_plan(at)
        board.let_go(is_wanted=False)
        block, drive = board.plan.block_at(inside.x(), inside.y()), board.plan.drive_at(inside.x(), inside.y())
        lane = board.plan.lane_at(inside.y())
        if block is not None:
            board.opened.emit(block.id)
        elif drive is not None:
            board.drive_opened.emit(drive[0].row.id, drive[1].leg)
        elif lane is not None:
            board.opened.emit(lane.row.id)


def _held(lane: Lane, block: Block) -> Held:
    own = VehicleDay(lane.row.day, lane.row.vehicle_id)
    row = block.stop.event
    return Held(block.id, words.place(row), row.kind, block.leaves - block.arrives, own)


def follow_mouse(board: TourBoard) -> None:
    """Let the board follow the mouse until its button is let go or Escape is pressed, wherever it is."""
    _Follower(board)


class _Follower(QObject):
    """Hears everything the program is told, for as long as the drag lasts."""

    def __init__(self, board: TourBoard) -> None:
        super().__init__(board)
        self._board = board
        self._program = QApplication.instance()
        if self._program is not None:
            self._program.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        board = self._board
        if not board.is_busy:
            self._end()
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            board.follow(QPointF(board.viewport().mapFromGlobal(event.globalPosition().toPoint())))
            return True
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self._end()
            board.let_go(is_wanted=True)
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._end()
            board.let_go(is_wanted=False)
            return True
        return False

    def _end(self) -> None:
        if self._program is not None:
            self._program.removeEventFilter(self)
        self.deleteLater()
