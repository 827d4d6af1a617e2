"""A tab of the council's inspector: a table with what can be done below it."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui import theme
from gui.models.table import RowTableModel
from gui.widgets.button import Button
from gui.widgets.card import Line
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView


class TableTab(QWidget):
    """Two-line rows that fill the tab, and a foot of buttons; `head` takes widgets above the table."""

    def __init__(self, model: RowTableModel[Any], name: str, empty: EmptyState) -> None:
        super().__init__()
        self.model = model
        self.table = TableView(model, name)
        self.table.set_two_lines()
        self.table.set_empty(empty)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(theme.GAP_SMALL, 0, theme.GAP_SMALL, 0)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        self.foot.setSpacing(theme.GAP_SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(Line())
        column.addLayout(self.foot)

    def add_button(self, words: str, icon: str, *, tip: str = "", stretch: int = 0) -> Button:
        """A button at the right end of the foot; without words it is an icon that `tip` names."""
        button = Button(words, icon=icon, tip=tip)
        self.foot.addWidget(button, stretch)
        return button

    def current(self) -> Any:  # noqa: ANN401 - the row type of the tab's model
        """The row that is chosen, None if there is none."""
        record = self.table.current_id()
        return next((row for row in self.model.rows() if self.model.key(row) == record), None)

    def show_rows(self, rows: Any) -> None:  # noqa: ANN401 - rows of the tab's model
        """Show these rows; one of them is always chosen."""
        self.model.set_rows(rows)
        if rows and self.table.current_id() is None:
            self.table.select(self.model.key(rows[0]))
