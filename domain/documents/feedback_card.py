"""The feedback card: the mood question in five steps and two open questions, nothing about the person."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from domain.documents import parts
from domain.documents.headless import headless
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block, Frame, Row, Stack, Tag
from domain.documents.kit.leaves import Bar, Leaf, Placed, Room, WritingLines, filled, full_page, shrunk
from domain.documents.kit.page import Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MEDIUM, MM, REGULAR, SEMIBOLD, Style, Theme
from domain.documents.label_grid import CARDS_A6, LabelGrid
from domain.i18n import N_, Language
from domain.overriding import override
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

STEPS = (N_("very unsafe"), N_("rather unsafe"), N_("partly"), N_("rather safe"), N_("very safe"))
"""The answers to the mood question in the order in which they are counted."""
_LIST = "/O/List/ListNumbering/None"
_PAD_X, _PAD_TOP = 10 * MM, 10 * MM
_PITCHES = (12 * MM, 11 * MM, 10 * MM, 9 * MM, 8 * MM, 7.5 * MM, 7 * MM)
"""How far apart lines to write on are, the most that there is room for."""


@dataclass(frozen=True, slots=True)
class FeedbackCard(EventInput):
    """Everything on the card: the event as its guests see it; `grid` says how many cards are on a sheet."""

    event: PublishedEvent
    office: OfficeSettings
    stand: datetime
    grid: LabelGrid = CARDS_A6
    version: int | None = None
    has_changed: bool = False


def code(data: FeedbackCard) -> str:
    """The short code of a card made from this; equal codes mean equal cards."""
    return parts.code_of(data.event.title, parts.days_of(data.event), data.event.place.town, data.office, data.grid)


def paper(theme: Theme, _data: FeedbackCard) -> Theme:
    """The whole sheet."""
    return full_page(theme)


def sheet(data: FeedbackCard, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    name = _("Feedback card: {title}").format(title=one_line(data.event.title, 160))
    return headless(
        name, _("How people feel, asked at an event without names"), story(data, language, theme), data, language
    )


def story(data: FeedbackCard, language: Language, theme: Theme) -> list[Block]:
    """One sheet of equal cards, of which one is read out."""
    grid = data.grid
    width, height = grid.width * MM - 2 * _PAD_X, grid.height * MM
    lower = _lower(data, language, theme)
    foot = height - 8 * MM - lower.height(width, language.code)
    upper = filled(
        lambda pitch: _upper(data, pitch, language, theme), _PITCHES, foot - 5 * MM - _PAD_TOP, (width, language.code)
    )
    placed = []
    for number, (x, top) in enumerate(grid.places):
        for block, at in ((upper, _PAD_TOP), (lower, foot)):
            placed.append(Placed(block, x + _PAD_X, top + at, width, is_repeat=number > 0))
    return [Leaf(theme, placed, lambda canvas: grid.cut_marks(canvas, theme))]


def _upper(data: FeedbackCard, pitch: float, language: Language, theme: Theme) -> Stack:
    """The event, the mood question, and what people may write."""
    _, palette = language.gettext, theme.palette
    is_wide = data.grid.width > data.grid.height
    width = data.grid.width * MM - 2 * _PAD_X
    told = " · ".join(
        part for part in (one_line(data.event.title, 80), parts.days_of_words(data.event, language)) if part
    )
    small = Style(MEDIUM, 8.5, 11.5, palette.primary)
    event = shrunk(told, small, ((8.5, 2),), Room(width, 23, language.code))
    event.before, event.after = 1.6 * MM, 2 * MM
    question = Style(SEMIBOLD, 15, 18.5, palette.ink, after=3.6 * MM, tag="H1")
    asked = Style(MEDIUM, 10, 13.5, palette.ink, before=4.6 * MM)
    goods: list[Block] = [
        Paragraph(_("What was good today?"), asked),
        WritingLines(5 if is_wide else 2, pitch, palette.muted),
    ]
    wishes: list[Block] = [
        Paragraph(_("What would make you feel safer here?"), asked),
        WritingLines(5 if is_wide else 3, pitch, palette.muted),
    ]
    open_questions: list[Block] = (
        [Row([Stack(goods), Stack(wishes)], (None, None), 10 * MM)] if is_wide else [*goods, *wishes]
    )
    return Stack(
        [
            Bar(palette.accent, 14 * MM, 0.9 * MM),
            event,
            Paragraph(_("How safe do you feel here?"), question),
            _steps(language, theme),
            *open_questions,
        ]
    )


def _steps(language: Language, theme: Theme) -> Row:
    """Five circles with their words below, to be crossed: an ordinary list for those who listen."""
    style = Style(REGULAR, 8.5, 10.5, theme.palette.ink, align="center")
    answers = [
        Stack(
            [Stack([_Circle(theme.palette.primary), Paragraph(language.gettext(step), style)], Frame(), Tag("LBody"))],
            Frame(),
            Tag("LI"),
        )
        for step in STEPS
    ]
    return Row(answers, (None,) * len(answers), 1.5 * MM, Tag("L", _LIST))


def _lower(data: FeedbackCard, language: Language, theme: Theme) -> Stack:
    """What happens with the card, who asks, and the code of the sheet."""
    _ = language.gettext
    office = one_line(data.office.name, 90)
    who = " · ".join(part for part in (office, parts.trace(data.version, code(data), language)) if part)
    small = replace(theme.card, leading=11.5)
    told = _("Please write no names, neither your own nor others’. The cards are evaluated without names.")
    return Stack([Paragraph(told, small), Paragraph(who, replace(theme.second, before=1 * MM, leading=11.5))])


class _Circle(Block):
    """An empty circle to cross, in the middle of its column, drawn as decoration."""

    _RADIUS = 3.6 * MM

    def __init__(self, colour: str) -> None:
        self._colour = colour

    @override
    def height(self, width: float, language: str) -> float:
        return 2 * self._RADIUS + 1.6 * MM

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        canvas.artifact()
        canvas.circle_at(x + width / 2, top - self._RADIUS, self._RADIUS, stroke=self._colour, width=1)
