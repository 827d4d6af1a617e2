"""What stands in a cell of a table, painted; also for rows outside tables."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from gui import icons, theme
from gui.models.table import Cell
from gui.widgets import bars, paint
from gui.widgets.badge import badge_width, draw_badge
from gui.widgets.meter import draw_share

_PADDING = 8
_ICON = 16


def draw_cell(painter: QPainter, inner: QRectF, cell: Cell, *, is_right: bool = False) -> None:
    """Paint a cell's content into `inner`."""
    look = theme.tokens()
    if cell.bars is not None:
        bars.draw_lying(painter, inner, *cell.bars)
        return
    if cell.icon:
        spot = QRectF(inner.x(), inner.center().y() - _ICON / 2, _ICON, _ICON)
        icons.draw(painter, cell.icon, spot, cell.icon_colour or look.muted)
        inner = inner.adjusted(_ICON + 12, 0, 0, 0)
    if cell.badge is not None:
        width = badge_width(cell.badge)
        at_right = is_right or cell.words
        draw_badge(painter, inner.right() - width if at_right else inner.x(), inner.center().y(), cell.badge)
        inner = inner.adjusted(0, 0, -width - _PADDING, 0)
    inner = inner if cell.share is None else draw_share(painter, inner, cell.share)
    font = theme.text_font(theme.MEDIUM if cell.is_first else theme.REGULAR)
    font.setStrikeOut(cell.is_struck)
    align = paint.RIGHT if is_right else paint.LEFT
    if not cell.second:
        paint.text(painter, inner, cell.words, font, tone_colour(cell.tone, is_struck=cell.is_struck), align)
        return
    upper = QRectF(inner.x(), inner.center().y() - 17, inner.width(), 18)
    lower = QRectF(inner.x(), inner.center().y() + 1, inner.width(), 16)
    paint.text(painter, upper, cell.words, font, tone_colour(cell.tone, is_struck=cell.is_struck), align)
    paint.text(painter, lower, cell.second, theme.small_font(), look.muted, align)


def tone_colour(tone: str, *, is_struck: bool = False) -> QColor:
    """The colour of a tone's words; struck words are muted."""
    look = theme.tokens()
    if is_struck:
        return look.muted
    return {
        "muted": look.muted,
        "gold": look.gold,
        "error": look.error,
        "strong": look.strong,
        "done": look.done,
    }.get(tone, look.text)
