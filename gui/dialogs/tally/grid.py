"""The tiles of all target groups, as large as the window allows."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from domain.overriding import override
from domain.rows.tally import TallyGroupRow
from gui import theme
from gui.dialogs.tally.tile import FLAT, TALL, GroupTile
from gui.texts import _

_NARROWEST, _HIGHEST = 300, 292
_MOST_COLUMNS = 3


class TileGrid(QWidget):
    """Lays tiles out in one to three columns; what does not fit is scrolled."""

    struck = Signal(object, int)  # id of the group, one more or one less

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Target groups"))
        self.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        self.tiles: list[GroupTile] = []

    def set_groups(self, groups: Sequence[TallyGroupRow]) -> None:
        """Show these groups, the first with the key 1."""
        for tile in self.tiles:
            tile.hide()
            tile.deleteLater()
        self.tiles = [GroupTile(group, key) for key, group in enumerate(groups, 1)]
        for tile in self.tiles:
            tile.setParent(self)
            tile.struck.connect(lambda step, group=tile.group.id: self.struck.emit(group, step))
            tile.show()
        self.updateGeometry()
        self._arrange()

    def show_counts(self, counts: dict[UUID | None, int], last: UUID | None) -> None:
        """Show what is counted and which group was counted last."""
        for tile in self.tiles:
            count, is_last = counts.get(tile.group.id, 0), tile.group.id == last
            if (count, is_last) != (tile.count, tile.is_last):
                tile.show_count(count, is_last=is_last)

    @override
    def minimumSizeHint(self) -> QSize:
        rows = -(-len(self.tiles) // self._columns(FLAT))
        return QSize(240, rows * FLAT + max(0, rows - 1) * theme.GAP_SMALL)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.minimumSizeHint().height())
        self._arrange()

    def _columns(self, height: int) -> int:
        """Two if the tiles then are tall, else as many as fit side by side."""
        fitting = max(1, min(_MOST_COLUMNS, (self.width() + theme.GAP) // (_NARROWEST + theme.GAP)))
        few = min(2, fitting)
        rows = -(-len(self.tiles) // few)
        is_tall = rows * TALL + (rows - 1) * theme.GAP <= height
        return few if is_tall or len(self.tiles) <= few else fitting

    def _arrange(self) -> None:
        if not self.tiles:
            return
        columns = self._columns(self.height())
        rows = -(-len(self.tiles) // columns)
        gap = theme.GAP if rows * TALL + (rows - 1) * theme.GAP <= self.height() else theme.GAP_SMALL
        width = (self.width() - (columns - 1) * theme.GAP) // columns
        height = max(FLAT, min(_HIGHEST, (self.height() - (rows - 1) * gap) // rows))
        for at, tile in enumerate(self.tiles):
            row, column = divmod(at, columns)
            tile.setGeometry(QRect(column * (width + theme.GAP), row * (height + gap), width, height))
