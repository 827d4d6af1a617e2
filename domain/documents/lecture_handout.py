"""The handout of a lecture (Handout zum Vortrag): what it was about, the text of an edition, room for notes, help."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from domain.documents import handout_parts, parts
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block, Frame, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Sheet, pages_of
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import facts
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Theme
from domain.documents.markdown_blocks import easy
from domain.i18n import Language
from domain.overriding import override
from domain.rows.handouts import SIMPLE, PublishedHandout
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.terms import Audience

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

_LABELS = 24 * MM
_FEWEST, _MOST = 4, 24
"""Lines for notes."""

_GAP = 8 * MM


@dataclass(frozen=True, slots=True)
class LectureHandout(EventInput):
    """Everything on it; `event` is what the public or partners may see."""

    event: PublishedEvent
    edition: PublishedHandout
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False

    def __post_init__(self) -> None:
        if self.event.audience is Audience.internal or self.event.internal is not None:
            raise ValueError("the handout of a lecture is made from what outsiders may see")


def code(data: LectureHandout) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.event, data.edition, data.office)


def paper(theme: Theme, data: LectureHandout) -> Theme:
    """The sheet it is set on."""
    return handout_parts.paper(theme, data.edition)


def sheet(data: LectureHandout, language: Language, theme: Theme) -> Sheet:  # noqa: ARG001 - a handout has its own language
    """The document ready to be set, with as many lines for notes as its last page has room for."""

    def made(size: float) -> Sheet:
        return _sheet(data, theme, size, _FEWEST)

    found = handout_parts.in_best_size(data.edition, made, theme)
    pages = pages_of(found, theme)
    below = found.foot.height(theme.width, found.about.letters) if found.foot else 0.0
    lines = _FEWEST
    while lines < _MOST and pages[-1].has_room_for(below + (lines + 1 - _FEWEST) * _GAP):
        lines += 1
    filled = replace(found, body=_with_lines(found.body, lines, theme))
    return filled if len(pages_of(filled, theme)) == len(pages) else found


def _with_lines(body: Sequence[Block], lines: int, theme: Theme) -> list[Block]:
    return [*body[:-1], Lines(lines, theme)]


def _sheet(data: LectureHandout, theme: Theme, size: float, lines: int) -> Sheet:
    edition, words = data.edition, handout_parts.words_of(data.edition)
    _ = words.gettext
    return Sheet(
        about=About(
            title=_("{title}: handout of the lecture").format(title=handout_parts.title_of(edition, 140)),
            subject=", ".join(part for part in (one_line(data.event.title), parts.when(data.event, words)) if part),
            author=data.office.name or "Landauf",
            language=handout_parts.tag_of(edition),
            created=data.stand,
        ),
        masthead=handout_parts.head(edition, _("Handout of the lecture")),
        body=[*story(data, words, theme, size), *_notes(data, words, theme, lines)],
        footer=parts.footer(data.stand, data.version, code(data), words, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=handout_parts.foot(edition, data.office, theme, title=_("Where to get help")),
    )


def story(data: LectureHandout, words: Language, theme: Theme, size: float) -> list[Block]:
    """What the lecture was, and the text."""
    head = handout_parts.easy_head(data.edition, theme) if data.edition.language == SIMPLE else []
    return [*head, *_about(data, words, theme), *handout_parts.text(data.edition, theme, size)]


def _about(data: LectureHandout, words: Language, theme: Theme) -> list[Block]:
    """The event in a few lines, in a box."""
    _ = words.gettext
    event = data.event
    place = ", ".join(parts.place_lines(event.place)) or one_line(event.place.online_url)
    speakers = words.listing([_(name) for name in event.speakers])  # a confidential name arrives as a message
    rows = [
        (_("Lecture"), one_line(event.title, 180)),
        (_("When"), parts.when(event, words)),
        (_("Where"), one_line(place, 240)),
        (_("Speaking"), one_line(speakers, 240)),
    ]
    told = [(name, value) for name, value in rows if value]
    if data.edition.language == SIMPLE:
        line = replace(easy(theme).body, after=2)
        content: list[Block] = [Paragraph(f"{name}: {value}", line) for name, value in told]
    else:
        content = [facts(theme, told, _LABELS)]
    box = Stack(content, Frame(5 * MM, 3 * MM, 5 * MM, 3 * MM, theme.palette.paper, radius=2 * MM))
    box.after = 6 * MM
    return [box]


def _notes(data: LectureHandout, words: Language, theme: Theme, lines: int) -> list[Block]:
    heading = easy(theme).section if data.edition.language == SIMPLE else theme.section
    return [Paragraph(words.gettext("Your notes"), heading), Lines(lines, theme)]


class Lines(Block):
    """Empty lines to write on, decoration for those who listen."""

    def __init__(self, count: int, theme: Theme) -> None:
        self._count = count
        self._theme = theme

    @override
    def height(self, width: float, language: str) -> float:
        return self._count * _GAP

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        canvas.artifact()
        for number in range(1, self._count + 1):
            y = top - number * _GAP
            canvas.rule((x, y), (x + width, y), self._theme.palette.muted, 0.4)
