"""The tour on the map: outlines of the 14 Kreise, rivers, depots, stops with their numbers, the way between."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import hypot
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from domain.region import shapes
from domain.region.travel import Waypoint
from domain.rows.tours import TourDayRow
from gui import theme
from gui.pages.tours.layout import vehicles
from gui.pages.tours.marks import SIZE, draw_mark
from gui.pages.tours.plan import BoardPlan
from gui.texts import _
from gui.widgets import paint
from gui.widgets.kreis_shapes import MapFrame

_MARGIN = 12
_REACH = 12
_DEPOT = 9
_PUSHES = 12


@dataclass(frozen=True, slots=True)
class Spot:
    """A stop on the map, in map units."""

    event_id: UUID
    day_id: UUID
    number: int
    is_round: bool
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Way:
    """A day's way through its places, in map units."""

    day_id: UUID
    is_round: bool
    points: tuple[tuple[float, float], ...]


class TourMap(QWidget):
    """Shows where a tour goes; a click picks a stop, the same one as on the board."""

    picked = Signal(object)  # UUID
    hovered = Signal(object)  # UUID or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selected: UUID | None = None
        self._hovered: UUID | None = None
        self._aimed: UUID | None = None
        self._marks: tuple[tuple[int, int], list[tuple[Spot, QPointF]]] | None = None
        self._spots: tuple[Spot, ...] = ()
        self._ways: tuple[Way, ...] = ()
        self._depots: dict[str, tuple[float, float]] = {}
        self._kept: tuple[tuple[int, int, float, str], QPixmap] | None = None
        self.setAccessibleName(_("Map of the tour"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(200)
        theme.notifier().changed.connect(self.update)

    def show_tour(self, days: Sequence[TourDayRow], plan: BoardPlan) -> None:
        """Show the ways and stops of these days, with the numbers of the board."""
        first = next(iter(vehicles(days)), None)
        self._ways = tuple(_way(day, is_round=day.vehicle_id == first) for day in days if day.stops)
        self._spots = tuple(_spots(plan))
        self._marks = None
        self._depots = {}
        for day in days:
            if day.route and day.route[0] is not None and day.start == day.depot:
                self._depots[day.depot] = _on_map(day.route[0])
        self.setAccessibleDescription(_("{count} stops, listed below").format(count=len(self._spots)))
        self.update()

    def select(self, record: UUID | None) -> None:
        """Let a stop or a day's way stand out."""
        self.selected = record
        self.update()

    def set_hovered(self, event_id: UUID | None) -> None:
        """Let a stop stand out a little."""
        if event_id != self._hovered:
            self._hovered = event_id
            self.update()

    def set_aimed(self, day_id: UUID | None) -> None:
        """Let the way of a day stand out over which a stop is dragged on the board."""
        if day_id != self._aimed:
            self._aimed = day_id
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, 300)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._spot_at(event.position())
        if found != self._hovered:
            self.set_hovered(found)
            self.hovered.emit(found)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (found := self._spot_at(event.position())) is not None:
            self.picked.emit(found)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.drawPixmap(0, 0, self._ground())
            for way in self._ways:
                self._paint_way(painter, way)
            for name, spot in self._depots.items():
                self._paint_depot(painter, name, spot)
            for spot_, at in self.marks():
                is_strong = spot_.event_id in {self.selected, self._hovered} or spot_.day_id == self.selected
                draw_mark(painter, at, spot_.number, is_round=spot_.is_round, is_strong=is_strong)

    def marks(self) -> list[tuple[Spot, QPointF]]:
        """Where the numbers stand; those of one town push each other aside until both can be read."""
        size = (self.width(), self.height())
        if self._marks is None or self._marks[0] != size:
            points = apart([self._pixel(spot.x, spot.y) for spot in self._spots], SIZE + 1)
            self._marks = size, list(zip(self._spots, points, strict=True))
        return self._marks[1]

    def _spot_at(self, at: QPointF) -> UUID | None:
        near = [(spot.event_id, (at - centre).manhattanLength()) for spot, centre in self.marks()]
        best = min(near, key=lambda pair: pair[1], default=None)
        return best[0] if best is not None and best[1] <= _REACH else None

    def _frame(self) -> MapFrame:
        """The map inside the widget."""
        return MapFrame(QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))

    def _pixel(self, x: float, y: float) -> QPointF:
        return self._frame().pixel(x, y)

    def _ground(self) -> QPixmap:
        """Kreise and rivers, painted once for a size and theme."""
        ratio = self.devicePixelRatioF()
        key = (self.width(), self.height(), ratio, theme.tokens().name)
        if self._kept is None or self._kept[0] != key:
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            painter.end()
            self._kept = (key, picture)
        return self._kept[1]

    def _paint_ground(self, painter: QPainter) -> None:
        look, frame = theme.tokens(), self._frame()
        painter.setPen(paint.pen(look.outline, 0.8))
        painter.setBrush(look.alt)
        for shape in shapes.display_shapes():
            painter.drawPath(frame.kreis(shape))
        painter.setClipPath(frame.outline())
        painter.setPen(paint.pen(look.river, 1.2))
        for river in shapes.rivers():
            painter.drawPolyline(frame.polygon(river.line))

    def _paint_way(self, painter: QPainter, way: Way) -> None:
        look = theme.tokens()
        is_strong = way.day_id in {self.selected, self._aimed} or any(
            spot.day_id == way.day_id and spot.event_id == self.selected for spot in self._spots
        )
        colour = look.accent if is_strong or look.is_dark else look.fill
        painter.setPen(paint.pen(colour, 2.5 if is_strong else 1.4, dashed=not way.is_round))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([self._pixel(x, y) for x, y in way.points]))

    def _paint_depot(self, painter: QPainter, name: str, spot: tuple[float, float]) -> None:
        look = theme.tokens()
        at = self._pixel(*spot)
        painter.fillRect(QRectF(at.x() - _DEPOT / 2, at.y() - _DEPOT / 2, _DEPOT, _DEPOT), look.text)
        words = QRectF(at.x() + 9, at.y() + 2, 120, 16)
        paint.text(painter, words, name, theme.small_font(), look.text)


