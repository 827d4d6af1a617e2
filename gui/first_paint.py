"""Tells when a widget has been painted for the first time."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from domain.overriding import override


class FirstPaint(QObject):
    """Sends `happened` once, after the first paint of `widget` with all its children has reached the screen."""

    happened = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._is_waiting = True
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_waiting and event.type() == QEvent.Type.Paint:
            self._is_waiting = False
            QTimer.singleShot(0, self.happened.emit)
        return False
