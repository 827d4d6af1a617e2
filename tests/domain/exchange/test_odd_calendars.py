"""Odd calendar files of many programs: each is read as its table says, or refused in one clear line."""

import csv
from datetime import date
from pathlib import Path

import pytest

from domain.errors import FileProblemError
from domain.exchange.ics_read import read_calendar
from domain.i18n import language

FOLDER = Path(__file__).parent / "odd_calendars"
TODAY = date(2027, 4, 28)
TONGUE = language("en")


def table():
    with (FOLDER / "table.csv").open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text, delimiter=";"))


TABLE = table()
CALENDARS = [row for row in TABLE if row["events"]]
NONE = [row for row in TABLE if not row["events"]]


def read(name):
    return read_calendar((FOLDER / name).read_bytes(), name, TODAY)


def all_words(reading):
    found = [*reading.hints, *(fault.reason for fault in reading.faults)]
    found += [hint for entry in reading.entries for hint in entry.hints]
    return [TONGUE.text(*words) for words in found]


def test_the_collection_is_whole():
    assert {row["file"] for row in TABLE} == {path.name for path in FOLDER.glob("*.ics")}
    assert len(TABLE) >= 40
    assert all(row["reason"] for row in TABLE)


@pytest.mark.parametrize("row", CALENDARS, ids=lambda row: row["file"])
def test_an_odd_file_gives_what_its_table_says(row):
    reading = read(row["file"])
    found = (reading.raw, len(reading.entries), len(reading.faults), reading.hidden)
    assert found == tuple(int(row[name]) for name in ("events", "entries", "refused", "hidden"))
    assert not row["says"] or any(row["says"] in said for said in all_words(reading)), all_words(reading)


@pytest.mark.parametrize("row", CALENDARS, ids=lambda row: row["file"])
def test_counts_of_an_odd_file_add_up(row):
    reading = read(row["file"])
    taken = {entry.line for entry in reading.entries}
    assert reading.raw == len(taken) + len(reading.faults) + reading.hidden


@pytest.mark.parametrize("row", NONE, ids=lambda row: row["file"])
def test_what_is_no_calendar_is_refused_in_one_line(row):
    with pytest.raises(FileProblemError) as refusal:
        read(row["file"])
    said = TONGUE.error(refusal.value)
    assert row["says"] in said
    assert "\n" not in said


def only(name):
    (entry,) = read(name).entries
    return entry


@pytest.mark.parametrize(
    "name", ["outlook-zone.ics", "outlook-custom-zone.ics", "google-zone.ics", "broken-vtimezone.ics", "iso-dates.ics"]
)
def test_ten_o_clock_in_berlin_is_read_as_such(name):
    entry = only(name)
    assert (entry.starts_at.isoformat(), entry.ends_at.isoformat()) == (
        "2027-05-10T10:00:00+02:00",
        "2027-05-10T11:30:00+02:00",
    )


@pytest.mark.parametrize("name", ["outlook-all-day.ics", "same-day-end.ics", "school-portal-no-uid.ics"])
def test_a_whole_day_is_one_day(name):
    entry = only(name)
    assert entry.all_day
    assert (entry.first_day, entry.last_day, entry.starts_at) == (date(2027, 5, 10), date(2027, 5, 10), None)


def test_letters_are_read_in_every_encoding():
    assert only("latin-1.ics").title == "Gespräch über Brücken"
    assert only("utf-16.ics").title == "Gespräch"
    assert only("fold-in-character.ics").title == "Brücke"
    assert only("vcalendar-1.ics").text == "Grüße"


def test_an_alarm_does_not_give_its_words_to_the_event():
    entry = only("apple-alarm.ics")
    assert (entry.title, entry.text) == ("Infostand", "")


def test_a_series_leaves_out_its_exceptions_and_keeps_its_hour():
    days = [entry.starts_at.isoformat() for entry in read("google-recurring.ics").entries]
    assert days == ["2027-05-10T10:00:00+02:00", "2027-05-24T10:00:00+02:00", "2027-05-31T10:00:00+02:00"]


def test_the_moved_day_of_a_series_bears_the_key_of_the_planned_one():
    entries = read("nextcloud-override.ics").entries
    moved = [entry for entry in entries if entry.recurrence == "20270511T080000Z"]
    assert [(entry.starts_at.hour, entry.sequence) for entry in moved] == [(10, 0), (14, 1)]


def test_a_cancelled_file_cancels():
    assert only("exchange-cancel.ics").state == "cancelled"
