"""What comes after accepting: the letter to the host, or the event itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.dialog import Dialog
from gui.texts import _
from gui.widgets import labels

_WIDTH = 440


class AcceptedDialog(Dialog):
    """Offers the confirmation letter, where one can be written, and the way to the event."""

    letter_clicked = Signal()
    event_clicked = Signal()

    def __init__(self, requester: str, parent: QWidget | None = None, *, can_write: bool) -> None:
        primary = _("Print confirmation …") if can_write else _("Open event")
        super().__init__(_("Request accepted"), primary, parent, cancel=_("Back to the inbox"))
        self.setMinimumWidth(_WIDTH)
        told = (
            _("{requester} can be told in writing now.")
            if can_write
            else _("A letter to {requester} can be printed as soon as the event has a date and is not internal only.")
        )
        self.content.addWidget(labels.Text(told.format(requester=requester), wrap=True))
        self.open_event = self.add_button(_("Open event"), icon="calendar")
        self.open_event.setVisible(can_write)
        self.open_event.clicked.connect(self._on_event)
        self.primary.clicked.connect(self._on_letter if can_write else self._on_event)

    def _on_letter(self) -> None:
        self.accept()
        self.letter_clicked.emit()

    def _on_event(self) -> None:
        self.accept()
        self.event_clicked.emit()
