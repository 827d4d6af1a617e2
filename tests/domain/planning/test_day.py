from dataclasses import replace
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.planning.day import Days
from domain.planning.plan import Pause, Route
from domain.planning.problem import Cell, FixedStop, PlanningStop, PlanningVehicle, Problem, Window

BREAKS = ((360, 30), (540, 45))
CELL = Cell("bus", 0)


def vehicle(**changes) -> PlanningVehicle:
    bus = PlanningVehicle(
        "bus", frozenset({"sim"}), depot=0, opens=390, closes=1140, max_work=600, max_drive=240, days=(0, 1, 2)
    )
    return replace(bus, **changes)


def stop(name: str, place: int, duration: int, *windows: tuple[int, int, int], **changes) -> PlanningStop:
    asked = PlanningStop(
        id=name,
        town=name,
        district="HZ",
        place=place,
        kind="school",
        duration=duration,
        prize=900,
        priority=2,
        need=frozenset(),
        windows=tuple(Window(*each) for each in windows or [(0, 390, 1140)]),
    )
    return replace(asked, **changes)


def problem(stops, minutes=((0, 30, 40), (30, 0, 20), (40, 20, 0)), bus=None, **changes) -> Problem:
    made = Problem(
        name="test",
        vehicles=(bus or vehicle(),),
        stops=tuple(stops),
        places=tuple((51.0, 11.0) for _ in minutes),
        minutes=tuple(tuple(row) for row in minutes),
        day_cost=40,
    )
    return replace(made, **changes)


def kept(order: tuple[PlanningStop, ...], made: Problem, day: int = 0) -> int | None:
    """Drive minutes if a day in this order keeps all rules but the breaks, told as the plan checker tells it."""
    bus, now, driven, here, legs = made.vehicles[0], made.vehicles[0].opens, 0, made.vehicles[0].depot, []
    for each in order:
        window = next(window for window in each.windows if window.day == day)
        travel = made.minutes[here][each.place]
        now = max(now + travel, window.opens)
        if now > window.closes - each.duration:
            return None
        now, driven, here = now + each.duration, driven + travel, each.place
        legs.append((travel, window.closes - each.duration, each.duration))
    home = made.minutes[here][bus.depot]
    departure = now
    for travel, latest, duration in reversed(legs):
        departure = min(departure - duration, latest) - travel
    too_long = now + home - departure > bus.max_work or now + home > bus.closes
    return None if too_long or driven + home > bus.max_drive else driven + home


def cheapest(made: Problem) -> int | None:
    return min((drive for each in permutations(made.stops) if (drive := kept(each, made)) is not None), default=None)


