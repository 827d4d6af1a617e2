"""The page of the network: filters, institutions, and what is known of the chosen one."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from domain.overriding import override
from domain.rows.partners import PartnerDetail
from domain.terms import BERLIN
from gui import theme
from gui.page import Page
from gui.pages.partners import deeds, duplicates, network_deeds
from gui.pages.partners.network_view import NetworkView
from gui.pages.partners.panel import PartnerPanel
from gui.pages.partners.partner_list import PartnerList
from gui.texts import _, current
from gui.widgets.choice import Segmented
from gui.widgets.drawer import Drawer
from gui.widgets.tabs import Inspector

_NARROW = 1056
"""Below this page width the inspector is a drawer: list, filters and inspector do not fit beside each other."""


class PartnersPage(Page):
    """The network as a list of any length, with people, events and what to do next beside it."""

    watches = frozenset(
        {"partner", "contact", "event", "event_partner", "partner_area", "contact_area", "relation", "contact_entry"}
        | {"membership", "distinct_pair"}
    )

    @override
    def _build(self) -> None:
        self._total = 0
        self._detail: PartnerDetail | None = None
        self._wanted: UUID | None = None
        self.list = PartnerList(self.desk, self.today)
        self.table, self.model, self.filters = self.list.table, self.list.model, self.list.filters
        self.search, self.categories, self.kreise = self.filters.search, self.filters.categories, self.filters.kreise
        self.duplicates = self.list.duplicates
        self._connect_list()
        self.network = NetworkView(self.desk, self.today)
        self.views = Segmented([("list", _("List")), ("network", _("Network"))], name=_("View"))
        self.views.picked.connect(self.turn_to)
        self.stack = QStackedWidget()
        self.panel = PartnerPanel(self.today)
        network_deeds.connect(self)
        self.twice = duplicates.hint_for(self)
        self.inspector = Inspector(_("Partner"))
        self.inspector.column.addWidget(self.panel)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.network)
        row.addWidget(self.stack, 1)
        row.addWidget(self.inspector)
        self.body.addLayout(row)
        self.drawer = Drawer(self, row, self.inspector, _NARROW)
        self.list.bar.insertWidget(self.list.bar.count() - 1, self.drawer.button)

    def _connect_list(self) -> None:
        self.list.wanted_changed.connect(self._refill)
        self.list.take_over_clicked.connect(lambda: deeds.take_over(self))
        self.list.stock_clicked.connect(lambda: self.action_asked.emit("partners.stock"))
        self.list.new_clicked.connect(self.enter)
        self.table.current_changed.connect(self.show_partner)
        self.table.opened.connect(lambda _record: self.edit())
        self.duplicates.ready.connect(lambda: self._show_twice(self.table.current_id()))

    def today(self) -> date:
        """The local day."""
        return self.desk.clock().astimezone(BERLIN).date()

    def detail(self) -> PartnerDetail | None:
        """The institution shown in the inspector."""
        return self._detail

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
    def head_widget(self) -> QWidget:
        return self.views

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
        if self.is_network():
            self.network.read()

    def is_network(self) -> bool:
        """Whether the network of a Kreis is in front instead of the list."""
        return self.views.value() == "network"

    def _show_twice(self, record: UUID | None) -> None:
        self.twice.show_pairs(record, self.duplicates.of(record) if record is not None else ())

    @override
    def show_record(self, record: UUID) -> None:
        self.views.set_value("list")
        self.stack.setCurrentIndex(0)
        if not self.table.select(record):
            self.filters.clear()
            self._wanted = record
            self._refill()

    @override
    def first_focus(self) -> QWidget:
        return self.network.diagram if self.is_network() else self.table

    @override
    def may(self, action_id: str) -> bool:
        return self._detail is not None

    def _refill(self, _change: object = None) -> None:
        from domain.usecases import partners

        self.desk.ask_later(self._on_ids, partners.list_ids, self.list.wanted())

    def _on_ids(self, ids: list[UUID]) -> None:
        from domain.usecases import partners

        self._total = self.desk.ask(partners.count)
        self.model.set_ids(ids)
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        elif ids and self.table.current_id() is None:
            self.table.select(ids[0])
        if not self.is_network():
            self.show_partner(self.table.current_id())
        self.head_changed.emit()

    def turn_to(self, view: str) -> None:
        """Bring the "list" or the "network" to the front; the network opens at the Kreis of the partner shown."""
        self.views.set_value(view)
        self.stack.setCurrentIndex(("list", "network").index(view))
        if view == "network":
            kreis_ags = self._detail.row.kreis_ags if self._detail else None
            self.network.show_kreis(kreis_ags or str(self.network.kreis.value()))
        else:
            self.show_partner(self.table.current_id())
        self.head_changed.emit()

    def show_partner(self, record: UUID | None) -> None:
        """Show an institution in the inspector, or that none is chosen."""
        from domain.usecases import partners

        self._show_twice(record)
        if record is None:
            self._detail = None
            self.panel.show_partner(None)
            return
        self._detail = self.desk.ask(partners.detail, record)
        self.panel.show_partner(self._detail)
        deeds.read_around(self.desk, record, self._on_around)

    def _on_around(self, around: deeds.Around) -> None:
        """Show events and ties of the institution shown; arrows in the list do not wait for them."""
        if self._detail is not None and self._detail.row.id == around.partner_id:
            self.panel.show_around(self._detail.row.name, around.events, around.ties)

    def enter(self) -> None:
        """Open the form for a new institution."""
        deeds.enter(self)

    def edit(self) -> None:
        """Open the form of the chosen institution."""
        deeds.edit(self)

    def remove(self) -> None:
        """Delete the selected institutions; undo brings them back."""
        shown = [self._detail.row.id] if self._detail else []
        deeds.remove(self, shown if self.is_network() else self.table.selected_ids())

    def write_mail(self) -> None:
        """Open the drafts of e-mails to the selected institutions."""
        shown = [self._detail.row.id] if self._detail else []
        deeds.write_mail(self, shown if self.is_network() else self.table.selected_ids() or shown)

    def plan_event(self) -> None:
        """Make an event at the chosen institution and show it."""
        deeds.plan_event(self)
