"""Finding words in the manual: every section that has them all, with the place of the first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from domain.documents.manual_text import Chapter, Section, sections
from gui.preview.words import Folded, Span, folded, wanted_text, without_umlauts

_BEFORE, _AFTER = 10, 60
"""Characters shown around the first word that was found; few before it, because the list is narrow."""


@dataclass(frozen=True, slots=True)
class Found:
    """A section that has all the words, and a line of it around the first."""

    chapter: Chapter
    section: Section
    line: str


def words_of(typed: str) -> list[str]:
    """The words that were typed, as they are compared."""
    return wanted_text(typed).split()


def find(chapters: tuple[Chapter, ...], typed: str) -> list[Found]:
    """The sections that hold every word typed, those with a word in the title or heading first; none for no words.

    Where no single section has them all, a chapter that has is found with the section of the first word.
    """
    words = words_of(typed)
    if not words:
        return []
    hits = [(chapter, section) for chapter in chapters for section in _hits(chapter, words)]
    hits.sort(key=lambda hit: _rank(hit[0], hit[1], words))
    return [Found(chapter, section, _around(section.text, words)) for chapter, section in hits]


def places(text: str, words: Sequence[str]) -> list[Span]:
    """Where the words stand in a text, in its order."""
    return _places(folded(text), words)


def _places(text: Folded, words: Sequence[str]) -> list[Span]:
    found = [span for word in words for form in {word, without_umlauts(word)} for span in text.spans(form)]
    return sorted(found, key=lambda span: span.start)


def _has(text: Folded, word: str) -> bool:
    return word in text.text or without_umlauts(word) in text.text


def _hits(chapter: Chapter, words: list[str]) -> list[Section]:
    texts = {section: _searched(_head(chapter, section), section.text) for section in sections(chapter)}
    whole = [section for section, text in texts.items() if all(_has(text, word) for word in words)]
    if whole or not all(any(_has(text, word) for text in texts.values()) for word in words):
        return whole
    return [next(section for section, text in texts.items() if _has(text, words[0]))]


def _head(chapter: Chapter, section: Section) -> str:
    """The title belongs to what stands before the first heading."""
    return section.heading or chapter.title


@cache
def _searched(head: str, text: str) -> Folded:
    """What is searched; kept, because every letter typed asks for all of it again."""
    return folded(f"{head}\n{text}")


def _rank(chapter: Chapter, section: Section, words: list[str]) -> int:
    head = folded(_head(chapter, section))
    if not any(_has(head, word) for word in words):
        return 2
    return 1 if section.heading else 0


def _around(text: str, words: list[str]) -> str:
    found = places(text, words)
    at = found[0].start if found else 0
    start = text.rfind(" ", 0, max(0, at - _BEFORE)) + 1
    end = text.find(" ", at + _AFTER)
    return f"{'… ' if start else ''}{text[start : end if end > 0 else None]}{' …' if end > 0 else ''}"
