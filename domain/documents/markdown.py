"""The subset of Markdown that handouts are written in, read into plain values; nothing else in a text has a meaning."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from domain.documents.kit.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LIMIT = 60_000
"""Characters of a text that are read."""

_DEEPEST = 20
"""Levels of lists and boxes inside each other; what lies deeper is left out."""

_HEADINGS = {"h2": 2, "h3": 3}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; a line break in the source is a newline. `url` is an address as it was typed."""

    text: str
    is_strong: bool = False
    is_emphasis: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 or 3."""

    level: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered from `start` or without numbers."""

    items: tuple[tuple[Node, ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Callout:
    """A box that stands out (`>`)."""

    content: tuple[Node, ...]


Node: TypeAlias = Heading | Prose | Listing | Callout


def parse(text: str) -> tuple[Node, ...]:
    """The headings, paragraphs, lists and boxes of a text; everything outside the subset is plain text in them."""
    lines = map(_line, text[:LIMIT].replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return _levelled(_Reader(_parser().parse("\n".join(lines))).nodes(""))


def _line(line: str) -> str:
    """A line made printable; its indent stays, because it nests lists, and blanks at its end that end a line."""
    plain = line.expandtabs(4)
    indent = len(plain) - len(plain.lstrip(" "))
    broken = "  " if plain.endswith("  ") else ""
    return " " * indent + " ".join(printable(plain).split()) + broken


@cache
def _parser() -> MarkdownIt:
    """Nothing is on but the subset; addresses are judged where links are made (`kit.text.link`)."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": False, "linkify": False, "typographer": False, "maxNesting": _DEEPEST})
    parser.enable(["heading", "list", "blockquote", "emphasis", "link", "newline", "escape", "balance_pairs"])
    parser.validateLink = _any_address  # type: ignore[method-assign]  # the documented way to set it
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # the documented way to set it
    return parser


def _any_address(url: str) -> bool:
    del url
    return True


class _Reader:
    """Walks the tokens once."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = iter(tokens)

    def nodes(self, end: str) -> tuple[Node, ...]:
        """What stands before the token `end`."""
        return tuple(self._until(end))

    def _until(self, end: str) -> Iterator[Node]:
        for token in self._tokens:
            if token.type == end:
                return
            match token.type:
                case "heading_open":
                    yield from self._heading(token)
                case "paragraph_open":
                    yield from self._prose()
                case "bullet_list_open" | "ordered_list_open":
                    yield from self._listing(token)
                case "blockquote_open":
                    content = self.nodes("blockquote_close")
                    if content:
                        yield Callout(content)

    def _heading(self, opening: Token) -> Iterator[Node]:
        spans = self._inline("heading_close")
        level = _HEADINGS.get(opening.tag)
        if level is None:  # other headings are not ours: the signs stay
            yield Prose((Span(f"{opening.markup} "), *spans))
        elif spans:
            yield Heading(level, spans)

    def _prose(self) -> Iterator[Node]:
        spans = self._inline("paragraph_close")
        if spans:
            yield Prose(spans)

    def _listing(self, opening: Token) -> Iterator[Node]:
        is_numbered = opening.type.startswith("ordered")
        end, items = opening.type.replace("open", "close"), list[tuple[Node, ...]]()
        for token in self._tokens:
            if token.type == end:
                break
            if token.type == "list_item_open":
                items.append(self.nodes("list_item_close"))
        if any(items):
            start = int(opening.attrs.get("start", 1)) if is_numbered else None
            yield Listing(tuple(item for item in items if item), start)

    def _inline(self, end: str) -> tuple[Span, ...]:
        spans: list[Span] = []
        for token in self._tokens:
            if token.type == end:
                break
            spans += _spans(token.children or ())
        return tuple(spans) if any(span.text.strip() for span in spans) else ()


def _spans(tokens: Sequence[Token]) -> Iterator[Span]:
    strong = emphasis = 0
    url = ""
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                url = str(token.attrs.get("href", ""))
            case "link_close":
                url = ""
            case "softbreak" | "hardbreak":
                yield Span("\n", strong > 0, emphasis > 0, url)
            case _ if token.content:
                yield Span(token.content, strong > 0, emphasis > 0, url)


def _levelled(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes with no heading of level 3 before one of level 2, and none in lists and boxes: no level is skipped."""
    found: list[Node] = []
    has_section = False
    for node in nodes:
        match node:
            case Heading(level, spans):
                found.append(Heading(level if has_section else 2, spans))
                has_section = True
            case Callout(content):
                found.append(Callout(_without_headings(content)))
            case Listing(items, start):
                found.append(Listing(tuple(map(_without_headings, items)), start))
            case _:
                found.append(node)
    return tuple(found)


def _without_headings(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    found: list[Node] = []
    for node in nodes:
        match node:
            case Heading(_, spans):
                strong = tuple(Span(span.text, True, span.is_emphasis, span.url) for span in spans)  # noqa: FBT003 - a field of the span
                found.append(Prose(strong))
            case Callout(content):
                found.append(Callout(_without_headings(content)))
            case Listing(items, start):
                found.append(Listing(tuple(map(_without_headings, items)), start))
            case _:
                found.append(node)
    return tuple(found)
