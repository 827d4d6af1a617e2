"""The page of the network: filters, institutions, and what is known of the chosen one."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.labels import label
from domain.overriding import override
from domain.region.kreise import kreise
from domain.rows.filters import EventFilter, EventOrder, PartnerFilter, PartnerOrder
from domain.rows.partners import PartnerDetail, PartnerRow
from domain.terms import BERLIN, PartnerCategory
from gui import theme
from gui.models.table import IdTableModel
from gui.page import Page
from gui.pages.partners import deeds, duplicates
from gui.pages.partners.columns import columns
from gui.pages.partners.duplicate_watch import DuplicateWatch
from gui.pages.partners.panel import PartnerPanel
from gui.texts import _, current
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.drawer import Drawer
from gui.widgets.empty import EmptyState
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton
from gui.widgets.table import TableView
from gui.widgets.tabs import Inspector

_NARROW = 1056
"""Below this page width the inspector is a drawer: list, filters and inspector do not fit beside each other."""


class PartnersPage(Page):
    """The network as a list of any length, with people, events and what to do next beside it."""

    watches = frozenset({"partner", "contact", "event", "event_partner", "distinct_pair"})

    @override
    def _build(self) -> None:
        self._total = 0
        self._order = PartnerOrder.heading
        self._descending = False
        self._detail: PartnerDetail | None = None
        self._wanted: UUID | None = None
        self.duplicates = DuplicateWatch(self.desk, self)
        self.duplicates.ready.connect(self._on_duplicates)
        shown = columns(self.today(), self.duplicates.is_younger)
        self.model = IdTableModel(shown, lambda row: row.id, self._fetch, self)
        self.model.sort_asked.connect(self._on_sort)
        self.table = TableView(self.model, _("Partners"))
        self.table.set_empty(self._empty_state())
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _record: self.edit())
        self.panel = PartnerPanel()
        self.panel.edit_clicked.connect(self.edit)
        self.panel.event_clicked.connect(self.plan_event)
        self.panel.contact_added.connect(lambda: deeds.add_contact(self))
        self.panel.contact_opened.connect(lambda contact: deeds.edit_contact(self, contact))
        self.panel.event_opened.connect(lambda event: self.asked_for.emit("events", event))
        self.twice = duplicates.hint_for(self)
        self.inspector = Inspector(_("Partner"))
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

    def detail(self) -> PartnerDetail | None:
        """The institution shown in the inspector."""
        return self._detail

    def _list_card(self) -> Card:
        card = Card()
        bar = self.bar = QHBoxLayout()
        bar.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        bar.setSpacing(theme.GAP_SMALL)
        self.search = SearchField(_("Name, town, street"))
        self.search.setMaximumWidth(240)
        self.categories = FilterButton(
            _("All categories"), [(found, label(found, current())) for found in PartnerCategory], icon="filter"
        )
        self.kreise = FilterButton(_("All districts"), [(found.ags, found.name) for found in kreise()], icon="hexagon")
        take_over = Button(_("Read table …"), icon="import")
        take_over.clicked.connect(lambda: deeds.take_over(self))
        for widget in (self.search, self.categories, self.kreise):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(take_over)
        self.search.searched.connect(self._refill)
        self.categories.picked.connect(self._refill)
        self.kreise.picked.connect(self._refill)
        card.body.addLayout(bar)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        return card

    def _empty_state(self) -> EmptyState:
        empty = EmptyState("people", _("No partners here"), _("Take over a table, enter one, or change the filter."))
        empty.add_button(_("Read table …"), icon="import", is_primary=True).clicked.connect(
            lambda: deeds.take_over(self)
        )
        empty.add_button(_("New partner")).clicked.connect(self.enter)
        return empty

    @override
    def title(self) -> str:
        return _("Partners")

    @override
    def context(self) -> str:
        shown, language = len(self.model.ids()), current()
        if shown == self._total:
            return _("{count} institutions").format(count=language.number(shown))
        return _("{shown} of {total}").format(shown=language.number(shown), total=language.number(self._total))

    @override
    def primary(self) -> str:
        return "partners.new"

    @override
    def secondary(self) -> tuple[str, ...]:
        return ("partners.duplicates",)

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        self.duplicates.refresh()
        self._refill()

    def _on_duplicates(self) -> None:
        self.model.forget_rows()
        self._show_twice(self.table.current_id())

    def _show_twice(self, record: UUID | None) -> None:
        self.twice.show_pairs(record, self.duplicates.of(record) if record is not None else ())

    @override
    def show_record(self, record: UUID) -> None:
        if not self.table.select(record):
            self.search.clear()
            self.categories.set_ticked(())
            self.kreise.set_ticked(())
            self._wanted = record
            self._refill()

    @override
    def first_focus(self) -> QWidget:
        return self.table

    @override
    def may(self, action_id: str) -> bool:
        return self.table.current_id() is not None

    def _fetch(self, ids: Sequence[UUID]) -> list[PartnerRow]:
        from domain.usecases import partners

        return self.desk.ask(partners.fetch_rows, ids)

    def _on_sort(self, order: str, descending: bool) -> None:  # noqa: FBT001 - a signal's signature
        self._order = PartnerOrder[order]
        self._descending = descending
        self._refill()

    def _refill(self, _change: object = None) -> None:
        from domain.usecases import partners

        wanted = PartnerFilter(
            text=self.search.text(),
            categories=tuple(PartnerCategory(str(found)) for found in self.categories.ticked()),
            kreise=tuple(str(ags) for ags in self.kreise.ticked()),
            order=self._order,
            descending=self._descending,
        )
        self.desk.ask_later(self._on_ids, partners.list_ids, wanted)

    def _on_ids(self, ids: list[UUID]) -> None:
        from domain.usecases import partners

        self._total = self.desk.ask(partners.count)
        self.model.set_ids(ids)
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        elif ids and self.table.current_id() is None:
            self.table.select(ids[0])
        self._on_current(self.table.current_id())
        self.head_changed.emit()

    def _on_current(self, record: UUID | None) -> None:
        from domain.usecases import event_rows, partners

        self._show_twice(record)
        if record is None:
            self._detail = None
            self.panel.show_partner(None, ())
            return
        self._detail = self.desk.ask(partners.detail, record)
        wanted = EventFilter(partner_id=record, order=EventOrder.date, descending=True)
        self.panel.show_partner(self._detail, self.desk.ask(event_rows.list_rows, wanted))

    def enter(self) -> None:
        """Open the form for a new institution."""
        deeds.enter(self)

    def edit(self) -> None:
        """Open the form of the chosen institution."""
        deeds.edit(self)

    def remove(self) -> None:
        """Delete the selected institutions; undo brings them back."""
        deeds.remove(self, self.table.selected_ids())

    def plan_event(self) -> None:
        """Make an event at the chosen institution and show it."""
        deeds.plan_event(self)
