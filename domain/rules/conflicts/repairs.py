"""The cheapest ways out of a conflict, with their side effects."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, islice
from uuid import UUID

from domain.errors import InvalidInputError
from domain.i18n import N_
from domain.rows.findings import Finding, Repair
from domain.rules.conflicts.book import Book, Slot, moment, slot_of
from domain.rules.conflicts.booking import share_a_day
from domain.rules.conflicts.calendar import WEEKEND
from domain.rules.conflicts.publications import fewer_copies, new_edition
from domain.rules.conflicts.room import extra_kilometres, free_people, is_out_in_hours, place, travelling_rivals
from domain.rules.conflicts.tour import keeps_limits, vehicle_day
from domain.rules.conflicts.wording import params
from domain.rules.local import at_local, later, local_days, minute_of_day, minutes_between, whole_days
from domain.terms import DaySpan, EventState, Rule, TimeSpan

AT_MOST = 3
"""Repairs offered for one finding."""

FARTHEST_DAY = 21
"""Days before and after the present date among which another one is looked for."""

_OPENS_FROM, _CLOSES_BY = 6 * 60, 22 * 60
_ROUND = 5
_SHORTEST_STAY = 60
_PAUSES = (0, 30)
_FIRMNESS = (EventState.idea, EventState.requested, EventState.tentative, EventState.confirmed)

_Way = Callable[[Book, Slot, Finding], Iterator[Repair]]


def repairs_of(book: Book, found: Finding) -> tuple[Repair, ...]:
    """Up to three ways out of `found`, the cheapest kind first; each keeps all rules of error grade.

    What Landauf can do itself carries the new time, vehicle or person.
    """
    own = book.by_id.get(found.event_id)
    slot = next(_changeable(book, found), None)
    ways = _WAYS.get(found.rule, ())
    offers = [way(book, own, found) for way in ways if way is _shorter and own is not None]
    offers += [way(book, slot, found) for way in ways if way is not _shorter and slot is not None]
    return tuple(islice(chain.from_iterable(_first_of_each(offers)), AT_MOST))


def _first_of_each(ways: Iterable[Iterator[Repair]]) -> Iterator[list[Repair]]:
    """The best of every way first, then the second best of every way."""
    offers = [list(islice(way, 2)) for way in ways]
    yield [offer[0] for offer in offers if offer]
    yield [repair for offer in offers for repair in offer[1:]]


def _changeable(book: Book, found: Finding) -> Iterator[Slot]:
    """Appointments whose change would end the conflict: the least firm first, the finding's own before others."""
    ids = (found.event_id,) if found.rule is Rule.equipment_booked_twice else (found.event_id, *found.others)
    slots = [book.by_id[each] for each in ids if each in book.by_id and not book.by_id[each].is_settled]
    for slot in sorted(slots, key=lambda slot: _FIRMNESS.index(slot.event.state)):
        if found.rule not in _OF_A_DAY or _day_is_fine_without(book, slot, found):
            yield slot


def _day_is_fine_without(book: Book, slot: Slot, found: Finding) -> bool:
    thing_id = _thing(found)
    of_thing = book.vehicles.get(thing_id) or book.people.get(thing_id, ())
    rest = [other for other in of_thing if other is not slot and other.day == slot.day]
    return keeps_limits(book, thing_id, slot.day, rest)


def _thing(found: Finding) -> UUID:
    """The vehicle, person or site of a finding: the second part of its key."""
    return UUID(found.key.split(":")[1])


def _same_day(book: Book, slot: Slot, _: Finding) -> Iterator[Repair]:
    """The nearest free time on the same day."""
    if slot.event.all_day:
        return
    for opens in sorted(_free_starts(book, slot), key=lambda at: abs(at - _opening(slot))):
        span = TimeSpan(moment(opens), moment(opens + _length(slot)))
        moved = place(book, slot.event, span, slot.event.vehicle_id) if _in_daytime(span, slot.day) else None
        if moved is not None and is_out_in_hours(book, moved):
            yield _move(slot, span, _signed(opens - _opening(slot), "min"))


