"""The poster (A3 or A4) that announces an event: title, date and place to be read from three metres."""

from collections.abc import Iterator
from dataclasses import replace

from domain.documents import announcement
from domain.documents.announcement import Announcement, Scale
from domain.documents.kit.page import Sheet
from domain.documents.kit.placard import Placard
from domain.documents.kit.theme import MM, Theme, sized
from domain.i18n import Language
from domain.terms import PaperSize

MADE_FROM = Announcement

_A3 = 297 * MM
_MARGIN = 15 * MM
_LEAST_MAP = 66 * MM
"""On A3; a title is set smaller rather than the map."""


def paper(theme: Theme, data: Announcement) -> Theme:
    """A3, or the sheet that was chosen, with margins that every printer keeps."""
    sheet_theme = sized(theme, data.size or PaperSize.a3)
    margin = max(11 * MM, _MARGIN * sheet_theme.page_width / _A3)
    return replace(sheet_theme, margin=margin, bottom=18 * MM)


def code(data: Announcement) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return announcement.code(data)


def sheet(data: Announcement, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    wanted = _LEAST_MAP * theme.page_width / _A3
    tried = list[Placard]()
    for placard in _tried(data, language, theme):
        if placard.picture_height(theme, language.code) >= wanted:
            return announcement.sheet(data, language.gettext("Poster"), placard, language)
        tried.append(placard)
    found = next((each for each in tried if each.has_room(theme, language.code)), tried[-1])
    return announcement.sheet(data, language.gettext("Poster"), found, language)


def _tried(data: Announcement, language: Language, theme: Theme) -> Iterator[Placard]:
    """With the opening of the text, then without it; each from the largest title to the smallest."""
    scale = _scale(theme)
    middle = announcement.date_and_place(data, scale, language, theme)
    foot = announcement.foot(data, scale, language, theme)
    high = theme.page_height - theme.margin - theme.bottom
    text = announcement.opening(data, language)
    for told in ([text], []) if text else ([],):
        for start in range(len(scale.title)):
            from_here = replace(scale, title=scale.title[start:])
            panel = announcement.panel(data, told, from_here, language, theme)
            yield Placard(panel, middle, foot, high, scale.gap)


def _scale(theme: Theme) -> Scale:
    """Sizes as on A3, smaller on smaller sheets in proportion."""
    u = theme.page_width / _A3
    return Scale(
        title=tuple(size * u for size in (104, 92, 80, 70, 60, 52, 45, 39)),
        title_lines=6,
        eyebrow=24 * u,
        lead=max(13, 23 * u),
        day=tuple(size * u for size in (84, 76, 68, 60, 54, 48, 43, 38)),
        time=42 * u,
        place=tuple(size * u for size in (44, 40, 36)),
        street=32 * u,
        small=max(9.5, 14 * u),
        code=max(30 * MM, 40 * MM * u),
        padding=17 * MM * u,
        gap=13 * MM * u,
    )
