"""The list of councils with the inspector of one beside it."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.region.kreise import kreise
from domain.rows.councils import CouncilRow
from domain.terms import PartnerCategory
from gui import theme
from gui.models.table import RowTableModel
from gui.pages.councils.columns import council_columns
from gui.pages.councils.panel import CouncilPanel
from gui.texts import _
from gui.widgets.card import Card, Line
from gui.widgets.combo import Combo
from gui.widgets.drawer import Drawer
from gui.widgets.empty import EmptyState
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton
from gui.widgets.table import TableView
from gui.widgets.tabs import Inspector

_NARROW = 1000
"""Below this width of the view the inspector is a drawer."""
_WIDE_INSPECTOR = 448
"""Four tabs stand side by side."""

BODIES: dict[str, tuple[PartnerCategory, ...]] = {
    "councils": (PartnerCategory.council,),
    "clubs": (PartnerCategory.club, PartnerCategory.association),
}


class CouncilView(QWidget):
    """Councils by name; clubs and associations with members are one choice away."""

    bodies_changed = Signal()
    current_changed = Signal(object)  # UUID or None
    new_asked = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CouncilRow, ...] = ()
        self.model: RowTableModel[CouncilRow] = RowTableModel(council_columns(today), lambda row: row.id, self)
        self.table = TableView(self.model, _("Councils"))
        self.table.set_two_lines()
        self.table.set_empty(self._empty_state())
        self.table.current_changed.connect(self.current_changed)
        self.panel = CouncilPanel(today)
        self.inspector = Inspector(_("Council"))
        self.inspector.setFixedWidth(_WIDE_INSPECTOR)
        self.inspector.column.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self._list_card(), 1)
        row.addWidget(self.inspector)
        column.addLayout(row)
        self.drawer = Drawer(self, row, self.inspector, _NARROW)
        self.bar.addWidget(self.drawer.button)

    def _list_card(self) -> Card:
        card = Card()
        bar = self.bar = QHBoxLayout()
        bar.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        bar.setSpacing(theme.GAP_SMALL)
        self.search = SearchField(_("Name, town, chair"))
        self.search.setMaximumWidth(200)
        self.kreise = FilterButton(_("All districts"), [(found.ags, found.name) for found in kreise()], icon="hexagon")
        self.bodies = Combo(_("Kind of body"))
        self.bodies.add("councils", _("Councils"))
        self.bodies.add("clubs", _("Clubs and associations"))
        bar.addWidget(self.search, 4)
        bar.addWidget(self.kreise)
        bar.addWidget(self.bodies)
        bar.addStretch(1)
        self.search.searched.connect(lambda _text: self._show())
        self.kreise.picked.connect(lambda _keys: self._show())
        self.bodies.activated.connect(lambda _index: self.bodies_changed.emit())
        card.body.addLayout(bar)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        return card

    def _empty_state(self) -> EmptyState:
        words = _("Enter a council as a partner; then come members, sessions and tasks.")
        empty = EmptyState("table", _("No councils here"), words)
        empty.add_button(_("New council"), icon="plus").clicked.connect(self.new_asked)
        return empty

    def wanted(self) -> tuple[PartnerCategory, ...]:
        """Which bodies are to be listed."""
        return BODIES[str(self.bodies.value())]

    def show_rows(self, rows: Sequence[CouncilRow]) -> None:
        """Show these bodies; one of them is always chosen."""
        self._rows = tuple(rows)
        self._show()

    def select(self, record: UUID) -> bool:
        """Choose a council; filters that hide it are lifted."""
        if not self.table.select(record):
            self.search.clear()
            self.kreise.set_ticked(())
            self._show()
        return self.table.select(record)

    def _show(self) -> None:
        wanted, districts = self.search.text().casefold().split(), self.kreise.ticked()
        shown = [
            row
            for row in self._rows
            if all(word in f"{row.name} {row.town} {row.chair}".casefold() for word in wanted)
            and (not districts or row.kreis_ags in districts)
        ]
        self.model.set_rows(shown)
        if shown and self.table.current_id() is None:
            self.table.select(shown[0].id)
        else:
            self.current_changed.emit(self.table.current_id())
