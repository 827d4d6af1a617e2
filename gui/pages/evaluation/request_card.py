"""Requests received in the period, by what became of them, and why some were declined."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from domain.labels import label
from domain.rows.evaluation import EvaluationFigures, RequestSums
from domain.rules.evaluation.names import line_name
from domain.terms import Breakdown
from gui import theme
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.evaluation.figure_table import full_height
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.card import Card, Line
from gui.widgets.table import TableView

_Row = tuple[UUID, str, RequestSums]


class RequestCard(Card):
    """All requests, by kind, and by schools and others."""

    def __init__(self) -> None:
        super().__init__(_("Requests"))
        self.model: RowTableModel[_Row] = RowTableModel(_columns(), key=lambda row: row[0], parent=self)
        self.table = TableView(self.model, _("Requests"))
        self.causes = labels.Text(wrap=True)
        self.body.addWidget(self.table)
        self.body.addWidget(Line())
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_ROW)
        foot.addWidget(self.causes)
        self.body.addLayout(foot)

    def show_figures(self, figures: EvaluationFigures) -> None:
        """Show the requests of the period."""
        found, language = figures.requests, current()
        named = [(_("All requests"), found.whole)]
        named += [(line_name(Breakdown.kind, line.key, {}, language), line.sums) for line in found.kinds]
        named += [(line_name(Breakdown.school, line.key, {}, language), line.sums) for line in found.schools]
        self.model.set_rows([(UUID(int=at), name, sums) for at, (name, sums) in enumerate(named, 1)])
        self.table.setFixedHeight(full_height(self.table, len(named)))
        causes = [
            f"{label(each.cause, language) if each.cause else _('not given')} {language.number(each.count)}"
            for each in found.causes
        ]
        count = found.whole.declined
        said = ngettext("{count} declined: {causes}", "{count} declined: {causes}", count)
        self.causes.setText(
            said.format(count=language.number(count), causes=", ".join(causes)) if causes else _("None was declined.")
        )


def _columns() -> tuple[Column[_Row], ...]:
    names = (
        ("received", _("Received"), 108, 0),
        ("accepted", _("Accepted"), 116, 0),
        ("declined", _("Declined"), 100, 0),
        ("capacity", _("for lack of capacity"), 148, 620),
        ("waiting", _("Waiting list"), 100, 720),
        ("withdrawn", _("Withdrawn"), 124, 840),
        ("open", _("Open"), 84, 480),
    )
    figures = tuple(
        Column(title, lambda row, name=name: _figure(getattr(row[2], name)), width, is_right=True, hide_below=below)  # type: ignore[misc]  # a default binds the name
        for name, title, width, below in names
    )
    return (Column(_("What"), lambda row: Cell(row[1], is_first=True)), *figures)


def _figure(count: int) -> Cell:
    return Cell(current().number(count), tone="text" if count else "muted")
