"""Problem files: what is sound is read and written back the same, what is not is refused with its path."""

import json
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import FileProblemError, InvalidInputError, LandaufError
from domain.i18n import language
from domain.planning import problem_file
from domain.planning.problem import Cell, FixedStop, Night, Problem
from domain.planning.problem_file import document_of, problem_of, read_problem
from tests.planning_problems.generator import SHAPES, generate, switched_on

SMALL = generate("base", 14, 1)


def changed(*keys, to, of=SMALL):
    """A sound problem with one value changed; `Ellipsis` takes the key away."""
    document = deepcopy(of)
    inner = document
    for key in keys[:-1]:
        inner = inner[key]
    if to is ...:
        del inner[keys[-1]]
    else:
        inner[keys[-1]] = to
    return document


def refusals(document):
    """The English lines of everything that is wrong."""
    with pytest.raises(InvalidInputError) as told:
        problem_of(document)
    return [str(each) for each in told.value.problems]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("stops", [0, 1, 40])
def test_generated_problems_are_sound_and_come_back_as_they_were(shape, stops):
    document = switched_on(generate(shape, stops, 3))
    problem = problem_of(document)
    assert problem_of(document_of(problem)) == problem
    assert len(problem.stops) == stops


def test_every_value_is_where_it_belongs():
    document = changed("fixed", to=[{"stop": "S003", "vehicle": "V0", "day": 2, "start": 600}])
    document["published"] = {"S004": ["V0", 1]}
    document["published_starts"] = {"S004": 615}
    document["days"][0]["date"] = "2027-03-01"
    document["vehicles"][0] |= {"crew_size": 2, "name": "Bus"}
    document["stops"][5] |= {"preferred": [3, 1], "name": "Schule am Park", "crew": "V9"}
    document |= {"breaks": [[360, 30], [540, 45]], "coverage": 1500, "crew_cost": 30, "preferred_cost": 20}
    document |= {"overnight": [{"vehicle": "V0", "day": 1, "place": 7, "cost": 60}], "move_cost": 120}
    problem = problem_of(document)
    assert problem.fixed == (FixedStop("S003", Cell("V0", 2), 600),)
    assert problem.published == {"S004": Cell("V0", 1)}
    assert problem.published_starts == {"S004": 615}
    assert problem.dates == {0: "2027-03-01"}
    assert (problem.vehicles[0].crew, problem.vehicles[0].name) == (2, "Bus")
    fifth = problem.stops[5]
    assert (fifth.preferred, fifth.name, fifth.vehicle) == (frozenset({1, 3}), "Schule am Park", "V9")
    assert problem.breaks == ((360, 30), (540, 45))
    assert (problem.coverage, problem.crew_cost, problem.preferred_cost, problem.move_cost) == (1500, 30, 20, 120)
    assert problem.nights == (Night("V0", 1, 7, 60),)
    assert problem_of(document_of(problem)) == problem


def test_what_is_switched_off_is_absent_and_unknown_keys_do_not_matter():
    problem = problem_of(SMALL | {"colour": "green", "move_cost": None})
    assert problem == problem_of(SMALL)
    assert (problem.move_cost, problem.breaks, problem.coverage, problem.nights) == (30, (), 0, ())
    assert "breaks" not in document_of(problem)


@pytest.mark.parametrize("key", ["name", "days", "vehicles", "stops", "places", "minutes", "day_cost"])
def test_a_missing_key_is_named(key):
    lines = refusals(changed(key, to=...))
    assert f"{key} is missing" in lines


@pytest.mark.parametrize("part", ["stops", "vehicles"])
def test_every_missing_key_of_a_part_is_named_by_its_path(part):
    for key in set(SMALL[part][0]) - {"crew"}:
        assert f"{part}[0].{key} is missing" in refusals(changed(part, 0, key, to=...))


@pytest.mark.parametrize("key", ["fixed", "published"])
def test_a_problem_without_earlier_plan_needs_no_key_for_it(key):
    assert problem_of(changed(key, to=...)) == problem_of(SMALL)


MATRIX = SMALL["minutes"]
NIGHT = {"vehicle": "V0", "day": 0, "place": 1, "cost": 5}


