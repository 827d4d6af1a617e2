"""Chapters of the manual as the rich text that Qt shows, in the colours of the theme."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import count

from domain.documents.manual_text import SECTION, Chapter, Picture, anchor_of
from domain.documents.markdown import Callout, Heading, Listing, Node, Prose, Span, parse
from gui import theme

PICTURE = "picture:"
"""How the address of a picture begins; the path follows."""

TEXT, NOTE = 13, 12
"""Pixels of running text and captions, before a person makes them larger."""

_TITLE, _HEAD, _SUBHEAD = 20, 16, 14
_MARK = 22
"""Pixels that the sign before an item takes."""


def style(scale: float = 1) -> str:
    """The style sheet for Qt's rich text, `scale` times as large as usual."""
    look = theme.tokens()
    title, head, subhead, note = (round(each * scale) for each in (_TITLE, _HEAD, _SUBHEAD, NOTE))
    return f"""
    h1 {{ font-size: {title}px; font-weight: 600; color: {look.text.name()}; margin: 0 0 12px 0; }}
    h2 {{ font-size: {head}px; font-weight: 600; color: {look.strong.name()}; margin: 26px 0 8px 0; }}
    h3 {{ font-size: {subhead}px; font-weight: 600; margin: 16px 0 6px 0; }}
    p {{ margin: 0 0 10px 0; line-height: 145%; }}
    td p {{ margin: 0; }}
    .item {{ padding-bottom: 4px; }}
    .box p {{ margin: 0 0 4px 0; }}
    a {{ color: {look.accent.name()}; text-decoration: none; }}
    .strong {{ font-weight: 600; }}
    .mark {{ color: {look.accent.name()}; font-weight: 600; }}
    .box {{ background-color: {look.hint_ground.name()}; padding: 10px 16px 8px 14px; }}
    .edge {{ background-color: {look.accent.name()}; }}
    .picture {{ margin: 12px 0 0 0; line-height: 100%; }}
    .caption {{ color: {look.muted.name()}; font-size: {note}px; line-height: 135%; margin: 4px 0 16px 0; }}
    """


def page(chapter: Chapter) -> str:
    """A chapter; whoever shows it loads its pictures as wide as they are to be."""
    numbers = count(1)
    inner = "".join(_part(part, numbers) for part in chapter.parts)
    return f"<h1>{escape(chapter.title)}</h1>{inner}"


def _part(part: str | Picture, numbers: "count[int]") -> str:
    if isinstance(part, Picture):
        address, alt = escape(f"{PICTURE}{part.path}", quote=True), escape(part.alt, quote=True)
        picture = f'<a href="{address}"><img src="{address}" alt="{alt}"></a>'
        return f'<p class="picture">{picture}</p><p class="caption">{escape(part.alt)}</p>'
    return "".join(_section(node, numbers) for node in parse(part))


def _section(node: Node, numbers: "count[int]") -> str:
    """A part of the chapter itself; its headings can be jumped to."""
    if isinstance(node, Heading) and node.level == SECTION:
        return f'<h2><a name="{anchor_of(next(numbers))}"></a>{_spans(node.spans)}</h2>'
    return _node(node)


def _node(node: Node) -> str:
    match node:
        case Heading(level, spans):
            return f"<h{level}>{_spans(spans)}</h{level}>"
        case Prose(spans):
            return f"<p>{_spans(spans)}</p>"
        case Listing(items, start):
            signs = ("•" if start is None else f"{start + at}." for at in range(len(items)))
            rows = "".join(_item(sign, item) for sign, item in zip(signs, items, strict=True))
            return f'<table cellspacing="0" cellpadding="0" style="margin: 6px 0 8px 0">{rows}</table>'
        case Callout(content):
            inner = "".join(map(_node, content))
            cells = f'<td class="edge" width="3"></td><td class="box" width="100%">{inner}</td>'
            return f'<table width="100%" cellspacing="0" style="margin: 8px 0 14px 0"><tr>{cells}</tr></table>'


def _item(sign: str, item: Iterable[Node]) -> str:
    """An item of a list: as a row, because Qt's own lists glue sign and text together."""
    inner = "".join(map(_node, item))
    return f'<tr><td width="{_MARK}"><p class="mark">{sign}</p></td><td class="item">{inner}</td></tr>'


def _spans(spans: Sequence[Span]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", " ")
    if span.is_strong:
        text = f'<span class="strong">{text}</span>'
    elif span.is_emphasis:
        text = f"<i>{text}</i>"
    return f'<a href="{escape(span.url, quote=True)}">{text}</a>' if span.url else text
