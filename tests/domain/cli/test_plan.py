"""landauf plan: requests in, a draft tour out that keeps every rule, and a reason for whatever is left out."""

import csv
import json
import shutil
from contextlib import redirect_stdout
from datetime import date, timedelta
from functools import partial
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from domain.cli import main
from domain.planning.plan import Reason
from domain.region.gemeinden import gemeinden
from domain.usecases import imports, tour_rows
from domain.workspace import Workspace
from tests.builders import KOETHEN, ZERBST, make_request, make_vehicle
from tests.domain.cli.conftest import moment

FIRST, LAST = date(2027, 5, 10), date(2027, 7, 9)
PERIOD = ("--from", FIRST, "--to", LAST, "--seconds", 3)
PATTERNS = (
    ("Grundschule {town}", "mobile_stop", 300, "Mo,Di,Mi,Do,Fr", "07:30", "13:30", "Fahrsimulator"),
    ("Sekundarschule {town}", "mobile_stop", 180, "Di,Mi,Do", "07:30", "13:30", "Fahrradparcours"),
    ("Ordnungsamt {town}", "mobile_stop", 240, "Di", "08:00", "13:00", ""),
    ("Heimatverein {town} e. V.", "mobile_stop", 360, "Sa,So", "10:00", "18:00", "Fahrsimulator"),
    ("Gymnasium {town}", "lecture", 90, "Mi,Fr", "07:30", "13:30", ""),
    ("Seniorentreff {town}", "mobile_stop", 120, "Mo,Fr", "13:00", "17:00", ""),
)


@pytest.fixture
def opened(tmp_path):
    """Opens the workspace that the command line works on."""
    return partial(Workspace.open, tmp_path / "a.landauf", clock=moment, author="Kühne", device="Laptop 7")


