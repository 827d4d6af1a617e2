"""A grid of small cells of one height, as calendars are: a real table, drawn cell by cell and never split."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.documents.kit import fonts
from domain.documents.kit.flow import Block
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Palette
from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas
    from domain.documents.kit.structure import Element

SIZE = 8.5
"""Points of all text in a grid."""
_PAD = 0.9 * MM
_BAR = 1.1 * MM
HEAD = 5 * MM
"""The height of the row of heads."""
_BOX = 1.5
"""Points between a letter and the edge of its box."""
_GAP = 2.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a cell in one look; with `edge` it stands in a box with an edge of that colour."""

    text: str
    face: str
    colour: str
    edge: str | None = None

    @property
    def width(self) -> float:
        """How wide it is, in points."""
        box = 2 * _BOX if self.edge else 0
        return fonts.face(self.face).width(self.text, SIZE) + box


@dataclass(frozen=True, slots=True)
class GridCell:
    """Lines of pieces beside a `lead`; `scope` (row or column) makes it a head, `bar` colours a stroke at its edge."""

    lines: tuple[tuple[Piece, ...], ...] = ()
    scope: str = ""
    fill: str | None = None
    bar: str | None = None
    lead: Piece | None = None


def piece(text: str, face: str, colour: str, edge: str | None = None) -> Piece:
    """A piece of any text, made printable."""
    return Piece(fonts.face(face).shown(one_line(text, 80)), face, colour, edge)


def cut(found: Piece, width: float) -> Piece:
    """The piece, shortened with an ellipsis to `width` points; empty if there is no room at all."""
    text, face = found.text, fonts.face(found.face)
    while text and face.width(text, SIZE) > width:
        text = text[: -2 if text.endswith("…") else -1].rstrip() + "…" if len(text) > 1 else ""
    return Piece(text, found.face, found.colour, found.edge)


def room(width: float) -> float:
    """What a cell `width` points wide has for its pieces."""
    return width - _PAD * 2 - _BAR


def wide(pieces: Sequence[Piece]) -> float:
    """How wide pieces in a line are together with the gaps between them."""
    return sum(each.width for each in pieces) + _GAP * max(0, len(pieces) - 1)


class Grid(Block):
    """Rows of cells: `widths` in points, rows `tall` points high, the first (the heads) the height of a line.

    Bars run down the left edges, or with `bars_below` along the lower ones.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[GridCell]],
        widths: Sequence[float],
        tall: float,
        palette: Palette,
        *,
        bars_below: bool = False,
    ) -> None:
        self._rows = rows
        self._widths = tuple(widths)
        self._tall = tall
        self._bars_below = bars_below
        self._palette = palette

    @override
    def height(self, width: float, language: str) -> float:
        return HEAD + self._tall * (len(self._rows) - 1)

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        with canvas.inside(canvas.add("Table")):
            y = top
            for number, row in enumerate(self._rows):
                high = self._tall if number else HEAD
                self._row(canvas, row, x, y, high)
                y -= high
        canvas.artifact()
        end = x + sum(self._widths)
        canvas.rule((x, y), (end, y), self._palette.hairline)

    def _row(self, canvas: "TaggedCanvas", row: Sequence[GridCell], x: float, top: float, high: float) -> None:
        canvas.artifact()
        left = x
        for cell, width in zip(row, self._widths, strict=True):
            if cell.fill:
                canvas.box((left, top - high, width, high), fill=cell.fill)
            if cell.bar:
                size = (width, _BAR * 0.7) if self._bars_below else (_BAR, high)
                canvas.box((left, top - high, *size), fill=cell.bar)
            left += width
        canvas.rule((x, top), (left, top), self._palette.hairline)
        with canvas.inside(canvas.add("TR")):
            left = x
            for cell, width in zip(row, self._widths, strict=True):
                self._cell(canvas, cell, left, top, high)
                left += width

    def _cell(self, canvas: "TaggedCanvas", cell: GridCell, x: float, top: float, high: float) -> None:
        scope = f"/O/Table/Scope/{cell.scope.title()}" if cell.scope else ""
        element = canvas.add("TH" if scope else "TD", scope)
        left = x + _PAD + _BAR
        if cell.lead:
            left = self._say(canvas, element, cell.lead, left, top - high / 2 - SIZE * 0.35)
        step = min(SIZE * 1.25, high / max(1, len(cell.lines)))
        base = top - (high - step * len(cell.lines)) / 2 - step / 2 - SIZE * 0.35
        for line in cell.lines:
            at = left
            for each in line:
                if each.text:
                    at = self._say(canvas, element, each, at, base)
            base -= step

    def _say(self, canvas: "TaggedCanvas", element: "Element", each: Piece, x: float, base: float) -> float:
        """Draw one piece and give where the next begins."""
        inset = 0.0
        if each.edge:
            inset = _BOX
            canvas.artifact()
            frame = (x, base - SIZE * 0.22, each.width, SIZE * 1.12)
            canvas.box(frame, self._palette.white, each.edge, 1.4, width=0.9)
        canvas.mark(element)
        # The space at the end keeps words apart for readers and searches.
        canvas.say(x + inset, base, f"{each.text} ", (each.face, SIZE, each.colour))
        canvas.artifact()
        return x + each.width + _GAP
