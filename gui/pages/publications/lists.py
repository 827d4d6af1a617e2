"""The two lists of the publications page: the stock with its filters, and what to order."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from domain.rows.filters import PublicationFilter
from domain.rows.publications import PublicationRow
from gui import theme
from gui.desk import Desk
from gui.models.table import RowTableModel
from gui.pages.publications import words
from gui.pages.publications.columns import order_columns, stock_columns
from gui.pages.publications.filter_bar import FilterBar
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView


class Lists(QStackedWidget):
    """Stock and reorder list, one of them in front; `changed` tells of another current row or other rows."""

    changed = Signal()
    opened = Signal()  # Enter or double click on a publication
    enter_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[UUID, PublicationRow] = {}
        self.stock = RowTableModel(stock_columns(), key=lambda row: row.id, parent=self)
        self.orders = RowTableModel(order_columns(), key=lambda row: row.id, parent=self)
        self.stock_table = self._table(self.stock, _("Publications"), self._no_stock())
        nothing = EmptyState("check", _("Nothing to order"), _("The minimum of every publication is there."))
        self.order_table = self._table(self.orders, _("Reorder list"), nothing)
        self.filters = FilterBar()
        self.filters.changed.connect(self.refill)
        self.sum = labels.Text(tone="muted")
        self.print = Button(_("Print …"), icon="printer")
        self.export = Button(_("Export …"), icon="export")
        self.addWidget(_card(self.filters, self.stock_table))
        self.addWidget(_card(self._order_bar(), self.order_table))

    def _table(self, model: RowTableModel[PublicationRow], name: str, empty: EmptyState) -> TableView:
        table = TableView(model, name)
        table.set_two_lines()
        table.set_empty(empty)
        table.current_changed.connect(lambda _record: self.changed.emit())
        table.opened.connect(lambda _record: self.opened.emit())
        return table

    def _no_stock(self) -> EmptyState:
        empty = EmptyState(
            "book", _("No publications here"), _("Enter a brochure or leaflet, or choose another filter.")
        )
        empty.add_button(_("New publication"), icon="plus", is_primary=True).clicked.connect(self.enter_asked)
        return empty

    def _order_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.sum)
        row.addStretch(1)
        row.addWidget(self.print)
        row.addWidget(self.export)
        return bar

    def is_ordering(self) -> bool:
        """Whether the reorder list is in front."""
        return self.currentIndex() == 1

    def show_orders(self, *, shown: bool) -> None:
        """Bring the reorder list or the stock to the front."""
        self.setCurrentIndex(int(shown))
        self.changed.emit()

    def wanted(self) -> PublicationFilter:
        """What the list in front holds."""
        return PublicationFilter(to_order=True) if self.is_ordering() else self.filters.wanted()

    def front(self) -> TableView:
        """The table in front."""
        return self.order_table if self.is_ordering() else self.stock_table

    def chosen(self) -> PublicationRow | None:
        """The publication in the current row of the list in front."""
        record = self.front().current_id()
        return self._rows.get(record) if record else None

    def show_record(self, record: UUID) -> None:
        """Make a publication the current one of the stock list; the filters give way if they hide it."""
        self.show_orders(shown=False)
        if not self.stock_table.select(record):
            self.filters.show_all()
            self.refill()
            self.stock_table.select(record)

    def refill(self) -> None:
        """Show what is in the file now."""
        from domain.usecases import publications

        rows = self._desk.ask(publications.list_rows, self.filters.wanted())
        orders = self._desk.ask(publications.list_rows, PublicationFilter(to_order=True))
        self._rows = {row.id: row for row in (*rows, *orders)}
        for table, model, found in (
            (self.stock_table, self.stock, rows),
            (self.order_table, self.orders, orders),
        ):
            model.set_rows(found)
            if found and table.current_id() is None:
                table.select(found[0].id)
        self.sum.setText(_in_all(orders))
        self.changed.emit()


def _card(bar: QWidget, table: TableView) -> Card:
    card = Card()
    card.body.addWidget(bar)
    card.body.addWidget(Line())
    card.body.addWidget(table, 1)
    return card


def _in_all(orders: list[PublicationRow]) -> str:
    """How much is to be ordered: 4 publications, 575 copies."""
    if not orders:
        return ""
    count = len(orders)
    titles = ngettext("{count} publication", "{count} publications", count).format(count=current().number(count))
    return f"{titles}, {words.copies(sum(row.to_order for row in orders))}"
