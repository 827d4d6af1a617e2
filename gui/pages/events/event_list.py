"""The table of events with its filters."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from domain.rows.events import EventRow
from domain.rows.filters import EventFilter, EventOrder
from domain.terms import Audience, EventKind, EventState
from gui.desk import Desk
from gui.models.table import IdTableModel
from gui.pages.events.columns import columns
from gui.pages.events.filter_bar import EventFilterBar
from gui.pages.events.saved_filters import SavedFilters
from gui.texts import _, current, ngettext
from gui.widgets.card import Card, Line
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView


class EventList(QWidget):
    """Finds events beside the GUI thread and shows them; rows are read in windows while scrolling."""

    opened = Signal(object)  # UUID
    new_asked = Signal()
    delete_asked = Signal()
    counted = Signal()
    selection_changed = Signal()

    def __init__(self, desk: Desk, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._order = (EventOrder.date, False)
        self._asked: EventFilter | None = None
        self._wanted: UUID | None = None
        self.total = 0
        self.model: IdTableModel[EventRow] = IdTableModel(columns(), lambda row: row.id, self._fetch, self)
        self.table = TableView(self.model, _("Events"))
        self.bar = EventFilterBar(today)
        self.saved = SavedFilters(desk, self.bar)
        self.bar.row.addWidget(self.saved)
        self.empty = EmptyState("list", _("No events here"), _("Choose another period or filter, or plan an event."))
        self.empty.add_button(_("New event"), icon="plus").clicked.connect(self.new_asked)
        self.empty.add_button(_("Show all")).clicked.connect(self.bar.clear)
        self.table.set_empty(self.empty)
        card = Card()
        card.body.addWidget(self.bar)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._connect()

    def _connect(self) -> None:
        self.bar.changed.connect(self.refill)
        self.model.sort_asked.connect(self._on_sort)
        self.table.opened.connect(self.opened)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self.selection_changed.emit())
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete_asked)

    def words(self) -> str:
        """How many are shown, and of how many: "17 of 1,248"."""
        shown = len(self.model.ids())
        if shown == self.total:
            return ngettext("{count} event", "{count} events", shown).format(count=current().number(shown))
        return _("{shown} of {total}").format(shown=current().number(shown), total=current().number(self.total))

    def refill(self) -> None:
        """Find the events anew; the answer arrives a little later."""
        from domain.usecases import event_rows

        order, descending = self._order
        self._asked = replace(self.bar.wanted(), order=order, descending=descending)
        self._desk.ask_later(self._on_found, event_rows.found_of_all, self._asked)

    def select(self, record: UUID) -> None:
        """Make an event the current one as soon as it is in the table."""
        self._wanted = None if self.table.select(record) else record

    def selected(self) -> list[UUID]:
        """The selected events from top to bottom."""
        return self.table.selected_ids()

    def _on_found(self, answer: tuple[tuple[UUID, ...], int]) -> None:
        ids, self.total = answer
        place = self.table.verticalScrollBar().value()
        if ids == self.model.ids():
            self.model.forget_rows()
        else:
            self.model.set_ids(ids)
            self.table.verticalScrollBar().setValue(place)
        if self._wanted is not None:
            self.table.select(self._wanted)
            self._wanted = None
        elif ids and self.table.current_id() is None:
            self.table.select(ids[0])
        self.counted.emit()

    def _on_sort(self, order: str, descending: bool) -> None:  # noqa: FBT001 - payload of a signal
        self._order = (EventOrder(order), descending)
        self.refill()

    def _fetch(self, ids: Sequence[UUID]) -> list[EventRow]:
        from domain.usecases import event_rows

        found = {row.id: row for row in self._desk.ask(event_rows.fetch_rows, ids)}
        return [found.get(each) or _gone(each) for each in ids]


def _gone(record: UUID) -> EventRow:
    """What stands for an event that another program deleted a moment ago, until the table is filled anew."""
    return EventRow(
        id=record,
        number="",
        kind=EventKind.information_event,
        state=EventState.cancelled,
        title=_("deleted meanwhile"),
        starts_at=None,
        ends_at=None,
        all_day=False,
        first_day=None,
        last_day=None,
        ags=None,
        kreis_ags=None,
        town="",
        place="",
        audience=Audience.internal,
        uid="",
        sequence=0,
        version=0,
    )
