"""School holidays from a calendar file, in place of those that ship with the program."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from domain.i18n import N_
from domain.region.holidays import SchoolHoliday, public_holiday_on
from domain.rows.calendar_import import CalendarEntry, CalendarLine, CalendarWish
from domain.rules.calendar_entries import title_of
from domain.store.session import Session
from domain.terms import CalendarFate, EventState
from domain.usecases import school_holidays
from domain.usecases.calendar_absences import days_of

PUBLIC_HOLIDAY = N_("A public holiday; it is known without a file.")
TOO_LONG = N_("No school holidays last longer than {days} days.")
NOT_WHOLE = N_("It has times of day; holidays are whole days.")

_LONGEST = 60


def lines(session: Session, entries: Iterable[CalendarEntry], wish: CalendarWish, *, store: bool) -> list[CalendarLine]:
    """The fate of every entry as school holidays; with `store` they count from now on.

    Those of the file stand in place of known ones that they touch.
    """
    present = school_holidays.calendar(session).holidays
    own = list(school_holidays.own(session))
    found = []
    for entry in sorted(entries, key=lambda entry: entry.line):
        line, holiday = _line(entry, present)
        found.append(line)
        if entry.key in wish.left:
            continue
        if line.fate in {CalendarFate.new, CalendarFate.changed} and holiday is not None:
            own = [each for each in own if not school_holidays.touch(each, holiday)] + [holiday]
    if store and own != list(school_holidays.own(session)):
        school_holidays.keep(session, own)
    return found


def _line(entry: CalendarEntry, present: Iterable[SchoolHoliday]) -> tuple[CalendarLine, SchoolHoliday | None]:
    title = title_of(entry)
    line = CalendarLine(CalendarFate.unchanged, entry.line, title, entry, hints=entry.hints)
    aside = _aside(line, entry)
    if aside is not None:
        return aside, None
    told = SchoolHoliday(*days_of(entry), title)
    touched = [each for each in present if school_holidays.touch(each, told)]
    if any((each.first, each.last) == (told.first, told.last) for each in touched):
        return line, told
    if not touched:
        return replace(line, fate=CalendarFate.new), told
    changes = (("first_day", touched[0].first, told.first), ("last_day", touched[0].last, told.last))
    return replace(line, fate=CalendarFate.changed, changes=tuple(each for each in changes if each[1] != each[2])), told


def _aside(line: CalendarLine, entry: CalendarEntry) -> CalendarLine | None:
    """The fate of what are no school holidays; None if they are."""
    if entry.state is EventState.cancelled:
        return replace(line, fate=CalendarFate.cancelled)
    if not entry.all_day:
        return replace(line, fate=CalendarFate.refused, reason=(NOT_WHOLE, ()))
    first, last = days_of(entry)
    length = (last - first).days
    if length >= _LONGEST:
        return replace(line, fate=CalendarFate.refused, reason=(TOO_LONG, (("days", _LONGEST),)))
    if all(public_holiday_on(first + timedelta(days)) for days in range(length + 1)):
        return replace(line, hints=(*entry.hints, (PUBLIC_HOLIDAY, ())))
    return None
