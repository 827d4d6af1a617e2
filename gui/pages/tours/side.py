"""What stands beside the board: the map, and below it who is not planned and the stops as a list."""

from PySide6.QtWidgets import QWidget

from gui import theme
from gui.pages.tours.left_out import LeftOutList
from gui.pages.tours.map_view import TourMap
from gui.pages.tours.stop_list import StopList
from gui.texts import _
from gui.widgets.card import Card
from gui.widgets.tabs import Inspector, Tabs

WAITING, STOPS = 0, 1
"""The tabs below the map."""
_WIDTHS = ((964, 224), (1240, 284))
"""How wide the side is on pages narrower than that; the board needs 615 pixels."""


class TourSide(Inspector):
    """Map and lists of a tour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Map and lists"), parent)
        self.map, self.list, self.left_out = TourMap(), StopList(), LeftOutList()
        self.map_card = Card(_("Map"))
        self.map_card.body.addWidget(self.map)
        self.tabs = Tabs(_("Not planned, days and stops"))
        self.tabs.add_tab(_("Not planned"), self.left_out)
        self.tabs.add_tab(_("Stops"), self.list)
        self.column.addWidget(self.map_card, 5)
        self.column.addWidget(self.tabs, 6)

    def fit(self, page_width: int) -> None:
        """Take the width that suits a page."""
        widths = (side for page, side in _WIDTHS if page_width < page)
        self.setFixedWidth(next(widths, theme.INSPECTOR_WIDTH))
