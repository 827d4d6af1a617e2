"""The reorder list of publications: what should be ordered, how much, and why; internal by nature."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.documents import parts
from domain.documents.inputs import SheetSubject
from domain.documents.kit.flow import Block
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, items, table
from domain.documents.kit.text import b, one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.labels.languages import language_name
from domain.rows.publications import PublicationRow
from domain.rows.settings import OfficeSettings


@dataclass(frozen=True, slots=True)
class ReorderSheet:
    """Everything on the list: the publications of which copies should be ordered."""

    rows: tuple[PublicationRow, ...]
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False

    @property
    def subject(self) -> SheetSubject:
        """The whole stock."""
        return SheetSubject("")

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """It is no part of the plan."""
        return None


def code(data: ReorderSheet) -> str:
    """The short code of a list made from this; equal codes mean equal lists."""
    facts = tuple((row.draft, row.stock, row.promised, row.to_order) for row in data.rows)
    return parts.code_of(facts, data.office)


def sheet(data: ReorderSheet, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    day = language.long_day(parts.local_day(data.stand))
    return Sheet(
        about=About(
            title=_("Reorder list, {day}").format(day=language.day(parts.local_day(data.stand))),
            subject=_("Publications of which copies should be ordered"),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=_("Publications"),
            title=_("Reorder list"),
            lead=_("Stock of {day}, with what coming events take along").format(day=day),
            figures=_figures(data, language),
            mark=_("Internal only"),
        ),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=parts.office_card(_("Coordination"), data.office, [], theme, language),
    )


def _figures(data: ReorderSheet, language: Language) -> tuple[KeyFigure, ...]:
    titles, copies = len(data.rows), sum(row.to_order for row in data.rows)
    return (
        KeyFigure(language.number(titles), (language.ngettext("publication", "publications", titles),)),
        KeyFigure(language.number(copies), (language.ngettext("copy to order", "copies to order", copies),)),
    )


def story(data: ReorderSheet, language: Language, theme: Theme) -> list[Block]:
    """One row for each publication, and how the proposal is reckoned."""
    _ = language.gettext
    if not data.rows:
        return [Paragraph(_("Nothing has to be ordered: every minimum is there."), theme.plain)]
    heads = (_("Publication"), _("Stock"), _("Promised"), _("Minimum"), _("Order"), _("Packs"))
    lines: list[tuple[Cell, ...]] = [_line(row, language, theme) for row in data.rows]
    widths = (None, 16 * MM, 18 * MM, 18 * MM, 18 * MM, 22 * MM)
    rules = (
        _("Promised: copies that coming events take along and have not handed out yet."),
        _("Order: stock and order together cover what is promised and leave the minimum, rounded up to whole packs."),
        _("Editions that are outdated or replaced are not ordered again."),
    )
    return [
        table(theme, widths, heads, lines, is_small=True),
        *parts.section(_("How it was reckoned"), theme, [items(theme, rules, is_small=True)]),
    ]


def _line(row: PublicationRow, language: Language, theme: Theme) -> tuple[Cell, ...]:
    draft = row.draft
    about = (one_line(language_name(draft.language, language), 40), one_line(draft.publisher, 120))
    title = [
        Paragraph((b(one_line(draft.name, 160)),), theme.card),
        Paragraph(" · ".join(part for part in about if part), theme.second),
    ]
    return (
        title,
        language.number(row.stock),
        language.number(row.promised),
        language.number(draft.minimum),
        Paragraph((b(language.number(row.to_order)),), theme.card),
        f"{language.number(row.packs)} × {language.number(draft.pack_size)}" if row.packs and draft.pack_size else "–",
    )
