"""The attendance list of an event: lines to sign, with the day on which the paper is destroyed; internal by nature."""

from dataclasses import dataclass
from datetime import datetime

from domain.documents import parts
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block, Stack
from domain.documents.kit.heads import PlainHead
from domain.documents.kit.leaves import Space
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Sheet, pages_of
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, table
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.rules.attendance import deletion_day

LEAST_LINES, MOST_LINES = 20, 400
SPARE_LINES = 4
"""Lines at least on a list, at most, and those without an institution where many are invited."""
_HIGH = 6.2 * MM
"""What a line is high beside the air of its cells, to write in it by hand."""


@dataclass(frozen=True, slots=True)
class AttendanceList(EventInput):
    """Everything on the list: the event as the house sees it, and the institution of each line, the expected first."""

    event: PublishedEvent
    institutions: tuple[str, ...]
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False


def code(data: AttendanceList) -> str:
    """The short code of a list made from this; equal codes mean equal lists."""
    return parts.code_of(data.event.title, parts.days_of(data.event), data.event.place, data.institutions, data.office)


def sheet(data: AttendanceList, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set, with as many lines as fill its last page."""
    least = max(LEAST_LINES, min(len(data.institutions) + SPARE_LINES, MOST_LINES))
    pages = len(pages_of(_sheet(data, least, language, theme), theme))
    low, high = least, least + 40
    while low < high:
        middle = (low + high + 1) // 2
        if len(pages_of(_sheet(data, middle, language, theme), theme)) == pages:
            low = middle
        else:
            high = middle - 1
    return _sheet(data, low, language, theme)


def _sheet(data: AttendanceList, lines: int, language: Language, theme: Theme) -> Sheet:
    _ = language.gettext
    title = one_line(data.event.title, 160)
    place = ", ".join(one_line(part, 80) for part in (data.event.place.name, data.event.place.town) if part.strip())
    return Sheet(
        about=About(
            title=_("Attendance: {title}").format(title=title),
            subject=_("Who came to an event, signed by hand"),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=PlainHead(
            title=title or _("Attendance list"),
            eyebrow=" · ".join(part for part in (_("Attendance list"), data.event.number) if part),
            lead=" · ".join(part for part in (parts.when(data.event, language), place) if part),
            mark=_("Internal only"),
        ),
        body=story(data, lines, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
    )


def story(data: AttendanceList, lines: int, language: Language, theme: Theme) -> list[Block]:
    """What happens with the names, then the lines."""
    _ = language.gettext
    heads = (_("No."), _("Name"), _("Institution"), _("Signature"))
    rows: list[tuple[Cell, ...]] = []
    for number in range(lines):
        known = data.institutions[number] if number < len(data.institutions) else ""
        institution = one_line(known, 120)
        blocks: list[Block] = [Paragraph(institution, theme.plain)] if institution else []
        rows.append((str(number + 1), Space(_HIGH), Stack(blocks), ""))
    lead = Paragraph(_protection(data, language), theme.dense)
    lead.after = 4 * MM
    return [lead, table(theme, (9 * MM, None, 58 * MM, 44 * MM), heads, rows)]


def _protection(data: AttendanceList, language: Language) -> str:
    """Why names are asked for, and when they are destroyed."""
    _ = language.gettext
    office = one_line(data.office.name, 120)
    days = parts.days_of(data.event)
    until = (
        _("This list is destroyed on {day}; only the number of people is kept.").format(
            day=language.day(deletion_day(days[-1]))
        )
        if days
        else _("This list is destroyed after the event; only the number of people is kept.")
    )
    who = _("Responsible: {office}.").format(office=office) if office else ""
    return " ".join(
        part
        for part in (
            _("Signing is voluntary. We ask for your name only to show who took part."),
            until,
            who,
        )
        if part
    )
