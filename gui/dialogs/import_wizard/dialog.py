"""Reads a file into the workspace in four steps; nothing is stored before the third, and then as one step."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.overriding import override
from domain.rows.imports import FileLook, ImportReport
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.dialogs.files import choose_file
from gui.dialogs.import_wizard.columns_step import ColumnsStep
from gui.dialogs.import_wizard.done_step import DoneStep, taken_words
from gui.dialogs.import_wizard.file_step import FileStep
from gui.dialogs.import_wizard.preview_step import PreviewStep
from gui.dialogs.import_wizard.progress import ProgressLine
from gui.dialogs.import_wizard.run import ImportRun
from gui.dialogs.import_wizard.stage_bar import Stage, StageBar
from gui.dialogs.import_wizard.work import ChangedError, Taken
from gui.texts import _, current, ngettext

_WIDTH, _HEIGHT = 1080, 660
_TITLES = {
    "partners": N_("Read partners from a file"),
    "requests": N_("Read requests from a file"),
    "vehicles": N_("Read vehicles from a file"),
}


class ImportDialog(Dialog):
    """File, columns, preview, done; `what` is partners, requests or vehicles."""

    def __init__(self, desk: Desk, what: str, source: Path, parent: QWidget | None = None) -> None:
        super().__init__(_(_TITLES[what]), _("Next"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._desk, self._what = desk, what
        self._is_leaving = False
        self._report: ImportReport | None = None
        self._is_stale = False
        self.run = ImportRun(desk, what, self)
        self.stages, self.progress, self.stack = StageBar(), ProgressLine(), QStackedWidget()
        self.file, self.columns, self.preview, self.finish = FileStep(), ColumnsStep(), PreviewStep(), DoneStep()
        for part in (self.file, self.columns, self.preview, self.finish):
            self.stack.addWidget(part)
        self.content.addWidget(self.stages)
        self.content.addWidget(self.stack, 1)
        self.back = self.add_button(_("Back"), icon="chevron-left")
        self.buttons.insertWidget(1, self.progress)
        self._connect()
        self.read(source)

    def read(self, source: Path) -> None:
        """Begin anew with a file."""
        self.file.show_reading(source.name)
        self.run.read(source)
        self.show_stage(Stage.file)

    @property
    def stage(self) -> Stage:
        """Which step is in front."""
        return Stage(self.stack.currentIndex())

    def show_stage(self, stage: Stage) -> None:
        """Bring a step to the front and the keyboard to where it goes on."""
        self.stack.setCurrentIndex(stage)
        self._show_stages()
        self._show_buttons()
        focus = {Stage.columns: self.columns.first_field(), Stage.preview: self.preview.table}
        focus.get(stage, self.primary).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reject(self) -> None:
        if self.run.is_storing:  # what is being stored is broken off first; the dialog leaves with the answer
            self._is_leaving = True
            self._on_cancel()
        elif self.stage is Stage.done:
            self._close()
        else:
            self.run.stop()
            super().reject()

    def _connect(self) -> None:
        self.file.wished.connect(self._read_as)
        self.file.other_asked.connect(lambda: choose_file(self, _("Other file"), _(file_kinds(self._what)), self.read))
        self.file.file_dropped.connect(lambda name: self.read(Path(name)))
        self.columns.changed.connect(self._show_buttons)
        self.finish.undo_asked.connect(self._on_undo)
        self.back.clicked.connect(self._on_back)
        self.primary.clicked.connect(self._on_primary)
        self.cancel.clicked.disconnect()
        self.cancel.clicked.connect(self._on_cancel)
        self.run.looked.connect(self._on_looked)
        self.run.judged.connect(self._on_judged)
        self.run.stored.connect(self._on_stored)
        self.run.troubled.connect(self._on_trouble)
        self.run.progressed.connect(self.progress.tell)

    def _show_stages(self) -> None:
        self.stages.show_stage(self.stage, frozenset({Stage.columns} if self.run.look.cards else ()))

    def _read_as(self) -> None:
        self.run.read_as(*self.file.reading())
        self._show_buttons()

    def _show_buttons(self) -> None:
        """Say what the buttons do in this step, and whether they can."""
        run, taken = self.run, self.run.taken
        can_go_on = {
            Stage.file: not run.is_busy and (run.look.has_columns or run.look.cards > 0) and self.file.is_fine,
            Stage.columns: not self.columns.missing(),
            Stage.preview: not run.is_busy and (taken > 0 or self._is_stale),
            Stage.done: True,
        }
        take = ngettext("Take over {count} row", "Take over {count} rows", taken).format(count=current().number(taken))
        words = {Stage.preview: _("Read again") if self._is_stale else take, Stage.done: _("Close")}
        self.primary.setText(words.get(self.stage, _("Next")))
        self.primary.setEnabled(can_go_on[self.stage])
        self.primary.updateGeometry()
        self.back.setVisible(self.stage in {Stage.columns, Stage.preview})
        self.back.setEnabled(not run.is_storing)
        self.cancel.setVisible(self.stage is not Stage.done)
        if not run.is_busy:
            self.progress.hide()

    def _on_primary(self) -> None:
        match self.stage:
            case Stage.file if self.run.look.has_columns:
                self.columns.show_look(self.run.look)
                self.show_stage(Stage.columns)
            case Stage.file | Stage.columns:
                self._judge()
            case Stage.preview if self._is_stale:
                self._is_stale = False
                self.run.read_again()
                self.show_stage(Stage.file)
            case Stage.preview:
                self.progress.begin(_("Taking over …"))
                self.run.store()
                self._show_buttons()
            case Stage.done:
                self._close()

    def _judge(self) -> None:
        self.preview.show_waiting()
        self.progress.begin(_("Comparing …"))
        self.run.judge(self.columns.columns() if self.run.look.has_columns else None)
        self.show_stage(Stage.preview)

    def _on_back(self) -> None:
        self.run.stop()
        self._is_stale = False
        has_columns = self.stage is Stage.preview and self.run.look.has_columns
        self.show_stage(Stage.columns if has_columns else Stage.file)

    def _on_cancel(self) -> None:
        """While rows are stored, only that is broken off; nothing of it stays."""
        if self.run.is_storing:
            self.run.stop()
            self.cancel.setEnabled(False)
            self.progress.begin(_("Breaking off …"))
        else:
            self.reject()

    def _on_looked(self, look: FileLook) -> None:
        self.file.show_look(look)
        self._show_stages()
        self._show_buttons()
        if self.focusWidget() not in self.file.choices:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_judged(self, report: ImportReport) -> None:
        self.preview.show_report(report)
        self._show_buttons()
        self.preview.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stored(self, taken: Taken) -> None:
        """Also when breaking off came too late: then it is said so, and can be taken back."""
        self._report = taken.report
        self.cancel.setEnabled(True)
        self.finish.show_report(taken.report, is_gone=taken.is_gone)
        self.show_stage(Stage.done)
        if self._is_leaving:
            self._close()

    def _on_trouble(self, trouble: LandaufError) -> None:
        self.cancel.setEnabled(True)
        if self._is_leaving:
            super().reject()
            return
        self._is_stale = isinstance(trouble, ChangedError)
        said = current().error(trouble)
        if self.stage is Stage.file:
            self.file.show_trouble(said, may_be_text=self.run.may_be_text)
        else:
            self.preview.show_trouble(said)
        self._show_buttons()

    def _on_undo(self) -> None:
        self._desk.undo()
        self._report = None
        self._judge()

    def _close(self) -> None:
        if self._report is not None:
            self._desk.tell(taken_words(self._report), undoable=True)
        self.accept()


def file_kinds(what: str) -> str:
    """The line in the file chooser: only partners can come from contacts."""
    if what == "partners":
        return N_("Tables and contacts (*.csv *.txt *.tsv *.xlsx *.xlsm *.vcf *.vcard)")
    return N_("Tables (*.csv *.txt *.tsv *.xlsx *.xlsm)")
