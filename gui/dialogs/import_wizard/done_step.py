"""Last step: what became of the rows, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.rows.imports import Fate, ImportReport
from gui import theme
from gui.dialogs.import_wizard.preview_step import counted
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.button import Button
from gui.widgets.notice import Notice, Tone

_WIDTH = 520


class DoneStep(QWidget):
    """The figures of what was stored; `undo_asked` takes all of it back."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = labels.title()
        self.counts = labels.Text(tone="muted", wrap=True)
        self.refused = Notice(Tone.warning, "")
        self.gone = Notice(
            Tone.hint,
            _("The file is no longer where it was"),
            _("What was taken over is what the preview showed."),
        )
        self.undo = Button(_("Take back"), icon="undo")
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self.undo_asked)
        row = QHBoxLayout()
        row.addWidget(self.undo)
        row.addStretch(1)
        inside = QWidget()
        inside.setFixedWidth(_WIDTH)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.GAP)
        for part in (self.headline, self.counts, self.refused, self.gone):
            lines.addWidget(part)
        lines.addLayout(row)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inside)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(across)
        column.addStretch(3)

    def show_report(self, report: ImportReport, *, is_gone: bool) -> None:
        """Show what was stored; `is_gone`: the file was not there any more."""
        self.headline.setText(taken_words(report))
        self.counts.setText(counted(report))
        refused = report.count(Fate.refused)
        words = ngettext("{count} row was refused", "{count} rows were refused", refused)
        self.refused.show_words(
            words.format(count=current().number(refused)),
            _("Correct them in the file and read it again: what is known stays as it is."),
        )
        self.refused.setVisible(refused > 0)
        self.gone.setVisible(is_gone)


def taken_words(report: ImportReport) -> str:
    """How many rows were taken over."""
    words = ngettext("{count} row taken over", "{count} rows taken over", report.taken)
    return words.format(count=current().number(report.taken))
