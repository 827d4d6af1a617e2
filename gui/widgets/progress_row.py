"""Work that takes a while: a row with what runs, how far it is, and Cancel."""

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.tasks import TaskRunner, Ticket
from gui.texts import _
from gui.widgets import labels, paint
from gui.widgets.button import Button, Weight

_PATIENCE_MS = 500
_BAR_WIDTH = 160
_HEIGHT = 40


class ProgressRow(QWidget):
    """Shows the newest running task that has a label, once it takes longer than half a second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tickets: list[Ticket] = []
        self._share: dict[Ticket, float] = {}
        self.words = labels.ElidedText()
        self.cancel_button = Button(_("Cancel"), weight=Weight.quiet, is_small=True)
        self.cancel_button.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, 0, theme.MARGIN, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.words, 1)
        row.addSpacing(_BAR_WIDTH)
        row.addWidget(self.cancel_button)
        self.setFixedHeight(_HEIGHT)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._show)
        self.hide()

    def follow(self, tasks: TaskRunner) -> None:
        """Show the tasks of this runner."""
        tasks.started.connect(self._on_started)
        tasks.progressed.connect(self._on_progressed)
        tasks.ended.connect(self._on_ended)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), look.base)
            painter.fillRect(0, 0, self.width(), 1, look.hairline)
            left = self.cancel_button.geometry().left() - theme.GAP - _BAR_WIDTH
            track = QRectF(left, (_HEIGHT - 6) / 2, _BAR_WIDTH, 6)
            paint.box(painter, track, 3, look.off)
            if self._tickets:
                share = self._share.get(self._tickets[-1], 0.0)
                filled = QRectF(track.x(), track.y(), max(6.0, track.width() * share), track.height())
                paint.box(painter, filled, 3, look.accent)

    def _on_started(self, ticket: Ticket) -> None:
        self._tickets.append(ticket)
        self._patience.start()

    def _on_progressed(self, ticket: Ticket, done: int, total: int) -> None:
        self._share[ticket] = done / total if total else 0.0
        self.setAccessibleDescription(f"{self._share[ticket]:.0%}")
        self.update()

    def _on_ended(self, ticket: Ticket) -> None:
        if ticket in self._tickets:
            self._tickets.remove(ticket)
        self._share.pop(ticket, None)
        if self._tickets:
            self._show()
        else:
            self._patience.stop()
            self.hide()

    def _show(self) -> None:
        if self._tickets:
            self.words.setText(self._tickets[-1].label)
            self.setAccessibleName(self._tickets[-1].label)
            self.show()

    def _on_cancel(self) -> None:
        if self._tickets:
            self._tickets[-1].cancel()
            self._on_ended(self._tickets[-1])
