"""What the mouse does on the board while its button is down: carry a stop elsewhere, make a stay longer or shorter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from typing_extensions import override

from gui.pages.tours import words
from gui.pages.tours.drag import Drag, Held, chip_rect
from gui.pages.tours.stretch import Edge, squeeze, stretched

if TYPE_CHECKING:
    from gui.pages.tours.board import TourBoard
    from gui.pages.tours.plan import Block, Lane, Slot


def on_page(board: TourBoard, rect: QRectF) -> QRectF:
    """A rectangle of the board's viewport on what the chip lies on."""
    origin = board.viewport().mapTo(board.chip.ground(), board.viewport().rect().topLeft())
    return rect.translated(origin.x(), origin.y())


class Gesture(Protocol):
    """Begins with its making, ends with `finish` or `cancel`."""

    def move(self, at: QPointF) -> None:
        """Follow the mouse to a point of the board's viewport."""

    def finish(self) -> None:
        """The button was let go."""

    def cancel(self) -> None:
        """Leave everything as it was."""


class Carry(Gesture):
    """A stop or a request on its way to another place."""

    def __init__(self, board: TourBoard, held: Held) -> None:
        self._board = board
        self.drag = board.drag = Drag(held)
        board.emphasis = replace(board.emphasis, held=held.id, hovered=None)
        board.chip.say(held.words, "", held.kind)
        board.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        board.viewport().update()

    @override
    def move(self, at: QPointF) -> None:
        board, drag = self._board, self.drag
        before = (drag.target, drag.position)
        drag.target = self._target(at)
        drag.position = None
        lane = drag.target.lane if drag.target else None
        if lane is not None and drag.target is not None and drag.target.where == drag.held.own:
            drag.position, drag.line = board.plan.position_at(lane, at.x(), drag.held.id)
        if before != (drag.target, drag.position):
            board.viewport().update()
            board.aimed.emit(drag.target.where if drag.target else None)
        self._place_chip(at)

    def _target(self, at: QPointF) -> Slot | None:
        """The place below the mouse; of a thin row the vehicle whose price is shown, else the stop's own."""
        board, drag = self._board, self.drag
        view = QRectF(board.viewport().rect())
        band = board.plan.band_at(board.in_plan(at).y()) if view.contains(at) and not board.on_axis(at) else None
        if band is None:
            return None
        if not band.is_thin:
            return board.plan.slot_at(board.in_plan(at).y())
        own = drag.held.own.vehicle_id if drag.held.own else None
        priced = (slot for slot in band.slots if slot.where in drag.ghosts)
        same = (slot for slot in band.slots if slot.where.vehicle_id == own)
        return next(priced, None) or next(same, None) or next(iter(band.slots), None)

    def _place_chip(self, at: QPointF) -> None:
        board, target, ghost = self._board, self.drag.target, self.drag.ghost
        slot = price = None
        if target is not None:
            row = QRectF(0, target.top, board.viewport().width(), target.height)
            slot = on_page(board, board.in_view(row))
            price = on_page(board, board.in_view(ghost.rect)) if ghost is not None else None
        bounds = QRectF(board.chip.ground().rect())
        point = on_page(board, QRectF(at, at)).topLeft()
        board.chip.show_at(chip_rect(point, board.chip.wanted(), slot, price, bounds))

    @override
    def finish(self) -> None:
        drag = self.drag
        self.cancel()
        if drag.target is None:
            return
        found = self._board.plan.find(drag.held.id)
        if drag.position is not None and found is not None and found[1].stop.position == drag.position:
            return
        price = drag.ghost.price if drag.ghost is not None else None
        position = price.position if price is not None else drag.position
        self._board.dropped.emit(drag.held, drag.target.where, position, price.arrives if price else None)

    @override
    def cancel(self) -> None:
        board = self._board
        board.drag = None
        board.emphasis = replace(board.emphasis, held=None)
        board.chip.hide()
        board.aimed.emit(None)
        board.viewport().unsetCursor()
        board.viewport().update()


class Stretch(Gesture):
    """A stay whose beginning or end follows the mouse in steps of five minutes."""

    def __init__(self, board: TourBoard, lane: Lane, block: Block, edge: Edge, at: QPointF) -> None:
        self._board, self._lane, self._block, self._edge = board, lane, block, edge
        self._begin = board.plan.scale.minute(at.x())
        self._shown = block
        board.emphasis = replace(board.emphasis, hovered=None)

    @override
    def move(self, at: QPointF) -> None:
        board = self._board
        self._shown = stretched(self._block, self._edge, board.plan.scale.minute(at.x()) - self._begin)
        board.emphasis = replace(board.emphasis, resized=self._shown)
        trouble = squeeze(self._lane, self._shown)
        board.chip.say(words.stay(self._shown), trouble, self._block.stop.event.kind, is_grave=bool(trouble))
        slot = QRectF(0, self._lane.top - 32, board.viewport().width(), 28)
        bounds = QRectF(board.chip.ground().rect())
        point = on_page(board, QRectF(at, at)).topLeft()
        board.chip.show_at(chip_rect(point, board.chip.wanted(), on_page(board, board.in_view(slot)), None, bounds))
        board.viewport().update()

    @override
    def finish(self) -> None:
        shown, block = self._shown, self._block
        self.cancel()
        if (shown.opens, shown.closes) != (block.opens, block.closes):
            self._board.resized.emit(block.id, block.opens - shown.opens, shown.closes - block.closes)

    @override
    def cancel(self) -> None:
        board = self._board
        board.emphasis = replace(board.emphasis, resized=None)
        board.chip.hide()
        board.viewport().unsetCursor()
        board.viewport().update()