def _on_map(waypoint: Waypoint) -> tuple[float, float]:
    position = waypoint.position
    return shapes.project(position.lat, position.lon)


def _way(day: TourDayRow, *, is_round: bool) -> Way:
    return Way(day.id, is_round, tuple(_on_map(each) for each in day.route if each is not None))


def _spots(plan: BoardPlan) -> list[Spot]:
    """The stops whose place is known."""
    found: list[Spot] = []
    for lane in plan.lanes():
        for block, waypoint in zip(lane.blocks, lane.row.route[1:], strict=False):
            if waypoint is not None:
                x, y = _on_map(waypoint)
                found.append(Spot(block.id, lane.row.id, block.number, block.is_round, x, y))
    return found


def apart(points: Sequence[QPointF], distance: float) -> list[QPointF]:
    """The points, moved as little as it takes to lie `distance` pixels from each other, as far as a few steps do."""
    placed = [(point.x(), point.y()) for point in points]
    for _round in range(_PUSHES):
        is_settled = True
        for at, behind in combinations(range(len(placed)), 2):
            (x, y), (other_x, other_y) = placed[at], placed[behind]
            if abs(other_x - x) >= distance or abs(other_y - y) >= distance:
                continue
            gap = hypot(other_x - x, other_y - y)
            if gap < distance:
                is_settled = False
                push = (distance - gap) / 2
                dx, dy = ((other_x - x) / gap * push, (other_y - y) / gap * push) if gap else (push, 0.0)
                placed[at], placed[behind] = (x - dx, y - dy), (other_x + dx, other_y + dy)
        if is_settled:
            break
    return [QPointF(x, y) for x, y in placed]
