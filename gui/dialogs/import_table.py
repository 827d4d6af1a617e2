"""Reads a table into the workspace: what would become of every row first, then one undoable step."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.overriding import override
from domain.rows.imports import Fate, ImportReport, RowFate
from domain.rows.steps import Label
from gui import theme
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.dialogs.files import choose_file
from gui.models.table import Cell, Column, RowTableModel
from gui.tasks import Ticket
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.badge import BadgeLook, hint_badge, plain_badge, warning_badge
from gui.widgets.choice import Segmented
from gui.widgets.table import TableView

if TYPE_CHECKING:
    from gui.shell import Shell

_WIDTH, _HEIGHT = 900, 600
_ALL = "all"

_STEPS = {
    "partners": N_("Import partners from {file}"),
    "requests": N_("Import requests from {file}"),
    "vehicles": N_("Import vehicles from {file}"),
}


def open_import(parent: QWidget, desk: Desk, what: str = "partners") -> None:
    """Ask for a file and show what would become of its rows; `what` is partners, requests or vehicles."""
    choose_file(
        parent,
        _("Read table"),
        _("Tables (*.csv *.txt *.tsv)"),
        lambda chosen: ImportDialog(desk, what, chosen, parent).open(),
    )


def read_partners(window: "Shell") -> None:
    """The menu's way to take over partners."""
    _open(window, "partners")


def read_requests(window: "Shell") -> None:
    """The menu's way to take over requests."""
    _open(window, "requests")


def read_vehicles(window: "Shell") -> None:
    """The menu's way to take over vehicles."""
    _open(window, "vehicles")


def _open(window: "Shell", what: str) -> None:
    if window.desk is not None:
        open_import(window, window.desk, what)


class ImportDialog(Dialog):
    """The preview of a table: every row with its fate, refused ones with the reason; nothing is stored before."""

    def __init__(self, desk: Desk, what: str, source: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("Read table"), _("Take over"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._desk, self._what, self._source = desk, what, source
        self._report: ImportReport | None = None
        self._ticket: Ticket | None = None
        self.summary = labels.Text(_("Reading {file} …").format(file=source.name), wrap=True)
        self.shown = Segmented(
            [
                (_ALL, _("All")),
                (Fate.new, _("New")),
                (Fate.changed, _("Changed")),
                (Fate.unchanged, _("Unchanged")),
                (Fate.duplicate, _("Twice")),
                (Fate.refused, _("Refused")),
            ],
            name=_("Rows"),
        )
        self.shown.picked.connect(self._show_rows)
        self.model = RowTableModel(_columns(), key=_row_id, parent=self)
        self.table = TableView(self.model, _("Rows of the file"))
        self.table.set_two_lines()
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.shown)
        head.setSpacing(theme.GAP)
        self.content.addLayout(head)
        self.content.addWidget(self.table, 1)
        self.primary.setEnabled(False)
        self.primary.clicked.connect(self._take_over)
        self._preview()

    def _preview(self) -> None:
        from domain.usecases.imports import IMPORTS

        def work(ticket: Ticket) -> ImportReport:
            told = _told(ticket)
            return self._desk.workspace.ask(IMPORTS[self._what], self._source, store=False, told=told)

        self._ticket = self._desk.tasks.start(work, self._on_preview, self._on_trouble)

    def _on_preview(self, report: ImportReport) -> None:
        self._report = report
        counts = {fate: report.count(fate) for fate in Fate}
        taken = counts[Fate.new] + counts[Fate.changed]
        self.summary.setText(
            _("{rows} rows: {new} new, {changed} changed, {refused} refused ({encoding}, “{delimiter}”)").format(
                rows=current().number(len(report.fates)),
                new=current().number(counts[Fate.new]),
                changed=current().number(counts[Fate.changed]),
                refused=current().number(counts[Fate.refused]),
                encoding=report.encoding,
                delimiter=report.delimiter.replace("\t", "Tab"),
            )
        )
        words = ngettext("Take over {count} row", "Take over {count} rows", taken).format(count=current().number(taken))
        self.primary.setText(words)
        self.primary.setEnabled(taken > 0)
        self._show_rows()

    def _show_rows(self, _picked: str = "") -> None:
        if self._report is None:
            return
        wanted = self.shown.value()
        self.model.set_rows([row for row in self._report.fates if wanted in {_ALL, row.fate}])

    def _on_trouble(self, trouble: LandaufError) -> None:
        self.summary.setText(current().error(trouble))
        self.summary.set_tone("error")
        self.primary.setEnabled(False)

    def _take_over(self) -> None:
        from domain.usecases.imports import IMPORTS

        label = Label(_STEPS[self._what], (("file", self._source.name),))
        self.primary.setEnabled(False)

        def work(ticket: Ticket) -> ImportReport:
            told = _told(ticket)
            return self._desk.workspace.run(label, IMPORTS[self._what], self._source, told=told)

        progress = _("Taking over {file}").format(file=self._source.name)
        self._ticket = self._desk.tasks.start(work, self._on_stored, self._on_trouble, progress=progress)

    def _on_stored(self, report: ImportReport) -> None:
        taken = report.count(Fate.new) + report.count(Fate.changed)
        words = ngettext("{count} row taken over", "{count} rows taken over", taken)
        self._desk.tell(words.format(count=current().number(taken)), undoable=True)
        self.accept()

    @override
    def reject(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        super().reject()


def _told(ticket: Ticket) -> Callable[[int], None]:
    """Report rows read, and stop the transaction when nobody wants the answer any more."""

    def told(done: int) -> None:
        if ticket.is_cancelled:
            raise LandaufError(N_("Cancelled; nothing was taken over."))
        ticket.report(done, 0)

    return told


def _row_id(row: RowFate) -> UUID:
    return UUID(int=row.line)


def _columns() -> list[Column[RowFate]]:
    return [
        Column(_("Line"), lambda row: Cell(current().number(row.line), tone="muted"), width=64, is_right=True),
        Column(_("Name"), _name),
        Column(_("What becomes of it"), lambda row: Cell(badge=_fate(row.fate)), width=150),
    ]


def _name(row: RowFate) -> Cell:
    reason = current().text(row.msgid, row.params) if row.msgid else ""
    if reason and row.field:
        reason = f"{row.field}: {reason}"
    hints = " ".join(current().gettext(hint) for hint in row.hints)
    is_refused = row.fate is Fate.refused
    return Cell(row.name or "–", second=reason or hints, is_first=True, tone="error" if is_refused else "text")


def _fate(fate: Fate) -> BadgeLook:
    match fate:
        case Fate.new:
            return hint_badge(_("new"), "plus")
        case Fate.changed:
            return hint_badge(_("changed"), "edit")
        case Fate.refused:
            return warning_badge(_("refused"))
        case Fate.duplicate:
            return plain_badge(_("twice in the file"), "copy")
        case _:
            return plain_badge(_("unchanged"), "check")
