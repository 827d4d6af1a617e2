"""The list of institutions with its filters."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from domain.rows.filters import PartnerFilter, PartnerOrder
from domain.rows.partners import PartnerRow
from gui import theme
from gui.desk import Desk
from gui.models.table import IdTableModel
from gui.pages.partners.columns import columns
from gui.pages.partners.duplicate_watch import DuplicateWatch
from gui.pages.partners.filters import PartnerFilters
from gui.texts import _
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView


class PartnerList(Card):
    """A table of any length; `wanted_changed` says that filter or order are different now."""

    wanted_changed = Signal()
    take_over_clicked = Signal()
    stock_clicked = Signal()
    new_clicked = Signal()

    def __init__(self, desk: Desk, today: Callable[[], date]) -> None:
        super().__init__()
        self._desk = desk
        self._order = PartnerOrder.heading
        self._descending = False
        self.duplicates = DuplicateWatch(desk, self)
        shown = columns(today(), self.duplicates.is_younger)
        self.model = IdTableModel(shown, lambda row: row.id, self._fetch, self)
        self.model.sort_asked.connect(self._on_sort)
        self.duplicates.ready.connect(self.model.forget_rows)
        self.table = TableView(self.model, _("Partners"))
        self.table.set_empty(self._empty_state())
        self.filters = PartnerFilters()
        self.filters.changed.connect(self.wanted_changed)
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        self.bar.setSpacing(theme.GAP_SMALL)
        take_over = Button(_("Read table …"), icon="import")
        take_over.clicked.connect(self.take_over_clicked)
        self.bar.addWidget(self.filters)
        self.bar.addStretch(1)
        self.bar.addWidget(take_over)
        self.body.addLayout(self.bar)
        self.body.addWidget(Line())
        self.body.addWidget(self.table, 1)

    def wanted(self) -> PartnerFilter:
        """What the filters ask for, in the order of the head."""
        return self.filters.wanted(self._order, descending=self._descending)

    def _empty_state(self) -> EmptyState:
        empty = EmptyState("people", _("No partners here"), _("Take over a table, enter one, or change the filter."))
        take_over = empty.add_button(_("Read table …"), icon="import", is_primary=True)
        take_over.clicked.connect(self.take_over_clicked)
        empty.add_button(_("Take over offices and police")).clicked.connect(self.stock_clicked)
        empty.add_button(_("New partner")).clicked.connect(self.new_clicked)
        return empty

    def _fetch(self, ids: Sequence[UUID]) -> list[PartnerRow]:
        from domain.usecases import partners

        return self._desk.ask(partners.fetch_rows, ids)

    def _on_sort(self, order: str, descending: bool) -> None:  # noqa: FBT001 - a signal's signature
        self._order = PartnerOrder[order]
        self._descending = descending
        self.wanted_changed.emit()
