"""Tables whose cells reach over several columns or rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from domain.documents.kit.flow import Stack, Tag
from domain.documents.kit.grid import Lines, Placed, RowGroup
from domain.documents.kit.table import CELL, HEAD, SMALL_CELL, Cell, Table
from domain.documents.kit.table import cell as table_cell
from domain.documents.kit.theme import MM, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.documents.kit.flow import Frame
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
    return Table(Stack(groups), RowGroup(head_cells, tags, widths, gap, rule=rule, lines=Lines.inner))


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
