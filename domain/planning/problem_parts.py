"""Vehicles, stops, fixed stops, published cells and nights of a problem, from and to their place in a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from domain.i18n import N_
from domain.planning.problem import Cell, FixedStop, Night, PlanningStop, PlanningVehicle, Window
from domain.planning.problem_checks import LATEST, shown

if TYPE_CHECKING:
    from domain.planning.problem_checks import Node

LAST_DAY = 10_000
"""The highest number of a day: more than thirty years of working days."""

_TWICE = N_("{path}: {value} stands twice")


@dataclass
class Known:
    """What a document has named so far: other parts may only speak of that."""

    days: frozenset[int]
    places: int
    vehicles: set[str] = field(default_factory=set)
    stops: set[str] = field(default_factory=set)

    def new_id(self, node: Node, ids: set[str]) -> str:
        """The text of a new id, which is not among `ids` yet and then is."""
        name = node.text()
        if name in ids:
            node.refuse(_TWICE, value=shown(name))
        ids.add(name)
        return name

    def place(self, node: Node) -> int:
        """The index of a place."""
        index = node.whole()
        if node.value == index and index >= self.places:
            node.refuse(N_("{path}: there is no place {value}"), value=index)
        return index

    def day(self, node: Node) -> int:
        """The number of a day of the problem."""
        day = node.whole(0, LAST_DAY)
        if node.value == day and day not in self.days:
            node.refuse(N_("{path}: there is no day {value}"), value=day)
        return day

    def vehicle(self, node: Node) -> str:
        """The id of a vehicle of the problem."""
        name = node.text()
        if node.value == name and name not in self.vehicles:
            node.refuse(N_("{path}: there is no vehicle {value}"), value=shown(name))
        return name

    def stop(self, name: str, node: Node) -> str:
        """The id of a stop of the problem, named at `node`."""
        if name not in self.stops:
            node.refuse(N_("{path}: there is no stop {value}"), value=shown(name))
        return name


def vehicle_of(node: Node, known: Known) -> PlanningVehicle:
    """A vehicle; its id is known from now on."""
    opens, closes = node.at("open").whole(0, LATEST), node.at("close").whole(0, LATEST)
    if opens > closes:
        node.refuse(N_("{path}: open {first} is after close {last}"), first=opens, last=closes)
    crew, name = node.maybe("crew_size"), node.maybe("name")
    return PlanningVehicle(
        id=known.new_id(node.at("id"), known.vehicles),
        equipment=frozenset(each.text() for each in node.at("equipment").items()),
        depot=known.place(node.at("depot")),
        opens=opens,
        closes=closes,
        max_work=node.at("max_work").whole(),
        max_drive=node.at("max_drive").whole(),
        days=tuple(sorted({known.day(each) for each in node.at("days").items()})),
        crew=crew.whole() if crew else None,
        name=name.text() if name else "",
    )


def stop_of(node: Node, known: Known) -> PlanningStop:
    """A stop; its id is known from now on. The vehicle it wishes for need not be among those that are planned."""
    wished, preferred, name = (node.maybe(key) for key in ("crew", "preferred", "name"))
    return PlanningStop(
        id=known.new_id(node.at("id"), known.stops),
        town=node.at("town").text(),
        district=node.at("district").text(),
        place=known.place(node.at("place")),
        kind=node.at("kind").text(),
        duration=node.at("duration").whole(),
        prize=node.at("prize").whole(),
        priority=node.at("priority").whole(1, 3),
        need=frozenset(each.text() for each in node.at("need").items()),
        windows=_windows(node.at("windows")),
        vehicle=wished.text() if wished else None,
        preferred=frozenset(each.whole(0, LAST_DAY) for each in preferred.items()) if preferred else frozenset(),
        name=name.text() if name else "",
    )


def _windows(node: Node) -> tuple[Window, ...]:
    """At most one window a day, by rising day; days outside the problem's are wishes that cannot come true."""
    windows: dict[int, Window] = {}
    for entry in node.items():
        parts = entry.tuple_of(3, "[day, from, to]")
        if parts is None:
            continue
        day, opens, closes = parts[0].whole(0, LAST_DAY), parts[1].whole(0, LATEST), parts[2].whole(0, LATEST)
        if opens > closes:
            entry.refuse(N_("{path}: from {first} is after to {last}"), first=opens, last=closes)
        if day in windows:
            entry.refuse(N_("{path}: a second window on day {day}"), day=day)
        windows[day] = Window(day, opens, closes)
    return tuple(windows[day] for day in sorted(windows))


