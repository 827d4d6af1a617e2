"""The chapters of the manual, read from `resources/manual` in the language of the window."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from domain import assets
from domain.i18n import DEFAULT

LINK = "chapter:"
"""How the address of a link begins that leads to another chapter."""

_PICTURE = re.compile(r"!\[(?P<alt>[^\]]+)\]\(picture:(?P<name>[a-z0-9-]+)\)")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the window: where it lies, and what it shows for those who cannot see it."""

    path: Path
    alt: str


Part: TypeAlias = str | Picture
"""A stretch of text in the Markdown of handouts, or a picture between two."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One task: its title, the pages and dialogs of the window on which it helps, and what it says."""

    id: str
    title: str
    pages: frozenset[str]
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """All that can be read, without the pictures."""
        return "\n\n".join(part for part in self.parts if isinstance(part, str))


@cache
def chapters(language: str, folder: Path | None = None) -> tuple[Chapter, ...]:
    """All chapters in their order; a language without a manual gets the German one.

    `folder` is another place than `resources/manual`, with `chapters.csv` and a folder for each language.
    """
    root = folder or assets.resource("manual")
    code = language if (root / language).is_dir() else DEFAULT
    with (root / "chapters.csv").open(encoding="utf-8", newline="") as table:
        return tuple(_chapter(root, code, row["id"], row["pages"]) for row in csv.DictReader(table))


def chapter_for(*names: str) -> str:
    """The chapter that helps with the first of the pages or dialogs that has one; the first chapter if none has."""
    known = chapters(DEFAULT)
    found = (chapter.id for name in names for chapter in known if name in chapter.pages)
    return next(found, known[0].id)


def _chapter(root: Path, code: str, name: str, pages: str) -> Chapter:
    head, _newline, body = (root / code / f"{name}.md").read_text(encoding="utf-8").partition("\n")
    return Chapter(name, head.removeprefix("# ").strip(), frozenset(pages.split()), tuple(_parts(root, code, body)))


def _parts(root: Path, code: str, body: str) -> list[Part]:
    parts: list[Part] = []
    lines: list[str] = []
    for line in body.splitlines():
        found = _PICTURE.fullmatch(line.strip())
        if found is None:
            lines.append(line)
            continue
        parts += [_joined(lines), Picture(root / "pictures" / code / f"{found['name']}.png", found["alt"])]
        lines = []
    return [part for part in (*parts, _joined(lines)) if part]


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip()
