"""What a briefing tells of before: concerns and answers, earlier events, open requests, and what to take along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.documents import parts
from domain.documents.kit.flow import Block
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, items, table
from domain.documents.kit.text import Run, b, one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.labels import label
from domain.labels.languages import language_name
from domain.rows.concerns import ConcernRow
from domain.rows.events import EventRow
from domain.rows.requests import RequestRow
from domain.rules.packing import Copies

_WAITING, _ANSWERED, _EARLIER, _REQUESTS, _COPIES = 8, 5, 6, 5, 8
"""How many of each are listed before the rest is only counted."""
_WORDS = 220
"""Characters of a concern or an answer that a briefing has room for; the register has all of it."""


@dataclass(frozen=True, slots=True)
class Concerns:
    """Citizens' concerns of the district: without an answer, the oldest first; and answered since the last dialogue."""

    waiting: tuple[ConcernRow, ...] = ()
    answered: tuple[ConcernRow, ...] = ()


def waiting(concerns: Concerns, stand: datetime, language: Language, theme: Theme) -> list[Block]:
    """What is still without an answer: number, what it is about, who has to answer, since when."""
    _ = language.gettext
    lines = []
    today = parts.local_day(stand)
    for row in concerns.waiting[:_WAITING]:
        told = [one_line(row.office, 80) or _("no office named yet")]
        if row.draft.raised_on is not None:
            told.append(_("raised on {day}").format(day=language.day(row.draft.raised_on)))
        if row.due is not None and row.due < today:
            told.append(_("answer overdue since {day}").format(day=language.day(row.due)))
        lines.append(_line(row, "; ".join(told), theme))
    return _listed(lines, len(concerns.waiting) - _WAITING, language, theme)


def answered(concerns: Concerns, language: Language, theme: Theme) -> list[Block]:
    """What was answered since the last dialogue, with the answer."""
    _ = language.gettext
    lines = []
    for row in concerns.answered[:_ANSWERED]:
        answer = one_line(row.public_answer or row.answer, _WORDS) or label(row.state, language)
        day = f"{language.day(row.answered_on)}: " if row.answered_on else ""
        lines.append(_line(row, f"{day}{answer}", theme))
    return _listed(lines, len(concerns.answered) - _ANSWERED, language, theme)


def _line(row: ConcernRow, told: str, theme: Theme) -> list[Run]:
    """Number and wording, what there is to tell behind it in grey."""
    words = one_line(row.draft.public_text or row.draft.wording, _WORDS)
    return [b(f"{one_line(row.number, 40)} "), Run(words), Run(f" – {told}", colour=theme.palette.muted)]


def earlier(events: Sequence[EventRow], language: Language, theme: Theme) -> list[Block]:
    """The latest events as a table, the rest as a count."""
    _ = language.gettext
    if not events:
        return [Paragraph(_("None on record."), theme.plain)]
    rows: list[Sequence[Cell]] = [
        (
            language.day(event.start_day) if event.start_day else _("no date"),
            [Paragraph(one_line(event.title, 120), theme.card), Paragraph(_kind(event, language), theme.second)],
        )
        for event in events[:_EARLIER]
    ]
    found = table(theme, (17 * MM, None), (_("Day"), _("Event")), rows, is_small=True)
    return [found, *_more(len(events) - _EARLIER, language, theme)]


def _kind(event: EventRow, language: Language) -> str:
    return " · ".join(part for part in (label(event.kind, language), one_line(event.town, 60)) if part)


def requests(rows: Sequence[RequestRow], language: Language, theme: Theme) -> list[Block]:
    """Who asks for what in the district."""
    lines = []
    for request in rows[:_REQUESTS]:
        draft = request.draft
        wish = " – ".join(part for part in (label(draft.kind, language), one_line(draft.topic)) if part)
        where = ", ".join(part for part in (one_line(draft.requester), one_line(draft.town)) if part)
        lines.append(f"{where}: {wish}")
    return _listed(lines, len(rows) - _REQUESTS, language, theme)


def copies(found: Sequence[Copies], language: Language, theme: Theme) -> list[Block]:
    """The publications to take along, to tick off."""
    lines = []
    for each in found[:_COPIES]:
        named = one_line(each.name, 120)
        if each.language != language.code:
            named += f" ({language_name(each.language, language)})"
        lines.append([b(f"{language.number(each.copies)} × "), Run(named)])
    if not lines:
        return []
    ticks = items(theme, lines, to_tick=True, is_small=True)
    return [ticks, *_more(len(found) - _COPIES, language, theme)]


def _listed(lines: Sequence[str | Sequence[Run]], more: int, language: Language, theme: Theme) -> list[Block]:
    return [items(theme, lines, is_small=True), *_more(more, language, theme)] if lines else []


def _more(count: int, language: Language, theme: Theme) -> list[Block]:
    if count <= 0:
        return []
    text = language.ngettext("and {count} more", "and {count} more", count).format(count=count)
    return [Paragraph(text, theme.second)]
