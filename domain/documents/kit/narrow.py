"""What large print does with columns that would be too narrow: they wrap, share the width anew, or become records."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.documents.kit import fonts
from domain.documents.kit.figures import Figure, QrCode
from domain.documents.kit.flow import EPSILON, Block, Frame, Row, Stack, Tag
from domain.documents.kit.grid import Lines, Placed, RowGroup
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Table, TimelineRow
from domain.documents.kit.text import split_word
from domain.documents.kit.theme import MM, Theme

if TYPE_CHECKING:
    from domain.documents.kit.text import Run

_WIDEST_WORD = 50 * MM
"""Longer words may be broken."""
_MUCH_TEXT, _FOR_MUCH = 110 * MM, 32 * MM
"""Text that would be so long in one line wants a column so wide."""
_FIGURE = 38 * MM
_NAME = 36 * MM
_LINES = 4 * MM
_SHORT, _ON_A_LINE = 17 * MM, 3
"""Records whose names and values are no longer have three pairs on a line."""
_PROSE = 90 * MM
_VALUE = Frame(top=0.5 * MM, bottom=0.5 * MM)
_RECORD = Frame(top=2 * MM, bottom=0.6 * MM)


def adapt(blocks: Iterable[Block], theme: Theme) -> None:
    """Let all rows and tables below `blocks` keep their columns as wide as their words in a theme that asks for it.

    They decide when they learn their width.
    """
    if not theme.least_column:
        return
    fit = Fit(theme)
    for block in _below(blocks):
        if isinstance(block, Table):
            block.fit = fit.table
        elif isinstance(block, Row):
            block.fit = fit.row


def _below(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks and all within them; rows of tables with heads are their table's affair."""
    for block in blocks:
        yield block
        if isinstance(block, Stack):
            yield from _below(block.blocks)
        elif isinstance(block, Row):
            yield from _below(block.cells)
        elif isinstance(block, RowGroup):
            yield from _below(each.stack for each in block.cells)
        elif isinstance(block, Table):
            for row in block.rows.blocks:
                cells = row.cells if isinstance(row, Row) else ()
                yield from _below(cells if block.head is not None or isinstance(row, TimelineRow) else (row,))


