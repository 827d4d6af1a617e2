"""Realistic input for calendars: public events, invented."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.documents.district_calendar import DistrictCalendar
from domain.documents.wall_calendar import WallCalendar
from domain.region.kreise import kreis
from domain.rows.published import PublishedEvent
from domain.terms import BERLIN, Audience, EventKind
from tests.domain.documents.events import OFFICE, STAND, event_row, published

_FIRST = datetime(2027, 1, 12, 9, 30, tzinfo=BERLIN)
_KINDS = (EventKind.mobile_stop, EventKind.citizen_dialogue, EventKind.lecture, EventKind.information_event)


def public_event(number: int, **changes: object) -> PublishedEvent:
    """The number-th event of the year, each nine days after the one before."""
    row = event_row(number, f"Sicher unterwegs, Folge {number + 1}", "Hansestadt Havelberg", "15090225", "15090")
    begins = _FIRST + timedelta(days=9 * number)
    row = replace(row, kind=_KINDS[number % 4], starts_at=begins, ends_at=begins + timedelta(hours=2))
    return published(row, Audience.public, **changes)


def week(number: int) -> PublishedEvent:
    """An event of five whole days from Pfingstmontag on."""
    first = date(2027, 5, 17)
    last = first + timedelta(days=4)
    return public_event(number, all_day=True, starts_at=None, ends_at=None, first_day=first, last_day=last)


def events(count: int = 20) -> tuple[PublishedEvent, ...]:
    """A year's events, two of them on the first day, and a week in May."""
    first = public_event(0)
    return (first, replace(public_event(99), starts_at=first.starts_at), *map(public_event, range(1, count)), week(50))


def wall_calendar(**changes: object) -> WallCalendar:
    """The year 2027 with everything in it."""
    return replace(WallCalendar(2027, events(), OFFICE, STAND, 8), **changes)


def district_calendar(**changes: object) -> DistrictCalendar:
    """The first half of 2027 in one Kreis."""
    return replace(DistrictCalendar(kreis("15090"), ("2027-H1",), events(12), OFFICE, STAND, 8), **changes)
