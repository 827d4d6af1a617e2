"""Table rows held together by cells that reach over several of them, also across a page break."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from typing import TYPE_CHECKING

from domain.documents.kit.flow import EPSILON, Block, Split, Stack, Tag, shared_out
from domain.documents.kit.table import WHOLE
from domain.overriding import override

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.documents.kit.canvas import TaggedCanvas
    from domain.documents.kit.notes import Note


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its place: upper left row and column from 0, how far it reaches, what it holds.

    One that `is_repeated` was read on an earlier page and is shown again as decoration.
    """

    row: int
    column: int
    rows: int
    columns: int
    stack: Stack
    is_head: bool = False
    is_repeated: bool = False

    @property
    def end(self) -> int:
        """The row after the last one it reaches."""
        return self.row + self.rows


class Lines(StrEnum):
    """Above which cells a group of rows draws a hairline: all, those below others, those of the first row."""

    all = auto()
    inner = auto()
    top = auto()

    def has(self, row: int) -> bool:
        """Whether there is one above the cells of a row."""
        return self is Lines.all or (self is Lines.top) == (row == 0)


class RowGroup(Block):
    """Table rows held together by cells that reach over several of them; mostly one row.

    A group that is not high is not split unless it must be. With `rule` hairlines of that
    colour are drawn where `lines` says.
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
        cells: Sequence[Placed],
        tags: Sequence[Tag],
        widths: Sequence[float | None],
        gap: float,
        *,
        rule: str | None = None,
        lines: Lines = Lines.all,
    ) -> None:
        self.lines = lines
        self.cells = tuple(sorted(cells, key=lambda each: (each.row, each.column)))
        self.tags = tuple(tags)
        self.widths = tuple(widths)
        self.gap = gap
        self.rule = rule

    def _places(self, width: float) -> list[tuple[Placed, float, float]]:
        """The cells with their distance from the left and their width."""
        columns = shared_out(self.widths, self.gap, width)
        left = [sum(columns[:at]) + self.gap * at for at in range(len(columns))]
        return [
            (
                each,
                left[each.column],
                sum(columns[each.column : each.column + each.columns]) + self.gap * (each.columns - 1),
            )
            for each in self.cells
        ]

    def heights(self, width: float, language: str) -> list[float]:
        """The height of every row; the last row of a tall cell takes what the others leave of it."""
        found = [0.0] * len(self.tags)
        for each, _x, own in sorted(self._places(width), key=lambda place: (place[0].end, -place[0].row)):
            lacking = each.stack.height(own, language) - sum(found[each.row : each.end])
            found[each.end - 1] += max(0.0, lacking)
        return found

    @override
    def height(self, width: float, language: str) -> float:
        return sum(self.heights(width, language))

    @override
    def notes(self, width: float, language: str) -> "Iterator[Note]":
        for each, _x, own in self._places(width):
            if not each.is_repeated:
                yield from each.stack.notes(own, language)

    @override
    def split(self, width: float, room: float, language: str, *, force: bool = False) -> Split:
        heights = self.heights(width, language)
        if sum(heights) <= room + EPSILON:
            return self, None
        if not force and sum(heights) <= WHOLE:
            return None, self
        count = _fitting(heights, room)
        if count == 0 and not force and heights[0] <= WHOLE:
            return None, self
        return self._parted(max(1, count), width, room, language, force=force)

    def _parted(self, count: int, width: float, room: float, language: str, *, force: bool) -> Split:
        """The first `count` rows and the rest; a cell in both is split, and so is a single row that is too tall."""
        heights = self.heights(width, language)
        is_torn = count == 1 and heights[0] > room + EPSILON
        cut = 0 if is_torn else count
        upper: list[Placed] = []
        lower: list[Placed] = []
        for each, _x, own in self._places(width):
            if each.row >= count:
                lower.append(replace(each, row=each.row - cut))
            elif each.end <= count and not is_torn:
                upper.append(each)
            else:
                head, rest = self._taken(each, own, room - sum(heights[: each.row]), language, force=force)
                upper.append(replace(head, rows=min(each.end, count) - each.row))
                lower.append(replace(rest, row=max(0, each.row - cut), rows=each.end - max(each.row, cut)))
        if not any(each.stack.blocks for each in upper):
            return None, self
        if is_torn and len(self.tags) == 1 and not any(each.stack.blocks for each in lower if not each.is_repeated):
            return self._with(upper, self.tags[:1]), None
        return self._with(upper, self.tags[:count]), self._with(lower, self.tags[cut:])

    def _taken(self, each: Placed, width: float, room: float, language: str, *, force: bool) -> tuple[Placed, Placed]:
        """The cell with what fits into `room` and with what is left; a head with nothing left is shown again."""
        stack = each.stack
        empty = Stack((), replace(stack.frame, top=0, bottom=0), stack.tag)
        head: Block | None = stack
        rest: Block | None = None
        if stack.height(width, language) > room + EPSILON:
            head, rest = stack.split(width, room, language, force=force)
        upper = replace(each, stack=head if isinstance(head, Stack) else empty)
        if isinstance(rest, Stack):
            return upper, replace(each, stack=rest)
        is_repeated = each.is_head and len(self.tags) > 1
        return upper, replace(each, stack=stack if is_repeated else empty, is_repeated=is_repeated)

    def _with(self, cells: Sequence[Placed], tags: Sequence[Tag]) -> "RowGroup":
        return RowGroup(cells, tags, self.widths, self.gap, rule=self.rule, lines=self.lines)

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        heights = self.heights(width, canvas.language)
        places = self._places(width)
        for row, tag in enumerate(self.tags):
            with canvas.inside(tag.open(canvas)):
                y = top - sum(heights[:row])
                for each, left, own in places:
                    if each.row == row:
                        self._draw_cell(canvas, each, (x + left, y, own))

    def _draw_cell(self, canvas: "TaggedCanvas", each: Placed, place: tuple[float, float, float]) -> None:
        x, top, width = place
        if self.rule and self.lines.has(each.row):
            canvas.artifact()
            is_open = self.lines is Lines.inner or each.column + each.columns == len(self.widths)
            canvas.rule((x, top), (x + width + (0 if is_open else self.gap), top), self.rule)
        if each.is_repeated:
            canvas.artifact()
            with canvas.silence():
                each.stack.draw(canvas, x, top, width)
        else:
            each.stack.draw(canvas, x, top, width)


def _fitting(heights: Sequence[float], room: float) -> int:
    """How many rows from the top fit into `room`."""
    total = 0.0
    for count, height in enumerate(heights):
        total += height
        if total > room + EPSILON:
            return count
    return len(heights)
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
