"""Draws our line icons from `resources/icons`, tinted and at the screen's own resolution."""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap

from domain import assets
from gui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


def icon(name: str, size: int = 16, colour: QColor | None = None) -> "QIcon":
    """The icon `name` in `colour` (default: text), disabled in the outline colour; for actions and item views."""
    from PySide6.QtGui import QIcon  # not needed for the first paint

    result = QIcon(pixmap(name, size, colour or theme.tokens().text))
    result.addPixmap(pixmap(name, size, theme.tokens().outline), QIcon.Mode.Disabled)
    return result


def pixmap(name: str, size: int, colour: QColor) -> QPixmap:
    """The icon as a picture of `size` device-independent pixels.

    Raises:
        FileNotFoundError: there is no icon of that name.
    """
    return _rendered(name, size, colour.rgba(), QGuiApplication.primaryScreen().devicePixelRatio())


def draw(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Paint the icon into the middle of `rect`, as large as its shorter side."""
    size = int(min(rect.width(), rect.height()))
    left = rect.x() + (rect.width() - size) / 2
    top = rect.y() + (rect.height() - size) / 2
    painter.drawPixmap(QRectF(left, top, size, size).toRect(), pixmap(name, size, colour))


@lru_cache(maxsize=1024)
def _rendered(name: str, size: int, rgba: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    source = _source(name)
    if size <= 14:  # noqa: PLR2004 - looks/README: stroke 2 at sizes up to 14
        source = source.replace('stroke-width="1.75"', 'stroke-width="2"')
    colour = QColor.fromRgba(rgba).name()
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return assets.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