@pytest.mark.parametrize(
    ("keys", "value", "line"),
    [
        (("stops", 2, "windows", 0), [77, 900, 840], "stops[2].windows[0]: from 900 is after to 840"),
        (("stops", 2, "windows"), [[4, 1, 2], [4, 5, 6]], "stops[2].windows[1]: a second window on day 4"),
        (("stops", 2, "windows", 0), [77, 900], "stops[2].windows[0] is not of the form [day, from, to]"),
        (("stops", 2, "windows", 0), "x", "stops[2].windows[0] is not of the form [day, from, to]"),
        (("stops", 2, "windows", 0), [77, -5, 840], "stops[2].windows[0][1]: -5 is not between 0 and 2880"),
        (("stops", 2, "windows", 0), [77, True, 840], "stops[2].windows[0][1]: true is not a whole number"),
        (("stops", 2, "windows"), None, "stops[2].windows is not a list"),
        (("stops", 2, "duration"), 90.0, "stops[2].duration: 90.0 is not a whole number"),
        (("stops", 2, "duration"), "90", "stops[2].duration: 90 is not a whole number"),
        (("stops", 2, "duration"), -1, "stops[2].duration: -1 is not between 0 and 1000000000"),
        (("stops", 2, "duration"), None, "stops[2].duration: null is not a whole number"),
        (("stops", 2, "prize"), 10**400, "stops[2].prize: > 10^18 is not between 0 and 1000000000"),
        (("stops", 2, "priority"), 4, "stops[2].priority: 4 is not between 1 and 3"),
        (("stops", 2, "place"), 99, "stops[2].place: there is no place 99"),
        (("stops", 2, "id"), "S001", "stops[2].id: S001 stands twice"),
        (("stops", 2, "id"), 5, "stops[2].id: 5 is not text"),
        (("stops", 2, "town"), "\ud800", "stops[2].town: ? is not text"),
        (("stops", 2, "need"), "sim", "stops[2].need is not a list"),
        (("stops", 2, "need"), ["sim", 7], "stops[2].need[1]: 7 is not text"),
        (("stops", 2, "preferred"), 7, "stops[2].preferred is not a list"),
        (("stops", 2), [], "stops[2] is not an object"),
        (("stops",), {}, "stops is not a list"),
        (("vehicles", 0, "days"), [0, 77], "vehicles[0].days[1]: there is no day 77"),
        (("vehicles", 0, "open"), 1200, "vehicles[0]: open 1200 is after close 1140"),
        (("vehicles", 0, "depot"), -1, "vehicles[0].depot: -1 is not between 0 and 1000000000"),
        (("vehicles", 0, "crew_size"), [], "vehicles[0].crew_size: […] is not a whole number"),
        (("days", 1, "day"), 0, "days[1].day: 0 stands twice"),
        (("days", 1, "date"), "2027-02-30", "days[1].date: 2027-02-30 is not a date"),
        (("places", 1), [52.0], "places[1] is not of the form [lat, lon]"),
        (("places", 1), [91, 11.0], "places[1][0]: 91 is not between -90 and 90"),
        (("places", 1), [52.0, "x"], "places[1][1]: x is not between -180 and 180"),
        (("places", 1), [float("nan"), 11.0], "places[1][0]: nan is not between -90 and 90"),
        (("minutes",), MATRIX[:-1], "minutes: 14 rows for 15 places"),
        (("minutes", 3), MATRIX[3][:-1], "minutes[3]: 14 values for 15 places"),
        (("minutes", 3, 4), 7.5, "minutes[3][4]: 7.5 is not a whole number"),
        (("minutes", 3, 4), -7, "minutes[3][4]: -7 is not between 0 and 100000"),
        (("minutes", 3), 7, "minutes[3] is not a list"),
        (("day_cost",), False, "day_cost: false is not a whole number"),
        (("move_cost",), -1, "move_cost: -1 is not between 0 and 1000000000"),
        (("name",), {}, "name: {…} is not text"),
        (("fixed",), [{"stop": "S999", "vehicle": "V0", "day": 0}], "fixed[0].stop: there is no stop S999"),
        (("fixed",), [{"stop": "S001", "vehicle": "V7", "day": 0}], "fixed[0].vehicle: there is no vehicle V7"),
        (("fixed",), [{"stop": "S001", "vehicle": "V0", "day": 99}], "fixed[0].day: there is no day 99"),
        (("fixed",), [{"stop": "S001", "vehicle": "V0", "day": 0}] * 2, "fixed[1].stop: S001 stands twice"),
        (("fixed",), [{"stop": "S001"}], "fixed[0].vehicle is missing"),
        (("fixed",), [7], "fixed[0] is not an object"),
        (("published",), {"S9\n99": ["V0", 0]}, "published[S9?99]: there is no stop S9?99"),
        (("published",), {"S001": ["V7", 0]}, "published[S001][0]: there is no vehicle V7"),
        (("published",), {"S001": "V0"}, "published[S001] is not of the form [vehicle, day]"),
        (("published",), [], "published is not an object"),
        (("published_starts",), {"S001": "8:00"}, "published_starts[S001]: 8:00 is not a whole number"),
        (("breaks",), [[540, 45], [360, 30]], "breaks[1]: breaks do not rise with the minutes worked"),
        (("breaks",), [[540]], "breaks[0] is not of the form [worked, break]"),
        (("overnight",), [{"vehicle": "V0", "day": 0, "place": 1}], "overnight[0].cost is missing"),
        (("overnight",), [NIGHT, NIGHT], "overnight[1]: V0, 0, 1 stands twice"),
    ],
)
def test_what_is_wrong_or_contradicts_itself_is_told_by_its_path(keys, value, line):
    assert refusals(changed(*keys, to=value))[0] == line


