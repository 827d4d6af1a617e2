"""A table of contents with page numbers, and the break that starts a new page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from domain.documents.kit.flow import Block, Frame, Row, Split, Stack, Tag
from domain.documents.kit.paging import Page
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import HERE, Run
from domain.documents.kit.theme import MM, Theme
from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

_TALL = 1e6
"""Points that no page has room for."""


class Nothing(Block):
    """What is left of a page break: it takes no room and draws nothing."""

    @override
    def height(self, width: float, language: str) -> float:
        return 0

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        """Nothing."""


class PageBreak(Block):
    """What follows starts a new page; on top of a page it does nothing."""

    @override
    def height(self, width: float, language: str) -> float:
        return _TALL

    @override
    def split(self, _width: float, _room: float, _language: str, *, force: bool = False) -> Split:
        return Nothing(), None if force else Nothing()

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        """Nothing."""


def contents(titles: Sequence[str], pages: Mapping[str, int], theme: Theme, *, linked: bool = False) -> Stack:
    """The titles of the sections with their pages, `linked` to them; those whose page is not known yet have none."""
    rows = [
        Row(
            [
                Stack(
                    [Paragraph(Run(title, url=f"{HERE}{title}" if linked else ""), theme.plain)], Frame(bottom=0.9 * MM)
                ),
                Stack(
                    [Paragraph(str(pages.get(title, "–")), replace(theme.plain, align="right"))], Frame(bottom=0.9 * MM)
                ),
            ],
            (None, 10 * MM),
            3 * MM,
            Tag("TOCI"),
            whole=_TALL,
            rule=theme.palette.hairline,
        )
        for title in titles
    ]
    return Stack(rows, tag=Tag("TOC"))


def section_pages(pages: Sequence[Page]) -> dict[str, int]:
    """On which page each section begins, by its title; the first of two with one title."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, start=1):
        for block, _top in page.blocks:
            for title in _titles(block):
                found.setdefault(title, number)
    return found


def _titles(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph) and block.style.tag == "H2":
        yield block.text
    for inner in block.cells if isinstance(block, Row) else block.blocks if isinstance(block, Stack) else ():
        yield from _titles(inner)
