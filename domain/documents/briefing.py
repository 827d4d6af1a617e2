"""The briefing for an event: what a speaker or a head of office must know beforehand; internal."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from domain.documents import briefing_past, briefing_place, parts
from domain.documents.agenda import agenda
from domain.documents.briefing_past import Concerns
from domain.documents.briefing_place import Drive
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, facts, table
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Theme
from domain.documents.measure import details
from domain.i18n import Language
from domain.labels import label
from domain.region.kreise import Kreis
from domain.rows.coverage import CoverageRow
from domain.rows.events import EventRow
from domain.rows.partners import SiteDraft
from domain.rows.published import InternalPart, Person, PublishedEvent
from domain.rows.requests import RequestRow
from domain.rows.review import Lesson
from domain.rows.settings import OfficeSettings
from domain.rules.packing import Copies
from domain.terms import AssignmentRole, Audience

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABELS = 26 * MM
_WHOLE = 70 * MM
"""How to get there up to this height is kept on one page."""

_AIR = 0.45


@dataclass(frozen=True, slots=True)
class Briefing(EventInput):
    """Everything in a briefing.

    `event` is the house's own view. `kreis` gives the district's profile; `earlier` are past events there and
    `requests` open ones nearby, most important first; `arrival` is free text on arrival and parking. `lesson` is what
    was to be done better after the last event at the site or for the host. `coverage` are the figures of the district
    in the event's year, `dialogues` the days of the citizen dialogues held there, the latest first. `copies` are the
    publications to take along, `drive` is how one gets there.
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
    coverage: tuple[CoverageRow, ...] = ()
    dialogues: tuple[date, ...] = ()
    concerns: Concerns = field(default_factory=Concerns)
    copies: tuple[Copies, ...] = ()
    drive: Drive | None = None

    def __post_init__(self) -> None:
        if self.event.audience is not Audience.internal:
            raise ValueError("a briefing is made from the house's own view of an event")


def code(data: Briefing) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(
        data.event,
        data.office,
        data.kreis,
        data.site,
        data.earlier,
        data.requests,
        data.arrival,
        data.lesson,
        data.coverage,
        data.dialogues,
        data.concerns,
        data.copies,
        data.drive,
    )


def paper(theme: Theme, _data: Briefing) -> Theme:
    """Little air from the start: a usual briefing fills two pages, and setting it anew costs as much as the first time.

    Large print keeps its air.
    """
    return replace(theme, air=theme.air * _AIR) if theme.zoom == 1 else theme


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
    """The body: what, when and who beside the district's profile, then warnings, what is open, and what was before."""
    _ = language.gettext
    event, internal = data.event, data.event.internal or InternalPart()
    warning = parts.notice(event, language)
    main = [
        *_occasion(event, internal, language, theme),
        *parts.section(_("Programme"), theme, agenda(event.agenda, language, theme)),
        *parts.section(_("People and roles"), theme, _people(event, internal, language, theme)),
    ]
    side: list[Block] = []
    if data.kreis is not None:
        profile = briefing_place.profile(data.kreis, data.coverage, data.dialogues, language, theme)
        side = parts.section(data.kreis.name, theme, profile)
    first = Row([Stack(main), Stack(side)], (theme.span(7.2), None), 9 * MM) if side else Stack(main)
    return [
        *([parts.banner(warning, theme)] if warning else []),
        first,
        _on_the_way(data, internal, language, theme),
        *_remarks(internal, data.lesson, language, theme),
        *_background(data, language, theme),
    ]


