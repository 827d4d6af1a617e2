"""Judges a plan against its problem, both as documents of the file format: every rule, and the price, by itself.

Written from the description of the format and shares no code with the engine, so that both cannot err alike.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

REASONS = {"no_date", "no_equipment", "too_long", "too_far", "fixed_clash", "displaced"}
SHORTEST_BREAK = 15
"""Minutes from which on a rest counts as a break (ArbZG section 4)."""
LONG_STAY = 180
"""Minutes of a stay from which on a crew of two or more can rest in turns."""


class BrokenRuleError(AssertionError):
    """The plan breaks a rule of its problem, or says something of itself that is not so."""


@dataclass(frozen=True)
class Verdict:
    """The price of a plan by terms, and what it holds."""

    cost: int
    drive: int
    planned: int
    left_out: int
    moved: int
    cells: int


def judge(problem: dict[str, Any], plan: dict[str, Any]) -> Verdict:
    """The price of a plan that keeps every rule.

    Raises:
        BrokenRuleError: it does not, with the first rule found.
    """
    stops = {stop["id"]: stop for stop in problem["stops"]}
    vehicles = {vehicle["id"]: vehicle for vehicle in problem["vehicles"]}
    routes = {}
    for route in plan["routes"]:
        cell = (route["vehicle"], route["day"])
        _rule(cell not in routes, f"two routes of {cell}")
        _rule(route["vehicle"] in vehicles, f"there is no vehicle {route['vehicle']}")
        routes[cell] = route
    drive = sum(_judge_route(problem, stops, vehicles[route["vehicle"]], route) for route in routes.values())
    where = {stop: cell for cell, route in routes.items() for stop in route["stops"]}
    _judge_presence(stops, routes, plan)
    _judge_fixed(problem, routes, where, plan)
    nights = _price_of_nights(problem, vehicles, routes)
    out = [stop for stop in stops.values() if stop["id"] not in where]
    moved = sum(1 for stop, cell in problem["published"].items() if stop in where and where[stop] != tuple(cell))
    cost = drive + problem["day_cost"] * len(routes) + sum(stop["prize"] for stop in out) + nights
    cost += problem.get("move_cost", 30) * moved + _price_of_wishes(problem, stops, where)
    _judge_claims(plan, cost)
    return Verdict(cost, drive, len(where), len(out), moved, len(routes))


def _rule(holds: bool, otherwise: str) -> None:
    if not holds:
        raise BrokenRuleError(otherwise)


def _judge_route(problem: dict[str, Any], stops: dict[str, Any], vehicle: dict[str, Any], route: dict[str, Any]) -> int:
    """The minutes at the wheel of one vehicle's day that keeps every rule."""
    day, name = route["day"], f"{route['vehicle']} on day {route['day']}"
    _rule(day in vehicle["days"], f"{name} is not available")
    _rule(bool(route["stops"]), f"{name} has no stop")
    _rule(len(route["start"]) == len(route["stops"]), f"{name}: as many starts as stops")
    times = [route["departure"], *route["start"], route["return"]]
    _rule(all(isinstance(time, int) and not isinstance(time, bool) for time in times), f"{name}: whole minutes")
    for stop_id, start in zip(route["stops"], route["start"], strict=True):
        _rule(stop_id in stops, f"{name}: there is no stop {stop_id}")
        stop = stops[stop_id]
        _rule(set(stop["need"]) <= set(vehicle["equipment"]), f"{stop_id} needs {stop['need']}, not on {name}")
        windows = [window for window in stop["windows"] if window[0] == day]
        _rule(len(windows) == 1, f"{stop_id} is not allowed on day {day}")
        _rule(windows[0][1] <= start, f"{stop_id} starts at {start}, before its window")
        _rule(start + stop["duration"] <= windows[0][2], f"{stop_id} starts at {start} and ends after its window")
    legs = _legs(problem, stops, vehicle, route)
    _rule(min(slack for _work, slack in legs) >= 0, f"{name} cannot be there in time: {legs}")
    _rule(route["departure"] >= vehicle["open"], f"{name} leaves before {vehicle['open']}")
    _rule(route["return"] <= vehicle["close"], f"{name} is back after {vehicle['close']}")
    presence = route["return"] - route["departure"]
    _rule(presence <= vehicle["max_work"], f"{name} is on duty for {presence} min")
    if problem.get("breaks"):
        in_turns = vehicle.get("crew_size") is None or vehicle["crew_size"] > 1
        _judge_breaks(problem["breaks"], route, legs, [stops[stop]["duration"] for stop in route["stops"]], in_turns)
    drive = sum(_drives(problem, stops, vehicle, route))
    _rule(drive <= vehicle["max_drive"], f"{name} drives {drive} min")
    return drive


def _drives(
    problem: dict[str, Any], stops: dict[str, Any], vehicle: dict[str, Any], route: dict[str, Any]
) -> list[int]:
    places = [
        route.get("from", vehicle["depot"]),
        *(stops[stop]["place"] for stop in route["stops"]),
        route.get("to", vehicle["depot"]),
    ]
    return [problem["minutes"][start][end] for start, end in pairwise(places)]


def _legs(
    problem: dict[str, Any], stops: dict[str, Any], vehicle: dict[str, Any], route: dict[str, Any]
) -> list[tuple[int, int]]:
    """Minutes of work and then of rest, from departure to return: each drive with the stay before it."""
    left = [route["departure"], *route["start"]]
    stays = [0, *(stops[stop]["duration"] for stop in route["stops"])]
    arrived = [*route["start"], route["return"]]
    legs = []
    for begin, stay, drive, end in zip(left, stays, _drives(problem, stops, vehicle, route), arrived, strict=True):
        legs.append((stay + drive, end - begin - stay - drive))
    return legs


