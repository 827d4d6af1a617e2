"""Everything that recurs, the most pressing first: „zuletzt vor 143 Tagen“."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.rows.councils import WatchRow
from domain.rules import interval_watch
from domain.rules.ages import Urgency
from gui import theme
from gui.models.table import RowTableModel
from gui.pages.councils.columns import watch_columns
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.choice import CheckBox
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView


class WatchView(QWidget):
    """Councils and exchanges with how long ago they met, when they are due, and a next date in one click."""

    next_asked = Signal(object)  # WatchRow
    row_opened = Signal(object)  # WatchRow
    current_changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: tuple[WatchRow, ...] = ()
        self.model: RowTableModel[WatchRow] = RowTableModel(watch_columns(today), lambda row: row.id, self)
        self.table = TableView(self.model, _("Regular exchange"))
        self.table.set_two_lines()
        self.table.set_empty(
            EmptyState(
                "arrows", _("Nothing recurs yet"), _("Plan an information exchange, or give a council an interval.")
            )
        )
        self.table.opened.connect(lambda _record: self._emit(self.row_opened))
        self.table.current_changed.connect(lambda _record: self.current_changed.emit())
        self.only_due = CheckBox(_("Only what is due"))
        self.only_due.clicked.connect(lambda _checked: self._show())
        self.count = labels.note()
        open_row = Button(_("Open entry"), icon="open")
        open_row.clicked.connect(lambda: self._emit(self.row_opened))
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        bar.setSpacing(theme.GAP)
        bar.addWidget(self.only_due)
        bar.addWidget(self.count)
        bar.addStretch(1)
        bar.addWidget(open_row)
        card = Card()
        card.body.addLayout(bar)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_rows(self, rows: Sequence[WatchRow]) -> None:
        """Show what recurs."""
        self._rows = tuple(rows)
        self._show()

    def current(self) -> WatchRow | None:
        """The line that is chosen."""
        record = self.table.current_id()
        return next((row for row in self.model.rows() if row.id == record), None)

    def select(self, record: UUID) -> bool:
        """Choose a line; whether it is there."""
        return self.table.select(record)

    def _show(self) -> None:
        due = [row for row in self._rows if self._urgency(row) is not Urgency.calm]
        late = sum(self._urgency(row) is Urgency.red for row in self._rows)
        self.count.setText(_("{count} are overdue").format(count=current().number(late)))
        shown = due if self.only_due.isChecked() else self._rows
        self.model.set_rows(shown)
        if shown and self.table.current_id() is None:
            self.table.select(shown[0].id)
        self.current_changed.emit()

    def _urgency(self, row: WatchRow) -> Urgency:
        return interval_watch.urgency(row.due, row.interval_days, row.next, self._today)

    def _emit(self, signal: SignalInstance) -> None:
        row = self.current()
        if row is not None:
            signal.emit(row)
