"""The whole manual as one accessible document: contents, then a chapter after the other with its pictures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from domain.documents import ONE_AT_A_TIME
from domain.documents.kit.contents import PageBreak, contents, section_pages
from domain.documents.kit.flow import Block
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Masthead, Sheet, pages_of, produce
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.photo import Photo, photo_size
from domain.documents.kit.theme import MM, SEMIBOLD, Theme
from domain.documents.manual_text import LINK, Chapter, Picture, chapters
from domain.documents.markdown import parse
from domain.documents.markdown_blocks import TextLook, blocks_of, usual
from domain.i18n import Language

_QUALITY = 88
_HIGHEST = 80 * MM
"""No picture is higher, so that text and picture of a step stand on one page."""
_UNKNOWN = 10
"""Stands for a page until it is known; most have two figures."""
_TURNS = 4
"""Times that pages are counted anew at most, because their numbers take room themselves."""
_POINTS = 0.55
"""Points that a pixel takes at most: small dialogs are not blown up."""


@dataclass(frozen=True, slots=True)
class ManualSheet:
    """Which program the manual belongs to, and the moment it is printed."""

    version: str
    stand: datetime


def render(data: ManualSheet, language: Language, theme: Theme | None = None) -> bytes:
    """The manual in a language as the bytes of a tagged PDF (PDF/UA-1, PDF/A-2a); equal input gives equal bytes."""
    with ONE_AT_A_TIME:
        return produce(lambda look: sheet(data, language, look), theme or Theme())


def sheet(data: ManualSheet, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set: with the pages of its chapters, which are known once it was laid out."""
    made, pages = _sheet(data, language, theme, {}), dict[str, int]()
    for _turn in range(_TURNS):
        found = section_pages(pages_of(made, theme))
        if found == pages:
            break
        made, pages = _sheet(data, language, theme, found), found
    return made


def _sheet(data: ManualSheet, language: Language, theme: Theme, pages: dict[str, int]) -> Sheet:
    _ = language.gettext
    found = chapters(language.code)
    look = replace(_look(theme), targets=_targets(found, pages, language))
    body: list[Block] = [
        Paragraph(_("Contents"), replace(theme.section, tag="P")),
        contents([chapter.title for chapter in found], pages, theme, linked=True),
    ]
    for chapter in found:
        body += [PageBreak(), Paragraph(chapter.title, theme.section), *_chapter(chapter, look, theme)]
    return Sheet(
        about=About(
            title=_("Landauf: the manual"),
            subject=_("Tasks step by step, from the first tour to the annual report"),
            author="Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=_("Manual"),
            title="Landauf",
            lead=_("Tasks step by step, from the first tour to the annual report"),
        ),
        body=body,
        footer=_("Manual of Landauf {version}").format(version=data.version),
        page_label=lambda page, count: _("Page {page} of {pages}").format(page=page, pages=count),
    )


def _look(theme: Theme) -> TextLook:
    """Headings one level below those of a handout: the chapters themselves are the sections."""
    look = usual(theme, theme.body.size)
    return replace(
        look,
        section=replace(theme.subsection, tag="H3"),
        subsection=replace(look.body, face=SEMIBOLD, tag="H4"),
    )


def _targets(found: Sequence[Chapter], pages: dict[str, int], language: Language) -> dict[str, tuple[str, str]]:
    """Where links to chapters lead, with the page for those who hold paper in their hands."""
    page = language.gettext("(page {page})")
    return {
        f"{LINK}{chapter.id}": (chapter.title, f" {page.format(page=pages.get(chapter.title, _UNKNOWN))}")
        for chapter in found
    }


def _chapter(chapter: Chapter, look: TextLook, theme: Theme) -> list[Block]:
    found: list[Block] = []
    for part in chapter.parts:
        if isinstance(part, Picture):
            found.append(_photo(part.path, part.alt, theme))
        else:
            found += blocks_of(parse(part), look)
    return found


def _photo(path: Path, alt: str, theme: Theme) -> Photo:
    content = _as_jpeg(path)
    size = photo_size(content)
    if size is None:
        raise AssertionError(f"{path.name} gave no JPEG")
    return Photo(content, size, alt, min(_HIGHEST, size[1] * _POINTS), edge=theme.palette.hairline)


@lru_cache(maxsize=64)  # a document is laid out several times before it is drawn
def _as_jpeg(path: Path) -> bytes:
    """The picture as the kit takes photos."""
    from PIL import Image

    out = BytesIO()
    with Image.open(path) as picture:
        picture.convert("RGB").save(out, "JPEG", quality=_QUALITY, subsampling=0)
    return out.getvalue()