def fixed_of(node: Node | None, known: Known) -> tuple[FixedStop, ...]:
    """The stops that must stay where they are, each at most once."""
    fixed: dict[str, FixedStop] = {}
    for entry in node.items() if node else []:
        named = entry.at("stop")
        stop = named.text()
        if named.value == stop:
            known.stop(stop, named)
        if stop in fixed:
            named.refuse(_TWICE, value=shown(stop))
        cell = Cell(known.vehicle(entry.at("vehicle")), known.day(entry.at("day")))
        start = entry.maybe("start")
        fixed[stop] = FixedStop(stop, cell, start.whole(0, LATEST) if start else None)
    return tuple(fixed.values())


def published_of(node: Node | None, known: Known) -> dict[str, Cell]:
    """Where each stop was in the released plan."""
    published = {}
    for stop, entry in node.entries() if node else ():
        known.stop(stop, entry)
        pair = entry.tuple_of(2, "[vehicle, day]")
        if pair:
            published[stop] = Cell(known.vehicle(pair[0]), pair[1].whole(0, LAST_DAY))
    return published


def starts_of(node: Node | None, known: Known) -> dict[str, int]:
    """The minutes at which people were told that stops begin."""
    return {known.stop(stop, entry): entry.whole(0, LATEST) for stop, entry in (node.entries() if node else ())}


def nights_of(node: Node | None, known: Known) -> tuple[Night, ...]:
    """Where vehicles may stay away for a night; the same offer stands once."""
    nights: dict[tuple[str, int, int], Night] = {}
    for entry in node.items() if node else []:
        vehicle, day = known.vehicle(entry.at("vehicle")), known.day(entry.at("day"))
        place, cost = known.place(entry.at("place")), entry.at("cost").whole()
        if (vehicle, day, place) in nights:
            entry.refuse(_TWICE, value=f"{shown(vehicle)}, {day}, {place}")
        nights[vehicle, day, place] = Night(vehicle, day, place, cost)
    return tuple(nights.values())


def vehicle_document(vehicle: PlanningVehicle) -> dict[str, object]:
    """The vehicle as `vehicle_of` reads it."""
    document: dict[str, object] = {
        "id": vehicle.id,
        "equipment": sorted(vehicle.equipment),
        "depot": vehicle.depot,
        "open": vehicle.opens,
        "close": vehicle.closes,
        "max_work": vehicle.max_work,
        "max_drive": vehicle.max_drive,
        "days": list(vehicle.days),
    }
    if vehicle.crew is not None:
        document["crew_size"] = vehicle.crew
    return document | ({"name": vehicle.name} if vehicle.name else {})


def stop_document(stop: PlanningStop) -> dict[str, object]:
    """The stop as `stop_of` reads it."""
    document: dict[str, object] = {
        "id": stop.id,
        "town": stop.town,
        "district": stop.district,
        "place": stop.place,
        "kind": stop.kind,
        "duration": stop.duration,
        "prize": stop.prize,
        "priority": stop.priority,
        "need": sorted(stop.need),
        "windows": [[window.day, window.opens, window.closes] for window in stop.windows],
        "crew": stop.vehicle,
    }
    if stop.preferred:
        document["preferred"] = sorted(stop.preferred)
    return document | ({"name": stop.name} if stop.name else {})


def fixed_document(fixed: FixedStop) -> dict[str, object]:
    """The fixed stop as `fixed_of` reads it."""
    document: dict[str, object] = {"stop": fixed.stop, "vehicle": fixed.cell.vehicle, "day": fixed.cell.day}
    return document if fixed.start is None else document | {"start": fixed.start}
