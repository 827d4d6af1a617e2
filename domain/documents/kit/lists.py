"""Lists with numbers or dashes, and lists inside their items."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from domain.documents.kit import fonts
from domain.documents.kit.flow import Block, Frame, Row, Stack, Tag
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import WHOLE
from domain.documents.kit.theme import MM, Style, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.documents.kit.text import Run

_DASHES = ("–", "·", "–")
_COLUMN, _GAP = 4 * MM, 1.2 * MM
_DEEPEST = 6
"""Levels of lists; what lies deeper joins the last of them, for there would be no room left for words."""


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: its text, and the list below it, which may be numbered."""

    content: "str | Run | Sequence[Run]"
    below: "Sequence[ListItem]" = ()
    is_numbered: bool = False


ListItem: TypeAlias = "str | Run | Item"
"""An item, or just its text."""


def listing(
    theme: Theme,
    items: Sequence[ListItem],
    *,
    is_numbered: bool = False,
    start: int = 1,
    is_small: bool = False,
    language: str = "",
) -> Stack:
    """A list as one element; with `is_numbered` its items count from `start`. `language` is a language tag."""
    style = theme.card if is_small else theme.plain
    made = _list(items, style, 0, start if is_numbered else None)
    made.after = 1.8 * MM * theme.air
    return Stack([made], language=language) if language else made


def _list(items: Sequence[ListItem], style: Style, level: int, start: int | None) -> Stack:
    labels = [_DASHES[min(level, len(_DASHES) - 1)] if start is None else f"{start + at}." for at in range(len(items))]
    face = fonts.face(style.face)
    column = max([_COLUMN, *(face.width(label, style.size) + _GAP for label in labels)])
    rows = [_row(item, label, column, style, level) for item, label in zip(items, labels, strict=True)]
    numbering = "None" if start is None else "Decimal"
    return Stack(rows, tag=Tag("L", f"/O/List/ListNumbering/{numbering}"))


def _row(item: ListItem, label: str, column: float, style: Style, level: int) -> Row:
    whole = item if isinstance(item, Item) else Item(item)
    body: list[Block] = [Paragraph(whole.content, style)]
    if whole.below:
        below = _list(whole.below, style, level + 1, 1 if whole.is_numbered else None)
        below.before = _GAP
        body.append(below)
    frame = Frame(bottom=0 if whole.below else _GAP)
    cells = [Stack([Paragraph(label, style, Tag("Lbl"))]), Stack(body, frame, Tag("LBody"))]
    return Row(cells, (column, None), 0, Tag("LI"), whole=0 if whole.below else WHOLE)


def _flat(items: Sequence[ListItem]) -> "Iterator[ListItem]":
    """The items and all below them as one list."""
    for item in items:
        if isinstance(item, Item):
            yield Item(item.content)
            yield from _flat(item.below)
        else:
            yield item
