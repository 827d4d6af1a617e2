"""User text made safe for paper, and the runs a paragraph is made of."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from domain.documents.kit.fonts import SOFT_HYPHEN

if TYPE_CHECKING:
    from domain.documents.kit.notes import Note

FIELD_LIMIT = 20_000
HERE = "#"
"""How the address of a link inside the document begins; the title of a heading follows. No typed text makes one."""
LINK_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_DROPPED = frozenset(("Cc", "Cf", "Cs", "Cn", "Co"))
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_SPACES = re.compile(r"[ \t\v\f\u2000-\u200a\u3000\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look; `face` and `colour` override the style's, `url` makes it a link.

    `language` is a language tag where it is not the paragraph's; `note` is the note that the text is the marker of.
    """

    text: str
    face: str | None = None
    colour: str | None = None
    url: str = ""
    language: str = ""
    note: "Note | None" = None


def printable(text: str, *, soft_hyphens: bool = False) -> str:
    """`text` as it may stand on paper: composed (NFC), one kind of space, line ends as newlines.

    Control, format, direction, surrogate, private-use and unassigned characters are dropped, also soft hyphens unless
    they are wanted: only paragraphs know what to do with them. There is no markup to escape: text is laid out as it
    is and never parsed.
    """
    if text.isprintable():
        return unicodedata.normalize("NFC", text)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    composed = unicodedata.normalize("NFC", _SPACES.sub(" ", plain))
    kept = "\n\u00ad" if soft_hyphens else "\n"
    return "".join(c for c in composed if c in kept or unicodedata.category(c) not in _DROPPED)


def language_tag(code: str) -> str:
    """A language code as PDF wants it (BCP 47): de becomes de-DE; empty for what is no language tag."""
    return {"de": "de-DE", "en": "en-GB"}.get(code, code) if _LANGUAGE.fullmatch(code) else ""


def clean(text: str, limit: int = FIELD_LIMIT, mark: str = "…") -> str:
    """`text` made printable, without spaces around it, at most `limit` characters with `mark` for the rest.

    Soft hyphens stay: it is meant for paragraphs.
    """
    # Cut before looking at it, so that a megabyte costs no more than the limit.
    plain = printable(text[:limit], soft_hyphens=True).strip()
    return f"{plain} {mark}".lstrip() if len(text) > limit else plain


def paragraphs(text: str, mark: str = "…", limit: int = FIELD_LIMIT) -> tuple[str, ...]:
    """The cleaned text's lines that hold something, one paragraph each."""
    return tuple(line for line in map(str.strip, clean(text, limit, mark).split("\n")) if line)


def one_line(text: str, limit: int = 300) -> str:
    """The cleaned text with its line breaks turned into spaces."""
    return " ".join(clean(text, limit).replace(SOFT_HYPHEN, "").split())


def b(text: str, face: str = "IBMPlexSans-Medium") -> Run:
    """`text` set a weight stronger."""
    return Run(text, face=face)


def link(url: str, text: str = "", colour: str = "#0b4f6c", *, language: str = "") -> Run:
    """`text` (or the address) as a link, if the address is one a document may lead to; otherwise plain text.

    Only http, https, mailto and tel are taken: file: and javascript: addresses would be live in a reader.
    """
    address = "".join(clean(url, 2000).split())
    shown = text or re.sub(r"^(mailto:|tel:|https?://)", "", address)
    if not address.lower().startswith(LINK_SCHEMES):
        return Run(shown, language=language)
    return Run(shown, colour=colour, url=address, language=language)


@lru_cache(maxsize=4096)
def split_word(word: str) -> tuple[str, ...]:
    """`word` at the places where a line may end: after a hyphen or slash between letters."""
    if "-" not in word and "/" not in word:
        return (word,)
    return tuple(re.split(r"(?<=[^\W\d_]{2}[-/])(?=[^\W\d_])", word))