@pytest.mark.parametrize("document", [None, [], "x", 5, True])
def test_a_document_that_is_no_object_is_refused(document):
    assert refusals(document) == ["The file holds no object with a planning problem"]


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (("stops", 2, "windows"), []),
        (("stops", 2, "windows"), [[0, 600, 610]]),
        (("stops", 2, "windows"), [[99, 600, 900]]),
        (("stops", 2, "duration"), 5000),
        (("stops", 2, "need"), ["hovercraft"]),
        (("stops", 2, "crew"), "V9"),
        (("stops",), []),
        (("vehicles",), []),
        (("vehicles", 0, "days"), []),
        (("places", 3), SMALL["places"][4]),
    ],
)
def test_what_can_only_not_be_planned_is_sound(keys, value):
    problem = problem_of(changed(*keys, to=value))
    assert problem_of(document_of(problem)) == problem


def test_nothing_at_all_is_sound():
    empty = {"name": "", "days": [], "vehicles": [], "stops": [], "places": [], "minutes": [], "day_cost": 0}
    assert problem_of(empty) == Problem("", (), (), (), (), 0)


def test_windows_and_days_may_stand_in_any_order():
    document = deepcopy(SMALL)
    for part in (*document["stops"], *document["vehicles"]):
        part.get("windows", part.get("days")).reverse()
    assert problem_of(document) == problem_of(SMALL)


def values():
    """Whatever JSON can hold."""
    plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    return st.recursive(
        plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
    )


def paths(value, path=()):
    """The keys to every value of a document."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from paths(each, (*path, key))


FULL = switched_on(generate("base", 14, 2))
FULL["fixed"] = [{"stop": "S001", "vehicle": "V0", "day": 0, "start": 600}]
FULL["published"] = {"S001": ["V0", 0]}
FULL["published_starts"] = {"S001": 600}
PATHS = [path for path in paths(FULL) if path and path[0] not in {"minutes", "places"}]
PATHS += [("minutes",), ("minutes", 3), ("minutes", 3, 4), ("places", 2, 1)]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PATHS), values())
def test_any_value_anywhere_is_taken_or_refused(path, value):
    document = changed(*path, to=value, of=FULL)
    try:
        problem = problem_of(document)
    except LandaufError as trouble:
        line = language("de").error(trouble)
        assert "\n" not in line
        assert len(line) < 300
    else:
        assert problem_of(document_of(problem)) == problem


@pytest.fixture
def written(tmp_path):
    """A file with these bytes."""

    def write(content):
        path = tmp_path / "p.json"
        path.write_bytes(content)
        return path

    return write


def test_a_file_with_byte_order_mark_is_read(written):
    assert read_problem(written(b"\xef\xbb\xbf" + json.dumps(SMALL).encode())) == problem_of(SMALL)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not JSON: line 1, column 1"),
        (b'{"name": }', "is not JSON: line 1, column 10"),
        (b"{}{}", "is not JSON: line 1, column 3"),
        (b"[" * 100_000, "holds figures or nesting"),
        (b'{"name": ' * 100_000, "holds figures or nesting"),
        (b'{"day_cost": ' + b"9" * 5000 + b"}", "holds figures or nesting"),
        (b'{"day_cost": NaN}', "holds figures or nesting"),
        (b'{"day_cost": -Infinity}', "holds figures or nesting"),
        ('{"name": "Köthen"}'.encode("latin-1"), "is not UTF-8 text"),
        (json.dumps(SMALL).encode("utf-16"), "is not UTF-8 text"),
        (b"\x00\x01\x02", "is not JSON"),
        (b"{}", "p.json: days is missing; places is missing; name is missing; and 4 more"),
        (json.dumps(changed("day_cost", to=-1)).encode(), "p.json: day_cost: -1 is not between"),
    ],
)
def test_a_file_that_holds_no_problem_is_refused_in_one_line(written, content, words):
    with pytest.raises(FileProblemError) as told:
        read_problem(written(content))
    assert words in str(told.value)
    assert str(told.value).startswith("p.json")
    assert "\n" not in str(told.value)


def test_missing_files_and_folders_are_told(tmp_path):
    with pytest.raises(FileProblemError, match="There is no file"):
        read_problem(tmp_path / "none.json")
    with pytest.raises(FileProblemError, match="is a folder"):
        read_problem(tmp_path)


def test_a_file_too_large_for_a_problem_is_not_parsed(written, monkeypatch):
    monkeypatch.setattr(problem_file, "LARGEST", 1024 * 1024)
    with pytest.raises(FileProblemError, match="larger than 1 MB"):
        read_problem(written(b" " * (1024 * 1024 + 1)))


def test_faults_are_told_in_german_with_their_paths():
    with pytest.raises(InvalidInputError) as told:
        problem_of(changed("stops", 2, "windows", 0, to=[77, 900, 840]))
    assert language("de").error(told.value) == "stops[2].windows[0]: from 900 liegt nach to 840"
