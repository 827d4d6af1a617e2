"""The briefing for an event: what a speaker or a head of office must know beforehand; internal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.documents import parts
from domain.documents.agenda import agenda
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, facts, items, table
from domain.documents.kit.text import clean, one_line
from domain.documents.kit.theme import MM, Theme
from domain.documents.measure import details
from domain.documents.sites import site_facts
from domain.i18n import Language
from domain.labels import label
from domain.region.kreise import Kreis
from domain.rows.events import EventRow
from domain.rows.partners import SiteDraft
from domain.rows.published import InternalPart, Person, PublishedEvent
from domain.rows.requests import RequestRow
from domain.rows.review import Lesson
from domain.rows.settings import OfficeSettings
from domain.terms import AssignmentRole, Audience

_LABELS = 26 * MM
_EARLIER, _REQUESTS = 8, 6
"""How many earlier events and open requests are listed before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Briefing(EventInput):
    """Everything in a briefing.

    `event` is the house's own view. `kreis` gives the district's profile; `earlier` are past events there and
    `requests` open ones nearby, most important first; `arrival` is free text on arrival and parking. `lesson` is what
    was to be done better after the last event at the site or for the host.
    """

    event: PublishedEvent
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    kreis: Kreis | None = None
    site: SiteDraft | None = None
    earlier: tuple[EventRow, ...] = ()
    requests: tuple[RequestRow, ...] = ()
    arrival: str = ""
    lesson: Lesson | None = None
    has_changed: bool = False

    def __post_init__(self) -> None:
        if self.event.audience is not Audience.internal:
            raise ValueError("a briefing is made from the house's own view of an event")


def code(data: Briefing) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(
        data.event, data.office, data.kreis, data.site, data.earlier, data.requests, data.arrival, data.lesson
    )


