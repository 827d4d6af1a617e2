"""Chapters of the manual as the rich text that Qt shows, in the colours of the theme."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

from domain.documents.manual_text import Chapter, Picture
from domain.documents.markdown import Callout, Heading, Listing, Node, Prose, Span, parse
from gui import theme

PICTURE = "picture:"
"""How the address of a picture begins; the path follows."""


def style() -> str:
    """The style sheet for Qt's rich text; sizes are in points of the default font."""
    look = theme.tokens()
    return f"""
    h1 {{ font-size: 22px; font-weight: 600; color: {look.text.name()}; margin: 0 0 12px 0; }}
    h2 {{ font-size: 16px; font-weight: 600; color: {look.strong.name()}; margin: 22px 0 6px 0; }}
    h3 {{ font-size: 14px; font-weight: 600; margin: 14px 0 4px 0; }}
    p {{ margin: 0 0 9px 0; line-height: 140%; }}
    li {{ margin: 0 0 6px 0; line-height: 140%; }}
    a {{ color: {look.accent.name()}; text-decoration: none; }}
    .strong {{ font-weight: 600; }}
    .box {{ background-color: {look.hint_ground.name()}; }}
    .caption {{ color: {look.muted.name()}; font-size: 12px; }}
    """


def page(chapter: Chapter) -> str:
    """A chapter; whoever shows it loads its pictures as wide as they are to be."""
    inner = "".join(_part(part) for part in chapter.parts)
    return f"<h1>{escape(chapter.title)}</h1>{inner}"


def _part(part: str | Picture) -> str:
    if isinstance(part, Picture):
        address = escape(f"{PICTURE}{part.path}", quote=True)
        picture = f'<img src="{address}" alt="{escape(part.alt, quote=True)}">'
        return f'<p>{picture}<br><span class="caption">{escape(part.alt)}</span></p>'
    return "".join(_node(node) for node in parse(part))


def _node(node: Node) -> str:
    match node:
        case Heading(level, spans):
            return f'<h{level}><a name="{escape(_plain(spans), quote=True)}"></a>{_spans(spans)}</h{level}>'
        case Prose(spans):
            return f"<p>{_spans(spans)}</p>"
        case Listing(items, start):
            tag = "ul" if start is None else "ol"
            first = "" if start is None else f' start="{start}"'
            return f"<{tag}{first}>{''.join(_item(item) for item in items)}</{tag}>"
        case Callout(content):
            inner = "".join(_node(each) for each in content)
            return f'<table width="100%" cellpadding="12"><tr><td class="box">{inner}</td></tr></table><p></p>'


def _item(item: Iterable[Node]) -> str:
    """An item of a list: its first paragraph stands beside the number, not below it."""
    parts = [(isinstance(node, Prose), _spans(node.spans) if isinstance(node, Prose) else _node(node)) for node in item]
    inner = parts[0][1] if parts else ""
    for (was_prose, _before), (is_prose, text) in pairwise(parts):
        inner += f"<br>{text}" if was_prose and is_prose else text
    return f"<li>{inner}</li>"


def _spans(spans: Sequence[Span]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", " ")
    if span.is_strong:
        text = f'<span class="strong">{text}</span>'
    elif span.is_emphasis:
        text = f"<i>{text}</i>"
    return f'<a href="{escape(span.url, quote=True)}">{text}</a>' if span.url else text


def _plain(spans: Sequence[Span]) -> str:
    return "".join(span.text for span in spans)
