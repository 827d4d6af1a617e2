"""The larger samples of the component sheet: table, cards, icons."""

from uuid import UUID

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from domain import assets
from domain.overriding import override
from domain.region.kreise import kreise
from domain.terms import EventKind, EventState
from gui import icons, theme
from gui.models.table import Cell, Column, RowTableModel
from gui.widgets import badge, paint
from gui.widgets.card import Card
from gui.widgets.hexagon_map import Cell as HexagonCell
from gui.widgets.hexagon_map import Fill, HexagonMap
from gui.widgets.table import TableView
from gui.widgets.tabs import Tabs
from gui.widgets.timeline import Moment, Timeline

_LAST = 4


def table() -> QWidget:
    """Rows in every state."""
    mark = theme.tokens().kinds[EventKind.lecture].mark
    words = "Erkennen, ansprechen, handeln"
    columns: list[Column[int]] = [
        Column("Titel", lambda row: Cell(words, "", "lectern", mark, is_first=True, is_struck=row == _LAST)),
        Column("Ort", lambda _row: Cell("Merseburg"), 120, "town"),
        Column("Datum", lambda _row: Cell("20. April", tone="muted"), 120, "date"),
        Column("Zustand", lambda row: Cell(badge=badge.state_badge(list(EventState)[row + 2])), 130),
        Column("Anmerkung", lambda row: Cell(f"Zeile {row}", tone="muted"), 100, is_right=True),
    ]
    model = RowTableModel(columns, lambda row: UUID(int=row))
    model.set_rows(range(5))
    card = Card()
    table = TableView(model, "Tabellenzeilen", card)
    model.setParent(table)
    table.select(UUID(int=2))
    table.setFixedHeight(28 + 5 * theme.ROW_HEIGHT)
    card.body.addWidget(table)
    return card


def cards() -> QLayout:
    """A card with the hexagon map, and tabs with a history."""
    row = QHBoxLayout()
    row.setSpacing(theme.GAP)
    card = Card("Bürgerdialoge je Kreis", "14", link="Abdeckung")
    hexagons = HexagonMap("Bürgerdialoge je Kreis")
    fills = list(Fill)
    hexagons.set_cells(
        {k.ags: HexagonCell(fills[i % 3], f"{i % 3}/2", "Ziel erreicht") for i, k in enumerate(kreise())}
    )
    card.set_padding()
    card.body.addWidget(hexagons)
    tabs = Tabs("Seitenspalte")
    timeline = Timeline()
    timeline.set_moments(
        [
            Moment("Heute", "Uhrzeit", "14:31 · Laptop Bus 1", "18:30", "15:30", "a", is_new=True),
            Moment("Heute", "Ort", "14:28 · Laptop Bus 1", "Rathaus, Ratssaal", "Stadthaus, Großer Saal", "b"),
            Moment("Mo 19.", "Mit Fassung 7 freigegeben", "10:05 · Koordinierung"),
        ]
    )
    tabs.add_tab("Verlauf", timeline, 7)
    tabs.add_tab("Konflikte", QWidget(), 3)
    tabs.add_tab("Ausgabe", QWidget())
    row.addWidget(card, 1)
    row.addWidget(tabs, 1)
    return row


class Icons(QWidget):
    """Every icon at 18 pixels."""

    def __init__(self) -> None:
        super().__init__()
        self._names = sorted(path.stem for path in assets.resource("icons").glob("*.svg"))
        self.setFixedHeight(5 * 32)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            for position, name in enumerate(self._names):
                spot = QRectF(position % 18 * 41, position // 18 * 32 + 6, 18, 18)
                icons.draw(painter, name, spot, theme.tokens().text)
