"""The school holidays that count in a workspace: those that ship with the program, and those read from newer files."""

import json
from collections.abc import Iterable
from datetime import date

from sqlmodel import select

from domain.model import Setting
from domain.region.holidays import SchoolCalendar, SchoolHoliday, school_calendar, shipped_calendar
from domain.store.session import Session
from domain.usecases.records import change as change_record
from domain.usecases.records import insert

_NAME = "school_holidays"


def own(session: Session) -> tuple[SchoolHoliday, ...]:
    """The school holidays that were read into this workspace, in their order."""
    kept = session.exec(select(Setting).where(Setting.name == _NAME)).first()
    if kept is None:
        return ()
    return tuple(
        SchoolHoliday(date.fromisoformat(first), date.fromisoformat(last), name)
        for first, last, name in json.loads(kept.value)
    )


def calendar(session: Session) -> SchoolCalendar:
    """All school holidays; the workspace's own stand in place of shipped ones that they touch."""
    mine = own(session)
    if not mine:
        return shipped_calendar()
    shipped = [each for each in shipped_calendar().holidays if not any(touch(each, newer) for newer in mine)]
    return school_calendar((*shipped, *mine))


def touch(one: SchoolHoliday, other: SchoolHoliday) -> bool:
    """Whether two holidays have a day in common."""
    return one.first <= other.last and other.first <= one.last


def keep(session: Session, holidays: Iterable[SchoolHoliday]) -> None:
    """Make these the workspace's own school holidays; undo brings the former ones back."""
    ordered = sorted({(each.first, each.last, each.name) for each in holidays})
    value = json.dumps([(first.isoformat(), last.isoformat(), name) for first, last, name in ordered])
    kept = session.exec(select(Setting).where(Setting.name == _NAME)).first()
    if kept is None:
        insert(session, Setting, {"name": _NAME, "value": value})
    elif kept.value != value:
        change_record(session, kept, None, {"value": value})
