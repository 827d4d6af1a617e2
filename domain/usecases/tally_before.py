"""What was counted at the same place before."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import col

from domain.model import Event
from domain.rows.tally import Before
from domain.store.session import Session
from domain.terms import BERLIN, EventState

_TOOK_PLACE = (EventState.held, EventState.reviewed)
_A_YEAR = timedelta(days=365)
_AROUND = timedelta(days=60)


def before(session: Session, event: Event) -> Before | None:
    """How many came to the event a year before at the same site, or if there was none, to the last one there.

    Without a site it is the event of the same title in the same Gemeinde.
    """
    day = day_of(event)
    if day is None:
        return None
    query = select(col(Event.starts_at), col(Event.first_day), col(Event.actual)).where(
        col(Event.id) != event.id, col(Event.actual).is_not(None), col(Event.state).in_(_TOOK_PLACE)
    )
    if event.site_id is not None:
        query = query.where(col(Event.site_id) == event.site_id)
    elif event.ags is not None:
        query = query.where(col(Event.title) == event.title, col(Event.ags) == event.ags)
    else:
        return None
    found = [
        Before(then, line[2])
        for line in session.execute(query)
        if (then := line[0].astimezone(BERLIN).date() if line[0] else line[1]) is not None and then < day
    ]
    last_year = [each for each in found if abs(day - _A_YEAR - each.day) <= _AROUND]
    if last_year:
        return min(last_year, key=lambda each: (abs(day - _A_YEAR - each.day), each.day))
    return max(found, key=lambda each: each.day, default=None)


def day_of(event: Event) -> date | None:
    """The first local day of an event, None without a date."""
    if event.all_day:
        return event.first_day
    return event.starts_at.astimezone(BERLIN).date() if event.starts_at else None
