"""The invitation to a citizen dialogue; made only from what the public may see."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.documents import parts
from domain.documents.agenda import agenda
from domain.documents.inputs import EventInput
from domain.documents.kit.figures import QrCode
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import items
from domain.documents.kit.text import Run, b, link, one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.labels import label
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.terms import Audience, EventKind


@dataclass(frozen=True, slots=True)
class Invitation(EventInput):
    """Everything on an invitation.

    `event` is what `rules.audience.publish` gives for the public. `calendar` goes into the QR code: a calendar entry
    (VEVENT text) or the address of one; empty for none. `url` is where the event is announced, spelled out beside it.
    """

    event: PublishedEvent
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    calendar: str = ""
    url: str = ""
    has_changed: bool = False

    def __post_init__(self) -> None:
        if self.event.audience is not Audience.public or self.event.internal is not None:
            raise ValueError("an invitation is made from the public view of an event only")


def code(data: Invitation) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.event, data.office, data.calendar, data.url)


def sheet(data: Invitation, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    event = data.event
    kind = label(event.kind, language)
    return Sheet(
        about=About(
            title=_("Invitation: {title}").format(title=one_line(event.title, 160)),
            subject=", ".join(part for part in (kind, parts.when(event, language), one_line(event.place.town)) if part),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=_("Invitation · {kind}").format(kind=kind),
            title=event.title,
            lead=", ".join(part for part in (one_line(event.place.name), one_line(event.place.town)) if part),
            figures=_date_block(event, language),
        ),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=_foot(data, language, theme),
    )


def _date_block(event: PublishedEvent, language: Language) -> tuple[KeyFigure, ...]:
    """The day as a big figure with month and time below it."""
    first = _first_day(event)
    if first is None:
        return ()
    number = language.pgettext("big day of a date", "{day}").format(day=first.day)
    lines = [language.weekday(first), language.month(first)]
    if not event.all_day:
        lines.append(parts.time_span(event.starts_at, event.ends_at, language))
    return (KeyFigure(number, tuple(lines)),)


def _first_day(event: PublishedEvent) -> date | None:
    if event.all_day or event.starts_at is None:
        return event.first_day
    return parts.local_day(event.starts_at)


def story(data: Invitation, language: Language, theme: Theme) -> list[Block]:
    """The body: text and agenda beside map, place and code; the host's card stands at the foot."""
    _ = language.gettext
    event = data.event
    blocks: list[Block] = []
    warning = parts.notice(event, language)
    if warning:
        blocks.append(parts.banner(warning, theme))
    text = event.text if event.text.strip() else _invite(event, language)
    main = parts.section(_headline(event, language), theme, parts.opening(text, language, theme))
    main += parts.section(_("Programme"), theme, agenda(event.agenda, language, theme))
    if QrCode.can_hold(data.calendar):  # the code fills the column beside
        main += parts.section(_("Location"), theme, _place(event, language, theme))
    main += parts.section(_("At a glance"), theme, _taking_part(event, language, theme))
    side = _side(data, language, theme)
    if not side:
        return [*blocks, *main]
    return [*blocks, Row([Stack(main), Stack(side)], (theme.span(7.6), None), 9 * MM)]


def _headline(event: PublishedEvent, language: Language) -> str:
    if event.kind is EventKind.citizen_dialogue:
        return language.gettext("Join the conversation")
    return language.gettext("What it is about")


def _invite(event: PublishedEvent, language: Language) -> str:
    """A sentence for an event whose public text is not written yet."""
    _ = language.gettext
    if event.kind is EventKind.citizen_dialogue:
        return _("Police and public order office listen and answer. Bring your questions.")
    return _("We look forward to seeing you.")


def _place(event: PublishedEvent, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    place = event.place
    blocks: list[Block] = []
    lines = parts.place_lines(place)
    if lines:
        blocks.append(Paragraph([Run("\n".join(lines))], theme.plain))
    if place.online_url:
        blocks.append(Paragraph([Run(_("Online: ")), link(place.online_url)], theme.plain))
    access = one_line(event.accessibility, 600)
    if access:
        label_run = Run(_("Accessibility: "), theme.strong.face)
        blocks.append(Paragraph([label_run, Run(access)], replace(theme.plain, before=1.5 * MM)))
    return blocks


def _taking_part(event: PublishedEvent, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    speakers = tuple(_(name) for name in event.speakers)  # a confidential name arrives as a message
    lines = [
        text.format(names=one_line(language.listing(names), 500))
        for text, names in (
            (_("With: {names}"), event.partners),
            (_("Speaking: {names}"), speakers),
            (_("For: {names}"), event.target_groups),
            (_("Topics: {names}"), event.topics),
        )
        if names
    ]
    return [items(theme, lines)] if lines else []


def _side(data: Invitation, language: Language, theme: Theme) -> list[Block]:
    """Where in the state it is, and the calendar entry to take along."""
    _ = language.gettext
    place = data.event.place
    blocks: list[Block] = []
    if place.kreis_ags:
        alt = _("Map of the 14 districts; the event takes place in {district}.").format(
            district=one_line(place.kreis or place.town)
        )
        blocks.append(parts.hex_map({place.kreis_ags: ""}, alt, theme))
        if place.kreis:
            blocks.append(Paragraph(one_line(place.kreis), replace(theme.caption, align="center", after=6 * MM)))
    if not QrCode.can_hold(data.calendar):
        return [*blocks, *parts.section(_("Location"), theme, _place(data.event, language, theme))]
    text = [b(_("Take the date along")), Run("\n" + _("The code holds the entry for your calendar."))]
    blocks += parts.qr_note(data.calendar, _("QR code with the calendar entry of this event"), text, theme)
    return blocks


def _foot(data: Invitation, language: Language, theme: Theme) -> Block | None:
    _ = language.gettext
    host = parts.card_note(_("Host"), one_line(data.event.host), theme)
    if data.url:
        host.append(Paragraph([link(data.url)], replace(theme.card, before=1.5 * MM)))
    return parts.public_card(_("Contact"), data.office, [host], theme, language)
