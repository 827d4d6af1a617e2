"""Blocks that are measured, split over pages and drawn: the base, stacks and rows."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas
    from domain.documents.kit.notes import Note
    from domain.documents.kit.structure import Element

Split: TypeAlias = "tuple[Block | None, Block | None]"
"""What fits and what is left; one of them may be None."""

EPSILON = 0.01
"""Points that may be missing when fitting: sums of floats."""


class Tag:
    """The structure element of a block and of all parts it is split into; made when the first part is drawn."""

    __slots__ = ("_element", "alt", "attributes", "language", "name")

    def __init__(self, name: str, attributes: str = "", alt: str = "", *, language: str = "") -> None:
        self.language = language
        self.name = name
        self.attributes = attributes
        self.alt = alt
        self._element: Element | None = None

    def open(self, canvas: "TaggedCanvas") -> "Element":
        """The element, added below the canvas's parent if this is the first part."""
        if canvas.is_silent:
            return canvas.add(self.name)
        if self._element is None:
            self._element = canvas.add(self.name, self.attributes, self.alt, language=self.language)
        return self._element


class Block(ABC):
    """Something that takes room on paper; `before` and `after` are the points it wants free above and below.

    A block knows its height for a width, can be split at a height, and draws itself from a top left corner. Parts of
    a split block share their `Tag`, so that one paragraph or table stays one element over several pages.
    """

    before: float = 0
    after: float = 0
    keeps_with_next: bool = False

    @abstractmethod
    def height(self, width: float, language: str) -> float:
        """The height in points when set in `width` points; `language` decides where words break."""

    @abstractmethod
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        """Draw with the upper left corner at (x, top)."""

    def split(self, _width: float, _room: float, _language: str, *, force: bool = False) -> Split:
        """The part that fits into `room` points and the rest.

        With `force` something must be placed, even if it does not fit: the page is empty and will not get longer.
        """
        return (self, None) if force else (None, self)

    def notes(self, width: float, language: str) -> "Iterator[Note]":  # noqa: ARG002 - blocks that hold others need it
        """The notes whose markers stand in this block when set in `width` points, in reading order."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a stack: padding in points, ground and edge colours, radius of the corners."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0
    fill: str | None = None
    stroke: str | None = None
    radius: float = 0


class Stack(Block):
    """Blocks one below the other, in a frame of their own, as one structure element if `tag` is given.

    With a `language` (a language tag) all of it is in that language, as a section if it has no other tag.
    """

    def __init__(
        self, blocks: Sequence[Block], frame: Frame = Frame(), tag: Tag | None = None, *, language: str = ""
    ) -> None:
        self.blocks = tuple(blocks)
        self.frame = frame
        self.language = language
        self.tag = tag or (Tag("Sect", language=language) if language else None)
        if language and self.tag is not None:
            self.tag.language = language
        if blocks and not (frame.fill or frame.stroke):
            self.before = blocks[0].before
            self.after = blocks[-1].after
        self._measured: tuple[float, float] | None = None

    def _inner(self, width: float) -> float:
        return width - self.frame.left - self.frame.right

    @override
    def height(self, width: float, language: str) -> float:
        if self._measured is None or self._measured[0] != width:
            language = self.language or language
            inner, total, gap = self._inner(width), self.frame.top + self.frame.bottom, 0.0
            for number, block in enumerate(self.blocks):
                total += (max(gap, block.before) if number else 0) + block.height(inner, language)
                gap = block.after
            self._measured = (width, total)
        return self._measured[1]

    @override
    def split(self, width: float, room: float, language: str, *, force: bool = False) -> Split:
        if self.height(width, language) <= room + EPSILON:
            return self, None
        language = self.language or language
        inner, free = self._inner(width), room - self.frame.top - self.frame.bottom
        placed: list[Block] = []
        for number, block in enumerate(self.blocks):
            gap = max(placed[-1].after, block.before) if placed else 0
            head, rest = _take(block, inner, free - gap, language, force=force and not placed)
            if head is not None:
                placed.append(head)
                free -= gap + head.height(inner, language)
            if rest is not None or head is None:
                return self._parts(placed, number, rest, force=force)
        return self, None

    @override
    def notes(self, width: float, language: str) -> "Iterator[Note]":
        for block in self.blocks:
            yield from block.notes(self._inner(width), self.language or language)

    def _parts(self, placed: list[Block], number: int, rest: Block | None, *, force: bool) -> Split:
        """The two stacks around block `number`, of which `rest` is left; headings move on with what they head."""
        left = [*([rest] if rest is not None else []), *self.blocks[number + 1 :]]
        keep_all = force and all(block.keeps_with_next for block in placed)
        while placed and placed[-1].keeps_with_next and not keep_all:
            left.insert(0, placed.pop())
        if not placed:
            return None, self
        return self._with(placed), self._with(left) if left else None

    def _with(self, blocks: Sequence[Block]) -> "Stack":
        part = Stack(blocks, self.frame, self.tag, language=self.language)
        part.before, part.after = self.before, self.after
        return part

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        frame = self.frame
        if frame.fill or frame.stroke:
            canvas.artifact()
            height = self.height(width, canvas.language)
            canvas.box((x, top - height, width, height), frame.fill, frame.stroke, frame.radius)
        if self.tag is None:
            self._draw_blocks(canvas, x, top, width)
            return
        with canvas.inside(self.tag.open(canvas)), canvas.speaking(self.language):
            self._draw_blocks(canvas, x, top, width)

    def _draw_blocks(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        inner, y, gap = self._inner(width), top - self.frame.top, 0.0
        for number, block in enumerate(self.blocks):
            y -= max(gap, block.before) if number else 0
            block.draw(canvas, x + self.frame.left, y, inner)
            y -= block.height(inner, canvas.language)
            gap = block.after


def _take(block: Block, width: float, room: float, language: str, *, force: bool) -> Split:
    if block.height(width, language) <= room + EPSILON:
        return block, None
    return block.split(width, room, language, force=force)


def shared_out(widths: Sequence[float | None], gap: float, width: float) -> tuple[float, ...]:
    """The columns' widths in `width` points with a `gap` between them; None shares what is left."""
    fixed = sum(own for own in widths if own is not None)
    shares = sum(1 for own in widths if own is None)
    left = (width - fixed - gap * (len(widths) - 1)) / max(1, shares)
    return tuple(left if own is None else own for own in widths)


