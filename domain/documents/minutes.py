"""The minutes of a dialogue or a meeting; what is not filled in yet has lines to write on; internal."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from domain.documents import parts
from domain.documents.agenda import agenda as typed_agenda
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block
from domain.documents.kit.heads import PlainHead
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.ruled import Ruled, signatures
from domain.documents.kit.table import Cell, facts, table
from domain.documents.kit.text import Run, b, one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.labels import label
from domain.rows.concerns import ConcernRow
from domain.rows.field_names import FIELD_NAMES
from domain.rows.invitees import InviteeRow
from domain.rows.meetings import AgendaRow, ResolutionRow, TaskRow
from domain.rows.mood import MoodCounts
from domain.rows.published import InternalPart, PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.terms import AssignmentRole, Audience

_LABELS = 34 * MM
_MOOD = ("very_unsafe", "unsafe", "mixed", "safe", "very_safe")
_ROLES = (AssignmentRole.lead, AssignmentRole.moderation, AssignmentRole.minutes)
_ROWS = 3
"""Empty rows for what is noted by hand."""


@dataclass(frozen=True, slots=True)
class Minutes(EventInput):
    """What is known of a meeting: `present` are the invited who came, `concerns` bear no personal data.

    `agenda` is empty where it is only typed as the event's text.
    """

    event: PublishedEvent
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False
    agenda: tuple[AgendaRow, ...] = ()
    present: tuple[InviteeRow, ...] = ()
    resolutions: tuple[ResolutionRow, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    concerns: tuple[ConcernRow, ...] = ()
    mood: MoodCounts = field(default_factory=MoodCounts)

    def __post_init__(self) -> None:
        if self.event.audience is not Audience.internal:
            raise ValueError("minutes are made from the house's own view of an event")


def code(data: Minutes) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(
        data.event,
        data.office,
        data.agenda,
        data.present,
        data.resolutions,
        data.tasks,
        data.concerns,
        data.mood,
    )


def sheet(data: Minutes, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    event = data.event
    kind = label(event.kind, language)
    when = parts.when(event, language)
    return Sheet(
        about=About(
            title=_("Minutes: {title}").format(title=one_line(event.title, 160)),
            subject=", ".join(part for part in (kind, when) if part),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=PlainHead(
            title=event.title if one_line(event.title) else _("Minutes"),
            eyebrow=" · ".join((_("Minutes"), kind, event.number)),
            lead=when,
            mark=_("Internal only"),
        ),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=signatures((_("Date, minutes"), _("Date, chair")), theme),
    )


def story(data: Minutes, language: Language, theme: Theme) -> list[Block]:
    """Facts, who was there, what was said to each item, what was decided, what is to be done, what was raised."""
    _ = language.gettext
    warning = parts.notice(data.event, language)
    return [
        *([parts.banner(warning, theme)] if warning else []),
        facts(theme, _facts(data, language), _LABELS),
        *parts.section(_("Present"), theme, _present(data.present, language, theme)),
        *parts.section(_("Agenda"), theme, _agenda(data, language, theme)),
        *parts.section(_("Resolutions"), theme, _resolutions(data.resolutions, language, theme)),
        *parts.section(_("Tasks"), theme, _tasks(data.tasks, language, theme)),
        *parts.section(_("Concerns raised"), theme, _concerns(data.concerns, language, theme)),
    ]


def _facts(data: Minutes, language: Language) -> list[tuple[str, str]]:
    _ = language.gettext
    event, internal = data.event, data.event.internal or InternalPart()
    people = [
        (label(role, language), language.listing(names))
        for role in _ROLES
        if (names := [one_line(person.name, 80) for person in internal.team if person.role == role])
    ]
    counted = language.number(internal.actual) if internal.actual is not None else ""
    rows = [
        (_("Location"), ", ".join(parts.place_lines(event.place, internal.room))),
        (_("Host"), one_line(event.host, 200)),
        *people,
        (_("People counted"), counted or "________"),
        (_("Mood"), _mood(data.mood, language)),
    ]
    return [(name, value) for name, value in rows if value]


def _mood(counts: MoodCounts, language: Language) -> str:
    """How many cards, and how many gave each answer."""
    if not counts.total:
        return ""
    cards = language.ngettext("{count} card", "{count} cards", counts.total).format(count=counts.total)
    steps = [f"{language.gettext(FIELD_NAMES[name])} {count}" for name, count in zip(_MOOD, counts.steps, strict=True)]
    return f"{cards}: {'; '.join(steps)}"


def _present(rows: Sequence[InviteeRow], language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    found: list[Sequence[Cell]] = [
        (
            one_line(row.draft.name, 160),
            one_line(row.draft.role, 80),
            language.number(row.draft.seats),
        )
        for row in sorted(rows, key=lambda row: row.draft.name.casefold())
    ]
    if not found:
        return [Ruled(_ROWS, theme.palette.muted)]
    heads = (_("Institution"), _("Whom"), _("Seats"))
    return [table(theme, (None, 52 * MM, 18 * MM), heads, found, is_small=True)]


def _agenda(data: Minutes, language: Language, theme: Theme) -> list[Block]:
    """Each item with what was said; lines where nothing is noted yet."""
    if not data.agenda:
        return [
            *typed_agenda(data.event.agenda, language, theme),
            Ruled(2 * _ROWS, theme.palette.muted),
        ]
    return [block for number, row in enumerate(data.agenda, 1) for block in _item(number, row, language, theme)]


def _item(number: int, row: AgendaRow, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    draft = row.draft
    clock = language.clock(row.begins) if row.begins else ""
    behind = " · ".join(part for part in (clock, one_line(draft.speaker, 120)) if part)
    blocks: list[Block] = [Paragraph(f"{number} {one_line(draft.title, 300)}", theme.subsection)]
    if behind:
        told = Paragraph(behind, theme.second)
        told.keeps_with_next = True
        blocks.append(told)
    if row.concern is not None:
        about = one_line(row.concern.wording, 300)
        words = _("Concern {number}: {words}").format(number=one_line(row.concern.number, 40), words=about)
        blocks.append(Paragraph(words, theme.second))
    blocks += parts.prose(draft.discussion, theme.plain, language)
    if draft.result.strip():
        blocks.append(Paragraph([b(_("Result:")), Run(f" {one_line(draft.result, 2000)}")], theme.plain))
    if not draft.discussion.strip() and not draft.result.strip():
        blocks.append(Ruled(2, theme.palette.muted))
    return blocks


def _resolutions(rows: Sequence[ResolutionRow], language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    found: list[Sequence[Cell]] = [
        (str(number), list(parts.prose(row.draft.wording, theme.card, language)), one_line(row.draft.votes, 120))
        for number, row in enumerate(rows, 1)
    ]
    if not found:
        return [Ruled(_ROWS, theme.palette.muted)]
    heads = (_("No."), _("Resolution"), _("Votes"))
    return [table(theme, (10 * MM, None, 40 * MM), heads, found, is_small=True)]


def _tasks(rows: Sequence[TaskRow], language: Language, theme: Theme) -> list[Block]:
    """What is to be done by whom until when."""
    _ = language.gettext
    found: list[Sequence[Cell]] = [
        (
            one_line(row.draft.title, 300),
            one_line(row.who or row.draft.responsible, 120) or "–",
            language.day(row.draft.due) if row.draft.due else "–",
            _("done on {day}").format(day=language.day(row.draft.done_on)) if row.draft.done_on else _("open"),
        )
        for row in rows
    ]
    if not found:
        return [Ruled(_ROWS, theme.palette.muted)]
    heads = (_("Task"), _("Who"), _("Until"), _("State"))
    return [table(theme, (None, 46 * MM, 22 * MM, 34 * MM), heads, found, is_small=True)]


def _concerns(rows: Sequence[ConcernRow], language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    found: list[Sequence[Cell]] = [
        (
            one_line(row.number, 40),
            one_line(row.draft.wording, 400),
            label(row.draft.category, language),
            label(row.state, language),
        )
        for row in rows
    ]
    if not found:
        return [Ruled(_ROWS, theme.palette.muted)]
    heads = (_("Number"), _("Concern"), _("Category"), _("State"))
    return [table(theme, (24 * MM, None, 36 * MM, 24 * MM), heads, found, is_small=True)]
