"""Tables whose cells reach over several columns or rows, also across a page break."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from domain.documents.kit.flow import EPSILON, Block, Split, Stack, Tag, shared_out
from domain.documents.kit.table import CELL, HEAD, SMALL_CELL, WHOLE, Cell, Table
from domain.documents.kit.table import cell as table_cell
from domain.documents.kit.theme import MM, Theme
from domain.overriding import override

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.documents.kit.canvas import TaggedCanvas
    from domain.documents.kit.flow import Frame
    from domain.documents.kit.notes import Note
    from domain.documents.kit.theme import Style


@dataclass(frozen=True, slots=True)
class Span:
    """A cell over `columns` columns and `rows` rows; `scope` (row, column, both) makes it a head."""

    content: Cell
    columns: int = 1
    rows: int = 1
    scope: str = ""


SpanCell: TypeAlias = "Span | Cell"
"""What a cell of a table with spans may be: a span, or what any cell may hold."""


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


def placed(rows: Sequence[Sequence[tuple[Span, Stack]]], width: int) -> list[Placed]:
    """The cells in a grid `width` columns wide, each at the first free place of its row.

    Raises:
        ValueError: cells overlap, or rows differ in width, or a span reaches below the last row.
    """
    taken: set[tuple[int, int]] = set()
    found: list[Placed] = []
    for row, cells in enumerate(rows):
        column = 0
        for span, stack in cells:
            while (row, column) in taken:
                column += 1
            over = {(row + y, column + x) for y in range(span.rows) for x in range(span.columns)}
            if over & taken:
                raise ValueError(f"cells overlap in row {row + 1}")
            taken |= over
            found.append(Placed(row, column, span.rows, span.columns, stack, bool(span.scope)))
            column += span.columns
    if taken != {(row, column) for row in range(len(rows)) for column in range(width)}:
        raise ValueError(f"the cells do not fill {len(rows)} rows of {width} columns")
    return found


class RowGroup(Block):
    """Table rows held together by cells that reach over several of them; mostly one row.

    A group that is not high is not split unless it must be. With `rule` a hairline of that colour is
    drawn above every cell, in a head above those below others.
    """

    def __init__(
        self,
        cells: Sequence[Placed],
        tags: Sequence[Tag],
        widths: Sequence[float | None],
        gap: float,
        *,
        rule: str | None = None,
        is_head: bool = False,
    ) -> None:
        self.is_head = is_head
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
        return RowGroup(cells, tags, self.widths, self.gap, rule=self.rule)

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
        if self.rule and (each.row or not self.is_head):
            canvas.artifact()
            is_open = self.is_head or each.column + each.columns == len(self.widths)
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


def span_table(
    theme: Theme,
    widths: Sequence[float | None],
    heads: Sequence[Sequence[SpanCell]],
    rows: Sequence[Sequence[SpanCell]],
    *,
    is_small: bool = False,
    gap: float = 3 * MM,
) -> Table:
    """A table whose cells may be spans, with any number of head rows; the first column heads the rows.

    Raises:
        ValueError: the cells do not make a regular grid.
    """
    style, frame = (theme.card, SMALL_CELL) if is_small else (theme.plain, CELL)
    top = [[_spanned(item, "column") for item in row] for row in heads]
    body = [[_spanned(item, "") for item in row] for row in rows]
    upper, below = HEAD, replace(HEAD, top=HEAD.bottom)
    shown = [
        [(span, _stack(span, theme.caption, below if at else upper)) for span in row] for at, row in enumerate(top)
    ]
    head_cells = placed(shown, len(widths))
    cells = placed([[(span, _stack(span, style, frame)) for span in row] for row in body], len(widths))
    cells = [_heading(each) if each.column == 0 and not each.is_head else each for each in cells]
    groups = [
        RowGroup(group, [Tag("TR") for _ in range(count)], widths, gap, rule=theme.palette.hairline)
        for group, count in _groups(cells, len(rows))
    ]
    if not heads:
        return Table(Stack(groups))
    rule, tags = theme.palette.hairline, [Tag("TR") for _ in heads]
    return Table(Stack(groups), RowGroup(head_cells, tags, widths, gap, rule=rule, is_head=True))


def _spanned(item: SpanCell, scope: str) -> Span:
    if isinstance(item, Span):
        return replace(item, scope=item.scope or scope)
    return Span(item, scope=scope)


def _stack(span: Span, style: "Style", frame: "Frame") -> Stack:
    made = table_cell(span.content, style, frame=frame)
    return Stack(made.blocks, frame, _tag(span.scope, span.columns, span.rows))


def _tag(scope: str, columns: int, rows: int) -> Tag:
    """The cell's tag with scope and spans (ISO 32000-1, 14.8.5.7)."""
    reach = (f"/ColSpan {columns}" if columns > 1 else "") + (f"/RowSpan {rows}" if rows > 1 else "")
    attributes = (f"/Scope/{scope.capitalize()}" if scope else "") + reach
    return Tag("TH" if scope else "TD", f"/O/Table{attributes}" if attributes else "")


def _heading(each: Placed) -> Placed:
    """A cell of the first column as the head of its rows."""
    tag = _tag("row", each.columns, each.rows)
    return replace(each, stack=Stack(each.stack.blocks, each.stack.frame, tag), is_head=True)


def _groups(cells: Sequence[Placed], rows: int) -> "Iterator[tuple[list[Placed], int]]":
    """The cells of rows that belong together, counted from each group's first row, and how many rows they are."""
    by_row: list[list[Placed]] = [[] for _ in range(rows)]
    for each in cells:
        by_row[each.row].append(each)
    start = 0
    while start < rows:
        end, row = start + 1, start
        while row < end:
            end = max(end, *(each.end for each in by_row[row])) if by_row[row] else end
            row += 1
        yield [replace(each, row=each.row - start) for line in by_row[start:end] for each in line], end - start
        start = end
