"""landauf import calendar: counts, reasons, absences and holidays, and what stays as it was."""

import pytest

from domain.rows.steps import Label
from domain.rows.tours import StaffDraft
from domain.usecases import people
from tests.domain.cli.conftest import moment
from tests.domain.exchange.test_odd_calendars import FOLDER


@pytest.fixture
def calendar(tmp_path):
    """Writes a calendar into the test's folder; gives its path."""

    def write(*lines, name="schule.ics"):
        path = tmp_path / name
        path.write_text("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]), "utf-8")
        return path

    return write


STAND = ("BEGIN:VEVENT", "UID:a@schule.example", "SUMMARY:Infostand", "DTSTART:20270510T080000Z", "END:VEVENT")
FAULTY = ("BEGIN:VEVENT", "UID:b@schule.example", "SUMMARY:Ohne Beginn", "END:VEVENT")
TASK = ("BEGIN:VTODO", "UID:t@schule.example", "END:VTODO")
LEAVE = ("BEGIN:VEVENT", "UID:u@schule.example", "SUMMARY:Urlaub", "DTSTART;VALUE=DATE:20270705", "END:VEVENT")


def test_the_report_counts_every_entry(made, calendar):
    answer = made("import", "calendar", calendar(*STAND, *FAULTY, *TASK), "--json")
    assert (answer.code, answer.err) == (0, "")
    told = answer.json
    hints = told.pop("hints")
    assert told == {
        "rows": 2,
        "new": 1,
        "changed": 0,
        "unchanged": 0,
        "conflict": 0,
        "cancelled": 0,
        "duplicate": 0,
        "refused": [{"line": 7, "field": "", "reason": "Der Eintrag nennt keinen Beginn.", "title": "Ohne Beginn"}],
        "events": 2,
        "hidden": 0,
        "others": {"VTODO": 1},
    }
    assert [hint["line"] for hint in hints] == [0]
    (event,) = made("list", "events", "--json").json
    assert (event["title"], event["audience"], event["starts_at"]) == (
        *("Infostand", "internal"),
        "2027-05-10T10:00:00+02:00",
    )


def test_a_dry_run_stores_nothing_and_the_second_time_nothing_is_new(made, calendar):
    path = calendar(*STAND)
    assert made("import", "calendar", path, "--dry-run", "--json").json["new"] == 1
    assert made("list", "events", "--json").json == []
    made("import", "calendar", path)
    assert made("import", "calendar", path, "--json").json["unchanged"] == 1


def test_people_read_a_sentence_and_every_reason(made, calendar):
    said = made("import", "calendar", calendar(*STAND, *FAULTY)).out
    assert said.startswith("2 Einträge: 1 neu")
    assert "Zeile 7: " in said
    assert "(Ohne Beginn)" in said


@pytest.mark.parametrize("name", ["login.ics", "packed.ics", "empty.ics", "text.ics", "empty-calendar.ics"])
def test_what_is_no_calendar_is_one_clear_line(made, name):
    answer = made("import", "calendar", FOLDER / name, "--json")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1


def test_a_file_of_which_nothing_can_be_taken_is_refused(made, calendar):
    answer = made("import", "calendar", calendar(*FAULTY), "--json")
    assert (answer.code, len(answer.json["refused"])) == (1, 1)
    assert "schule.ics" in answer.err


def test_absences_need_a_person_of_the_house(made, calendar, tmp_path):
    from domain.workspace import Workspace

    with Workspace.open(tmp_path / "a.landauf", clock=moment, author="Kühne", device="Laptop 7") as workspace:
        workspace.run(Label("Add"), people.create, StaffDraft("Jana Kühne"))
    path = calendar(*LEAVE)
    assert made("import", "calendar", path, "--as", "absences").code == 2
    assert made("import", "calendar", path, "--person", "Jana Kühne").code == 2
    assert "Niemand" in made("import", "calendar", path, "--as", "absences", "--person", "Wer").err
    answer = made("import", "calendar", path, "--as", "absences", "--person", "jana kuehne", "--json")
    assert answer.json["new"] == 1


def test_school_holidays_are_taken_as_such(made, calendar):
    answer = made("import", "calendar", FOLDER / "school-holidays.ics", "--as", "holidays", "--json")
    assert answer.json["new"] == 1
    assert made("list", "events", "--json").json == []


def test_two_files_are_wrong_usage(made, calendar):
    path = calendar(*STAND)
    assert made("import", "calendar", path, path).code == 2
