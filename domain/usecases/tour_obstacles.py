"""What keeps vehicles and crews from the days of a tour: bookings, other tours, absences."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.model import Booking, Staff, StaffAbsence, Tour, TourDay, TourDayCrew
from domain.rows.tours import Obstacle
from domain.store.session import Session

Days = tuple[date, date]


def obstacles(session: Session, tour_id: UUID) -> tuple[Obstacle, ...]:
    """Everything from the tour's first to its last day that stands against one of its vehicles, by day.

    Absent people count for the days on which they ride along, and for free days of a vehicle with which they ride
    along on every other day of the tour.
    """
    own = list(session.exec(select(TourDay).where(TourDay.tour_id == tour_id).order_by(col(TourDay.day))))
    if not own:
        return ()
    span = own[0].day, own[-1].day
    vehicles = {day.vehicle_id for day in own}
    found = {
        *_bookings(session, vehicles, span),
        *_other_tours(session, tour_id, vehicles, span),
        *_absences(session, own, span),
    }
    return tuple(sorted(found, key=lambda each: (each.day, each.vehicle_id, each.person, each.tour, each.reason)))


def _days(first: date, last: date, span: Days) -> Iterator[date]:
    begin, end = max(first, span[0]), min(last, span[1])
    return (begin + timedelta(days=at) for at in range((end - begin).days + 1))


def _bookings(session: Session, vehicles: set[UUID], span: Days) -> Iterator[Obstacle]:
    query = select(Booking).where(
        col(Booking.vehicle_id).in_(vehicles), Booking.first_day <= span[1], Booking.last_day >= span[0]
    )
    for booking in session.exec(query):
        if booking.vehicle_id is not None:
            for day in _days(booking.first_day, booking.last_day, span):
                yield Obstacle(day, booking.vehicle_id, booking.purpose)


def _other_tours(session: Session, tour_id: UUID, vehicles: set[UUID], span: Days) -> Iterator[Obstacle]:
    query = (
        select(TourDay, Tour)
        .join(Tour, col(Tour.id) == col(TourDay.tour_id))
        .where(
            TourDay.tour_id != tour_id,
            col(TourDay.vehicle_id).in_(vehicles),
            TourDay.day >= span[0],
            TourDay.day <= span[1],
        )
    )
    for day, tour in session.exec(query):
        yield Obstacle(day.day, day.vehicle_id, tour=tour.title)


def _absences(session: Session, own: list[TourDay], span: Days) -> Iterator[Obstacle]:
    crews = _crews(session, own)
    query = (
        select(StaffAbsence, Staff)
        .join(Staff, col(Staff.id) == col(StaffAbsence.staff_id))
        .where(StaffAbsence.first_day <= span[1], StaffAbsence.last_day >= span[0])
    )
    for absence, person in session.exec(query):
        for day in _days(absence.first_day, absence.last_day, span):
            for vehicle_id in _rides(crews, person.id, day):
                yield Obstacle(day, vehicle_id, absence.reason, person=person.name)


def _crews(session: Session, own: list[TourDay]) -> dict[tuple[date, UUID], set[UUID]]:
    """Who rides along, by day and vehicle."""
    crews: dict[tuple[date, UUID], set[UUID]] = {(day.day, day.vehicle_id): set() for day in own}
    keys = {day.id: (day.day, day.vehicle_id) for day in own}
    for link in session.exec(select(TourDayCrew).where(col(TourDayCrew.tour_day_id).in_(list(keys)))):
        crews[keys[link.tour_day_id]].add(link.staff_id)
    return crews


def _rides(crews: dict[tuple[date, UUID], set[UUID]], person: UUID, day: date) -> set[UUID]:
    """The vehicles a person is wanted for on a day."""
    wanted = set()
    for vehicle_id in {key[1] for key in crews}:
        named = crews.get((day, vehicle_id))
        usual = [crew for (_day, other), crew in crews.items() if other == vehicle_id]
        if person in named if named is not None else all(person in crew for crew in usual):
            wanted.add(vehicle_id)
    return wanted
