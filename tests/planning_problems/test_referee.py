"""The referee knows every rule: a sound plan passes at its price, and each way of breaking it is found."""

from copy import deepcopy

import pytest

from tests.planning_problems.referee import BrokenRuleError, judge


def stop(name, place, duration, windows, **more):
    """A stop with priority 2 that needs nothing."""
    return {
        "id": name, "town": "Burg", "district": name, "place": place, "kind": "school", "duration": duration,
        "prize": 900, "priority": 2, "need": [], "windows": windows, "crew": None,
    } | more  # fmt: skip


PROBLEM = {
    "name": "small",
    "days": [{"day": 0}, {"day": 1}],
    "vehicles": [
        {"id": "V", "equipment": ["sim"], "depot": 0, "open": 400, "close": 1140, "max_work": 600, "max_drive": 100,
         "days": [0, 1]},
    ],
    "stops": [
        stop("A", 1, 120, [[0, 480, 720]], crew="W"),
        stop("B", 2, 60, [[0, 480, 900], [1, 480, 900]], preferred=[1]),
        stop("C", 2, 60, [[1, 480, 900]]),
    ],
    "places": [[52, 11], [52, 12], [51, 12]],
    "minutes": [[0, 30, 40], [30, 0, 20], [40, 20, 0]],
    "day_cost": 40,
    "fixed": [],
    "published": {},
}  # fmt: skip
PLAN = {
    "routes": [{"vehicle": "V", "day": 0, "stops": ["A", "B"], "start": [480, 620], "departure": 450, "return": 720}],
    "unplanned": [{"stop": "C", "reason": "displaced", "detail": "Because."}],
    "cost": 1030,
    "bound": 1030.0,
    "proven": True,
    "seconds": 0.1,
    "engine": "exact",
}


def changed(document, *keys, to):
    """A copy with one value changed."""
    copy = deepcopy(document)
    inner = copy
    for key in keys[:-1]:
        inner = inner[key]
    inner[keys[-1]] = to
    return copy


def test_a_sound_plan_has_its_price():
    verdict = judge(PROBLEM, PLAN)
    assert (verdict.cost, verdict.drive, verdict.planned, verdict.left_out, verdict.moved) == (1030, 90, 2, 1, 0)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"start": [479, 620]}, "before its window"),
        ({"start": [620, 760]}, "ends after its window"),
        ({"start": [480, 619]}, "cannot be there in time"),
        ({"departure": 451}, "cannot be there in time"),
        ({"return": 719}, "cannot be there in time"),
        ({"departure": 399}, "leaves before 400"),
        ({"return": 1141}, "is back after 1140"),
        ({"return": 1051}, "is on duty for 601 min"),
        ({"day": 2}, "is not available"),
        ({"vehicle": "X"}, "there is no vehicle X"),
        ({"start": [480]}, "as many starts"),
        ({"start": [480, 620.5]}, "whole minutes"),
        ({"stops": ["B", "A"]}, "ends after its window|cannot be there in time"),
        ({"stops": ["A", "A"]}, "exactly once|cannot be there in time|after its window"),
        ({"stops": ["A", "Z"]}, "there is no stop Z"),
        ({"stops": [], "start": []}, "has no stop"),
        ({"from": 2}, "cannot be there in time|wakes up"),
        ({"to": 2}, "cannot stay at place 2"),
    ],
)
def test_a_day_that_breaks_a_rule_is_found(change, words):
    with pytest.raises(BrokenRuleError, match=words):
        judge(PROBLEM, changed(PLAN, "routes", 0, to=PLAN["routes"][0] | change))


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("cost", 1031, "says 1031, costs 1030"),
        ("bound", 1031, "bound 1031 above"),
        ("bound", 900, "proven with bound 900"),
        ("unplanned", [], "not exactly once planned or left out: ..C.."),
        ("unplanned", [*PLAN["unplanned"]] * 2, "not exactly once"),
        ("unplanned", [{"stop": "C", "reason": "bored", "detail": ""}], "no reason bored"),
        ("routes", PLAN["routes"] * 2, "two routes"),
        ("engine", "guess", "no engine guess"),
    ],
)
def test_a_plan_that_lies_about_itself_is_found(key, value, words):
    with pytest.raises(BrokenRuleError, match=words):
        judge(PROBLEM, PLAN | {key: value})


