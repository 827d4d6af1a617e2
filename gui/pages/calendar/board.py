"""What month and week have in common: picking, opening, dragging, and the keys for it."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from domain.overriding import override
from domain.rows.events import EventRow
from gui import theme
from gui.pages.calendar import layout, words
from gui.pages.calendar.drag import Dragging
from gui.pages.calendar.selection import Selection
from gui.pages.calendar.stock import EventStock

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class Board(QAbstractScrollArea):
    """A painted calendar over a stock of events; subclasses say what lies where and paint it.

    Arrows move the picked day, Space goes through its events, Enter opens, N makes a new event, Alt and arrows move
    the picked event, Escape lets go of what is dragged.
    """

    opened = Signal(object)  # UUID of an event
    new_asked = Signal(object)  # date
    moved = Signal(object, object, object)  # UUID of an event, date, datetime of the start or None to keep the time
    menu_asked = Signal(object, object, object)  # UUID or None, date, QPoint on the screen
    day_asked = Signal(object)  # date whose whole list is wanted
    turned = Signal()  # another month or week is shown

    def __init__(self, stock: EventStock, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stock = stock
        self.selection = selection
        self.dragging = Dragging(self, self)
        self.dragging.dropped.connect(self.moved)
        self.dragging.moved.connect(self.viewport().update)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        stock.changed.connect(self.viewport().update)
        selection.changed.connect(self.viewport().update)
        theme.notifier().changed.connect(self.forget_pictures)

    def event_at(self, at: QPointF) -> EventRow | None:
        """The event whose bar lies at a point of the viewport."""
        raise NotImplementedError

    def day_at(self, at: QPointF) -> date:
        """The day at a point of the viewport, the nearest one outside."""
        raise NotImplementedError

    def minute_at(self, at: QPointF) -> float | None:
        """The minute of the day at a point, None where hours do not count."""
        raise NotImplementedError

    def rest_at(self, at: QPointF) -> date | None:
        """The day whose "n more" lies at a point of the viewport."""
        raise NotImplementedError

    def show_day(self, day: date) -> None:
        """Bring a day into view."""
        raise NotImplementedError

    def forget_pictures(self) -> None:
        """Paint everything anew."""
        self.viewport().update()

    def pick_day(self, day: date, *, step: int = 0) -> None:
        """Pick a day with its first event, or with the one `step` places after the picked event, and say so."""
        self.show_day(day)
        rows = self.stock.on(day)
        ids = [row.id for row in rows]
        at = (ids.index(self.selection.event_id) + step) % len(ids) if self.selection.event_id in ids else 0
        self.selection.pick(day, ids[at] if ids else None)
        text = words.spoken_day(day, len(rows))
        if rows:
            text += ". " + words.spoken_event(rows[at], has_conflict=ids[at] in self.stock.conflicts)
        self.say(text)

    def step_event(self, key: Qt.Key) -> None:
        """Ask to move the picked event by what an arrow key means here."""
        row = self.stock.row(self.selection.event_id)
        if row is not None and row.start_day is not None:
            self.moved.emit(row.id, layout.clamped(row.start_day + timedelta(days=_STEPS[key])), None)

    def say(self, text: str) -> None:
        """Tell screen readers what is picked or happened."""
        self.setAccessibleDescription(text)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        row = self.event_at(at)
        self.selection.pick(self.day_at(at), row.id if row else None)
        if event.button() == Qt.MouseButton.LeftButton:
            if row is not None:
                self.dragging.press(row, at)
            elif rest := self.rest_at(at):
                self.day_asked.emit(rest)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragging.follow(at)
            return
        is_link = self.event_at(at) is not None or self.rest_at(at) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.dragging.drop()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.dragging.cancel()
        row = self.event_at(event.position())
        if row is not None:
            self.opened.emit(row.id)
        elif self.rest_at(event.position()) is None:
            self.new_asked.emit(self.day_at(event.position()))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            spot = self.viewport().mapToGlobal(self.viewport().rect().center())
            self.menu_asked.emit(self.selection.event_id, self.selection.day, spot)
        else:
            at = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
            row = self.event_at(at)
            self.menu_asked.emit(row.id if row else None, self.day_at(at), event.globalPos())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.event_at(QPointF(event.pos()))
            if row is None:
                tip = words.day_tip(self.day_at(QPointF(event.pos())))
            else:
                tip = words.tip(row, has_conflict=row.id in self.stock.conflicts)
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.dragging.held is not None:
            if key == Qt.Key.Key_Escape:
                self.dragging.cancel()
        elif key in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step_event(key)
        elif key in _STEPS:
            self.pick_day(layout.clamped(self.selection.day + timedelta(days=_STEPS[key])))
        elif not self._on_command(event):
            event.ignore()

    def _on_command(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.selection.event_id is not None:
                self.opened.emit(self.selection.event_id)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_N:
                self.new_asked.emit(self.selection.day)
            case Qt.Key.Key_Space:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.pick_day(self.selection.day, step=-1 if back else 1)
            case _:
                return False
        return True
