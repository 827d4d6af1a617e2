"""The request form: filled in on the screen or by hand, sent back, and read by the program."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from domain.documents import parts
from domain.documents.inputs import SheetSubject
from domain.documents.kit.fields import TextField
from domain.documents.kit.flow import Block, Frame, Row, Stack
from domain.documents.kit.form_blocks import labelled, line
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Theme
from domain.documents.questions import Questions
from domain.i18n import N_, Language
from domain.labels import label
from domain.rows import request_form as form
from domain.rows.settings import OfficeSettings
from domain.terms import EventKind, Schulform

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOPICS, _TOPIC_LENGTH = 60, 90
"""How many topics the list offers, and how long one may be."""
_TINY, _SMALL, _MEDIUM, _HALF = 24 * MM, 30 * MM, 58 * MM, 84.5 * MM
_WHOLE = 150 * MM
"""A section up to this height stays on one page."""


@dataclass(frozen=True, slots=True)
class RequestForm:
    """Everything on the form.

    `topics` are offered in a list, the most wanted first; `kind` is chosen beforehand if given. `version` and
    `has_changed` are of no concern to a form and stay as they are.
    """

    office: OfficeSettings
    stand: datetime
    topics: tuple[str, ...] = ()
    kind: EventKind | None = None
    version: int | None = None
    has_changed: bool = False

    @property
    def subject(self) -> SheetSubject:
        """No record."""
        return SheetSubject("")

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """It is no part of the plan."""
        return None


def code(data: RequestForm) -> str:
    """The short code of a form made from this; equal codes mean equal forms."""
    return parts.code_of(data.topics, data.kind, data.office)


def sheet(data: RequestForm, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    office = one_line(data.office.name, 90)
    return Sheet(
        about=About(
            title=_("Request for an event"),
            subject=_("Form to be filled in and sent back"),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
            keywords=form.MARKER,
        ),
        masthead=Masthead(
            eyebrow=office or "Landauf",
            title=_("Request for an event"),
            lead=_(
                "Lecture, training, advice or a stand: tell us what you need. What is marked “required” we must know."
            ),
            figures=_steps(language),
        ),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, None, code(data), language),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=_return(data, language, theme),
    )


def _steps(language: Language) -> tuple[KeyFigure, ...]:
    _ = language.gettext
    return (
        KeyFigure("1", (_("fill in on the"), _("screen and save"))),
        KeyFigure("2", (_("send the file"), _("back by e-mail"))),
    )


def story(data: RequestForm, language: Language, theme: Theme) -> list[Block]:
    """The questions in the order in which people think of them."""
    ask = Questions(language, theme)
    _ = language.gettext
    sections: tuple[tuple[str, Sequence[Block]], ...] = (
        (_("What do you wish for?"), _what(ask, data)),
        (_("Who is asking?"), _who(ask)),
        (_("When does it suit you?"), _when(ask)),
        (_("Where will it be?"), _where(ask)),
        (_("Who will listen?"), _listeners(ask)),
        (_("What else should we know?"), _else(ask)),
    )
    blocks: list[Block] = []
    for title, found in sections:
        section = Row([Stack([Paragraph(title, theme.section), *found])], (None,), whole=_WHOLE)
        section.before = theme.section.before
        blocks.append(section)
    return [*blocks, _closing(ask)]


def _what(ask: Questions, data: RequestForm) -> list[Block]:
    kinds = [(kind.value, label(kind, ask.language)) for kind in form.KINDS]
    kind = data.kind.value if data.kind in form.KINDS else ""
    topics = list(dict.fromkeys(filter(None, (one_line(topic, _TOPIC_LENGTH) for topic in data.topics))))[:_TOPICS]
    return [
        line(
            [
                ask.choice("kind", N_("Kind of event"), kinds, kind, is_required=True),
                ask.choice("topic", N_("Topic from our catalogue"), [(topic, topic) for topic in topics]),
            ],
            (_MEDIUM, None),
        ),
        line(
            [
                ask.text("own_topic", N_("Or the topic in your own words")),
                ask.text("duration", N_("Duration in minutes")),
            ],
            (None, 38 * MM),
        ),
        line([ask.text("occasion", N_("Occasion, such as a project week or an incident"), 2)], (None,)),
    ]


def _who(ask: Questions) -> list[Block]:
    schools = [(form_.value, label(form_, ask.language)) for form_ in Schulform]
    return [
        line(
            [
                ask.text("requester", N_("School, office, club or company"), is_required=True),
                ask.choice("schulform", N_("Type of school"), schools),
                ask.text("school_grade", N_("Grade")),
            ],
            (None, 52 * MM, _TINY),
        ),
        line(
            [
                ask.text("contact_name", N_("Contact person"), is_required=True),
                ask.text("contact_role", N_("Function")),
            ],
            (_HALF, None),
        ),
        line(
            [ask.text("phone", N_("Telephone")), ask.text("email", N_("E-mail"), is_required=True)],
            (_HALF, None),
        ),
    ]


_WISHES = (N_("First wish: day"), N_("Second wish: day"), N_("Third wish: day"))


def _when(ask: Questions) -> list[Block]:
    _ = ask.language.gettext
    hint = _("The best date first, such as 14/09/2027 and 9:30. For a period give its last day too.")
    lines: list[Block] = [Paragraph(hint, ask.theme.field_hint)]
    for number, msgid in enumerate(_WISHES, 1):
        cells = [
            ask.text(form.wish_field(number, "first_day"), msgid, limit="wish_day"),
            ask.text(form.wish_field(number, "last_day"), N_("until day"), limit="wish_day"),
            ask.text(form.wish_field(number, "from"), N_("from (time)"), limit="wish_time"),
            ask.text(form.wish_field(number, "to"), N_("until (time)"), limit="wish_time"),
        ]
        lines.append(line(cells, (None, None, _SMALL, _SMALL)))
    lines.append(line([ask.text("answer_by", N_("By when do you need our answer?"))], (_MEDIUM,)))
    return lines


def _where(ask: Questions) -> list[Block]:
    return [
        line([ask.text("place", N_("Building and room")), ask.text("street", N_("Street and number"))], (_HALF, None)),
        line(
            [
                ask.text("postcode", N_("Postcode"), is_required=True),
                ask.text("town", N_("Town"), is_required=True),
            ],
            (46 * MM, None),
        ),
        line([ask.text("room_technique", N_("Technique in the room: projector, sound, internet"), 2)], (None,)),
    ]


def _listeners(ask: Questions) -> list[Block]:
    return [
        line(
            [
                ask.text("listeners", N_("Who will listen, which age")),
                ask.text("expected", N_("Number of people")),
            ],
            (None, 38 * MM),
        ),
        line([ask.text("prior_knowledge", N_("What do they know of the topic already?"), 2)], (None,)),
        line(
            [
                ask.either(
                    "openness", N_("Who may come?"), ((form.PUBLIC, N_("everybody")), (form.CLOSED, N_("closed group")))
                ),
                ask.either(
                    "teacher_present", N_("Will a teacher be there?"), ((form.YES, N_("yes")), (form.NO, N_("no")))
                ),
                ask.tick("press_expected", N_("Press"), N_("is expected")),
            ],
            (82 * MM, 44 * MM, None),
        ),
        line([ask.text("needs", N_("Accessibility: step-free, sign language, hearing loop, language"), 2)], (None,)),
    ]


def _else(ask: Questions) -> list[Block]:
    return [
        line([ask.text("security_remarks", N_("Security remarks (only for us, never passed on)"), 2)], (None,)),
        line([ask.text("notes", N_("Further remarks"), 2)], (None,)),
    ]


def _closing(ask: Questions) -> Block:
    """What becomes of the answers, and the field by which a returned file is recognised."""
    _, theme = ask.language.gettext, ask.theme
    text = _(
        "We use what you write here only to answer your request and to prepare the event. Names and ways to reach you"
        " are seen by those in our office who do so and are deleted when they are needed no longer. The office named"
        " below tells you the legal basis and what is kept of you, corrects it and deletes it. Please write nothing"
        " about single persons, such as pupils."
    )
    words = _("Version of this form")
    field = TextField(form.PREFIX + form.MARKER_FIELD, words, is_fixed=True, value=form.MARKER)
    left = Stack([Paragraph(_("Data protection"), theme.section), Paragraph(text, theme.dense)])
    mark = Stack([labelled(theme, words, field)], Frame(top=theme.section.leading + theme.section.after))
    closing = Row([left, mark], (None, 46 * MM), 6 * MM, whole=_WHOLE)
    closing.before = theme.section.before
    return closing


def _return(data: RequestForm, language: Language, theme: Theme) -> Block | None:
    _ = language.gettext
    how = (
        _("Save the file and send it to {email}. Please send the file itself, no scan.").format(
            email=one_line(data.office.email, 120)
        )
        if data.office.email.strip()
        else _("Save the file and send it to the office by e-mail. Please send the file itself, no scan.")
    )
    notes = parts.card_note(_("How to send it back"), how, theme)
    return parts.office_card(_("Send it to"), data.office, [notes], theme, language)
