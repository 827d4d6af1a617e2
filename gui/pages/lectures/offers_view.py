"""The catalogue of offers with filters."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.labels import label
from domain.rows.catalogue import OfferRow
from domain.rules.validation.catalogue import OFFERED
from domain.terms import EventKind
from gui.pages.lectures.columns import offer_columns
from gui.pages.lectures.listed import Listed, holds
from gui.pages.lectures.offer_panel import OfferPanel
from gui.texts import _, current
from gui.widgets.empty import EmptyState
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton
from gui.widgets.toggle_filter import ToggleFilter


class OffersView(Listed[OfferRow]):
    """Offers by title; those no longer offered come last, marked."""

    new_asked = Signal()
    stock_asked = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        self.panel = OfferPanel(today)
        super().__init__(_("Offers"), offer_columns(today), self.panel, parent)
        self._all: tuple[OfferRow, ...] = ()
        self.search = SearchField(_("Title, topic, for whom"))
        self.search.setMaximumWidth(240)
        self.kinds = FilterButton(
            _("All kinds"), [(kind, label(kind, current())) for kind in EventKind if kind in OFFERED], icon="filter"
        )
        self.running = ToggleFilter("check", _("In use"), _("Only offers that can be chosen today"))
        self.bar.addWidget(self.search, 4)
        self.bar.addWidget(self.kinds)
        self.bar.addWidget(self.running)
        self.search.searched.connect(lambda _text: self._show())
        self.kinds.picked.connect(lambda _keys: self._show())
        self.running.toggled.connect(lambda _is_on: self._show())
        self.finish_bar()
        self.empty = EmptyState(
            "lectern",
            _("No offers yet"),
            _("Take over the starting catalogue and change it, or enter the first offer."),
        )
        self.empty.add_button(_("Take over starting catalogue"), is_primary=True).clicked.connect(self.stock_asked)
        self.empty.add_button(_("New offer"), icon="plus").clicked.connect(self.new_asked)
        self.set_empty(self.empty)

    def show_rows(self, rows: Sequence[OfferRow]) -> None:
        """Show these offers."""
        self._all = tuple(sorted(rows, key=lambda row: row.is_over))
        self._show()

    def clear_filters(self) -> None:
        """Lift every filter and show all."""
        self.search.clear()
        self.kinds.set_ticked(())
        self.running.setChecked(False)
        self._show()

    def _show(self) -> None:
        kinds = self.kinds.ticked()
        shown = [
            row
            for row in self._all
            if (not kinds or row.draft.kind in kinds)
            and not (self.running.isChecked() and row.is_over)
            and holds(_text(row), self.search.text())
        ]
        if self._all:
            self.empty.set_words(_("No offer fits"), _("Change the filter, or enter a new offer."))
        self.put(shown)


def _text(row: OfferRow) -> str:
    """What search looks at."""
    return " ".join((row.draft.title, row.topic, row.draft.listeners, *row.target_groups))
