"""The invitation as a letter to institutions, one for each; made only from what partners may see."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from domain.documents import letters, parts
from domain.documents.agenda import agenda
from domain.documents.inputs import EventInput
from domain.documents.kit.figures import QrCode
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.page import Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import facts
from domain.documents.kit.text import Run, b, link, one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.labels import label
from domain.rows.letters import Addressee
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.terms import Audience, EventState

_LABELS = 28 * MM
_CODE = 27 * MM
_CALLED_OFF = frozenset({EventState.cancelled, EventState.postponed})


@dataclass(frozen=True, slots=True)
class InvitationLetter(EventInput):
    """Everything in the letters; without addressees one is set with its address field empty.

    `answer_by` is the day by which an answer is asked for, None to name none. `calendar` goes into the QR code,
    `url` is where the event is announced.
    """

    event: PublishedEvent
    addressees: tuple[Addressee, ...]
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    answer_by: date | None = None
    calendar: str = ""
    url: str = ""
    has_changed: bool = False

    def __post_init__(self) -> None:
        if self.event.audience is not Audience.partners or self.event.internal is not None:
            raise ValueError("a letter of invitation is made from the partners' view of an event only")
        if self.event.state in _CALLED_OFF:
            raise ValueError("nobody is invited to what is called off")


def code(data: InvitationLetter) -> str:
    """The short code of letters made from this; equal codes mean equal letters."""
    return parts.code_of(data.event, data.addressees, data.office, data.answer_by, data.calendar, data.url)


def sheet(data: InvitationLetter, language: Language, theme: Theme) -> Sheet:
    """The letters ready to be set, each beginning a page."""
    foot = parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed)
    writing = letters.Writing(data.office, data.stand, foot, data.event.number)
    first, *others = data.addressees or (Addressee(),)
    make = partial(_letter, data=data, writing=writing, language=language)
    return replace(make(first, theme), following=[partial(make, to) for to in others])


def _letter(
    to: Addressee, theme: Theme, *, data: InvitationLetter, writing: letters.Writing, language: Language
) -> Sheet:
    pattern = (
        language.gettext("Invitation: {title}") if _is_settled(data) else language.gettext("Save the date: {title}")
    )
    subject = pattern.format(title=one_line(data.event.title, 140))
    return letters.letter(to, subject, _body(to, data, language, theme), writing, language, theme)


def _is_settled(data: InvitationLetter) -> bool:
    return data.event.state is not EventState.tentative


def _body(to: Addressee, data: InvitationLetter, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    event = data.event
    opening = (
        _("We cordially invite you to the following event:")
        if _is_settled(data)
        else _("Please save the following date. It is not final yet; we will confirm it to you.")
    )
    return [
        letters.greeted(to, language, theme),
        *letters.said([opening], theme),
        facts(theme, _facts(event, language), _LABELS),
        *parts.section(_("What it is about"), theme, parts.prose(event.text, theme.body, language)),
        *parts.section(_("Programme"), theme, agenda(event.agenda, language, theme)),
        *_answer(data, language, theme),
        *letters.farewell(data.office, language, theme),
        *_to_take_along(data, language, theme),
    ]


def _facts(event: PublishedEvent, language: Language) -> list[tuple[str, str]]:
    _ = language.gettext
    speakers = tuple(_(name) for name in event.speakers)  # a confidential name arrives as a message
    place = ", ".join(parts.place_lines(event.place))
    rows = [
        (_("What"), f"{label(event.kind, language)}: {one_line(event.title, 140)}"),
        (_("When"), parts.when(event, language)),
        (_("Where"), place),
        (_("Online"), one_line(event.place.online_url)),
        (_("Host"), one_line(event.host)),
        (_("Speaking"), one_line(language.listing(speakers), 400) if speakers else ""),
        (_("Topics"), one_line(language.listing(event.topics), 300) if event.topics else ""),
        (_("Accessibility"), one_line(event.accessibility, 400)),
    ]
    return [(name, value) for name, value in rows if value]


def _answer(data: InvitationLetter, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    ask = _("Please let us know whether you will come, and how many of you.")
    if data.answer_by is not None:
        ask = _("Please let us know by {day} whether you will come, and how many of you.").format(
            day=language.long_day(data.answer_by)
        )
    reach = letters.reach(data.office)
    if reach:
        ask = " ".join((ask, _("You reach us at {reach}.").format(reach=reach)))
    return [Paragraph(ask, replace(theme.body, before=5 * MM * theme.air))]


def _to_take_along(data: InvitationLetter, language: Language, theme: Theme) -> list[Block]:
    """The calendar entry as a code with a note beside it, and where the event is announced."""
    _ = language.gettext
    announced = [Run(_("More about it:") + " "), link(data.url)] if data.url.strip() else []
    if not QrCode.can_hold(data.calendar):
        return [Paragraph(announced, replace(theme.plain, before=6 * MM * theme.air))] if announced else []
    code_block = QrCode(data.calendar, _("QR code with the calendar entry of this event"), theme, _CODE)
    note: list[Block] = [
        Paragraph([b(_("Take the date along"))], theme.card),
        Paragraph(_("The code holds the entry for your calendar."), theme.card),
    ]
    if announced:
        note.append(Paragraph(announced, replace(theme.card, before=1.5 * MM)))
    row = Row([Stack([code_block]), Stack(note)], (_CODE, None), 3 * MM, whole=_CODE * 2)
    row.before = 6 * MM * theme.air
    return [row]
