"""The 14 tiles in a grid: arrows move, Enter or a click opens."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from domain.overriding import override
from domain.rows.coverage import KreisCoverage
from gui import theme
from gui.pages.coverage.tile import Tile
from gui.texts import _

_NARROWEST = 200
"""Width of a tile on which its counts stand in full."""
_LOWEST, _HIGHEST = 80, 114
_GAP = 6


class TileGrid(QWidget):
    """Tiles in the order of the view; `picked` brings the key of the Kreis that was opened."""

    picked = Signal(str)
    current_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName(_("Districts, largest gap first"))
        self.tiles: list[Tile] = []
        self._current = ""
        self._room = 0

    def show_kreise(self, found: Sequence[KreisCoverage]) -> None:
        """Show these in their order; tiles are made once and filled anew."""
        while len(self.tiles) < len(found):
            tile = Tile(found[len(self.tiles)], self)
            tile.clicked.connect(self._on_clicked)
            self.tiles.append(tile)
            tile.show()
        for tile, each in zip(self.tiles, found, strict=True):
            tile.show_kreis(each)
        self._mark()
        self.arrange()

    def current(self) -> str:
        """The key of the Kreis that is chosen."""
        return self._current

    def set_current(self, ags: str) -> None:
        """Choose a Kreis without opening it."""
        if ags != self._current:
            self._current = ags
            self._mark()
            self.current_changed.emit(ags)

    def tile(self, ags: str) -> Tile | None:
        """The tile of a Kreis."""
        return next((tile for tile in self.tiles if tile.each.kreis_ags == ags), None)

    def set_room(self, height: int) -> None:
        """Tell how high the window on the grid is, so that all tiles fit where they can."""
        self._room = height
        self.arrange()

    def columns(self) -> int:
        """How many tiles stand side by side."""
        return max(1, (self.width() + _GAP) // (_NARROWEST + _GAP))

    def arrange(self) -> None:
        """Lay the tiles out for the present size."""
        columns = min(self.columns(), 4)
        rows = -(-len(self.tiles) // columns)
        if not rows:
            return
        fitting = (self._room - (rows - 1) * _GAP) // rows
        height = min(max(fitting, _LOWEST), _HIGHEST)
        width = (self.width() - (columns - 1) * _GAP) / columns
        for place, tile in enumerate(self.tiles):
            row, column = divmod(place, columns)
            left = round(column * (width + _GAP))
            tile.setGeometry(QRect(left, row * (height + _GAP), int(width), height))
        self.setMinimumHeight(rows * (height + _GAP) - _GAP)

    @override
    def sizeHint(self) -> QSize:
        return QSize(2 * _NARROWEST + _GAP, 7 * (_LOWEST + _GAP))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = min(self.columns(), 4)
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.tiles) - 1}
        key = Qt.Key(event.key())
        here = next((at for at, tile in enumerate(self.tiles) if tile.each.kreis_ags == self._current), 0)
        goal = ends.get(key, here + steps.get(key, 0))
        if (key in steps or key in ends) and 0 <= goal < len(self.tiles):
            self.tiles[goal].setFocus(Qt.FocusReason.TabFocusReason)
            self.set_current(self.tiles[goal].each.kreis_ags)
        elif key not in steps:
            super().keyPressEvent(event)

    def _mark(self) -> None:
        """The chosen tile is the only stop of the Tab key."""
        chosen = self.tile(self._current) or next(iter(self.tiles), None)
        for tile in self.tiles:
            is_stop = tile is chosen
            tile.set_chosen(is_chosen=is_stop and tile.each.kreis_ags == self._current)
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _on_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, Tile):
            self.set_current(tile.each.kreis_ags)
            self.picked.emit(tile.each.kreis_ags)


class TileView(QScrollArea):
    """The grid in a window that scrolls where it must."""

    def __init__(self, grid: TileGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(grid)
        grid.current_changed.connect(self._follow)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.grid.set_room(self.viewport().height())

    def _follow(self, ags: str) -> None:
        if (tile := self.grid.tile(ags)) is not None:
            self.ensureWidgetVisible(tile, 0, theme.GAP_SMALL)
