"""Selecting several rows of a table by their records."""

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel

from gui.widgets.table import TableView


def select_too(view: TableView, records: Collection[UUID]) -> None:
    """Select the rows of these records beside what is selected; the current row stays."""
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for at in range(view.rows.rowCount()):
        if view.rows.id_at(at) in records:
            view.selectionModel().select(view.rows.index(at, 0), rows)
