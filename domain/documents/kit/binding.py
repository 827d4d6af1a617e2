"""Several documents set one after the other in one tagged PDF, each as a part with its own sheets and language."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from domain.documents.kit.metadata import About
from domain.documents.kit.page import Layout, Sheet, lay_out
from domain.documents.kit.theme import Theme

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

Seen = Callable[[int, int], None]
"""Told how many of how many steps are done, at every document and page; raises to break off."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document to be bound: its bookmark, what makes it in a theme, the theme, and how often it is drawn.

    Copies after the first are decoration: who reads the file aloud hears each document once.
    """

    title: str
    make: Callable[[Theme], Sheet]
    theme: Theme
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document stands: its first page in the file, counted from 1, and the pages of one copy."""

    first: int
    pages: int


@dataclass(frozen=True, slots=True)
class Binding:
    """Documents to be bound below one title.

    `cover` makes a first part in the theme from where each document stands. `label` says what stands at the foot of a
    page, given what the sheet itself says, the page and their number. With `is_duplex` every part begins on the front
    of a sheet.
    """

    about: About
    leaves: Sequence[Leaf]
    theme: Theme
    label: Callable[[str, int, int], str]
    cover: Callable[[Sequence[Place], Theme], Sheet] | None = None
    is_duplex: bool = True


@dataclass(frozen=True, slots=True)
class Bound:
    """The bytes of a file, where each document stands in it, and its pages, those left blank among them."""

    content: bytes
    places: tuple[Place, ...]
    pages: int


def unseen(_done: int, _total: int) -> None:
    """Nobody looks on."""


def bind(binding: Binding, seen: Seen = unseen) -> Bound:
    """Set the documents in one file; equal ones give equal bytes."""
    from domain.documents.kit.canvas import TaggedCanvas

    count = len(binding.leaves)
    layouts: list[tuple[Layout, ...]] = []
    for number, leaf in enumerate(binding.leaves):
        seen(number, 2 * count)
        layouts.append(lay_out(leaf.make, leaf.theme))
    cover, places, last = _with_cover(binding, layouts)
    out = BytesIO()
    size = (binding.theme.page_width, binding.theme.page_height)
    press = _Press(TaggedCanvas(out, size, binding.about), binding, last, seen)
    if cover is not None:
        press.put((cover,), binding.about.title)
        press.fill(places[0].first - 1 if places else last)
    for number, (leaf, parts) in enumerate(zip(binding.leaves, layouts, strict=True)):
        press.step = (count + number, 2 * count)
        press.put(parts, leaf.title, leaf.copies)
    press.canvas.save()
    return Bound(out.getvalue(), places, last)


def _with_cover(
    binding: Binding, layouts: Sequence[tuple[Layout, ...]]
) -> tuple[Layout | None, tuple[Place, ...], int]:
    """The cover, where each document stands behind it, and the number of pages; the cover's length moves them all."""
    if binding.cover is None:
        return None, *_places(binding, layouts, 0)
    make, length = binding.cover, 1
    while True:
        places, last = _places(binding, layouts, length)
        cover = lay_out(partial(make, places), binding.theme)[0]
        if len(cover.pages) <= length:
            return cover, places, last
        length = len(cover.pages)


def _places(binding: Binding, layouts: Sequence[tuple[Layout, ...]], cover: int) -> tuple[tuple[Place, ...], int]:
    """Where each document stands behind a cover of so many pages, and the last page of all."""
    places, last = [], cover
    for leaf, parts in zip(binding.leaves, layouts, strict=True):
        for copy in range(leaf.copies):
            last += last % 2 if binding.is_duplex else 0
            first = last + 1
            for layout in parts:
                last += last % 2 if binding.is_duplex else 0
                last += len(layout.pages)
            if copy == 0:
                places.append(Place(first, last + 1 - first))
    return tuple(places), last


@dataclass(slots=True)
class _Press:
    """Draws parts one behind the other; `page` is the last page that is done, `step` how far the work is."""

    canvas: "TaggedCanvas"
    binding: Binding
    last: int
    seen: Seen
    page: int = 0
    step: tuple[int, int] = (0, 1)

    def put(self, layouts: Sequence[Layout], title: str, copies: int = 1) -> None:
        """Draw a part, its further copies as decoration; each of its sheets begins like the part."""
        for copy in range(copies):
            self._turn()
            with _part(self.canvas, layouts[0], title) if copy == 0 else self.canvas.silence():
                for layout in layouts:
                    self._turn()
                    for number in range(1, len(layout.pages) + 1):
                        self._put_page(layout, number)

    def _turn(self) -> None:
        if self.binding.is_duplex and self.page % 2:
            self.fill(self.page + 1)

    def fill(self, page: int) -> None:
        """Leave pages blank up to `page`; they are of the size of the one before."""
        while self.page < page:
            self._end_page()

    def _put_page(self, layout: Layout, number: int) -> None:
        self.seen(*self.step)
        self.canvas.begin_page(layout.size, layout.theme.zoom)
        own = layout.label(number)
        label = self.binding.label(own, self.page + 1, self.last) if own else ""
        layout.draw_page(self.canvas, number, label)
        self._end_page()

    def _end_page(self) -> None:
        self.canvas.showPage()
        self.page += 1


@contextmanager
def _part(canvas: "TaggedCanvas", layout: Layout, title: str) -> Iterator[None]:
    """What is drawn belongs to a part of its own, with a bookmark above those of its headings."""
    about = layout.sheet.about
    element = canvas.add("Part")
    element.language = about.language
    before = canvas.language
    canvas.language = about.letters
    canvas.begin_page(layout.size, layout.theme.zoom)
    canvas.add_outline(title, 0, layout.theme.page_height)
    canvas.depth = 1
    with canvas.inside(element):
        yield
    canvas.depth = 0
    canvas.language = before
