"""Double bookings of vehicles, people, sites and equipment, and drives that take longer than there is time."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from domain.i18n import N_
from domain.rows.findings import Finding
from domain.rules.conflicts.appointment import Block
from domain.rules.conflicts.book import Book, Slot, overlaps
from domain.rules.conflicts.wording import Params, finding, params
from domain.terms import DaySpan, Minutes, Rule

CLASHES_AT_MOST = 5
"""Double bookings named per appointment and thing; more would help nobody."""

LONGEST_DRIVE = 720
"""Minutes of pause after which no drive in the country needs to be looked up."""


def booking_findings(book: Book, focus: Slot | None = None) -> Iterator[Finding]:
    """Everything booked twice or not reachable in time; with `focus` only what concerns that appointment."""
    yield from _vehicles(book, focus)
    yield from _people(book, focus)
    yield from _sites(book, focus)
    yield from _equipment(book, focus)
    yield from _unreachable(book, focus)


def _vehicles(book: Book, focus: Slot | None) -> Iterator[Finding]:
    for vehicle_id, slots in _chosen(book.vehicles, [focus.event.vehicle_id] if focus else None):
        vehicle = book.context.vehicles.get(vehicle_id)
        if vehicle is None:
            continue
        headline = N_("{name} booked twice"), params(name=vehicle.name)
        yield from _clashes(Rule.vehicle_booked_twice, vehicle_id, slots, headline, focus)
        for block in book.context.blocks:
            if block.vehicle_id == vehicle_id:
                yield from _blocked(vehicle_id, block, slots, headline, focus)


def _people(book: Book, focus: Slot | None) -> Iterator[Finding]:
    for staff_id, slots in _chosen(book.people, book.people_of(focus) if focus else None):
        person = book.context.staff.get(staff_id)
        if person is not None:
            headline = N_("{name} booked twice"), params(name=person.name)
            yield from _clashes(Rule.person_booked_twice, staff_id, slots, headline, focus)


def _sites(book: Book, focus: Slot | None) -> Iterator[Finding]:
    for site_id, slots in _chosen(book.sites, [focus.event.site_id] if focus else None):
        site = book.context.sites.get(site_id)
        if site is not None:
            headline = N_("Site {name} booked twice"), params(name=site.name)
            yield from _clashes(Rule.site_booked_twice, site_id, slots, headline, focus)


def _clashes(
    rule: Rule, thing: UUID, slots: Sequence[Slot], headline: tuple[str, Params], focus: Slot | None
) -> Iterator[Finding]:
    for first, then in overlaps(slots, CLASHES_AT_MOST):
        if concerns(focus, first, then) and not (first.is_settled and then.is_settled):
            yield finding(
                rule,
                then,
                named=(thing, *sorted((first.event.id, then.event.id))),
                headline=headline,
                detail=(
                    N_("“{title}” ({when}) and “{other}” ({other_when}) overlap by {minutes}."),
                    params(
                        title=then.event.title,
                        when=then.shown,
                        other=first.event.title,
                        other_when=first.shown,
                        minutes=Minutes(min(first.ends, then.ends) - then.begins),
                    ),
                ),
                others=(first.event.id,),
            )


def _blocked(
    vehicle_id: UUID, block: Block, slots: Sequence[Slot], headline: tuple[str, Params], focus: Slot | None
) -> Iterator[Finding]:
    for slot in slots:
        if concerns(focus, slot) and not slot.is_settled and share_a_day(slot.days, block.days):
            yield finding(
                Rule.vehicle_booked_twice,
                slot,
                named=(vehicle_id, slot.event.id, block.days.first),
                headline=headline,
                detail=(
                    N_("“{title}” ({when}) falls into {days}: {purpose}."),
                    params(title=slot.event.title, when=slot.shown, days=block.days, purpose=block.purpose or "–"),
                ),
            )


def _equipment(book: Book, focus: Slot | None) -> Iterator[Finding]:
    for piece_id, slots in _chosen(book.equipment, focus.event.equipment_ids if focus else None):
        stock = book.context.equipment.get(piece_id)
        if stock is None:
            continue
        running: list[Slot] = []
        for slot in slots:
            running = [other for other in running if other.ends > slot.begins]
            lent = sum(b.equipment_id == piece_id and share_a_day(slot.days, b.days) for b in book.context.blocks)
            needed = len(running) + 1 + lent
            if needed > stock.quantity and concerns(focus, slot, *running) and not slot.is_settled:
                yield _too_few(piece_id, slot, running, stock.name, stock.quantity)
            running.append(slot)


def _too_few(piece_id: UUID, slot: Slot, others: Sequence[Slot], name: str, quantity: int) -> Finding:
    taken = others[-CLASHES_AT_MOST:]
    none_free = (
        N_("“{title}” ({when}): none of {quantity} is free."),
        params(title=slot.event.title, when=slot.shown, quantity=quantity),
    )
    elsewhere = (
        N_("In stock: {quantity}. “{title}” ({when}) meets “{other}”."),
        params(
            quantity=quantity,
            title=slot.event.title,
            when=slot.shown,
            other="”, “".join(other.event.title for other in taken),
        ),
    )
    return finding(
        Rule.equipment_booked_twice,
        slot,
        named=(piece_id, slot.event.id),
        headline=(N_("{name} booked twice"), params(name=name)),
        detail=elsewhere if taken else none_free,
        others=tuple(other.event.id for other in taken),
    )


def _unreachable(book: Book, focus: Slot | None) -> Iterator[Finding]:
    """Each pair once, named by the vehicle if it is one, else by the first person who has to get there."""
    seen: set[tuple[UUID, UUID]] = set()
    vehicles = _chosen(book.vehicles, [focus.event.vehicle_id] if focus else None)
    people = _chosen(book.people, book.people_of(focus) if focus else None)
    travellers: list[tuple[str, Sequence[Slot]]] = [
        *((book.context.vehicles[key].name, slots) for key, slots in vehicles if key in book.context.vehicles),
        *((book.context.staff[key].name, slots) for key, slots in people if key in book.context.staff),
    ]
    for name, slots in travellers:
        for first, then, drive in _too_far(book, slots):
            pair = (first.event.id, then.event.id)
            if pair in seen or not concerns(focus, first, then) or (first.is_settled and then.is_settled):
                continue
            seen.add(pair)
            yield _late(name, first, then, drive)


def _too_far(book: Book, slots: Sequence[Slot]) -> Iterator[tuple[Slot, Slot, int]]:
    """Neighbours in time that do not overlap and whose drive (minutes, last) is longer than the time between."""
    last: Slot | None = None
    for slot in slots:
        if slot.event.all_day:
            continue
        if last is not None and 0 <= slot.begins - last.ends < LONGEST_DRIVE:
            drive = book.drive_between(last, slot).minutes
            if drive > slot.begins - last.ends:
                yield last, slot, drive
        if last is None or slot.ends >= last.ends:
            last = slot


def _late(name: str, first: Slot, then: Slot, drive: int) -> Finding:
    return finding(
        Rule.unreachable_in_time,
        then,
        named=(first.event.id, then.event.id),
        headline=(
            N_("{name}: {minutes} missing for the drive"),
            params(name=name, minutes=Minutes(drive - (then.begins - first.ends))),
        ),
        detail=(
            N_("After “{other}” ({other_when}) the drive to “{title}” ({when}) takes {drive}."),
            params(
                other=first.event.title,
                other_when=first.shown,
                title=then.event.title,
                when=then.shown,
                drive=Minutes(drive),
            ),
        ),
        others=(first.event.id,),
    )


def _chosen(
    groups: Mapping[UUID, Sequence[Slot]], keys: Sequence[UUID | None] | None
) -> list[tuple[UUID, Sequence[Slot]]]:
    if keys is None:
        return list(groups.items())
    return [(key, groups[key]) for key in dict.fromkeys(keys) if key is not None and key in groups]


def concerns(focus: Slot | None, *slots: Slot) -> bool:
    """Whether `focus` is among the slots; without a focus everything is of interest."""
    return focus is None or any(slot is focus for slot in slots)


def share_a_day(one: DaySpan, other: DaySpan) -> bool:
    """Whether two stretches of days meet."""
    return one.first <= other.last and other.first <= one.last
