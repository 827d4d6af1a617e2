"""The invited of an event with their replies as a list; internal by nature."""

from dataclasses import dataclass
from datetime import datetime

from domain.documents import parts
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, table
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.labels import label
from domain.rows.invitees import InviteeRow, SeatCount
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings


@dataclass(frozen=True, slots=True)
class InviteeSheet(EventInput):
    """Everything on the list: the event as the house sees it, who is invited, and the seats."""

    event: PublishedEvent
    invitees: tuple[InviteeRow, ...]
    seats: SeatCount
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False


def code(data: InviteeSheet) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    drafts = tuple(row.draft for row in data.invitees)
    return parts.code_of(data.event, drafts, data.seats, data.office)


def sheet(data: InviteeSheet, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    title = one_line(data.event.title, 160)
    return Sheet(
        about=About(
            title=_("Invited: {title}").format(title=title),
            subject=_("Who is invited to an event, and what they have said"),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=" · ".join((_("Invited"), data.event.number)),
            title=title,
            lead=parts.when(data.event, language),
            figures=_figures(data, language),
            mark=_("Internal only"),
        ),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=parts.office_card(_("Coordination"), data.office, [], theme, language),
    )


def _figures(data: InviteeSheet, language: Language) -> tuple[KeyFigure, ...]:
    seats = data.seats
    found = [
        KeyFigure(str(seats.accepted), (language.ngettext("institution comes", "institutions come", seats.accepted),)),
        KeyFigure(str(seats.taken), (language.ngettext("seat promised", "seats promised", seats.taken),)),
    ]
    if seats.left is not None:
        found.append(KeyFigure(str(seats.left), (language.ngettext("seat left", "seats left", seats.left),)))
    return tuple(found)


def story(data: InviteeSheet, language: Language, theme: Theme) -> list[Block]:
    """One row for each institution, by name."""
    _ = language.gettext
    if not data.invitees:
        return [Paragraph(_("Nobody is invited yet."), theme.plain)]
    heads = (_("Institution"), _("Whom"), _("Seats"), _("Reply"), _("Reply on"))
    rows: list[tuple[Cell, ...]] = [
        (
            _named(row),
            one_line(row.draft.role, 80),
            str(row.draft.seats),
            label(row.draft.reply, language),
            language.day(row.draft.replied_on) if row.draft.replied_on else "–",
        )
        for row in sorted(data.invitees, key=lambda row: row.draft.name.casefold())
    ]
    return [table(theme, (None, 42 * MM, 18 * MM, 28 * MM, 24 * MM), heads, rows)]


def _named(row: InviteeRow) -> str:
    town = one_line(row.town, 60)
    name = one_line(row.draft.name, 160)
    return f"{name}, {town}" if town and town not in name else name