def _judge_breaks(
    breaks: list[list[int]], route: dict[str, Any], legs: list[tuple[int, int]], stays: list[int], in_turns: bool
) -> None:
    """ArbZG section 4: enough rest, in pieces of 15 minutes or more, and never too long without.

    A crew of two or more rests in turns during a stay of three hours or more, at whichever moments are best.
    """
    name = f"{route['vehicle']} on day {route['day']}"
    rested = sum(rest for _work, rest in legs if rest >= SHORTEST_BREAK)
    worked = route["return"] - route["departure"] - rested
    if not (in_turns and max(stays) >= LONG_STAY):
        for limit, due in breaks:
            _rule(worked <= limit or rested >= due, f"{name}: {rested} min of break, {due} due at {worked} worked")
    allowed, since = breaks[0][0], route["departure"]
    for start, stay, (_work, rest) in zip(route["start"], stays, legs, strict=False):
        if rest >= SHORTEST_BREAK:
            _rule(start - rest - since <= allowed, f"{name}: {start - rest - since} min without a break before {start}")
            since = start
        if in_turns and stay >= LONG_STAY:
            _rule(start - since <= allowed, f"{name}: {start - since} min without a break before {start}")
            since = start + stay
    last_rest = legs[-1][1]
    if last_rest >= SHORTEST_BREAK:
        since_last = route["start"][-1] + stays[-1] - since
        _rule(since_last <= allowed, f"{name}: {since_last} min without a break at the last stop")
        since = route["return"] - legs[-1][0] + stays[-1]
    _rule(
        route["return"] - since <= allowed, f"{name}: {route['return'] - since} min without a break before the return"
    )


def _judge_presence(stops: dict[str, Any], routes: dict[Any, Any], plan: dict[str, Any]) -> None:
    """Every stop is planned once or left out with a reason, never both."""
    told = Counter(stop for route in routes.values() for stop in route["stops"])
    told.update(entry["stop"] for entry in plan["unplanned"])
    _rule(set(told) <= set(stops), f"unknown stops: {sorted(set(told) - set(stops))}")
    twice = sorted(stop for stop in stops if told[stop] != 1)
    _rule(not twice, f"not exactly once planned or left out: {twice}")
    for entry in plan["unplanned"]:
        _rule(entry["reason"] in REASONS, f"{entry['stop']}: there is no reason {entry['reason']}")
        _rule(isinstance(entry["detail"], str), f"{entry['stop']}: no explanation")


def _judge_fixed(problem: dict[str, Any], routes: dict[Any, Any], where: dict[str, Any], plan: dict[str, Any]) -> None:
    """A fixed stop is where it must be; it may be missing only where it cannot be there."""
    reasons = {entry["stop"]: entry["reason"] for entry in plan["unplanned"]}
    for fixed in problem["fixed"]:
        stop, cell = fixed["stop"], (fixed["vehicle"], fixed["day"])
        if stop not in where:
            _rule(reasons[stop] != "displaced", f"fixed {stop} was left out for others")
            continue
        _rule(where[stop] == cell, f"fixed {stop} was moved to {where[stop]}")
        start = routes[cell]["start"][routes[cell]["stops"].index(stop)]
        _rule(fixed.get("start") in {None, start}, f"fixed {stop} starts at {start}")


def _price_of_nights(problem: dict[str, Any], vehicles: dict[str, Any], routes: dict[Any, Any]) -> int:
    """A vehicle goes on in the morning where it was in the evening, and only where it may stay."""
    offered = {
        (night["vehicle"], night["day"], night["place"]): night["cost"] for night in problem.get("overnight", [])
    }
    price = 0
    for (vehicle, day), route in routes.items():
        depot = vehicles[vehicle]["depot"]
        evening, morning = route.get("to", depot), route.get("from", depot)
        before, after = routes.get((vehicle, day - 1), {}), routes.get((vehicle, day + 1), {})
        _rule(morning == depot or before.get("to") == morning, f"{vehicle} wakes up on day {day} where it was not")
        if evening != depot:
            _rule((vehicle, day, evening) in offered, f"{vehicle} cannot stay at place {evening} on day {day}")
            _rule(after.get("from") == evening, f"{vehicle} stays at place {evening} on day {day} for ever")
            price += offered[vehicle, day, evening]
    return price


def _price_of_wishes(problem: dict[str, Any], stops: dict[str, Any], where: dict[str, Any]) -> int:
    """Districts without a stop, strangers instead of the wished crew, days that are second best."""

    def prices() -> Iterator[int]:
        districts = {stop["district"] for stop in stops.values()}
        seen = {stops[stop]["district"] for stop in where}
        yield problem.get("coverage", 0) * len(districts - seen)
        for stop_id, (vehicle, day) in where.items():
            stop = stops[stop_id]
            if stop.get("crew") not in {None, vehicle}:
                yield problem.get("crew_cost", 0)
            if stop.get("preferred") and day not in stop["preferred"]:
                yield problem.get("preferred_cost", 0)

    return sum(prices())


def _judge_claims(plan: dict[str, Any], cost: int) -> None:
    """What a plan says of itself is so."""
    _rule(plan["cost"] == cost, f"says {plan['cost']}, costs {cost}")
    _rule(plan["engine"] in {"exact", "search"}, f"there is no engine {plan['engine']}")
    _rule(plan["bound"] is None or plan["bound"] <= cost + 1e-6, f"bound {plan['bound']} above the cost {cost}")
    _rule(not plan["proven"] or plan["bound"] is None or plan["bound"] > cost - 1, f"proven with bound {plan['bound']}")
