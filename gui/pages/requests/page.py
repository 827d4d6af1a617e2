"""The page of the inbox: filters, the requests, and what is known of the chosen one."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.labels import label
from domain.overriding import override
from domain.region.kreise import kreise
from domain.rows.filters import RequestFilter
from domain.rows.requests import RequestDraft, RequestRow
from domain.rows.steps import Label
from domain.terms import BERLIN, EventKind, RequestState
from gui import theme
from gui.models.table import RowTableModel
from gui.page import Page
from gui.pages.requests.columns import columns
from gui.pages.requests.panel import RequestPanel
from gui.texts import _, current, ngettext
from gui.widgets.card import Card, Line
from gui.widgets.choice import Segmented
from gui.widgets.drawer import Drawer
from gui.widgets.empty import EmptyState
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton
from gui.widgets.table import TableView
from gui.widgets.tabs import Inspector

if TYPE_CHECKING:
    from gui.pages.requests.form import RequestDialog

_ALL = "all"
_NARROW = 1056
"""Below this page width the inspector is a drawer: list, filters and inspector do not fit beside each other."""


class RequestsPage(Page):
    """The inbox: each open request becomes an event, is declined with a reason, or waits."""

    watches = frozenset({"request", "request_wish", "equipment"})

    @override
    def _build(self) -> None:
        today = self._today()
        self._rows: dict[UUID, RequestRow] = {}
        self._open_count = 0
        self._dialog: RequestDialog | None = None
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

    def _today(self) -> date:
        return self.desk.clock().astimezone(BERLIN).date()

    def _list_card(self) -> Card:
        card = Card()
        bar = self.bar = QHBoxLayout()
        bar.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        bar.setSpacing(theme.GAP_SMALL)
        self.search = SearchField(_("Requester, topic, town"))
        self.search.setMaximumWidth(240)
        self.kinds = FilterButton(_("All kinds"), [(kind, label(kind, current())) for kind in EventKind], icon="filter")
        self.kreise = FilterButton(_("All districts"), [(found.ags, found.name) for found in kreise()], icon="hexagon")
        self.states = Segmented(
            [
                (RequestState.open, _("Open")),
                (RequestState.accepted, _("Accepted")),
                (RequestState.declined, _("Declined")),
                (_ALL, _("All")),
            ],
            name=_("State"),
        )
        for widget in (self.search, self.kinds, self.kreise):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.states)
        self.search.searched.connect(self._refill)
        self.kinds.picked.connect(self._refill)
        self.kreise.picked.connect(self._refill)
        self.states.picked.connect(self._refill)
        card.body.addLayout(bar)
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
            self.states.set_value(_ALL)
            self.search.clear()
            self.kinds.set_ticked(())
            self.kreise.set_ticked(())
            self._refill()
            self.table.select(record)

    @override
    def first_focus(self) -> QWidget:
        return self.table

    @override
    def may(self, action_id: str) -> bool:
        row = self._current()
        return row is not None and row.state is RequestState.open

    def _refill(self, _change: object = None) -> None:
        from domain.usecases import requests

        state = self.states.value()
        wanted = RequestFilter(
            text=self.search.text(),
            kinds=tuple(EventKind(str(kind)) for kind in self.kinds.ticked()),
            states=() if state == _ALL else (RequestState(state),),
            kreise=tuple(str(ags) for ags in self.kreise.ticked()),
        )
        rows = self.desk.ask(requests.list_rows, wanted)
        self._open_count = self.desk.ask(requests.open_count)
        self._rows = {row.id: row for row in rows}
        self.model.set_rows(rows)
        if rows and self.table.current_id() is None:
            self.table.select(rows[0].id)
        self._on_current(self.table.current_id())
        self.head_changed.emit()

    def _current(self) -> RequestRow | None:
        record = self.table.current_id()
        return self._rows.get(record) if record else None

    def _on_current(self, record: UUID | None) -> None:
        self.panel.show_request(self._rows.get(record) if record else None)
        self.head_changed.emit()

    def _on_event_clicked(self) -> None:
        row = self._current()
        if row is not None and row.event_id is not None:
            self.asked_for.emit("events", row.event_id)

    def enter(self) -> None:
        """Open the form for a new request."""
        self._open_form(_("New request"), RequestDraft("", EventKind.mobile_stop), None)

    def edit(self) -> None:
        """Open the form of the chosen request, if it is still open."""
        row = self._current()
        if row is not None and row.state is RequestState.open:
            self._open_form(_("Edit request"), row.draft, row)

    def _open_form(self, title: str, draft: RequestDraft, row: RequestRow | None) -> None:
        from domain.usecases import fleet
        from gui.pages.requests.form import RequestDialog

        names = tuple(item.name for item in self.desk.ask(fleet.equipment))
        dialog = RequestDialog(title, draft, names, self._today, self.window())
        self._dialog = dialog
        dialog.saved.connect(lambda fresh: self._save(dialog, fresh, row))
        dialog.open()

    def _save(self, dialog: "RequestDialog", draft: RequestDraft, row: RequestRow | None) -> None:
        from domain.usecases import requests

        name = (("requester", draft.requester),)
        try:
            if row is None:
                self.desk.run(Label(N_("Enter request of {requester}"), name), requests.create, draft)
            else:
                self.desk.run(
                    Label(N_("Change request of {requester}"), name), requests.change, row.id, draft, row.version
                )
        except LandaufError as trouble:
            dialog.refuse(trouble)
            return
        dialog.accept()
        self.desk.tell(_("Request saved"), undoable=True)

    def accept(self) -> None:
        """Make an event of the chosen request and show it."""
        from domain.usecases import requests

        row = self._current()
        if row is None:
            return
        draft = self.desk.ask(requests.proposed_event, row.id)
        label_ = Label(N_("Make an event of the request of {requester}"), (("requester", row.draft.requester),))
        event_id = self.desk.run(label_, requests.accept, row.id, draft)
        self.desk.tell(_("The request has become an event"), undoable=True)
        self.asked_for.emit("events", event_id)

    def decline(self) -> None:
        """Ask for the reason and decline the chosen request."""
        from gui.dialogs.reason import ReasonDialog

        row = self._current()
        if row is None:
            return
        dialog = ReasonDialog(_("Decline request"), _("Reason; it stays countable"), _("Decline"), self.window())
        dialog.given.connect(lambda reason: self._decline(row, reason))
        dialog.open()

    def _decline(self, row: RequestRow, reason: str) -> None:
        from domain.usecases import requests

        label_ = Label(N_("Decline request of {requester}"), (("requester", row.draft.requester),))
        self.desk.run(label_, requests.decline, row.id, reason)
        self.desk.tell(_("Request declined"), undoable=True)

    def reopen(self) -> None:
        """Put the chosen request back into the inbox."""
        from domain.usecases import requests

        row = self._current()
        if row is not None:
            label_ = Label(N_("Reopen request of {requester}"), (("requester", row.draft.requester),))
            self.desk.run(label_, requests.reopen, row.id)
