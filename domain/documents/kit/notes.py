"""Footnotes: the marker in the text, the note at the foot of the page on which the marker stands."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from domain.documents.kit.flow import Block, Frame, Row, Stack, Tag
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import Run
from domain.documents.kit.theme import MM, Theme
from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FRAME = Frame(top=2.2 * MM)
_RULE, _LABEL = 30 * MM, 4 * MM


class Note:
    """A note with its number; `tag` ties what stands at the foot of the page to the marker in the text."""

    __slots__ = ("_content", "_theme", "marker", "tag")

    def __init__(self, number: int, content: str | Run | Sequence[Run], theme: Theme) -> None:
        self.marker = str(number).translate(_RAISED)
        self.tag = Tag("Note")
        self._content = content
        self._theme = theme

    def block(self) -> Block:
        """Number and text as they stand at the foot of the page."""
        style = self._theme.note
        label = Stack([Paragraph(self.marker, style, Tag("Lbl"))])
        text = Stack([Paragraph(self._content, style)])
        return Row([label, text], (max(_LABEL, len(self.marker) * 2 * MM), None), tag=self.tag)


class Notes:
    """The notes of one document, numbered as they are made: make them in reading order."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._count = 0

    def mark(self, content: str | Run | Sequence[Run]) -> Run:
        """The marker of a new note, to stand right behind the word it belongs to."""
        self._count += 1
        note = Note(self._count, content, self._theme)
        return Run(note.marker, note=note)


class NoteFoot(Stack):
    """The notes of a page below a short line, which is decoration."""

    def __init__(self, blocks: Sequence[Block], colour: str) -> None:
        super().__init__(blocks, _FRAME)
        self._colour = colour

    @override
    def _with(self, blocks: Sequence[Block]) -> "NoteFoot":
        return NoteFoot(blocks, self._colour)

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        canvas.artifact()
        canvas.rule((x, top), (x + min(_RULE, width), top), self._colour)
        super().draw(canvas, x, top, width)


def note_foot(carried: Sequence[Block], notes: Iterable[Note], theme: Theme) -> NoteFoot | None:
    """What is left of an earlier page's notes and the notes of this one; None if there are none."""
    blocks = [*carried, *(note.block() for note in notes)]
    return NoteFoot(blocks, theme.palette.muted) if blocks else None
