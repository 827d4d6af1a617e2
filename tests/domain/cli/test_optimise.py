"""landauf optimise: a problem in, a plan out that keeps every rule, and one line for whatever cannot be."""

import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import pytest

from tests.planning_problems.generator import SHAPES, generate, switched_on
from tests.planning_problems.referee import judge

FORMATS = (Path(__file__).resolve().parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.fixture
def optimise(landauf, tmp_path):
    """Plans a document; gives the answer of the call and the plan."""

    def call(document, *options):
        source, target = tmp_path / "problem.json", tmp_path / "plan.json"
        source.write_text(json.dumps(document), encoding="utf-8")
        answer = landauf("optimise", source, target, *options, file=None)
        return answer, json.loads(target.read_text(encoding="utf-8")) if answer.code == 0 else None

    return call


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("engine", ["exact", "search"])
def test_a_plan_keeps_every_rule_and_has_the_price_it_says(optimise, shape, engine):
    document = generate(shape, 20, 4)
    answer, plan = optimise(document, "--engine", engine, "--seconds", 2)
    assert (answer.code, answer.err) == (0, "")
    assert judge(document, plan).cost == plan["cost"]
    assert plan["engine"] == engine


def test_all_terms_together_are_kept_and_priced(optimise):
    document = switched_on(generate("base", 20, 4))
    answer, plan = optimise(document, "--seconds", 3)
    assert answer.code == 0
    assert judge(document, plan).cost == plan["cost"]


def test_everything_left_out_is_explained(optimise):
    document = generate("tight", 40, 4)
    _answer, plan = optimise(document, "--seconds", 3)
    assert plan["unplanned"]
    assert all(entry["detail"] for entry in plan["unplanned"])


def test_the_answer_tells_what_was_written(optimise, tmp_path):
    answer, plan = optimise(generate("base", 20, 4), "--seconds", 5)
    planned = 20 - len(plan["unplanned"])
    assert answer.out.splitlines() == [
        f"Geschrieben: {tmp_path / 'plan.json'}",
        f"Geplant: {planned} von 20 Halten an {len(plan['routes'])} Fahrzeugtagen; nicht geplant: {20 - planned}",
        f"Kosten: {plan['cost']} (kein Plan ist günstiger)",
    ]


def test_the_same_seed_and_steps_give_the_same_plan(optimise):
    document = generate("tight", 30, 1)
    plans = [optimise(document, "--engine", "search", "--iterations", 300, "--seed", 3)[1] for _ in range(2)]
    for plan in plans:
        del plan["seconds"]
    assert plans[0] == plans[1]


def example(title, number=0):
    """The JSON example below a heading of docs/formats.md."""
    section = FORMATS.split(f"### {title}\n")[1].split("\n### ")[0]
    return json.loads(section.split("```json\n")[number + 1].split("```")[0])


def test_the_format_is_written_down_as_it_is(optimise):
    problem = example("optimise", 0)
    answer, plan = optimise(problem, "--seconds", 2, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert judge(problem, plan).cost == plan["cost"]
    assert example("optimise", 1) == plan | {"seconds": example("optimise", 1)["seconds"]}
    assert example("optimise", 2).keys() == answer.json.keys()


EMPTY = {"name": "", "days": [], "vehicles": [], "stops": [], "places": [], "minutes": [], "day_cost": 40}


def far_away(document):
    """The first stop is days away from everywhere."""
    place = document["stops"][0]["place"]
    for row in document["minutes"]:
        row[place] = 5000
    document["minutes"][place] = [5000] * len(document["places"])


def two_fixed(document):
    """Two stops are fixed at the same time."""
    for stop in document["stops"][:2]:
        stop |= {"windows": [[0, 540, 660]], "duration": 120, "need": []}
    document["fixed"] = [{"stop": stop["id"], "vehicle": "V0", "day": 0} for stop in document["stops"][:2]]


def fixed_too_late(document):
    """A stop is fixed outside its window."""
    document["stops"][0]["windows"] = [[0, 540, 660]]
    document["fixed"] = [{"stop": "S000", "vehicle": "V0", "day": 0, "start": 900}]


ODD = {
    "no vehicles": lambda document: document["vehicles"].clear(),
    "no days": lambda document: document["vehicles"][0]["days"].clear(),
    "no windows": lambda document: document["stops"][0]["windows"].clear(),
    "longer than any shift": lambda document: document["stops"][0].update(duration=2000),
    "unknown equipment": lambda document: document["stops"][0].update(need=["hovercraft"]),
    "too far": far_away,
    "two fixed clash": two_fixed,
    "fixed outside its window": fixed_too_late,
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("engine", ["exact", "search"])
def test_what_cannot_be_planned_is_explained(optimise, odd, engine):
    document = deepcopy(generate("base", 10, 2))
    ODD[odd](document)
    answer, plan = optimise(document, "--seconds", 2, "--engine", engine)
    assert (answer.code, answer.err) == (0, "")
    assert judge(document, plan).cost == plan["cost"]
    assert all(entry["detail"] for entry in plan["unplanned"])
    assert plan["unplanned"]


def test_stops_may_all_be_in_one_place(optimise):
    document = deepcopy(generate("base", 10, 2))
    document["minutes"] = [[0] * len(row) for row in document["minutes"]]
    _answer, plan = optimise(document, "--seconds", 2)
    assert judge(document, plan).drive == 0


def test_nothing_to_plan_gives_an_empty_plan(optimise):
    answer, plan = optimise(EMPTY)
    assert answer.code == 0
    assert (plan["routes"], plan["unplanned"], plan["cost"], plan["proven"]) == ([], [], 0, True)


def test_a_contradiction_is_refused_with_its_path(optimise):
    document = generate("base", 10, 2)
    document["stops"][7]["windows"][0] = [0, 900, 840]
    answer, _plan = optimise(document)
    assert answer.code == 1
    assert answer.err == "landauf: problem.json: stops[7].windows[0]: from 900 liegt nach to 840\n"


@pytest.fixture
def source(tmp_path):
    """A problem file."""
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(generate("base", 10, 2)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("problem.json", "ist die Aufgabe selbst"),
        ("./folder/../problem.json", "ist die Aufgabe selbst"),
        ("folder", "ist ein Ordner"),
        ("none/plan.json", "Ordner"),
        ("plan.landauf", "Arbeitsdatei"),
        ("/dev/null", "keine gewöhnliche Datei"),
    ],
)
def test_a_plan_that_cannot_be_written_is_refused_before_planning(landauf, source, target, words):
    (source.parent / "folder").mkdir()
    before = source.read_bytes()
    answer = landauf("optimise", source, source.parent / target, "--seconds", 60, file=None)
    assert answer.code in {1, 2}
    assert words in answer.err
    assert answer.err.count("\n") == 1
    assert source.read_bytes() == before


@pytest.mark.parametrize(
    "options",
    [
        ["--seconds", "0"], ["--seconds", "-1"], ["--seconds", "nan"], ["--seconds", "1e9"], ["--seconds", "x"],
        ["--seed", "-1"], ["--seed", "9" * 50], ["--seed", "1.5"], ["--iterations", "0"], ["--engine", "guess"],
    ],
)  # fmt: skip
def test_efforts_that_make_no_sense_are_wrong_usage(landauf, source, options):
    answer = landauf("optimise", source, source.parent / "plan.json", *options, file=None)
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert not (source.parent / "plan.json").exists()


def test_an_old_plan_stays_when_the_problem_is_refused(landauf, tmp_path):
    (tmp_path / "problem.json").write_text("{}", encoding="utf-8")
    plan = tmp_path / "plan.json"
    plan.write_text("old", encoding="utf-8")
    assert landauf("optimise", tmp_path / "problem.json", plan, file=None).code == 1
    assert plan.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.json", "problem.json"]


def test_ctrl_c_ends_planning_with_the_best_plan_so_far(tmp_path):
    """The program is interrupted as soon as it is planning, by itself: from outside nobody sees when that is."""
    document = generate("tight", 60, 1)
    source, target = tmp_path / "problem.json", tmp_path / "plan.json"
    source.write_text(json.dumps(document), encoding="utf-8")
    code = (
        "import sys, signal, threading, os; from domain.cli import main;"
        "timer = threading.Timer(1, os.kill, (os.getpid(), signal.SIGINT)); timer.daemon = True; timer.start();"
        "sys.exit(main(sys.argv[1:]))"
    )
    call = [sys.executable, "-c", code, "optimise", source, target, "--engine", "search", "--seconds", "60"]
    done = subprocess.run(call, capture_output=True, timeout=50, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    plan = json.loads(target.read_text(encoding="utf-8"))
    assert plan["seconds"] < 30
    assert judge(document, plan).cost == plan["cost"]
