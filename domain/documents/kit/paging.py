"""Which block stands on which page, and how tight a document has to be set so that its last page is worth turning."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from domain.documents.kit.flow import Block, Stack
from domain.documents.kit.theme import MM, Theme

if TYPE_CHECKING:
    from domain.documents.kit.page import Sheet

_ABOVE_FOOT = 6 * MM
_WORTH_A_PAGE = 0.3
"""The share of a page that the body should fill on the last one; with less the document is set tighter."""


@dataclass(slots=True)
class Page:
    """Blocks with the height at which each begins; `end` is where the body ends, `bottom` as far as it may go."""

    end: float
    bottom: float
    blocks: list[tuple[Block, float]] = field(default_factory=list)

    def has_room_for(self, height: float) -> bool:
        """Whether a foot of that many points fits below the body."""
        return self.end - _ABOVE_FOOT - height >= self.bottom

    def put_foot(self, foot: Block, height: float) -> None:
        """Set the foot at the bottom."""
        self.blocks.append((foot, self.bottom + height))


def paginate(sheet: "Sheet", theme: Theme, first_top: float, language: str) -> list[Page]:
    """The pages of a sheet whose first begins below its band at `first_top`.

    The foot stands at the bottom of the first page if there is room, otherwise of the last, together with a part of
    the body.
    """
    pages = list(_body(Stack(sheet.body), theme, first_top, language)) or [Page(first_top, theme.bottom)]
    if sheet.foot is not None:
        _place_foot(pages, sheet.foot, theme, language)
    return pages


def _body(rest: Block | None, theme: Theme, top: float, language: str, *, force: bool = False) -> Iterator[Page]:
    while rest is not None:
        part, rest = rest.split(theme.width, top - theme.bottom, language, force=force)
        force = True
        yield _page(part, top, theme, language)
        top = theme.page_height - theme.next_top


def _page(part: Block | None, top: float, theme: Theme, language: str) -> Page:
    if part is None:
        return Page(top, theme.bottom)
    return Page(top - part.height(theme.width, language), theme.bottom, [(part, top)])


def _place_foot(pages: list[Page], foot: Block, theme: Theme, language: str) -> None:
    height = foot.height(theme.width, language)
    for page in (pages[0], pages[-1]):
        if page.has_room_for(height):
            page.put_foot(foot, height)
            return
    if pages[-1].blocks:
        _share_out(pages, height, theme, language)
    if pages[-1].has_room_for(height):
        pages[-1].put_foot(foot, height)
        return
    pages += _body(foot, theme, theme.page_height - theme.next_top, language, force=True)


def _share_out(pages: list[Page], height: float, theme: Theme, language: str) -> None:
    """Take so much of the body on to a page more that the foot, `height` points high, has company there."""
    ((whole, top),) = pages[-1].blocks
    room = whole.height(theme.width, language) - height
    part, rest = whole.split(theme.width, room, language)
    next_top = theme.page_height - theme.next_top
    if part is None or rest is None:
        return
    company = _page(rest, next_top, theme, language)
    if company.has_room_for(height):
        pages[-1:] = [_page(part, top, theme, language), company]


class Layout(Protocol):
    """A document set in pages."""

    @property
    def pages(self) -> Sequence[Page]:
        """The pages in order."""


L = TypeVar("L", bound=Layout)


def fitted(lay_out: Callable[[Theme], L], theme: Theme) -> L:
    """The document with as much air as the theme has, or with less where that saves a page that is nearly empty."""
    normal = lay_out(theme)
    if len(normal.pages) > 1 and _share(normal.pages[-1], theme) < _WORTH_A_PAGE:
        for tighter in theme.tighter():
            saving = lay_out(tighter)
            if len(saving.pages) < len(normal.pages):
                return saving
    return normal


def _share(page: Page, theme: Theme) -> float:
    """How much of a following page the body fills."""
    top = theme.page_height - theme.next_top
    return (top - page.end) / (top - theme.bottom)
