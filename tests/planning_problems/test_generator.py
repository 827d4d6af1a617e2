"""Invented problems are sound, the same for the same seed, and shaped like those an office has."""

import json
import subprocess
import sys
from itertools import product

import pytest

from domain.planning.problem_file import problem_of
from domain.region.kreise import kreise
from tests.planning_problems.generator import SHAPES, generate, switched_on


def cells(document):
    """How many days of vehicles there are."""
    return sum(len(vehicle["days"]) for vehicle in document["vehicles"])


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_seed_gives_the_same_problem_in_every_process(shape):
    code = (
        "import json; from tests.planning_problems.generator import generate, switched_on;"
        f"print(json.dumps(switched_on(generate({shape!r}, 30, 5))))"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert json.loads(other) == switched_on(generate(shape, 30, 5))
    assert generate(shape, 30, 5) != generate(shape, 30, 6)


@pytest.mark.parametrize(("shape", "stops"), [*product(SHAPES, [60, 150, 300])])
def test_problems_are_sound_and_touch_every_kreis(shape, stops):
    document = generate(shape, stops, 1)
    assert len(problem_of(document).stops) == stops
    assert {stop["district"] for stop in document["stops"]} == {kreis.code for kreis in kreise()}


@pytest.mark.parametrize(("stops", "like"), [(60, 29), (150, 69), (300, 146)])
def test_shapes_are_what_they_are_called(stops, like):
    base, tight, frag, dense = (generate(shape, stops, 1) for shape in SHAPES)
    assert abs(cells(base) - like) <= 3  # cells of the problems that were measured first
    assert cells(tight) < 0.72 * cells(base)
    assert max(len(stop["windows"]) for stop in frag["stops"]) <= 4
    assert max(stop["duration"] for stop in dense["stops"]) <= 90


def test_every_stay_fits_its_windows():
    for shape in SHAPES:
        for stop in generate(shape, 150, 2)["stops"]:
            assert all(closes - opens >= stop["duration"] for _day, opens, closes in stop["windows"]), stop


def test_schools_have_holidays():
    document = generate("base", 150, 1)
    holidays = {day["day"] for day in document["days"] if not day["school"]}
    assert len(holidays) == 5
    schools = [stop for stop in document["stops"] if stop["kind"] == "school"]
    assert not any(window[0] in holidays for stop in schools for window in stop["windows"])
