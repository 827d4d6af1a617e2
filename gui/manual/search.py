"""Finding words in the manual: every chapter that has them all, with the place of the first."""

import re
from dataclasses import dataclass

from domain.documents.manual_text import Chapter

_BEFORE, _AFTER = 30, 60
"""Characters shown around the first word that was found."""


@dataclass(frozen=True, slots=True)
class Found:
    """A chapter that has all the words, and a line of it around the first."""

    chapter: Chapter
    line: str


def find(chapters: tuple[Chapter, ...], typed: str) -> list[Found]:
    """The chapters that hold every word typed, those with a word in the title first; all for an empty search."""
    words = typed.casefold().split()
    if not words:
        return [Found(chapter, "") for chapter in chapters]
    hits = [chapter for chapter in chapters if all(word in _folded(chapter) for word in words)]
    hits.sort(key=lambda chapter: not any(word in chapter.title.casefold() for word in words))
    return [Found(chapter, _around(chapter.text, words[0])) for chapter in hits]


def _folded(chapter: Chapter) -> str:
    return f"{chapter.title}\n{chapter.text}".casefold()


def _around(text: str, word: str) -> str:
    plain = " ".join(re.sub(r"\*\*|^#+ |^> |^- |\]\([^)]*\)|\[", "", text, flags=re.MULTILINE).split())
    at = plain.casefold().find(word)
    if at < 0:
        return ""
    start = plain.rfind(" ", 0, max(0, at - _BEFORE)) + 1
    end = plain.find(" ", at + _AFTER)
    return f"{'… ' if start else ''}{plain[start : end if end > 0 else None]}{' …' if end > 0 else ''}"
