"""Absences of a person of the house from a calendar of another program."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from domain.errors import InvalidInputError, LandaufError, NotFoundError
from domain.i18n import N_
from domain.rows.calendar_import import CalendarEntry, CalendarLine, CalendarWish
from domain.rows.tours import Absence, StaffDraft
from domain.rules.calendar_entries import title_of
from domain.store.session import Session
from domain.terms import BERLIN, CalendarFate, EventState
from domain.usecases import people
from domain.usecases.calendar_memory import uid_key

PART_OF_A_DAY = N_("Only a part of a day; the absence counts for the whole day.")
NOT_HERE = N_("It was cancelled and is not known here; nothing is to be done.")

_REASON = 300


def lines(session: Session, entries: Iterable[CalendarEntry], wish: CalendarWish, *, store: bool) -> list[CalendarLine]:
    """The fate of every entry as an absence of `wish.person_id`; with `store` they are written.

    An entry is known by its UID, else by equal days: another absence on the same days is not added twice.

    Raises:
        LandaufError: nobody was named.
        NotFoundError: the person is gone.
    """
    if wish.person_id is None:
        raise LandaufError(N_("Please say whose absences these are."))
    row = next((row for row in people.list_rows(session) if row.id == wish.person_id), None)
    if row is None:
        raise NotFoundError(N_("This person is no longer in the workspace."))
    absences, found = list(row.draft.absences), []
    for entry in sorted(entries, key=lambda entry: entry.line):
        if entry.key in wish.left:
            found.append(_line(entry, list(absences)))
        else:
            found.append(_line(entry, absences))
    draft = replace(row.draft, absences=tuple(absences))
    if store and draft != row.draft:
        _write(session, row.id, draft)
    return found


def _write(session: Session, person_id: object, draft: StaffDraft) -> None:
    try:
        people.change(session, person_id, draft)  # type: ignore[arg-type]  # the id of a row
    except InvalidInputError as refusal:
        problem = refusal.problems[0]
        raise LandaufError(problem.msgid, **dict(problem.params)) from refusal


def _line(entry: CalendarEntry, absences: list[Absence]) -> CalendarLine:
    """The fate of one entry; `absences` become what they are after it."""
    told = _absence(entry)
    known = next((place for place, each in enumerate(absences) if told.uid and each.uid == told.uid), None)
    same = next((place for place, each in enumerate(absences) if _days(each) == _days(told)), None)
    line = CalendarLine(CalendarFate.unchanged, entry.line, told.reason, entry, hints=entry.hints)
    if not entry.all_day:
        line = replace(line, hints=(*entry.hints, (PART_OF_A_DAY, ())))
    if entry.state is EventState.cancelled:
        return _cancelled(line, known, absences)
    if known is not None:
        before = absences[known]
        if (before.first_day, before.last_day, before.reason) == (told.first_day, told.last_day, told.reason):
            return line
        absences[known] = told
        changes = (("first_day", before.first_day, told.first_day), ("last_day", before.last_day, told.last_day),
                   ("reason", before.reason, told.reason))  # fmt: skip
        return replace(line, fate=CalendarFate.changed, changes=tuple(each for each in changes if each[1] != each[2]))
    if same is not None:
        return line
    absences.append(told)
    return replace(line, fate=CalendarFate.new)


def _cancelled(line: CalendarLine, known: int | None, absences: list[Absence]) -> CalendarLine:
    if known is None:
        return replace(line, fate=CalendarFate.cancelled, reason=(NOT_HERE, ()))
    before = absences.pop(known)
    return replace(line, fate=CalendarFate.cancelled, changes=(("first_day", before.first_day, None),))


def _absence(entry: CalendarEntry) -> Absence:
    first, last = days_of(entry)
    uid = f"{uid_key(entry.uid)} {entry.recurrence}".strip() if entry.uid else ""
    return Absence(first, last, title_of(entry)[:_REASON], uid)


def days_of(entry: CalendarEntry) -> tuple[date, date]:
    """First and last local day that an entry touches; what ends at midnight does not touch the next day."""
    if entry.starts_at is None:
        first = entry.first_day or date.min
        return first, entry.last_day or first
    start = entry.starts_at.astimezone(BERLIN)
    end = (entry.ends_at or entry.starts_at).astimezone(BERLIN)
    last = (end - timedelta(microseconds=1)).date() if end > start else start.date()
    return start.date(), max(start.date(), last)


def _days(absence: Absence) -> tuple[date, date]:
    return absence.first_day, absence.last_day
