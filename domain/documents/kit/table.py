"""Tables, definition rows, lists and the time line: all of them rows with the right elements around them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.documents.kit.flow import Block, Frame, Row, Split, Stack, Tag
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import Run
from domain.documents.kit.theme import MM, Style, Theme
from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas
    from domain.documents.kit.notes import Note

WHOLE = 60 * MM
"""A table row up to this height moves to the next page rather than be cut."""
CELL = Frame(top=1.6 * MM, bottom=1.6 * MM)
SMALL_CELL = Frame(top=0.7 * MM, bottom=0.7 * MM)
_PASSING = Frame(top=0.4 * MM, bottom=0.4 * MM)
_STATION = Frame(top=1.4 * MM, bottom=1.4 * MM)
HEAD = Frame(bottom=1.2 * MM)
_COLUMN = "/O/Table/Scope/Column"
_ROW = "/O/Table/Scope/Row"
_LIST = "/O/List/ListNumbering/None"


class Table(Block):
    """Rows below a head that is repeated, as decoration, on every following page.

    `fit` gives other rows and another head to set instead where a width is too small.
    """

    fit: "Callable[[Table, float], tuple[Stack, Block | None]] | None" = None

    def __init__(
        self, rows: Stack, head: Block | None = None, tag: Tag | None = None, *, continued: bool = False
    ) -> None:
        self.rows = rows
        self.head = head
        self.tag = tag or Tag("Table")
        self.continued = continued

    def _fitted(self, width: float) -> None:
        """Change to the rows and the head for `width`: tables are set in one width only."""
        if self.fit is not None:
            self.rows, self.head = self.fit(self, width)
            self.fit = None

    def _head_height(self, width: float, language: str) -> float:
        return self.head.height(width, language) if self.head else 0

    @override
    def height(self, width: float, language: str) -> float:
        self._fitted(width)
        return self._head_height(width, language) + self.rows.height(width, language)

    @override
    def notes(self, width: float, language: str) -> "Iterator[Note]":
        self._fitted(width)
        if self.head and not self.continued:
            yield from self.head.notes(width, language)
        yield from self.rows.notes(width, language)

    @override
    def split(self, width: float, room: float, language: str, *, force: bool = False) -> Split:
        self._fitted(width)
        upper, lower = self.rows.split(width, room - self._head_height(width, language), language, force=force)
        first = Table(upper, self.head, self.tag, continued=self.continued) if isinstance(upper, Stack) else None
        if first is None:
            return None, self
        return first, Table(lower, self.head, self.tag, continued=True) if isinstance(lower, Stack) else None

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        self._fitted(width)
        with canvas.inside(self.tag.open(canvas)):
            if self.head and self.continued:
                with canvas.silence():
                    self.head.draw(canvas, x, top, width)
            elif self.head:
                self.head.draw(canvas, x, top, width)
            self.rows.draw(canvas, x, top - self._head_height(width, canvas.language), width)


def cell(content: str | Block | Sequence[Block], style: Style, scope: str = "", frame: Frame = CELL) -> Stack:
    """A table cell; `scope` (row or column) makes it a head."""
    if isinstance(content, str):
        blocks: Sequence[Block] = (Paragraph(content, style),) if content else ()
    else:
        blocks = (content,) if isinstance(content, Block) else content
    if scope == "column":
        return Stack(blocks, HEAD, Tag("TH", _COLUMN))
    return Stack(blocks, frame, Tag("TH", _ROW) if scope == "row" else Tag("TD"))


Cell = str | Block | Sequence[Block]
"""What a table cell may hold: text set in the plain style, or blocks."""


def table(
    theme: Theme,
    widths: Sequence[float | None],
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    is_small: bool = False,
    gap: float = 3 * MM,
) -> Table:
    """A table with column heads whose first column heads the rows; hairlines between them."""
    style, frame = (theme.card, SMALL_CELL) if is_small else (theme.plain, CELL)
    body = [
        Row(
            [cell(item, style, "" if number else "row", frame) for number, item in enumerate(row)],
            widths,
            gap,
            Tag("TR"),
            whole=WHOLE,
            rule=theme.palette.hairline,
        )
        for row in rows
    ]
    head = Row([cell(text, theme.caption, "column") for text in heads], widths, gap, Tag("TR"))
    return Table(Stack(body), head)


def times(theme: Theme, rows: Sequence[tuple[str, str]], width: float) -> Table:
    """Times of day and what happens then, without column heads and lines."""
    frame = Frame(bottom=1.6 * MM * theme.air)
    body = [
        Row(
            [
                Stack([Paragraph(time, theme.strong)], frame, Tag("TH", _ROW)),
                Stack([Paragraph(text, theme.plain)], frame, Tag("TD")),
            ],
            (width, None),
            3 * MM,
            Tag("TR"),
            whole=WHOLE,
        )
        for time, text in rows
    ]
    return Table(Stack(body))


def facts(
    theme: Theme, rows: Sequence[tuple[str, str | Run | Sequence[Run]]], label_width: float, *, is_small: bool = False
) -> Table:
    """Names and values, two columns without column heads; the names head their rows."""
    style = theme.card if is_small else theme.plain
    gap = 0.3 * MM if is_small else 0.5 * MM
    lower = (style.leading - theme.second.leading) / 2
    body = [
        Row(
            [
                Stack([Paragraph(name, theme.second)], Frame(top=gap + lower, bottom=gap), Tag("TH", _ROW)),
                Stack([Paragraph(value, style)], Frame(top=gap, bottom=gap), Tag("TD")),
            ],
            (label_width, None),
            3 * MM,
            Tag("TR"),
            whole=WHOLE,
        )
        for name, value in rows
    ]
    return Table(Stack(body))


class Box(Block):
    """An empty square to tick, drawn as decoration."""

    def __init__(self, style: Style, colour: str) -> None:
        self._style = style
        self._colour = colour

    @override
    def height(self, width: float, language: str) -> float:
        return self._style.leading

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        side = self._style.size * 0.95
        canvas.box((x + 0.4, top - self._style.leading / 2 - side / 2, side, side), stroke=self._colour, radius=1)


def items(
    theme: Theme,
    texts: Sequence[str | Sequence[Run]],
    *,
    to_tick: bool = False,
    is_small: bool = False,
    marks: Sequence[str] = (),
) -> Stack:
    """A list with dashes, with these marks (one a text: ¹ ² ³), or with boxes to tick."""
    style, rows = theme.card if is_small else theme.plain, []
    for at, text in enumerate(texts):
        shown = marks[at] if at < len(marks) else "–"
        mark: Block = Box(style, theme.palette.primary) if to_tick else Paragraph(shown, style, Tag("Lbl"))
        body = Stack([Paragraph(text, style)], Frame(bottom=1.2 * MM), Tag("LBody"))
        rows.append(Row([Stack([mark]), body], (5 * MM if to_tick else 4 * MM, None), 0, Tag("LI"), whole=WHOLE))
    return Stack(rows, tag=Tag("L", _LIST))


@dataclass(frozen=True, slots=True)
class Node:
    """A point of a time line: dot colour, or None where the line just passes, dashed; and where the line runs."""

    dot: str | None
    line: str
    runs_above: bool = True
    runs_below: bool = True


class TimelineRow(Row):
    """A table row whose first column carries a piece of the time line, drawn as decoration."""

    node: Node | None = None

    @override
    def part(self, cells: Sequence[Stack], *, is_rest: bool = False) -> "TimelineRow":
        """The upper part keeps the dot; what follows on the next page continues the line only."""
        part = TimelineRow(cells, self.widths, self.gap, self.tag, whole=self.whole)
        part.node = self.node
        if self.node is not None and is_rest:
            part.node = replace(self.node, dot=None, runs_above=self.node.runs_below)
        return part

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        if self.node is not None:
            self._draw_node(canvas, self.node, x + 2 * MM, top, top - self.height(width, canvas.language))
        super().draw(canvas, x, top, width)

    def _draw_node(self, canvas: "TaggedCanvas", node: Node, x: float, top: float, bottom: float) -> None:
        canvas.artifact()
        middle = top - 4.0 * MM
        start = top if node.runs_above else middle
        end = bottom if node.runs_below else middle
        if start > end:
            canvas.rule((x, start), (x, end), node.line, 1.1, dash=0 if node.dot else 2.2)
        if node.dot:
            canvas.circle_at(x, middle, 1.65 * MM, "#ffffff", node.dot, 1.6)


def timeline(
    theme: Theme, widths: Sequence[float | None], heads: Sequence[str], rows: Sequence[tuple[Node, Sequence[Cell]]]
) -> Table:
    """A table whose rows hang on a line: `widths` and `heads` do not count the column of the line."""
    columns, gap = (4 * MM, *widths), 3 * MM
    body = []
    for node, content in rows:
        cells = [cell(item, theme.plain, "" if at else "row") for at, item in enumerate(content)]
        frame = replace(_STATION, top=_STATION.top * theme.air, bottom=_STATION.bottom * theme.air)
        frame = frame if node.dot else _PASSING
        cells = [Stack(one.blocks, frame, one.tag) for one in cells]
        row = TimelineRow([Stack(()), *cells], columns, gap, Tag("TR"), whole=WHOLE)
        row.node = node
        body.append(row)
    head = Row([Stack(()), *(cell(text, theme.caption, "column") for text in heads)], columns, gap, Tag("TR"))
    return Table(Stack(body), head)
