"""The numbers of stops as board and map draw them: round for the first vehicle, square for others."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gui import theme
from gui.widgets import paint

SIZE = 18


def draw_mark(
    painter: QPainter, centre: QPointF, number: int, *, is_round: bool, is_strong: bool = False, size: int = SIZE
) -> None:
    """Paint a stop's number around a point; a strong one stands out, e.g. under the mouse."""
    look = theme.tokens()
    words = str(number)
    width = max(size, paint.text_width(words, theme.small_font(theme.SEMIBOLD)) + 6)
    rect = QRectF(centre.x() - width / 2, centre.y() - size / 2, width, size)
    font = theme.small_font(theme.SEMIBOLD)
    if is_round:
        ground = look.accent if is_strong else look.fill
        paint.box(painter, rect, size / 2, ground)
        paint.text(painter, rect, words, font, look.on_accent if is_strong else look.on_fill, paint.CENTER)
        return
    edge = look.accent if is_strong or look.is_dark else look.fill
    paint.box(painter, rect, theme.RADIUS_BADGE, look.base, paint.pen(edge, 2 if is_strong else 1.5))
    paint.text(painter, rect, words, font, look.strong, paint.CENTER)
