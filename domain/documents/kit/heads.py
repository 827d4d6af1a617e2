"""Heads of sheets without a coloured band: a plain title, and nothing at all."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.documents.kit.figures import Badge
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Theme

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

_TOP = 14 * MM
_GAP = 9 * MM
"""What a layout leaves free below any head, times the theme's air."""


@dataclass(frozen=True, slots=True)
class PlainHead:
    """Small line, title and lead on white, for lists, forms and minutes; `mark` is e.g. "internal only"."""

    title: str
    eyebrow: str = ""
    lead: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Bare:
    """No head: the sheet is all body; `title` runs on further pages if there is a footer."""

    title: str
    mark: str = ""


class PlainTop:
    """A plain head as it is drawn; `height` is what it takes from the upper edge."""

    def __init__(self, head: PlainHead, theme: Theme, language: str) -> None:
        self._theme = theme
        palette = theme.palette
        left: list[Block] = []
        if head.eyebrow:
            small = replace(theme.eyebrow, colour=palette.muted, after=1 * MM)
            left.append(Paragraph(one_line(head.eyebrow, 90).upper(), small))
        title = replace(
            theme.title,
            size=20 if theme.zoom == 1 else 17,
            leading=24 if theme.zoom == 1 else 21,
            colour=palette.primary,
            after=1 * MM,
        )
        left.append(Paragraph(one_line(head.title, 180), title))
        if head.lead:
            left.append(Paragraph(one_line(head.lead, 320), replace(theme.lead, colour=palette.ink)))
        badge = [
            Badge(
                head.mark,
                replace(theme.eyebrow, colour=palette.warning, after=0, align="right"),
                stroke=palette.warning,
            )
        ]
        columns = [Stack(left), Stack(badge if head.mark else ())]
        self._row = Row(columns, (None, 42 * MM if head.mark else 0), 5 * MM if head.mark else 0)
        self.height = _TOP + 3.5 * MM + self._row.height(theme.width, language)

    def draw(self, canvas: "TaggedCanvas") -> None:
        """A short bar as decoration, then the text."""
        theme = self._theme
        top = theme.page_height - _TOP
        canvas.artifact()
        canvas.box((theme.margin, top, 14 * MM, 0.9 * MM), fill=theme.palette.accent)
        self._row.draw(canvas, theme.margin, top - 3.5 * MM, theme.width)


class NoTop:
    """Nothing drawn; the body begins at the margin."""

    def __init__(self, theme: Theme) -> None:
        self.height = theme.margin - _GAP * theme.air

    def draw(self, canvas: "TaggedCanvas") -> None:
        """Nothing."""
