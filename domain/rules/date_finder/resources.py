"""Who and what has to be free: people, vehicle, police station, Ordnungsamt, room or site."""

from collections.abc import Iterable, Iterator

from domain.i18n import N_
from domain.rows.date_finder import DateReason
from domain.rules.date_finder.world import Office, Slot, Taken, World, reason
from domain.terms import Bearing, DateCheck, EventKind

NEAR_KM = 40
"""How far away the vehicle may stand on the same day to come by: half an hour to three quarters by bus."""

_BUSY = N_("{name}: “{title}”, {town}")
_BUSY_ANYWHERE = N_("{name}: “{title}”")
_FREE = N_("{name} free")


def people(world: World, slot: Slot) -> Iterator[DateReason]:
    """Each of the wanted people: away, busy elsewhere, or free."""
    for staff_id in slot.wish.staff_ids:
        person = world.staff.get(staff_id)
        if person is None:
            continue
        if any(away.first_day <= slot.day <= away.last_day for away in person.absences):
            yield reason(Bearing.obstacle, DateCheck.people, N_("{name} is away"), name=person.name)
            continue
        busy = _unreachable(world, slot, (each for each in world.taken if staff_id in each.staff_ids))
        yield _told(DateCheck.people, person.name, busy)


def vehicle(world: World, slot: Slot) -> Iterator[DateReason]:
    """The wanted vehicle; without one, whether a vehicle is near on the same day."""
    wanted = slot.wish.vehicle_id
    if wanted is None or wanted not in world.vehicles:
        yield from _passing(world, slot)
        return
    name = world.vehicles[wanted]
    block = next((each for each in world.blocks if each.vehicle_id == wanted and slot.day in each.days), None)
    if block is not None:
        yield reason(
            Bearing.obstacle, DateCheck.vehicle, N_("{name} booked: {purpose}"), name=name, purpose=block.purpose
        )
        return
    yield _told(
        DateCheck.vehicle, name, _unreachable(world, slot, (each for each in world.taken if each.vehicle_id == wanted))
    )


def _passing(world: World, slot: Slot) -> Iterator[DateReason]:
    stops = [
        (world.kilometres(each.where), each)
        for each in world.around(slot.day, 0)
        if each.kind is EventKind.mobile_stop and each.where is not None
    ]
    if not stops or slot.wish.kind is EventKind.mobile_stop:
        return
    far, stop = min(stops, key=lambda found: found[0])
    if far <= NEAR_KM:
        name = world.vehicles.get(stop.vehicle_id) if stop.vehicle_id else None
        if name is None:
            yield reason(
                Bearing.good, DateCheck.vehicle, N_("Mobile stop that day in {town}: {km} km"), town=stop.town, km=far
            )
        else:
            msgid = N_("{name} that day in {town}: {km} km")
            yield reason(Bearing.good, DateCheck.vehicle, msgid, name=name, town=stop.town, km=far)


def police(world: World, slot: Slot) -> Iterator[DateReason]:
    """The police station of the Kreis."""
    yield from _offices(DateCheck.police, world.police, world, slot)


def ordnungsamt(world: World, slot: Slot) -> Iterator[DateReason]:
    """The Ordnungsamt of the Gemeinde, or of the Kreis."""
    yield from _offices(DateCheck.ordnungsamt, world.ordnungsamt, world, slot)


def _offices(check: DateCheck, offices: Iterable[Office], world: World, slot: Slot) -> Iterator[DateReason]:
    for office in offices:
        there = (each for each in world.around(slot.day, 1) if office.id in each.partner_ids)
        yield _told(check, office.name, next((each for each in there if slot.meets(each)), None))


def room(world: World, slot: Slot) -> Iterator[DateReason]:
    """The site or the partner's place; a market stands in the way of a vehicle on the same ground."""
    wish = slot.wish
    if wish.site_id is None and wish.place_partner_id is None:
        return
    here = (
        each
        for each in world.around(slot.day, 1)
        if (wish.site_id is not None and each.site_id == wish.site_id)
        or (wish.place_partner_id is not None and wish.place_partner_id in each.partner_ids)
    )
    yield _told(DateCheck.room, world.place_name, next((each for each in here if slot.meets(each)), None))
    if world.site is not None and slot.day.weekday() in world.site.market_days:
        yield reason(Bearing.warning, DateCheck.room, N_("Market day: {site}"), site=world.site.name)


def _unreachable(world: World, slot: Slot, events: Iterable[Taken]) -> Taken | None:
    near = (each for each in events if abs((each.day - slot.day).days) <= 1)
    return next((each for each in near if not slot.is_reachable(each, world)), None)


def _told(check: DateCheck, name: str, busy: Taken | None) -> DateReason:
    if busy is None:
        return reason(Bearing.good, check, _FREE, name=name)
    if not busy.town:
        return reason(Bearing.obstacle, check, _BUSY_ANYWHERE, name=name, title=busy.title)
    return reason(Bearing.obstacle, check, _BUSY, name=name, title=busy.title, town=busy.town)
