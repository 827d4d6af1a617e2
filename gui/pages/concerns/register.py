"""The register: filters, the concerns, and what is known of the chosen one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.rows.concerns import ConcernRow
from domain.rows.filters import ConcernFilter, ConcernOrder
from domain.terms import BERLIN
from gui import theme
from gui.desk import Desk
from gui.models.table import IdTableModel
from gui.pages.concerns.columns import columns
from gui.pages.concerns.filter_bar import FilterBar
from gui.pages.concerns.history import ConcernHistory
from gui.pages.concerns.panel import ConcernPanel
from gui.texts import _
from gui.widgets.card import Card, Line
from gui.widgets.drawer import Drawer
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView
from gui.widgets.tabs import Inspector

_NARROW = 1060
"""Below this width the inspector is a drawer: list, filters and inspector do not fit beside each other."""


class Register(QWidget):
    """Concerns of any number, found beside the GUI thread; those whose answer is due first on top."""

    changed = Signal()  # other rows, or another one is chosen
    capture_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._order = (ConcernOrder.due, False)
        self._row: ConcernRow | None = None
        self._wanted: UUID | None = None
        self.waiting, self.overdue = 0, 0
        self.filters = FilterBar()
        self.model = IdTableModel(columns(self.today()), lambda row: row.id, self._fetch, self)
        self.table = TableView(self.model, _("Concerns"))
        self.table.set_two_lines()
        self.table.set_empty(self._empty_state())
        self.history = ConcernHistory(desk)
        self.panel = ConcernPanel(self.history)
        self.inspector = Inspector(_("Concern"))
        self.inspector.column.addWidget(self.panel)
        card = Card()
        card.body.addWidget(self.filters)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(card, 1)
        row.addWidget(self.inspector)
        self.drawer = Drawer(self, row, self.inspector, _NARROW)
        self.filters.row.addWidget(self.drawer.button)
        self.filters.changed.connect(self.refill)
        self.model.sort_asked.connect(self._on_sort)
        self.table.current_changed.connect(self._on_current)

    def _empty_state(self) -> EmptyState:
        empty = EmptyState(
            "flag", _("No concerns here"), _("Note what citizens bring up at a dialogue, or choose another filter.")
        )
        empty.add_button(_("Note concerns …"), icon="plus", is_primary=True).clicked.connect(self.capture_asked)
        return empty

    def today(self) -> date:
        """The local day."""
        return self._desk.clock().astimezone(BERLIN).date()

    def chosen(self) -> ConcernRow | None:
        """The concern in the current row."""
        return self._row

    def wanted(self) -> ConcernFilter:
        """What the list shows."""
        order, descending = self._order
        return replace(self.filters.wanted(), order=order, descending=descending)

    def refill(self) -> None:
        """Find the concerns anew; the answer arrives a little later."""
        from domain.usecases import concern_rows

        self._desk.ask_later(self._on_ids, concern_rows.list_ids, self.wanted())

    def offer_offices(self) -> None:
        """Let the filter offer the offices that have a concern."""
        from domain.usecases import concern_rows

        self.filters.offer_offices(self._desk.ask(concern_rows.offices))

    def show_record(self, record: UUID) -> None:
        """Choose a concern, with other filters if these hide it."""
        if not self.table.select(record):
            self.filters.show_all()
            self._wanted = record
            self.refill()

    def _on_ids(self, ids: list[UUID]) -> None:
        from domain.usecases import concern_rows

        self.waiting = self._desk.ask(concern_rows.count_waiting)
        self.overdue = self._desk.ask(concern_rows.count_overdue)
        self.model.set_ids(ids)
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        elif ids and self.table.current_id() is None:
            self.table.select(ids[0])
        self._on_current(self.table.current_id())

    def _fetch(self, ids: Sequence[UUID]) -> list[ConcernRow]:
        from domain.usecases import concern_rows

        return self._desk.ask(concern_rows.fetch_rows, ids)

    def _on_sort(self, order: str, descending: bool) -> None:  # noqa: FBT001 - a signal's signature
        self._order = (ConcernOrder(order), descending)
        self.refill()

    def _on_current(self, record: UUID | None) -> None:
        from domain.usecases import concern_context

        found = self._fetch([record]) if record is not None else []
        self._row = found[0] if found else None
        coming = self._desk.ask(concern_context.next_dialogue, self._row.kreis_ags) if self._row else None
        self.panel.show_concern(self._row, coming, self.today())
        self.history.show_record(self._row.id if self._row else None)
        self.changed.emit()
