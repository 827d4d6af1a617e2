"""The board of a tour: pick stops and days, drag a stop elsewhere, do the same by keyboard."""

from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from gui.pages.tours.board_picture import AXIS_HEIGHT
from gui.pages.tours.board_view import BoardView
from gui.pages.tours.keys import Deed, deed_of

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LANES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TourBoard(BoardView):
    """Arrows pick stops, Alt and arrows move them; the list beside it says the same to screen readers."""

    picked = Signal(object)  # UUID of a stop's event or of a tour day
    opened = Signal(object)  # the same, by double click or Enter
    hovered = Signal(object)  # UUID of a stop's event, or None
    dropped = Signal(object, object, int)  # event, day, position from 1
    asked = Signal(object)  # Deed: what the keyboard asks for the picked stop or day
    drive_opened = Signal(object, int)  # day, leg

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        stops = self.plan.stops()
        if self.emphasis.selected is None and stops:
            self.picked.emit(stops[0])

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = deed_of(event)
        if event.key() == Qt.Key.Key_Escape and self._pressed is not None:
            self._let_go()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.emphasis.selected is not None:
            self.opened.emit(self.emphasis.selected)
        elif deed is not Deed.none:
            self.asked.emit(deed)
        elif event.key() in {*_STEPS, *_LANES}:
            self._step(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or event.position().y() < AXIS_HEIGHT:
            return
        at = self.in_plan(event.position())
        block, lane = self.plan.block_at(at.x(), at.y()), self.plan.lane_at(at.y())
        if block is not None:
            self._pressed = event.position()
            self.picked.emit(block.id)
        elif lane is not None:
            self.picked.emit(lane.row.id)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.in_plan(event.position())
        if self._pressed is None:
            block = self.plan.block_at(at.x(), at.y())
            self._hover(block.id if block else None)
            return
        far = (event.position() - self._pressed).manhattanLength()
        held = self.emphasis.selected
        if held is not None and (self.emphasis.held or far >= QApplication.startDragDistance()):
            self.emphasis.held = held
            self.drop = self.plan.drop_at(at.x(), at.y(), held)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, drop = self.emphasis.held, self.drop
        self._let_go()
        found = self.plan.find(held)
        if found is None or held is None or drop is None:
            return
        if (found[0].row.id, found[1].stop.position) != (drop.day_id, drop.position):
            self.dropped.emit(held, drop.day_id, drop.position)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.in_plan(event.position())
        self._let_go()
        block, drive = self.plan.block_at(at.x(), at.y()), self.plan.drive_at(at.x(), at.y())
        if block is not None:
            self.opened.emit(block.id)
        elif drive is not None:
            self.drive_opened.emit(drive[0].row.id, drive[1].leg)
        elif (lane := self.plan.lane_at(at.y())) is not None:
            self.opened.emit(lane.row.id)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def _hover(self, event_id: UUID | None) -> None:
        if event_id != self.emphasis.hovered:
            self.set_hovered(event_id)
            self.hovered.emit(event_id)

    def _let_go(self) -> None:
        self._pressed = self.emphasis.held = self.drop = None
        self.viewport().unsetCursor()
        self.viewport().update()

    def _step(self, key: Qt.Key) -> None:
        """Pick the stop beside the picked one in its day, or the nearest in the day above or below."""
        stops, found = self.plan.stops(), self.plan.find(self.emphasis.selected)
        if found is None:
            wanted = stops[0] if stops else None
        elif key in _STEPS:
            at = stops.index(found[1].id) + _STEPS[key]
            wanted = stops[at] if 0 <= at < len(stops) else None
        else:
            wanted = self.plan.beside(found[0], found[1], _LANES[key])
        if wanted is not None:
            self.picked.emit(wanted)
