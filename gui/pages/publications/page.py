"""The page of the publications: stock and reorder list, and what is known of the chosen one."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from domain.rows.publications import PublicationRow
from domain.terms import BERLIN
from gui import theme
from gui.page import Page
from gui.pages.publications import deeds
from gui.pages.publications.lists import Lists
from gui.pages.publications.panel import PublicationPanel
from gui.texts import _, current, ngettext
from gui.widgets.choice import Segmented
from gui.widgets.drawer import Drawer
from gui.widgets.tabs import Inspector

_STOCK, _ORDER = "stock", "order"
_NARROW = 1056
"""Below this page width the inspector is a drawer."""


class PublicationsPage(Page):
    """Brochures and leaflets by edition and language: what is there, what is promised, what to order."""

    watches = frozenset({"publication", "stock_movement", "event_publication", "event", "topic"})

    @override
    def _build(self) -> None:
        self.deeds = deeds.Deeds(self)
        self.view = Segmented([(_STOCK, _("Stock")), (_ORDER, _("To order"))], name=_("View"))
        self.view.picked.connect(self.show_view)
        self.lists = Lists(self.desk)
        self.lists.changed.connect(self._on_changed)
        self.lists.opened.connect(self.deeds.edit)
        self.lists.enter_asked.connect(self.deeds.enter)
        self.lists.print.clicked.connect(self.deeds.print_list)
        self.lists.export.clicked.connect(self.deeds.export)
        self.panel = PublicationPanel(self.today())
        self.panel.book_clicked.connect(self.deeds.book)
        self.panel.edit_clicked.connect(self.deeds.edit)
        self.panel.edition_clicked.connect(self.deeds.new_edition)
        self.panel.event_opened.connect(partial(self.asked_for.emit, "events"))
        self.inspector = Inspector(_("Publication"))
        self.inspector.column.addWidget(self.panel)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.lists, 1)
        row.addWidget(self.inspector)
        self.body.addLayout(row)
        self.drawer = Drawer(self, row, self.inspector, _NARROW)
        bar = self.lists.filters.row
        bar.insertWidget(bar.count() - 1, self.drawer.button)

    def today(self) -> date:
        """The local day."""
        return self.desk.clock().astimezone(BERLIN).date()

    def chosen(self) -> PublicationRow | None:
        """The publication in the current row of the list in front."""
        return self.lists.chosen()

    @override
    def title(self) -> str:
        return _("Publications")

    @override
    def context(self) -> str:
        count, to_order = len(self.lists.stock.rows()), len(self.lists.orders.rows())
        found = ngettext("{count} publication", "{count} publications", count).format(count=current().number(count))
        if to_order:
            found += ", " + _("{count} to order").format(count=current().number(to_order))
        return found

    @override
    def primary(self) -> str:
        return "publications.new"

    @override
    def head_widget(self) -> QWidget:
        return self.view

    @override
    def badges(self) -> dict[str, int]:
        return {"publications": len(self.lists.orders.rows())}

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        from domain.usecases import vocabulary

        self.lists.filters.offer_topics((topic.id, topic.name) for topic in self.desk.ask(vocabulary.topics))
        self.lists.refill()

    @override
    def show_record(self, record: UUID) -> None:
        self.view.set_value(_STOCK)
        self.lists.show_record(record)

    @override
    def first_focus(self) -> QWidget:
        return self.lists.front()

    @override
    def may(self, action_id: str) -> bool:
        row = self.chosen()
        if action_id == "publications.edition":
            return row is not None and row.draft.replaced_by_id is None
        return row is not None

    def show_view(self, view: str) -> None:
        """Show the "stock" or what to "order"."""
        self.view.set_value(view)
        self.lists.show_orders(shown=view == _ORDER)

    def _on_changed(self) -> None:
        from domain.usecases import publication_rows

        row = self.chosen()
        self.panel.show_publication(self.desk.ask(publication_rows.detail, row.id) if row else None)
        self.head_changed.emit()