@pytest.mark.parametrize(
    ("keys", "value", "words"),
    [
        (("vehicles", 0, "max_drive"), 89, "drives 90 min"),
        (("stops", 0, "need"), ["bike"], "needs .'bike'., not on V"),
        (("stops", 0, "windows"), [[1, 480, 720]], "not allowed on day 0"),
        (("fixed",), [{"stop": "A", "vehicle": "V", "day": 1}], "fixed A was moved"),
        (("fixed",), [{"stop": "A", "vehicle": "V", "day": 0, "start": 500}], "fixed A starts at 480"),
        (("fixed",), [{"stop": "C", "vehicle": "V", "day": 1}], "fixed C was left out for others"),
        (("breaks",), [[200, 30]], "0 min of break, 30 due at 270 worked"),
    ],
)
def test_a_rule_of_the_problem_is_kept(keys, value, words):
    with pytest.raises(BrokenRuleError, match=words):
        judge(changed(PROBLEM, *keys, to=value), PLAN)


@pytest.mark.parametrize(
    ("more", "price"),
    [
        ({"coverage": 1500}, 1500),
        ({"crew_cost": 30}, 30),
        ({"preferred_cost": 7}, 7),
        ({"published": {"A": ["V", 0], "B": ["V", 1], "C": ["V", 0]}}, 30),
        ({"published": {"B": ["V", 1]}, "move_cost": 120}, 120),
        ({"breaks": [[360, 30]]}, 0),
    ],
)
def test_what_is_switched_on_costs(more, price):
    assert judge(PROBLEM | more, PLAN | {"cost": 1030 + price, "bound": None}).cost == 1030 + price


def test_breaks_between_stops_and_after_the_last_count():
    alone = changed(PROBLEM, "vehicles", 0, "crew_size", to=1) | {"breaks": [[200, 30]]}
    rested = PLAN["routes"][0] | {"start": [480, 650], "return": 750}
    assert judge(alone, PLAN | {"routes": [rested]}).cost == 1030
    at_the_end = PLAN["routes"][0] | {"return": 750}
    with pytest.raises(BrokenRuleError, match="230 min without a break at the last stop"):
        judge(alone, PLAN | {"routes": [at_the_end]})
    assert judge(alone | {"breaks": [[240, 30]]}, PLAN | {"routes": [at_the_end]}).cost == 1030


def test_two_people_rest_in_turns_at_a_long_stop():
    long = changed(PROBLEM, "stops", 0, "duration", to=180) | {"breaks": [[240, 30]]}
    route = PLAN["routes"][0] | {"start": [480, 680], "return": 780}
    plan = PLAN | {"routes": [route]}
    assert judge(long, plan).cost == 1030
    with pytest.raises(BrokenRuleError, match="0 min of break"):
        judge(changed(long, "vehicles", 0, "crew_size", to=1), plan)


def test_a_night_away_is_offered_paid_and_gone_on_from():
    away = PROBLEM | {"overnight": [{"vehicle": "V", "day": 0, "place": 2, "cost": 60}]}
    evening = PLAN["routes"][0] | {"to": 2, "return": 680}
    morning = {"vehicle": "V", "day": 1, "stops": ["C"], "start": [480], "departure": 480, "return": 580, "from": 2}
    plan = PLAN | {"routes": [evening, morning], "unplanned": [], "cost": 90 + 80 + 60, "bound": None}
    assert judge(away, plan).cost == 230
    with pytest.raises(BrokenRuleError, match="for ever"):
        judge(away, plan | {"routes": [evening], "unplanned": PLAN["unplanned"]})
    with pytest.raises(BrokenRuleError, match="wakes up on day 1"):
        judge(away, plan | {"routes": [PLAN["routes"][0], morning]})
    with pytest.raises(BrokenRuleError, match="cannot stay"):
        judge(PROBLEM, plan)
