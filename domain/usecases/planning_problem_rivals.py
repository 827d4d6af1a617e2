"""Which one vehicle may call at a stop: where people or a site are shared, or a site is too small for others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.region.fold import fold
from domain.usecases.planning_problem_asking import Asking, Turn
from domain.usecases.planning_problem_world import World


def kept_apart(asking: Sequence[Asking], world: World) -> list[Asking]:
    """The stops, bound to one vehicle where another does not fit the site, or where they share a person or a site.

    The planner knows nothing of people and sites: with one vehicle they follow one after another by themselves, with
    several each vehicle of such a group gets days of its own, and those on which one of its stops stands now. Another
    vehicle steps in for one that is out.
    """
    if len(world.fleet) < 2:  # noqa: PLR2004 - one vehicle cannot be in two places
        return list(asking)
    bound = {each.id: replace(each, home=_home(each, world)) for each in asking if _is_tight(each, world)}
    bound |= dict(_bound(asking, world))
    return [bound.get(each.id, each) for each in asking]


def _is_tight(each: Asking, world: World) -> bool:
    """Whether some of the vehicles fit the site of a stop and others do not."""
    return 0 < len(world.fitting(each.site_id)) < len(world.fleet)


def _bound(asking: Sequence[Asking], world: World) -> Iterable[tuple[str, Asking]]:
    for group in _groups(asking):
        homes = {each.id: _home(each, world) for each in group}
        vehicles = sorted(set(homes.values()), key=str)
        standing = [(each.stands_on, homes[each.id]) for each in group if each.stands_on is not None]
        for each in group:
            home = homes[each.id]
            turn = Turn(vehicles.index(home), len(vehicles))
            taken = frozenset(day for day, other in standing if other != home)
            kept = frozenset() if _is_hit(each, world) else frozenset({each.stands_on})
            yield each.id, replace(each, home=home, turn=turn, taken=taken - kept)


def _is_hit(each: Asking, world: World) -> bool:
    """Whether the vehicle that should call at a stop is out then."""
    return each.stands_on is not None and each.subject.vehicle_id in _out_on(each.stands_on, world)


def _out_on(day: date, world: World) -> frozenset[UUID]:
    return frozenset(out.vehicle_id for out in world.wish.out if out.first <= day <= out.last)


def _home(each: Asking, world: World) -> UUID:
    """The vehicle that calls at a stop: the one it has or was meant for, else the first that can.

    It must bring what is needed, should fit the site, and steps in on a day on which the one it has is out.
    """
    needed = [world.carriers.get(fold(name), frozenset()) for name in each.equipment]
    equipped = [row.id for row in world.fleet if all(row.id in carriers for carriers in needed)]
    able = [vehicle for vehicle in equipped if vehicle in world.fitting(each.site_id)] or equipped
    wanted = each.subject.vehicle_id
    if each.stands_on is not None and _is_hit(each, world):
        out = _out_on(each.stands_on, world)
        return next((vehicle for vehicle in able if vehicle not in out), able[0] if able else world.fleet[0].id)
    if wanted in world.vehicle_ids and (wanted in able or not able):
        return wanted
    return able[0] if able else world.fleet[0].id


def _groups(asking: Iterable[Asking]) -> list[list[Asking]]:
    """The stops that share a person or a site, directly or by others; nobody who is alone."""
    leader: dict[str, str] = {}
    by_thing: dict[UUID, list[Asking]] = defaultdict(list)
    known: dict[str, Asking] = {}

    def first(stop: str) -> str:
        while leader[stop] != stop:
            stop = leader[stop]
        return stop

    for each in asking:
        known[each.id], leader[each.id] = each, each.id
        for thing in (*each.people, *([each.site_id] if each.site_id else [])):
            by_thing[thing].append(each)
    for sharing in by_thing.values():
        for each in sharing[1:]:
            leader[first(each.id)] = first(sharing[0].id)
    groups: dict[str, list[Asking]] = defaultdict(list)
    for stop, each in known.items():
        groups[first(stop)].append(each)
    return [group for group in groups.values() if group[0].people or len(group) > 1]
