"""The columns of a file as a list from which they can be dragged onto fields."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from domain.overriding import override
from domain.rows.imports import SourceColumn
from gui.dialogs.import_wizard.words import column_name
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current
from gui.widgets.badge import hint_badge
from gui.widgets.table import TableView

MIME = "application/x-landauf-column"
"""What is carried while a column is dragged: the number of its place."""


class SourceModel(RowTableModel[SourceColumn]):
    """Headings with samples, and the fields each column feeds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            [
                Column(_("Column"), self._column),
                Column(_("Feeds"), self._feeds, width=152),
            ],
            lambda column: UUID(int=column.place),
            parent,
        )
        self._used: Mapping[int, list[str]] = {}

    def show(self, columns: Sequence[SourceColumn], used: Mapping[int, list[str]]) -> None:
        """Show these columns; `used` are the names of fields by a column's place."""
        self._used = used
        if columns == self.rows():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 1))
        else:
            self.set_rows(columns)

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        place = self.row_at(indexes[0].row()).place if indexes else 0
        data.setData(MIME, str(place).encode())
        return data

    def _column(self, column: SourceColumn) -> Cell:
        samples = " · ".join(column.samples) or _("no values")
        return Cell(column_name(column.heading, column.place), second=samples, icon="grip", is_first=True)

    def _feeds(self, column: SourceColumn) -> Cell:
        fields = self._used.get(column.place)
        return Cell(badge=hint_badge(current().listing(fields), "check")) if fields else Cell("–", tone="muted")


class SourceView(TableView):
    """The list; rows can be picked up with the mouse."""

    def __init__(self, model: SourceModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _("Columns of the file"), parent)
        self.set_two_lines()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
