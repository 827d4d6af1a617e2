"""Reads a file into the workspace in four steps; nothing is stored before the third, and then as one step."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.overriding import override
from domain.rows.imports import FileLook, ImportReport
from gui.desk import Desk
from gui.dialogs.files import choose_file, choose_files
from gui.dialogs.import_wizard.columns_step import ColumnsStep
from gui.dialogs.import_wizard.done_step import DoneStep, taken_words
from gui.dialogs.import_wizard.file_step import FileStep
from gui.dialogs.import_wizard.preview_step import PreviewStep
from gui.dialogs.import_wizard.run import ImportRun
from gui.dialogs.import_wizard.stage_bar import Stage
from gui.dialogs.import_wizard.staged_dialog import StagedDialog
from gui.dialogs.import_wizard.work import ChangedError, Taken
from gui.texts import _, current, ngettext

_WIDTH, _HEIGHT = 1080, 660
_NAMED = 3
"""Files named while they are read."""
_TITLES = {
    "partners": N_("Read partners from a file"),
    "requests": N_("Read requests from a file"),
    "vehicles": N_("Read vehicles from a file"),
    "events": N_("Read events from a file"),
}


class ImportDialog(StagedDialog):
    """File, columns, preview, done; `what` is partners, requests, vehicles or events."""

    def __init__(self, desk: Desk, what: str, source: Path | Sequence[Path], parent: QWidget | None = None) -> None:
        self.file, self.columns, self.preview, self.finish = FileStep(), ColumnsStep(), PreviewStep(), DoneStep()
        super().__init__(_(_TITLES[what]), (self.file, self.columns, self.preview, self.finish), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._desk, self._what = desk, what
        self._report: ImportReport | None = None
        self._is_leaving = self._is_stale = False
        self.run = ImportRun(desk, what, self)
        self._connect()
        self.read(source)

    def read(self, source: Path | Sequence[Path]) -> None:
        """Begin anew with a file, or with several returned forms."""
        sources = [source] if isinstance(source, Path) else source
        self.file.show_reading(current().listing(source.name for source in sources[:_NAMED]))
        self.run.read(sources)
        self._show(Stage.file)

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
        run, file = self.run, self.file
        file.wished.connect(run.read_as)
        file.other_asked.connect(lambda: ask_for_files(self, self._what, _("Other file"), self.read))
        file.files_dropped.connect(lambda names: self.read([Path(name) for name in names]))
        run.looked.connect(self._on_looked)
        run.judged.connect(self.preview.show_report)
        for signal in (file.wished, self.columns.changed, run.judged):
            signal.connect(lambda *_told: self._show_buttons())
        run.stored.connect(self._on_stored)
        run.troubled.connect(self._on_trouble)
        run.progressed.connect(self.progress.tell)
        self.finish.undo_asked.connect(self._on_undo)
        self.back.clicked.connect(self._on_back)
        self.primary.clicked.connect(self._on_primary)
        self.cancel.clicked.disconnect()
        self.cancel.clicked.connect(self._on_cancel)

    def _show(self, stage: Stage) -> None:
        first = {Stage.columns: self.columns.first_field(), Stage.preview: self.preview.table}
        self.bring(stage, first.get(stage))
        self._show_buttons()

    def _show_buttons(self) -> None:
        """Say where we are, what the buttons do in this step, and whether they can."""
        run = self.run
        taken = run.report.taken if run.report else 0
        can_go_on = {
            Stage.file: not run.is_busy and _has_rows(run.look) and self.file.is_fine,
            Stage.columns: not self.columns.missing(),
            Stage.preview: not run.is_busy and (taken > 0 or self._is_stale),
            Stage.done: True,
        }
        take = ngettext("Take over {count} row", "Take over {count} rows", taken).format(count=current().number(taken))
        words = {Stage.preview: _("Read again") if self._is_stale else take, Stage.done: _("Close")}
        self.offer(words.get(self.stage, _("Next")), is_possible=can_go_on[self.stage])
        self.stages.show_stage(self.stage, frozenset({Stage.columns} if run.look.cards or run.look.forms else ()))
        self.back.setEnabled(not run.is_storing)
        if not run.is_busy:
            self.progress.hide()

    def _on_primary(self) -> None:
        match self.stage:
            case Stage.file if self.run.look.has_columns:
                self.columns.show_look(self.run.look)
                self._show(Stage.columns)
            case Stage.file | Stage.columns:
                self._judge()
            case Stage.preview if self._is_stale and self.run.intake is not None:
                self._is_stale = False
                self.read([copy.path for copy in self.run.intake.copies])
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
        self._show(Stage.preview)

    def _on_back(self) -> None:
        self.run.stop()
        self._is_stale = False
        has_columns = self.stage is Stage.preview and self.run.look.has_columns
        self._show(Stage.columns if has_columns else Stage.file)

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
        self._show_buttons()
        if self.focusWidget() not in self.file.choices:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stored(self, taken: Taken) -> None:
        """Also when breaking off came too late: then it is said so, and can be taken back."""
        self._report = taken.report
        self.cancel.setEnabled(True)
        self.finish.show_report(taken.report, is_gone=taken.is_gone)
        self._show(Stage.done)
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
            self.file.show_trouble(said, may_be_text=self.run.copy is not None and self.run.copy.may_be_text)
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


def ask_for_files(parent: QWidget, what: str, title: str, on_chosen: Callable[[list[Path]], None]) -> QFileDialog:
    """Let the person choose a file; returned forms, from which only requests can come, also several at once."""
    if what == "requests":
        return choose_files(parent, title, _(_kinds(what)), on_chosen)
    return choose_file(parent, title, _(_kinds(what)), lambda chosen: on_chosen([chosen]))


def _has_rows(look: FileLook) -> bool:
    """Whether there is anything to go on with."""
    return look.has_columns or look.cards > 0 or any(form.draft for form in look.forms)


def _kinds(what: str) -> str:
    """The line in the file chooser: only partners can come from contacts, only requests from forms."""
    if what == "requests":
        return N_("Tables and returned forms (*.csv *.txt *.tsv *.xlsx *.xlsm *.pdf)")
    if what == "partners":
        return N_("Tables and contacts (*.csv *.txt *.tsv *.xlsx *.xlsm *.vcf *.vcard)")
    return N_("Tables (*.csv *.txt *.tsv *.xlsx *.xlsm)")
