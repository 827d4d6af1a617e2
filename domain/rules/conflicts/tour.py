"""Limits of a working day: duty, drive and breaks of a vehicle's crew, and long days of a single person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from domain.i18n import N_
from domain.region.travel import Waypoint
from domain.rows.findings import Finding
from domain.rows.tours import TourDayDraft, VehicleDraft
from domain.rules.conflicts.book import Book, Slot
from domain.rules.conflicts.booking import concerns
from domain.rules.conflicts.wording import finding, params
from domain.rules.duty import DaySchedule, TimedStop, day_schedule
from domain.rules.working_day import SHORTEST_BREAK
from domain.terms import DaySpan, Minutes, Rule


@dataclass(frozen=True, slots=True)
class VehicleDay:
    """What a vehicle does on one local day: its slots in order of time, its limits, and where it begins and ends."""

    vehicle_id: UUID
    vehicle: VehicleDraft
    day: date
    slots: tuple[Slot, ...]
    start: Waypoint | None
    end: Waypoint | None
    crew: int | None
    max_duty: int

    def kilometres(self, book: Book) -> float:
        """Kilometres of the whole day by road, estimated or corrected."""
        places = [self.start, *(slot.event.where for slot in self.slots), self.end]
        return sum(book.drive(a, b).kilometres for a, b in pairwise(places))

    def schedule(self, book: Book) -> DaySchedule:
        """The day's times and sums."""
        stops = [
            TimedStop(slot.span.start, slot.span.end, slot.event.set_up_minutes, slot.event.tear_down_minutes)
            for slot in self.slots
        ]
        first, last = self.slots[0], self.slots[-1]
        legs = [book.drive(self.start, first.event.where).minutes]
        legs += [book.drive_between(a, b).minutes for a, b in pairwise(self.slots)]
        home = book.drive(last.event.where, self.end).minutes
        return day_schedule(stops, legs, home, book.context.duty.breaks, crew=self.crew)


def duty_findings(book: Book, focus: Slot | None = None) -> Iterator[Finding]:
    """Days that break a limit of duty, drive or breaks; with `focus` only the days that appointment is part of."""
    for vehicle_id, slots in book.vehicles.items():
        if focus is None or focus.event.vehicle_id == vehicle_id:
            yield from _vehicle(book, vehicle_id, slots, focus)
    for staff_id, slots in book.people.items():
        if focus is None or staff_id in book.people_of(focus):
            yield from _person(book, staff_id, slots, focus)


def vehicle_day(book: Book, vehicle_id: UUID, day: date, slots: Iterable[Slot]) -> VehicleDay | None:
    """The day of a vehicle with these slots alone; None for an unknown vehicle or without a slot."""
    vehicle = book.context.vehicles.get(vehicle_id)
    ordered = tuple(sorted(slots, key=lambda slot: slot.begins))
    if vehicle is None or not ordered:
        return None
    tonight, last_night = _tour_day(book, vehicle_id, day), _tour_day(book, vehicle_id, day - timedelta(days=1))
    depot = Waypoint(vehicle.depot_ags) if vehicle.depot_ags else None
    return VehicleDay(
        vehicle_id=vehicle_id,
        vehicle=vehicle,
        day=day,
        slots=ordered,
        start=Waypoint(last_night.overnight_ags) if last_night and last_night.overnight_ags else depot,
        end=Waypoint(tonight.overnight_ags) if tonight and tonight.overnight_ags else depot,
        crew=len(tonight.crew_ids) or None if tonight else None,
        max_duty=min(vehicle.max_duty_minutes, book.context.duty.max_duty_minutes),
    )


def keeps_limits(book: Book, thing_id: UUID, day: date, slots: Iterable[Slot]) -> bool:
    """Whether a vehicle or a person with these slots on a day keeps the limits of duty, drive and breaks."""
    ordered = sorted((slot for slot in slots if not slot.event.all_day), key=lambda slot: slot.begins)
    found = vehicle_day(book, thing_id, day, ordered)
    if found is None:
        return not ordered or worked_minutes(book, ordered) <= book.context.duty.max_duty_minutes
    done = found.schedule(book)
    return (
        done.duty <= found.max_duty
        and done.drive <= found.vehicle.max_drive_minutes
        and not done.break_missing(book.context.duty.breaks)
    )


def _tour_day(book: Book, vehicle_id: UUID, day: date) -> TourDayDraft | None:
    return book.tour_days.get((vehicle_id, day))


