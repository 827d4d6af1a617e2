"""The concern card: somebody writes down a concern without a name, and keeps a stub with the card's number."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from domain.documents import parts
from domain.documents.headless import headless
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.leaves import Bar, Leaf, Placed, Room, WritingLines, filled, full_page, shrunk
from domain.documents.kit.page import Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import items
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import LIGHT, MEDIUM, MM, SEMIBOLD, Style, Theme
from domain.documents.label_grid import CARDS_A5
from domain.i18n import Language
from domain.labels import label
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.terms import ConcernCategory

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

CARDS = 40
"""Cards of one run: about as many as a dialogue with 60 to 80 guests needs."""
_CARD, _STUB = 142 * MM, 68 * MM
_PAD, _TOP, _FOOT = 10 * MM, 9 * MM, 8 * MM
_PITCHES = (10 * MM, 9.5 * MM, 9 * MM, 8.5 * MM, 8 * MM, 7.5 * MM, 7 * MM, 6.5 * MM)
"""How far apart lines to write on are, the most that there is room for."""


@dataclass(frozen=True, slots=True)
class ConcernCards(EventInput):
    """Everything on the cards: the event as its guests see it, and how many cards there are.

    Cards bear a running number of their own in an event, 01 to `count`. It is no number of a concern: those
    (A-2027-0012) are given one after the other as concerns are entered, whatever card they come from, and never twice.
    So that who wrote the card finds it again, the stub has a line on which the team writes the concern's number; event
    and card stand there already.
    """

    event: PublishedEvent
    office: OfficeSettings
    stand: datetime
    count: int = CARDS
    version: int | None = None
    has_changed: bool = False


def code(data: ConcernCards) -> str:
    """The short code of cards made from this; equal codes mean equal cards."""
    event = data.event
    return parts.code_of(event.number, event.title, parts.days_of(event), event.place.town, data.office)


def paper(theme: Theme, _data: ConcernCards) -> Theme:
    """The whole sheet."""
    return full_page(theme)


def sheet(data: ConcernCards, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    name = _("Concern cards: {title}").format(title=one_line(data.event.title, 160))
    return headless(
        name, _("Concerns of citizens, written down without names"), story(data, language, theme), data, language
    )


def story(data: ConcernCards, language: Language, theme: Theme) -> list[Block]:
    """Two cards on a sheet; all of the first is read out, of the others only the numbers."""
    grid, card = CARDS_A5, _Card(data, language, theme)
    leaves: list[Block] = []
    for first in range(0, data.count, grid.count):
        placed: list[Placed] = []
        for number, (x, top) in zip(range(first, min(first + grid.count, data.count)), grid.places, strict=False):
            placed += card.placed(number + 1, x, top)
        cards = min(grid.count, data.count - first)
        leaves.append(Leaf(theme, placed, partial(_marks, theme=theme, cards=cards)))
    return leaves


def _marks(canvas: "TaggedCanvas", theme: Theme, cards: int) -> None:
    """Where the sheet is cut, and the dashed line between card and stub."""
    grid = CARDS_A5
    grid.cut_marks(canvas, theme)
    for x, top in grid.places[:cards]:
        upper = theme.page_height - top - 4 * MM
        lower = theme.page_height - top - grid.height * MM + 4 * MM
        canvas.rule((x + _CARD, upper), (x + _CARD, lower), theme.palette.muted, 0.6, dash=3)


class _Card:
    """What is the same on every card, laid out once, and its number."""

    def __init__(self, data: ConcernCards, language: Language, theme: Theme) -> None:
        self._data, self._language, self._theme = data, language, theme
        self._width, self._stub_width = _CARD - 2 * _PAD, _STUB - 2 * 8 * MM
        self._height = CARDS_A5.height * MM
        self._card = filled(self._front, _PITCHES, self._height - _TOP - _FOOT, (self._width, language.code))
        self._stub, self._stub_foot = self._way(), self._reach()

    def placed(self, number: int, x: float, top: float) -> list[Placed]:
        """Card and stub of that number with the upper left corner there."""
        told = f"{number:02}"
        is_repeat = number > 1
        stub_x = x + _CARD + 8 * MM
        foot = self._stub_foot.height(self._stub_width, self._language.code)
        return [
            Placed(self._card, x + _PAD, top + _TOP, self._width, is_repeat=is_repeat),
            Placed(self._number(told, "right", spoken=is_repeat), x + _CARD - _PAD - 40 * MM, top + _TOP, 40 * MM),
            Placed(self._number(told, "left", spoken=False), stub_x, top + _TOP, self._stub_width, is_repeat=is_repeat),
            Placed(self._stub, stub_x, top + _TOP + 19 * MM, self._stub_width, is_repeat=is_repeat),
            Placed(self._stub_foot, stub_x, top + self._height - _FOOT - foot, self._stub_width, is_repeat=is_repeat),
        ]

    def _number(self, number: str, align: str, *, spoken: bool) -> Stack:
        """The card's number, big, with what it is; `spoken` reads it as one line."""
        palette, _ = self._theme.palette, self._language.gettext
        big = Style(LIGHT, 30, 32, palette.primary, align=align)
        small = Style(MEDIUM, 8.5, 11, palette.primary, align=align)
        head = Paragraph(_("Card") if align == "right" or spoken else _("Your card"), small)
        return Stack([head, Paragraph(number, big, head.tag)])

    def _event(self, width: float, most: int) -> Paragraph:
        """The event, its title no longer than so many characters, with day and number."""
        event = self._data.event
        facts = " · ".join(part for part in (parts.days_of_words(event, self._language), event.number) if part)
        told = "\n".join(part for part in (one_line(event.title, most), facts) if part)
        style = Style(MEDIUM, 8.5, 11.5, self._theme.palette.primary)
        found = shrunk(told, style, ((8.5, 3),), Room(width, 35, self._language.code))
        found.before, found.after = 1.6 * MM, 1.6 * MM
        return found

    def _front(self, pitch: float) -> Stack:
        """What is asked on the card, with lines so far apart."""
        _, theme, palette = self._language.gettext, self._theme, self._theme.palette
        title = Style(SEMIBOLD, 16, 20, palette.ink, tag="H1")
        asked = Style(MEDIUM, 10, 13.5, palette.ink, before=4.2 * MM)
        hint = replace(theme.second, after=0)
        head_width = self._width - 42 * MM
        head = Stack(
            [
                Bar(palette.accent, 14 * MM, 0.9 * MM),
                self._event(head_width, 90),
                Paragraph(_("Your concern"), title),
                Paragraph(_("Please without names, neither your own nor others’."), hint),
            ]
        )
        return Stack(
            [
                Row([head, Stack(())], (head_width, None)),
                Paragraph(_("What should change?"), asked),
                WritingLines(4, pitch, palette.muted),
                Paragraph(_("Where exactly?"), asked),
                WritingLines(1, pitch, palette.muted),
                Paragraph(_("What is it about?"), replace(asked, after=1.4 * MM)),
                self._categories(),
            ]
        )

    def _categories(self) -> Row:
        """All categories with boxes to tick, in three columns."""
        names = [label(category, self._language) for category in ConcernCategory]
        rows = -(-len(names) // 3)
        columns = [
            Stack([items(self._theme, names[at : at + rows], to_tick=True, is_small=True)])
            for at in range(0, len(names), rows)
        ]
        return Row(columns, (None,) * len(columns), 3 * MM)

    def _way(self) -> Stack:
        """What the stub tells who keeps it."""
        _, theme = self._language.gettext, self._theme
        section = replace(theme.section, size=11, leading=14, before=3.4 * MM, after=1 * MM)
        line = WritingLines(1, 7 * MM, theme.palette.muted)
        return Stack(
            [
                Stack([self._event(self._stub_width, 55)]),
                Paragraph(_("What happens with it"), section),
                Paragraph(_("We pass your concern on to the office that can do something about it."), theme.dense),
                Paragraph(
                    _("What came of it stands in the result sheet and is told at the next dialogue in your district."),
                    theme.dense,
                ),
                Paragraph(_("There it bears this number, which we note when you hand in the card:"), theme.dense),
                line,
            ]
        )

    def _reach(self) -> Stack:
        """Where the results appear and who answers questions."""
        _, theme, office = self._language.gettext, self._theme, self._data.office
        small = replace(theme.card, leading=11.5)
        lines = [
            one_line(office.website, 60),
            one_line(office.name, 90),
            one_line(office.phone, 40),
            one_line(office.email, 60),
            parts.trace(self._data.version, code(self._data), self._language),
        ]
        head = Paragraph(_("Results and questions"), replace(small, face=MEDIUM))
        return Stack([*([head] if any(lines[:-1]) else []), *(Paragraph(text, small) for text in lines if text)])
