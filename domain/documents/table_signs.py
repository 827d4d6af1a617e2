"""Table signs: a sheet for each person or institution, folded in the middle so that both sides can be read."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from domain.documents import parts
from domain.documents.headless import headless
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block, Stack
from domain.documents.kit.leaves import Bar, Leaf, Placed, Room, Turned, full_page, shrunk
from domain.documents.kit.page import Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import LIGHT, MEDIUM, MM, SEMIBOLD, Style, Theme
from domain.i18n import Language
from domain.rows.guests import Guest
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.rules.typed_names import SAMPLES

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

_SIDE = 18 * MM
_FOOT_LINE = 14.0
_NAME_STEPS = ((64, 1), (54, 1), (46, 1), (46, 2), (38, 2), (32, 2), (26, 3), (20, 4))
_BELOW_STEPS = ((24, 1), (20, 1), (20, 2), (16, 2), (13, 3))


@dataclass(frozen=True, slots=True)
class TableSigns(EventInput):
    """Everything on the signs: the event as its guests see it, and who sits there.

    Without typed names the signs are for the speakers and institutions that guests may know of.
    """

    event: PublishedEvent
    office: OfficeSettings
    stand: datetime
    names: tuple[Guest, ...] = ()
    version: int | None = None
    has_changed: bool = False


def code(data: TableSigns) -> str:
    """The short code of signs made from this; it says nothing of typed names."""
    event = data.event
    return parts.code_of(event.title, parts.days_of(event), event.speakers, event.host, event.partners, event.office)


def paper(theme: Theme, _data: TableSigns) -> Theme:
    """The whole sheet."""
    return full_page(theme)


def sheet(data: TableSigns, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    name = _("Table signs: {title}").format(title=one_line(data.event.title, 160))
    return headless(
        name, _("Signs to fold in the middle and put on the tables"), story(data, language, theme), data, language
    )


def story(data: TableSigns, language: Language, theme: Theme) -> list[Block]:
    """A sheet for each sign."""
    people = data.names or of_event(data.event, language) or SAMPLES
    return [_leaf(data, guest, number == 0, language, theme) for number, guest in enumerate(people)]


def of_event(event: PublishedEvent, language: Language) -> tuple[Guest, ...]:
    """Signs for those at the event: speakers and moderators, then host, partners and office with what they are."""
    _ = language.gettext
    signs = [Guest(_(name)) for name in event.speakers if name.strip()]
    if event.host.strip():
        signs.append(Guest(event.host, _("Host")))
    signs += [Guest(name, _("Partner")) for name in event.partners if name.strip()]
    if event.office.strip():
        signs.append(Guest(event.office, _("Organiser")))
    seen: dict[str, Guest] = {}
    for sign in signs:
        seen.setdefault(one_line(sign.name), sign)
    return tuple(sign for name, sign in seen.items() if name)


def _leaf(data: TableSigns, guest: Guest, is_first: bool, language: Language, theme: Theme) -> Leaf:  # noqa: FBT001 - private
    half, width = theme.page_height / 2, theme.page_width - 2 * _SIDE
    name, foot = _name(guest, width, half, language, theme), _foot(data, width, language, theme, is_first=is_first)
    slack = (half - _FOOT_LINE - 12 * MM - name.height(width, language.code)) / 2
    foot_top = half - _FOOT_LINE - 11 * MM
    upper = Stack([name])
    bar = Bar(theme.palette.accent, 14 * MM, 0.9 * MM)
    turned = [
        Placed(Turned(upper), _SIDE, half - slack - name.height(width, language.code), width, is_repeat=True),
        Placed(Turned(Stack([foot])), _SIDE, half - foot_top - _FOOT_LINE, width, is_repeat=True),
        Placed(Turned(bar), _SIDE, half - foot_top + 2 * MM, width, is_repeat=True),
    ]
    right_way = [
        Placed(bar, _SIDE, half + foot_top - 3 * MM, width, is_repeat=True),
        Placed(foot, _SIDE, half + foot_top, width, is_repeat=not is_first),
        Placed(name, _SIDE, half + slack, width),
        Placed(_trace(data, language, theme), _SIDE, theme.page_height - 9 * MM, width, is_repeat=True),
    ]
    return Leaf(theme, [*turned, *right_way], lambda canvas: _fold(canvas, theme))


def _name(guest: Guest, width: float, half: float, language: Language, theme: Theme) -> Stack:
    """The name as large as it can be, and the institution below it."""
    palette = theme.palette
    room = half - 2 * 14 * MM - _FOOT_LINE
    below = one_line(guest.institution, 120)
    share = room * 0.68 if below else room
    shown = one_line(guest.name, 120) or "–"
    title = Style(SEMIBOLD, 64, 70, palette.ink, tag="H2", align="center")
    blocks: list[Block] = [shrunk(shown, title, _NAME_STEPS, Room(width, share, language.code))]
    if below:
        style = Style(LIGHT, 24, 30, palette.ink, align="center")
        found = shrunk(below, style, _BELOW_STEPS, Room(width, room - share - 4 * MM, language.code))
        found.before = 4 * MM
        blocks.append(found)
    return Stack(blocks)


def _foot(data: TableSigns, width: float, language: Language, theme: Theme, *, is_first: bool) -> Paragraph:
    """The event and its day; on the first sign it heads the document."""
    title = one_line(data.event.title, 75) or language.gettext("Table signs")
    told = " · ".join(part for part in (title, parts.days_of_words(data.event, language)) if part)
    style = Style(MEDIUM, 10, _FOOT_LINE, theme.palette.primary, tag="H1" if is_first else "P")
    return shrunk(told, style, ((10, 1), (8.5, 1)), Room(width, _FOOT_LINE, language.code))


def _trace(data: TableSigns, language: Language, theme: Theme) -> Paragraph:
    """From which plan the sign is, small at its lower edge."""
    return Paragraph(parts.trace(data.version, code(data), language), theme.caption)


def _fold(canvas: "TaggedCanvas", theme: Theme) -> None:
    """Where the sheet is folded: short dashes at both edges."""
    middle, ink = theme.page_height / 2, theme.palette.muted
    for start, end in ((4 * MM, 12 * MM), (theme.page_width - 12 * MM, theme.page_width - 4 * MM)):
        canvas.rule((start, middle), (end, middle), ink, 0.5, dash=2.2)
