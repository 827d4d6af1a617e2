"""Every place a stop could go with its price in words: what dragging shows, for keyboard and screen readers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.dialog import Dialog
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.tours import words
from gui.pages.tours.plan import Slot, VehicleDay
from gui.pages.tours.pricing import Price, Prices, Verdict, best_place, signed
from gui.texts import _
from gui.widgets import labels
from gui.widgets.table import TableView
from gui.widgets.table_cell import tone_colour

_WIDTH, _HEIGHT = 680, 520
_ICONS = {Verdict.fits: "plus", Verdict.strained: "warning", Verdict.broken: "error"}
_TONES = {Verdict.fits: "", Verdict.strained: "gold", Verdict.broken: "error"}


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A vehicle's day and what it would cost; `id` stands for it in the list."""

    id: UUID
    where: VehicleDay
    words: str
    second: str
    price: Price | None
    is_best: bool
    is_own: bool


class MoveDialog(Dialog):
    """Lists the places in order of days; the best one is chosen first."""

    chosen = Signal(object, object)  # VehicleDay, Price or None

    def __init__(
        self, title: str, slots: Sequence[Slot], own: VehicleDay | None, held: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, _("Move"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self.held = held
        self._slots, self._own = slots, own
        self.lines: RowTableModel[PlaceLine] = RowTableModel(_columns(), key=lambda line: line.id, parent=self)
        self.table = TableView(self.lines, _("Places"))
        self.table.set_two_lines()
        self.note = labels.Text(_("Prices are being worked out …"), tone="muted")
        self.content.addWidget(self.note)
        self.content.addWidget(self.table, 1)
        self.primary.clicked.connect(self._on_chosen)
        self.table.opened.connect(lambda _line: self._on_chosen())
        self._show({})

    def show_prices(self, held: UUID, prices: Prices) -> None:
        """Put the prices in, if they are for this stop, and choose the best place."""
        if held != self.held:
            return
        self.note.setText(_("Minutes at the wheel for the whole tour, against now."))
        self._show(prices)

    def _show(self, prices: Mapping[VehicleDay, Price]) -> None:
        best = best_place(prices, self._own)
        lines = [
            _line(slot, prices.get(slot.where), is_best=slot.where == best, is_own=slot.where == self._own)
            for slot in self._slots
        ]
        self.lines.set_rows(lines)
        first = next((line for line in lines if line.is_best), None) or next(
            (line for line in lines if not line.is_own), None
        )
        if first is not None:
            self.table.select(first.id)

    def _on_chosen(self) -> None:
        chosen = self.table.current_id()
        line = next((each for each in self.lines.rows() if each.id == chosen), None)
        if line is None or line.is_own:
            return
        self.accept()
        self.chosen.emit(line.where, line.price)


def _line(slot: Slot, price: Price | None, *, is_best: bool, is_own: bool) -> PlaceLine:
    why = words.obstacle_line(slot.obstacles)
    second = " · ".join(part for part in ("" if slot.lane else _("new day of the tour"), why) if part)
    return PlaceLine(_name(slot.where), slot.where, words.slot_name(slot), second, price, is_best, is_own)


def _name(where: VehicleDay) -> UUID:
    """An id for a place that is always the same."""
    return uuid5(where.vehicle_id, where.day.isoformat())


def _columns() -> list[Column[PlaceLine]]:
    return [Column(_("Day and vehicle"), _place), Column(_("Costs"), _cost)]


def _place(line: PlaceLine) -> Cell:
    count = _("where it is now") if line.is_own else line.second
    return Cell(line.words, second=count, is_first=True)


def _cost(line: PlaceLine) -> Cell:
    price = line.price
    if line.is_own or price is None:
        return Cell("–", tone="muted")
    icon = "check" if line.is_best else _ICONS[price.verdict]
    tone = "done" if line.is_best else _TONES[price.verdict]
    figure = signed(price.minutes) if price.minutes is not None else price.reason[-1] if price.reason else _("fits")
    second = price.reason[0] if price.reason else _("fits")
    return Cell(figure, second=second, icon=icon, icon_colour=tone_colour(tone), tone=tone)
