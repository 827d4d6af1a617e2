"""Third step: every row with what would become of it, and why."""

from bisect import bisect_left
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from domain.overriding import override
from domain.rows.imports import Fate, ImportReport, RowFate
from gui import theme
from gui.dialogs.import_wizard.words import field_name, remark_said, shown
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.badge import BadgeLook, hint_badge, plain_badge, warning_badge
from gui.widgets.card import Card
from gui.widgets.choice import Segmented
from gui.widgets.empty import EmptyState
from gui.widgets.problem_line import ProblemLine
from gui.widgets.table import TableView

_ALL, _HINTS = "all", "hints"


class PreviewStep(QWidget):
    """The rows, all or those of one fate."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: ImportReport | None = None
        self.summary = labels.Text(wrap=True)
        self.problem = ProblemLine()
        self.shown = Segmented(list(_segments().items()), name=_("Rows"))
        self.shown.picked.connect(self._show_rows)
        self.model = FateModel(self)
        self.table = TableView(self.model, _("Rows of the file"))
        self.table.set_two_lines()
        self.table.set_empty(EmptyState("list", _("No such rows"), _("No row of the file has this fate.")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_ROW)
        column.addWidget(self.summary)
        column.addWidget(self.problem)
        column.addWidget(self.shown)
        card = Card()
        card.body.addWidget(self.table)
        column.addWidget(card, 1)

    def show_waiting(self) -> None:
        """The rows are being judged."""
        self._report = None
        self.summary.setText(_("Every row is compared with what is there. Nothing is stored yet."))
        self.problem.show_words("")
        self.model.set_rows(())
        self.shown.setEnabled(False)
        self.table.setEnabled(False)

    def show_report(self, report: ImportReport) -> None:
        """Show every row's fate."""
        self._report = report
        self.shown.setEnabled(True)
        self.table.setEnabled(True)
        self.summary.setText(counted(report))
        counts = {fate.value: report.count(fate) for fate in Fate}
        counts |= {_ALL: len(report.fates), _HINTS: report.hinted}
        for key, words in _segments().items():
            self.shown.set_words(key, f"{words} {current().number(counts[key])}")
        self.shown.set_value(_ALL)
        self._show_rows()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, words: str) -> None:
        """Say why rows cannot be taken over; what was judged stays to be read."""
        self.problem.show_words(words)
        if self._report is None:
            self.summary.setText("")

    def _show_rows(self, _picked: str = "") -> None:
        if self._report is None:
            return
        wanted = self.shown.value()
        rows = self._report.fates
        if wanted == _HINTS:
            rows = tuple(row for row in rows if row.hints or row.remarks)
        elif wanted != _ALL:
            rows = tuple(row for row in rows if row.fate.value == wanted)
        self.model.set_rows(rows)


class FateModel(RowTableModel[RowFate]):
    """Rows in the order of their lines, as many as a file has."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), lambda row: UUID(int=row.line), parent)

    @override
    def position_of(self, record: UUID) -> int:
        rows = self.rows()
        at = bisect_left(rows, record.int, key=lambda row: row.line)
        return at if at < len(rows) and rows[at].line == record.int else -1


def counted(report: ImportReport) -> str:
    """How many rows there are and what becomes of them, in one sentence."""
    numbers = {fate.value: current().number(report.count(fate)) for fate in Fate}
    words = ngettext(
        "{rows} row: {new} new, {changed} changed, {unchanged} unchanged, {duplicate} twice, {refused} refused.",
        "{rows} rows: {new} new, {changed} changed, {unchanged} unchanged, {duplicate} twice, {refused} refused.",
        len(report.fates),
    )
    return words.format(rows=current().number(len(report.fates)), **numbers)


def _segments() -> dict[str, str]:
    return {
        _ALL: _("All"),
        Fate.new.value: _("New"),
        Fate.changed.value: _("Changed"),
        Fate.unchanged.value: _("Unchanged"),
        Fate.duplicate.value: _("Twice"),
        Fate.refused.value: _("Refused"),
        _HINTS: _("With hints"),
    }


def _columns() -> list[Column[RowFate]]:
    return [
        Column(_("Line"), lambda row: Cell(current().number(row.line), tone="muted"), width=80, is_right=True),
        Column(_("Name"), _name),
        Column(_("What becomes of it"), lambda row: Cell(badge=_fate(row)), width=168),
    ]


def _name(row: RowFate) -> Cell:
    is_refused = row.fate is Fate.refused
    return Cell(row.name or "–", second=_why(row), is_first=True, tone="error" if is_refused else "text")


def _why(row: RowFate) -> str:
    """How the row was understood, the reason, the changes and the hints, in this order."""
    parts = [shown(each) for each in row.read_as]
    if row.msgid:
        reason = current().text(row.msgid, row.params)
        parts.append(f"{field_name(row.field)}: {reason}" if row.field else reason)
    parts += [f"{field_name(field)}: {shown(before)} → {shown(after)}" for field, before, after in row.changes]
    parts += [current().gettext(hint) for hint in row.hints]
    parts += [remark_said(*remark) for remark in row.remarks]
    return " · ".join(parts)


def _fate(row: RowFate) -> BadgeLook:
    match row.fate:
        case Fate.new:
            return hint_badge(_("new"), "plus")
        case Fate.changed:
            return hint_badge(_("changed"), "edit")
        case Fate.refused:
            return warning_badge(_("refused"))
        case Fate.duplicate if row.remarks:
            return plain_badge(_("there already"), "copy")
        case Fate.duplicate:
            return plain_badge(_("twice in the file"), "copy")
        case _:
            return plain_badge(_("unchanged"), "check")
