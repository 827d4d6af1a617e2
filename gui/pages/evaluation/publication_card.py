"""What was handed out in the period: copies of each publication as lying bars with their figures."""

from uuid import UUID

from domain.rows.evaluation import EvaluationFigures
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.evaluation import words
from gui.pages.evaluation.figure_table import full_height
from gui.texts import _
from gui.widgets.card import Card
from gui.widgets.table import TableView

_MOST_ROWS = 12

_Row = tuple[UUID, str, int, int, float]
"""A key for the table, the name, copies, events, and the share of the most copies."""


class PublicationCard(Card):
    """The publications, the most copies first; hidden while none was handed out."""

    def __init__(self) -> None:
        super().__init__(_("Publications"))
        self.model: RowTableModel[_Row] = RowTableModel(_columns(), key=lambda row: row[0], parent=self)
        self.table = TableView(self.model, _("Publications"))
        self.body.addWidget(self.table)
        self.hide()

    def show_figures(self, figures: EvaluationFigures) -> None:
        """Show what was handed out."""
        lines = figures.publications
        most = max((line.copies for line in lines), default=0)
        self.model.set_rows(
            [
                (UUID(int=at), figures.names.get(line.key, line.key), line.copies, line.events, line.copies / most)
                for at, line in enumerate(lines, 1)
            ]
        )
        self.table.setFixedHeight(full_height(self.table, min(len(lines), _MOST_ROWS)))
        self.setVisible(bool(lines))


def _columns() -> tuple[Column[_Row], ...]:
    return (
        Column(_("Publication"), lambda row: Cell(row[1], is_first=True), 360),
        Column("", lambda row: Cell(bars=(row[4], 0))),
        Column(_("Copies handed out"), lambda row: Cell(words.number(row[2])), 176, is_right=True),
        Column(_("Events"), lambda row: Cell(words.number(row[3])), 100, is_right=True, hide_below=560),
    )
