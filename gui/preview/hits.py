"""What a search has found on pages, and how it is marked there."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui import palettes, theme
from gui.palettes import Palette
from gui.preview.column import POINT, PageColumn
from gui.preview.pdf import Box
from gui.widgets import paint

_ROOM = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece of text that was found: its page (0 = the first), and a box for each line that it stands on."""

    page: int
    boxes: tuple[Box, ...]

    def rect(self, column: PageColumn) -> QRectF:
        """Where its first line lies in the view's column of pages."""
        return _rect(self.boxes[0], column, self.page)


def paint_hits(
    painter: QPainter, hits: tuple[Hit, ...], current: Hit | None, column: PageColumn, pages: range
) -> None:
    """Mark hits on these pages by ground and frame, the current one by a thick frame."""
    look = _on_paper()
    for hit in hits:
        if hit.page not in pages:
            continue
        is_current = hit is current
        for box in hit.boxes:
            rect = _rect(box, column, hit.page).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(rect, look.selection if is_current else look.warning_ground)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            edge = paint.pen(look.accent, theme.FOCUS_LINE) if is_current else paint.pen(look.gold)
            paint.box(painter, rect, 2, None, edge)


def _rect(box: Box, column: PageColumn, page: int) -> QRectF:
    rect, scale = column.rect(page), column.zoom * POINT
    return QRectF(rect.left() + box.left * scale, rect.top() + box.top * scale, box.width * scale, box.height * scale)


@cache
def _on_paper() -> Palette:
    """Paper is white in every theme, and so are the marks on it made for white."""
    return palettes.light()
