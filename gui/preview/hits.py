"""What a search has found on pages, and how it is marked there."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from gui import palettes, theme
from gui.palettes import Palette
from gui.preview.column import POINT, PageColumn
from gui.preview.pdf import Box
from gui.widgets import paint

_ROOM = 2
_LIGHTER = 135
"""Percent."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece of text that was found: its page (0 = the first), and a box for each line that it stands on."""

    page: int
    boxes: tuple[Box, ...]

    def rect(self, column: PageColumn) -> QRectF:
        """Where its first line lies in the view's column of pages."""
        return _rect(self.boxes[0], column, self.page)


def paint_hits(painter: QPainter, hits: tuple[Hit, ...], current: Hit | None, column: PageColumn, pages: range) -> None:
    """Mark hits on these pages by ground and frame, the current one by a thick one; white around it for dark bands."""
    look = _on_paper()
    for hit in hits:
        if hit.page not in pages:
            continue
        is_current = hit is current
        for box in hit.boxes:
            rect = _rect(box, column, hit.page).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)  # text stays as dark as it is
            painter.fillRect(rect, _ground())
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            paint.box(painter, rect.adjusted(-2, -2, 2, 2), theme.RADIUS_BAR, None, paint.pen(palettes.PAPER))
            edge = paint.pen(look.accent, theme.FOCUS_LINE) if is_current else paint.pen(look.gold)
            paint.box(painter, rect.adjusted(-1, -1, 1, 1), theme.RADIUS_BAR, None, edge)


def _rect(box: Box, column: PageColumn, page: int) -> QRectF:
    rect, scale = column.rect(page), column.zoom * POINT
    return QRectF(rect.left() + box.left * scale, rect.top() + box.top * scale, box.width * scale, box.height * scale)


@cache
def _on_paper() -> Palette:
    """Paper is white in every theme, and so are the marks on it made for white."""
    return palettes.light()


@cache
def _ground() -> QColor:
    """Light gold; on a dark band, which nothing can make lighter this way, the white line outside marks the place."""
    return QColor(palettes.dark().gold).lighter(_LIGHTER)
