"""Calendars of other programs as events: recognised by UID, compared field by field, one undo step for the file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlmodel import col, select

from domain.errors import InvalidInputError, LandaufError
from domain.i18n import N_
from domain.model import Event
from domain.region.fold import fold
from domain.rows.calendar_import import (
    CalendarEntry,
    CalendarLine,
    CalendarReading,
    CalendarReport,
    CalendarWish,
    Words,
)
from domain.rows.events import EventDraft
from domain.rules import calendar_entries, validation
from domain.rules.calendar_kinds import guessed_kind
from domain.rules.local import first_day_of
from domain.store.session import Session
from domain.terms import BERLIN, CalendarFate, EventState, ReadAs
from domain.usecases import calendar_absences, calendar_holidays, event_columns, events
from domain.usecases.calendar_memory import Known, known, remember, uid_key

RECOGNISED = CalendarWish()
"""Nothing wished: events, internal, their kind guessed, conflicts left alone."""

OLDER = N_("The file holds an older state than the one known here; nothing was changed.")
NEVER_HERE = N_("It was cancelled and is not known here; nothing is to be done.")
ALIKE = N_("An event of this name already stands on that day.")
WITHOUT_UID = N_("The entry has no UID; it will not be recognised the next time.")

_OWN_FIELDS = frozenset({"title", "when", "place", "state"})
"""What tells that an event of ours was changed elsewhere; its text is put together from much, and is not compared."""
_WRITTEN = frozenset({CalendarFate.new, CalendarFate.changed, CalendarFate.cancelled})


def import_calendar(
    session: Session,
    reading: CalendarReading,
    wish: CalendarWish = RECOGNISED,
    *,
    store: bool = True,
    told: Callable[[int], None] | None = None,
) -> CalendarReport:
    """Take over what a calendar file holds, or with `store` False only tell what would become of each entry.

    `told` hears the number of entries done so far; it may raise to break off.

    Raises:
        LandaufError: there is nothing in the file, or absences are wanted of nobody.
        NotFoundError: the person whose absences they are is gone.
    """
    if not reading.entries and not reading.faults and not reading.hidden:
        raise LandaufError(N_("There is no event in the calendar; nothing was taken."))
    chosen, doubles = _without_doubles(reading.entries)
    lines: Iterable[CalendarLine]
    if wish.read_as is ReadAs.absences:
        lines = calendar_absences.lines(session, chosen, wish, store=store)
    elif wish.read_as is ReadAs.holidays:
        lines = calendar_holidays.lines(session, chosen, wish, store=store)
    else:
        lines = _event_lines(session, chosen, wish, store=store, told=told)
    refused = (
        CalendarLine(CalendarFate.refused, fault.line, fault.title or fault.uid, reason=fault.reason)
        for fault in reading.faults
    )
    return CalendarReport(tuple(sorted((*lines, *doubles, *refused), key=lambda line: line.line)), reading)


def _without_doubles(entries: Iterable[CalendarEntry]) -> tuple[list[CalendarEntry], list[CalendarLine]]:
    """The newest entry of each key, and the others as doubles; entries without a UID are all kept."""
    newest: dict[tuple[str, str], CalendarEntry] = {}
    single, doubles = [], []
    for entry in entries:
        if not entry.uid:
            single.append(entry)
            continue
        before = newest.get(entry.key)
        if before is None or _version(entry) >= _version(before):
            newest[entry.key] = entry
        if before is not None:
            double = before if newest[entry.key] is entry else entry
            doubles.append(CalendarLine(CalendarFate.duplicate, double.line, double.title, double))
    return [*newest.values(), *single], doubles


def _version(entry: CalendarEntry) -> tuple[int, datetime]:
    return entry.sequence, entry.modified or datetime.min.replace(tzinfo=UTC)


def _event_lines(
    session: Session,
    entries: list[CalendarEntry],
    wish: CalendarWish,
    *,
    store: bool,
    told: Callable[[int], None] | None,
) -> Iterator[CalendarLine]:
    present = known(session, entries)
    judge = _Judge(session, wish, _titles(session, entries))
    for count, entry in enumerate(sorted(entries, key=lambda entry: entry.line), 1):
        verdict = judge.of(entry, present.get((uid_key(entry.uid), entry.recurrence)) if entry.uid else None)
        if store and entry.key not in wish.left:
            verdict = replace(verdict, line=_stored(session, verdict))
        yield verdict.line
        if told is not None:
            told(count)


def _titles(session: Session, entries: Iterable[CalendarEntry]) -> frozenset[tuple[date, str]]:
    """Days and folded titles of the events here, as far as the file reaches."""
    days = [_first_day(entry) for entry in entries]
    if not days:
        return frozenset()
    low, high = min(days), max(days)
    query = select(col(Event.title), col(Event.starts_at), col(Event.first_day)).where(
        (col(Event.first_day).between(low, high)) | (col(Event.starts_at).between(_midnight(low), _midnight(high, 24)))
    )
    return frozenset(
        (starts_at.astimezone(BERLIN).date() if starts_at else first_day or low, fold(title))
        for title, starts_at, first_day in session.exec(query)
    )


def _midnight(day: date, hours: int = 0) -> datetime:
    return datetime.combine(day, datetime.max.time() if hours else datetime.min.time(), BERLIN).astimezone(UTC)


def _first_day(entry: CalendarEntry) -> date:
    if entry.starts_at is not None:
        return entry.starts_at.astimezone(BERLIN).date()
    return entry.first_day or date.min


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What becomes of an entry, and what is to be written for it: nothing without a draft.

    `said` are the fingerprints to remember, `text_in` where its text is kept.
    """

    line: CalendarLine
    entry: CalendarEntry
    draft: EventDraft | None = None
    said: Mapping[str, str] | None = None
    text_in: str = "internal_notes"


