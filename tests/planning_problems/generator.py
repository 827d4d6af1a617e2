"""Invents planning problems in the file's format: the same shape, size and seed give the same problem everywhere."""

import math
from dataclasses import dataclass
from random import Random
from typing import Any

from domain.region.gemeinden import gemeinde, gemeinden
from domain.region.kreise import kreise
from domain.region.places import short_name
from domain.region.travel import Point, haversine_km

SHAPES = ("base", "tight", "frag", "dense")
"""Plain; over-subscribed; split hours on few dates; many short stops."""

DEPOTS = ("15003000", "15002000", "15001000")
"""Magdeburg, Halle and Dessau-Roßlau, the seats of three Polizeiinspektionen."""

EQUIPMENT = (["sim", "bike"], ["sim"], ["sim"])
PRIZES = {1: 2000, 2: 900, 3: 400}
WEEK = 5
HOURS = {"school": (450, 810), "market": (480, 840), "club": (780, 1080), "fest": (600, 1080)}
STAYS = {
    "school": (90, 120, 150, 180, 180, 180, 240, 240, 300),
    "market": (120, 180, 240, 240, 240, 300),
    "club": (60, 60, 90, 120, 120, 180),
    "fest": (240, 240, 300, 300, 360),
}
SHORT_STAYS = (30, 30, 45, 60, 60, 90)


@dataclass(frozen=True)
class Size:
    """How many vehicles share how many working days."""

    vehicles: int
    days: int


