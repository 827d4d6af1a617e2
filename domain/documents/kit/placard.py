"""A sheet seen from afar: a coloured panel that takes all the room others leave, what must be read, and a foot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.documents.kit import fonts
from domain.documents.kit.flow import Block
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import split_word
from domain.documents.kit.theme import MM, Palette, Style, Theme
from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

_SMALLEST_MAP = 34 * MM
"""A map lower than this says nothing; shapes stand there instead."""

_SMALLEST_SHAPE = 6 * MM
"""Smaller ones would look like a stain."""


def fitted(text: str, style: Style, sizes: Sequence[float], width: float, lines: int, language: str) -> Paragraph:
    """The text in the largest of the sizes in which no word breaks and it takes no more than `lines` lines.

    In the smallest size words may break and the rest is cut off, with a mark where it is.
    """
    face = fonts.face(style.face)
    leading, longest = style.leading / style.size, 0.0
    for size in sizes:
        whole = Paragraph(text, replace(style, size=size, leading=size * leading))
        longest = max((face.width(part, size) for word in whole.text.split() for part in split_word(word)), default=0)
        if longest <= width and len(whole.lines(width, language)) <= lines:
            return whole
    last = replace(style, size=sizes[-1], leading=sizes[-1] * leading, hyphenate=longest > width, tidy=False)
    return shortened(text, last, width, lines, language)


def shortened(text: str, style: Style, width: float, lines: int, language: str) -> Paragraph:
    """The text in no more than so many lines, cut between words with an ellipsis."""
    whole = Paragraph(text, style)
    if len(whole.lines(width, language)) <= lines:
        return whole
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if len(Paragraph(_cut(text, middle), style).lines(width, language)) <= lines:
            low = middle
        else:
            high = middle - 1
    return Paragraph(_cut(text, low), style)


def _cut(text: str, length: int) -> str:
    if length >= len(text):
        return text
    head = text[:length]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:–-") + " …"


@dataclass(frozen=True, slots=True)
class PanelLook:
    """Padding of the panel in points, and the shares of its width that heading and text take.

    A heading of less than the whole width stands beside the picture.
    """

    padding: float
    beside: float = 0.54
    heading: float = 1


class Panel:
    """The coloured panel: heading, a text below it, and a picture in the lower right corner.

    `picture` makes the picture so wide, or gives None for shapes instead.
    """

    def __init__(
        self,
        heading: Sequence[Block],
        text: Sequence[Block],
        picture: Callable[[float], Block | None],
        look: PanelLook,
        palette: Palette,
    ) -> None:
        self._heading = heading
        self._text = text
        self._picture = picture
        self._look = look
        self._palette = palette

    def least(self, width: float, language: str) -> float:
        """The height below which something would run over."""
        inner = width - 2 * self._look.padding
        beside = inner * self._look.beside
        heading = _height(self._heading, inner * self._look.heading, language)
        return 2 * self._look.padding + heading + _height(self._text, beside, language)

    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float, height: float) -> None:
        """Ground as decoration, then heading and text, then the picture."""
        look, palette, language = self._look, self._palette, canvas.language
        inner = width - 2 * look.padding
        canvas.artifact()
        if palette.band:
            canvas.box((x, top - height, width, height), fill=palette.band)
        else:
            canvas.box((x + 0.7, top - height + 0.7, width - 1.4, height - 1.4), stroke=palette.primary, width=1.4)
        left, y = x + look.padding, top - look.padding
        room = self._room(inner, height, language)
        block, wide = self._placed(inner, room, language)
        if block is None:
            self._shapes(canvas, x, top - height, width, min(height, room))
        y = _draw(self._heading, canvas, left, y, inner * look.heading)
        _draw(self._text, canvas, left, y, inner * look.beside)
        if block is not None:
            bottom = top - height + look.padding
            block.draw(canvas, left + inner - wide, bottom + block.height(wide, language), wide)

    def picture_height(self, width: float, height: float, language: str) -> float:
        """How high the picture is on a panel of that size; 0 without one."""
        inner = width - 2 * self._look.padding
        room = self._room(inner, height, language)
        block, wide = self._placed(inner, room, language)
        return block.height(wide, language) if block is not None else 0

    def _room(self, inner: float, height: float, language: str) -> float:
        """How high the picture may be."""
        below = _height(self._heading, inner, language) if self._look.heading == 1 else 0
        return height - 2 * self._look.padding - below

    def _placed(self, inner: float, room: float, language: str) -> tuple[Block | None, float]:
        """The picture as large as the corner beside the text allows, and its width."""
        wide = inner * (1 - (self._look.beside if self._look.heading == 1 else self._look.heading)) - 4 * MM
        block = self._picture(wide)
        if block is None:
            return None, 0
        high = block.height(wide, language)
        if high > room:
            wide *= room / high
            block = self._picture(wide) if room > _SMALLEST_MAP else None
        return block, wide

    def _shapes(self, canvas: "TaggedCanvas", x: float, bottom: float, width: float, room: float) -> None:
        """Three hexagons of the district map's shape, where there is no district to show."""
        size = min(width * 0.13, room * 0.28)
        if size < _SMALLEST_SHAPE:
            return
        for across, up in ((0.866, 0.75), (2.598, 0.75), (1.732, 2.25)):
            right, low = x + width - self._look.padding, bottom + self._look.padding
            centre = (right - (3.464 - across) * size, low + size * (up + 0.25))
            canvas.hexagon(*centre, size * 0.95, fill=self._palette.band_shape)


class Placard(Block):
    """A sheet of fixed height: panel on top, `middle` below it, `foot` at the bottom, nothing between them empty."""

    def __init__(self, panel: Panel, middle: Block, foot: Block | None, height: float, gap: float) -> None:
        self._panel = panel
        self._middle = middle
        self._foot = foot
        self._height = height
        self._gap = gap

    def has_room(self, theme: Theme, language: str, least: float = 0) -> bool:
        """Whether the panel gets as much as it needs, and no less than `least` points."""
        return self._left(theme.width, language) >= max(least, self._panel.least(theme.width, language))

    def picture_height(self, theme: Theme, language: str) -> float:
        """How high the picture on the panel is; 0 without one."""
        return self._panel.picture_height(theme.width, self._left(theme.width, language), language)

    def _left(self, width: float, language: str) -> float:
        """What the panel gets."""
        foot = self._foot.height(width, language) + self._gap if self._foot else 0
        return self._height - self._middle.height(width, language) - self._gap - foot

    @override
    def height(self, width: float, language: str) -> float:
        return self._height

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        high = self._left(width, canvas.language)
        self._panel.draw(canvas, x, top, width, high)
        self._middle.draw(canvas, x, top - high - self._gap, width)
        if self._foot is not None:
            bottom = top - self._height
            self._foot.draw(canvas, x, bottom + self._foot.height(width, canvas.language), width)


def _height(blocks: Sequence[Block], width: float, language: str) -> float:
    return sum(block.height(width, language) + block.after for block in blocks)


def _draw(blocks: Sequence[Block], canvas: "TaggedCanvas", x: float, top: float, width: float) -> float:
    for block in blocks:
        block.draw(canvas, x, top, width)
        top -= block.height(width, canvas.language) + block.after
    return top
