"""Painting that several widgets share."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui import theme

VCENTER = Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | VCENTER
RIGHT = Qt.AlignmentFlag.AlignRight | VCENTER
CENTER = Qt.AlignmentFlag.AlignCenter


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """A painter with smooth edges on `widget`, ended in any case."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def box(
    painter: QPainter, rect: QRectF, radius: float, ground: QColor | None, edge: QColor | QPen | None = None
) -> None:
    """A rounded box whose edge lies wholly inside `rect`; a colour as edge is one pixel wide."""
    inner = rect
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        drawn = edge if isinstance(edge, QPen) else QPen(edge, theme.LINE)
        painter.setPen(drawn)
        half = drawn.widthF() / 2
        inner = rect.adjusted(half, half, -half, -half)
    if ground is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(ground)
    painter.drawRoundedRect(inner, radius, radius)


def pen(colour: QColor, width: float = theme.LINE, *, dashed: bool = False) -> QPen:
    """A pen; dashes are three pixels long with gaps of two, whatever the width."""
    result = QPen(colour, width)
    if dashed:
        result.setDashPattern([3 / width, 2 / width])
        result.setCapStyle(Qt.PenCapStyle.FlatCap)
    return result


def text(
    painter: QPainter,
    rect: QRect | QRectF,
    words: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """One line of text, elided at the right to fit `rect`; returns the width it took in pixels."""
    whole = QRectF(rect)
    metrics = QFontMetrics(font)
    taken = metrics.horizontalAdvance(words)
    if taken > whole.width():
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(whole.width()))
        taken = metrics.horizontalAdvance(words)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(whole, _one_line(align), words)
    return taken


@cache
def _one_line(align: Qt.AlignmentFlag) -> int:
    """Qt's flags for a single line; kept, as combining enums costs a third of painting a word."""
    return int(align | Qt.TextFlag.TextSingleLine)


def text_width(words: str, font: QFont) -> int:
    """The width of one line of text in pixels."""
    return QFontMetrics(font).horizontalAdvance(words)


def hexagon(centre: QPointF, height: float) -> QPolygonF:
    """A regular hexagon standing on its point, `height` from point to point."""
    reach = height / 2
    half_width = reach * 0.8660254  # cos 30°
    return QPolygonF(
        [
            QPointF(centre.x(), centre.y() - reach),
            QPointF(centre.x() + half_width, centre.y() - reach / 2),
            QPointF(centre.x() + half_width, centre.y() + reach / 2),
            QPointF(centre.x(), centre.y() + reach),
            QPointF(centre.x() - half_width, centre.y() + reach / 2),
            QPointF(centre.x() - half_width, centre.y() - reach / 2),
        ]
    )
