"""Where the lines of a paragraph end: words move on whole or are hyphenated, also those set in several looks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from domain.documents.kit import fonts
from domain.documents.kit.flow import EPSILON
from domain.documents.kit.fonts import SOFT_HYPHEN
from domain.documents.kit.text import Run, split_word
from domain.documents.kit.theme import Style

_TOKENS = re.compile(r"\n| +|[^ \n]+")
_LONGEST = 200
"""Longer words are cut, so that the cost stays linear whatever is typed."""
_NARROWEST = 1.0
"""Points of a line in a column that has no room at all: one letter stands on it."""

Parts: TypeAlias = Sequence[tuple[str, Run]]
"""A word, or a stretch of one, as the looks it is set in."""


@dataclass(slots=True)
class Piece:
    """A stretch of one line in one look."""

    text: str
    run: Run
    width: float


@dataclass(slots=True)
class Line:
    """Pieces from left to right and their width together."""

    pieces: list[Piece]
    width: float


def broken(runs: Sequence[Run], style: Style, width: float, language: str) -> list[Line]:
    """The runs as lines no wider than `width` points; soft hyphens show only where a line ends at one."""
    breaker = _Breaker(style, width, language)
    for run in runs:
        breaker.add(run)
    return breaker.finished()


class _Breaker:
    """Fills lines greedily: words move on whole, are hyphenated where the style allows or nothing else helps.

    A word ends at a space, not at the end of a run: its beginning may be bold and its end may not.
    """

    def __init__(self, style: Style, width: float, language: str) -> None:
        self._style = style
        self._width = max(width, _NARROWEST)
        self._language = language
        self._lines: list[Line] = []
        self._line = Line([], 0)
        self._space: Run | None = None
        self._word: list[tuple[str, Run]] = []
        self._spaces: dict[str, float] = {}

    def add(self, run: Run) -> None:
        """Set the text of `run`; its last word waits for what the next run begins with."""
        stretches = _TOKENS.findall(run.text)
        last = len(stretches) - 1
        for at, stretch in enumerate(stretches):
            if stretch == "\n":
                self._end_word()
                self._end_line()
            elif stretch[0] == " ":
                self._end_word()
                self._space = run if self._line.pieces else None
            elif at == last or self._word:
                self._word.append((stretch, run))
            else:
                self._set_plain(stretch, run)

    def finished(self) -> list[Line]:
        """All lines."""
        self._end_word()
        self._end_line()
        return self._lines

    def _end_word(self) -> None:
        if self._word:
            word, self._word = self._word, []
            self._set(word)

    def _end_line(self) -> None:
        self._lines.append(self._line)
        self._line = Line([], 0)
        self._space = None

    def _set_plain(self, text: str, run: Run) -> None:
        """Place a word of one look: at once if it fits on the line, as most do."""
        width = fonts.face(run.face or self._style.face).width(text, self._style.size)
        gap = self._gap() if self._space else 0.0
        line = self._line
        if line.width + gap + width > self._width or SOFT_HYPHEN in text:
            self._set([(text, run)])
            return
        pieces = line.pieces
        if gap and self._space is run and pieces[-1].run is run:
            pieces[-1].text += " " + text
            pieces[-1].width += gap + width
            line.width += gap + width
            self._space = None
            return
        if gap:
            self._put_space(gap)
        self._put([(text, run)], width)

    def _set(self, parts: Parts) -> None:
        """Place a word, in the stretches between which a line may end without a hyphen."""
        text = _text(parts)
        marks: list[int] = []
        if SOFT_HYPHEN in text:
            pieces = text.split(SOFT_HYPHEN)
            marks = [sum(map(len, pieces[: at + 1])) for at in range(min(len(pieces) - 1, _LONGEST))]
            parts = [(part.replace(SOFT_HYPHEN, ""), run) for part, run in parts]
            text = "".join(pieces)
        start = 0
        for stretch in _stretches(text, is_whole=self._style.whole_words):
            end = start + len(stretch)
            inner, parts = _cut(parts, len(stretch))
            self._place(inner, stretch, [mark - start for mark in marks if start < mark < end])
            start = end

    def _place(self, parts: Parts, text: str, marks: list[int]) -> None:
        """Put a stretch on the line or the next; `marks` are where its writer put soft hyphens."""
        gap = self._gap() if self._space else 0.0
        width = self._wide(parts)
        if self._line.width + gap + width > self._width + EPSILON and self._line.pieces:
            if marks or self._style.hyphenate:
                parts, text, marks = self._hyphenated(parts, text, marks, gap)
            self._end_line()
            gap, width = 0.0, self._wide(parts)
        while width > self._width + EPSILON:
            before = len(text)
            parts, text, marks = self._hyphenated(parts, text, marks, 0)
            if len(text) == before:
                head, parts = _cut(parts, self._fitting(parts, before))
                self._put(head, self._wide(head))
                text, marks = _text(parts), []
            self._end_line()
            width = self._wide(parts)
        if gap:
            self._put_space(gap)
        self._put(parts, width)

    def _hyphenated(self, parts: Parts, text: str, marks: list[int], gap: float) -> tuple[Parts, str, list[int]]:
        """Put as much of the stretch on the line as fits with a hyphen; gives what is left of it, maybe all."""
        room = self._width - self._line.width - gap + EPSILON
        breaks: Sequence[int] = marks[::-1] or fonts.break_points(text, parts[0][1].language or self._language)
        for at in breaks:
            head, rest = _cut(parts, at)
            head = [*head[:-1], (head[-1][0] + SOFT_HYPHEN, head[-1][1])]
            width = self._wide(head)
            if width <= room:
                if gap:
                    self._put_space(gap)
                self._put(head, width)
                return rest, text[at:], [mark - at for mark in marks if mark > at]
        return parts, text, marks

    def _fitting(self, parts: Parts, length: int) -> int:
        """How many of the stretch's characters fit on an empty line, at least one."""
        low, high = 1, length
        while low < high:
            middle = (low + high + 1) // 2
            if self._wide(_cut(parts, middle)[0]) <= self._width:
                low = middle
            else:
                high = middle - 1
        return low

    def _wide(self, parts: Parts) -> float:
        style = self._style
        if len(parts) == 1:
            ((text, run),) = parts
            return fonts.face(run.face or style.face).width(text, style.size)
        return sum(fonts.face(run.face or style.face).width(text, style.size) for text, run in parts)

    def _gap(self) -> float:
        face = (self._space.face if self._space else None) or self._style.face
        if face not in self._spaces:
            self._spaces[face] = fonts.face(face).width(" ", self._style.size)
        return self._spaces[face]

    def _put_space(self, width: float) -> None:
        """The space before a word, in the look it was written in."""
        if self._space is not None:
            self._put([(" ", self._space)], width)

    def _put(self, parts: Parts, width: float) -> None:
        pieces = self._line.pieces
        for text, run in parts:
            own = width if len(parts) == 1 else self._wide([(text, run)])
            if pieces and pieces[-1].run is run:
                pieces[-1].text += text
                pieces[-1].width += own
            elif text:
                pieces.append(Piece(text, run, own))
        self._line.width += width
        self._space = None


def _text(parts: Parts) -> str:
    return parts[0][0] if len(parts) == 1 else "".join(text for text, _run in parts)


def _stretches(text: str, *, is_whole: bool) -> Iterator[str]:
    """The stretches of a word between which a line may end, none of them too long."""
    for stretch in (text,) if is_whole else split_word(text):
        if len(stretch) <= _LONGEST:
            yield stretch
        else:
            yield from (stretch[at : at + _LONGEST] for at in range(0, len(stretch), _LONGEST))


def _cut(parts: Parts, at: int) -> tuple[Parts, Parts]:
    """The first `at` characters of a word, and the rest."""
    if len(parts) == 1:
        ((text, run),) = parts
        return (parts, []) if at >= len(text) else ([(text[:at], run)], [(text[at:], run)])
    for number, (text, run) in enumerate(parts):
        if at < len(text):
            head = [*parts[:number], (text[:at], run)] if at else parts[:number]
            return head, [(text[at:], run), *parts[number + 1 :]]
        at -= len(text)
    return parts, []
