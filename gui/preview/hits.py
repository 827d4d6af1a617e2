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

_ROOM = 1
_SHINE = 0.4


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece of text that was found: its page (0 = the first), and a box for each line that it stands on."""

    page: int
    boxes: tuple[Box, ...]

    def rect(self, column: PageColumn) -> QRectF:
        """Where its first line lies in the view's column of pages."""
        return _rect(self.boxes[0], column, self.page)


def paint_hits(painter: QPainter, hits: tuple[Hit, ...], current: Hit | None, column: PageColumn, pages: range) -> None:
    """Mark hits on these pages by ground and frame, the current one by a thick frame."""
    look = _on_paper()
    for hit in hits:
        if hit.page not in pages:
            continue
        is_current = hit is current
        for box in hit.boxes:
            rect = _rect(box, column, hit.page).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
            painter.fillRect(rect, _ground())
            if is_current:  # white around it, so that the frame is seen on coloured bands too
                paint.box(painter, rect.adjusted(-3, -3, 3, 3), theme.RADIUS_BAR, None, paint.pen(palettes.PAPER, 1))
                frame = rect.adjusted(-2, -2, 2, 2)
                paint.box(painter, frame, theme.RADIUS_BAR, None, paint.pen(look.accent, theme.FOCUS_LINE))
            else:
                paint.box(painter, rect, 2, None, paint.pen(look.gold))


def _rect(box: Box, column: PageColumn, page: int) -> QRectF:
    rect, scale = column.rect(page), column.zoom * POINT
    return QRectF(rect.left() + box.left * scale, rect.top() + box.top * scale, box.width * scale, box.height * scale)


@cache
def _on_paper() -> Palette:
    """Paper is white in every theme, and so are the marks on it made for white."""
    return palettes.light()


@cache
def _ground() -> QColor:
    """Gold that lets the text shine through, dark text on white as well as white text on a dark band."""
    gold = QColor(palettes.dark().gold)
    gold.setAlphaF(_SHINE)
    return gold
