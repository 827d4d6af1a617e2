"""A map of areas with routes and numbered places on it: outlines as they are, marks pushed apart where they meet."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from domain.documents.kit import fonts
from domain.documents.kit.figures import Figure
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import CONDENSED, MEDIUM, MM, Theme
from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

_RADIUS = 2.2 * MM
_SIZE = 8.5
_PUSHES = 60
_NEAR = 0.45 * MM
"""A mark further than this from its place gets a line to it."""

Spot = tuple[float, float]
"""A point of the map: x to the right, y down, both in heights of the map."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area with its outlines; `stands_out` fills it, `code` is written in all others."""

    rings: tuple[tuple[Spot, ...], ...]
    label: Spot
    code: str = ""
    stands_out: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """A way from spot to spot; drawn dashed if `is_dashed`."""

    spots: tuple[Spot, ...]
    is_dashed: bool = False


@lru_cache(maxsize=64)
def _path(rings: tuple[tuple[Spot, ...], ...]) -> str:
    """The outlines as PDF operators, in heights of the map."""
    told = []
    for ring in rings:
        points = " l ".join(f"{x:.4f} {y:.4f}" for x, y in ring[1:])
        told.append(f"{ring[0][0]:.4f} {ring[0][1]:.4f} m {points} l h")
    return " ".join(told)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a map shows: areas, the largest first so that one inside another is seen; `aspect`: width by height."""

    areas: tuple[Area, ...]
    aspect: float


class PlanMap(Figure):
    """The map, at most `tall` points high; `marks` are places, numbered from 1 in this order."""

    def __init__(
        self, ground: Ground, routes: Sequence[Route], marks: Sequence[Spot], alt: str, theme: Theme, tall: float
    ) -> None:
        super().__init__(alt)
        self._ground = ground
        self._routes = tuple(routes)
        self._marks = tuple(marks)
        self._theme = theme
        self._tall = tall
        self.after = 1.5 * MM

    @override
    def height(self, width: float, language: str) -> float:
        return min(self._tall, width / self._ground.aspect)

    @override
    def paint(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        scale = self.height(width, canvas.language)
        left, palette = x + (width - scale * self._ground.aspect) / 2, self._theme.palette
        matrix = f"{scale:.3f} 0 0 {-scale:.3f} {left:.3f} {top:.3f} cm"
        for area in self._ground.areas:
            fill = palette.tint if area.stands_out else palette.paper
            canvas.paint(f"{matrix} {_path(area.rings)}", fill, palette.muted, 0.4 / scale)
        placed = [(left + px * scale, top - py * scale) for px, py in self._marks]
        self._codes(canvas, (left, top), scale, placed)
        for route in self._routes:
            points = [(left + px * scale, top - py * scale) for px, py in route.spots]
            for start, end in pairwise(points):
                canvas.rule(start, end, palette.primary, 0.9, dash=2.2 if route.is_dashed else 0)
        for number, (spot, at) in enumerate(zip(placed, _pushed_apart(placed), strict=True), 1):
            self._mark(canvas, number, spot, at)

    def _codes(self, canvas: "TaggedCanvas", corner: Spot, scale: float, placed: Sequence[Spot]) -> None:
        """Codes of the areas where there is room for them."""
        look = (CONDENSED, _SIZE, self._theme.palette.muted)
        for area in self._ground.areas:
            at = corner[0] + area.label[0] * scale, corner[1] - area.label[1] * scale
            if not area.stands_out and all(math.dist(at, spot) > 3 * _RADIUS for spot in placed):
                self._centred(canvas, one_line(area.code, 8), at, look)

    def _mark(self, canvas: "TaggedCanvas", number: int, spot: Spot, at: Spot) -> None:
        palette = self._theme.palette
        if math.dist(spot, at) > _NEAR:
            canvas.rule(spot, at, palette.ink, 0.6)
            canvas.circle_at(*spot, 0.5 * MM, palette.ink)
        canvas.circle_at(*at, _RADIUS, palette.primary, palette.white, 0.8)
        self._centred(canvas, str(number), at, (MEDIUM, _SIZE, palette.white))

    def _centred(self, canvas: "TaggedCanvas", text: str, at: Spot, look: tuple[str, float, str]) -> None:
        face = fonts.face(look[0])
        shown = face.shown(text)
        canvas.say(at[0] - face.width(shown, _SIZE) / 2, at[1] - _SIZE * 0.35, shown, look)


def _pushed_apart(spots: Sequence[Spot]) -> list[Spot]:
    """Where marks stand so that none covers another: each pair that is too near moves apart, a little at a time."""
    found = [(x + 0.01 * number, y) for number, (x, y) in enumerate(spots)]
    for _round in range(_PUSHES):
        moved = False
        for one in range(len(found)):
            for other in range(one):
                gap = math.dist(found[one], found[other])
                if gap >= 2 * _RADIUS:
                    continue
                moved = True
                share = (2 * _RADIUS - gap) / 2 / (gap or 1)
                dx, dy = (found[one][axis] - found[other][axis] or 0.01 for axis in (0, 1))
                found[one] = found[one][0] + dx * share, found[one][1] + dy * share
                found[other] = found[other][0] - dx * share, found[other][1] - dy * share
        if not moved:
            break
    return found
