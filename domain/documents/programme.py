"""The programme of an event on one page, for everybody who comes: times, people, place."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from domain.documents import parts
from domain.documents.agenda import agenda
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, Node, items, timeline
from domain.documents.kit.text import Run, b, link, one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.labels import label
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.rules.agenda import TIMED_LINE
from domain.terms import Audience

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Programme(EventInput):
    """An event as those who come may see it."""

    event: PublishedEvent
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False

    def __post_init__(self) -> None:
        if self.event.audience is Audience.internal:
            raise ValueError("a programme is made from what outsiders may see of an event")


def code(data: Programme) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.event, data.office)


def sheet(data: Programme, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    event = data.event
    kind = label(event.kind, language)
    place = ", ".join(part for part in (one_line(event.place.name, 80), one_line(event.place.town, 80)) if part)
    return Sheet(
        about=About(
            title=_("Programme: {title}").format(title=one_line(event.title, 160)),
            subject=", ".join(part for part in (kind, parts.when(event, language), place) if part),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=_("Programme · {kind}").format(kind=kind),
            title=event.title,
            lead=place,
            figures=_date(event, language),
            mark=_("For invited guests") if event.audience is Audience.partners else "",
        ),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=_foot(data, language, theme),
    )


def _date(event: PublishedEvent, language: Language) -> tuple[KeyFigure, ...]:
    """The day as a big figure with weekday, month and time below it."""
    first = event.first_day
    if not event.all_day and event.starts_at is not None:
        first = parts.local_day(event.starts_at)
    if first is None:
        return ()
    lines = [language.weekday(first), language.month(first)]
    if not event.all_day:
        lines.append(parts.time_span(event.starts_at, event.ends_at, language))
    return (KeyFigure(language.pgettext("big day of a date", "{day}").format(day=first.day), tuple(lines)),)


def story(data: Programme, language: Language, theme: Theme) -> list[Block]:
    """What happens when, beside who takes part, where it is and how one gets in."""
    _ = language.gettext
    event = data.event
    warning = parts.notice(event, language)
    main = parts.section(_("Programme"), theme, _course(event, language, theme))
    main += parts.section(_("What it is about"), theme, parts.opening(event.text, language, theme))
    side = [
        *parts.section(_("Taking part"), theme, _people(event, language, theme)),
        *parts.section(_("Location"), theme, _place(event, theme)),
        *parts.section(_("Access"), theme, parts.prose(event.accessibility, theme.plain, language)),
    ]
    columns: Block = Stack(main)
    if side:
        columns = Row([Stack(main), Stack(side)], (theme.span(7.6), None), 9 * MM)
    return [*([parts.banner(warning, theme)] if warning else []), columns]


def _course(event: PublishedEvent, language: Language, theme: Theme) -> list[Block]:
    """The agenda as a time line if every line has a time, with the end; else as it is written."""
    _ = language.gettext
    lines = [block.text for block in parts.prose(event.agenda, theme.plain, language)]
    timed = [found for line in lines if (found := TIMED_LINE.match(line))]
    if not lines:
        return [Paragraph(_("The programme follows. {when}").format(when=parts.when(event, language)), theme.plain)]
    if len(timed) < len(lines):
        return agenda(event.agenda, language, theme)
    palette = theme.palette
    dot = Node(palette.primary, palette.primary)
    rows: list[tuple[Node, Sequence[Cell]]] = [
        (dot, (f"{int(found[1]):02d}:{found[2]}", _item(found[3], theme))) for found in timed
    ]
    rows[0] = (replace(dot, runs_above=False), rows[0][1])
    if event.ends_at is not None and not event.all_day:
        rows.append((dot, (language.clock(event.ends_at), Paragraph(_("End"), theme.second))))
    rows[-1] = (replace(rows[-1][0], runs_below=False), rows[-1][1])
    return [timeline(theme, (16 * MM, None), (_("Time"), _("Item")), rows)]


def _item(text: str, theme: Theme) -> list[Block]:
    """What it is about; who speaks stands in brackets at the end of an agenda line and gets a line of its own."""
    what, bracket, who = text.rstrip().rpartition(" (")
    if not bracket or not who.endswith(")"):
        return [Paragraph(text, theme.strong)]
    return [Paragraph(what, theme.strong), Paragraph(who[:-1], theme.second)]


def _people(event: PublishedEvent, language: Language, theme: Theme) -> list[Block]:
    """Host, speakers and partners, each with what they do."""
    _ = language.gettext
    speakers = [_(name) for name in event.speakers]  # a confidential name arrives as a message
    lines: list[Sequence[Run]] = []
    if event.host.strip():
        lines.append([b(one_line(event.host, 200)), Run(" – " + _("Host"))])
    lines += [[b(one_line(name, 160)), Run(" – " + _("speaks"))] for name in speakers]
    lines += [[b(one_line(name, 160)), Run(" – " + _("takes part"))] for name in event.partners]
    return [items(theme, lines)] if lines else []


def _place(event: PublishedEvent, theme: Theme) -> list[Block]:
    blocks: list[Block] = []
    lines = parts.place_lines(event.place)
    if lines:
        blocks.append(Paragraph([Run("\n".join(lines))], theme.plain))
    if event.place.online_url:
        blocks.append(Paragraph([link(event.place.online_url)], theme.plain))
    return blocks


def _foot(data: Programme, language: Language, theme: Theme) -> Block | None:
    _ = language.gettext
    topics = one_line(language.listing(data.event.topics), 300) if data.event.topics else ""
    return parts.office_card(_("Contact"), data.office, [parts.card_note(_("Topics"), topics, theme)], theme, language)
