"""Text in two columns of equal length, and groups that no page break divides."""

from typing import TYPE_CHECKING

from domain.documents.kit.flow import EPSILON, Block, Row, Split, Stack
from domain.documents.kit.theme import MM
from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

_STEPS = 7
"""Halvings in the search for the length of the columns: down to a line of a page."""


class Columns(Block):
    """Two columns `gap` points apart, read down the left one first; on its last page both are equally long."""

    def __init__(self, content: Stack, gap: float) -> None:
        self._content = content
        self._gap = gap
        self.before, self.after = content.before, content.after
        self._balanced: tuple[float, str, Row] | None = None

    def _column(self, width: float) -> float:
        return (width - self._gap) / 2

    def _pair(self, width: float, room: float, language: str, *, force: bool) -> tuple[Row | None, Block | None]:
        """What fits into two columns of `room` points, and the rest."""
        column = self._column(width)
        left, rest = self._content.split(column, room, language, force=force)
        if not isinstance(left, Stack):
            return None, self._content
        right: Block | None = None
        if rest is not None:
            right, rest = rest.split(column, room, language, force=force)
        cells = [left, right if isinstance(right, Stack) else Stack(())]
        return Row(cells, (column, column), self._gap), rest

    def _even(self, width: float, language: str) -> Row:
        """All of it in columns as short as they can be."""
        if self._balanced is None or self._balanced[:2] != (width, language):
            whole = self._content.height(self._column(width), language)
            best, low, high = Row([self._content, Stack(())], (None, None), self._gap), whole / 2, whole
            for _step in range(_STEPS):
                middle = (low + high) / 2
                pair, rest = self._pair(width, middle, language, force=False)
                if pair is not None and rest is None:
                    best, high = pair, middle
                else:
                    low = middle
            self._balanced = (width, language, best)
        return self._balanced[2]

    @override
    def height(self, width: float, language: str) -> float:
        return self._even(width, language).height(width, language)

    @override
    def split(self, width: float, room: float, language: str, *, force: bool = False) -> Split:
        if self.height(width, language) <= room + EPSILON:
            return self, None
        pair, rest = self._pair(width, room, language, force=force)
        if pair is None:
            return None, self
        return pair, Columns(rest, self._gap) if isinstance(rest, Stack) else None

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        self._even(width, canvas.language).draw(canvas, x, top, width)


class Kept(Stack):
    """A stack that moves to the next page as a whole, unless it is longer than most of a page."""

    LONGEST = 150 * MM

    @override
    def split(self, width: float, room: float, language: str, *, force: bool = False) -> Split:
        if self.height(width, language) <= room + EPSILON:
            return self, None
        if not force and self.height(width, language) <= self.LONGEST:
            return None, self
        return super().split(width, room, language, force=force)
