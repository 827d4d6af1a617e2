"""The board of a tour: pick stops and days, drag a stop elsewhere or its ends, do the same by keyboard."""

from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from gui.pages.tours.board_picture import AXIS_HEIGHT
from gui.pages.tours.board_view import BoardView
from gui.pages.tours.chip import DragChip
from gui.pages.tours.drag import Held
from gui.pages.tours.gestures import Carry, Gesture
from gui.pages.tours.ghosts import ghosts
from gui.pages.tours.keys import ARROWS, Deed, deed_of, step_from
from gui.pages.tours.pointer import Pointer, follow_mouse
from gui.pages.tours.pricing import Prices

_SCROLL_ZONE, _SCROLL_STEP, _SCROLL_MS = 28, 12, 16


class TourBoard(BoardView):
    """Arrows pick stops, Alt and arrows move them; the list beside it says the same to screen readers."""

    picked = Signal(object)  # UUID of a stop's event or of a tour day
    opened = Signal(object)  # the same, by double click or Enter
    hovered = Signal(object)  # UUID of a stop's event, or None
    carried = Signal(object)  # Held: a stop was picked up; `show_prices` is waited for
    aimed = Signal(object)  # VehicleDay below a dragged stop, or None
    dropped = Signal(object, object, object, object)  # Held, VehicleDay, position or None, wished arrival or None
    resized = Signal(object, int, int)  # event, minutes it opens earlier, minutes it closes later
    asked = Signal(object)  # Deed: what the keyboard asks for the picked stop or day
    menu_asked = Signal(object)  # QPoint on the screen: a menu for the picked stop or day
    drive_opened = Signal(object, int)  # day, leg

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = DragChip(self)
        self._pointer = Pointer(self)
        self._gesture: Gesture | None = None
        self._at = QPointF()
        self._scroller = QTimer(self)
        self._scroller.setInterval(_SCROLL_MS)
        self._scroller.timeout.connect(self._scroll_on)

    def begin(self, gesture: Gesture) -> None:
        """Go on with a gesture that has begun."""
        self.let_go(is_wanted=False)
        self._gesture = gesture

    def carry(self, held: Held) -> None:
        """Let a stop or request follow the mouse from now on: `follow`, then `let_go`."""
        self.let_go(is_wanted=False)
        self.begin(Carry(self, held))
        self.carried.emit(held)

    def carry_from(self, held: Held, on_screen: QPoint) -> None:
        """As `carry` for what is pulled out of another widget, whose button is still down at a point of the screen."""
        self.carry(held)
        follow_mouse(self)
        self.follow(QPointF(self.viewport().mapFromGlobal(on_screen)))

    @property
    def is_busy(self) -> bool:
        """Whether something is being dragged."""
        return self._gesture is not None

    def show_prices(self, held_id: UUID, prices: Prices) -> None:
        """Show what the dragged stop would cost everywhere; prices of another one come too late."""
        if self.drag is not None and self.drag.held.id == held_id:
            self.drag.ghosts = ghosts(self.plan, prices, self.drag.held.minutes, self.drag.held.own)
            self.drag.is_priced = True
            self.follow(self._at)
            self.viewport().update()

    def follow(self, at: QPointF) -> None:
        """Go on with what is dragged, to a point of the viewport that may lie outside."""
        self._at = at
        if self._gesture is not None:
            self._gesture.move(at)
            near = self._scroll_way() != 0 and self.drag is not None
            (self._scroller.start if near else self._scroller.stop)()

    def let_go(self, *, is_wanted: bool) -> bool:
        """End what is dragged, with or without doing it; returns whether anything was."""
        gesture, self._gesture = self._gesture, None
        self._scroller.stop()
        if gesture is None:
            return False
        (gesture.finish if is_wanted else gesture.cancel)()
        return True

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
        deed, selected = deed_of(event), self.emphasis.selected
        if event.key() == Qt.Key.Key_Escape and self.let_go(is_wanted=False):
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and selected is not None:
            self.opened.emit(selected)
        elif deed is not Deed.none:
            self.asked.emit(deed)
        elif event.key() in ARROWS:
            wanted = step_from(self.plan, selected, Qt.Key(event.key()))
            if wanted is not None:
                self.picked.emit(wanted)
        else:
            super().keyPressEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            self._pointer.on_mouse(event)
            return True
        if isinstance(event, QContextMenuEvent):
            self.menu_asked.emit(self._pointer.menu_spot(event))
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self.hover(None)
        return super().viewportEvent(event)

    def hover(self, event_id: UUID | None) -> None:
        """Let the stop below the mouse stand out, here and elsewhere."""
        if event_id != self.emphasis.hovered:
            self.set_hovered(event_id)
            self.hovered.emit(event_id)

    def _scroll_way(self) -> int:
        """Whether the mouse is so near to an edge that the days scroll: -1 up, 1 down, 0 not."""
        view = self.viewport()
        if not 0 <= self._at.x() <= view.width():
            return 0
        if self._at.y() < AXIS_HEIGHT + _SCROLL_ZONE / 2:
            return -1
        return 1 if self._at.y() > view.height() - _SCROLL_ZONE else 0

    def _scroll_on(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._scroll_way() * _SCROLL_STEP)
        self.follow(self._at)
