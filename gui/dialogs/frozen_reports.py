"""Reports that were frozen: a list, the figures of one as they were, print, export, and what is different today."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import LandaufError
from domain.rows.printing import PrintChoice
from domain.rows.reports import SnapshotRow
from domain.terms import ReportKind
from gui import theme
from gui.desk import Desk
from gui.dialogs import files
from gui.dialogs.frozen_words import FrozenLine, lines_of, lines_of_year
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current
from gui.widgets.button import Button
from gui.widgets.empty import EmptyState
from gui.widgets.notice import Notice, Tone
from gui.widgets.table import TableView

if TYPE_CHECKING:
    from domain.rows.parliament import AnswerDifferences
    from domain.workspace import Workspace
    from gui.tasks import Ticket

_DOCUMENTS = {ReportKind.parliament: "parliament_answer", ReportKind.annual: "annual_report"}
_LIST_HEIGHT = 152
_WIDEST = 16_777_215  # what Qt takes for "no limit"


class FrozenReports(QWidget):
    """The frozen reports of one kind; what is chosen is shown with the figures it was given with."""

    counted = Signal(int)

    def __init__(self, desk: Desk, kind: ReportKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self._wanted: UUID | None = None
        self.model = RowTableModel[SnapshotRow](_columns(), lambda row: row.id, self)
        self.table = TableView(self.model, _("Frozen reports"))
        self.print = Button(_("Print …"), icon="printer")
        self.export = Button(_("Export …"), icon="export")
        self.compare = Button(_("Compare with today"), icon="refresh")
        self.state = Notice(Tone.hint, "")
        self.lines = RowTableModel[FrozenLine](_line_columns(kind), lambda line: line.key, self)
        self.figures = TableView(self.lines, _("Figures as they were frozen"))
        self._build()
        desk.changed.connect(self._on_data)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        self._desk.tasks.start(partial(_rows, self._desk.workspace, self._kind), self._on_rows, key=self._key("list"))

    def show_report(self, snapshot: UUID) -> None:
        """Choose one once the list holds it."""
        self._wanted = snapshot
        self.refresh()

    def current_id(self) -> UUID | None:
        """The report that is chosen."""
        return self.table.current_id()

    def _key(self, name: str) -> str:
        return f"frozen-{name}-{id(self)}"

    def _build(self) -> None:
        self.table.set_two_lines()
        self.table.setMaximumHeight(_LIST_HEIGHT)
        self.table.set_empty(
            EmptyState("save", _("Nothing is frozen yet"), _("Freeze a report to be able to give the same one again."))
        )
        self.state.hide()
        row = QHBoxLayout()
        row.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        row.setSpacing(theme.GAP_SMALL)
        for button in (self.print, self.export, self.compare):
            button.setAutoDefault(False)
            button.setEnabled(False)
            row.addWidget(button)
        row.addStretch(1)
        self.compare.setVisible(self._kind is ReportKind.parliament)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table)
        column.addLayout(row)
        column.addWidget(self.state)
        column.addWidget(self.figures, 1)
        self.table.current_changed.connect(self._on_chosen)
        self.print.clicked.connect(self._on_print)
        self.export.clicked.connect(self._on_export)
        self.compare.clicked.connect(self._on_compare)

    def _show_parts(self, *, is_empty: bool) -> None:
        """Without a report there are no figures and nothing to do with them: the words get the whole room."""
        self.table.setMaximumHeight(_WIDEST if is_empty else _LIST_HEIGHT)
        for part in (self.print, self.export, self.figures):
            part.setHidden(is_empty)
        self.compare.setVisible(self._kind is ReportKind.parliament and not is_empty)

    def _on_data(self, tables: frozenset[str]) -> None:
        if "report_snapshot" in tables:
            self.refresh()

    def _on_rows(self, rows: tuple[SnapshotRow, ...]) -> None:
        self.model.set_rows(rows)
        self._show_parts(is_empty=not rows)
        self.counted.emit(len(rows))
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        elif rows and self.table.current_id() is None:
            self.table.select(rows[0].id)

    def _on_chosen(self, _record: object) -> None:
        snapshot = self.current_id()
        for button in (self.print, self.export, self.compare):
            button.setEnabled(snapshot is not None)
        self.state.hide()
        self.lines.set_rows(())
        if snapshot is not None:
            work = partial(_opened, self._desk.workspace, self._kind, snapshot)
            self._desk.tasks.start(work, self.lines.set_rows, self._on_trouble, key=self._key("open"))

    def _on_trouble(self, error: LandaufError) -> None:
        self.state.show_words(current().error(error))
        self.state.show()

    def _on_print(self) -> None:
        from gui.dialogs.print_preview import open_print

        snapshot = self.current_id()
        if snapshot is not None:
            open_print(self.window(), self._desk, _DOCUMENTS[self._kind], PrintChoice(snapshot_id=snapshot))

    def _on_export(self) -> None:
        snapshot = self.current_id()
        if snapshot is not None:
            kinds = _("Tables") + " (*.xlsx *.csv *.json)"
            row = self.model.row_at(self.model.position_of(snapshot))
            files.save_as(self, _("Export"), _file_name(row), kinds, partial(self.write, snapshot))

    def write(self, snapshot: UUID, path: Path) -> None:
        """Write a frozen report as a table, in a pool thread."""
        language = current()

        def told(_count: int) -> None:
            self._desk.tell(_("Written to {file}").format(file=path.name))

        def work(_ticket: "Ticket") -> int:
            from domain.outgoing import annual_report, parliament

            if self._kind is ReportKind.annual:
                return annual_report.export_report(self._desk.workspace, path, None, snapshot, language)
            return parliament.export_snapshot(self._desk.workspace, path, snapshot, language)

        self._desk.tasks.start(work, told, progress=_("Writing {file}").format(file=path.name))

    def _on_compare(self) -> None:
        snapshot = self.current_id()
        if snapshot is not None:
            work = partial(_compared, self._desk.workspace, snapshot)
            self._desk.tasks.start(work, self._on_compared, self._on_trouble, key=self._key("compare"))

    def _on_compared(self, found: "tuple[AnswerDifferences, tuple[FrozenLine, ...]]") -> None:
        differences, lines = found
        self.lines.set_rows(lines)
        if differences:
            words = _("Today the answer would be another one; the frozen one stays as it was given.")
            self.state.show_words(_("Different today"), words)
        else:
            self.state.show_words(_("Nothing has changed"), _("Today the answer would be the same."))
        self.state.show()


def _file_name(row: SnapshotRow) -> str:
    name = _("Annual report") if row.kind is ReportKind.annual else _("Answer to parliament")
    return f"{name}-{row.code}.xlsx".lower().replace(" ", "-")


def _columns() -> tuple[Column[SnapshotRow], ...]:
    return (
        Column(_("Report"), lambda row: Cell(row.title, second=" ".join(row.question.split()), is_first=True)),
        Column(_("Period"), lambda row: Cell(current().day_range(row.first, row.last)), 184),
        Column(_("Frozen on"), lambda row: Cell(current().moment(row.frozen_at), second=row.author, tone="muted"), 148),
        Column(_("Code"), lambda row: Cell(row.code), 96),
    )


def _line_columns(kind: ReportKind) -> tuple[Column[FrozenLine], ...]:
    beside = _("In the year before") if kind is ReportKind.annual else _("Today")
    return (
        Column(_("What is counted"), lambda line: Cell(line.what, is_first=line.is_head)),
        Column(_("Frozen"), lambda line: Cell(line.then), 132, is_right=True),
        Column(beside, lambda line: Cell(line.now, tone="strong"), 148, is_right=True),
    )


def _rows(workspace: "Workspace", kind: ReportKind, _ticket: "Ticket") -> tuple[SnapshotRow, ...]:
    from domain.usecases import report_snapshots

    return workspace.ask(report_snapshots.list_rows, kind)


def _opened(workspace: "Workspace", kind: ReportKind, snapshot: UUID, _ticket: "Ticket") -> tuple[FrozenLine, ...]:
    from domain.usecases import annual_report, parliament

    if kind is ReportKind.annual:
        return lines_of_year(workspace.ask(annual_report.opened, snapshot).content.report)
    return lines_of(workspace.ask(parliament.opened, snapshot).content.answer)


def _compared(
    workspace: "Workspace", snapshot: UUID, _ticket: "Ticket"
) -> "tuple[AnswerDifferences, tuple[FrozenLine, ...]]":
    from domain.usecases import parliament

    found = workspace.ask(parliament.compare, snapshot)
    return found, lines_of(workspace.ask(parliament.opened, snapshot).content.answer, found)
