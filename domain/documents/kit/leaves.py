"""Whole pages with blocks at fixed places, for what is cut or folded: cards, labels, signs, certificates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from domain.documents.kit import fonts
from domain.documents.kit.flow import Block, Tag
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.theme import Style, Theme
from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas


def full_page(theme: Theme) -> Theme:
    """The theme whose body is the whole sheet, so that a `Leaf` fills a page."""
    return replace(theme, margin=0, bottom=0, next_top=0, air=1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block `x` points from the left and `top` from the upper edge of the sheet, set in `width` points.

    One that `is_repeat` is drawn and not read out: assistive technology has heard it before.
    """

    block: Block
    x: float
    top: float
    width: float
    is_repeat: bool = False


class Leaf(Block):
    """A page of its own; `marks` draws what is decoration, `tag` is the element of all that is in `listed`."""

    def __init__(
        self,
        theme: Theme,
        placed: Sequence[Placed],
        marks: "Callable[[TaggedCanvas], None] | None" = None,
        listed: Sequence[Placed] = (),
        tag: Tag | None = None,
    ) -> None:
        self._height = theme.page_height
        self._placed = tuple(placed)
        self._listed = tuple(listed)
        self._marks = marks
        self._tag = tag

    @override
    def height(self, width: float, language: str) -> float:
        return self._height

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        if self._marks is not None:
            canvas.artifact()
            self._marks(canvas)
        for each in self._placed:
            _draw(canvas, each, x, top)
        if self._tag is not None and self._listed:
            with canvas.inside(self._tag.open(canvas)):
                for each in self._listed:
                    _draw(canvas, each, x, top)


def _draw(canvas: "TaggedCanvas", placed: Placed, x: float, top: float) -> None:
    if not placed.is_repeat:
        placed.block.draw(canvas, x + placed.x, top - placed.top, placed.width)
        return
    canvas.artifact()
    with canvas.silence():
        placed.block.draw(canvas, x + placed.x, top - placed.top, placed.width)


class Turned(Block):
    """A block turned by 180° in its own frame, as decoration: the back of what is folded says the same once more."""

    def __init__(self, block: Block) -> None:
        self._block = block

    @override
    def height(self, width: float, language: str) -> float:
        return self._block.height(width, language)

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        height = self.height(width, canvas.language)
        canvas.artifact()
        canvas.saveState()
        canvas.transform(-1, 0, 0, -1, 2 * x + width, 2 * top - height)
        with canvas.silence():
            self._block.draw(canvas, x, top, width)
        canvas.restoreState()


class Space(Block):
    """Nothing, so many points high: room to write in."""

    def __init__(self, height: float) -> None:
        self._height = height

    @override
    def height(self, width: float, language: str) -> float:
        return self._height

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        """Nothing."""


class WritingLines(Block):
    """Lines to write on, `pitch` points apart, as decoration."""

    def __init__(self, count: int, pitch: float, colour: str) -> None:
        self._count = count
        self._pitch = pitch
        self._colour = colour

    @override
    def height(self, width: float, language: str) -> float:
        return self._count * self._pitch

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        canvas.artifact()
        for number in range(1, self._count + 1):
            y = top - number * self._pitch
            canvas.rule((x, y), (x + width, y), self._colour, 0.6)


class Bar(Block):
    """A short coloured bar above a text, as decoration."""

    def __init__(self, colour: str, width: float, height: float) -> None:
        self._colour = colour
        self._width = width
        self._height = height

    @override
    def height(self, width: float, language: str) -> float:
        return self._height

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        canvas.artifact()
        canvas.box((x, top - self._height, min(self._width, width), self._height), fill=self._colour)


B = TypeVar("B", bound=Block)


def filled(make: Callable[[float], B], measures: Sequence[float], height: float, across: tuple[float, str]) -> B:
    """What `make` makes of the first of `measures` with which it is no higher than `height` points; else of the last.

    `across` is the width it is set in and the language whose words are broken.
    """
    width, language = across
    for measure in measures[:-1]:
        found = make(measure)
        if found.height(width, language) <= height:
            return found
    return make(measures[-1])


@dataclass(frozen=True, slots=True)
class Room:
    """What a text may take: points across and down, and the language whose words are broken."""

    width: float
    height: float
    language: str


def shrunk(text: str, style: Style, steps: Sequence[tuple[float, int]], room: Room) -> Paragraph:
    """`text` at the first of `steps` (size in points, lines) at which it fits without a word being cut.

    Where none fits the last step is taken with as much of the text as there is room for, and an ellipsis.
    """
    for size, lines in steps:
        found = _set(text, style, size)
        if _fits(found, lines, room) and _widest_word(text, style.face, size) <= room.width:
            return found
    size, lines = steps[-1]
    found, low, high = _set(text, style, size), 0, len(text)
    if _fits(found, lines, room):
        return found
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(_set(text[:middle].rstrip() + "…", style, size), lines, room):
            low = middle
        else:
            high = middle - 1
    return _set(text[:low].rstrip() + "…", style, size)


def _set(text: str, style: Style, size: float) -> Paragraph:
    return Paragraph(text, replace(style, size=size, leading=round(size * 1.18, 2)))


def _fits(found: Paragraph, lines: int, room: Room) -> bool:
    return (
        len(found.lines(room.width, room.language)) <= lines and found.height(room.width, room.language) <= room.height
    )


def _widest_word(text: str, face: str, size: float) -> float:
    measured = fonts.face(face)
    return max((measured.width(measured.shown(word), size) for word in text.split()), default=0)
