"""What became of citizens' concerns, for the public; made only from what everybody may read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.documents import parts
from domain.documents.inputs import SheetSubject
from domain.documents.kit.flow import Block
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import table
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import N_, Language
from domain.labels import label
from domain.rows.published_concerns import PublicConcern, PublicResults
from domain.rows.settings import OfficeSettings
from domain.terms import ConcernState

_PARTS = (
    (N_("Answered"), (ConcernState.answered,)),
    (N_("In progress"), (ConcernState.forwarded, ConcernState.open)),
    (N_("Dealt with"), (ConcernState.closed,)),
    (N_("Not pursued"), (ConcernState.dropped,)),
)
"""The sections of the sheet: its heading (msgid) and the states it tells of."""


@dataclass(frozen=True, slots=True)
class ResultSheet:
    """Everything on a result sheet: what the public may see of the concerns, and who is responsible."""

    results: PublicResults
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False

    @property
    def subject(self) -> SheetSubject:
        """The event or the Kreis."""
        return SheetSubject(self.results.event or self.results.kreis)

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """It is no part of the plan."""
        return None


def code(data: ResultSheet) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.results, data.office)


def sheet(data: ResultSheet, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    results = data.results
    where = one_line(results.event, 160) or one_line(results.kreis, 160)
    return Sheet(
        about=About(
            title=_("What became of your concerns: {where}").format(where=where),
            subject=_("Results of citizen dialogues"),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=_eyebrow(results, language),
            title=_("What became of your concerns"),
            lead=_lead(results, language),
            figures=_figures(results, language),
        ),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, None, code(data), language),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=parts.public_card(_("Contact"), data.office, [], theme, language),
    )


def _eyebrow(results: PublicResults, language: Language) -> str:
    """Of an event its Kreis, too; of a Kreis the name follows as the lead."""
    _ = language.gettext
    if not results.event or not results.kreis.strip():
        return _("Concerns of citizens")
    return _("Concerns of citizens · {where}").format(where=one_line(results.kreis, 80))


def _lead(results: PublicResults, language: Language) -> str:
    if not results.event:
        return one_line(results.kreis, 160)
    day = language.long_day(results.day) if results.day else ""
    return ", ".join(part for part in (one_line(results.event, 200), one_line(results.town, 80), day) if part)


def _figures(results: PublicResults, language: Language) -> tuple[KeyFigure, ...]:
    states = [concern.state for concern in results.concerns]
    done = sum(state in {ConcernState.answered, ConcernState.closed} for state in states)
    count = len(states)
    return (
        KeyFigure(language.number(count), (language.ngettext("concern", "concerns", count),)),
        KeyFigure(language.number(done), (language.gettext("answered or settled"),)),
    )


def story(data: ResultSheet, language: Language, theme: Theme) -> list[Block]:
    """A word to the reader, then a table for each state."""
    _ = language.gettext
    blocks: list[Block] = [
        Paragraph(
            _(
                "Every concern has a number; it stands on the card you took along. Names and other personal details are"
                " not kept. What is still open heads the agenda of the next dialogue."
            ),
            replace(theme.body, hyphenate=False),
        )
    ]
    for title, states in _PARTS:
        found = [concern for concern in data.results.concerns if concern.state in states]
        if found:
            head = _("{heading} ({count})").format(heading=_(title), count=language.number(len(found)))
            blocks += parts.section(head, theme, [_table(found, language, theme)])
    return blocks


def _table(found: Sequence[PublicConcern], language: Language, theme: Theme) -> Block:
    _ = language.gettext
    rows = [(concern.number, _raised(concern, language, theme), _told(concern, language, theme)) for concern in found]
    return table(theme, (24 * MM, theme.span(4.6), None), (_("Number"), _("Concern"), _("Answer")), rows)


def _raised(concern: PublicConcern, language: Language, theme: Theme) -> list[Block]:
    about = f"{label(concern.category, language)} · {label(concern.place_category, language)}"
    text: list[Block] = [Paragraph(one_line(concern.text, 520), theme.plain)] if concern.text.strip() else []
    return [*text, Paragraph(about, theme.second if text else theme.plain)]


def _told(concern: PublicConcern, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    if concern.answer.strip():
        return list(parts.prose(concern.answer, theme.plain, language))
    words = {
        ConcernState.open: _("Noted; the responsible office is being found."),
        ConcernState.forwarded: _("With the responsible office."),
        ConcernState.answered: _("Answered; the answer is presented at the next dialogue."),
        ConcernState.closed: _("Settled."),
        ConcernState.dropped: _("Is not pursued further."),
    }
    return [Paragraph(words[concern.state], theme.second)]
