"""The flyer (A5) that announces an event: what it is about, when, where, and codes to take along."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.documents import announcement, parts
from domain.documents.agenda import agenda
from domain.documents.announcement import Announcement, Scale
from domain.documents.kit.flow import Block, Stack
from domain.documents.kit.page import Sheet
from domain.documents.kit.placard import Placard, shortened
from domain.documents.kit.text import paragraphs
from domain.documents.kit.theme import LIGHT, MM, Style, Theme, sized
from domain.i18n import Language
from domain.terms import PaperSize

MADE_FROM = Announcement

_SCALE = Scale(
    title=(32, 29, 26, 23, 20, 17, 15, 13.5),
    title_lines=7,
    eyebrow=9.5,
    lead=11,
    day=(30, 27, 24, 21),
    time=14,
    place=(15, 13.5, 12),
    street=10.5,
    small=8.5,
    code=26 * MM,
    padding=8 * MM,
    gap=6 * MM,
    heading=0.64,
)
_LEAST_PANEL = 54 * MM
_LINES = (14, 9, 6, 3)
"""How many lines of text are tried, the most first."""


def paper(theme: Theme, _data: Announcement) -> Theme:
    """A5 with margins that every printer keeps."""
    return replace(sized(theme, PaperSize.a5), margin=9 * MM, bottom=17 * MM)


def code(data: Announcement) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return announcement.code(data)


def sheet(data: Announcement, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    head = announcement.date_and_place(data, _SCALE, language, theme)
    panel = announcement.panel(data, (), _SCALE, language, theme)
    foot = announcement.foot(data, _SCALE, language, theme)
    high = theme.page_height - theme.margin - theme.bottom
    tried = [Placard(panel, Stack([head, *text]), foot, high, _SCALE.gap) for text in _texts(data, language, theme)]
    found = next((each for each in tried if each.has_room(theme, language.code, _LEAST_PANEL)), tried[-1])
    return announcement.sheet(data, language.gettext("Flyer"), found, language)


def _texts(data: Announcement, language: Language, theme: Theme) -> Iterator[Sequence[Block]]:
    """What stands below date and place, from all that is known to nothing."""
    programme = parts.section(language.gettext("Programme"), theme, agenda(data.event.agenda, language, theme))
    for lines in _LINES:
        if programme:
            yield [*_text(data, lines, language, theme), *programme]
        if lines > _LINES[-1]:
            yield _text(data, lines, language, theme)
    yield _text(data, _LINES[-1], language, theme)
    yield []


def _text(data: Announcement, lines: int, language: Language, theme: Theme) -> list[Block]:
    """The public text in so many lines, its first paragraph a size larger."""
    blocks: list[Block] = []
    lead = Style(LIGHT, 11, 15, theme.palette.ink, before=5 * MM, after=2 * MM)
    for part in paragraphs(data.event.text, language.gettext("[shortened]"), 3000):
        style = replace(theme.body, hyphenate=True) if blocks else lead
        if lines <= 1:
            break
        block = shortened(part, style, theme.width, lines, language.code)
        lines -= len(block.lines(theme.width, language.code))
        blocks.append(block)
    return blocks