def sheet(data: Briefing, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    event = data.event
    day = parts.when(event, language)
    return Sheet(
        about=About(
            title=_("Briefing: {title}").format(title=one_line(event.title, 160)),
            subject=", ".join(part for part in (label(event.kind, language), day, one_line(event.place.town)) if part),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=" · ".join((_("Briefing"), label(event.kind, language), event.number)),
            title=event.title,
            lead=" – ".join(part for part in (day, _where(event)) if part),
            figures=_figures(data, language),
            mark=_("Internal only"),
        ),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=parts.office_card(_("Responsible"), data.office, [], theme, language),
    )


def _where(event: PublishedEvent) -> str:
    return ", ".join(part for part in (one_line(event.place.name, 80), one_line(event.place.town, 80)) if part)


def _figures(data: Briefing, language: Language) -> tuple[KeyFigure, ...]:
    """Up to four figures, as many as are known."""
    _ = language.gettext
    event = data.event
    figures = []
    if not event.all_day and event.starts_at is not None:
        figures.append(KeyFigure(language.clock(event.starts_at), (_("Beginning"),)))
    if event.internal is not None and event.internal.expected is not None:
        figures.append(KeyFigure(language.number(event.internal.expected), (_("people expected"),)))
    if data.kreis is not None:
        count = len(data.earlier)
        figures.append(KeyFigure(str(count), (language.ngettext("event before", "events before", count),)))
        requests = len(data.requests)
        figures.append(KeyFigure(str(requests), (language.ngettext("open request", "open requests", requests),)))
    return tuple(figures)


def story(data: Briefing, language: Language, theme: Theme) -> list[Block]:
    """The body: what, when and who beside the district's profile, then what was before and what is open."""
    _ = language.gettext
    event, internal = data.event, data.event.internal or InternalPart()
    warning = parts.notice(event, language)
    main = [
        *_occasion(event, language, theme),
        *parts.section(_("Programme"), theme, agenda(event.agenda, language, theme)),
        *parts.section(_("People and roles"), theme, _people(event, internal, language, theme)),
    ]
    side = [
        *_profile(data, language, theme),
        *parts.section(_("Arrival and place"), theme, _arrival(data, internal, language, theme)),
    ]
    main += parts.section(_("Details"), theme, details(internal.facts, language, theme))
    columns = Row([Stack(main), Stack(side)], (theme.span(7.2), None), 9 * MM)
    return [
        *([parts.banner(warning, theme)] if warning else []),
        columns,
        *_remarks(internal, data.lesson, language, theme),
        *parts.section(_("Earlier events in the district"), theme, _earlier(data.earlier, language, theme)),
        *parts.section(_("Open requests nearby"), theme, _requests(data.requests, language, theme)),
    ]


def _occasion(event: PublishedEvent, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    blocks = parts.opening(event.text, language, theme)
    rows = [
        (_("When"), parts.when(event, language)),
        (_("Host"), one_line(event.host)),
        (_("Office"), one_line(event.office)),
        (_("Topics"), one_line(language.listing(event.topics)) if event.topics else ""),
        (_("For whom"), one_line(language.listing(event.target_groups)) if event.target_groups else ""),
        (_("Audience"), label(event.audience, language) if event.audience is not Audience.internal else ""),
        (_("State"), label(event.state, language)),
    ]
    blocks.append(facts(theme, [(name, value) for name, value in rows if value], _LABELS))
    return parts.section(_("Occasion"), theme, blocks)


def _people(event: PublishedEvent, internal: InternalPart, language: Language, theme: Theme) -> list[Block]:
    """Our people with their roles, then partners; names that must not leave the house say so."""
    _ = language.gettext
    rows: list[Sequence[Cell]] = [(one_line(person.name), _role(person, language, theme)) for person in internal.team]
    rows += [(one_line(name), _("Partner")) for name in event.partners if name not in internal.unconfirmed_partners]
    rows += [(one_line(name), _("Partner, not confirmed yet")) for name in internal.unconfirmed_partners]
    return [table(theme, (None, 44 * MM), (_("Name"), _("Role")), rows)] if rows else []


def _role(person: Person, language: Language, theme: Theme) -> Cell:
    known = person.role in AssignmentRole.__members__
    role = label(AssignmentRole(person.role), language) if known else one_line(person.role)
    if not person.confidential:
        return role
    warning = replace(theme.second, colour=theme.palette.warning)
    return [
        Paragraph(role, theme.plain),
        Paragraph(language.gettext("Do not give the name to anyone outside"), warning),
    ]


def _profile(data: Briefing, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    kreis = data.kreis
    if kreis is None:
        return []
    alt = _("Map of the 14 districts; the event takes place in {district}.").format(district=kreis.name)
    density = kreis.population / kreis.area_km2
    rows = [
        (_("Kind"), kreis.kind),
        (_("Seat"), "" if kreis.is_town else kreis.seat),
        (_("Population"), language.number(kreis.population)),
        (_("Surface area"), _("{area} km²").format(area=language.number(round(kreis.area_km2)))),
        (_("Per km²"), language.number(round(density))),
        (_("Inspectorate"), _("Police inspectorate {place}").format(place=kreis.police_inspectorate)),
        (_("Police station"), _("Police station {place}").format(place=kreis.revier_seat)),
    ]
    table_of_facts = facts(theme, [(name, value) for name, value in rows if value], 20 * MM, is_small=True)
    return parts.section(kreis.name, theme, [parts.hex_map({kreis.ags: ""}, alt, theme), table_of_facts])


def _arrival(data: Briefing, internal: InternalPart, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    lines = "\n".join(parts.place_lines(data.event.place, internal.room))
    rows = [
        (_("Location"), lines),
        (_("Access"), one_line(data.event.accessibility, 500)),
        (_("Getting there"), clean(data.arrival, 1500, _("[shortened]"))),
        (_("Press"), _("is expected") if internal.press_expected else _("not expected")),
    ]
    if data.site is not None:
        rows += site_facts(data.site, language)
    return [facts(theme, [(name, value) for name, value in rows if value], 20 * MM, is_small=True)]


def _remarks(internal: InternalPart, lesson: Lesson | None, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    notes = parts.prose(internal.notes, theme.plain, language)
    security = parts.prose(internal.security_remarks, theme.plain, language)
    contacts = "\n".join(one_line(line) for line in internal.contacts if line.strip())
    boxes: list[Block] = [facts(theme, [(_("Contact"), contacts)], _LABELS)] if contacts else []
    if lesson is not None:
        about = one_line(lesson.title, 80)
        head = _("To do better since {day}, {title}").format(day=language.day(lesson.day), title=about)
        boxes.append(parts.caution(head, parts.prose(lesson.words, theme.plain, language), theme))
    if notes:
        boxes.append(parts.caution(_("Notes, internal only"), notes, theme))
    if security:
        boxes.append(parts.caution(_("Security, internal only"), security, theme))
    return parts.section(_("For the house only"), theme, boxes)


def _earlier(events: Sequence[EventRow], language: Language, theme: Theme) -> list[Block]:
    """The latest events as a table, the rest as a count."""
    _ = language.gettext
    if not events:
        return [Paragraph(_("None on record."), theme.plain)]
    rows: list[Sequence[Cell]] = [
        (
            language.day(event.start_day) if event.start_day else _("no date"),
            [Paragraph(one_line(event.title), theme.strong), *_line(event.place or event.town, theme)],
            label(event.kind, language),
            label(event.state, language),
        )
        for event in events[:_EARLIER]
    ]
    heads = (_("Day"), _("Event"), _("Kind"), _("State"))
    return [
        table(theme, (20 * MM, None, 38 * MM, 24 * MM), heads, rows),
        *_more(len(events) - _EARLIER, language, theme),
    ]


def _line(text: str, theme: Theme) -> list[Block]:
    return [Paragraph(one_line(text), theme.second)] if text.strip() else []


def _requests(requests: Sequence[RequestRow], language: Language, theme: Theme) -> list[Block]:
    lines = []
    for request in requests[:_REQUESTS]:
        draft = request.draft
        wish = " – ".join(part for part in (label(draft.kind, language), one_line(draft.topic)) if part)
        where = ", ".join(part for part in (one_line(draft.requester), one_line(draft.town)) if part)
        lines.append(f"{where}: {wish}")
    if not lines:
        return []
    return [items(theme, lines), *_more(len(requests) - _REQUESTS, language, theme)]


def _more(count: int, language: Language, theme: Theme) -> list[Block]:
    if count <= 0:
        return []
    text = language.ngettext("and {count} more", "and {count} more", count).format(count=count)
    return [Paragraph(text, theme.second)]
