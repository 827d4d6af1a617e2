"""Problems that no office would send on purpose: planned or explained, never a crash."""

from typing import Any

import pytest
from hypothesis import given, settings

from domain.errors import LandaufError
from domain.i18n import language
from domain.planning.candidates import candidates
from domain.planning.compare import compare, plan_cost
from domain.planning.day import Days
from domain.planning.plan import Effort, Engine
from domain.planning.plan_file import document_of_plan
from domain.planning.prices import move_prices, resize_price
from domain.planning.problem_file import problem_of
from domain.planning.solve import solve
from tests.domain.planning.small_problems import problems
from tests.planning_problems.referee import judge

ENGINES = [Engine.exact, Engine.search]
EFFORT = {Engine.exact: 5.0, Engine.search: 0.5}


def bus(vehicle_id: str = "V0", **changes: Any) -> dict[str, Any]:
    return {
        "id": vehicle_id, "equipment": ["sim"], "depot": 0, "open": 390, "close": 1140, "max_work": 600,
        "max_drive": 240, "days": [0, 1, 2],
    } | changes  # fmt: skip


def stay(stop_id: str, **changes: Any) -> dict[str, Any]:
    return {
        "id": stop_id, "town": "Burg", "district": "JL", "place": 1, "kind": "school", "duration": 120, "prize": 900,
        "priority": 2, "need": [], "windows": [[0, 480, 840]], "crew": None,
    } | changes  # fmt: skip


def paper(stops: list[dict[str, Any]], vehicles: list[dict[str, Any]] | None = None, **changes: Any) -> dict[str, Any]:
    vehicles = [bus()] if vehicles is None else vehicles
    return {
        "name": "hostile", "days": [{"day": day, "iso": [1, day], "school": True} for day in range(5)],
        "vehicles": vehicles, "stops": stops, "places": [[52.1, 11.6], [52.3, 11.9], [51.5, 11.9]],
        "minutes": [[0, 30, 60], [30, 0, 70], [60, 70, 0]], "day_cost": 40, "fixed": [], "published": {},
    } | changes  # fmt: skip


def answer(document: dict[str, Any], engine: Engine) -> dict[str, Any]:
    """The plan as a document, judged by the referee, its explanations in German complete."""
    problem = problem_of(document)
    plan = solve(problem, Effort(seconds=EFFORT[engine], engine=engine))
    found = document_of_plan(plan, problem, language("de"))
    judge(document, found)
    assert plan.cost == plan_cost(problem, plan.routes)
    for each in found["unplanned"]:
        assert each["detail"]
        assert "{" not in each["detail"]
    return found


def reasons(found: dict[str, Any]) -> dict[str, str]:
    return {each["stop"]: each["reason"] for each in found["unplanned"]}


def planned(found: dict[str, Any]) -> set[str]:
    return {stop for route in found["routes"] for stop in route["stops"]}


def held(stop_id: str, day: int) -> dict[str, Any]:
    return {"stop": stop_id, "vehicle": "V0", "day": day}


LONG = [[day, 480, 840] for day in range(300)]
YEAR = [{"day": day} for day in range(300)]
HOLIDAYS = {"windows": []}
ANY_DAY = {"windows": [[day, 480, 840] for day in range(3)]}

LEFT = [
    ("no vehicles", paper([stay("A"), stay("B")], []), {"A": "no_date", "B": "no_date"}),
    ("all dates in holidays", paper([stay("A", **HOLIDAYS), stay("B", **HOLIDAYS)]), {"A": "no_date", "B": "no_date"}),
    ("longer than any shift", paper([stay("A", duration=800, windows=[[0, 0, 1440]])]), {"A": "too_long"}),
    ("longer than its hours", paper([stay("A", duration=361)]), {"A": "too_long"}),
    ("longer than a day", paper([stay("A", duration=5000)]), {"A": "too_long"}),
    ("too far", paper([stay("A")], minutes=[[0, 121, 9], [121, 0, 9], [9, 9, 0]]), {"A": "too_far"}),
    ("equipment nobody has", paper([stay("A", need=["kran"])]), {"A": "no_equipment"}),
    ("vehicle that is never out", paper([stay("A")], [bus(days=[])]), {"A": "no_date"}),
    ("shift of no length", paper([stay("A")], [bus(open=600, close=600)]), {"A": "too_long"}),
    ("no minute of duty", paper([stay("A")], [bus(max_work=0)]), {"A": "too_long"}),
    ("no minute of drive", paper([stay("A")], [bus(max_drive=0)]), {"A": "too_far"}),
    ("window before dawn", paper([stay("A", windows=[[0, 0, 120]])]), {"A": "too_long"}),
    ("worth nothing", paper([stay("A", prize=0)]), {"A": "displaced"}),
    (
        "two fixed at once",
        paper(
            [stay("A"), stay("B", place=2)],
            fixed=[held("A", 0) | {"start": 540}, held("B", 0) | {"start": 560}],
        ),
        {"B": "fixed_clash"},
    ),
    (
        "fixed where the vehicle rests",
        paper([stay("A", windows=[[4, 480, 840]])], fixed=[held("A", 4)]),
        {"A": "fixed_clash"},
    ),
    (
        "fixed ones leave no room",
        paper([stay("A", duration=360), stay("B", duration=360)], fixed=[held("A", 0)]),
        {"B": "fixed_clash"},
    ),
]  # fmt: skip

