"""The card of the board: chooser and buttons, board, what is picked, and sums."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.rows.tours import Obstacle, TourDayRow, TourRow
from gui import theme
from gui.pages.tours import words
from gui.pages.tours.board import TourBoard
from gui.pages.tours.keys import Wish
from gui.pages.tours.layout import Surroundings, vehicles
from gui.pages.tours.legend import Sums, Vehicles
from gui.pages.tours.selection_panel import SelectionPanel
from gui.texts import _
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.combo import Combo

_BAR = 48


class BoardCard(Card):
    """Everything of one tour but map and lists."""

    tour_picked = Signal(object)  # UUID
    asked = Signal(object)  # Wish

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(_("Tour"))
        self.chooser = Combo(_("Tour"))
        self.chooser.setMinimumWidth(180)
        self.chooser.setMaximumWidth(330)
        self.chooser.activated.connect(lambda _index: self.tour_picked.emit(self.chooser.value()))
        self.legend = Vehicles()
        self.board = TourBoard()
        self.sums = Sums()
        self.panel = SelectionPanel()
        self.body.addWidget(self._bar())
        self.body.addWidget(Line())
        self.body.addWidget(self.board, 1)
        self.body.addWidget(Line())
        self.body.addWidget(self.panel)
        self.body.addWidget(Line())
        self.body.addWidget(self.sums)

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(_BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.GAP_SMALL, 0, theme.GAP_SMALL, 0)
        row.setSpacing(theme.GAP_SMALL)
        self.edit = Button(icon="edit", tip=_("Edit tour"))
        self.day = Button(_("Day …"), icon="plus", tip=_("Add a day to the tour"))
        self.stop = Button(_("Stop …"), icon="plus", tip=_("Add a stop on the selected day"))
        row.addWidget(self.chooser, 3)
        row.addWidget(self.edit)
        row.addWidget(self.legend, 5)
        row.addWidget(self.day)
        row.addWidget(self.stop)
        for button, wish in ((self.edit, Wish.edit_tour), (self.day, Wish.add_day), (self.stop, Wish.add_stop)):
            button.clicked.connect(lambda _checked=False, wanted=wish: self.asked.emit(wanted))
        return bar

    def show_tours(self, rows: Sequence[TourRow], current_id: UUID | None) -> None:
        """Offer these tours, with one chosen."""
        self.chooser.clear()
        for row in rows:
            self.chooser.add(row.id, _("{title} · {days}").format(title=row.title, days=words.span(row)), "route")
        self.chooser.set_value(current_id)

    def show_days(self, days: Sequence[TourDayRow], obstacles: Sequence[Obstacle] = ()) -> None:
        """Show a tour's days and what is in their way."""
        self.legend.show_vehicles(list(vehicles(days).values()))
        self.board.show_days(days, Surroundings(words.freedom(day.day for day in days), obstacles))
        self.sums.show_days(days)
        self.stop.setEnabled(bool(days))
