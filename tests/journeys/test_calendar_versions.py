"""A plan is released, changed and released again: whoever had the first version gets two entries and no more."""

from datetime import date

import icalendar
import pytest

from domain.terms import EventState
from domain.usecases import events
from domain.workspace import Workspace
from tests.builders import change_event, make_event
from tests.journeys.steps import command

ABI, HARZ = "15082", "15085"
PLACES = {"Köthen": "15082180", "Zerbst": "15082430", "Thale": "15085330"}


def read(path):
    """The events of a calendar file by UID."""
    return {str(found["UID"]): found for found in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")}


@pytest.fixture
def plan(path, clock):
    """A workspace whose plan of three events is released as version 1; gives path and ids by town."""
    with Workspace.open(path, clock=clock, author="Kühne", device="Laptop 7") as ws:
        ids = {
            town: make_event(ws, f"Bürgerdialog {town}", ags=ags, day=date(2027, 5, 10 + number), town=town)
            for number, (town, ags) in enumerate(PLACES.items())
        }
    command("release", "--file", path)
    return path, ids


def calendars(path, folder):
    """The files of the districts, as they are exported now, with the moment each was last written."""
    folder.mkdir(exist_ok=True)
    for kreis in (ABI, HARZ):
        command("export", "calendar", folder / f"{kreis}.ics", "--kreis", kreis, "--file", path)
    return {file.stem: file.stat().st_mtime_ns for file in folder.iterdir()}


def test_who_had_the_first_version_gets_exactly_what_became_of_it(plan, clock, tmp_path):
    path, ids = plan
    before = calendars(path, tmp_path / "kreise")
    told = read(tmp_path / "kreise" / f"{ABI}.ics")
    with Workspace.open(path, clock=clock, author="Kühne", device="Laptop 7") as ws:
        ws.run("Move", events.move, ids["Köthen"], date(2027, 6, 1))
        change_event(ws, ids["Zerbst"], state=EventState.cancelled, state_reason="Krankheit")
    command("release", "--file", path)

    news = tmp_path / "neu.ics"
    command("export", "calendar", news, "--since", 1, "--file", path)
    moved, cancelled = sorted(read(news).values(), key=lambda found: str(found["SUMMARY"]), reverse=True)
    assert len(read(news)) == 2
    assert (str(moved["SUMMARY"]), moved.start.date()) == ("Bürgerdialog Köthen", date(2027, 6, 1))
    assert (str(cancelled["SUMMARY"]), str(cancelled["STATUS"])) == ("ABGESAGT: Bürgerdialog Zerbst", "CANCELLED")
    assert [int(found["SEQUENCE"]) for found in (moved, cancelled)] == [1, 1]
    assert set(read(news)) == set(told)

    after = calendars(path, tmp_path / "kreise")
    assert after[HARZ] == before[HARZ]
    assert after[ABI] != before[ABI]
    assert {uid: found.to_ical() for uid, found in read(tmp_path / "kreise" / f"{ABI}.ics").items()} == {
        uid: found.to_ical() for uid, found in read(news).items()
    }