def _on_the_way(data: Briefing, internal: InternalPart, language: Language, theme: Theme) -> Block:
    """How to get there beside whom to call there and what to take along."""
    _ = language.gettext
    arrival = briefing_place.arrival(data.event, data.site, data.drive, data.arrival, language, theme)
    left = parts.section(_("Arrival and place"), theme, arrival)
    contacts = "\n".join(one_line(line) for line in internal.contacts if line.strip())
    right = parts.section(_("Contact"), theme, [Paragraph(contacts, theme.card)] if contacts else [])
    right += parts.section(_("Take along"), theme, briefing_past.copies(data.copies, language, theme))
    if not right:
        return Stack(left)
    return Row([Stack(left), Stack(right)], (theme.span(7.2), None), 9 * MM, whole=_WHOLE)


def _background(data: Briefing, language: Language, theme: Theme) -> list[Block]:
    """Concerns and what becomes of them beside what was there before and what is asked for."""
    _ = language.gettext
    waiting = briefing_past.waiting(data.concerns, data.stand, language, theme)
    answered = briefing_past.answered(data.concerns, language, theme)
    earlier = briefing_past.earlier(data.earlier, language, theme)
    asked = parts.section(_("Open requests nearby"), theme, briefing_past.requests(data.requests, language, theme))
    raised = [
        *parts.section(_("Open concerns"), theme, waiting),
        *parts.section(_("Answered since last time"), theme, answered),
    ]
    before = parts.section(_("Earlier events in the district"), theme, earlier)
    if not raised:
        raised, before = before, []
    right = [*before, *asked]
    return [Row([Stack(raised), Stack(right)], (theme.span(7.2), None), 9 * MM)] if right else raised


def _occasion(event: PublishedEvent, internal: InternalPart, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    blocks = parts.opening(event.text, language, theme)
    rows = [
        (_("Host"), one_line(event.host)),
        (_("Office"), one_line(event.office)),
        (_("Topics"), one_line(language.listing(event.topics)) if event.topics else ""),
        (_("For whom"), one_line(language.listing(event.target_groups)) if event.target_groups else ""),
        (_("Audience"), label(event.audience, language) if event.audience is not Audience.internal else ""),
        (_("State"), label(event.state, language)),
    ]
    blocks.append(facts(theme, [(name, value) for name, value in rows if value], _LABELS))
    blocks += details(internal.facts, language, theme, _LABELS)
    return parts.section(_("Occasion"), theme, blocks)


def _people(event: PublishedEvent, internal: InternalPart, language: Language, theme: Theme) -> list[Block]:
    """Our people with their roles, then partners; names that must not leave the house say so."""
    _ = language.gettext
    rows: list[Sequence[Cell]] = [(one_line(person.name), _role(person, language, theme)) for person in internal.team]
    rows += [(one_line(name), _("Partner")) for name in event.partners if name not in internal.unconfirmed_partners]
    rows += [(one_line(name), _("Partner, not confirmed yet")) for name in internal.unconfirmed_partners]
    return [table(theme, (None, 44 * MM), (_("Name"), _("Role")), rows, is_small=True)] if rows else []


def _role(person: Person, language: Language, theme: Theme) -> Cell:
    known = person.role in AssignmentRole.__members__
    role = label(AssignmentRole(person.role), language) if known else one_line(person.role)
    if not person.confidential:
        return role
    warning = replace(theme.second, colour=theme.palette.warning)
    return [
        Paragraph(role, theme.card),
        Paragraph(language.gettext("Do not give the name to anyone outside"), warning),
    ]


def _remarks(internal: InternalPart, lesson: Lesson | None, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    notes = parts.prose(internal.notes, theme.plain, language)
    security = parts.prose(internal.security_remarks, theme.plain, language)
    boxes: list[Block] = []
    if lesson is not None:
        about = one_line(lesson.title, 80)
        head = _("To do better since {day}, {title}").format(day=language.day(lesson.day), title=about)
        boxes.append(parts.caution(head, parts.prose(lesson.words, theme.plain, language), theme))
    if notes:
        boxes.append(parts.caution(_("Notes, internal only"), notes, theme))
    if security:
        boxes.append(parts.caution(_("Security, internal only"), security, theme))
    return parts.section(_("For the house only"), theme, boxes)
