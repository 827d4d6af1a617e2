"""Whether an appointment would fit at another time, with another vehicle or another person."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from domain.rules.conflicts.appointment import Appointment, Context
from domain.rules.conflicts.book import Book, Slot, slot_of
from domain.rules.conflicts.booking import LONGEST_DRIVE, share_a_day
from domain.rules.conflicts.calendar import days_of, is_school_free
from domain.rules.conflicts.people import is_absent, is_overbooked, missing_qualifications
from domain.rules.conflicts.tour import keeps_limits, vehicle_day
from domain.terms import BERLIN, AssignmentRole, TimeSpan


def place(book: Book, event: Appointment, span: TimeSpan, vehicle_id: UUID | None) -> Slot | None:
    """The slot `event` would take in `span` with that vehicle, or None if a rule of error grade would be broken."""
    slot = slot_of(replace(event, span=span, vehicle_id=vehicle_id))
    if slot is None or not _calendar_allows(book.context, slot) or _somebody_is_absent(book, slot):
        return None
    if any(in_the_way(book, slot, other) for other in travelling_rivals(book, slot)):
        return None
    site_id = slot.event.site_id
    if site_id is not None and any(_overlap(slot, other) for other in _others(book.sites.get(site_id, ()), slot)):
        return None
    fits = _enough_equipment(book, slot) and _vehicle_allows(book, slot) and _people_can(book, slot)
    return slot if fits else None


def travelling_rivals(book: Book, slot: Slot) -> Iterator[Slot]:
    """Other appointments that need the same vehicle or one of the same people."""
    if slot.event.vehicle_id is not None:
        yield from _others(book.vehicles.get(slot.event.vehicle_id, ()), slot)
    for person in book.people_of(slot):
        yield from _others(book.people.get(person, ()), slot)


def in_the_way(book: Book, slot: Slot, other: Slot) -> bool:
    """Whether the same vehicle or person cannot do both, the drive between them included."""
    if _overlap(slot, other):
        return True
    if slot.event.all_day or other.event.all_day:
        return False
    first, then = (slot, other) if slot.begins < other.begins else (other, slot)
    pause = then.begins - first.ends
    return pause < LONGEST_DRIVE and book.drive_between(first, then).minutes > pause


def free_people(book: Book, slot: Slot, staff_id: UUID) -> Iterator[UUID]:
    """People who could take over all roles of `staff_id` in the appointment: there, free and qualified, by name.

    Nobody is named whose month is full.
    """
    speaks = any(a.staff_id == staff_id and a.role is AssignmentRole.speaker for a in slot.event.assignments)
    taken = set(book.people_of(slot))
    for other_id, person in sorted(book.context.staff.items(), key=lambda item: item[1].name):
        if other_id in taken or is_absent(person, slot.days) or is_overbooked(book.context, slot, other_id, person):
            continue
        if speaks and missing_qualifications(book.context, slot, person):
            continue
        if not any(in_the_way(book, slot, other) for other in _others(book.people.get(other_id, ()), slot)):
            yield other_id


def extra_kilometres(book: Book, slot: Slot, vehicle_id: UUID) -> float:
    """Kilometres the appointment adds to the vehicle's day, whether or not it stands there already."""
    of_day = _same_day(book, slot, vehicle_id)
    with_it, without = (vehicle_day(book, vehicle_id, slot.day, slots) for slots in ([*of_day, slot], of_day))
    return (with_it.kilometres(book) if with_it else 0.0) - (without.kilometres(book) if without else 0.0)


def _others(slots: Sequence[Slot], slot: Slot) -> Iterator[Slot]:
    return (other for other in slots if other.event.id != slot.event.id)


def _overlap(one: Slot, other: Slot) -> bool:
    return one.begins < other.ends and other.begins < one.ends


def _same_day(book: Book, slot: Slot, vehicle_id: UUID) -> list[Slot]:
    return _timed(book.vehicles.get(vehicle_id, ()), slot)


def _timed(slots: Sequence[Slot], slot: Slot) -> list[Slot]:
    """Other slots that begin on the same day at a time of their own."""
    return [other for other in _others(slots, slot) if other.day == slot.day and not other.event.all_day]


def _people_can(book: Book, slot: Slot) -> bool:
    """Whether nobody works longer than allowed that day; a day with one vehicle is checked as the vehicle's."""
    for person in book.people_of(slot):
        of_day = [*_timed(book.people.get(person, ()), slot), slot]
        vehicles = {each.event.vehicle_id for each in of_day}
        if (len(vehicles) > 1 or None in vehicles) and not keeps_limits(book, person, slot.day, of_day):
            return False
    return True


def _calendar_allows(context: Context, slot: Slot) -> bool:
    if slot.event.is_school:
        return not any(is_school_free(context, day) for day in days_of(slot.days))
    return not any(context.public_holiday(day) for day in days_of(slot.days))


def _somebody_is_absent(book: Book, slot: Slot) -> bool:
    people = (book.context.staff.get(person) for person in book.people_of(slot))
    return any(person is not None and is_absent(person, slot.days) for person in people)


def _enough_equipment(book: Book, slot: Slot) -> bool:
    for piece in slot.event.equipment_ids:
        stock = book.context.equipment.get(piece)
        taken = sum(_overlap(slot, other) for other in _others(book.equipment.get(piece, ()), slot))
        taken += sum(
            block.equipment_id == piece and share_a_day(block.days, slot.days) for block in book.context.blocks
        )
        if stock is not None and taken + 1 > stock.quantity:
            return False
    return True


def _vehicle_allows(book: Book, slot: Slot) -> bool:
    """Whether the vehicle is there and its day keeps the limits of duty, drive and breaks."""
    vehicle_id = slot.event.vehicle_id
    if vehicle_id is None:
        return True
    if any(block.vehicle_id == vehicle_id and share_a_day(block.days, slot.days) for block in book.context.blocks):
        return False
    return keeps_limits(book, vehicle_id, slot.day, [*_same_day(book, slot, vehicle_id), slot])


def is_out_in_hours(book: Book, slot: Slot) -> bool:
    """Whether the vehicle leaves and returns within the hours it may be out, if the appointment has one."""
    vehicle_id = slot.event.vehicle_id
    if vehicle_id is None:
        return True
    day = vehicle_day(book, vehicle_id, slot.day, [*_same_day(book, slot, vehicle_id), slot])
    if day is None:
        return True
    done, vehicle = day.schedule(book), day.vehicle
    return datetime.combine(
        slot.day, vehicle.available_from, BERLIN
    ) <= done.leaves_at and done.returns_at <= datetime.combine(slot.day, vehicle.available_to, BERLIN)
