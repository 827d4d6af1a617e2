"""Plan files: the shape that programs rely on, the same bytes for the same plan."""

import json
from dataclasses import replace

import pytest

from domain.i18n import language
from domain.planning.plan import Engine, LeftOut, Pause, Plan, Reason, Route, Sentence
from domain.planning.plan_file import bytes_of, document_of_plan
from domain.planning.problem import Cell
from domain.planning.problem_file import problem_of
from tests.planning_problems.generator import generate

PROBLEM = problem_of(generate("base", 6, 1))
LATE = Route(Cell("V0", 1), ("S001",), (480,), 450, 700, 60, 0, 0)
EARLY = Route(Cell("V0", 0), ("S002", "S003"), (480, 600), 440, 700, 90, 0, 5, (Pause(0, 30),))
REASON = Sentence("{path}: {value} stands twice", (("path", "Ä"), ("value", "„x“")))
PLAN = Plan(
    routes=(LATE, EARLY),
    left_out=(LeftOut("S005", Reason.displaced, (REASON, REASON)), LeftOut("S000", Reason.no_date, ())),
    cost=1234,
    bound=1230.1299,
    proven=False,
    seconds=0.12345,
    engine=Engine.exact,
)


def test_a_plan_is_written_as_described():
    document = document_of_plan(PLAN, PROBLEM, language("de"))
    assert document == {
        "routes": [
            {"vehicle": "V0", "day": 0, "stops": ["S002", "S003"], "start": [480, 600], "departure": 440, "return": 700}
            | {"to": 5, "pauses": [{"after": 0, "minutes": 30}]},
            {"vehicle": "V0", "day": 1, "stops": ["S001"], "start": [480], "departure": 450, "return": 700},
        ],
        "unplanned": [
            {"stop": "S000", "reason": "no_date", "detail": ""},
            {"stop": "S005", "reason": "displaced", "detail": "Ä: „x“ steht doppelt Ä: „x“ steht doppelt"},
        ],
        "cost": 1234,
        "bound": 1230.12,
        "proven": False,
        "seconds": 0.123,
        "engine": "exact",
    }


@pytest.mark.parametrize(
    ("bound", "written"), [(None, None), (1234.0, 1234.0), (1233.9999999, 1233.99), (-0.001, -0.01)]
)
def test_a_bound_is_never_rounded_up(bound, written):
    assert document_of_plan(replace(PLAN, bound=bound), PROBLEM, language("de"))["bound"] == written


def test_equal_plans_give_equal_readable_bytes():
    document = document_of_plan(PLAN, PROBLEM, language("de"))
    turned = replace(PLAN, routes=PLAN.routes[::-1], left_out=PLAN.left_out[::-1])
    content = bytes_of(document)
    assert bytes_of(document_of_plan(turned, PROBLEM, language("de"))) == content
    assert json.loads(content) == document
    assert max(map(len, content.splitlines())) < 200
    assert "„x“".encode() in content