@dataclass(frozen=True, slots=True)
class Fit:
    """How rows and tables come to terms with a width in a theme."""

    theme: Theme

    def row(self, row: Row, width: float) -> Block | None:
        """The cells on as many lines as they need; None if all of them find room side by side."""
        if (row.tag is not None and row.tag.name != "TR") or isinstance(row, TimelineRow):
            return None
        wanted = [self.wanted(cell) for cell in row.cells]
        if all(want <= own + EPSILON for want, own in zip(wanted, row.columns(width), strict=True)):
            return None
        lines: list[list[int]] = []
        for at, want in enumerate(wanted):
            used = sum(wanted[other] for other in lines[-1]) + row.gap * len(lines[-1]) if lines else 0
            if not lines or used + want > width:
                lines.append([])
            lines[-1].append(at)
        if len(lines) == 1:
            room = width - row.gap * (len(wanted) - 1)
            return _set_in(row, self._shares(room, wanted, [[cell] for cell in row.cells]))
        return self._wrapped(row, lines)

    def _wrapped(self, row: Row, lines: Sequence[Sequence[int]]) -> Stack:
        made: list[Block] = []
        for number, line in enumerate(lines):
            part = Row([row.cells[at] for at in line], [None] * len(line), row.gap, row.tag, whole=row.whole)
            part.rule = row.rule if number == 0 else None
            if row.tag is None:
                part.before = max(part.before, _LINES if number else row.before)
            made.append(part)
        stack = Stack(made)
        stack.before, stack.after = row.before, row.after
        return stack

    def table(self, table: Table, width: float) -> tuple[Stack, Block | None]:
        """Rows and head of a table with columns as wide as their words, or its rows as records, one below the other."""
        head, rows = table.head, [row for row in table.rows.blocks if type(row) is Row]
        lines = [head, *rows] if isinstance(head, Row) else rows
        count = len(lines[0].cells) if lines else 0
        if len(rows) != len(table.rows.blocks) or any(len(line.cells) != count for line in lines):
            return table.rows, head
        columns = [[line.cells[at] for line in lines] for at in range(count)]
        least = [max(map(self.wanted, column)) for column in columns]
        if all(want <= own + EPSILON for want, own in zip(least, lines[0].columns(width), strict=True)):
            return table.rows, head
        room = width - lines[0].gap * (count - 1)
        if sum(least) <= room:
            widths = self._shares(room, least, columns)
            body = Stack([_set_in(row, widths) for row in rows])
            return body, _set_in(head, widths) if isinstance(head, Row) else head
        return (Stack(self._records(head, rows, width)), None) if isinstance(head, Row) else (table.rows, head)

    def _shares(self, room: float, least: Sequence[float], columns: Sequence[Sequence[Block]]) -> list[float]:
        """The widths of columns: what each wants at least, and of the rest the more, the longer its texts are."""
        longing = [
            max(0.0, max(map(self.natural, column)) - want) + 1 for want, column in zip(least, columns, strict=True)
        ]
        spare = max(0.0, room - sum(least)) / sum(longing)
        return [want + spare * more for want, more in zip(least, longing, strict=True)]

    def _records(self, head: Row, rows: Sequence[Row], width: float) -> list[RowGroup]:
        """Rows of a table as records: names and values below what heads a row, several on a line if short."""
        short = max(self.natural(cell) for row in (head, *rows) for cell in row.cells[1:]) <= _SHORT
        pairs = _ON_A_LINE if short and width >= 2 * _ON_A_LINE * _SHORT else 1
        return [self._record(head, row, pairs) for row in rows]

    def _record(self, head: Row, row: Row, pairs: int) -> RowGroup:
        theme = self.theme
        strong = [
            Paragraph(each.runs, replace(each.style, face=theme.faces.medium)) if isinstance(each, Paragraph) else each
            for each in row.cells[0].blocks
        ]
        wide = Stack(strong, _RECORD, Tag("TH", f"/O/Table/Scope/Row/ColSpan {2 * pairs}"))
        cells = [Placed(0, 0, 1, 2 * pairs, wide, is_head=True)]
        count = -(-(len(row.cells) - 1) // pairs)
        for at in range(count * pairs):
            line, column = at // pairs + 1, at % pairs * 2
            name, value = Stack(()), Stack((), tag=Tag("TD"))
            if at + 1 < len(row.cells):
                name, value = head.cells[at + 1], row.cells[at + 1]
            texts = [Paragraph(each.runs, theme.second) for each in name.blocks if isinstance(each, Paragraph)]
            tag = Tag("TH", "/O/Table/Scope/Row") if texts else Tag("TD")
            cells.append(Placed(line, column, 1, 1, Stack(texts, _VALUE, tag), is_head=True))
            cells.append(Placed(line, column + 1, 1, 1, Stack(value.blocks, _VALUE, value.tag)))
        widths = (_NAME, None) if pairs == 1 else (None,) * (2 * pairs)
        tags = [Tag("TR") for _ in range(count + 1)]
        return RowGroup(cells, tags, widths, 3 * MM, rule=theme.palette.hairline, lines=Lines.top)

    def natural(self, block: Block) -> float:
        """The width of a block's longest text in one line, up to what a line of prose has."""
        if isinstance(block, Paragraph):
            return min(_PROSE, sum(_words(run, block.style.face, block.style.size)[1] for run in block.runs))
        inner = block.blocks if isinstance(block, Stack) else block.cells if isinstance(block, Row) else ()
        return max(map(self.natural, inner), default=self.wanted(block) if not inner else 0.0)

    def wanted(self, block: Block) -> float:
        """The width that a block wants at least: of its longest word, of a picture, of a column with a heading."""
        if isinstance(block, Paragraph):
            return _paragraph(block)
        if isinstance(block, Stack):
            inner = max((self.wanted(each) for each in block.blocks), default=0.0)
            if len(block.blocks) > 1 and any(each.keeps_with_next and _is_large(each) for each in block.blocks):
                inner = max(inner, self.theme.least_column)
            return inner + block.frame.left + block.frame.right
        if isinstance(block, Row):
            wanted = [self.wanted(cell) for cell in block.cells]
            fixed = [own or 0.0 for own in block.widths]
            if block.tag is not None and block.tag.name == "LI":
                return sum(map(max, wanted, fixed)) + block.gap * (len(wanted) - 1)
            return max(wanted)
        if isinstance(block, Figure):
            return block.side if isinstance(block, QrCode) else _FIGURE
        return self._table_wanted(block) if isinstance(block, Table) else 0.0

    def _table_wanted(self, table: Table) -> float:
        """The width in which a table with a head needs not become records; all there is, if that is not enough."""
        if not isinstance(table.head, Row):
            return self.theme.least_column
        rows = [table.head, *(row for row in table.rows.blocks if type(row) is Row)]
        cells = zip(*(row.cells for row in rows), strict=False)
        wanted = sum(max(map(self.wanted, column)) for column in cells) + table.head.gap * (len(table.head.cells) - 1)
        return min(self.theme.width, max(wanted, self.theme.least_column))


def _set_in(row: Row, widths: Sequence[float]) -> Row:
    return Row(row.cells, widths, row.gap, row.tag, whole=row.whole, rule=row.rule)


def _is_large(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style.tag == "H2" and block.style.before > 0


def _paragraph(block: Paragraph) -> float:
    longest = whole = 0.0
    for run in block.runs:
        widest, total = _words(run, block.style.face, block.style.size)
        longest, whole = max(longest, widest), whole + total
    return min(_WIDEST_WORD, max(longest, _FOR_MUCH if whole > _MUCH_TEXT else 0.0))


def _words(run: "Run", face: str, size: float) -> tuple[float, float]:
    """The width of the run's widest word, and of all of it."""
    loaded = fonts.face(run.face or face)
    words = [part for word in run.text[:2000].split() for part in split_word(word)]
    return max((loaded.width(word, size) for word in words), default=0.0), loaded.width(run.text[:2000], size)
