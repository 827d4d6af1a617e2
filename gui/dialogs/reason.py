"""Asks for a reason: declining, cancelling, accepting a conflict."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.dialog import Dialog
from gui.widgets import labels
from gui.widgets.text_area import TextArea

_WIDTH = 440


class ReasonDialog(Dialog):
    """One text, which must not be empty; `given` brings it."""

    given = Signal(str)

    def __init__(self, title: str, question: str, primary: str, parent: QWidget | None = None) -> None:
        super().__init__(title, primary, parent)
        self.setMinimumWidth(_WIDTH)
        self.field = TextArea(question)
        self.content.addWidget(labels.note(question, wrap=True))
        self.content.addWidget(self.field)
        self.primary.setEnabled(False)
        self.field.textChanged.connect(self._on_typed)
        self.primary.clicked.connect(self._on_primary)
        self.field.setFocus()

    def _on_typed(self) -> None:
        self.primary.setEnabled(bool(self.field.text().strip()))

    def _on_primary(self) -> None:
        self.given.emit(self.field.text().strip())
        self.accept()
