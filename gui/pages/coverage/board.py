"""The figures of all Kreise: key figures and map left, tiles or table in the middle; all of them move together."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from domain.overriding import override
from domain.rows.coverage import CoverageFilter, CoverageView
from gui import theme
from gui.kreis_record import kreis_of, kreis_record
from gui.models.table import RowTableModel
from gui.pages.coverage.columns import columns
from gui.pages.coverage.figures import KeyFigures
from gui.pages.coverage.list_head import ListHead
from gui.pages.coverage.map_card import MapCard
from gui.pages.coverage.tiles import TileGrid, TileView
from gui.texts import _
from gui.widgets.card import Card
from gui.widgets.table import TableView

_LEFT_LEAST, _LEFT_MOST, _LEFT_SHARE = 296, 420, 0.39


class Board(QWidget):
    """Shows a view; `current_changed` brings the Kreis that was reached, `picked` one that was opened."""

    current_changed = Signal(str)
    picked = Signal(str)

    def __init__(self, topic: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = KeyFigures()
        self.map = MapCard()
        self.head = ListHead(topic)
        self.grid = TileGrid()
        self.model = RowTableModel(columns(), key=lambda each: kreis_record(each.kreis_ags), parent=self)
        self.table = TableView(self.model, _("Districts, largest gap first"))
        self.views = QStackedWidget()
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.GAP)
        left.addWidget(self.figures)
        left.addWidget(self.map, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self._left)
        row.addLayout(self._middle(), 1)
        self._connect()

    def _middle(self) -> QVBoxLayout:
        card = Card()
        card.body.addWidget(self.table)
        self.views.addWidget(TileView(self.grid))
        self.views.addWidget(card)
        column = QVBoxLayout()
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.head)
        column.addWidget(self.views, 1)
        return column

    def _connect(self) -> None:
        self.head.view_picked.connect(lambda key: self.views.setCurrentIndex(1 if key == "table" else 0))
        for part in (self.map, self.grid):
            part.current_changed.connect(self.current_changed)
            part.picked.connect(self.picked)
        self.table.current_changed.connect(self._on_record)
        self.table.opened.connect(lambda record: self.picked.emit(kreis_of(record)))

    def show_view(self, view: CoverageView, wanted: CoverageFilter) -> None:
        """Show a view everywhere."""
        self.figures.show_view(view)
        self.map.show_view(view)
        self.head.show_view(view, has_topic=wanted.topic_id is not None)
        self.grid.show_kreise(view.kreise)
        self.model.set_rows(view.kreise)

    def set_current(self, ags: str) -> None:
        """Mark a Kreis on map, tiles and table."""
        self.map.set_current(ags)
        self.grid.set_current(ags)
        self.table.select(kreis_record(ags))

    def first_focus(self) -> QWidget:
        """What takes the keyboard: the chosen tile, or the table."""
        if self.views.currentIndex():
            return self.table
        return self.grid.tile(self.grid.current()) or self.grid

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(round(min(max(self.width() * _LEFT_SHARE, _LEFT_LEAST), _LEFT_MOST)))

    def _on_record(self, record: object) -> None:
        if record is not None:
            self.current_changed.emit(kreis_of(record))  # type: ignore[arg-type]  # the table's ids are UUIDs