@st.composite
def problems(draw: st.DrawFn, most: int = 5, step: int = 1) -> Problem:
    """Days with up to `most` stops whose times are multiples of `step` minutes; triangles may be broken a little."""
    times = st.integers
    count = draw(st.integers(1, most))
    at = draw(st.lists(st.tuples(times(0, 90), times(0, 90)), min_size=count + 1, max_size=count + 1))
    minutes = [
        [0 if a == b else step * (-(-(abs(a[0] - b[0]) + abs(a[1] - b[1])) // step) + draw(times(0, 2))) for b in at]
        for a in at
    ]
    stops = []
    for number in range(count):
        duration = step * draw(times(20 // step, 240 // step))
        opens = step * draw(times(390 // step, 900 // step))
        closes = opens + duration + step * draw(times(0, 300 // step))
        stops.append(stop(f"S{number}", number + 1, duration, (0, opens, closes)))
    bus = vehicle(max_drive=step * draw(times(60 // step, 400 // step)), crew=draw(st.sampled_from([None, 1, 2])))
    return problem(stops, minutes, bus)


@given(problems())
def test_a_set_costs_its_cheapest_order_or_cannot_be_done(made):
    drive = cheapest(made)
    cost = Days(made).cost(CELL, {each.id for each in made.stops})
    assert cost == (None if drive is None else drive + made.day_cost)


def proper(route: Route, made: Problem) -> bool:
    """Whether the times of a route follow from each other and keep windows and limits."""
    bus, now, here, driven = made.vehicles[0], route.departure, route.origin, 0
    pauses = {pause.after: pause.minutes for pause in route.pauses}
    for number, (name, start) in enumerate(zip(route.stops, route.starts, strict=True)):
        each = made.stop_of[name]
        window = each.window(route.cell.day)
        arrival = now + made.minutes[here][each.place] + pauses.get(number - 1, 0)
        assert arrival <= start
        assert window.opens <= start <= window.closes - each.duration
        assert number or arrival == start
        driven += made.minutes[here][each.place]
        now, here = start + each.duration, each.place
    home = made.minutes[here][route.destination]
    assert route.back == now + home + pauses.get(len(route.stops) - 1, 0)
    assert route.drive == driven + home <= bus.max_drive
    assert bus.opens <= route.departure
    assert route.back <= bus.closes
    return route.back - route.departure <= bus.max_work


@given(problems(), st.sampled_from([(), BREAKS]))
def test_a_route_keeps_windows_and_limits_at_the_price_of_its_set(made, breaks):
    made = replace(made, breaks=breaks)
    days, stops = Days(made), frozenset(made.stop_of)
    route, cost = days.route(CELL, stops), days.cost(CELL, stops)
    assert (route is None) == (cost is None)
    if route is not None:
        assert proper(route, made)
        assert set(route.stops) == stops
        assert route.drive + made.day_cost == cost


def day_with_breaks(made: Problem, order, starts) -> bool:
    """The rule of the workspace, told again: rest is waiting, rest in turns at a long stay, or a break at the end."""
    bus = made.vehicles[0]
    relieved = bus.crew is None or bus.crew > 1
    here, work, rests, begins = bus.depot, 0, [], None
    ends, legs = [], []
    for each, start in zip(order, starts, strict=True):
        legs.append(made.minutes[here][each.place])
        here = each.place
        ends.append(start + each.duration)
    home = made.minutes[here][bus.depot]
    leaves = begins = starts[0] - legs[0]
    for number, (each, start) in enumerate(zip(order, starts, strict=True)):
        waited = start - ends[number - 1] - legs[number] if number else 0
        if waited >= 15:
            work, begins = max(work, start - waited - begins), start
            rests.append(waited)
        if relieved and each.duration >= 180:
            whole = ends[number] - begins
            work = max(work, whole if whole <= 360 else max(360, start - begins))
            begins = ends[number]
    presence = ends[-1] + home - leaves
    net = presence - sum(rests)
    due = 45 if net > 540 else 30 if net > 360 else 0
    missing = max(15, due - sum(rests)) if due > sum(rests) else 0
    added = 0 if relieved and any(each.duration >= 180 for each in order) else missing
    if added:
        work, begins = max(work, ends[-1] - begins), ends[-1]
    work = max(work, ends[-1] + home - begins)
    return work <= 360 and presence + added <= bus.max_work and ends[-1] + home + added <= bus.closes


def starts_of(made: Problem, order, step: int):
    """All starts on the grid that keep the windows, in this order."""

    def further(number: int, now: int, here: int):
        if number == len(order):
            yield ()
            return
        window = order[number].windows[0]
        earliest = max(window.opens, now + made.minutes[here][order[number].place])
        for start in range(earliest, window.closes - order[number].duration + 1, step):
            for rest in further(number + 1, start + order[number].duration, order[number].place):
                yield (start, *rest)

    return further(0, made.vehicles[0].opens, made.vehicles[0].depot)


@settings(max_examples=30, deadline=None)
@given(problems(most=3, step=15))
def test_a_set_fits_with_its_breaks_exactly_if_some_times_keep_the_rule(made):
    possible = []
    for order in permutations(made.stops):
        places = [0, *(each.place for each in order), 0]
        legs = [made.minutes[a][b] for a, b in pairwise(places)]
        if sum(legs) <= made.vehicles[0].max_drive and any(
            day_with_breaks(made, order, starts) for starts in starts_of(made, order, 15)
        ):
            possible.append(sum(legs) + made.day_cost)
    assert Days(replace(made, breaks=BREAKS)).cost(CELL, made.stop_of) == min(possible, default=None)


@given(problems(most=4), st.randoms(use_true_random=False))
def test_a_given_order_is_kept_or_refused(made, random):
    order = list(made.stops)
    random.shuffle(order)
    route = Days(made).in_order(CELL, [each.id for each in order])
    drive = kept(tuple(order), made)
    assert (route.drive if route else None) == drive
    assert route is None or proper(route, made)
    assert route is None or route.stops == tuple(each.id for each in order)


def test_no_stops_cost_nothing_and_have_no_route():
    days = Days(problem([]))
    assert days.cost(CELL, ()) == 0
    assert days.route(CELL, ()) is None
    assert days.in_order(CELL, ()) is None


def test_day_or_equipment_or_vehicle_that_is_not_there_costs_none():
    days = Days(problem([stop("A", 1, 60), stop("B", 1, 60, need=frozenset({"bike"}))]))
    assert days.cost(CELL, ["A"]) == 100
    assert days.cost(Cell("bus", 1), ["A"]) is None
    assert days.cost(CELL, ["B"]) is None
    assert not days.fits_alone("B", CELL)
    assert not Days(problem([stop("A", 1, 60, (7, 390, 1140))])).fits_alone("A", Cell("bus", 7))


def test_equal_hours_on_other_days_are_the_same_stay():
    days = Days(problem([stop("A", 1, 60, (0, 480, 600), (1, 480, 600), (2, 480, 660))]))
    same, other = days.stay(Cell("bus", 0), "A"), days.stay(Cell("bus", 2), "A")
    assert same == days.stay(Cell("bus", 1), "A") != other


def test_moved_stops_and_strangers_cost_extra():
    made = problem([stop("A", 1, 60, vehicle="van", preferred=frozenset({1}))], published={"A": Cell("bus", 1)})
    assert Days(replace(made, crew_cost=7, preferred_cost=11)).cost(CELL, ["A"]) == 60 + 40 + 30 + 7 + 11


def test_start_is_a_full_five_minutes_where_there_is_room():
    route = Days(problem([stop("A", 1, 61), stop("B", 2, 60)])).route(CELL, {"A", "B"})
    assert all(start % 5 == 0 for start in route.starts)
    tight = Days(problem([stop("A", 1, 60, (0, 483, 543))])).route(CELL, {"A"})
    assert tight.starts == (483,)
    assert (tight.departure, tight.back) == (453, 573)


def test_crew_leaves_late_if_it_would_wait_otherwise():
    made = problem([stop("A", 1, 60), stop("B", 2, 60, (0, 840, 900))])
    route = Days(made).in_order(CELL, ["A", "B"])
    assert route.starts == (760, 840)
    assert route.departure == 730


def test_published_start_is_kept_where_possible():
    stops = [stop("A", 1, 60), stop("B", 2, 60)]
    told = problem(stops, published_starts={"A": 607, "B": 700})
    assert Days(told).in_order(CELL, ["A", "B"]).starts == (607, 700)
    impossible = problem(stops, published_starts={"A": 600, "B": 660})
    assert Days(impossible).in_order(CELL, ["A", "B"]).starts == (600, 680)


def test_fixed_start_is_exact_and_the_stop_fits_nowhere_else():
    made = problem(
        [stop("A", 1, 60, (0, 390, 1140), (1, 390, 1140)), stop("B", 2, 60)], fixed=(FixedStop("A", CELL, 601),)
    )
    route = Days(made).route(CELL, {"A", "B"})
    assert route.starts[route.stops.index("A")] == 601
    assert Days(made).cost(Cell("bus", 1), ["A"]) is None
    outside = problem([stop("A", 1, 60, (0, 480, 600))], fixed=(FixedStop("A", CELL, 601),))
    assert Days(outside).cost(CELL, ["A"]) is None


def test_nights_away_change_where_the_day_begins_and_ends():
    days = Days(problem([stop("A", 1, 60)]))
    assert days.cost(CELL, ["A"], origin=2) == 20 + 30 + 40
    route = days.route(CELL, ["A"], origin=2, destination=1)
    assert (route.origin, route.destination, route.drive) == (2, 1, 20)
    assert days.cost(CELL, [], origin=2) == 40 + 40


def test_break_of_one_person_lies_after_the_last_stop_or_between_two():
    alone = vehicle(crew=1)
    made = problem([stop("A", 1, 150), stop("B", 2, 150)], bus=alone, breaks=BREAKS)
    route = Days(made).route(CELL, {"A", "B"})
    assert route.pauses == (Pause(1, 30),)
    assert route.back - route.departure == 300 + 90 + 30
    longer = problem([stop("A", 1, 200), stop("B", 2, 200)], bus=alone, breaks=BREAKS)
    route = Days(longer).route(CELL, {"A", "B"})
    assert route.pauses == (Pause(0, 15), Pause(1, 15))
    assert route.starts[1] == route.starts[0] + 200 + 20 + 15


def test_crew_of_two_rests_in_turns_at_a_long_stop():
    made = problem([stop("A", 1, 400)], breaks=BREAKS)
    assert Days(made).route(CELL, {"A"}).pauses == ()
    alone = problem([stop("A", 1, 400)], bus=vehicle(crew=1), breaks=BREAKS)
    assert Days(alone).cost(CELL, {"A"}) is None


@pytest.mark.parametrize("names", [["A", "A"], ["A", "C"]])
def test_order_with_a_stop_twice_or_of_another_day_is_refused(names):
    made = problem([stop("A", 1, 60), stop("C", 2, 60, (2, 480, 600))])
    assert Days(made).in_order(CELL, names) is None