def _vehicle(book: Book, vehicle_id: UUID, slots: Sequence[Slot], focus: Slot | None) -> Iterator[Finding]:
    for day, of_day in _by_day(slots).items():
        if not concerns(focus, *of_day) or all(slot.is_settled for slot in of_day):
            continue
        found = vehicle_day(book, vehicle_id, day, of_day)
        if found is not None:
            yield from _limits(found, found.schedule(book), book)


def _limits(day: VehicleDay, schedule: DaySchedule, book: Book) -> Iterator[Finding]:
    vehicle, when = day.vehicle, DaySpan(day.day, day.day)
    if schedule.duty > day.max_duty:
        headline = N_("Duty {minutes}"), params(minutes=Minutes(schedule.duty))
        yield _of_day(Rule.duty_too_long, day, headline, _over(vehicle.name, when, schedule.duty, day.max_duty))
    if schedule.drive > vehicle.max_drive_minutes:
        headline = N_("Drive {minutes}"), params(minutes=Minutes(schedule.drive))
        yield _of_day(
            Rule.drive_too_long, day, headline, _over(vehicle.name, when, schedule.drive, vehicle.max_drive_minutes)
        )
    if schedule.break_missing(book.context.duty.breaks):
        headline = N_("{minutes} without a break"), params(minutes=Minutes(schedule.unbroken))
        allowed = schedule.unbroken - schedule.break_missing(book.context.duty.breaks)
        detail = (
            N_("{name}, {when}: a break is due after {limit} at the latest."),
            params(name=vehicle.name, when=when, limit=Minutes(allowed)),
        )
        yield _of_day(Rule.break_missing, day, headline, detail)


def _over(name: str, when: DaySpan, value: int, limit: int) -> tuple[str, tuple[tuple[str, object], ...]]:
    return (
        N_("{name}, {when}: {over} above the limit of {limit}."),
        params(name=name, when=when, over=Minutes(value - limit), limit=Minutes(limit)),
    )


def _of_day(
    rule: Rule,
    day: VehicleDay,
    headline: tuple[str, tuple[tuple[str, object], ...]],
    detail: tuple[str, tuple[tuple[str, object], ...]],
) -> Finding:
    """The last appointment of a day bears its findings: it is the one that is easiest to move."""
    return finding(
        rule,
        day.slots[-1],
        named=(day.vehicle_id, day.day),
        headline=headline,
        detail=detail,
        others=tuple(slot.event.id for slot in day.slots[:-1]),
    )


def _person(book: Book, staff_id: UUID, slots: Sequence[Slot], focus: Slot | None) -> Iterator[Finding]:
    """Days on which a person works too long in several places; a day with one vehicle is that vehicle's finding."""
    person = book.context.staff.get(staff_id)
    limit = book.context.duty.max_duty_minutes
    if person is None:
        return
    for day, of_day in _by_day(slots).items():
        vehicles = {slot.event.vehicle_id for slot in of_day}
        with_one_vehicle = len(vehicles) == 1 and None not in vehicles
        if with_one_vehicle or not concerns(focus, *of_day) or all(slot.is_settled for slot in of_day):
            continue
        worked = worked_minutes(book, of_day)
        if worked > limit:
            yield finding(
                Rule.duty_too_long,
                of_day[-1],
                named=(staff_id, day),
                headline=(N_("Duty {minutes}"), params(minutes=Minutes(worked))),
                detail=_over(person.name, DaySpan(day, day), worked, limit),
                others=tuple(slot.event.id for slot in of_day[:-1]),
            )


def worked_minutes(book: Book, slots: Sequence[Slot]) -> int:
    """Minutes a person works from the first to the last of these slots (in order of time).

    Drives between them are included, pauses of 15 min or more taken off.
    """
    worked, until = slots[0].ends - slots[0].begins, slots[0].ends
    for before, slot in pairwise(slots):
        pause = slot.begins - until - book.drive_between(before, slot).minutes
        rested = pause if pause >= SHORTEST_BREAK else 0
        worked += max(0, slot.ends - until) - rested
        until = max(until, slot.ends)
    return worked


def _by_day(slots: Iterable[Slot]) -> Mapping[date, list[Slot]]:
    """Timed slots by the local day they begin on; all-day events have no times to add up."""
    days: dict[date, list[Slot]] = {}
    for slot in slots:
        if not slot.event.all_day:
            days.setdefault(slot.day, []).append(slot)
    return days
