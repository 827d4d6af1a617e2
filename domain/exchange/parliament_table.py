"""Answers to parliament as tables: the lines that XLSX and CSV hold, and the one object of JSON."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from domain.exchange.columns import Column
from domain.i18n import N_, Language
from domain.labels import label
from domain.region.kreise import kreis
from domain.rows.parliament import AnswerRow, OpenAnswer, ParliamentAnswer, RequestCounts, Sums
from domain.rules.parliament import figures
from domain.terms import BERLIN, EventKind, Schulform

_SCHOOLS, _OTHERS, _ALL = N_("Events at schools"), N_("Events elsewhere"), N_("Whole of the events")
_DECLINED, _GUESTS = N_("Requests declined"), N_("Guest speakers")


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One line of the answer as a table: an event, a sum, or a count; `events` is how many it stands for."""

    part: str
    what: str = ""
    kind: EventKind | None = None
    day: date | None = None
    participants: int | None = None
    schulform: Schulform | None = None
    host: str = ""
    place: str = ""
    minutes: int | None = None
    days: int | None = None
    title: str = ""
    topics: tuple[str, ...] = ()
    occasion: str = ""
    guest_office: str = ""
    events: int = 1


COLUMNS: tuple[Column[AnswerLine], ...] = (
    Column("part", N_("Where"), lambda line: line.part, 24),
    Column("what", N_("What is counted"), lambda line: line.what, 24),
    Column("kind", N_("Event held"), lambda line: line.kind, 20),
    Column("day", N_("Date"), lambda line: line.day, 11),
    Column("participants", N_("People counted"), lambda line: line.participants, 12),
    Column("schulform", N_("School type"), lambda line: line.schulform, 20),
    Column("host", N_("Organiser"), lambda line: line.host, 30),
    Column("place", N_("Place"), lambda line: line.place, 22),
    Column("minutes", N_("Duration (min)"), lambda line: line.minutes, 10),
    Column("days", N_("Whole days"), lambda line: line.days, 10),
    Column("title", N_("Title"), lambda line: line.title, 40),
    Column("topics", N_("Topics"), lambda line: line.topics, 28),
    Column("occasion", N_("Occasion"), lambda line: line.occasion, 28),
    Column("guest_office", N_("Guest speaker’s office"), lambda line: line.guest_office, 28),
    Column("events", N_("How many"), lambda line: line.events, 9),
)
"""The columns of Drs. 6/3774, and what a line is."""

RULE_COLUMNS: tuple[Column[tuple[str, str]], ...] = (
    Column("what", N_("About"), lambda line: line[0], 36),
    Column("text", N_("Text"), lambda line: line[1], 100),
)
"""Texts beside the figures: the question, how neutrality is kept, the counting rules."""


def table_of(rows: Iterable[AnswerRow], part: str, sums: Sums, language: Language) -> Iterator[AnswerLine]:
    """The lines of one of the two tables, and their sum."""
    name = language.gettext(part)
    for row in rows:
        yield AnswerLine(
            part=name,
            kind=row.kind,
            day=row.day,
            participants=row.participants,
            schulform=row.schulform,
            host=label(row.host_category, language) if row.host_category else row.host,
            place=row.place,
            minutes=row.minutes,
            days=None if row.minutes is not None else row.days,
            title=row.title,
            topics=row.topics,
            occasion=row.occasion,
            guest_office=row.guest_office,
        )
    yield _sum(name, N_("Sum"), sums, language)


def _sum(part: str, what: str, sums: Sums, language: Language) -> AnswerLine:
    return AnswerLine(part, language.gettext(what), participants=sums.participants, events=sums.events)


def schools(answer: ParliamentAnswer, language: Language) -> Iterator[AnswerLine]:
    """The events at schools and their sum."""
    return table_of(answer.schools, _SCHOOLS, answer.school_sums, language)


def others(answer: ParliamentAnswer, language: Language) -> Iterator[AnswerLine]:
    """The events elsewhere and their sum."""
    return table_of(answer.others, _OTHERS, answer.other_sums, language)


