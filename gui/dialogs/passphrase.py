"""Asks for the passphrase of an encrypted workspace."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.dialogs.dialog import Dialog
from gui.texts import _
from gui.widgets import labels
from gui.widgets.field import Field


class PassphraseDialog(Dialog):
    """One hidden field; `given` brings what was typed."""

    given = Signal(str)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("Passphrase"), _("Open"), parent)
        words = _("{file} is encrypted, or is not a Landauf file.").format(file=path.name)
        self.content.addWidget(labels.Text(words, wrap=True))
        self.field = Field(leading="lock", name=_("Passphrase"))
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.content.addWidget(self.field)
        self.primary.clicked.connect(self._on_open)
        self.field.setFocus()

    def _on_open(self) -> None:
        self.given.emit(self.field.text())
        self.accept()
