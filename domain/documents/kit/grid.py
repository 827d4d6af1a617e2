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