class Row(Block):
    """Stacks side by side in columns of given widths (points; None shares what is left), `gap` points apart.

    A row no higher than `whole` points is not split unless it must be: table rows. With `rule` a hairline of that
    colour is drawn on top. `fit` gives another block to set instead where a width is too small, or None.
    """

    fit: "Callable[[Row, float], Block | None] | None" = None

    def __init__(
        self,
        cells: Sequence[Stack],
        widths: Sequence[float | None],
        gap: float = 0,
        tag: Tag | None = None,
        *,
        whole: float = 0,
        rule: str | None = None,
    ) -> None:
        self.cells = tuple(cells)
        self.widths = tuple(widths)
        self.gap = gap
        self.tag = tag
        self.whole = whole
        self.rule = rule
        self.before = max(cell.before for cell in cells)
        self.after = max(cell.after for cell in cells)
        self._columns: tuple[float, tuple[float, ...]] | None = None
        self._instead: tuple[float, Block | None] | None = None

    def instead(self, width: float) -> Block | None:
        """What is set in place of the row in `width` points; None for the row itself."""
        if self.fit is None:
            return None
        if self._instead is None or self._instead[0] != width:
            self._instead = (width, self.fit(self, width))
        return self._instead[1]

    def columns(self, width: float) -> tuple[float, ...]:
        """The columns' widths in a row of `width` points."""
        if self._columns is None or self._columns[0] != width:
            self._columns = (width, shared_out(self.widths, self.gap, width))
        return self._columns[1]

    @override
    def height(self, width: float, language: str) -> float:
        other = self.instead(width)
        if other is not None:
            return other.height(width, language)
        columns = self.columns(width)
        return max(cell.height(own, language) for cell, own in zip(self.cells, columns, strict=True))

    @override
    def notes(self, width: float, language: str) -> "Iterator[Note]":
        other = self.instead(width)
        if other is not None:
            yield from other.notes(width, language)
            return
        for cell, own in zip(self.cells, self.columns(width), strict=True):
            yield from cell.notes(own, language)

    @override
    def split(self, width: float, room: float, language: str, *, force: bool = False) -> Split:
        if not force and self.height(width, language) <= self.whole:
            return None, self
        other = self.instead(width)
        if other is not None:
            head, rest = other.split(width, room, language, force=force)
            return (None, self) if head is None else (head, rest)
        heads: list[Stack] = []
        rests: list[Stack] = []
        for cell, own in zip(self.cells, self.columns(width), strict=True):
            head, rest = _take(cell, own, room, language, force=force)
            empty = Stack((), replace(cell.frame, top=0, bottom=0), cell.tag)
            heads.append(head if isinstance(head, Stack) else empty)
            rests.append(rest if isinstance(rest, Stack) else empty)
        if not any(head.blocks for head in heads):
            return None, self
        return self.part(heads), self.part(rests, is_rest=True) if any(rest.blocks for rest in rests) else None

    def part(self, cells: Sequence[Stack], *, is_rest: bool = False) -> "Row":  # noqa: ARG002 - for rows that differ
        """The upper part of this row with the given cells, or with `is_rest` what follows on the next page."""
        return Row(cells, self.widths, self.gap, self.tag, whole=self.whole, rule=self.rule)

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        other = self.instead(width)
        if other is not None:
            other.draw(canvas, x, top, width)
            return
        if self.rule:
            canvas.artifact()
            canvas.rule((x, top), (x + width, top), self.rule)
        if self.tag is None:
            self._draw_cells(canvas, x, top, width)
            return
        with canvas.inside(self.tag.open(canvas)):
            self._draw_cells(canvas, x, top, width)

    def _draw_cells(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        for cell, own in zip(self.cells, self.columns(width), strict=True):
            cell.draw(canvas, x, top, own)
            x += own + self.gap
