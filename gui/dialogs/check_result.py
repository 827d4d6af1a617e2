"""What a check of the file found."""

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from domain.errors import Problem
from gui.dialogs.dialog import Dialog
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.notice import Notice, Tone

_WIDTH = 480


class CheckDialog(Dialog):
    """One notice, and the problems as text to copy if there are any."""

    def __init__(self, path: Path, problems: tuple[Problem, ...], parent: QWidget | None = None) -> None:
        super().__init__(_("Check file"), _("Close"), parent)
        self.setMinimumWidth(_WIDTH)
        self.cancel.hide()
        self.primary.clicked.connect(self.accept)
        self.content.addWidget(labels.note(str(path), wrap=True))
        if not problems:
            self.content.addWidget(
                Notice(Tone.done, _("The file is in order"), _("Content, links, history and search fit together."))
            )
            return
        words = ngettext("{count} problem found", "{count} problems found", len(problems)).format(count=len(problems))
        self.content.addWidget(Notice(Tone.error, words, _("Restore the newest backup, or pass this text on.")))
        self.text = QPlainTextEdit("\n".join(current().error(problem) for problem in problems))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Problems"))
        self.content.addWidget(self.text, 1)
