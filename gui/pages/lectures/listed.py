"""What the three views share: a bar of filters over a table, and an inspector that becomes a drawer."""

from collections.abc import Sequence
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui import theme
from gui.models.table import Column, RowTableModel
from gui.widgets.card import Card, Line
from gui.widgets.drawer import Drawer
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView
from gui.widgets.tabs import Inspector

Row = TypeVar("Row")

_NARROW = 1000
"""Below this width of the view the inspector is a drawer."""


class Listed(QWidget, Generic[Row]):
    """A list with the inspector `panel` beside it; subclasses fill the bar and say what is shown."""

    current_changed = Signal(object)  # UUID or None
    opened = Signal(object)  # UUID

    def __init__(
        self, name: str, columns: Sequence[Column[Row]], panel: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model: RowTableModel[Row] = RowTableModel(columns, self.key, self)
        self.table = TableView(self.model, name)
        self.table.set_two_lines()
        self.card = Card()
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        self.bar.setSpacing(theme.GAP_SMALL)
        self.card.body.addLayout(self.bar)
        self.card.body.addWidget(Line())
        self.card.body.addWidget(self.table, 1)
        self.inspector = Inspector(name)
        self.inspector.column.addWidget(panel)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.card, 1)
        row.addWidget(self.inspector)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self.drawer = Drawer(self, row, self.inspector, _NARROW)
        self.table.current_changed.connect(self.current_changed)
        self.table.opened.connect(self.opened)

    def key(self, row: Row) -> UUID:
        """The id of a row."""
        found: UUID = row.id  # type: ignore[attr-defined]  # rows that have none are keyed by the subclass
        return found

    def finish_bar(self) -> None:
        """Put the button of the drawer at the right end."""
        self.bar.addStretch(1)
        self.bar.addWidget(self.drawer.button)

    def set_empty(self, empty: EmptyState) -> None:
        """What stands here while there is nothing."""
        self.table.set_empty(empty)

    def current(self) -> Row | None:
        """The row that is chosen, None if there is none."""
        at = self.model.position_of(record) if (record := self.table.current_id()) else -1
        return self.model.row_at(at) if at >= 0 else None

    def put(self, rows: Sequence[Row]) -> None:
        """Show these rows; one of them is always chosen."""
        self.model.set_rows(rows)
        if rows and self.table.current_id() is None:
            self.table.select(self.key(rows[0]))
        else:
            self.current_changed.emit(self.table.current_id())


def holds(text: str, wanted: str) -> bool:
    """Whether a text holds every word that is wanted, however it is capitalised."""
    folded = text.casefold()
    return all(word in folded for word in wanted.casefold().split())
