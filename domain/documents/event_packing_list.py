"""The packing list of a single event, to tick off while loading; internal by nature."""

from dataclasses import dataclass
from datetime import datetime

from domain.documents import parts
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Theme
from domain.documents.packing import pack_sections
from domain.i18n import Language
from domain.rows.packing import PackingList
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings


@dataclass(frozen=True, slots=True)
class EventPackingSheet(EventInput):
    """Everything on the list: the event as the house sees it, and what it needs."""

    event: PublishedEvent
    packing: PackingList
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False


def code(data: EventPackingSheet) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.event, data.packing, data.office)


def sheet(data: EventPackingSheet, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    title = one_line(data.event.title, 160)
    return Sheet(
        about=About(
            title=_("Packing list {title}").format(title=title),
            subject=_("What has to be taken along to an event"),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=" · ".join(part for part in (_("Packing list"), data.event.number) if part),
            title=title,
            lead=_lead(data, language),
            figures=_figures(data, language),
            mark=_("Internal only"),
        ),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=parts.office_card(_("Coordination"), data.office, [], theme, language),
    )


def _lead(data: EventPackingSheet, language: Language) -> str:
    """When and where, in one line."""
    place = parts.place_lines(data.event.place)
    return " · ".join(part for part in (parts.when(data.event, language), ", ".join(place)) if part)


def _figures(data: EventPackingSheet, language: Language) -> tuple[KeyFigure, ...]:
    still_open = sum(1 for item in data.packing.items if item.is_open)
    count = len(data.packing.items)
    return (
        KeyFigure(str(count), (language.ngettext("thing to tick", "things to tick", count),)),
        KeyFigure(str(still_open), (language.gettext("to load or settle"),)),
    )


def story(data: EventPackingSheet, language: Language, theme: Theme) -> list[Block]:
    """The groups in two columns."""
    sections = pack_sections(data.packing, language, theme, is_day=False)
    if not sections:
        words = language.gettext("This event needs nothing that is on record.")
        return [Paragraph(words, theme.plain)]
    left, right = sections[0::2], sections[1::2]
    columns = [Stack([block for section in side for block in section]) for side in (left, right)]
    return [Row(columns, (None, None), 9 * MM)]
