"""The packing list of a tour day as a sheet of its own, to tick off beside the vehicle; internal by nature."""

from dataclasses import dataclass
from datetime import datetime

from domain.documents import parts
from domain.documents.inputs import TourDayInput
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, table
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Theme
from domain.documents.packing import pack_sections
from domain.i18n import Language
from domain.rows.packing import PackingList
from domain.rows.settings import OfficeSettings
from domain.rows.tours import TourDayRow


@dataclass(frozen=True, slots=True)
class PackingSheet(TourDayInput):
    """Everything on a packing list: the tour's title, the day with its stops, and what they need."""

    title: str
    day: TourDayRow
    packing: PackingList
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False


def code(data: PackingSheet) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.title, data.day, data.packing, data.office)


def sheet(data: PackingSheet, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    day = language.long_day(data.day.day)
    return Sheet(
        about=About(
            title=_("Packing list {title}").format(title=f"{one_line(data.title, 120)}, {language.day(data.day.day)}"),
            subject=_("What the stops of {day} need").format(day=day),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=" · ".join(part for part in (_("Packing list"), one_line(data.day.vehicle, 60)) if part),
            title=data.title,
            lead=_lead(data, language, day),
            figures=_figures(data, language),
            mark=_("Internal only"),
        ),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=parts.office_card(_("Coordination"), data.office, [], theme, language),
    )


def _lead(data: PackingSheet, language: Language, day: str) -> str:
    if data.day.leaves_at is None:
        return day
    pattern = language.gettext("{day}, departure {time} from {depot}")
    start = data.day.start or data.day.depot
    return pattern.format(day=day, time=language.clock(data.day.leaves_at), depot=one_line(start, 80))


def _figures(data: PackingSheet, language: Language) -> tuple[KeyFigure, ...]:
    still_open = sum(1 for item in data.packing.items if item.is_open)
    count = len(data.packing.items)
    return (
        KeyFigure(str(count), (language.ngettext("thing to tick", "things to tick", count),)),
        KeyFigure(str(still_open), (language.gettext("to load or settle"),)),
    )


def story(data: PackingSheet, language: Language, theme: Theme) -> list[Block]:
    """The groups in two columns, then the stops that the numbers stand for."""
    _ = language.gettext
    sections = pack_sections(data.packing, language, theme)
    blocks: list[Block] = []
    if sections:
        left, right = sections[0::2], sections[1::2]
        columns = [Stack([block for section in side for block in section]) for side in (left, right)]
        blocks.append(Row(columns, (None, None), 9 * MM))
    else:
        blocks.append(Paragraph(_("The stops of this day need nothing that is on record."), theme.plain))
    rows: list[tuple[Cell, ...]] = [
        (
            str(number),
            parts.clock_span(stop.event.starts_at, stop.event.ends_at, language) or _("no time yet"),
            one_line(stop.event.title, 160),
            one_line(stop.event.place or stop.event.town, 160),
        )
        for number, stop in enumerate(data.day.stops, 1)
    ]
    heads = (_("Number"), _("Time"), _("Stop"), _("Location"))
    if rows:
        blocks += parts.section(
            _("The stops of the day"), theme, [table(theme, (17 * MM, 26 * MM, None, 52 * MM), heads, rows)]
        )
    return blocks
