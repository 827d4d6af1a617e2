"""Asks for the name under which a filter is kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.errors import InvalidInputError
from gui.dialogs.dialog import Dialog
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.field import Field
from gui.widgets.problem_line import ProblemLine

_WIDTH = 400


class SavedFilterDialog(Dialog):
    """One name; `named` brings it, the caller saves and then accepts or refuses."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Save filter"), _("Save"), parent)
        self.setMinimumWidth(_WIDTH)
        self.field = Field(name=_("Name of the filter"))
        self.problem = ProblemLine()
        self.content.addWidget(labels.note(_("Name; an older filter of the same name is replaced"), wrap=True))
        self.content.addWidget(self.field)
        self.content.addWidget(self.problem)
        self.primary.setEnabled(False)
        self.field.textChanged.connect(lambda typed: self.primary.setEnabled(bool(typed.strip())))
        self.primary.clicked.connect(lambda: self.named.emit(self.field.text().strip()))
        self.field.setFocus()

    def refuse(self, trouble: InvalidInputError) -> None:
        """Say what is wrong with the name."""
        self.problem.show_words(current().error(trouble))
