"""The faces of a document: loaded on first use, measured, and told where words may break."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from domain import assets

if TYPE_CHECKING:
    from pyphen import Pyphen  # type: ignore[import-untyped] # ships no types
    from reportlab.pdfbase.ttfonts import TTFont

SOFT_HYPHEN = "\u00ad"
STAND_IN = "◊"
"""Shown for a character without a glyph: PDF/UA forbids the empty box (.notdef); all our faces have this one."""
COMMON = "äöüÄÖÜß–„“’·×…é\u00ad"
"""Put into every subset beside ASCII, so that equal subsets can be used again from document to document."""
MIN_HYPHENATED, MAX_HYPHENATED = 8, 60
"""Letters of a word that may be hyphenated; from five on, lines ended in "lie-"."""


@dataclass(frozen=True)
class Face:
    """A loaded face with the two questions layout asks: how wide, and is there a glyph."""

    font: "TTFont"
    glyphs: frozenset[int]

    def width(self, text: str, size: float) -> float:
        """The width of `text` at `size` points."""
        return float(self.font.stringWidth(text, size))

    def shown(self, text: str) -> str:
        """`text` with every character that has no glyph replaced by `STAND_IN`."""
        if text.isascii():
            return text
        glyphs = self.glyphs
        return "".join(c if ord(c) in glyphs or c == "\n" else STAND_IN for c in text)


@cache
def face(name: str) -> Face:
    """The face stored as `resources/fonts/{name}.ttf`, registered with ReportLab once per process.

    The faces draw nothing for a soft hyphen; here it gets the hyphen's glyph and width, so that a word broken at a
    line end shows a hyphen while readers and searches still find the whole word.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, str(assets.resource("fonts", f"{name}.ttf")), shapable=False)
    outline = font.face
    outline.charToGlyph[ord(SOFT_HYPHEN)] = outline.charToGlyph[ord("-")]
    outline.charWidths[ord(SOFT_HYPHEN)] = outline.charWidths[ord("-")]
    outline.makeSubset = _remembering(outline.makeSubset)  # type: ignore[method-assign, assignment] # same call, remembered
    pdfmetrics.registerFont(font)
    return Face(font, frozenset(outline.charToGlyph))


def _remembering(make_subset: Callable[[list[int]], bytes]) -> Callable[[list[int]], bytes]:
    """The same, remembering the last subsets: most documents need the same letters (see `COMMON`)."""
    remembered = lru_cache(maxsize=8)(lambda codes: make_subset(list(codes)))
    return lambda subset: remembered(tuple(subset))


@lru_cache(maxsize=20_000)
def break_points(word: str, language: str) -> tuple[int, ...]:
    """Where `word` may be hyphenated: indices into it, the last first; none for short words and anything not letters.

    Punctuation around the word does not count.
    """
    head = len(word) - len(word.lstrip("„“»(‚'\""))
    core = word.strip("„“”»«()‚‘'\".,;:!?…")
    dictionary = _dictionary(language)
    if dictionary is None or not MIN_HYPHENATED <= len(core) <= MAX_HYPHENATED or not core.isalpha():
        return ()
    return tuple(head + int(position) for position in reversed(dictionary.positions(core)))


@cache
def _dictionary(language: str) -> "Pyphen | None":
    from pyphen import LANGUAGES, Pyphen

    letters = language.split("-", maxsplit=1)[0].lower()
    tag = {"de": "de_DE", "en": "en_GB"}.get(letters, letters)
    return Pyphen(lang=tag, left=3, right=3) if tag in LANGUAGES else None
