"""Small planning problems for hypothesis, and a plain way to plan them."""

from hypothesis import strategies as st

from domain.planning.candidates import candidates
from domain.planning.day import Days
from domain.planning.plan import Route
from domain.planning.problem import Cell, FixedStop, PlanningStop, PlanningVehicle, Problem, Window

DAYS = 4
BREAKS = ((360, 30), (540, 45))


def vehicle(name: str = "bus", *, days=(0, 1, 2), equipment=frozenset({"sim"}), depot=0, **changes) -> PlanningVehicle:
    limits = {"opens": 390, "closes": 1140, "max_work": 600, "max_drive": 240} | changes
    return PlanningVehicle(name, frozenset(equipment), depot, days=tuple(days), **limits)


def stop(stop_id: str, /, place: int = 1, duration: int = 120, windows=((0, 480, 840),), **changes) -> PlanningStop:
    asked = {
        "town": stop_id,
        "district": "HZ",
        "kind": "school",
        "prize": 900,
        "priority": 2,
        "need": frozenset(),
    } | changes
    return PlanningStop(
        id=stop_id, place=place, duration=duration, windows=tuple(Window(*each) for each in windows), **asked
    )


def problem(stops, vehicles=None, minutes=((0, 30, 40), (30, 0, 20), (40, 20, 0)), **changes) -> Problem:
    return Problem(
        name="small",
        vehicles=tuple(vehicles if vehicles is not None else [vehicle()]),
        stops=tuple(stops),
        places=tuple((51.0, 11.0) for _ in minutes),
        minutes=tuple(tuple(row) for row in minutes),
        day_cost=changes.pop("day_cost", 40),
        **changes,
    )


def planned(made: Problem, days: Days, most: int = 3) -> tuple[Route, ...]:
    """A plan that keeps all rules: fixed stops first, then each where it adds least, at most `most` a day."""
    known = candidates(made, days)
    sets: dict[Cell, tuple[str, ...]] = {cell: stops for cell, stops in known.fixed.items() if stops}
    for each in made.stops:
        if each.id in made.fixed_of:
            continue
        fitting = []
        for cell in known.cells[each.id]:
            there = sets.get(cell, ())
            cost = days.cost(cell, (*there, each.id))
            if cost is not None and len(there) < most:
                fitting.append((cost - (days.cost(cell, there) or 0), cell))
        if fitting:
            cell = min(fitting)[1]
            sets[cell] = (*sets.get(cell, ()), each.id)
    routes = [days.route(cell, stops) for cell, stops in sorted(sets.items())]
    return tuple(route for route in routes if route is not None)


@st.composite
def _windows(draw, duration: int):
    days = draw(st.sets(st.integers(0, DAYS), max_size=3))
    found = []
    for day in sorted(days):
        opens = draw(st.integers(26, 60)) * 15
        found.append((day, opens, opens + draw(st.integers(-2, 12)) * 15 + duration))
    return tuple((day, opens, max(opens, closes)) for day, opens, closes in found)


@st.composite
def _stops(draw, places: int, count: int):
    found = []
    for number in range(count):
        duration = draw(st.integers(2, 26)) * 15
        found.append(
            stop(
                f"S{number}",
                draw(st.integers(0, places - 1)),
                duration,
                draw(_windows(duration)),
                district=draw(st.sampled_from(["HZ", "SK", "BK"])),
                kind=draw(st.sampled_from(["school", "club"])),
                prize=draw(st.sampled_from([0, 400, 900, 2000])),
                need=draw(st.sampled_from([frozenset(), frozenset({"sim"}), frozenset({"bike"})])),
                vehicle=draw(st.sampled_from([None, "bus", "van"])),
            )
        )
    return found


@st.composite
def problems(draw):
    """Up to nine stops, up to two vehicles, four days; breaks, coverage, wishes and fixed stops now and then."""
    spots = draw(st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), min_size=2, max_size=6))
    minutes = [[abs(a - c) + abs(b - d) for c, d in spots] for a, b in spots]
    names = draw(st.sampled_from([["bus"], ["bus", "van"], []]))
    vehicles = [
        vehicle(
            name,
            days=sorted(draw(st.sets(st.integers(0, DAYS), min_size=1))),
            equipment=draw(st.sampled_from([frozenset(), frozenset({"sim"}), frozenset({"sim", "bike"})])),
            depot=draw(st.integers(0, len(spots) - 1)),
            max_work=draw(st.sampled_from([300, 600])),
        )
        for name in names
    ]
    stops = draw(_stops(len(spots), draw(st.integers(0, 9))))
    switched = draw(st.booleans())
    fixed = []
    if names and stops and draw(st.booleans()):
        fixed = [FixedStop(each.id, Cell(names[0], draw(st.integers(0, DAYS)))) for each in stops[:2]]
    dates = {day: f"2027-03-0{day + 1}" for day in range(DAYS + 1)} if draw(st.booleans()) else {}
    return problem(
        stops,
        vehicles,
        minutes,
        fixed=tuple(fixed),
        breaks=BREAKS if draw(st.booleans()) else (),
        coverage=500 if switched else 0,
        crew_cost=30 if switched else 0,
        published={each.id: Cell("bus", 1) for each in stops[2:4]} if switched else {},
        dates=dates,
    )