def _free_starts(book: Book, slot: Slot) -> set[int]:
    """Opening times (minutes since 1970) right after and right before whatever else the vehicle and people do."""
    before, after = _opening(slot) - slot.begins, slot.ends - _opening(slot)
    starts: set[int] = set()
    others = {other.event.id: other for other in travelling_rivals(book, slot)}
    if slot.event.site_id is not None:
        others |= {other.event.id: other for other in book.sites.get(slot.event.site_id, ()) if other is not slot}
    for piece in slot.event.equipment_ids:
        others |= {other.event.id: other for other in book.equipment.get(piece, ()) if other is not slot}
    for other in others.values():
        if not other.event.all_day and share_a_day(other.days, slot.days):
            earliest = other.ends + book.drive_between(other, slot).minutes + before
            latest = other.begins - book.drive_between(slot, other).minutes - after
            for pause in _PAUSES:
                starts.add(-(-(earliest + pause) // _ROUND) * _ROUND)
                starts.add((latest - pause) // _ROUND * _ROUND)
    return starts


def _other_day(book: Book, slot: Slot, _: Finding) -> Iterator[Repair]:
    """The nearest day, at the same time by the clock, on which everything is free."""
    for day in _days_around(book.context.today, slot):
        span = _on(day, slot)
        free = place(book, slot.event, span, slot.event.vehicle_id) if span else None
        if span is not None and free is not None:
            yield _move(slot, span, _kilometres_saved(book, slot, free))


def _kilometres_saved(book: Book, slot: Slot, moved: Slot) -> str:
    vehicle_id = slot.event.vehicle_id
    if vehicle_id is None or slot.event.all_day:
        return ""
    return _signed(round(extra_kilometres(book, moved, vehicle_id) - extra_kilometres(book, slot, vehicle_id)), "km")


def _days_around(today: date, slot: Slot) -> Iterator[date]:
    """Days after and before in turn, none in the past, weekends only for what is on a weekend already."""
    on_weekend = slot.day.weekday() >= WEEKEND
    for distance in range(1, FARTHEST_DAY + 1):
        for day in (slot.day + timedelta(days=distance), slot.day - timedelta(days=distance)):
            if day > today and (day.weekday() >= WEEKEND) == on_weekend:
                yield day


def _on(day: date, slot: Slot) -> TimeSpan | None:
    """The appointment's opening times on another day; None if the clock skips them there."""
    if slot.event.all_day:
        length = slot.days.last - slot.days.first
        return whole_days(DaySpan(day, day + length))
    try:
        opens = at_local(day, minute_of_day(slot.span.start))
    except InvalidInputError:
        return None
    return TimeSpan(opens, later(opens, _length(slot)))


def _other_vehicle(book: Book, slot: Slot, found: Finding) -> Iterator[Repair]:
    """Other vehicles that are free then, the one with the shortest way first."""
    own = slot.event.vehicle_id
    if own is None or (found.rule in _OF_A_DAY and _thing(found) != own):
        return
    free: list[tuple[float, str, UUID]] = []
    for vehicle_id, vehicle in book.context.vehicles.items():
        moved = place(book, slot.event, slot.span, vehicle_id) if vehicle_id != own else None
        if moved is not None:
            free.append((extra_kilometres(book, moved, vehicle_id), vehicle.name, vehicle_id))
    for kilometres, name, vehicle_id in sorted(free):
        more = round(kilometres - extra_kilometres(book, slot, own))
        yield Repair(
            N_("{vehicle} instead of {other}"),
            params(vehicle=name, other=book.context.vehicles[own].name if own in book.context.vehicles else "–"),
            effect=_signed(more, "km"),
            event_id=slot.event.id,
            vehicle_id=vehicle_id,
        )


def _other_person(book: Book, slot: Slot, found: Finding) -> Iterator[Repair]:
    """Somebody who is there, free and qualified."""
    absent_or_busy = _thing(found)
    if all(assignment.staff_id != absent_or_busy for assignment in slot.event.assignments):
        return
    for staff_id in free_people(book, slot, absent_or_busy):
        yield Repair(
            N_("{name} instead of {other}"),
            params(name=book.context.staff[staff_id].name, other=book.context.staff[absent_or_busy].name),
            event_id=slot.event.id,
            staff_id=staff_id,
            instead_of=absent_or_busy,
        )


def _shorter(book: Book, last: Slot, found: Finding) -> Iterator[Repair]:
    """The last stop of the vehicle's day ends earlier, by at most half of its time."""
    vehicle_id = last.event.vehicle_id
    day = vehicle_day(book, vehicle_id, last.day, _vehicle_slots(book, last)) if vehicle_id else None
    if day is None or last.is_settled or _thing(found) != vehicle_id:
        return
    over = day.schedule(book).duty - day.max_duty
    # A shorter day may need a shorter break, so that the duty falls by less than what is cut off.
    for cut in range(-(-over // _ROUND) * _ROUND, _length(last) // 2 + 1, _ROUND):
        span = TimeSpan(last.span.start, later(last.span.end, -cut))
        if _length(last) - cut >= _SHORTEST_STAY and _fits_when(book, last, span):
            yield Repair(
                N_("“{title}” ends at {clock}"),
                params(title=last.event.title, clock=span.end.time()),
                effect=_signed(-cut, "min"),
                event_id=last.event.id,
                starts_at=span.start,
                ends_at=span.end,
            )
            return


def _fits_when(book: Book, slot: Slot, span: TimeSpan) -> bool:
    """Whether the vehicle's day keeps its limits with the slot at another time."""
    moved = slot_of(replace(slot.event, span=span))
    others = [other for other in _vehicle_slots(book, slot) if other is not slot]
    vehicle_id = slot.event.vehicle_id
    return moved is not None and vehicle_id is not None and keeps_limits(book, vehicle_id, slot.day, [*others, moved])


def _vehicle_slots(book: Book, slot: Slot) -> list[Slot]:
    same = book.vehicles.get(slot.event.vehicle_id, ()) if slot.event.vehicle_id else ()
    return [other for other in same if other.day == slot.day and not other.event.all_day]


def _move(slot: Slot, span: TimeSpan, effect: str) -> Repair:
    when = local_days(span) if slot.event.all_day else span
    return Repair(
        N_("“{title}” to {when}"),
        params(title=slot.event.title, when=when),
        effect=effect,
        event_id=slot.event.id,
        starts_at=span.start,
        ends_at=span.end,
    )


def _opening(slot: Slot) -> int:
    return slot.begins + (0 if slot.event.all_day else slot.event.set_up_minutes)


def _length(slot: Slot) -> int:
    return minutes_between(slot.span.start, slot.span.end)


def _in_daytime(span: TimeSpan, day: date) -> bool:
    same_day = span.start.date() == span.end.date() == day
    return same_day and minute_of_day(span.start) >= _OPENS_FROM and minute_of_day(span.end) <= _CLOSES_BY


def _signed(value: int, unit: str) -> str:
    """A side effect as people write it in any language: +88 km, −45 min, +2 h 55 min, ±0 km."""
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    hours, minutes = divmod(abs(value), 60) if unit == "min" else (0, abs(value))
    parts = [f"{hours} h"] * (hours > 0) + [f"{minutes} {unit}"] * (minutes > 0 or not hours)
    return sign + " ".join(parts)


_OF_A_DAY = frozenset({Rule.duty_too_long, Rule.drive_too_long, Rule.break_missing})
_WAYS: dict[Rule, tuple[_Way, ...]] = {
    Rule.vehicle_booked_twice: (_same_day, _other_vehicle, _other_day),
    Rule.unreachable_in_time: (_same_day, _other_vehicle, _other_day),
    Rule.person_booked_twice: (_other_person, _same_day, _other_day),
    Rule.site_booked_twice: (_same_day, _other_day),
    Rule.equipment_booked_twice: (_same_day, _other_day),
    Rule.duty_too_long: (_shorter, _other_day, _other_vehicle),
    Rule.drive_too_long: (_other_vehicle, _other_day),
    Rule.break_missing: (_same_day, _other_day, _other_vehicle),
    Rule.person_absent: (_other_person, _other_day),
    Rule.qualification_missing: (_other_person,),
    Rule.over_capacity: (_other_person,),
    Rule.school_free_day: (_other_day,),
    Rule.public_holiday: (_other_day,),
    Rule.publication_outdated: (new_edition,),
    Rule.publication_short: (fewer_copies, new_edition),
}
