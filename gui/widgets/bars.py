"""Bars: filled is what was done, outlined what is planned; never told apart by colour alone."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui import theme
from gui.widgets import paint

_THICK = 14
_LEAST = 2.0


def draw_lying(painter: QPainter, rect: QRectF, filled: float, outlined: float) -> None:
    """A bar from the left, `filled` and then `outlined`, each a share (0 to 1) of the width."""
    top = rect.center().y() - _THICK / 2
    done = filled and max(_LEAST, rect.width() * filled)
    coming = outlined and max(2 * _LEAST, rect.width() * outlined)
    draw_bar(painter, QRectF(rect.x(), top, done, _THICK), is_filled=True)
    draw_bar(painter, QRectF(rect.x() + done, top, coming, _THICK), is_filled=False)


def draw_bar(painter: QPainter, rect: QRectF, *, is_filled: bool) -> None:
    """One bar; nothing if it has no length."""
    if rect.width() <= 0 or rect.height() <= 0:
        return
    look = theme.tokens()
    radius = min(theme.RADIUS_BAR, rect.width() / 2, rect.height() / 2)
    if is_filled:
        paint.box(painter, rect, radius, look.fill)
    else:
        edge = look.accent if look.is_dark else look.fill
        paint.box(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, look.base, paint.pen(edge, 1.2))
