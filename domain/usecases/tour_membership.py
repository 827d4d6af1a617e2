"""Events as stops of tour days: their order, leaving a tour, and following when an event moves."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from sqlmodel import col, select

from domain.model import Event, Stop, TourDay
from domain.store.session import Session
from domain.terms import BERLIN
from domain.usecases.records import change, get

_NEVER = datetime.max.replace(tzinfo=UTC)


def stops_of(session: Session, day_id: UUID) -> list[Stop]:
    """The stops of a tour day in order."""
    return list(session.exec(select(Stop).where(Stop.tour_day_id == day_id).order_by(col(Stop.position))))


def renumber(session: Session, stops: Sequence[Stop]) -> None:
    """Give the stops the positions 1, 2, 3 … in this order."""
    for position, stop in enumerate(stops, 1):
        if stop.position != position:
            stop.position = position
        session.add(stop)
    session.flush()


def leave_tour(session: Session, event_id: UUID) -> None:
    """Take an event out of its tour day; it stays in the calendar, without the vehicle."""
    stop = session.get(Stop, event_id)
    if stop is None:
        return
    _detach(session, stop)
    change(session, get(session, Event, event_id), None, {"vehicle_id": None})


def _detach(session: Session, stop: Stop) -> None:
    rest = [found for found in stops_of(session, stop.tour_day_id) if found.event_id != stop.event_id]
    session.delete(stop)
    session.flush()
    renumber(session, rest)


def follow(session: Session, event: Event) -> None:
    """Keep the tour true after an event got another time or vehicle by itself.

    A stop that still fits its day takes the place in the order that its start asks for. Otherwise it goes to the
    tour's day of that date and vehicle; if there is none, it leaves the tour and keeps its vehicle.
    """
    stop = session.get(Stop, event.id)
    if stop is None:
        return
    day = get(session, TourDay, stop.tour_day_id)
    fitting = _day_for(session, event, day)
    if fitting is None:
        _detach(session, stop)
        return
    if fitting.id != day.id:
        _detach(session, stop)
        session.add(Stop(event_id=event.id, tour_day_id=fitting.id, position=len(stops_of(session, fitting.id)) + 1))
        session.flush()
    starts = dict(
        session.exec(select(Event.id, Event.starts_at).join(Stop).where(col(Stop.tour_day_id) == fitting.id)).all()
    )
    renumber(session, sorted(stops_of(session, fitting.id), key=lambda found: starts[found.event_id] or _NEVER))


def _day_for(session: Session, event: Event, day: TourDay) -> TourDay | None:
    """The tour's day that the event belongs to by its date and vehicle; a stop without a time stays where it is."""
    if event.all_day:
        return None
    date = event.starts_at.astimezone(BERLIN).date() if event.starts_at else day.day
    if (date, event.vehicle_id) == (day.day, day.vehicle_id):
        return day
    query = select(TourDay).where(
        TourDay.tour_id == day.tour_id, TourDay.day == date, TourDay.vehicle_id == event.vehicle_id
    )
    return session.exec(query).first()
