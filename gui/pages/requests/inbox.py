"""The list of the inbox: filters over the requests; those on the waiting list that could be met now come first."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.rows.requests import RequestRow
from domain.rows.triage import Opening
from domain.terms import RequestState
from gui.desk import Desk
from gui.models.table import RowTableModel
from gui.pages.requests.columns import columns
from gui.pages.requests.filter_bar import FilterBar
from gui.texts import _
from gui.widgets.card import Card, Line
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView


class InboxList(Card):
    """Requests by wished day; `filled` tells that other rows, or rows in another order, are shown."""

    filled = Signal()
    enter_clicked = Signal()

    def __init__(self, desk: Desk, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._listed: tuple[RequestRow, ...] = ()
        self._waiting: tuple[RequestRow, ...] = ()
        self.rows: dict[UUID, RequestRow] = {}
        self.openings: dict[UUID, Opening] = {}
        self.open_count = 0
        self.filters = FilterBar()
        self.filters.changed.connect(self.refill)
        self.model = RowTableModel(columns(today, self.openings), key=lambda row: row.id, parent=self)
        self.table = TableView(self.model, _("Requests"))
        self.table.set_two_lines()
        self.table.set_empty(self._empty_state())
        self.body.addWidget(self.filters)
        self.body.addWidget(Line())
        self.body.addWidget(self.table, 1)

    def _empty_state(self) -> EmptyState:
        empty = EmptyState(
            "inbox", _("No requests here"), _("Enter a request, take over a table, or choose another filter.")
        )
        empty.add_button(_("Enter request"), icon="plus", is_primary=True).clicked.connect(self.enter_clicked)
        return empty

    def refill(self) -> None:
        """Read the requests that pass the filters; who could be met now follows a little later."""
        from domain.usecases import requests, triage

        wanted = self.filters.wanted()
        self._listed = tuple(self._desk.ask(requests.list_rows, wanted))
        also = wanted.states == (RequestState.open,) and not wanted.overdue
        waiting = replace(wanted, states=(RequestState.waiting,))
        self._waiting = tuple(self._desk.ask(requests.list_rows, waiting)) if also else ()
        self.open_count = self._desk.ask(requests.open_count)
        self._show_rows()
        self._desk.ask_later(self._on_openings, triage.openings)

    def chosen(self) -> RequestRow | None:
        """The request in the current row."""
        record = self.table.current_id()
        return self.rows.get(record) if record else None

    def show_record(self, record: UUID) -> None:
        """Choose a request, though the filters leave it out."""
        if not self.table.select(record):
            self.filters.show_all()
            self.refill()
            self.table.select(record)

    def _on_openings(self, found: dict[UUID, Opening]) -> None:
        if found != self.openings:
            self.openings.clear()
            self.openings.update(found)
            self._show_rows()

    def _show_rows(self) -> None:
        rows = [row for row in self._waiting if row.id in self.openings]
        rows += sorted(self._listed, key=lambda row: row.id not in self.openings)
        self.rows = {row.id: row for row in rows}
        self.model.set_rows(rows)
        if rows and self.table.current_id() is None:
            self.table.select(rows[0].id)
        self.filled.emit()
