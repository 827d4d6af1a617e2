"""User text made safe for paper, and the runs a paragraph is made of."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

FIELD_LIMIT = 20_000
LINK_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_DROPPED = frozenset(("Cc", "Cf", "Cs", "Cn", "Co"))
_SPACES = re.compile(r"[ \t\v\f\u2000-\u200a\u3000\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look; `face` and `colour` override the style's, `url` makes it a link."""

    text: str
    face: str | None = None
    colour: str | None = None
    url: str = ""


def printable(text: str) -> str:
    """`text` as it may stand on paper: composed (NFC), one kind of space, line ends as newlines.

    Control, format, direction, surrogate, private-use and unassigned characters are dropped. There is no markup to
    escape: text is laid out as it is and never parsed.
    """
    if text.isprintable():
        return unicodedata.normalize("NFC", text)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    composed = unicodedata.normalize("NFC", _SPACES.sub(" ", plain))
    return "".join(c for c in composed if c == "\n" or unicodedata.category(c) not in _DROPPED)


def clean(text: str, limit: int = FIELD_LIMIT, mark: str = "…") -> str:
    """`text` made printable, without spaces around it, at most `limit` characters with `mark` for the rest."""
    # Cut before looking at it, so that a megabyte costs no more than the limit.
    plain = printable(text[:limit]).strip()
    return f"{plain} {mark}".lstrip() if len(text) > limit else plain


def paragraphs(text: str, mark: str = "…", limit: int = FIELD_LIMIT) -> tuple[str, ...]:
    """The cleaned text's lines that hold something, one paragraph each."""
    return tuple(line for line in map(str.strip, clean(text, limit, mark).split("\n")) if line)


def one_line(text: str, limit: int = 300) -> str:
    """The cleaned text with its line breaks turned into spaces."""
    return " ".join(clean(text, limit).split())


def b(text: str, face: str = "IBMPlexSans-Medium") -> Run:
    """`text` set a weight stronger."""
    return Run(text, face=face)


def link(url: str, text: str = "", colour: str = "#0b4f6c") -> Run:
    """`text` (or the address) as a link, if the address is one a document may lead to; otherwise plain text.

    Only http, https, mailto and tel are taken: file: and javascript: addresses would be live in a reader.
    """
    address = "".join(clean(url, 2000).split())
    shown = text or re.sub(r"^(mailto:|tel:|https?://)", "", address)
    if not address.lower().startswith(LINK_SCHEMES):
        return Run(shown)
    return Run(shown, colour=colour, url=address)


@lru_cache(maxsize=4096)
def split_word(word: str) -> tuple[str, ...]:
    """`word` at the places where a line may end: after a hyphen or slash between letters."""
    if "-" not in word and "/" not in word:
        return (word,)
    return tuple(re.split(r"(?<=[^\W\d_]{2}[-/])(?=[^\W\d_])", word))
