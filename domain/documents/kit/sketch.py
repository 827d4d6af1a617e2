"""A plan of a place to stand, to scale: its length and width, and the outlines of vehicles in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.documents.kit import fonts
from domain.documents.kit.figures import Figure
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MEDIUM, MM, REGULAR, Theme
from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

_LEFT, _BELOW = 9 * MM, 6 * MM
"""Room for the measures at the left and below."""
_TALLEST = 44 * MM
_GAP_M = 0.5
"""Metres left between vehicles and edges."""
_SIZE = 8.5


@dataclass(frozen=True, slots=True)
class Outline:
    """A rectangle in metres with its name; `fits` decides how its edge is drawn."""

    name: str
    length: float
    width: float
    fits: bool = True


class SiteSketch(Figure):
    """The area as a rectangle, its length across; `measures` are its length and width as people write them."""

    def __init__(
        self, area: tuple[float, float], vehicles: Sequence[Outline], measures: tuple[str, str], alt: str, theme: Theme
    ) -> None:
        super().__init__(alt)
        self._area = area
        self._measures = measures
        self._theme = theme
        self._placed = tuple(_placed(area, vehicles))
        self._extent = (
            max([area[0], *(at[0] + each.length for each, at in self._placed)]),
            max([area[1], *(at[1] + each.width for each, at in self._placed)]),
        )
        self.after = 2 * MM

    def _scale(self, width: float) -> float:
        return min((width - _LEFT) / self._extent[0], _TALLEST / self._extent[1])

    @override
    def height(self, width: float, language: str) -> float:
        return self._extent[1] * self._scale(width) + _BELOW

    @override
    def paint(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        palette, scale = self._theme.palette, self._scale(width)
        left, wide, high = x + _LEFT, self._area[0] * scale, self._area[1] * scale
        canvas.box((left, top - high, wide, high), palette.paper, palette.muted, 1)
        for vehicle, (across, down) in self._placed:
            edge = palette.primary if vehicle.fits else palette.warning
            box = (
                left + across * scale,
                top - (down + vehicle.width) * scale,
                vehicle.length * scale,
                vehicle.width * scale,
            )
            canvas.box(box, palette.tint if vehicle.fits else palette.warning_ground, edge, 1.5)
            self._name(canvas, vehicle.name, box, left + wide - box[0])
        self._measure(canvas, (left, top - high), wide, high)

    def _name(self, canvas: "TaggedCanvas", name: str, box: tuple[float, float, float, float], room: float) -> None:
        """The name inside its box where it fits, else behind it if there are `room` points up to the edge."""
        x, y, wide, high = box
        face = fonts.face(MEDIUM)
        shown = face.shown(one_line(name, 40))
        needed = face.width(shown, _SIZE) + 6
        if needed > wide and needed > room - wide:
            return
        start = x + 3 if needed <= wide else x + wide + 3
        canvas.say(start, y + high / 2 - _SIZE * 0.35, shown, (MEDIUM, _SIZE, self._theme.palette.ink))

    def _measure(self, canvas: "TaggedCanvas", corner: tuple[float, float], wide: float, high: float) -> None:
        """Lines with end strokes below and at the left, the measures in their middle."""
        (left, bottom), colour = corner, self._theme.palette.muted
        low, out = bottom - 2 * MM, left - 2 * MM
        canvas.rule((left, low), (left + wide, low), colour, 0.6)
        canvas.rule((out, bottom), (out, bottom + high), colour, 0.6)
        for at in (left, left + wide):
            canvas.rule((at, low - 2), (at, low + 2), colour, 0.6)
        for at in (bottom, bottom + high):
            canvas.rule((out - 2, at), (out + 2, at), colour, 0.6)
        face, look = fonts.face(REGULAR), (REGULAR, _SIZE, self._theme.palette.ink)
        length, width = (face.shown(text) for text in self._measures)
        canvas.say(left + (wide - face.width(length, _SIZE)) / 2, low - _SIZE - 1, length, look)
        canvas.say(out - face.width(width, _SIZE) - 4, bottom + high / 2 - _SIZE * 0.35, width, look)


def _placed(area: tuple[float, float], vehicles: Sequence[Outline]) -> "Sequence[tuple[Outline, tuple[float, float]]]":
    """Each vehicle below the one before, the largest first; only the largest if they do not fit together."""
    largest_first = sorted(vehicles, key=lambda each: each.length * each.width, reverse=True)
    together = sum(each.width + _GAP_M for each in largest_first) + _GAP_M
    if together > area[1]:
        largest_first = largest_first[:1]
    placed, down = [], _GAP_M if together <= area[1] else 0.0
    for each in largest_first:
        across = min(_GAP_M, max(0.0, (area[0] - each.length) / 2))
        placed.append((each, (across, min(down, max(0.0, area[1] - each.width)))))
        down += each.width + _GAP_M
    return placed
