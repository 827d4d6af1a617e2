"""landauf changes, and landauf export calendar with everything that can be asked of a calendar."""

from datetime import date

import icalendar
import pytest

from domain.rows.filters import EventFilter
from domain.rows.tours import StaffDraft
from domain.terms import EventState
from domain.usecases import draft_text, events, filters, people
from domain.workspace import Workspace
from tests.builders import change_event
from tests.domain.cli.conftest import moment


@pytest.fixture
def released(filled):
    """The filled workspace with its plan released once; gives how to call and how to write into it."""
    assert filled("release").code == 0
    return filled


@pytest.fixture
def working(tmp_path):
    """Opens the workspace that the command line works with."""
    return lambda: Workspace.open(tmp_path / "a.landauf", clock=moment, author="Kühne", device="Laptop 7")


def event_of(ws, title):
    from domain.usecases import event_rows

    return next(row.id for row in ws.ask(event_rows.list_rows) if row.title == title)


def read(path):
    return {str(found["SUMMARY"]): found for found in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")}


def test_changes_since_a_version_are_listed_with_their_fields(released, working):
    with working() as ws:
        ws.run("Move", events.move, event_of(ws, "Dialog"), date(2027, 6, 1))
        change_event(ws, event_of(ws, "Woche"), state=EventState.cancelled, state_reason="Sturm")
    answer = released("changes", "--since", "1", "--json")
    assert answer.code == 0
    assert {(found["title"], found["change"]) for found in answer.json} == {("Dialog", "moved"), ("Woche", "cancelled")}
    assert {"event_id", "uid", "change", "fields"} <= answer.json[0].keys()
    assert "starts_at" in next(found["fields"] for found in answer.json if found["title"] == "Dialog")


def test_an_unknown_version_is_refused_with_one_line(released):
    answer = released("changes", "--since", "7")
    assert (answer.code, answer.err.count("\n")) == (1, 1)


def test_a_calendar_since_a_version_holds_only_what_changed(released, working, tmp_path):
    with working() as ws:
        ws.run("Move", events.move, event_of(ws, "Dialog"), date(2027, 6, 1))
    out = tmp_path / "neu.ics"
    assert released("export", "calendar", out, "--since", "1").code == 0
    assert {title: int(found["SEQUENCE"]) for title, found in read(out).items()} == {"Dialog": 1}


def test_cancellations_can_be_asked_alone(released, working, tmp_path):
    with working() as ws:
        ws.run("Move", events.move, event_of(ws, "Dialog"), date(2027, 6, 1))
        change_event(ws, event_of(ws, "Woche"), state=EventState.cancelled, state_reason="Sturm")
    out = tmp_path / "absagen.ics"
    assert released("export", "calendar", out, "--content", "cancellations", "--since", "1").code == 0
    assert list(read(out)) == ["ABGESAGT: Woche"]


def test_a_whole_calendar_has_no_version_to_start_from(released, tmp_path):
    answer = released("export", "calendar", tmp_path / "a.ics", "--since", "1", "--content", "complete")
    assert answer.code == 2
    assert not (tmp_path / "a.ics").exists()


def test_a_file_for_every_event_goes_into_a_folder_and_stays_untouched(released, tmp_path):
    folder = tmp_path / "einzeln"
    assert released("export", "calendar", folder, "--each").code == 0
    made = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert all(len(read(path)) == 1 for path in made)
    assert any(path.name.endswith("-dialog.ics") for path in made)
    assert released("export", "calendar", folder, "--each").code == 0
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == made


def test_a_saved_filter_chooses_the_events(released, working, tmp_path):
    with working() as ws:
        ws.run("Filter", filters.save, "events", "Im Mai", draft_text.to_text(EventFilter(text="Dialog")))
    out = tmp_path / "mai.ics"
    assert released("export", "calendar", out, "--filter", "im mai").code == 0
    assert set(read(out)) == {"Dialog"}
    refused = released("export", "calendar", out, "--filter", "Im Juni")
    assert refused.code == 1
    assert "Im Mai" in refused.err


def test_own_appointments_are_for_the_house_and_may_remind(released, working, tmp_path):
    with working() as ws:
        ws.run("Add", people.create, StaffDraft("Anke Beispiel"))
    out = tmp_path / "anke.ics"
    answer = released("export", "calendar", out, "--person", "anke beispiel")
    assert (answer.code, answer.err.count("\n"), out.exists()) == (2, 1, False)
    options = ("--audience", "internal", "--reminder")
    assert released("export", "calendar", out, "--person", "Anke Beispiel", *options).code == 0
    assert released("export", "calendar", out, "--person", "Niemand", *options).code == 1


def test_options_of_calendars_are_refused_for_tables(released, tmp_path):
    assert released("export", "events", tmp_path / "a.csv", "--since", "1").code == 2
    assert released("export", "events", tmp_path / "a.csv", "--each").code == 2
