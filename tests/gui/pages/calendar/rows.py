"""Event rows for tests of the layout; no workspace needed."""

from datetime import date, datetime, timedelta
from uuid import uuid4

from domain.rows.events import EventRow
from domain.terms import BERLIN, Audience, EventKind, EventState

MONDAY = date(2027, 5, 10)


def timed(start, minutes=90, **fields):
    """An event from a local moment like "2027-05-13 08:00" on."""
    begins = datetime.fromisoformat(start).replace(tzinfo=BERLIN)
    return row(starts_at=begins, ends_at=begins + timedelta(minutes=minutes), **fields)


def whole(first, last=None, **fields):
    """An event on whole days."""
    return row(all_day=True, first_day=first, last_day=last or first, **fields)


def row(**fields):
    """An event row with plain defaults."""
    usual = {
        "id": uuid4(),
        "number": "2027-0001",
        "kind": EventKind.lecture,
        "state": EventState.confirmed,
        "title": "Vortrag",
        "starts_at": None,
        "ends_at": None,
        "all_day": False,
        "first_day": None,
        "last_day": None,
        "ags": None,
        "kreis_ags": None,
        "town": "Köthen (Anhalt)",
        "place": "Stadthalle, Köthen (Anhalt)",
        "audience": Audience.public,
        "uid": "",
        "sequence": 0,
        "version": 1,
    }
    return EventRow(**(usual | fields))
