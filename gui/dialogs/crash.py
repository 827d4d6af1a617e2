"""The dialog after a bug: what happened, that the data are safe, and a report to pass on."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gui.dialogs.dialog import Dialog
from gui.texts import _
from gui.widgets import labels


class CrashDialog(Dialog):
    """Shows a report; the person decides whether anyone gets it."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Landauf has made a mistake"), _("Keep working"), parent, cancel=_("Close"))
        explanation = _(
            "What you were doing was not completed; everything saved before is safe. Please pass this report on to "
            "those who look after Landauf. It holds no names, texts or files of yours."
        )
        self.content.addWidget(labels.Text(explanation, wrap=True))
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(_("Report"))
        self.report.setMinimumSize(560, 240)
        self.content.addWidget(self.report, 1)
        self.copy = self.add_button(_("Copy report"), icon="copy")
        self.copy.clicked.connect(self._on_copy)
        self.cancel.hide()
        self.primary.clicked.connect(self.accept)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(_("Copied"))
