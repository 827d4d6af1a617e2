"""A dialog that edits one draft in one or more columns of fields."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.errors import InvalidInputError, LandaufError
from gui import theme
from gui.dialogs.dialog import Dialog
from gui.texts import _, current
from gui.widgets.form import Form
from gui.widgets.problem_line import ProblemLine


class DraftDialog(Dialog):
    """Edits a draft; `saved` brings it, the caller stores it and then accepts the dialog or shows the problems.

    Subclasses put their forms into columns with `set_columns`, each filled but not loaded.
    """

    saved = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, _("Save"), parent)
        self.forms: list[Form[Any]] = []
        self.trouble = ProblemLine()
        self.primary.clicked.connect(lambda: self.saved.emit(self.draft()))

    def set_columns(self, draft: object, *forms: Form[Any]) -> None:
        """Show the forms side by side, in step with each other, on `draft`."""
        self.forms = list(forms)
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(0, 0, theme.GAP_SMALL, 0)
        columns.setSpacing(theme.GAP_WIDE)
        for form in forms:
            column = QVBoxLayout()
            column.addWidget(form)
            column.addStretch(1)
            columns.addLayout(column, 1)
            form.load(draft)
            form.edited.connect(lambda fresh, edited=form: self._keep_in_step(fresh, edited))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        area.setAccessibleName(self.windowTitle())
        self.content.addWidget(area, 1)
        self.content.addWidget(self.trouble)

    def draft(self) -> Any:  # noqa: ANN401 - the draft of the subclass
        """The draft as it is shown."""
        return self.forms[0].draft()

    def refuse(self, trouble: LandaufError) -> None:
        """Put the problems beside their fields, and what belongs to none over the buttons; what was typed stays."""
        problems = trouble.problems if isinstance(trouble, InvalidInputError) else ()
        wrong = {problem.field for problem in problems}
        is_first = True
        for form in self.forms:
            form.show_problems(problems, focus=is_first)
            is_first = is_first and not wrong & _names(form)
        loose = wrong.difference(*map(_names, self.forms))
        words = [current().error(problem) for problem in problems if problem.field in loose]
        self.trouble.show_words(" ".join(words) if problems else current().error(trouble))

    def _keep_in_step(self, draft: object, edited: Form[Any]) -> None:
        for form in self.forms:
            if form is not edited:
                form.take(draft)


def _names(form: Form[Any]) -> set[str]:
    """The attributes a form has fields for."""
    return {name for attribute in form.fields for name in attribute.split(",")}
