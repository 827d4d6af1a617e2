"""Markdown on paper: what was read from a text becomes blocks of the kit, in one look or the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from domain.documents.kit.columns import Kept
from domain.documents.kit.flow import Block, Frame, Row, Stack, Tag
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import HERE, Run, link
from domain.documents.kit.theme import MEDIUM, MM, SEMIBOLD, Style, Theme
from domain.documents.markdown import Callout, Heading, Listing, Node, Prose, Span, parse

_BULLET = "/O/List/ListNumbering/Disc"
_NUMBERED = "/O/List/ListNumbering/Decimal"
_WHOLE = 60 * MM
_LARGE = 11.5
"""Points of running text from which on a theme is one of large print."""


@dataclass(frozen=True, slots=True)
class TextLook:
    """How a text is set: its styles, the indent of lists, and whether each line of the source is a line on paper.

    `targets` are addresses that lead to a heading of the same document: its title, and what stands behind the link.
    """

    section: Style
    subsection: Style
    body: Style
    item: Style
    strong: str
    emphasis: str
    link: str
    box: Frame
    box_gap: float
    indent: float
    keeps_lines: bool = False
    targets: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def usual(theme: Theme, size: float) -> TextLook:
    """Running text of `size` points or as large as the theme's: emphasis by weight because the house has no italics."""
    palette, size = theme.palette, max(size, theme.body.size) if theme.body.size > _LARGE else size
    scale = size / theme.body.size
    body = replace(theme.body, size=size, leading=theme.body.leading * scale)
    return TextLook(
        section=theme.section,
        subsection=theme.subsection if size < theme.subsection.size else replace(theme.subsection, size=size + 0.5),
        body=body,
        item=replace(body, hyphenate=False, after=1 * MM),
        strong=SEMIBOLD,
        emphasis=MEDIUM,
        link=palette.primary,
        box=Frame(4.5 * MM, 3.2 * MM, 4.5 * MM, 3.2 * MM, palette.paper, palette.hairline, 2 * MM),
        box_gap=3 * MM,
        indent=4.5 * MM,
    )


def easy(theme: Theme) -> TextLook:
    """Leichte Sprache: at least 14 points, one and a half lines, nothing hyphenated, groups apart (DIN SPEC 33429)."""
    palette = theme.palette
    body = Style(
        theme.plain.face, max(14, theme.plain.size), max(21, theme.plain.size * 1.5), palette.ink,
        before=0, after=11, whole_words=True,
    )  # fmt: skip
    return TextLook(
        section=Style(SEMIBOLD, 19, 27, palette.primary, before=26, after=8, tag="H2", whole_words=True),
        subsection=Style(SEMIBOLD, 16, 23, palette.primary, before=20, after=7, tag="H3", whole_words=True),
        body=body,
        item=replace(body, after=7),
        strong=SEMIBOLD,
        emphasis=MEDIUM,
        link=palette.primary,
        box=Frame(6 * MM, 5 * MM, 6 * MM, 5 * MM, palette.paper, palette.primary, 2 * MM),
        box_gap=16,
        indent=7 * MM,
        keeps_lines=True,
    )


def blocks(text: str, look: TextLook) -> list[Block]:
    """The blocks of a text."""
    return blocks_of(parse(text), look)


def blocks_of(nodes: Sequence[Node], look: TextLook) -> list[Block]:
    """The blocks of a text that was read already."""
    return [_block(node, look, look.body) for node in nodes]


def _block(node: Node, look: TextLook, style: Style) -> Block:
    match node:
        case Heading(level, spans):
            return Paragraph(_runs(spans, look), look.section if level == 2 else look.subsection)  # noqa: PLR2004 - a level
        case Prose(spans):
            block = Paragraph(_runs(spans, look), style)
            return _group([block], look) if look.keeps_lines else block
        case Listing(items, start):
            return _listing(items, start, look)
        case Callout(content):
            return _box(content, look)


def _group(content: Sequence[Block], look: TextLook) -> Stack:
    """What no page break divides in Leichte Sprache."""
    return Kept(content) if look.keeps_lines else Stack(content)


def _runs(spans: Sequence[Span], look: TextLook) -> list[Run]:
    runs = []
    for span in spans:
        text = span.text if look.keeps_lines else span.text.replace("\n", " ")
        face = look.strong if span.is_strong else look.emphasis if span.is_emphasis else None
        runs += [replace(run, face=face) if face else run for run in _linked(span.url, text, look)]
    return runs


def _linked(url: str, text: str, look: TextLook) -> list[Run]:
    if url in look.targets:
        title, behind = look.targets[url]
        return [Run(text, colour=look.link, url=f"{HERE}{title}"), *([Run(behind)] if behind else [])]
    return [link(url, text, look.link) if url else Run(text)]


def _listing(items: Sequence[Sequence[Node]], start: int | None, look: TextLook) -> Block:
    rows: list[Block] = []
    for number, item in enumerate(items):
        sign = "•" if start is None else f"{start + number}."
        label = Paragraph(sign, replace(look.item, colour=look.link, face=MEDIUM), Tag("Lbl"))
        content = [_block(node, look, look.item) for node in item]
        body = Stack(content, Frame(bottom=look.item.after), Tag("LBody"))
        indent = look.indent + (0 if start is None else 1.8 * MM * (len(sign) - 1))
        rows.append(Row([Stack([label]), body], (indent, None), 0, Tag("LI"), whole=_WHOLE))
    tag = Tag("L", _BULLET if start is None else _NUMBERED)
    stack = Kept(rows, tag=tag) if look.keeps_lines else Stack(rows, tag=tag)
    stack.after = look.body.after
    return stack


def _box(content: Sequence[Node], look: TextLook) -> Block:
    inner = [_block(node, look, look.body) for node in content]
    box = Kept(inner, look.box)
    box.before = box.after = look.box_gap
    return box
