"""Marks that say how something stands by shape and colour, always with a word beside them."""

from enum import StrEnum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.theme import MM, Palette, Style
from domain.overriding import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.documents.kit.canvas import TaggedCanvas
    from domain.documents.kit.text import Run

_SIDE = 2.9 * MM
_COLUMN = 4.6 * MM


class Shape(StrEnum):
    """What a mark looks like: tick in a circle, triangle, octagon with a cross, empty circle."""

    tick = auto()
    triangle = auto()
    cross = auto()
    ring = auto()


class Mark(Block):
    """A mark on the first line of the text beside it, drawn as decoration."""

    def __init__(self, shape: Shape, style: Style, palette: Palette) -> None:
        self._shape = shape
        self._style = style
        self._palette = palette

    @override
    def height(self, width: float, language: str) -> float:
        return self._style.leading

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        half = _SIDE / 2
        middle = (x + half, top - self._style.leading / 2)
        canvas.artifact()
        match self._shape:
            case Shape.tick:
                canvas.circle_at(*middle, half, fill=self._palette.done)
                self._strokes(canvas, middle, ((-0.5, 0.05), (-0.12, -0.38), (0.52, 0.4)))
            case Shape.triangle:
                corners = [
                    (middle[0] + dx * half, middle[1] + dy * half) for dx, dy in ((0, 1), (1.1, -0.9), (-1.1, -0.9))
                ]
                canvas.polygon(corners, fill=self._palette.caution)
                self._strokes(canvas, middle, ((0, 0.35), (0, -0.3)))
                self._strokes(canvas, middle, ((0, -0.55), (0, -0.7)))
            case Shape.cross:
                edge = 0.414  # tan(22.5°): where the corners of a square are cut to make an octagon
                around = (
                    (-1, edge),
                    (-edge, 1),
                    (edge, 1),
                    (1, edge),
                    (1, -edge),
                    (edge, -1),
                    (-edge, -1),
                    (-1, -edge),
                )
                corners = [(middle[0] + dx * half, middle[1] + dy * half) for dx, dy in around]
                canvas.polygon(corners, fill=self._palette.warning)
                self._strokes(canvas, middle, ((-0.4, -0.4), (0.4, 0.4)))
                self._strokes(canvas, middle, ((-0.4, 0.4), (0.4, -0.4)))
            case Shape.ring:
                canvas.circle_at(*middle, half * 0.9, stroke=self._palette.muted, width=0.9)

    def _strokes(
        self, canvas: "TaggedCanvas", middle: tuple[float, float], points: "Sequence[tuple[float, float]]"
    ) -> None:
        half = _SIDE / 2
        spots = [(middle[0] + dx * half, middle[1] + dy * half) for dx, dy in points]
        for start, end in pairwise(spots):
            canvas.rule(start, end, self._palette.white, 0.95)


def verdict(shape: Shape, runs: "str | Sequence[Run]", style: Style, palette: Palette) -> Block:
    """A mark with its words beside it."""
    return Row([Stack([Mark(shape, style, palette)]), Stack([Paragraph(runs, style)])], (_COLUMN, None))