KEPT = [
    ("nothing at all", paper([], []), set()),
    ("no stops", paper([]), set()),
    ("duplicate places", paper([stay("A"), stay("B")], minutes=[[0] * 3] * 3), {"A", "B"}),
    ("the stop is the depot", paper([stay("A", place=0)]), {"A"}),
    ("a day costs nothing", paper([stay("A")], day_cost=0), {"A"}),
    ("three hundred windows", paper([stay("A", windows=LONG)], [bus(days=list(range(300)))], days=YEAR), {"A"}),
    ("stay of one minute", paper([stay("A", duration=1, windows=[[0, 600, 601]])]), {"A"}),
    ("day filled to the minute", paper([stay("A", duration=540, windows=[[0, 420, 960]])]), {"A"}),
    ("all fixed", paper([stay("A", **ANY_DAY), stay("B", **ANY_DAY)], fixed=[held("A", 2), held("B", 2)]), {"A", "B"}),
    ("name like a formula", paper([stay("A", town="{vehicle} <b>=1+1</b> %s")]), {"A"}),
    ("dearest prize there is", paper([stay("A", prize=1_000_000_000), stay("B", prize=1_000_000_000)]), {"A", "B"}),
]  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("document", "expected"), [each[1:] for each in LEFT], ids=[each[0] for each in LEFT])
def test_what_cannot_be_planned_is_explained(document, expected, engine):
    found = answer(document, engine)
    assert reasons(found) == expected


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("document", "expected"), [each[1:] for each in KEPT], ids=[each[0] for each in KEPT])
def test_what_can_be_planned_is_planned(document, expected, engine):
    found = answer(document, engine)
    assert (planned(found), reasons(found)) == (expected, {})


@pytest.mark.parametrize(
    "document",
    [
        paper([stay("A")], published={"A": ["V9", 0]}),
        paper([stay("A")], day_cost=-1),
        paper([stay("A", duration=-60)]),
        paper([stay("A", prize=-1)]),
        paper([stay("A", windows=[[0, 900, 840]])]),
        paper([stay("A", windows=[[0, 480, 840], [0, 900, 960]])]),
        paper([stay("A"), stay("A")]),
        paper([stay("A", place=7)]),
        paper([stay("A")], minutes=[[0, -30, 60], [30, 0, 70], [60, 70, 0]]),
        paper([stay("A")], [bus(open=1200)]),
        paper([stay("A")], [bus(), bus()]),
        paper([stay("A")], fixed=[held("A", 0), held("A", 1)]),
        paper([stay("A")], fixed=[held("B", 0)]),
    ],
)
def test_what_contradicts_itself_is_refused_before_it_is_planned(document):
    with pytest.raises(LandaufError) as trouble:
        problem_of(document)
    assert "\n" not in str(trouble.value)


@pytest.mark.parametrize("engine", ENGINES)
def test_name_with_braces_is_told_as_it_is(engine):
    document = paper([stay("A", town="{vehicle}", duration=300, prize=2000), stay("B", duration=300, prize=400)])
    problem = problem_of(document)
    plan = solve(problem, Effort(seconds=EFFORT[engine], engine=engine))
    (told,) = document_of_plan(plan, problem, language("en"))["unplanned"]
    assert "only in place of {vehicle}." in told["detail"]


@pytest.mark.parametrize("engine", ENGINES)
def test_twenty_stops_in_one_place_on_one_day_fill_the_day(engine):
    document = paper([stay(f"S{number:02}", duration=60, windows=[[0, 450, 1080]]) for number in range(20)])
    found = answer(document, engine)
    assert len(planned(found)) == 9
    assert set(reasons(found).values()) == {"displaced"}


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=15, deadline=None)
@given(made=problems())
def test_any_small_problem_is_planned_priced_and_compared(engine, made):
    plan = solve(made, Effort(seconds=2.0, engine=engine, iterations=200))
    days = Days(made)
    there = {stop for route in plan.routes for stop in route.stops}
    assert sorted((*there, *(each.stop for each in plan.left_out))) == sorted(stop.id for stop in made.stops)
    present = {route.cell: route.stops for route in plan.routes}
    for stop in made.stops:
        prices = move_prices(made, days, present, stop.id)
        if stop.id in there:
            resize_price(made, days, present, stop.id, 1)
            assert all(price.added_cost >= 0 for price in prices.values() if price.fits) or not plan.proven
        elif candidates(made, days).cells[stop.id] and plan.proven and not made.coverage:
            assert all(price.added_cost >= stop.prize for price in prices.values() if price.fits)
    assert compare(made, plan.routes, plan.routes).added_cost == 0
