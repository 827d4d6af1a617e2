"""Takes the content of a backup back."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from domain.errors import LandaufError
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.field import Field
from gui.widgets.problem_line import ProblemLine

_WIDTH = 480


class RestoreDialog(Dialog):
    """Says what happens; the passphrase is asked for only if the present file has one, too."""

    def __init__(self, desk: Desk, source: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("Restore backup"), _("Restore"), parent)
        self._desk, self._source = desk, source
        self.setMinimumWidth(_WIDTH)
        sentence = _(
            "{backup} replaces everything in {file}. The present content is kept first, in the folder “backups” "
            "beside the file."
        )
        self.content.addWidget(labels.Text(sentence.format(backup=source.name, file=desk.path.name), wrap=True))
        self.passphrase = Field(leading="lock", name=_("Passphrase of the backup"))
        self.passphrase.setPlaceholderText(_("Passphrase of the backup, if it is another one"))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setVisible(desk.workspace.encrypted)
        self.problem = ProblemLine()
        self.content.addWidget(self.passphrase)
        self.content.addWidget(self.problem)
        self.primary.clicked.connect(self._on_primary)

    def _on_primary(self) -> None:
        workspace, source, passphrase = self._desk.workspace, self._source, self.passphrase.text() or None
        self.primary.setEnabled(False)
        self._desk.tasks.start(
            lambda _ticket: workspace.restore(source, passphrase), self._on_restored, self._on_failed
        )

    def _on_restored(self, _done: None) -> None:
        self._desk.tell(_("Restored from {file}").format(file=self._source.name))
        self.accept()

    def _on_failed(self, error: LandaufError) -> None:
        self.problem.show_words(current().error(error))
        self.primary.setEnabled(True)