def counted(answer: ParliamentAnswer, language: Language) -> Iterator[AnswerLine]:
    """What is only counted: events not listed, all events, guest speakers' offices, requests by cause."""
    _ = language.gettext
    whole = _(_ALL)
    yield _sum(whole, N_("Organiser not named"), answer.unnamed, language)
    yield _sum(whole, N_("Only for the house"), answer.internal, language)
    yield _sum(whole, N_("Sum"), answer.total, language)
    for office in answer.guests:
        yield AnswerLine(_(_GUESTS), office.name, events=office.events)
    yield AnswerLine(_(_GUESTS), _("Sum"), events=answer.total.guests)
    yield AnswerLine(_("Requests received"), _("Sum"), events=answer.requests.received)
    for each in answer.requests.declined:
        cause = label(each.cause, language) if each.cause else _("No cause noted")
        yield AnswerLine(_(_DECLINED), cause, events=each.requests)
    yield AnswerLine(_(_DECLINED), _("Sum"), events=answer.requests.all_declined)


def texts(found: OpenAnswer, language: Language) -> Iterator[tuple[str, str]]:
    """The question, when it was frozen, how neutrality is kept, and how it was counted."""
    _ = language.gettext
    answer = found.content.answer
    yield _("Question"), answer.question.text
    yield _("Period"), language.day_range(answer.question.first, answer.question.last)
    yield _("Kinds"), ", ".join(label(kind, language) for kind in answer.question.kinds)
    yield _("Districts"), ", ".join(kreis(ags).name for ags in answer.question.kreise) or _("all districts")
    yield _("Topics"), ", ".join(answer.topics) or _("all topics")
    yield _("Frozen on"), language.moment(found.frozen_at)
    yield _("Snapshot"), found.code
    for each in answer.statements:
        yield each.offer or _("Events without an offer of the catalogue"), each.text
    for rule in answer.footnotes:
        yield _("How it was counted"), language.text(rule.msgid, rule.params)


def write_object(out: BinaryIO, found: OpenAnswer, language: Language) -> int:
    """The answer as one JSON object (docs/formats.md); returns the number of events listed."""
    answer = found.content.answer
    question = answer.question
    content: dict[str, Any] = {
        "title": found.title,
        "question": question.text,
        "from": question.first.isoformat(),
        "to": question.last.isoformat(),
        "kinds": [kind.value for kind in question.kinds],
        "kreise": list(question.kreise),
        "topics": list(answer.topics),
        "frozen_at": found.frozen_at.astimezone(BERLIN).isoformat(timespec="seconds"),
        "code": found.code,
        "schools": [_row(row, language) for row in answer.schools],
        "others": [_row(row, language) for row in answer.others],
        "sums": _sums(answer),
        "guests": [{"office": each.name, "events": each.events} for each in answer.guests],
        "requests": _requests(answer.requests),
        "statements": [
            {"offer": each.offer, "text": each.text, "events": each.events} for each in answer.statements
        ],
        "footnotes": [
            {"id": rule.id, "text": language.text(rule.msgid, rule.params)} for rule in answer.footnotes
        ],
        "figures": [{"name": language.gettext(msgid), "value": value} for msgid, value in figures(answer)],
    }  # fmt: skip
    out.write(json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n")
    return len(answer.schools) + len(answer.others)


def _sums(answer: ParliamentAnswer) -> dict[str, dict[str, int]]:
    parts = (
        ("schools", answer.school_sums),
        ("others", answer.other_sums),
        ("organiser_not_named", answer.unnamed),
        ("only_for_the_house", answer.internal),
        ("all", answer.total),
    )
    return {
        name: {"events": sums.events, "participants": sums.participants, "uncounted": sums.uncounted}
        for name, sums in parts
    }


def _requests(found: RequestCounts) -> dict[str, Any]:
    causes = [{"cause": each.cause.value if each.cause else None, "requests": each.requests} for each in found.declined]
    return {
        "received": found.received,
        "declined": found.all_declined,
        "for_capacity": found.for_capacity,
        "causes": causes,
    }


def _row(row: AnswerRow, language: Language) -> dict[str, Any]:
    return {
        "kind": row.kind.value,
        "day": row.day.isoformat(),
        "days": row.days,
        "participants": row.participants,
        "schulform": row.schulform.value if row.schulform else None,
        "host": label(row.host_category, language) if row.host_category else row.host,
        "place": row.place,
        "minutes": row.minutes,
        "title": row.title,
        "topics": list(row.topics),
        "occasion": row.occasion,
        "guest_office": row.guest_office or None,
    }
