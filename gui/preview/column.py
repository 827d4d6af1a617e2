"""Where pages lie that are shown one below the other: pure figures, in pixels of the screen."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cached_property
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF

from gui.preview.pdf import PageSize, Piece

POINT = 96 / 72
"""Pixels of a point at 100 %."""

SMALLEST, LARGEST = 0.5, 4.0
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)

GAP = 16
_MOST_AT_ONCE = 6_000_000
"""Pixels of a page that are rendered as one picture; larger ones come in tiles, those in sight only."""

_TILE = 1024


class Fit(StrEnum):
    """A zoom that follows the window: the width of the page, or all of it."""

    width = auto()
    page = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a page: `across` and `down` are shares of its width and height."""

    page: int
    across: float
    down: float


@dataclass(frozen=True)
class PageColumn:
    """Pages at a zoom in a view that is `room` wide; narrower pages stand in its middle."""

    sizes: tuple[PageSize, ...]
    zoom: float
    room: int

    @cached_property
    def _tops(self) -> tuple[int, ...]:
        tops, at = [], GAP
        for size in self.sizes:
            tops.append(at)
            at += self._pixels(size.height) + GAP
        return (*tops, at)

    @cached_property
    def width(self) -> int:
        """How wide everything is, with a gap at both sides."""
        return max((self._pixels(size.width) for size in self.sizes), default=0) + 2 * GAP

    @property
    def height(self) -> int:
        """How high everything is."""
        return self._tops[-1]

    def rect(self, page: int) -> QRect:
        """Where a page lies."""
        size = self.sizes[page]
        width = self._pixels(size.width)
        left = (max(self.room, self.width) - width) // 2
        return QRect(left, self._tops[page], width, self._pixels(size.height))

    def page_at(self, y: float) -> int:
        """The page that lies there, or the one above if it is a gap."""
        return max(0, min(len(self.sizes) - 1, bisect_right(self._tops, y) - 1))

    def in_sight(self, top: float, bottom: float) -> range:
        """The pages of which something lies between two heights."""
        if not self.sizes:
            return range(0)
        first = self.page_at(top)
        if self.rect(first).bottom() < top and first < len(self.sizes) - 1:
            first += 1
        return range(first, max(first, self.page_at(bottom)) + 1)

    def place(self, point: QPointF) -> Place:
        """What lies at a point; beside pages the shares are below 0 or above 1."""
        page = self.page_at(point.y())
        rect = self.rect(page)
        return Place(page, (point.x() - rect.left()) / rect.width(), (point.y() - rect.top()) / rect.height())

    def point(self, place: Place) -> QPointF:
        """Where a place lies."""
        rect = self.rect(min(place.page, len(self.sizes) - 1))
        return QPointF(rect.left() + place.across * rect.width(), rect.top() + place.down * rect.height())

    def pieces(self, page: int, seen: QRectF, ratio: float) -> list[Piece]:
        """The pictures that make up what is seen of a page on a screen with `ratio` dots a pixel."""
        rect = self.rect(page)
        width, height = ceil(rect.width() * ratio), ceil(rect.height() * ratio)
        if width * height <= _MOST_AT_ONCE:
            return [Piece(width, height, 0, 0, width, height)]
        part = QRectF(rect).intersected(seen).translated(-rect.left(), -rect.top())
        columns = _tiles(part.left() * ratio, part.right() * ratio, width)
        rows = _tiles(part.top() * ratio, part.bottom() * ratio, height)
        return [
            Piece(width, height, left, top, min(_TILE, width - left), min(_TILE, height - top))
            for top in rows
            for left in columns
        ]

    def _pixels(self, points: float) -> int:
        return max(1, round(points * POINT * self.zoom))


def fitting(sizes: tuple[PageSize, ...], fit: Fit, width: int, height: int) -> float:
    """The zoom at which the widest page fills the width of a view, or the largest fits in wholly."""
    across = max((size.width for size in sizes), default=595.0) * POINT
    down = max((size.height for size in sizes), default=842.0) * POINT
    zoom = (width - 2 * GAP) / across
    if fit is Fit.page:
        zoom = min(zoom, (height - 2 * GAP) / down)
    return max(0.2, min(2.0, zoom))


def _tiles(first: float, last: float, end: int) -> range:
    start = int(first // _TILE) * _TILE
    return range(max(0, start), min(end, ceil(last)), _TILE)
