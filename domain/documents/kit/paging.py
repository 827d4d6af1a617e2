"""Which block stands on which page, and how tight a document has to be set so that its last page is worth turning."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from domain.documents.kit.flow import Block, Split, Stack
from domain.documents.kit.notes import note_foot
from domain.documents.kit.theme import MM, Theme

if TYPE_CHECKING:
    from domain.documents.kit.page import Sheet

_ABOVE_FOOT = 6 * MM
_NOTES_SHARE = 0.5
"""The share of a page that its notes may take; longer ones go on at the foot of the next."""
_WORTH_A_PAGE = 0.3
"""The share of a page that the body should fill on the last one; with less the document is set tighter."""


@dataclass(slots=True)
class Page:
    """Blocks with the height at which each begins; `end` is where the body ends, `bottom` where notes begin."""

    end: float
    bottom: float
    blocks: list[tuple[Block, float]] = field(default_factory=list)

    def has_room_for(self, height: float) -> bool:
        """Whether a foot of that many points fits below the body."""
        return self.end - _ABOVE_FOOT - height >= self.bottom

    def put_foot(self, foot: Block, height: float) -> None:
        """Set the foot at the bottom, above the notes."""
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
    carried: Sequence[Block] = ()
    while rest is not None or carried:
        page, rest, carried = _filled(rest, carried, theme, top, language, force=force)
        yield page
        force, top = True, theme.page_height - theme.next_top


def _filled(
    body: Block | None, carried: Sequence[Block], theme: Theme, top: float, language: str, *, force: bool
) -> tuple[Page, Block | None, Sequence[Block]]:
    """A page from `top`, what is left of the body, and what is left of the notes (`carried` were left before)."""
    room, width = top - theme.bottom, theme.width
    foot = note_foot(carried, (), theme)
    part, rest = _split(body, width, room - _high(foot, width, language, room), language, force=force)
    notes = [] if part is None else list(part.notes(width, language))
    if notes:
        # With room taken for its notes the page holds less, and maybe not all of their markers.
        taken = _high(note_foot(carried, notes, theme), width, language, room)
        part, rest = _split(body, width, room - taken, language, force=force)
        foot = note_foot(carried, [] if part is None else part.notes(width, language), theme)
    page = _page(part, top, theme, language)
    if foot is None:
        return page, rest, ()
    free = page.end - theme.bottom  # at least what was kept for them, save where a block could not be split
    shown, left = _split(foot, width, free, language, force=part is None)
    if shown is not None:
        page.bottom = theme.bottom + shown.height(width, language)
        page.blocks.append((shown, page.bottom))
    return page, rest, left.blocks if isinstance(left, Stack) else ()


def _split(block: Block | None, width: float, room: float, language: str, *, force: bool) -> Split:
    return (None, None) if block is None else block.split(width, room, language, force=force)


def _high(foot: Block | None, width: float, language: str, room: float) -> float:
    """The height of a page's notes: no more than their share of it, the rest stands on the next."""
    return 0 if foot is None else min(foot.height(width, language), room * _NOTES_SHARE)


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
    if pages[-1].bottom > theme.bottom:
        return  # its notes stand where they belong
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
