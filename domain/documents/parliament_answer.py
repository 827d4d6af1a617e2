"""The answer to a question of parliament: events at schools and elsewhere in its columns, requests, counting rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.documents import parts
from domain.documents.inputs import SheetSubject
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, facts, items, table
from domain.documents.kit.text import b, one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.labels import label
from domain.region.kreise import kreis
from domain.rows.parliament import AnswerRow, ParliamentAnswer, ParliamentQuestion, Sums
from domain.rows.settings import OfficeSettings

_MARKS = ("¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹")
_COLUMNS = (26 * MM, 22 * MM, 26 * MM, 40 * MM, 27 * MM, 17 * MM, None, 26 * MM)
_NUMBER = 24 * MM


@dataclass(frozen=True, slots=True)
class ParliamentSheet:
    """A frozen answer: its title, its code, when it was frozen, and the office as it was then."""

    answer: ParliamentAnswer
    title: str
    code: str
    office: OfficeSettings
    stand: datetime

    @property
    def subject(self) -> SheetSubject:
        """The answer."""
        return SheetSubject(self.title)

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """It is no part of the plan."""
        return None


def code(data: ParliamentSheet) -> str:
    """The code of the snapshot; equal codes mean equal sheets."""
    return data.code


def paper(theme: Theme, _data: ParliamentSheet) -> Theme:
    """Landscape, for eight columns."""
    return replace(theme, page_width=theme.page_height, page_height=theme.page_width)


def sheet(data: ParliamentSheet, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    title = one_line(data.title, 300) or _("Answer to parliament")
    footer = _("Frozen on {moment} · snapshot {code} · made with Landauf")
    return Sheet(
        about=About(
            title=_("Answer to parliament: {title}").format(title=title),
            subject=period(data.answer.question, language),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=_("Answer to parliament"),
            title=title,
            lead=f"{period(data.answer.question, language)}: {_kinds(data.answer.question, language)}",
            figures=_figures(data.answer, language),
        ),
        body=story(data, language, theme),
        footer=footer.format(moment=language.moment(data.stand), code=data.code),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=parts.office_card(_("Responsible"), replace(data.office, logo=None), [], theme, language),
    )


def period(question: ParliamentQuestion, language: Language) -> str:
    """The days asked about."""
    return language.day_range(question.first, question.last)


def _kinds(question: ParliamentQuestion, language: Language) -> str:
    return language.listing(label(kind, language) for kind in question.kinds)


def _figures(answer: ParliamentAnswer, language: Language) -> tuple[KeyFigure, ...]:
    _ = language.gettext
    return (
        KeyFigure(language.number(answer.total.events), (_("Events in all"),)),
        KeyFigure(language.number(answer.total.participants), (_("Participants in all"),)),
        KeyFigure(language.number(answer.school_sums.events), (_("Events at schools"),)),
        KeyFigure(language.number(answer.requests.for_capacity), (_("Requests declined for capacity"),)),
    )


def story(data: ParliamentSheet, language: Language, theme: Theme) -> list[Block]:
    """The question, the two tables, the sums, guests and requests, how neutrality is kept, and the counting rules."""
    _ = language.gettext
    answer = data.answer
    marks = dict(zip((each.id for each in answer.footnotes), _MARKS, strict=False))
    blocks = parts.section(_("What was asked"), theme, _asked(answer, language, theme))
    for title, rows, sums in (
        (_("Events at schools"), answer.schools, answer.school_sums),
        (_("Events elsewhere"), answer.others, answer.other_sums),
    ):
        head = f"{title} ({language.number(sums.events)})"
        blocks += parts.section(head, theme, [_listed(rows, sums, marks, language, theme)])
    beside = Stack(parts.section(_("Whole of the events"), theme, [_sums(answer, marks, language, theme)]))
    requests = Stack(parts.section(_("Requests"), theme, _requests(answer, marks, language, theme)))
    blocks.append(Row([beside, requests], (None, 96 * MM), 10 * MM))
    blocks += parts.section(_("Guest speakers"), theme, _guests(answer, language, theme))
    blocks += parts.section(_("Neutrality of the offers"), theme, _statements(answer, language, theme))
    rules = [language.text(rule.msgid, rule.params) for rule in answer.footnotes]
    return blocks + parts.section(
        _("How it was counted"), theme, [items(theme, rules, is_small=True, marks=tuple(marks.values()))]
    )


def _asked(answer: ParliamentAnswer, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    question = answer.question
    districts = ", ".join(kreis(ags).name for ags in question.kreise) or _("all districts")
    topics = ", ".join(one_line(topic, 200) for topic in answer.topics) or _("all topics")
    rows = (
        (_("Period"), period(question, language)),
        (_("Kinds"), _kinds(question, language)),
        (_("Districts"), districts),
        (_("Topics"), topics),
    )
    return [*parts.prose(question.text, theme.body, language), facts(theme, rows, 30 * MM)]


def _listed(rows: Sequence[AnswerRow], sums: Sums, marks: dict[str, str], language: Language, theme: Theme) -> Block:
    """The columns of Drs. 6/3774 and the sums of the rows."""
    _ = language.gettext
    if not rows:
        return Paragraph(_("None in this period."), theme.plain)
    heads = (
        _("Event, date") + marks.get("counted", ""),
        _("People counted") + marks.get("participants", ""),
        _("School type") + marks.get("schools", ""),
        _("Organiser") + marks.get("organiser", ""),
        _("Place"),
        _("Duration") + marks.get("duration", ""),
        _("Topic, title") + marks.get("guests", ""),
        _("Occasion"),
    )
    lines: list[tuple[Cell, ...]] = [_line(row, language, theme) for row in rows]
    total: list[Block] = [Paragraph((b(_("Sum")),), theme.card), Paragraph(held(sums.events, language), theme.second)]
    lines.append((total, Paragraph((b(language.number(sums.participants)),), theme.card), *[""] * 6))
    return table(theme, _COLUMNS, heads, lines, is_small=True)


def held(count: int, language: Language) -> str:
    """So many events that took place."""
    words = language.ngettext("{count} event held", "{count} events held", count)
    return words.format(count=language.number(count))


def _line(row: AnswerRow, language: Language, theme: Theme) -> tuple[Cell, ...]:
    _ = language.gettext
    day = language.day(row.day)
    title: list[Block] = [Paragraph(one_line(row.title, 300), theme.card)]
    second = [", ".join(one_line(topic, 120) for topic in row.topics)]
    if row.guest_office:
        second.append(_("Spoken by: {office}").format(office=one_line(row.guest_office, 200)))
    title += [Paragraph(text, theme.second) for text in second if text]
    return (
        [Paragraph(day, theme.card), Paragraph(label(row.kind, language), theme.second)],
        _("not counted") if row.participants is None else language.number(row.participants),
        label(row.schulform, language) if row.schulform else "–",
        host(row, language),
        one_line(row.place, 200) or "–",
        duration(row, language),
        title,
        one_line(row.occasion, 500) or "–",
    )


def host(row: AnswerRow, language: Language) -> str:
    """The organiser by name, or by kind where the name may not be told."""
    if row.host_category is not None:
        return label(row.host_category, language)
    return one_line(row.host, 300) or "–"


def duration(row: AnswerRow, language: Language) -> str:
    """How long it took: hours and minutes, or whole days."""
    if row.minutes is not None:
        return parts.duration(row.minutes, language)
    if row.days == 1:
        return language.gettext("all day")
    return language.ngettext("{count} day", "{count} days", row.days).format(count=row.days)


def _sums(answer: ParliamentAnswer, marks: dict[str, str], language: Language, theme: Theme) -> Block:
    _ = language.gettext
    not_listed = marks.get("not_listed", "")
    rows = (
        (_("Events at schools"), answer.school_sums),
        (_("Events elsewhere"), answer.other_sums),
        (_("Organiser not named") + not_listed, answer.unnamed),
        (_("Only for the house") + not_listed, answer.internal),
    )
    lines: list[tuple[Cell, ...]] = [(name, *_counts(sums, language)) for name, sums in rows]
    total = (_("Whole of the events"), *_counts(answer.total, language))
    lines.append(tuple(Paragraph((b(text),), theme.card) for text in total))
    people = _("People counted") + marks.get("no_observations", "")
    heads = (_("Where"), _("Events counted"), people, _("Without a count"), _("Guest speakers"))
    return table(theme, (None, 26 * MM, _NUMBER, _NUMBER, _NUMBER), heads, lines, is_small=True)


def _counts(sums: Sums, language: Language) -> tuple[str, ...]:
    return tuple(map(language.number, (sums.events, sums.participants, sums.uncounted, sums.guests)))


def _requests(answer: ParliamentAnswer, marks: dict[str, str], language: Language, theme: Theme) -> list[Block]:
    """What came in, what was declined, and why; capacity always has its line."""
    _ = language.gettext
    found = answer.requests
    lines: list[tuple[Cell, ...]] = [
        (_("Received"), language.number(found.received)),
        (_("Declined") + marks.get("declined", ""), language.number(found.all_declined)),
        (_("for lack of capacity"), Paragraph((b(language.number(found.for_capacity)),), theme.card)),
    ]
    others = [each for each in found.declined if each.cause is None or each.cause.value != "capacity"]
    lines += [(cause_name(each.cause, language), language.number(each.requests)) for each in others]
    return [table(theme, (None, _NUMBER), (_("Requests"), _("How many")), lines, is_small=True)]


def cause_name(cause: object, language: Language) -> str:
    """A cause of declining in words."""
    from domain.terms import DeclineCause

    return label(cause, language) if isinstance(cause, DeclineCause) else language.gettext("No cause noted")


def _guests(answer: ParliamentAnswer, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    if not answer.guests:
        return [Paragraph(_("No office of another state or of the federation spoke."), theme.plain)]
    lines = [(one_line(each.name, 300), language.number(each.events)) for each in answer.guests]
    return [table(theme, (None, _NUMBER), (_("Office"), _("How many")), lines, is_small=True)]


def _statements(answer: ParliamentAnswer, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    blocks: list[Block] = []
    for each in answer.statements:
        name = one_line(each.offer, 300) or _("Events without an offer of the catalogue")
        head = f"{name} ({held(each.events, language)})"
        blocks += [Paragraph(head, theme.subsection), *parts.prose(each.text, theme.plain, language)]
    return blocks
