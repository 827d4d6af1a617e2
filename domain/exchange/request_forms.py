"""Returned request forms as requests: whatever was typed is taken over, or kept in the notes and told."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from typing import Any, TypeVar

from domain.errors import FileProblemError, InvalidInputError, Problem
from domain.exchange import cells, form_answers
from domain.exchange.form_fields import Found, Outcome
from domain.exchange.form_reader import SECONDS, FormReader
from domain.exchange.row_reader import POSTCODE_REPAIRED, TOWN_UNKNOWN, Reading
from domain.exchange.sources import Source, whole
from domain.i18n import N_
from domain.region.lookup import find_gemeinde
from domain.rows import request_form as form
from domain.rows.requests import RequestDraft, Wish
from domain.rules.validation import request_problems
from domain.terms import EventKind

T = TypeVar("T")

MAX_FORM = 20_000_000
"""Bytes a returned form may have; ours has about 150 kB."""

NO_KIND = N_("No kind of event was chosen; “Lecture” was entered.")
NO_REQUESTER = N_("The form does not say who is asking; please fill it in.")

_TOPIC_LENGTH, _NOTES_LENGTH = 300, 20_000
_REASONS = {
    Outcome.not_pdf: N_("“{file}” is no PDF."),
    Outcome.locked: N_("“{file}” is protected by a password; please ask for it without one."),
    Outcome.broken: N_("“{file}” is damaged and cannot be read."),
    Outcome.no_form: N_("“{file}” has no form fields; it is no request form of this program."),
    Outcome.printed: N_("“{file}” is a print of the request form without its fields; please ask for the filled file."),
    Outcome.scanned: N_("“{file}” holds pictures only, as a scan does; please ask for the filled file."),
    Outcome.foreign: N_("“{file}” is another form, not the request form of this program."),
    Outcome.newer: N_("“{file}” is a request form of a newer Landauf; please use that one."),
    Outcome.endless: N_("“{file}” could not be read within {seconds} seconds and was given up."),
}
_NAMES = {
    "kind": "Art",
    "duration_minutes": "Dauer",
    "requester": "Anfragende Stelle",
    "schulform": "Schulform",
    "school_grade": "Klassenstufe",
    "contact_name": "Ansprechperson",
    "contact_role": "Funktion",
    "phone": "Telefon",
    "email": "E-Mail",
    "wishes": "Wunschtermin",
    "answer_by": "Antwort bis",
    "place": "Gebäude und Raum",
    "street": "Straße",
    "postcode": "PLZ",
    "town": "Ort",
    "room_technique": "Technik im Raum",
    "listeners": "Zuhörende",
    "expected": "Anzahl der Personen",
    "prior_knowledge": "Vorkenntnisse",
    "topic": "Thema",
    "occasion": "Anlass",
    "needs": "Barrierefreiheit",
    "teacher_present": "Lehrkraft dabei",
    "closed": "Teilnahme",
}
"""What a value that could not be taken is called in the notes; notes are German like all that the office writes."""


def form_content(source: Source, name: str) -> bytes:
    """The bytes of a returned form.

    Raises:
        FileProblemError: the file is missing, unreadable or too large.
    """
    return whole(source, name, MAX_FORM)


def read_request_forms(
    files: Sequence[tuple[str, bytes]], told: Callable[[int], None] | None = None
) -> tuple[Reading[RequestDraft], ...]:
    """Each file as a request or with what is wrong with it; `files` are names and bytes, a file's place its line.

    Raises:
        LandaufError: the process that reads cannot be started, or `told` breaks off.
    """
    readings = []
    with FormReader() as reader:
        for line, (name, content) in enumerate(files, 1):
            readings.append(reading_of(reader.read(content), name, line))
            if told is not None:
                told(line)
    return tuple(readings)


def refused(reading: Reading[RequestDraft]) -> FileProblemError | None:
    """Why a file could not be read, as an error; None if it could."""
    if reading.draft is not None:
        return None
    problem = reading.problems[0]
    return FileProblemError(problem.msgid, **dict(problem.params))


def reading_of(found: Found, name: str, line: int) -> Reading[RequestDraft]:
    """One file as a request; `name` is what messages call it."""
    if found.outcome is not Outcome.read:
        params = (("file", name), ("seconds", round(SECONDS)))
        return Reading(line, name, None, (Problem("", _REASONS[found.outcome], params),))
    if not any(cells.clean(value) for field, value in found.values.items() if field != "kind"):
        return Reading(line, name, None, (Problem("", N_("“{file}” is not filled in."), (("file", name),)),))
    return _Form(found.values, name, line).reading()


class _Form:
    """Turns the answers of one form into a draft; what cannot be taken goes into the notes and is told."""

    def __init__(self, values: Mapping[str, str], name: str, line: int) -> None:
        self._values, self._name, self._line = values, name, line
        self._hints: list[str] = []
        self._faults: list[Problem] = []
        self._kept: list[str] = []

    def reading(self) -> Reading[RequestDraft]:
        """The draft, every fault told."""
        draft = self._fitting(self._draft())
        notes = "\n".join(part for part in (draft.notes, *self._kept) if part)
        draft = replace(draft, notes=notes if len(notes) <= _NOTES_LENGTH else notes[: _NOTES_LENGTH - 1] + "…")
        said = frozenset(each.name for each in fields(draft) if getattr(draft, each.name) not in _nothing(each.name))
        name = f"{draft.requester} ({self._name})" if draft.requester != self._name else self._name
        return Reading(self._line, name, draft, (), tuple(self._hints), said, tuple(self._faults))

    def _draft(self) -> RequestDraft:
        postcode, town = cells.postcode(self._line_of("postcode")), self._line_of("town")
        return RequestDraft(
            requester=self._requester(),
            kind=self._kind(),
            topic=self._topic(),
            contact_name=self._line_of("contact_name"),
            contact_role=self._line_of("contact_role"),
            phone=self._line_of("phone"),
            email=self._line_of("email"),
            schulform=self._value("schulform", form_answers.schulform),
            school_grade=self._line_of("school_grade"),
            listeners=self._line_of("listeners"),
            prior_knowledge=self._text("prior_knowledge"),
            teacher_present=self._value("teacher_present", cells.yes_or_no),
            room_technique=self._text("room_technique"),
            occasion=self._line_of("occasion"),
            place=self._line_of("place"),
            street=self._line_of("street"),
            postcode=postcode,
            town=town,
            ags=self._ags(postcode, town),
            duration_minutes=self._value("duration", form_answers.about(cells.duration), "duration_minutes"),
            wishes=tuple(self._wishes()),
            expected=self._value("expected", form_answers.about(cells.whole_number)),
            press_expected=bool(self._line_of("press_expected")),
            closed=self._value("openness", form_answers.closed, "closed") or False,
            needs=self._text("needs"),
            security_remarks=self._text("security_remarks"),
            notes=self._text("notes"),
            answer_by=self._value("answer_by", form_answers.day),
        )

    def _text(self, name: str) -> str:
        return cells.clean(self._values.get(name, ""))

    def _line_of(self, name: str) -> str:
        return " ".join(self._text(name).split("\n"))

    def _value(self, name: str, read: Callable[[str, str], T], field: str = "") -> T | None:
        """The answer read by a function; one that cannot be read is kept and told."""
        text = self._line_of(name)
        if not text or (name not in ("teacher_present", "openness") and cells.is_filler(text)):
            return None
        try:
            return read(field or name, text)
        except InvalidInputError as refusal:
            self._fault(refusal.problems[0], text)
            return None

    def _fault(self, problem: Problem, text: str) -> None:
        self._faults.append(problem)
        self._kept.append(f"{_NAMES.get(problem.field, problem.field)}: {text}")

    def _requester(self) -> str:
        named = self._line_of("requester")
        if named:
            return named
        self._hints.append(NO_REQUESTER)
        return self._line_of("contact_name") or self._line_of("email") or self._line_of("town") or self._name

    def _kind(self) -> EventKind:
        kind = self._value("kind", form_answers.kind)
        if kind is None:
            self._hints.append(NO_KIND)
        return kind or EventKind.lecture

    def _topic(self) -> str:
        chosen, own = self._line_of("topic"), self._line_of("own_topic")
        topic = f"{chosen} – {own}" if chosen and own and chosen != own else chosen or own
        if len(topic) > _TOPIC_LENGTH:
            self._kept.append(f"{_NAMES['topic']}: {topic}")
            return topic[: _TOPIC_LENGTH - 1] + "…"
        return topic

    def _ags(self, postcode: str, town: str) -> str | None:
        if re.fullmatch(r"[1-9]\d{3}", self._line_of("postcode")):
            self._hints.append(POSTCODE_REPAIRED)
        found = find_gemeinde(postcode, town, "") if postcode or town else None
        if found is None:
            self._hints.append(TOWN_UNKNOWN)
        return found.ags if found else None

    def _wishes(self) -> Iterator[Wish]:
        """The wished dates in their order; a time without a day is kept and told."""
        for number in range(1, form.WISHES + 1):
            names = [form.wish_field(number, part) for part in ("first_day", "last_day", "from", "to")]
            first, last = (self._value(name, form_answers.day, "wishes") for name in names[:2])
            start, end = (self._value(name, cells.minute_of_day, "wishes") for name in names[2:])
            first = first or last
            if first is None:
                if start is not None or end is not None:
                    words = " – ".join(filter(None, (self._line_of(name) for name in names[2:])))
                    self._fault(Problem("wishes", N_("A wished time stands without a day.")), words)
                continue
            wish = Wish(first, last or first, start, end)
            yield self._in_order(wish, [self._line_of(name) for name in names])

    def _in_order(self, wish: Wish, typed: list[str]) -> Wish:
        if wish.last_day < wish.first_day:
            self._fault(Problem("wishes", N_("The last day lies before the first.")), " – ".join(typed[:2]))
            wish = replace(wish, last_day=wish.first_day)
        if wish.from_minute is not None and wish.to_minute is not None and wish.to_minute <= wish.from_minute:
            self._fault(Problem("wishes", N_("The end lies before the start.")), " – ".join(typed[2:]))
            wish = replace(wish, from_minute=None, to_minute=None)
        return wish

    def _fitting(self, draft: RequestDraft) -> RequestDraft:
        """The draft without what the rules have something against; that is kept and told."""
        for problem in request_problems(draft):
            value = getattr(draft, problem.field)
            self._fault(problem, str(value))
            better: dict[str, Any] = {problem.field: _shortened(problem, value)}
            draft = replace(draft, **better)
        return draft


def _nothing(name: str) -> tuple[object, ...]:
    """The values of a field that say nothing."""
    return (None, "", (), _default(name))


def _default(name: str) -> object:
    """What a field of a draft is without an answer."""
    (found,) = (each for each in fields(RequestDraft) if each.name == name)
    return None if found.default is MISSING else found.default


def _shortened(problem: Problem, value: object) -> object:
    """A text that is too long is cut to its limit; anything else becomes what it is without an answer."""
    limit = dict(problem.params).get("limit")
    if isinstance(value, str) and isinstance(limit, int) and len(value) > limit:
        return value[: limit - 1] + "…"
    return _default(problem.field)
