"""The page of the sites: filters, places to stand, and what is known of the chosen one."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.labels import label
from domain.overriding import override
from domain.region.kreise import kreise
from domain.rows.filters import SiteFilter
from domain.rows.partners import SiteRow
from domain.rows.printing import PrintChoice
from domain.terms import PermitState
from gui import registry, theme
from gui.dialogs.permit import open_permit
from gui.models.table import RowTableModel
from gui.page import Page
from gui.pages.sites import deeds
from gui.pages.sites.columns import columns
from gui.pages.sites.panel import SitePanel
from gui.texts import _, current, ngettext
from gui.widgets.card import Card, Line
from gui.widgets.drawer import Drawer
from gui.widgets.empty import EmptyState
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton
from gui.widgets.table import TableView
from gui.widgets.tabs import Inspector

_PRINT = "gui.dialogs.print_preview:open_print"
_NARROW = 1000
"""Below this page width the inspector is a drawer."""


class SitesPage(Page):
    """Where a vehicle can stand, with space, power and permit, and the events there beside it."""

    watches = frozenset({"site", "event", "event_permit", "event_tally", "vehicle", "setting"})

    @override
    def _build(self) -> None:
        self._rows: dict[UUID, SiteRow] = {}
        self.model = RowTableModel(columns(), key=lambda row: row.id, parent=self)
        self.table = TableView(self.model, _("Sites"))
        self.table.set_two_lines()
        self.table.set_empty(self._empty_state())
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _record: self.edit())
        self.panel = SitePanel()
        self.panel.edit_clicked.connect(self.edit)
        self.panel.event_clicked.connect(self.plan_event)
        self.panel.event_opened.connect(lambda event: self.asked_for.emit("events", event))
        self.panel.permit_asked.connect(lambda event: open_permit(self.window(), self.desk, event))
        self.panel.print_clicked.connect(self.print_pass)
        self.panel.photo.picked.connect(partial(deeds.set_photo, self))
        self.panel.photo.described.connect(partial(deeds.describe_photo, self))
        self.panel.photo.removed.connect(partial(deeds.remove_photo, self))
        self.inspector = Inspector(_("Site"))
        self.inspector.column.addWidget(self.panel)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self._list_card(), 1)
        row.addWidget(self.inspector)
        self.body.addLayout(row)
        self.drawer = Drawer(self, row, self.inspector, _NARROW)
        self.bar.insertWidget(self.bar.count() - 1, self.drawer.button)

    def _list_card(self) -> Card:
        card = Card()
        bar = self.bar = QHBoxLayout()
        bar.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        bar.setSpacing(theme.GAP_SMALL)
        self.search = SearchField(_("Name, town, street"))
        self.search.setMaximumWidth(240)
        self.kreise = FilterButton(_("All districts"), [(found.ags, found.name) for found in kreise()], icon="hexagon")
        self.permits = FilterButton(
            _("All permits"), [(state, label(state, current())) for state in PermitState], icon="filter"
        )
        for widget in (self.search, self.kreise, self.permits):
            bar.addWidget(widget)
        bar.addStretch(1)
        self.search.searched.connect(self._refill)
        self.kreise.picked.connect(self._refill)
        self.permits.picked.connect(self._refill)
        card.body.addLayout(bar)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        return card

    def _empty_state(self) -> EmptyState:
        empty = EmptyState("pin", _("No sites here"), _("Enter a place to stand, or change the filter."))
        empty.add_button(_("New site"), icon="plus", is_primary=True).clicked.connect(self.enter)
        return empty

    def current(self) -> SiteRow | None:
        """The site shown in the inspector."""
        record = self.table.current_id()
        return self._rows.get(record) if record else None

    @override
    def title(self) -> str:
        return _("Sites")

    @override
    def context(self) -> str:
        count = len(self.model.rows())
        return ngettext("{count} site", "{count} sites", count).format(count=current().number(count))

    @override
    def primary(self) -> str:
        return "sites.new"

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        self._refill()

    @override
    def show_record(self, record: UUID) -> None:
        if not self.table.select(record):
            self.search.clear()
            self.kreise.set_ticked(())
            self.permits.set_ticked(())
            self._refill()
            self.table.select(record)

    @override
    def first_focus(self) -> QWidget:
        return self.table

    @override
    def may(self, action_id: str) -> bool:
        return self.table.current_id() is not None

    def _refill(self, _change: object = None) -> None:
        from domain.usecases import sites

        wanted = SiteFilter(
            text=self.search.text(),
            kreise=tuple(str(ags) for ags in self.kreise.ticked()),
            permits=tuple(PermitState(str(state)) for state in self.permits.ticked()),
        )
        rows = self.desk.ask(sites.list_rows, wanted)
        self._rows = {row.id: row for row in rows}
        self.model.set_rows(rows)
        if rows and self.table.current_id() is None:
            self.table.select(rows[0].id)
        self._on_current(self.table.current_id())

    def _on_current(self, record: UUID | None) -> None:
        from domain.usecases import photos, site_pass

        row = self._rows.get(record) if record else None
        found = self.desk.ask(site_pass.site_pass, row.id) if row else None
        self.panel.show_site(found, self.desk.ask(photos.photo, row.draft.photo) if row else None)
        self.head_changed.emit()

    def enter(self) -> None:
        """Open the form for a new site."""
        deeds.enter(self)

    def edit(self) -> None:
        """Open the form of the chosen site."""
        deeds.edit(self)

    def remove(self) -> None:
        """Delete the selected sites; undo brings them back."""
        deeds.remove(self, self.table.selected_ids())

    def print_pass(self) -> None:
        """Open the print preview on the pass of the chosen site."""
        row = self.current()
        if row is not None:
            open_dialog = registry.resolve(_PRINT)
            open_dialog(self.window(), self.desk, "site_pass", PrintChoice(site_id=row.id))

    def plan_event(self) -> None:
        """Make a stop at the chosen site and show it."""
        deeds.plan_event(self)
