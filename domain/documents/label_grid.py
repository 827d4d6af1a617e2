"""Labels and cards on a sheet, in millimetres, and where the sheet is cut."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from domain.documents.kit.theme import MM, Theme

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

_UNPRINTED = 4
"""Millimetres at the edge of a sheet that printers leave white."""
_ALONG_THE_EDGE = 0.5
"""A cut no further than so many millimetres from the edge of the sheet is the edge."""
_MARK, _OFF, _CROSS = 3, 1.5, 1.5
"""How long a cut mark is, how far it stands off the label, and half the width of a cross between labels."""


@dataclass(frozen=True, slots=True)
class LabelGrid:
    """So many columns and rows of labels on an A4 sheet.

    All measures are millimetres: a label's width and height, the first one's distance from the left and upper edge of
    the sheet, and the gaps between labels.
    """

    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    gap_x: float = 0
    gap_y: float = 0

    @property
    def count(self) -> int:
        """Labels on one sheet."""
        return self.columns * self.rows

    @property
    def places(self) -> tuple[tuple[float, float], ...]:
        """Left and upper edge of every label in points, row by row, from the upper left corner of the sheet."""
        spots = product(range(self.rows), range(self.columns))
        return tuple(
            (
                (self.left + column * (self.width + self.gap_x)) * MM,
                (self.top + row * (self.height + self.gap_y)) * MM,
            )
            for row, column in spots
        )

    def cut_marks(self, canvas: "TaggedCanvas", theme: Theme) -> None:
        """Short lines at the edges of the sheet and crosses between labels, where it is cut."""
        across = sorted({*_edges(self.left, self.width, self.gap_x, self.columns)})
        down = sorted({*_edges(self.top, self.height, self.gap_y, self.rows)})
        height, width, ink = theme.page_height, theme.page_width, theme.palette.muted
        inner_x = [x for x in across if _is_inside(x, width)]
        inner_y = [y for y in down if _is_inside(y, height)]
        for x in inner_x:
            for start, end in _ticks(down[0], down[-1], height / MM):
                canvas.rule((x * MM, height - start * MM), (x * MM, height - end * MM), ink, 0.4)
        for y in inner_y:
            for start, end in _ticks(across[0], across[-1], width / MM):
                canvas.rule((start * MM, height - y * MM), (end * MM, height - y * MM), ink, 0.4)
        for x, y in product(inner_x, inner_y):
            if across[0] < x < across[-1] and down[0] < y < down[-1]:
                at_x, at_y = x * MM, height - y * MM
                canvas.rule((at_x - _CROSS * MM, at_y), (at_x + _CROSS * MM, at_y), ink, 0.4)
                canvas.rule((at_x, at_y - _CROSS * MM), (at_x, at_y + _CROSS * MM), ink, 0.4)


BADGES_90X54 = LabelGrid(2, 5, 90, 54, 15, 13.5)
BADGES_80X50 = LabelGrid(2, 5, 80, 50, 20, 13.5, 10, 5)
CARDS_A6 = LabelGrid(2, 2, 105, 148.5, 0, 0)
CARDS_A5 = LabelGrid(1, 2, 210, 148.5, 0, 0)
BADGE_GRIDS = (BADGES_90X54, BADGES_80X50)
"""The grids that badges are printed on, the usual one first: card stock of 90 × 54 mm, and 80 × 50 mm with gaps."""


def _edges(start: float, size: float, gap: float, count: int) -> Iterator[float]:
    for number in range(count):
        yield round(start + number * (size + gap), 3)
        yield round(start + number * (size + gap) + size, 3)


def _is_inside(at: float, whole: float) -> bool:
    """Whether a cut at so many millimetres runs through the sheet of `whole` points rather than along its edge."""
    return _ALONG_THE_EDGE < at < whole / MM - _ALONG_THE_EDGE


def _ticks(first: float, last: float, whole: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where the two marks of a cut run; where labels reach the edge of the sheet, on the labels."""
    near = max(_UNPRINTED, first - _OFF - _MARK)
    far = min(whole - _UNPRINTED, last + _OFF + _MARK)
    room = first - _OFF - near
    length = _MARK if room <= 0 else min(_MARK, room)
    return (near, near + length), (far - length, far)
