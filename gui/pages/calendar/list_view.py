"""The month as a table: everything the painted views show, in words."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from domain.labels import KREIS_CODES, label
from domain.overriding import override
from domain.rows.events import EventRow
from domain.terms import DaySpan
from gui import icons, theme
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.calendar import layout, words
from gui.pages.calendar.selection import Selection
from gui.pages.calendar.stock import EventStock
from gui.texts import _, current
from gui.widgets.badge import kreis_badge, state_badge
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView


class ListView(TableView):
    """The events of one month by time."""

    menu_asked = Signal(object, object, object)  # UUID, date, QPoint on the screen

    def __init__(self, stock: EventStock, selection: Selection, parent: QWidget | None = None) -> None:
        self.model_of_rows: RowTableModel[EventRow] = RowTableModel(_columns(stock), lambda row: row.id)
        super().__init__(self.model_of_rows, _("Events of the month"), parent)
        self.model_of_rows.setParent(self)
        self._stock = stock
        self._selection = selection
        self.month = selection.day
        self.set_two_lines()
        self.set_empty(
            EmptyState("calendar", _("No events in this month"), _("Choose another month or other filters."))
        )
        stock.changed.connect(self._on_stock)
        self.current_changed.connect(self._on_row)

    def show_month(self, month: DaySpan) -> None:
        """List the events that touch a month."""
        self.month = month.first
        self._stock.show_days(month.first, month.last)
        self._fill()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        record = self.current_id()
        row = self._stock.row(record)
        if row is not None and row.start_day is not None:
            self.menu_asked.emit(record, row.start_day, event.globalPos())

    def _on_stock(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        rows = self._stock.between(layout.month_span(self.month))
        if tuple(rows) != self.model_of_rows.rows():
            self.model_of_rows.set_rows(rows)
        self.select(self._selection.event_id)

    def _on_row(self, record: UUID | None) -> None:
        row = self._stock.row(record)
        if row is not None and row.start_day is not None:
            span = layout.month_span(self.month)
            self._selection.pick(max(span.first, row.start_day), row.id)


def _columns(stock: EventStock) -> list[Column[EventRow]]:
    return [
        Column(_("Date"), _when, width=128),
        Column(_("Event and place"), _what),
        Column(_("Kind"), lambda row: _kind(row, has_conflict=row.id in stock.conflicts), width=168),
        Column(_("District"), _kreis, width=72),
        Column(_("State"), lambda row: Cell(badge=state_badge(row.state)), width=120),
    ]


def _when(row: EventRow) -> Cell:
    return Cell(words.short_day(row.start_day) if row.start_day else "", words.times(row))


def _what(row: EventRow) -> Cell:
    return Cell(row.title, row.place, is_first=True, is_struck=words.is_off(row))


def _kind(row: EventRow, *, has_conflict: bool) -> Cell:
    name = label(row.kind, current())
    if has_conflict:
        return Cell(name, _("Conflict"), icon="error", icon_colour=theme.tokens().error)
    return Cell(name, icon=icons.KIND_ICONS[row.kind], icon_colour=theme.tokens().kinds[row.kind].mark)


def _kreis(row: EventRow) -> Cell:
    return Cell(badge=kreis_badge(row.kreis_ags) if row.kreis_ags in KREIS_CODES else None)
