"""Searching text as it stands on paper: without regard to case, accents, hyphens, and where lines end."""

import re
import unicodedata
from dataclasses import dataclass

_HYPHENS = frozenset("-\u2010\u2011\u00ad\ufffe\u0002\u200b\ufeff")
"""Signs that are not compared: PDFium tells hyphens at the end of a line, soft or real, by one of the last four."""

_SHORT = re.compile("([aou])e")
"""How umlauts are typed where the keyboard has none."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: from `start` to before `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A text for comparing, and for each of its characters the place in the text that it was made from."""

    text: str
    places: tuple[int, ...]
    plain: str

    def spans(self, wanted: str) -> tuple[Span, ...]:
        """Where the folded text `wanted` stands in the original, from its beginning to its end, never overlapping."""
        found: list[Span] = []
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            found.append(Span(self.places[at], self.places[at + len(wanted) - 1] + 1))
            at = self.text.find(wanted, at + len(wanted))
        return tuple(found)


def folded(text: str) -> Folded:
    """The text in small letters without accents and hyphens, with single spaces, and with broken words joined again."""
    signs: list[str] = []
    places: list[int] = []
    is_joined = False  # behind a hyphen, the end of a line is no space
    for place, sign in enumerate(text):
        if sign in _HYPHENS:
            is_joined = True
        elif sign.isspace():
            if not (is_joined and sign in "\r\n") and signs and signs[-1] != " ":
                signs.append(" ")
                places.append(place)
        else:
            is_joined = False
            letters = _letters(sign)
            signs.extend(letters)
            places.extend([place] * len(letters))
    return Folded("".join(signs), tuple(places), text)


def wanted_text(typed: str) -> str:
    """What was typed in the form of `folded`."""
    return folded(typed).text.strip()


def without_umlauts(wanted: str) -> str:
    """The folded text with ae, oe and ue read as umlauts: Koethen is Köthen."""
    return _SHORT.sub(r"\1", wanted)


def _letters(sign: str) -> str:
    if sign.isascii():
        return sign.lower()
    parts = unicodedata.normalize("NFKD", sign)
    return "".join(part for part in parts if not unicodedata.combining(part) and not part.isspace()).casefold()
