"""The profile of a council: one page on who works there and what it decided; made only from what is public."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.documents import parts
from domain.documents.inputs import SheetSubject
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet, on_one_page
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, facts, table
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.labels import label
from domain.region.kreise import kreis
from domain.rows.published import PublishedEvent
from domain.rows.published_councils import PublishedCouncil
from domain.rows.settings import OfficeSettings
from domain.terms import Audience, EventState, MembershipRole, PartnerCategory

_MEMBERS, _NAME, _SESSIONS, _RESOLUTIONS, _WORDING, _VOTES = 24, 70, 5, 5, 220, 40
"""How much one page holds; what is left out is counted."""
_ROLES = 28 * MM
_DAY = 20 * MM
_AHEAD = frozenset({EventState.confirmed})


@dataclass(frozen=True, slots=True)
class CouncilSheet:
    """Everything on a council's profile."""

    council: PublishedCouncil
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False

    def __post_init__(self) -> None:
        if any(event.audience is not Audience.public or event.internal for event in self.council.sessions):
            raise ValueError("a council's profile shows sessions as the public sees them only")

    @property
    def subject(self) -> SheetSubject:
        """The council."""
        return SheetSubject(self.council.name)

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """Its sessions."""
        return frozenset(event.id for event in self.council.sessions)


def code(data: CouncilSheet) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.council, data.office)


def sheet(data: CouncilSheet, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set; long lists and texts are cut so that it stays one page."""
    return on_one_page(lambda share: _sheet(data, language, theme, share), theme)


def _sheet(data: CouncilSheet, language: Language, theme: Theme, share: float) -> Sheet:
    _ = language.gettext
    council = data.council
    district = kreis(council.kreis_ags).name if council.kreis_ags else ""
    where = one_line(council.town, 80) or district
    return Sheet(
        about=About(
            title=_("Council profile {council}").format(council=one_line(council.name, 160)),
            subject=where or one_line(council.name, 160),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=" · ".join(part for part in (label(PartnerCategory.council, language), district) if part),
            title=one_line(council.name, 120),
            lead=where,
            figures=_figures(council, language),
        ),
        body=story(data, language, theme, share),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=parts.public_card(_("Contact"), data.office, [], theme, language),
    )


def _figures(council: PublishedCouncil, language: Language) -> tuple[KeyFigure, ...]:
    members, decided = len(council.members), len(council.resolutions)
    return (
        KeyFigure(str(members), (language.ngettext("member", "members", members),)),
        KeyFigure(str(decided), (language.ngettext("public resolution", "public resolutions", decided),)),
    )


def story(data: CouncilSheet, language: Language, theme: Theme, share: float = 1) -> list[Block]:
    """Members beside the map and the rhythm; then sessions and resolutions."""
    _ = language.gettext
    council = data.council
    main = [
        *parts.section(_("Who belongs to it"), theme, _members(council, round(_MEMBERS * share), language, theme)),
        *parts.section(_("Meets"), theme, _rhythm(data, language, theme)),
    ]
    side = _map(council, language, theme)
    top: list[Block] = [Row([Stack(main), Stack(side)], (theme.span(7.4), None), 9 * MM)] if side else main
    return [
        *top,
        *parts.section(_("Sessions"), theme, _sessions(council, round(_SESSIONS * share), language, theme)),
        *parts.section(_("Resolutions"), theme, _resolutions(council, share, language, theme)),
    ]


def _members(council: PublishedCouncil, limit: int, language: Language, theme: Theme) -> list[Block]:
    """One row for each role; private persons are counted, not named."""
    shown = council.members[:limit]
    rows: list[tuple[str, str]] = []
    for role in MembershipRole:
        named = [one_line(each.institution, _NAME) for each in shown if each.role is role]
        nameless = sum(not name for name in named)
        names = list(dict.fromkeys(name for name in named if name))
        if nameless:
            pattern = language.ngettext("{count} engaged citizen", "{count} engaged citizens", nameless)
            names.append(pattern.format(count=nameless))
        if names:
            rows.append((label(role, language), "; ".join(names)))
    if not rows:
        return [Paragraph(language.gettext("None on record."), theme.plain)]
    return [facts(theme, rows, _ROLES, is_small=True), *_rest(len(council.members) - limit, language, theme)]


def _rest(more: int, language: Language, theme: Theme) -> list[Block]:
    words = language.ngettext("and {count} more", "and {count} more", more).format(count=more)
    return [Paragraph(words, theme.second)] if more > 0 else []


def _rhythm(data: CouncilSheet, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    today = parts.local_day(data.stand)
    days = [(day, event.state) for event in data.council.sessions if (day := _day(event))]
    past = max((day for day, state in days if day <= today and state not in _called_off()), default=None)
    coming = min((day for day, state in days if day > today and state in _AHEAD), default=None)
    every = data.council.interval_days
    interval = language.ngettext("every {days} day", "every {days} days", every or 0).format(days=every)
    rows = [
        (_("Interval"), interval if every else ""),
        (_("Last time"), language.day(past) if past else ""),
        (_("Next time"), language.day(coming) if coming else ""),
    ]
    shown = [(name, value) for name, value in rows if value]
    return [facts(theme, shown, _ROLES, is_small=True)] if shown else []


def _called_off() -> frozenset[EventState]:
    return frozenset({EventState.cancelled, EventState.postponed})


def _map(council: PublishedCouncil, language: Language, theme: Theme) -> list[Block]:
    if not council.kreis_ags:
        return []
    name = kreis(council.kreis_ags).name
    alt = language.gettext("Map of the 14 districts; the council works in {district}.").format(district=name)
    return [parts.hex_map({council.kreis_ags: ""}, alt, theme)]


def _sessions(council: PublishedCouncil, limit: int, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    rows: list[tuple[Cell, ...]] = [
        (
            language.day(day) if (day := _day(event)) else _("no date"),
            one_line(event.title, 110),
            _place(event, council),
        )
        for event in council.sessions[:limit]
    ]
    if not rows:
        return [Paragraph(_("None that is public."), theme.plain)]
    heads = (_("Day"), _("Session"), _("Place"))
    more = _rest(len(council.sessions) - limit, language, theme)
    return [table(theme, (_DAY, None, 55 * MM), heads, rows, is_small=True), *more]


def _place(event: PublishedEvent, council: PublishedCouncil) -> str:
    """Where a session is; the council's own house needs no name."""
    name = "" if event.place.name == council.name else one_line(event.place.name, 70)
    return ", ".join(part for part in (name, one_line(event.place.town, 40)) if part)


def _resolutions(council: PublishedCouncil, share: float, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    limit, length = round(_RESOLUTIONS * share), round(_WORDING * share)
    rows: list[tuple[Cell, ...]] = [
        (
            language.day(each.day) if each.day else _("no date"),
            one_line(each.wording, length),
            one_line(each.votes, _VOTES),
        )
        for each in council.resolutions[:limit]
    ]
    if not rows:
        return [Paragraph(_("None that is public."), theme.plain)]
    heads = (_("Day"), _("Decided"), _("Votes"))
    more = _rest(len(council.resolutions) - limit, language, theme)
    return [table(theme, (_DAY, None, 30 * MM), heads, rows, is_small=True), *more]


def _day(event: PublishedEvent) -> date | None:
    return event.first_day if event.all_day or event.starts_at is None else parts.local_day(event.starts_at)
