"""Lines to write on, drawn as decoration, and places to sign."""

from typing import TYPE_CHECKING

from domain.documents.kit.flow import Block, Frame, Row, Split, Stack
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.theme import MM, Theme
from domain.overriding import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.documents.kit.canvas import TaggedCanvas

_STEP = 8 * MM
"""What handwriting needs from line to line."""
_SIGN = 12 * MM


class Ruled(Block):
    """So many lines to write on; they may be split over pages."""

    def __init__(self, lines: int, colour: str) -> None:
        self._lines = lines
        self._colour = colour
        self.after = 2 * MM

    @override
    def height(self, width: float, language: str) -> float:
        return self._lines * _STEP

    @override
    def split(self, _width: float, room: float, _language: str, *, force: bool = False) -> Split:
        fitting = min(self._lines, max(int(room / _STEP), 1 if force else 0))
        if fitting == 0:
            return None, self
        rest = Ruled(self._lines - fitting, self._colour) if fitting < self._lines else None
        return Ruled(fitting, self._colour), rest

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        canvas.artifact()
        for number in range(1, self._lines + 1):
            canvas.rule((x, top - number * _STEP), (x + width, top - number * _STEP), self._colour, 0.6)


class _SignatureLine(Block):
    """The line above a name."""

    def __init__(self, colour: str) -> None:
        self._colour = colour

    @override
    def height(self, width: float, language: str) -> float:
        return _SIGN

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        canvas.artifact()
        canvas.rule((x, top - _SIGN + 1 * MM), (x + width, top - _SIGN + 1 * MM), self._colour, 0.6)


def signatures(names: "Sequence[str]", theme: Theme) -> Row:
    """Places to sign side by side, what each is for below its line."""
    cells = [
        Stack([_SignatureLine(theme.palette.muted), Paragraph(name, theme.second)], Frame(top=2 * MM)) for name in names
    ]
    return Row(cells, [None] * len(cells), 10 * MM, whole=40 * MM)
