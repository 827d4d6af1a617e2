"""HTML by templates into which text goes as text, never as markup."""

import html
import re
from collections.abc import Iterable
from typing import LiteralString

from domain.exchange.textformat import plain

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


class Markup(str):
    """Text that is HTML already; everything else is escaped by `fill`."""

    __slots__ = ()


NOTHING = Markup("")


def fill(template: LiteralString, **values: str | int) -> Markup:
    """The template, a constant of ours, with each `{name}` replaced; text is escaped, `Markup` stands as it is."""
    return Markup(template.format(**{name: _safe(value) for name, value in values.items()}))


def join(parts: Iterable[Markup]) -> Markup:
    """The parts one behind the other."""
    return Markup("".join(parts))


def lines(text: str) -> Markup:
    """A text of several lines with its line breaks kept."""
    return Markup("<br>".join(map(_safe, clean(text).strip().split("\n"))))


def paragraphs(text: str, attributes: Markup = NOTHING) -> Markup:
    """A text as paragraphs, parted at its empty lines."""
    parts = [part for part in re.split(r"\n\s*\n", clean(text)) if part.strip()]
    return join(fill("<p{a}>{text}</p>", a=attributes, text=lines(part)) for part in parts)


def clean(text: str) -> str:
    """The text without control characters and marks that turn the direction of what follows."""
    return plain(text) if text.isascii() else _TURNING.sub("", plain(text))


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(clean(text).split())


def _safe(value: str | int) -> str:
    if isinstance(value, Markup):
        return value
    return html.escape(clean(value)) if isinstance(value, str) else str(value)