def write_tables(folder):
    """Sixty requests from all over the state and two vehicles, as import reads them."""
    rng = Random(3)
    heads = "requester,kind,topic,town,duration_minutes,earliest,latest,weekdays,from,to,equipment,priority"
    with (folder / "requests.csv").open("w", encoding="utf-8", newline="") as target:
        table = csv.writer(target)
        table.writerow(heads.split(","))
        for number, place in enumerate(rng.sample(sorted(gemeinden(), key=lambda each: each.ags), 60)):
            name, kind, minutes, weekdays, opens, closes, equipment = PATTERNS[number % len(PATTERNS)]
            earliest = FIRST + timedelta(days=rng.randrange(40))
            latest = earliest + timedelta(days=rng.choice((2, 12, 30)))
            row = (name.format(town=place.name), kind, "Betrug", place.name, minutes, earliest, latest)
            table.writerow((*row, weekdays, opens, closes, equipment, 1 + number % 3))
    (folder / "vehicles.csv").write_text(
        "name,depot_town,depot_postcode,max_duty_minutes,max_drive_minutes,equipment\n"
        "Präventionsmobil,Magdeburg,39104,600,240,Fahrsimulator\n"
        "Kleinbus,Halle (Saale),06108,600,240,Fahrradparcours\n",
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def requested_file(empty_file, tmp_path_factory):
    """A workspace with those requests and vehicles, to be copied."""
    folder = tmp_path_factory.mktemp("requested")
    write_tables(folder)
    path = Path(shutil.copy(empty_file, folder / "a.landauf"))
    with Workspace.open(path, clock=moment, author="Kühne", device="Laptop 7") as ws:
        ws.run("Import", imports.import_requests, folder / "requests.csv")
        ws.run("Import", imports.import_vehicles, folder / "vehicles.csv")
    return path


@pytest.fixture(scope="module")
def planned_file(requested_file, tmp_path_factory):
    """The same with the tour planned, and the answer of the command."""
    path = shutil.copy(requested_file, tmp_path_factory.mktemp("planned") / "a.landauf")
    with redirect_stdout(StringIO()) as told:
        assert main(["plan", "--file", str(path), *map(str, PERIOD), "--json"]) == 0
    return path, json.loads(told.getvalue())


@pytest.fixture
def planning(landauf, requested_file, tmp_path):
    """The command line on a workspace with sixty requests."""
    shutil.copy(requested_file, tmp_path / "a.landauf")
    return landauf


@pytest.fixture
def planned(landauf, planned_file, tmp_path):
    """The command line on that workspace with the tour planned, and the answer of the command that planned it."""
    shutil.copy(planned_file[0], tmp_path / "a.landauf")
    return landauf, planned_file[1]


def records(landauf, what):
    return landauf("list", what, "--json").json


def test_sixty_requests_become_a_tour_without_a_grave_conflict_and_the_rest_is_explained(planned):
    landauf, plan = planned
    mobile = [row for row in records(landauf, "requests") if row["kind"] == "mobile_stop"]
    assert plan["planned"] > 20
    assert plan["planned"] + len(plan["unplanned"]) == len(mobile)
    assert {row["state"] for row in mobile if row["unplanned_reason"] is None} == {"accepted"}
    reasons = {row["id"]: row["unplanned_reason"] for row in mobile if row["unplanned_reason"]}
    assert reasons == {each["request_id"]: each["reason"] for each in plan["unplanned"]}
    assert reasons, "the sample should ask for more than can be done"
    for each in plan["unplanned"]:
        assert each["reason"] in set(Reason)
        assert len(each["detail"]) > 20
        assert "{" not in each["detail"]
    assert not [row for row in records(landauf, "conflicts") if row["grade"] == "error"]
    (tour,) = records(landauf, "tours")
    assert (tour["id"], tour["stops"], tour["state"]) == (plan["tour_id"], plan["planned"], "draft")
    assert plan["bound"] <= plan["cost"]


def test_the_same_call_again_plans_the_same_tour_anew(planned):
    landauf, first = planned
    second = landauf("plan", *PERIOD, "--json").json
    assert second["tour_id"] == first["tour_id"]
    assert second["planned"] >= first["planned"]
    assert len(records(landauf, "tours")) == 1


def test_stays_lie_within_what_was_asked_and_schools_are_visited_on_school_days(planned):
    landauf, _plan = planned
    whitsun = {f"2027-05-{day}" for day in range(17, 22)}
    schools = [event for event in records(landauf, "events") if "schule" in event["title"]]
    assert schools
    for event in schools:
        day, begins, ends = event["starts_at"][:10], event["starts_at"][11:16], event["ends_at"][11:16]
        assert "07:30" <= begins < ends <= "13:30"
        assert date.fromisoformat(day).weekday() < 5
        assert day not in whitsun


def test_only_the_named_vehicle_is_planned(planning, opened):
    assert planning("plan", *PERIOD, "--vehicle", "kleinbus").code == 0
    with opened() as ws:
        (tour,) = ws.ask(tour_rows.list_rows)
        assert {day.vehicle for day in ws.ask(tour_rows.detail, tour.id).days} == {"Kleinbus"}


def test_people_read_lines(planning):
    lines = planning("plan", *PERIOD).out.splitlines()
    assert lines[0].startswith("Geplant: ")
    assert lines[1].startswith("Kosten: ")
    assert all(": " in line for line in lines[2:])


def test_nothing_to_plan_is_no_tour_and_no_step(made, opened):
    with opened() as ws:
        make_vehicle(ws)
    answer = made("plan", *PERIOD, "--json").json
    assert (answer["tour_id"], answer["planned"], answer["unplanned"]) == (None, 0, [])
    assert records(made, "tours") == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--from", "2027-05-10", "--to", "2027-05-09"), "letzte Tag"),
        (("--from", "2027-05-10", "--to", "2029-05-09"), "höchstens"),
        (("--from", "2027-05-10", "--to", "2027-05-12", "--vehicle", "Panzer"), "Panzer"),
        (("--from", "0001-01-01", "--to", "9999-12-31"), "Jahr von"),
        (("--from", "9999-12-01", "--to", "9999-12-31"), "Jahr von"),
    ],
)
def test_what_cannot_be_planned_is_refused_in_one_line(made, opened, options, told):
    with opened() as ws:
        make_vehicle(ws)
        make_request(ws, ags=KOETHEN)
    answer = made("plan", *options, "--json")
    assert (answer.code, answer.out) == (1, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1


def test_a_vehicle_is_known_by_its_name_however_it_is_written(made, opened):
    with opened() as ws:
        make_vehicle(ws)
        make_request(ws, ags=KOETHEN)
    assert made("plan", *PERIOD, "--vehicle", " PRAVENTIONSMOBIL", "--json").json["planned"] == 1


def test_without_a_vehicle_the_way_to_one_is_told(made):
    answer = made("plan", *PERIOD)
    assert answer.code == 1
    assert "landauf import vehicles" in answer.err


@pytest.mark.parametrize("options", [("--from", "2027-05-10"), ("--to", "2027-05-10"), (*PERIOD, "--seed", "x")])
def test_wrong_usage_is_told(made, options):
    assert made("plan", *options).code == 2


def test_odd_requests_never_break_planning(made, opened):
    with opened() as ws:
        make_vehicle(ws)
        make_request(ws, "{name} 100 % <b>", ags=KOETHEN, duration_minutes=10_080)
        make_request(ws, "ohne Ort")
        make_request(ws, "Nacht", ags=ZERBST, from_minute=1380, to_minute=1440, duration_minutes=30)
        make_request(ws, "Rand", ags=ZERBST, earliest=date(2100, 12, 31), latest=date(2100, 12, 31))
        make_request(ws, "früher", ags=ZERBST, latest=date(1990, 1, 1))
    answer = made("plan", *PERIOD, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.json["planned"] == 0
    assert len(answer.json["unplanned"]) == 5
    json.dumps(answer.json)
