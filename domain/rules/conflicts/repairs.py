"""The cheapest ways out of a conflict, with their side effects."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import chain, islice
from uuid import UUID

from domain.errors import InvalidInputError
from domain.i18n import N_
from domain.rows.findings import Finding, Repair
from domain.rules.conflicts.book import Book, Slot, moment
from domain.rules.conflicts.booking import share_a_day
from domain.rules.conflicts.calendar import WEEKEND
from domain.rules.conflicts.room import extra_kilometres, free_people, place, travelling_rivals
from domain.rules.conflicts.tour import vehicle_day
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
    slot = _easiest_to_change(book, found)
    ways = _WAYS.get(found.rule, ())
    if slot is None:
        return ()
    return tuple(islice(chain.from_iterable(_first_of_each(way(book, slot, found) for way in ways)), AT_MOST))


def _first_of_each(ways: Iterator[Iterator[Repair]]) -> Iterator[list[Repair]]:
    """The best of every way first, then the second best of every way."""
    offers = [list(islice(way, 2)) for way in ways]
    yield [offer[0] for offer in offers if offer]
    yield [repair for offer in offers for repair in offer[1:]]


def _easiest_to_change(book: Book, found: Finding) -> Slot | None:
    """The least firm appointment of the finding, its own before others; None if all are settled."""
    slots = [book.by_id[each] for each in (found.event_id, *found.others) if each in book.by_id]
    changeable = [slot for slot in slots if not slot.is_settled]
    return min(changeable, key=lambda slot: _FIRMNESS.index(slot.event.state), default=None)


def _same_day(book: Book, slot: Slot, _: Finding) -> Iterator[Repair]:
    """The nearest free time on the same day."""
    if slot.event.all_day:
        return
    for opens in sorted(_free_starts(book, slot), key=lambda at: abs(at - _opening(slot))):
        span = TimeSpan(moment(opens), moment(opens + _length(slot)))
        if _in_daytime(span, slot.day) and place(book, slot.event, span, slot.event.vehicle_id):
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


def _other_vehicle(book: Book, slot: Slot, _: Finding) -> Iterator[Repair]:
    """Other vehicles that are free then, the one with the shortest way first."""
    own = slot.event.vehicle_id
    if own is None:
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
    absent_or_busy = UUID(found.key.split(":")[1])
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


def _shorter(book: Book, slot: Slot, found: Finding) -> Iterator[Repair]:
    """The last stop of the day ends earlier, by at most half of its time."""
    last = book.by_id[found.event_id]
    vehicle_id = last.event.vehicle_id
    day = vehicle_day(book, vehicle_id, last.day, _vehicle_slots(book, last)) if vehicle_id else None
    if day is None or last.is_settled or last is not slot:
        return
    over = day.schedule(book).duty - day.max_duty
    cut = -(-over // _ROUND) * _ROUND
    if 0 < cut <= _length(last) // 2 and _length(last) - cut >= _SHORTEST_STAY:
        ends_at = later(last.span.end, -cut)
        yield Repair(
            N_("“{title}” ends at {clock}"),
            params(title=last.event.title, clock=ends_at.time()),
            effect=_signed(-cut, "min"),
            event_id=last.event.id,
            starts_at=last.span.start,
            ends_at=ends_at,
        )


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
    Rule.school_free_day: (_other_day,),
    Rule.public_holiday: (_other_day,),
}
