"""The 14 Kreise as hexagons: colour and figures at a glance, arrows move, Enter opens."""

from dataclasses import dataclass
from enum import StrEnum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from domain.overriding import override
from domain.region.kreise import Kreis, kreise
from gui import theme
from gui.palettes import Palette
from gui.texts import _
from gui.widgets import paint

_COLUMNS, _ROWS = 4, 5
_FLAT = 0.8660254
"""Width of a hexagon standing on its point, by its height: cos 30°."""
_GAP = 4.0


class Fill(StrEnum):
    """How a hexagon is filled: reached, begun, missing, or plain; or by how much there is, from none to much."""

    reached = auto()
    begun = auto()
    missing = auto()
    plain = auto()
    none = auto()
    little = auto()
    middling = auto()
    much = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """What a Kreis shows: a fill, figures under its code, and the words for tooltip and screen reader."""

    fill: Fill
    figures: str
    words: str


class HexagonMap(QWidget):
    """Fourteen hexagons in their places; `picked` brings the Kreis's key (AGS)."""

    picked = Signal(str)
    current_changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, marks_current: bool = False) -> None:
        """`marks_current` shows the Kreis that arrows have reached also while the keyboard is elsewhere."""
        super().__init__(parent)
        self._cells: dict[str, Cell] = {}
        self._marks_current = marks_current
        self._current = kreise()[0].ags
        self._name = name
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_cells(self, cells: dict[str, Cell]) -> None:
        """Show these by key of the Kreis; a Kreis without a cell is plain."""
        self._cells = dict(cells)
        self._say()
        self.update()

    def current(self) -> str:
        """The key of the Kreis that arrows have reached."""
        return self._current

    def set_current(self, ags: str) -> None:
        """Move to a Kreis."""
        self._current = ags
        self._say()
        self.update()
        self.current_changed.emit(ags)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    @override
    def heightForWidth(self, width: int) -> int:
        height = width / (_COLUMNS * _FLAT)
        return int(height * (1 + 0.75 * (_ROWS - 1))) + 4

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if (move := moves.get(Qt.Key(event.key()))) is not None:
            self.set_current(neighbour(self._current, *move))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.picked.emit(self._current)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (hit := self._at(event.position())) is not None:
            self.set_current(hit.ags)
            self.picked.emit(hit.ags)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), self._words(hit) if hit else "", self)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            for kreis in kreise():
                self._draw(painter, kreis)

    def _draw(self, painter: QPainter, kreis: Kreis) -> None:
        look = theme.tokens()
        cell = self._cells.get(kreis.ags, Cell(Fill.plain, "", ""))
        ground, edge, colour = colours(cell.fill)
        shape = paint.hexagon(self._centre(kreis), self._height() - _GAP)
        painter.setBrush(ground)
        painter.setPen(edge)
        painter.drawPolygon(shape)
        if kreis.ags == self._current and (self.hasFocus() or self._marks_current):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.base, theme.FOCUS_LINE))
            painter.drawPolygon(paint.hexagon(self._centre(kreis), self._height() - _GAP - 4))
            painter.setPen(QPen(look.accent, theme.FOCUS_LINE))
            painter.drawPolygon(shape)
        lines = shape.boundingRect()
        if cell.figures and paint.text_width(cell.figures, theme.small_font()) <= lines.width() - _GAP:
            upper = QRectF(lines.x(), lines.center().y() - 17, lines.width(), 18)
            lower = QRectF(lines.x(), lines.center().y() - 1, lines.width(), 16)
            paint.text(painter, upper, kreis.code, theme.text_font(theme.SEMIBOLD), colour, paint.CENTER)
            paint.text(painter, lower, cell.figures, theme.small_font(), colour, paint.CENTER)
        else:
            paint.text(painter, lines, kreis.code, theme.text_font(theme.SEMIBOLD), colour, paint.CENTER)

    def _height(self) -> float:
        return min(self.width() / (_COLUMNS * _FLAT), (self.height() - 4) / (1 + 0.75 * (_ROWS - 1)))

    def _centre(self, kreis: Kreis) -> QPointF:
        height = self._height()
        left = (self.width() - _COLUMNS * _FLAT * height) / 2
        return QPointF(left + (kreis.hexagon.x + 0.5) * _FLAT * height, 2 + (kreis.hexagon.y + 0.5) * height)

    def _at(self, position: QPointF) -> Kreis | None:
        fill = Qt.FillRule.OddEvenFill
        height = self._height()
        around = (k for k in kreise() if paint.hexagon(self._centre(k), height).containsPoint(position, fill))
        return next(around, None)

    def _words(self, kreis: Kreis) -> str:
        cell = self._cells.get(kreis.ags)
        return f"{kreis.name}: {cell.words}" if cell else kreis.name

    def _say(self) -> None:
        kreis = next(k for k in kreise() if k.ags == self._current)
        self.setAccessibleDescription(self._words(kreis))


def neighbour(ags: str, columns: int, rows: int) -> str:
    """The nearest Kreis in a direction: left or right in the same row, else the nearest of the next row."""
    here = next(kreis for kreis in kreise() if kreis.ags == ags)
    wanted_row = here.hexagon.row + rows
    row = [kreis for kreis in kreise() if kreis.hexagon.row == wanted_row]
    if columns:
        row = [kreis for kreis in row if (kreis.hexagon.x - here.hexagon.x) * columns > 0]
    return min(row, key=lambda kreis: abs(kreis.hexagon.x - here.hexagon.x), default=here).ags


def legend() -> dict[Fill, str]:
    """What the fills mean, for the list beside the map."""
    return {Fill.reached: _("target reached"), Fill.begun: _("begun"), Fill.missing: _("no event yet")}


def draw_swatch(painter: QPainter, rect: QRectF, fill: Fill) -> None:
    """Paint a small box filled as a hexagon is, for a legend."""
    ground, edge, _text = colours(fill)
    painter.setBrush(ground)
    painter.setPen(edge)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def colours(fill: Fill) -> tuple[QColor | Qt.BrushStyle, QPen, QColor]:
    """Ground, edge and text colour of a fill."""
    look = theme.tokens()
    match fill:
        case Fill.reached:
            return look.fill, QPen(look.fill, 1), look.on_fill
        case Fill.begun:
            return look.selection, QPen(look.selection, 1), look.text
        case Fill.missing:
            return look.base, paint.pen(look.error, 1.4, dashed=True), look.error
        case Fill.plain:
            return look.off, QPen(look.off, 1), look.muted
    return _shades(look)[fill]


def _shades(look: Palette) -> dict[Fill, tuple[QColor, QPen, QColor]]:
    """How much there is: the more, the stronger against the page, so light themes darken and dark ones brighten."""
    middling = (look.fill, look.on_fill) if look.is_dark else (look.river, look.text)
    much = (look.accent, look.on_accent) if look.is_dark else (look.fill, look.on_fill)
    return {
        Fill.none: (look.base, QPen(look.outline, 1), look.muted),
        Fill.little: (look.selection, QPen(look.outline, 1), look.text),
        Fill.middling: (middling[0], QPen(middling[0], 1), middling[1]),
        Fill.much: (much[0], QPen(much[0], 1), much[1]),
    }
