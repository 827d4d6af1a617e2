"""Sample events whose place, people and day are told one by one: the tour's stops and the conflicts on purpose."""

from typing import Any

from domain.demo.crews import Party
from domain.demo.neighbours import World
from domain.demo.spots import Spot, at, in_hall, on_pitch
from domain.demo.tables import Pattern
from domain.region.travel import TravelTable
from domain.terms import AssignmentRole, EventKind


def spot_named(text: str, world: World) -> Spot:
    """The place that `pitch:NAME`, `partner:NAME` or `hall:OFFICE:ROOM:STREET` tells."""
    what, _, rest = text.partition(":")
    if what == "pitch":
        return on_pitch(world.pitch(rest))
    if what == "partner":
        return at(world.named(rest))
    office, room, street = rest.split(":")
    return in_hall(world.named(office), (room, street))


def party_named(people: dict[str, str], car: str, spot: Spot, world: World) -> Party:
    """The people by role and name, and the vehicle by name; empty = none."""
    chosen = tuple((world.house.person(name), AssignmentRole(role)) for role, name in people.items())
    vehicle = world.house.vehicles[car] if car else None
    if vehicle is None or not vehicle.draft.depot_ags or not spot.ags:
        return Party(chosen)
    return Party(chosen, vehicle, float(round(2 * TravelTable().kilometres(vehicle.draft.depot_ags, spot.ags))))


def pattern_of(entry: dict[str, Any], kind: EventKind) -> Pattern:
    """The fields of an entry that describe the event itself."""
    told = {"kind", "state", "spot", "when", "car", "people", "accept"}
    rest = {name: value for name, value in entry.items() if name not in told}
    return Pattern(kind=kind, place=entry["spot"], **rest)
