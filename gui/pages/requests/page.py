"""The page of the inbox: filters, the requests, and what is known of the chosen one."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from domain.rows.requests import RequestRow
from domain.terms import BERLIN, RequestState
from gui import theme
from gui.models.table import RowTableModel
from gui.page import Page
from gui.pages.requests import deeds
from gui.pages.requests.columns import columns
from gui.pages.requests.filter_bar import FilterBar
from gui.pages.requests.panel import RequestPanel
from gui.texts import _, current, ngettext
from gui.widgets.card import Card, Line
from gui.widgets.drawer import Drawer
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView
from gui.widgets.tabs import Inspector

_NARROW = 1056
"""Below this page width the inspector is a drawer: list, filters and inspector do not fit beside each other."""


class RequestsPage(Page):
    """The inbox: each open request becomes an event, is declined with a reason, or waits."""

    watches = frozenset({"request", "request_wish", "equipment"})

    @override
    def _build(self) -> None:
        today = self.today()
        self._rows: dict[UUID, RequestRow] = {}
        self._open_count = 0
        self.model = RowTableModel(columns(today), key=lambda row: row.id, parent=self)
        self.table = TableView(self.model, _("Requests"))
        self.table.set_two_lines()
        self.table.set_empty(self._empty_state())
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _record: self.edit())
        self.panel = RequestPanel()
        self.panel.accept_clicked.connect(self.accept)
        self.panel.decline_clicked.connect(self.decline)
        self.panel.edit_clicked.connect(self.edit)
        self.panel.reopen_clicked.connect(self.reopen)
        self.panel.event_clicked.connect(self._on_event_clicked)
        self.inspector = Inspector(_("Request"))
        self.inspector.column.addWidget(self.panel)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self._list_card(), 1)
        row.addWidget(self.inspector)
        self.body.addLayout(row)
        self.drawer = Drawer(self, row, self.inspector, _NARROW)
        self.bar.insertWidget(self.bar.count() - 1, self.drawer.button)

    def today(self) -> date:
        """The local day."""
        return self.desk.clock().astimezone(BERLIN).date()

    def _list_card(self) -> Card:
        card = Card()
        self.filters = FilterBar()
        self.search, self.states = self.filters.search, self.filters.states
        self.bar = self.filters.row
        self.filters.changed.connect(self._refill)
        card.body.addWidget(self.filters)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        return card

    def _empty_state(self) -> EmptyState:
        empty = EmptyState(
            "inbox", _("No requests here"), _("Enter a request, take over a table, or choose another filter.")
        )
        empty.add_button(_("Enter request"), icon="plus", is_primary=True).clicked.connect(self.enter)
        return empty

    @override
    def title(self) -> str:
        return _("Requests")

    @override
    def context(self) -> str:
        count = self._open_count
        return ngettext("{count} open", "{count} open", count).format(count=current().number(count))

    @override
    def primary(self) -> str:
        return "requests.new"

    @override
    def badges(self) -> dict[str, int]:
        return {"requests": self._open_count}

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        self._refill()

    @override
    def show_record(self, record: UUID) -> None:
        if not self.table.select(record):
            self.filters.show_all()
            self._refill()
            self.table.select(record)

    @override
    def first_focus(self) -> QWidget:
        return self.table

    @override
    def may(self, action_id: str) -> bool:
        row = self.chosen()
        return row is not None and row.state is RequestState.open

    def _refill(self) -> None:
        from domain.usecases import requests

        rows = self.desk.ask(requests.list_rows, self.filters.wanted())
        self._open_count = self.desk.ask(requests.open_count)
        self._rows = {row.id: row for row in rows}
        self.model.set_rows(rows)
        if rows and self.table.current_id() is None:
            self.table.select(rows[0].id)
        self._on_current(self.table.current_id())
        self.head_changed.emit()

    def chosen(self) -> RequestRow | None:
        """The request in the current row."""
        record = self.table.current_id()
        return self._rows.get(record) if record else None

    def _on_current(self, record: UUID | None) -> None:
        self.panel.show_request(self._rows.get(record) if record else None)
        self.head_changed.emit()

    def _on_event_clicked(self) -> None:
        row = self.chosen()
        if row is not None and row.event_id is not None:
            self.asked_for.emit("events", row.event_id)

    def enter(self) -> None:
        """Open the form for a new request."""
        deeds.enter(self)

    def edit(self) -> None:
        """Open the form of the chosen request, if it is still open."""
        deeds.edit(self)

    def accept(self) -> None:
        """Make an event of the chosen request and show it."""
        deeds.accept(self)

    def decline(self) -> None:
        """Ask for the reason and decline the chosen request."""
        deeds.decline(self)

    def reopen(self) -> None:
        """Put the chosen request back into the inbox."""
        deeds.reopen(self)
