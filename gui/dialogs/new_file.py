"""A new, empty workspace, with a passphrase or without."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from domain import surroundings
from domain.errors import LandaufError
from domain.terms import Clock
from gui.dialogs import files
from gui.dialogs.dialog import Dialog
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.choice import CheckBox
from gui.widgets.field import Field
from gui.widgets.problem_line import ProblemLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.workspace import Workspace

_WIDTH = 460


class NewFileDialog(Dialog):
    """Asks for protection, then for the place; `made` brings the path of the new file and its passphrase, if any.

    `prepare` is done with the new file before it is closed again.
    """

    made = Signal(object, str)  # Path, passphrase

    def __init__(
        self,
        clock: Clock,
        parent: QWidget | None = None,
        *,
        prepare: "Callable[[Workspace], None] | None" = None,
    ) -> None:
        super().__init__(_("New file"), _("Choose place …"), parent)
        self._clock = clock
        self._prepare = prepare
        self.setMinimumWidth(_WIDTH)
        self.protect = CheckBox(_("Protect with a passphrase"))
        self.explanation = labels.note(
            _(
                "The whole file is encrypted then. Nobody can open it without the passphrase, and nobody can "
                "recover it."
            ),
            wrap=True,
        )
        self.first = _hidden_field(_("Passphrase"))
        self.second = _hidden_field(_("Passphrase again"))
        self.problem = ProblemLine()
        for widget in (self.protect, self.explanation, self.first, self.second, self.problem):
            self.content.addWidget(widget)
        self.protect.toggled.connect(self._follow)
        self.first.textChanged.connect(self._follow)
        self.second.textChanged.connect(self._follow)
        self.primary.clicked.connect(self._on_primary)
        self._follow()

    def _follow(self) -> None:
        is_protected = self.protect.isChecked()
        for field in (self.first, self.second):
            field.setVisible(is_protected)
        differ = is_protected and bool(self.second.text()) and self.first.text() != self.second.text()
        self.problem.show_words(_("The two do not agree.") if differ else "")
        self.primary.setEnabled(
            not is_protected or (bool(self.first.text()) and self.first.text() == self.second.text())
        )

    def _on_primary(self) -> None:
        kind = _("Landauf file (*.landauf)")
        files.save_as(self, _("New file"), _("prevention.landauf"), kind, self._make)

    def _make(self, path: Path) -> None:
        from domain.workspace import Workspace

        passphrase = self.first.text() if self.protect.isChecked() else None
        try:
            with Workspace.create(
                path,
                clock=self._clock,
                author=surroundings.author(),
                device=surroundings.device(),
                passphrase=passphrase,
            ) as workspace:
                if self._prepare is not None:
                    self._prepare(workspace)
        except LandaufError as error:
            self.problem.show_words(current().error(error))
            return
        self.made.emit(path, passphrase or "")
        self.accept()


def _hidden_field(name: str) -> Field:
    field = Field(leading="lock", name=name)
    field.setPlaceholderText(name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