class _Judge:
    """Tells the fate of entries; writes nothing."""

    def __init__(self, session: Session, wish: CalendarWish, titles: frozenset[tuple[date, str]]) -> None:
        self._session, self._wish, self._titles = session, wish, titles

    def of(self, entry: CalendarEntry, here: Known | None) -> _Verdict:
        """What becomes of an entry that is known as `here`."""
        kind = self._wish.kind or guessed_kind(entry.title, entry.categories)
        draft = calendar_entries.draft_of(entry, kind, self._wish.audience)
        if here is None:
            return self._fresh(entry, draft)
        return self._known(entry, replace(draft, kind=here.event.kind), here)

    def _fresh(self, entry: CalendarEntry, draft: EventDraft) -> _Verdict:
        line = CalendarLine(CalendarFate.new, entry.line, draft.title, entry, kind=draft.kind, hints=entry.hints)
        if entry.state is EventState.cancelled:
            return _Verdict(replace(line, fate=CalendarFate.cancelled, reason=(NEVER_HERE, ())), entry)
        problems = validation.saving_problems(None, draft, today=self._session.today)
        if problems:
            reason = (problems[0].msgid, problems[0].params)
            return _Verdict(replace(line, fate=CalendarFate.refused, reason=reason), entry)
        hints = list(entry.hints)
        if (first_day_of(draft), fold(draft.title)) in self._titles:
            hints.append((ALIKE, ()))
        if not entry.uid:
            hints.append((WITHOUT_UID, ()))
        text_in = calendar_entries.text_field(draft.audience)
        said = calendar_entries.digests(calendar_entries.faces(draft, text_in))
        return _Verdict(replace(line, hints=tuple(hints)), entry, draft, said, text_in)

    def _known(self, entry: CalendarEntry, draft: EventDraft, here: Known) -> _Verdict:
        text_in = calendar_entries.text_field(draft.audience)
        told, present = (
            calendar_entries.faces(draft, text_in),
            calendar_entries.faces(here.event, here.text_in or text_in),
        )
        base = CalendarLine(
            *(CalendarFate.unchanged, entry.line, draft.title, entry, here.event.id, here.event.kind), hints=entry.hints
        )
        if here.is_own:
            told["place"], present["place"] = " ".join(entry.place.split()) or here.place, here.place
        there = _OWN_FIELDS if here.is_own else calendar_entries.changed_since(told, here.said)
        differs = frozenset(name for name in there if told[name] != present[name])
        if not differs:
            return _Verdict(base, entry)
        if _is_older(entry, here):
            return _Verdict(replace(base, hints=(*entry.hints, (OLDER, ()))), entry)
        changes = tuple((name, present[name], told[name]) for name in sorted(differs))
        fate = self._fate(entry, here, present, differs)
        merged = self._merged(here, draft, differs)
        line = replace(base, fate=fate, changes=changes)
        problems = validation.saving_problems(here.event.state, merged, today=self._session.today)
        if problems:
            reason: Words = (problems[0].msgid, problems[0].params)
            return _Verdict(replace(line, fate=CalendarFate.refused, reason=reason), entry)
        return _Verdict(line, entry, merged, calendar_entries.digests(told), here.text_in or text_in)

    def _fate(
        self, entry: CalendarEntry, here: Known, present: Mapping[str, str], differs: frozenset[str]
    ) -> CalendarFate:
        if entry.key not in self._wish.theirs and _is_changed_here(entry, here, present, differs):
            return CalendarFate.conflict
        if "state" in differs and entry.state is EventState.cancelled:
            return CalendarFate.cancelled
        return CalendarFate.changed

    def _merged(self, here: Known, draft: EventDraft, differs: frozenset[str]) -> EventDraft:
        present = event_columns.draft_of(self._session, here.event)
        return calendar_entries.merged(present, draft, differs, here.text_in)


def _is_older(entry: CalendarEntry, here: Known) -> bool:
    """Whether the entry is an older version than the one that was last read, or that went out."""
    if entry.sequence != here.sequence:
        return entry.sequence < here.sequence
    if here.is_own or entry.modified is None or here.modified is None:
        return False
    return entry.modified < here.modified


def _is_changed_here(entry: CalendarEntry, here: Known, present: Mapping[str, str], differs: frozenset[str]) -> bool:
    """Whether somebody here changed one of these fields too since the last reading (or since it went out)."""
    if here.is_own:
        return entry.modified is None or here.modified is None or entry.modified < here.modified
    return bool(differs & calendar_entries.changed_since(present, here.said))


def _stored(session: Session, verdict: _Verdict) -> CalendarLine:
    """Write what the verdict says; the line with the event's id."""
    line, draft = verdict.line, verdict.draft
    if draft is None or line.fate not in _WRITTEN:
        return line
    try:
        if line.event_id is None:
            line = replace(line, event_id=events.create(session, draft))
        else:
            events.change(session, line.event_id, draft)
    except InvalidInputError as refusal:
        problem = refusal.problems[0]
        return replace(line, fate=CalendarFate.refused, reason=(problem.msgid, problem.params))
    if verdict.entry.uid and line.event_id is not None and verdict.said is not None:
        remember(session, verdict.entry, line.event_id, verdict.said, verdict.text_in)
    return line
