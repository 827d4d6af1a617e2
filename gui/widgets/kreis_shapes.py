"""The Kreise as they lie on the land, fitted into a rectangle: for every map that paints or hits them."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from domain.region import shapes
from domain.region.shapes import KreisShape
from domain.region.tables import Line


class MapFrame:
    """The state inside `area`, as large as it fits and in the middle."""

    def __init__(self, area: QRectF) -> None:
        height = max(0.0, min(area.height(), area.width() / shapes.aspect()))
        width = height * shapes.aspect()
        self.rect = QRectF(area.center().x() - width / 2, area.center().y() - height / 2, width, height)

    def pixel(self, x: float, y: float) -> QPointF:
        """Where a point of the map lies."""
        return QPointF(self.rect.x() + x * self.rect.height(), self.rect.y() + y * self.rect.height())

    def polygon(self, line: Line) -> QPolygonF:
        """A line of the map."""
        return QPolygonF([self.pixel(x, y) for x, y in line])

    def kreis(self, shape: KreisShape) -> QPainterPath:
        """A Kreis with its holes."""
        height = self.rect.height()
        return QTransform(height, 0, 0, height, self.rect.x(), self.rect.y()).map(_path(shape.ags))

    def outline(self) -> QPainterPath:
        """The state's border."""
        path = QPainterPath()
        path.addPolygon(self.polygon(shapes.outline()))
        return path


@cache
def _path(ags: str) -> QPainterPath:
    """A Kreis where the map is one high; kept, as making it point by point takes longer than painting it."""
    path = QPainterPath()
    for shape in shapes.display_shapes():
        if shape.ags == ags:
            for ring in shape.rings:
                path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
    return path
