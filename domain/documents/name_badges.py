"""Name badges on sheets of labels, from names that are typed and kept nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.documents import parts
from domain.documents.edge_lines import edge_lines
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block, Frame, Stack, Tag
from domain.documents.kit.heads import Bare
from domain.documents.kit.leaves import Bar, Leaf, Placed, Room, full_page, shrunk
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Sheet
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MEDIUM, MM, REGULAR, SEMIBOLD, Style, Theme
from domain.documents.label_grid import BADGES_90X54, LabelGrid
from domain.i18n import Language
from domain.rows.guests import Guest
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.rules.typed_names import SAMPLES

_PAD, _SMALL, _BELOW = 6.5 * MM, 12.0, 1 * MM
_NAME_STEPS = ((26, 1), (22, 1), (19, 1), (18, 2), (15, 2), (12, 3), (10, 4))
_INSTITUTION_STEPS = ((11, 1), (11, 2), (9, 2), (8.5, 3))
_ONE_LINE = ((8.5, 1),)


@dataclass(frozen=True, slots=True)
class NameBadges(EventInput):
    """Everything on the badges: the event as its guests see it, and the people; without them samples stand there."""

    event: PublishedEvent
    office: OfficeSettings
    stand: datetime
    names: tuple[Guest, ...] = ()
    grid: LabelGrid = BADGES_90X54
    version: int | None = None
    has_changed: bool = False


def code(data: NameBadges) -> str:
    """The short code of badges made from this; it says nothing of the names."""
    return parts.code_of(data.event.title, parts.days_of(data.event), data.grid)


def paper(theme: Theme, _data: NameBadges) -> Theme:
    """The whole sheet."""
    return full_page(theme)


def sheet(data: NameBadges, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    title = one_line(data.event.title, 160)
    name = _("Name badges: {title}").format(title=title)
    return Sheet(
        about=About(
            title=name,
            subject=_("Name badges to cut out or on label sheets"),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Bare(name),
        body=story(data, language, theme),
        footer="",
        page_label=lambda _page, _pages: "",
    )


def story(data: NameBadges, language: Language, theme: Theme) -> list[Block]:
    """One page for each sheet of labels."""
    _ = language.gettext
    grid, people = data.grid, data.names or _samples(data.grid.count)
    each = _Badge(data, language, theme)
    foot = parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed)
    title = _("Name badges: {title}").format(title=one_line(data.event.title, 160))
    pages = -(-len(people) // grid.count)
    whole, leaves = Tag("L", "/O/List/ListNumbering/None"), list[Block]()
    for number in range(pages):
        label = _("Page {page} of {pages}").format(page=number + 1, pages=pages)
        inset = max(grid.left, 12) * MM
        edges = edge_lines(theme, title, foot, label, inset=inset, is_first=number == 0)
        shown = people[number * grid.count : (number + 1) * grid.count]
        placed = list(zip(shown, grid.places, strict=False))
        repeats = [part for _guest, (x, top) in placed for part in each.frame(x, top)]
        listed = [each.person(guest, x, top) for guest, (x, top) in placed]
        leaves.append(
            Leaf(theme, [*edges, *repeats], lambda canvas: grid.cut_marks(canvas, theme), listed=listed, tag=whole)
        )
    return leaves


def _samples(count: int) -> Sequence[Guest]:
    return [SAMPLES[number % len(SAMPLES)] for number in range(count)]


class _Badge:
    """What is the same on every badge, laid out once, and the person on it."""

    def __init__(self, data: NameBadges, language: Language, theme: Theme) -> None:
        palette, grid = theme.palette, data.grid
        self._letters = language.code
        self._width = grid.width * MM - 2 * _PAD
        self._height = grid.height * MM
        self._bar = Bar(palette.accent, 10 * MM, 0.8 * MM)
        line = Room(self._width, _SMALL, self._letters)
        event = Style(MEDIUM, 8.5, _SMALL, palette.primary)
        self._title = shrunk(one_line(data.event.title, 160), event, _ONE_LINE, line)
        where = ", ".join(part for part in (parts.days_of_words(data.event, language), _town(data.event)) if part)
        self._when = shrunk(where, Style(REGULAR, 8.5, _SMALL, palette.muted), _ONE_LINE, line)
        self._name = Style(SEMIBOLD, 26, 30, palette.ink)
        self._institution = Style(REGULAR, 11, 14, palette.ink)

    def frame(self, x: float, top: float) -> list[Placed]:
        """Event and day around the name: said in the heading already, so not read out again."""
        left = x + _PAD
        return [
            Placed(self._bar, left, top + _PAD, self._width, is_repeat=True),
            Placed(self._title, left, top + _PAD + 1.9 * MM, self._width, is_repeat=True),
            Placed(self._when, left, top + self._height - _PAD - _SMALL + 2, self._width, is_repeat=True),
        ]

    def person(self, guest: Guest, x: float, top: float) -> Placed:
        """Name and institution in the middle of the badge, as one item of the list."""
        upper = _PAD + 1.9 * MM + _SMALL + 1 * MM
        room = self._height - upper - _PAD - _SMALL
        parted = one_line(guest.institution, 120)
        share = room * 0.64 if parted else room
        name = one_line(guest.name, 120) or "–"
        blocks: list[Block] = [shrunk(name, self._name, _NAME_STEPS, Room(self._width, share, self._letters))]
        if parted:
            rest = Room(self._width, room - share - _BELOW, self._letters)
            institution = shrunk(parted, self._institution, _INSTITUTION_STEPS, rest)
            institution.before = _BELOW
            blocks.append(institution)
        body = Stack(blocks, Frame(), Tag("LBody"))
        item = Stack([body], Frame(), Tag("LI"))
        slack = max(0, room - item.height(self._width, self._letters)) / 2
        return Placed(item, x + _PAD, top + upper + slack, self._width)


def _town(event: PublishedEvent) -> str:
    return one_line(event.place.town, 60)
