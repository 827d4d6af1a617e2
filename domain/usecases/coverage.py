"""How often which kind of event was held and is planned in each Kreis."""

from collections import Counter
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlmodel import col

from domain.model import Event
from domain.rows.coverage import CoverageRow
from domain.store.session import Session
from domain.terms import BERLIN, EventKind, EventState

_HELD = (EventState.held, EventState.reviewed)
_PLANNED = (EventState.tentative, EventState.confirmed)


def half_year_of(day: date) -> str:
    """The half-year of a day: "2027-H1" for January to June, else "2027-H2"."""
    return f"{day.year}-H{1 if day < date(day.year, 7, 1) else 2}"


def coverage(session: Session) -> list[CoverageRow]:
    """Every Kreis, kind and half-year in which something was held or is planned, in this order."""
    query = select(
        col(Event.kreis_ags), col(Event.kind), col(Event.state), col(Event.starts_at), col(Event.first_day)
    ).where(
        col(Event.kreis_ags).is_not(None),
        col(Event.is_template).is_(False),
        col(Event.state).in_((*_HELD, *_PLANNED)),
        or_(col(Event.starts_at).is_not(None), col(Event.first_day).is_not(None)),
    )
    held: Counter[tuple[str, EventKind, str]] = Counter()
    planned: Counter[tuple[str, EventKind, str]] = Counter()
    for kreis_ags, kind, state, starts_at, first_day in session.execute(query):
        counter = held if state in _HELD else planned
        counter[kreis_ags, kind, half_year_of(_start_day(starts_at, first_day))] += 1
    keys = sorted(held.keys() | planned.keys(), key=lambda key: (key[2], key[0], key[1]))
    return [CoverageRow(*key, target=None, planned=planned[key], held=held[key]) for key in keys]


def _start_day(starts_at: datetime | None, first_day: date | None) -> date:
    if starts_at is not None:
        return starts_at.astimezone(BERLIN).date()
    if first_day is None:
        raise ValueError("an event without a date")
    return first_day
