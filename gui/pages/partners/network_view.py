"""The second view of the partners page: the network of one Kreis as picture and list, and what is missing."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.region.kreise import kreise
from domain.rows.network import Gap, KreisNetwork
from gui import theme
from gui.desk import Desk
from gui.models.table import RowTableModel
from gui.pages.partners.network_diagram import NetworkDiagram
from gui.pages.partners.network_table import columns
from gui.pages.partners.network_words import NetworkIndex, gap_words
from gui.texts import _, ngettext
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card, Line
from gui.widgets.combo import Combo
from gui.widgets.empty import EmptyState
from gui.widgets.flow import FlowLayout
from gui.widgets.table import TableView

_PICTURE, _LIST = 3, 2


class NetworkView(QWidget):
    """Picture and list show the same partners and move together; reading is done beside the GUI thread."""

    partner_chosen = Signal(object)  # UUID or None
    partner_opened = Signal(object)  # UUID
    gap_asked = Signal(object)  # Gap: fill it

    def __init__(self, desk: Desk, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.network = KreisNetwork("")
        self._index = NetworkIndex(self.network)
        self.kreis = Combo(_("District"))
        for each in kreise():
            self.kreis.add(each.ags, each.name)
        self.kreis.activated.connect(lambda _at: self.read())
        self.words = labels.Text(tone="muted")
        self.gaps = QWidget()
        self.gap_buttons: list[Button] = []
        self._gap_flow = FlowLayout(self.gaps)
        self.diagram = NetworkDiagram(today)
        self.rows = RowTableModel(columns(lambda: self._index, today), key=lambda node: node.partner.id, parent=self)
        self.table = TableView(self.rows, _("Network as a list"))
        self.table.set_empty(
            EmptyState("people", _("No partners in this district"), _("Enter one, or take over offices and police."))
        )
        self.diagram.current_changed.connect(self._on_diagram)
        self.diagram.opened.connect(self.partner_opened)
        self.table.current_changed.connect(self._on_table)
        self.table.opened.connect(self.partner_opened)
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        bar.setSpacing(theme.GAP_ROW)
        bar.addWidget(self.kreis)
        bar.addWidget(self.words, 1)
        card.body.addLayout(bar)
        missing = QHBoxLayout()
        missing.setContentsMargins(theme.GAP_SMALL, 0, theme.GAP_SMALL, theme.GAP_SMALL)
        missing.addWidget(self.gaps)
        card.body.addLayout(missing)
        card.body.addWidget(Line())
        card.body.addWidget(self.diagram, _PICTURE)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, _LIST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_kreis(self, ags: str) -> None:
        """Turn to a Kreis and read it."""
        self.kreis.set_value(ags)
        self.read()

    def read(self) -> None:
        """Read the chosen Kreis anew."""
        from domain.usecases import network

        self._desk.ask_later(self._on_network, network.network, str(self.kreis.value()))

    def current(self) -> UUID | None:
        """The partner chosen in picture and list."""
        return self.table.current_id()

    def _on_network(self, network: KreisNetwork) -> None:
        self.network, self._index = network, NetworkIndex(network)
        before = self.current()
        self.diagram.show_network(self._index)
        self.rows.set_rows(network.nodes)
        if network.nodes and (before is None or not self.table.select(before)):
            self.table.select(network.nodes[0].partner.id)
        self.diagram.set_current(self.current())
        partners = ngettext("{count} partner", "{count} partners", len(network.nodes)).format(count=len(network.nodes))
        ties = ngettext("{count} tie", "{count} ties", len(network.ties)).format(count=len(network.ties))
        self.words.setText(f"{partners}, {ties}")
        self._show_gaps()
        if not network.nodes:
            self.partner_chosen.emit(None)  # with nodes the list has told already

    def _show_gaps(self) -> None:
        for button in self.gap_buttons:
            self._gap_flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.gap_buttons = [self._gap(gap) for gap in self.network.gaps]
        for button in self.gap_buttons:
            self._gap_flow.addWidget(button)
        self.gaps.setVisible(bool(self.gap_buttons))

    def _gap(self, gap: Gap) -> Button:
        tip = gap_words(gap, whole=True)
        button = Button(gap_words(gap), icon="hint", weight=Weight.secondary, is_small=True, tip=tip)
        button.setAccessibleDescription(_("Fill this gap"))
        button.clicked.connect(lambda: self.gap_asked.emit(gap))
        return button

    def _on_diagram(self, partner: UUID) -> None:
        self.table.select(partner)

    def _on_table(self, partner: UUID | None) -> None:
        self.diagram.set_current(partner)
        self.partner_chosen.emit(partner)
