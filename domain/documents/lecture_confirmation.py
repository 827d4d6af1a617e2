"""The letter that confirms an event to the host who asked for it; made only from what partners may see."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.documents import letters, parts
from domain.documents.inputs import EventInput
from domain.documents.kit.flow import Block, Stack
from domain.documents.kit.letter import Letterhead, letter_margins
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import facts, items
from domain.documents.kit.text import clean, one_line
from domain.documents.kit.theme import MM, Style, Theme
from domain.i18n import Language
from domain.labels import label
from domain.overriding import override
from domain.rows.published import PublishedEvent
from domain.rows.published_confirmation import Confirmation
from domain.rows.settings import OfficeSettings
from domain.terms import Audience, EventState

_LABELS = 34 * MM


@dataclass(frozen=True, slots=True)
class ConfirmationLetter(EventInput):
    """Everything in the letter; `confirmation` is what `rules.confirmation.confirm` lets through."""

    confirmation: Confirmation
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False

    def __post_init__(self) -> None:
        if self.event.audience is not Audience.partners or self.event.internal is not None:
            raise ValueError("a confirmation is made from the partners' view of an event only")

    @property
    @override
    def event(self) -> PublishedEvent:
        """The event it confirms."""
        return self.confirmation.event


def code(data: ConfirmationLetter) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.confirmation, data.office)


def sheet(data: ConfirmationLetter, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    subject = _subject(data, language)
    margins = letter_margins(theme)
    return Sheet(
        about=About(
            title=subject,
            subject=", ".join(part for part in (label(data.event.kind, language), one_line(data.event.host)) if part),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Letterhead(
            title=subject,
            sender=tuple(line for line in (data.office.name, data.office.unit) if line.strip()),
            back=letters.return_address(data.office),
            address=data.confirmation.facts.address,
            information=letters.information(data.event.number, data.office, data.stand, language),
            logo=data.office.logo,
        ),
        body=[Stack(story(data, subject, language, theme), margins)],
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
    )


def _is_settled(data: ConfirmationLetter) -> bool:
    return data.event.state is EventState.confirmed


def _subject(data: ConfirmationLetter, language: Language) -> str:
    _ = language.gettext
    pattern = _("Confirmation: {title}") if _is_settled(data) else _("Your date is noted: {title}")
    return pattern.format(title=one_line(data.event.title, 140))


def story(data: ConfirmationLetter, subject: str, language: Language, theme: Theme) -> list[Block]:
    """The body: subject, thanks, the date in facts, who brings what, neutrality, and whom to call."""
    _ = language.gettext
    head = Style(theme.faces.semibold, *theme.scale.banner, theme.palette.ink, after=5 * MM * theme.air, tag="H1")
    note = data.confirmation.facts.neutrality_note
    return [
        Paragraph(subject, head),
        *_opening(data, language, theme),
        facts(theme, _facts(data, language), _LABELS),
        *parts.section(_("What we bring along"), theme, _bring(data, theme)),
        *parts.section(_("What we need on site"), theme, _needs(data, language, theme)),
        *parts.section(_("How we stay neutral"), theme, parts.prose(note, theme.body, language)),
        *_closing(data, language, theme),
    ]


def _opening(data: ConfirmationLetter, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    asked = data.confirmation.facts.asked_on
    thanks = _("thank you for your request.")
    if asked is not None:
        thanks = _("thank you for your request of {day}.").format(day=language.day(asked))
    promise = (
        _("We gladly confirm the following date:")
        if _is_settled(data)
        else _("We have noted the following date for you. It is not final yet; we will confirm it to you.")
    )
    salutation = replace(theme.body, after=3 * MM * theme.air)
    return [
        Paragraph(_("Dear Sir or Madam,"), salutation),
        Paragraph(f"{thanks} {promise}", replace(theme.body, after=3 * MM * theme.air)),
    ]


def _facts(data: ConfirmationLetter, language: Language) -> list[tuple[str, str]]:
    _ = language.gettext
    event, told = data.event, data.confirmation.facts
    place = ", ".join(parts.place_lines(event.place)) or one_line(event.place.online_url)
    rows = [
        (_("What"), f"{label(event.kind, language)}: {one_line(event.title, 140)}"),
        (_("Topic"), one_line(language.listing(event.topics), 300) if event.topics else ""),
        (_("When"), parts.when(event, language)),
        (_("Duration"), parts.duration(told.minutes, language) if told.minutes else ""),
        (_("Where"), place),
        (_("For whom"), _for_whom(data, language)),
        (_("Expected"), _expected(told.expected, language)),
        (
            _("Speaking"),
            one_line(language.listing(tuple(_(name) for name in event.speakers)), 400) if event.speakers else "",
        ),
        (_("Accessibility"), one_line(event.accessibility, 400)),
    ]
    return [(name, value) for name, value in rows if value]


def _expected(count: int | None, language: Language) -> str:
    if count is None:
        return ""
    words = language.ngettext("{count} person", "{count} people", count)
    return words.format(count=language.number(count))


def _for_whom(data: ConfirmationLetter, language: Language) -> str:
    _ = language.gettext
    told = data.confirmation.facts
    grade = one_line(told.school_grade, 60).strip()
    if grade[:1].isdigit():  # "9", but not "ab Klasse 9"
        grade = _("grade {grade}").format(grade=grade)
    school = label(told.schulform, language) if told.schulform else ""
    return ", ".join(part for part in (one_line(told.listeners, 200), school, grade) if part)


def _bring(data: ConfirmationLetter, theme: Theme) -> Sequence[Block]:
    told = data.confirmation.facts
    lines = [one_line(title, 160) for title in told.material if title.strip()]
    return [items(theme, lines)] if lines else []


def _needs(data: ConfirmationLetter, language: Language, theme: Theme) -> Sequence[Block]:
    _ = language.gettext
    told = data.confirmation.facts
    lines = []
    if told.room_needs.strip():
        lines.append(clean(told.room_needs, 600))
    if told.room_technique.strip():
        lines.append(_("As you told us, there is: {technique}").format(technique=clean(told.room_technique, 600)))
    else:
        lines.append(_("Please tell us which technique the room has: projector, loudspeakers, network."))
    if told.schulform is not None or told.teacher_present:
        lines.append(_("A teacher stays in the room; supervision remains with the school."))
    return [items(theme, lines)]


def _closing(data: ConfirmationLetter, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    office = data.office
    reach = letters.reach(office)
    change = _("If anything changes, please let us know as early as you can.")
    if reach:
        change = _("If anything changes, please let us know as early as you can: {reach}.").format(reach=reach)
    return [
        Paragraph(change, replace(theme.body, before=5 * MM * theme.air)),
        *letters.farewell(office, language, theme),
    ]
