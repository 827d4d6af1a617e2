"""The page of the publications: stock and reorder list, and what is known of the chosen one."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from domain.overriding import override
from domain.rows.filters import PublicationFilter
from domain.rows.publications import PublicationRow
from domain.terms import BERLIN
from gui import theme
from gui.models.table import RowTableModel
from gui.page import Page
from gui.pages.publications import deeds, words
from gui.pages.publications.columns import order_columns, stock_columns
from gui.pages.publications.filter_bar import FilterBar
from gui.pages.publications.panel import PublicationPanel
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.choice import Segmented
from gui.widgets.drawer import Drawer
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView
from gui.widgets.tabs import Inspector

_STOCK, _ORDER = "stock", "order"
_NARROW = 1056
"""Below this page width the inspector is a drawer."""


class PublicationsPage(Page):
    """Brochures and leaflets by edition and language: what is there, what is promised, what to order."""

    watches = frozenset({"publication", "stock_movement", "event_publication", "event", "topic"})

    @override
    def _build(self) -> None:
        self._rows: dict[UUID, PublicationRow] = {}
        self._to_order = 0
        self.view = Segmented([(_STOCK, _("Stock")), (_ORDER, _("To order"))], name=_("View"))
        self.view.picked.connect(self._on_view)
        self.model = RowTableModel(stock_columns(), key=lambda row: row.id, parent=self)
        self.orders = RowTableModel(order_columns(), key=lambda row: row.id, parent=self)
        self.table = self._table(self.model, _("Publications"), self._no_stock())
        self.order_table = self._table(self.orders, _("Reorder list"), self._nothing_to_order())
        self.panel = PublicationPanel(self.today())
        self.panel.book_clicked.connect(self.book)
        self.panel.edit_clicked.connect(self.edit)
        self.panel.edition_clicked.connect(self.new_edition)
        self.panel.event_opened.connect(lambda event: self.asked_for.emit("events", event))
        self.inspector = Inspector(_("Publication"))
        self.inspector.column.addWidget(self.panel)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._stock_card())
        self.stack.addWidget(self._order_card())
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.stack, 1)
        row.addWidget(self.inspector)
        self.body.addLayout(row)
        self.drawer = Drawer(self, row, self.inspector, _NARROW)
        self.bar.insertWidget(self.bar.count() - 1, self.drawer.button)

    def _table(self, model: RowTableModel[PublicationRow], name: str, empty: EmptyState) -> TableView:
        table = TableView(model, name)
        table.set_two_lines()
        table.set_empty(empty)
        table.current_changed.connect(self._on_current)
        table.opened.connect(lambda _record: self.edit())
        return table

    def _stock_card(self) -> Card:
        card = Card()
        self.filters = FilterBar()
        self.bar = self.filters.row
        self.filters.changed.connect(self._refill)
        card.body.addWidget(self.filters)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        return card

    def _order_card(self) -> Card:
        card = Card()
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        bar.setSpacing(theme.GAP_SMALL)
        self.sum = labels.Text(tone="muted")
        self.print = Button(_("Print …"), icon="printer")
        self.print.clicked.connect(self.print_list)
        self.send = Button(_("Export …"), icon="export")
        self.send.clicked.connect(self.export)
        bar.addWidget(self.sum)
        bar.addStretch(1)
        bar.addWidget(self.print)
        bar.addWidget(self.send)
        card.body.addLayout(bar)
        card.body.addWidget(Line())
        card.body.addWidget(self.order_table, 1)
        return card

    def _no_stock(self) -> EmptyState:
        empty = EmptyState(
            "book", _("No publications here"), _("Enter a brochure or leaflet, or choose another filter.")
        )
        empty.add_button(_("New publication"), icon="plus", is_primary=True).clicked.connect(self.enter)
        return empty

    def _nothing_to_order(self) -> EmptyState:
        return EmptyState("check", _("Nothing to order"), _("The minimum of every publication is there."))

    def today(self) -> date:
        """The local day."""
        return self.desk.clock().astimezone(BERLIN).date()

    def is_ordering(self) -> bool:
        """Whether the reorder list is shown."""
        return self.view.value() == _ORDER

    def wanted(self) -> PublicationFilter:
        """What the list in front holds."""
        return PublicationFilter(to_order=True) if self.is_ordering() else self.filters.wanted()

    def chosen(self) -> PublicationRow | None:
        """The publication in the current row of the list in front."""
        record = self._front().current_id()
        return self._rows.get(record) if record else None

    def _front(self) -> TableView:
        return self.order_table if self.is_ordering() else self.table

    @override
    def title(self) -> str:
        return _("Publications")

    @override
    def context(self) -> str:
        count = len(self.model.rows())
        found = ngettext("{count} publication", "{count} publications", count).format(count=current().number(count))
        if self._to_order:
            found += ", " + _("{count} to order").format(count=current().number(self._to_order))
        return found

    @override
    def primary(self) -> str:
        return "publications.new"

    @override
    def head_widget(self) -> QWidget:
        return self.view

    @override
    def badges(self) -> dict[str, int]:
        return {"publications": self._to_order}

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        from domain.usecases import vocabulary

        self.filters.offer_topics((topic.id, topic.name) for topic in self.desk.ask(vocabulary.topics))
        self._refill()

    @override
    def show_record(self, record: UUID) -> None:
        self.show_view(_STOCK)
        if not self.table.select(record):
            self.filters.show_all()
            self._refill()
            self.table.select(record)

    @override
    def first_focus(self) -> QWidget:
        return self._front()

    @override
    def may(self, action_id: str) -> bool:
        row = self.chosen()
        if action_id == "publications.edition":
            return row is not None and row.draft.replaced_by_id is None
        return row is not None

    def show_view(self, view: str) -> None:
        """Show the "stock" or what to "order"."""
        self.view.set_value(view)
        self._on_view(view)

    def _on_view(self, view: str) -> None:
        self.stack.setCurrentIndex(int(view == _ORDER))
        self._on_current(self._front().current_id())

    def _refill(self) -> None:
        from domain.usecases import publications

        rows = self.desk.ask(publications.list_rows, self.filters.wanted())
        orders = self.desk.ask(publications.list_rows, PublicationFilter(to_order=True))
        self._rows = {row.id: row for row in (*rows, *orders)}
        self._to_order = len(orders)
        for table, model, found in ((self.table, self.model, rows), (self.order_table, self.orders, orders)):
            model.set_rows(found)
            if found and table.current_id() is None:
                table.select(found[0].id)
        self.sum.setText(_in_all(orders))
        self._on_current(self._front().current_id())

    def _on_current(self, _record: UUID | None) -> None:
        from domain.usecases import publication_rows

        row = self.chosen()
        self.panel.show_publication(self.desk.ask(publication_rows.detail, row.id) if row else None)
        self.head_changed.emit()

    def enter(self) -> None:
        """Open the form for a new publication."""
        deeds.enter(self)

    def edit(self) -> None:
        """Open the form of the chosen publication."""
        deeds.edit(self)

    def new_edition(self) -> None:
        """Open the form for the edition that replaces the chosen one."""
        deeds.new_edition(self)

    def book(self) -> None:
        """Book what came, went or was counted."""
        deeds.book(self)

    def remove(self) -> None:
        """Delete the selected publications; undo brings them back."""
        deeds.remove(self, self._front().selected_ids())

    def print_list(self) -> None:
        """Open the print preview on the reorder list."""
        deeds.print_list(self)

    def export(self) -> None:
        """Write the list in front to a file."""
        deeds.export(self)


def _in_all(orders: list[PublicationRow]) -> str:
    """How much is to be ordered: 4 publications, 575 copies."""
    if not orders:
        return ""
    count = len(orders)
    titles = ngettext("{count} publication", "{count} publications", count).format(count=current().number(count))
    return f"{titles}, {words.copies(sum(row.to_order for row in orders))}"
