"""Paragraphs: runs broken into lines, drawn, and read out as one element."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from domain.documents.kit import fonts
from domain.documents.kit.breaking import Line, broken
from domain.documents.kit.flow import EPSILON, Block, Split, Tag
from domain.documents.kit.fonts import SOFT_HYPHEN
from domain.documents.kit.text import Run, printable
from domain.documents.kit.theme import Style
from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas
    from domain.documents.kit.notes import Note
    from domain.documents.kit.structure import Element

_LEAST_LINES = 2
"""No single line of a paragraph is left alone at the foot or the head of a page."""
_NARROWER = (0.97, 0.94, 0.9, 0.86, 0.8)
"""How much narrower a tidy paragraph may be set so that its last line is more than one short word."""


class Paragraph(Block):
    """Runs of text in one style; newlines in them end lines, nothing else in them has a meaning.

    `tag` joins several paragraphs into one element; a heading of level n enters the bookmarks at level n - 1, as
    `bookmark` if that is set. `language` is a language tag (pl, en-GB) where it is not the document's; a run may have
    one of its own again.
    """

    bookmark: str = ""

    def __init__(
        self, content: str | Run | Sequence[Run], style: Style, tag: Tag | None = None, *, language: str = ""
    ) -> None:
        runs = (Run(content),) if isinstance(content, str) else (content,) if isinstance(content, Run) else content
        self.style = style
        self.runs = tuple(_showable(run, style) for run in runs)
        self.before = style.before
        self.after = style.after
        self.keeps_with_next = style.keeps_with_next
        self.tag = tag or Tag(style.tag, language=language)
        self.language = language
        self._has_notes = any(run.note for run in self.runs)
        self._is_first = True
        self._inner: dict[int, Element] = {}
        self._lines: tuple[float | None, list[Line]] | None = None

    @property
    def text(self) -> str:
        """The whole text, without soft hyphens and the markers of notes."""
        return "".join(run.text for run in self.runs if not run.note).replace(SOFT_HYPHEN, "")

    def lines(self, width: float, language: str) -> list[Line]:
        """The lines at `width` points; a part of a split paragraph keeps those it was given."""
        if self._lines is None or self._lines[0] not in (width, None):
            lines = self._break(width, language)
            if self.style.tidy:
                lines = self._tidied(lines, width, language)
            self._lines = (width, lines)
        return self._lines[1]

    def _break(self, width: float, language: str) -> list[Line]:
        return broken(self.runs, self.style, width, self.language or language)

    @override
    def notes(self, width: float, language: str) -> "Iterator[Note]":
        if self._has_notes:
            for line in self.lines(width, language):
                yield from (piece.run.note for piece in line.pieces if piece.run.note)

    def _tidied(self, lines: list[Line], width: float, language: str) -> list[Line]:
        if len(lines) == 1 or lines[-1].width > width / 4:
            return lines
        for share in _NARROWER:
            other = self._break(width * share, language)
            if len(other) == len(lines) and other[-1].width > width / 4:
                return other
        return lines

    @override
    def height(self, width: float, language: str) -> float:
        return len(self.lines(width, language)) * self.style.leading

    @override
    def split(self, width: float, room: float, language: str, *, force: bool = False) -> Split:
        lines = self.lines(width, language)
        fitting = int((room + EPSILON) / self.style.leading)
        if fitting >= len(lines):
            return self, None
        if force:
            fitting = max(fitting, 1)
        else:
            fitting = min(fitting, len(lines) - _LEAST_LINES)
            if fitting < _LEAST_LINES or self.keeps_with_next:
                return None, self
        return self._part(lines[:fitting]), self._part(lines[fitting:], is_first=False)

    def _part(self, lines: list[Line], *, is_first: bool = True) -> "Paragraph":
        part = Paragraph((), self.style, self.tag)
        part.runs = self.runs
        part.language = self.language
        part._has_notes = self._has_notes
        part._lines = (None, lines)
        part._inner = self._inner
        part._is_first = is_first and self._is_first
        part.bookmark = self.bookmark
        return part

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        style = self.style
        element = self.tag.open(canvas)
        lines = self.lines(width, canvas.language)
        if style.keeps_with_next and self._is_first:
            canvas.add_outline(self.bookmark or self.text, int(style.tag[1]) - 1, top + style.leading)
        # The text stands in the middle of its line: half the leading above and below, caps height 0.7 of the size.
        y = top - style.leading / 2 - style.size * 0.35
        for line in lines:
            slack = width - line.width
            start = x + {"left": 0.0, "center": slack / 2, "right": slack}[style.align]
            self._draw_line(canvas, element, line, start, y)
            y -= style.leading
        canvas.artifact()
        for note in self.notes(width, canvas.language):
            note.tag.open(canvas)  # its place in the reading order: right behind this paragraph

    def _draw_line(self, canvas: "TaggedCanvas", element: "Element", line: Line, x: float, y: float) -> None:
        style = self.style
        last = line.pieces[-1] if line.pieces else None
        for piece in line.pieces:
            run, text = piece.run, piece.text
            if piece is last and not text.endswith(("-", SOFT_HYPHEN)):
                text += " "  # otherwise assistive technology joins the words around the line end
            face, colour = run.face or style.face, run.colour or style.colour
            inner = self._element(canvas, element, run)
            canvas.mark(inner)
            canvas.say(x, y, text, (face, style.size, colour))
            if run.url:
                box = (x, y - style.size * 0.25, x + piece.width, y + style.size * 0.8)
                canvas.add_link(inner, run.url, box, run.text.replace(SOFT_HYPHEN, ""))
            x += piece.width

    def _element(self, canvas: "TaggedCanvas", element: "Element", run: Run) -> "Element":
        """The element a run's text belongs to: the paragraph's, or one of its own for all lines it runs over."""
        name = "Link" if run.url else "Reference" if run.note else "Span" if run.language else ""
        if not name:
            return element
        if canvas.is_silent or id(run) not in self._inner:
            with canvas.inside(element):
                self._inner[id(run)] = canvas.add(name, language=run.language)
        return self._inner[id(run)]


def _showable(run: Run, style: Style) -> Run:
    text = fonts.face(run.face or style.face).shown(printable(run.text, soft_hyphens=True))
    return run if text == run.text else replace(run, text=text)


def texts(parts: Sequence[str], style: Style) -> Iterator[Paragraph]:
    """One paragraph for each of the parts."""
    return (Paragraph(part, style) for part in parts)
