"""The 14 Kreise in their real shapes: colour and code, arrows move to the neighbour in that direction, Enter opens."""

from collections.abc import Mapping
from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from domain.overriding import override
from domain.region.kreise import kreis, kreise
from domain.region.shapes import KreisShape, display_shapes
from gui import theme
from gui.widgets import paint
from gui.widgets.hexagon_map import Cell, Fill, colours
from gui.widgets.kreis_shapes import MapFrame

_MARGIN = 12
_SMALL = 40
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_PLAIN = Cell(Fill.plain, "", "")
_ASIDE = 1.6
"""How much more a step to the side counts than one ahead when an arrow looks for the next Kreis."""


class KreisMap(QWidget):
    """The map of Sachsen-Anhalt; `picked` brings the Kreis's key (AGS), as the hexagon map does."""

    picked = Signal(str)
    current_changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[str, Cell] = {}
        self._current = kreise()[0].ags
        self._kept: tuple[QSize, MapFrame, list[tuple[KreisShape, QPainterPath]]] | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(160)

    def set_cells(self, cells: Mapping[str, Cell]) -> None:
        """Show these by key of the Kreis; a Kreis without a cell is plain."""
        self._cells = dict(cells)
        self._say()
        self.update()

    def current(self) -> str:
        """The key of the Kreis that arrows have reached."""
        return self._current

    def set_current(self, ags: str) -> None:
        """Move to a Kreis."""
        if ags != self._current:
            self._current = ags
            self.current_changed.emit(ags)
        self._say()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, 360)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self.set_current(next_kreis(self._current, *_ARROWS[key]))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.picked.emit(self._current)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if ags := self._at(event.position()):
            self.set_current(ags)
            self.picked.emit(ags)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        ags = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if ags else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), self._words(ags) if ags else "", self)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        frame, paths = self._paths()
        with paint.painting(self) as painter:
            for shape, path in paths:
                cell = self._cells.get(shape.ags, _PLAIN)
                ground, edge, _colour = colours(cell.fill)
                painter.setBrush(look.error_ground if cell.fill is Fill.missing else ground)
                line = edge if cell.fill is Fill.missing else QPen(look.base, 1)
                painter.setPen(line)
                painter.drawPath(path)
            for shape, path in paths:
                if shape.ags == self._current:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(look.base, theme.FOCUS_LINE + 2))
                    painter.drawPath(path)
                    painter.setPen(QPen(look.accent, theme.FOCUS_LINE + (1 if self.hasFocus() else 0)))
                    painter.drawPath(path)
            for shape, path in paths:
                self._paint_label(painter, frame, shape, path.boundingRect().width())

    def _paint_label(self, painter: QPainter, frame: MapFrame, shape: KreisShape, width: float) -> None:
        """The code; where the Kreis is hardly wider than that, on a plate of its colour."""
        cell = self._cells.get(shape.ags, _PLAIN)
        ground, _edge, colour = colours(cell.fill)
        at = frame.pixel(*shape.label)
        if width < _SMALL and isinstance(ground, QColor):
            paint.box(painter, QRectF(at.x() - 14, at.y() - 8, 28, 16), theme.RADIUS_BAR, ground)
        font = theme.small_font(theme.SEMIBOLD)
        paint.text(painter, QRectF(at.x() - 22, at.y() - 9, 44, 18), kreis(shape.ags).code, font, colour, paint.CENTER)

    def _paths(self) -> tuple[MapFrame, list[tuple[KreisShape, QPainterPath]]]:
        """Frame and outlines, made once for a size."""
        if self._kept is None or self._kept[0] != self.size():
            frame = MapFrame(QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
            self._kept = (self.size(), frame, [(shape, frame.kreis(shape)) for shape in display_shapes()])
        return self._kept[1], self._kept[2]

    def _at(self, position: QPointF) -> str:
        return next((shape.ags for shape, path in self._paths()[1] if path.contains(position)), "")

    def _words(self, ags: str) -> str:
        cell = self._cells.get(ags)
        return f"{kreis(ags).name}: {cell.words}" if cell else kreis(ags).name

    def _say(self) -> None:
        self.setAccessibleDescription(self._words(self._current))


def next_kreis(ags: str, right: int, down: int) -> str:
    """The nearest Kreis in a direction, judged by where their labels stand; the same one at the edge."""
    labels = {shape.ags: shape.label for shape in display_shapes()}
    x, y = labels[ags]

    def ahead(other: str) -> float:
        return (labels[other][0] - x) * right + (labels[other][1] - y) * down

    def effort(other: str) -> float:
        aside = abs((labels[other][0] - x) * down) + abs((labels[other][1] - y) * right)
        return hypot(ahead(other), aside * _ASIDE)

    found = [other for other in labels if other != ags and ahead(other) > abs(effort(other)) / 3]
    return min(found, key=effort, default=ags)
