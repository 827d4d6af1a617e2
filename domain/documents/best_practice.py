"""The profile (Steckbrief) of a good example: one page for others to learn from; made only from what is public."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from domain.documents import parts
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block, Frame, Row, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet, on_one_page
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import facts, items
from domain.documents.kit.text import clean, one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.labels import label
from domain.rows.practice import PracticeProfile
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.terms import Audience

_AIM, _MEASURES, _RESULT, _TIPS, _FACT = 300, 900, 500, 480, 160
"""Characters of each text that fit on one page; longer ones are cut with a mark."""
_LINES = 6
"""Paragraphs or list items of a text at most, for the same reason."""
_LABELS = 19 * MM


@dataclass(frozen=True, slots=True)
class PracticeSheet(EventInput):
    """Everything on a profile; `event` is what `rules.audience.publish` gives for the public."""

    event: PublishedEvent
    profile: PracticeProfile
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False

    def __post_init__(self) -> None:
        if self.event.audience is not Audience.public or self.event.internal is not None:
            raise ValueError("a profile is made from the public view of an event only")


def code(data: PracticeSheet) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.event, data.profile, data.office)


def sheet(data: PracticeSheet, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set; long texts are cut so that it stays one page."""
    return on_one_page(lambda share: _sheet(data, language, theme, share), theme)


def _sheet(data: PracticeSheet, language: Language, theme: Theme, share: float) -> Sheet:
    _ = language.gettext
    event = data.event
    kind = label(event.kind, language)
    places = (one_line(event.place.town, 80), one_line(event.place.kreis, 80))
    where = ", ".join(dict.fromkeys(place for place in places if place))
    return Sheet(
        about=About(
            title=_("Good example: {title}").format(title=one_line(event.title, 160)),
            subject=", ".join(part for part in (kind, where) if part),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=_("Good example · {kind}").format(kind=kind),
            title=event.title,
            lead=where,
            figures=_date_block(event, language),
        ),
        body=story(data, language, theme, share),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=_foot(data, language, theme),
    )


def _date_block(event: PublishedEvent, language: Language) -> tuple[KeyFigure, ...]:
    """The year as a big figure, the day below it."""
    day = event.first_day if event.all_day or event.starts_at is None else parts.local_day(event.starts_at)
    return (KeyFigure(str(day.year), (language.gettext("carried out on"), language.day(day))),) if day else ()


def story(data: PracticeSheet, language: Language, theme: Theme, share: float = 1) -> list[Block]:
    """Aim, what was done, what came of it and what others can take over; facts and map beside."""
    _ = language.gettext
    profile = data.profile
    main: list[Block] = []
    aim = profile.aim if profile.aim.strip() else data.event.text
    main += parts.section(_("Aim"), theme, _lead(aim, round(_AIM * share), theme))
    main += parts.section(_("What was done"), theme, _prose(profile.measures, round(_MEASURES * share), theme))
    main += parts.section(_("Result and experience"), theme, _prose(profile.result, round(_RESULT * share), theme))
    main += _tips(profile.tips, round(_TIPS * share), language, theme)
    side = [
        *_map(data.event, language, theme),
        *parts.section(_("In brief"), theme, _brief(data, round(_FACT * share), language, theme)),
    ]
    return [Row([Stack(main), Stack(side)], (theme.span(7.6), None), 9 * MM)] if main else side


def _lead(text: str, limit: int, theme: Theme) -> list[Block]:
    style = replace(theme.opening, leading=theme.opening.size * 1.42, after=1.5 * MM)
    words = one_line(text, limit)
    return [Paragraph(words, style)] if words else []


def _prose(text: str, limit: int, theme: Theme) -> list[Block]:
    return [Paragraph(line, theme.body) for line in _lines(text, limit)]


def _lines(text: str, limit: int) -> list[str]:
    """At most `_LINES` paragraphs with `limit` characters in all; what is left out is marked."""
    lines = [line.strip() for line in clean(text, limit).split("\n") if line.strip()]
    return [*lines[: _LINES - 1], "…"] if len(lines) > _LINES else lines


def _brief(data: PracticeSheet, limit: int, language: Language, theme: Theme) -> list[Block]:
    rows = [(name, one_line(value, limit)) for name, value in _facts(data, language)]
    shown = [(name, value) for name, value in rows if value]
    return [facts(theme, shown, _LABELS, is_small=True)] if shown else []


def _facts(data: PracticeSheet, language: Language) -> Iterator[tuple[str, str]]:
    """What the profile says; where it is silent, what is published of the event anyway."""
    _ = language.gettext
    event, profile = data.event, data.profile
    yield _("For whom"), profile.target_group if profile.target_group.strip() else language.listing(event.target_groups)
    yield _("With"), profile.partners if profile.partners.strip() else language.listing(event.partners)
    yield _("Effort"), profile.effort
    yield _("Topics"), language.listing(event.topics)
    yield _("Host"), event.host


def _map(event: PublishedEvent, language: Language, theme: Theme) -> list[Block]:
    ags, name = event.place.kreis_ags, one_line(event.place.kreis or event.place.town)
    if not ags:
        return []
    alt = language.gettext("Map of the 14 districts; the example comes from {district}.").format(district=name)
    return [parts.hex_map({ags: ""}, alt, theme)]


def _tips(text: str, limit: int, language: Language, theme: Theme) -> list[Block]:
    """What others can take over, in a box of its own."""
    lines = _lines(text, limit)
    if not lines:
        return []
    head = replace(theme.section, before=0)
    frame = Frame(4 * MM, 3 * MM, 4 * MM, 2 * MM, theme.palette.tint, radius=2 * MM)
    box = Stack([Paragraph(language.gettext("What others can take over"), head), items(theme, lines)], frame)
    box.before = 5 * MM * theme.air
    box.after = 4 * MM * theme.air
    return [box]


def _foot(data: PracticeSheet, language: Language, theme: Theme) -> Block | None:
    _ = language.gettext
    ask = parts.card_note(_("Whom to ask"), one_line(data.profile.contact_office, 200), theme)
    return parts.public_card(_("Published by"), data.office, [ask], theme, language)
