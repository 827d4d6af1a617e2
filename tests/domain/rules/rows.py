"""Rows of events for tests of rules that need no file."""

from datetime import datetime, time
from uuid import uuid4

from domain.rows.event_row import EventRow
from domain.terms import BERLIN, Audience, EventKind, EventState


def event_row(*, day=None, kind=EventKind.citizen_dialogue, state=EventState.confirmed, hours=("18:00", "20:00")):
    """An event of two hours on a day, or without a date."""
    starts, ends = (datetime.combine(day, time.fromisoformat(clock), BERLIN) if day else None for clock in hours)
    return EventRow(
        id=uuid4(), number="2027-0001", kind=kind, state=state, title="Bürgerdialog", starts_at=starts, ends_at=ends,
        all_day=False, first_day=None, last_day=None, ags="15082180", kreis_ags="15082", town="Köthen", place="",
        audience=Audience.public, uid="x", sequence=0, version=1,
    )  # fmt: skip
