"""The page of the inbox: filters, the requests, what is known of the chosen one, and its triage."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from domain.rows.requests import RequestRow
from domain.terms import BERLIN, RequestState
from gui import theme
from gui.page import Page
from gui.pages.requests import deeds
from gui.pages.requests.inbox import InboxList
from gui.pages.requests.panel import UNDECIDED, RequestPanel
from gui.pages.requests.triage_view import TriageView
from gui.texts import _, current, ngettext
from gui.widgets.drawer import Drawer
from gui.widgets.tabs import Inspector

_NARROW = 1056
"""Below this page width the inspector is a drawer: list, filters and inspector do not fit beside each other."""


class RequestsPage(Page):
    """The inbox: each open request becomes an event, is declined with a cause, or waits."""

    watches = frozenset(
        {
            *("request", "request_wish", "equipment", "offer", "topic", "staff", "staff_absence"),
            *("staff_qualification", "assignment", "event"),
        }
    )

    @override
    def _build(self) -> None:
        self.inbox = InboxList(self.desk, self.today())
        self.table, self.model, self.filters = self.inbox.table, self.inbox.model, self.inbox.filters
        self.search, self.states = self.filters.search, self.filters.states
        self.panel = RequestPanel()
        self.inspector = Inspector(_("Request"))
        self.inspector.column.addWidget(self.panel)
        self.sorting = TriageView(self.desk)
        self.sorting.hide()
        self._list_area = QWidget()
        row = QHBoxLayout(self._list_area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.inbox, 1)
        row.addWidget(self.inspector)
        self.body.addWidget(self._list_area, 1)
        self.body.addWidget(self.sorting, 1)
        self.drawer = Drawer(self, row, self.inspector, _NARROW)
        self.filters.row.addWidget(self.drawer.button)
        self._connect()

    def _connect(self) -> None:
        self.inbox.enter_clicked.connect(self.enter)
        self.inbox.filled.connect(self._on_filled)
        self.table.current_changed.connect(lambda _record: self._show_current())
        self.table.opened.connect(lambda _record: self.edit())
        panel, sorting = self.panel, self.sorting
        for signal, deed in (
            (panel.triage_clicked, self.triage),
            (panel.accept_clicked, self.accept),
            (panel.wait_clicked, self.wait),
            (panel.decline_clicked, self.decline),
            (panel.edit_clicked, self.edit),
            (panel.reopen_clicked, lambda: deeds.reopen(self)),
            (panel.event_clicked, lambda: deeds.open_event(self)),
            (sorting.left, self.leave_triage),
            (sorting.accepted, lambda decision: deeds.accept_as(self, decision)),
            (sorting.decline_clicked, self.decline),
            (sorting.wait_clicked, self.wait),
            (sorting.edit_clicked, self.edit),
        ):
            signal.connect(deed)

    def today(self) -> date:
        """The local day."""
        return self.desk.clock().astimezone(BERLIN).date()

    @override
    def title(self) -> str:
        return _("Triage") if self.is_sorting() else _("Requests")

    @override
    def context(self) -> str:
        count = self.inbox.open_count
        return ngettext("{count} open", "{count} open", count).format(count=current().number(count))

    @override
    def primary(self) -> str:
        return "" if self.is_sorting() else "requests.new"

    @override
    def badges(self) -> dict[str, int]:
        return {"requests": self.inbox.open_count}

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        self.inbox.refill()

    @override
    def show_record(self, record: UUID) -> None:
        self.leave_triage()
        self.inbox.show_record(record)

    @override
    def first_focus(self) -> QWidget:
        return self.sorting.back if self.is_sorting() else self.table

    @override
    def may(self, action_id: str) -> bool:
        row = self.chosen()
        if row is None:
            return False
        return row.state is RequestState.open if action_id == "requests.wait" else row.state in UNDECIDED

    def chosen(self) -> RequestRow | None:
        """The request in the current row."""
        return self.inbox.chosen()

    def is_sorting(self) -> bool:
        """Whether the triage of a request is shown instead of the list."""
        return not self.sorting.isHidden()

    def _on_filled(self) -> None:
        """Keep the inspector, and the request in triage, in step with the file."""
        before = self.sorting.request() if self.is_sorting() else None
        if before is not None:
            row = self.inbox.rows.get(before.id)
            if row is None or row.state not in UNDECIDED:
                self.leave_triage()
            else:
                self.table.select(row.id)
                self.sorting.open_request(row)
        self._show_current()

    def _show_current(self) -> None:
        self.panel.show_request(self.chosen())
        self.head_changed.emit()

    def triage(self) -> None:
        """Show what fits the chosen request instead of the list."""
        row = self.chosen()
        if row is not None and row.state in UNDECIDED:
            self.drawer.close()
            self._list_area.hide()
            self.sorting.show()
            self.sorting.back.setFocus()
            self.sorting.open_request(row)
            self.head_changed.emit()

    def leave_triage(self) -> None:
        """Show the list again."""
        if self.is_sorting():
            self.sorting.hide()
            self._list_area.show()
            self.table.setFocus()
            self.head_changed.emit()

    def enter(self) -> None:
        """Open the form for a new request."""
        deeds.enter(self)

    def edit(self) -> None:
        """Open the form of the chosen request, if nothing is decided yet."""
        deeds.edit(self)

    def accept(self) -> None:
        """Make an event of the chosen request: as chosen in triage, else as it was asked for."""
        if self.is_sorting():
            deeds.accept_as(self, self.sorting.decision())
        else:
            deeds.accept(self)

    def wait(self) -> None:
        """Put the chosen request on the waiting list."""
        deeds.wait(self)

    def decline(self) -> None:
        """Ask for cause and words, and decline the chosen request."""
        deeds.decline(self)