def generate(shape: str, stops: int, seed: int) -> dict[str, Any]:
    """A problem of `stops` stays in one of the `SHAPES`, as the document that a problem file holds."""
    # Text as seed is hashed with SHA-512, the same in every process.
    dice = Random(f"{shape}-{stops}-{seed}")
    size = _size(shape, stops)
    holidays = _holidays(size.days)
    points = [_point(ags) for ags in DEPOTS[: min(size.vehicles, 3)]]
    made = [_stop(dice, shape, size, holidays, number) for number in range(stops)]
    for number, (stop, point) in enumerate(made):
        stop["place"] = len(points)
        stop["id"] = f"S{number:03}"
        points.append(point)
    return {
        "name": f"{shape}-{stops}-{seed}",
        "days": [
            {"day": day, "iso": [day // WEEK, day % WEEK], "school": day not in holidays} for day in range(size.days)
        ],
        "vehicles": [_vehicle(dice, number, size) for number in range(size.vehicles)],
        "stops": [stop for stop, _point in made],
        "places": [[point.lat, point.lon] for point in points],
        "minutes": [[drive_minutes(start, end) for end in points] for start in points],
        "day_cost": 40,
        "fixed": [],
        "published": {},
    }


def drive_minutes(start: Point, end: Point) -> int:
    """Minutes between two points: 1.3 × the distance as the crow flies at 62 km/h, and 4 for the way in and out."""
    return 0 if start is end else round(haversine_km(start, end) * 1.3 / 62 * 60 + 4)


def switched_on(document: dict[str, Any], seed: int = 1) -> dict[str, Any]:
    """The same problem with everything that a problem may switch on: breaks, coverage, wishes, nights away."""
    dice = Random(f"{document['name']}-terms-{seed}")
    stops = [dict(stop) for stop in document["stops"]]
    for stop in stops:
        days = [window[0] for window in stop["windows"]]
        if days and dice.random() < 0.5:
            stop["preferred"] = sorted(dice.sample(days, min(2, len(days))))
    nights = [
        {"vehicle": vehicle["id"], "day": day, "place": dice.choice(stops)["place"], "cost": 60}
        for vehicle in document["vehicles"]
        for day in vehicle["days"]
        if stops and day + 1 in vehicle["days"] and day % WEEK < WEEK - 1 and dice.random() < 0.4
    ]
    return document | {
        "name": document["name"] + "-all",
        "stops": stops,
        "breaks": [[360, 30], [540, 45]],
        "coverage": 1500,
        "crew_cost": 30,
        "preferred_cost": 20,
        "overnight": nights,
    }


def _size(shape: str, stops: int) -> Size:
    """A working day of one vehicle for two stops; a third fewer when over-subscribed, half as many for short stays."""
    vehicles = 1 if stops < 100 else 2 if stops < 220 else 3
    days = max(1, stops // (vehicles * 10)) * WEEK
    days = {"base": days, "tight": math.ceil(days * 2 / 3), "frag": days + WEEK, "dense": math.ceil(days / 2)}[shape]
    return Size(vehicles, days)


def _holidays(days: int) -> frozenset[int]:
    """The fourth week, and in long periods a second one five weeks later."""
    first = 3 * WEEK
    if days <= first + WEEK:
        return frozenset()
    second = first + 5 * WEEK
    return frozenset(day for day in (*range(first, first + WEEK), *range(second, second + WEEK)) if day < days)


def _vehicle(dice: Random, number: int, size: Size) -> dict[str, Any]:
    """Leaves Magdeburg, Halle or Dessau-Roßlau, now and then in the workshop for a day."""
    return {
        "id": f"V{number}",
        "equipment": EQUIPMENT[number % len(EQUIPMENT)],
        "depot": number % len(DEPOTS),
        "open": 390,
        "close": 1140,
        "max_work": 600,
        "max_drive": 240,
        "days": [day for day in range(size.days) if dice.random() > 0.02] or [0],
    }


def _stop(dice: Random, shape: str, size: Size, holidays: frozenset[int], number: int) -> tuple[dict[str, Any], Point]:
    towns = [each for each in gemeinden() if each.population >= 10_000]
    # The first 14 stops go round the Kreise, so that none is missing however small the problem is.
    if number < len(kreise()):
        towns = [each for each in towns if each.kreis_ags == kreise()[number].ags]
    town = dice.choices(towns, [each.population**0.9 for each in towns])[0]
    code = next(kreis.code for kreis in kreise() if kreis.ags == town.kreis_ags)
    kind = dice.choices(("school", "market", "club", "fest"), (57, 19, 15, 9))[0]
    duration = dice.choice(SHORT_STAYS if shape == "dense" else STAYS[kind])
    priority = dice.choices((1, 2, 3), (20, 52, 28))[0]
    windows: list[list[int]] = []
    while not windows:
        windows = _windows(dice, kind, size.days, holidays, duration)
    if shape == "frag":
        windows = _split(dice, windows, duration)
    point = Point(round(town.lat + dice.uniform(-0.04, 0.04), 4), round(town.lon + dice.uniform(-0.06, 0.06), 4))
    stop = {
        "id": "",
        "town": short_name(town.name),
        "district": code,
        "place": 0,
        "kind": kind,
        "duration": duration,
        "prize": PRIZES[priority],
        "priority": priority,
        "need": dice.choices(([], ["sim"], ["bike"]), (52, 36, 12))[0],
        "windows": windows,
        "crew": f"V{dice.randrange(size.vehicles)}" if dice.random() < 0.33 else None,
    }
    return stop, point


def _windows(dice: Random, kind: str, days: int, holidays: frozenset[int], duration: int) -> list[list[int]]:
    """The days a stay of this kind may be on, with its hours."""
    opens, closes = HOURS[kind]
    if kind == "market":
        first = dice.randrange(WEEK * min(3, math.ceil(days / WEEK)))
        return [[day, opens, closes] for day in range(first, days, WEEK)]
    if kind == "fest":
        first = dice.randrange(days)
        return [[day, opens, closes] for day in range(first, min(days, first + dice.randint(1, 2)))]
    length = dice.choice((5, 10, 10, 15)) if kind == "school" else dice.choice((5, 10, 10, 15, 20))
    first = dice.randrange(max(1, days - length + 1))
    never = set(dice.sample(range(WEEK), dice.choice((0, 0, 0, 1, 1, 2)))) if kind == "school" else set()
    later = set(dice.sample(range(WEEK), 2)) if dice.random() < 0.1 else set()
    late = [600, 600 + max(150, duration + 30)]
    return [
        [day, *(late if day % WEEK in later else [opens, closes])]
        for day in range(first, min(days, first + length))
        if day % WEEK not in never and not (kind == "school" and day in holidays)
    ]


def _split(dice: Random, windows: list[list[int]], duration: int) -> list[list[int]]:
    """Two to four of the days, each with only the early or only the late hours, yet long enough for the stay."""
    chosen = sorted(dice.sample(windows, min(len(windows), dice.randint(2, 4))))
    split = []
    for day, opens, closes in chosen:
        length = min(closes - opens, max(duration + 30, (closes - opens) * 2 // 3))
        split.append([day, opens, opens + length] if dice.random() < 0.5 else [day, closes - length, closes])
    return split


def _point(ags: str) -> Point:
    found = gemeinde(ags)
    return Point(round(found.lat, 4), round(found.lon, 4))
