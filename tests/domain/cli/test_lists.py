"""landauf list: complete, one JSON document, the shapes that programs rely on (docs/formats.md)."""

import json
import re
from pathlib import Path

import pytest

from domain.cli import lists
from tests.builders import KOETHEN

SHAPES = {
    "events": {
        *("id", "number", "kind", "state", "title", "starts_at", "ends_at", "ags", "kreis_ags", "audience", "uid"),
        "sequence",
    },
    "partners": {"id", "name", "category", "street", "postcode", "town", "ags", "kreis_ags"},
    "duplicates": {"points", "first_id", "first_name", "second_id", "second_name", "reasons"},
    "requests": {
        *("id", "requester", "kind", "state", "town", "ags", "earliest", "latest", "duration_minutes"),
        "unplanned_reason",
    },
    "tours": {"id", "title", "from", "to", "days", "stops", "state"},
    "coverage": {"kreis_ags", "kind", "half_year", "target", "planned", "held"},
    "conflicts": {"event_id", "grade", "rule", "text", "accepted"},
    "documents": {"name", "title", "needs", "example"},
    "vehicles": {"id", "name", "depot_ags", "equipment"},
    "projects": {
        *("id", "kind", "state", "title", "kreis_ags", "from", "to", "stages", "reached", "next_due"),
    },
    "handouts": {"id", "handout", "language", "title", "version", "valid_until", "state"},
    "publications": {
        *("id", "title", "edition", "language", "stock", "promised", "minimum", "to_order", "state", "valid_until"),
    },
    "concerns": {"id", "number", "kreis_ags", "state", "due"},
    "reports": {"id", "kind", "title", "from", "to", "question", "code", "author", "frozen_at"},
    "outlets": {
        *("id", "name", "kind", "address", "public_address", "audience", "active", "waiting"),
        *("published_at", "trouble"),
    },
    "tally": {"event_id", "target_group_id", "target_group", "hour", "visitors", "taken_over"},
}


@pytest.mark.parametrize("what", lists.KINDS)
def test_every_list_has_its_shape(filled, what):
    answer = filled("list", what, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.json, "the sample should hold something of every kind"
    for record in answer.json:
        assert SHAPES[what] <= record.keys()


@pytest.mark.parametrize("what", lists.KINDS)
def test_every_list_can_be_read_as_lines(filled, what):
    answer = filled("list", what)
    assert len(answer.out.splitlines()) == len(filled("list", what, "--json").json)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", answer.out.replace("\t", ""))


@pytest.mark.parametrize(
    "what",
    [
        *("events", "partners", "requests", "tours", "coverage", "conflicts", "vehicles", "publications", "concerns"),
        *("reports", "projects", "tally"),
    ],
)
def test_an_empty_list_is_an_empty_document(made, what):
    assert made("list", what, "--json").json == []
    assert made("list", what).out == ""


def test_times_carry_the_offset_days_are_dates_and_no_date_is_null(filled):
    found = {row["title"]: (row["starts_at"], row["ends_at"]) for row in filled("list", "events", "--json").json}
    assert found["Dialog"] == ("2027-05-13T18:00:00+02:00", "2027-05-13T20:00:00+02:00")
    assert found["Winter"] == ("2027-01-15T23:30:00+01:00", "2027-01-15T23:45:00+01:00")
    assert found["Woche"] == ("2027-05-13", "2027-05-15")
    assert found["Idee"] == (None, None)
    assert "Vorlage" not in found


def test_partners_are_told_with_gemeinde_and_kreis(filled):
    row, _again = filled("list", "partners", "--json").json
    assert (row["name"], row["ags"], row["kreis_ags"]) == ("Grundschule „Ä&<\t\n>“", KOETHEN, "15082")


def test_requests_are_told_with_dates(filled):
    (row,) = filled("list", "requests", "--json").json
    assert (row["earliest"], row["latest"], row["duration_minutes"], row["state"]) == ("2027-06-01", None, 90, "open")
    assert (row["kind"], row["ags"], row["unplanned_reason"]) == ("mobile_stop", KOETHEN, None)


def test_tours_are_told_with_days_and_stops(filled):
    (row,) = filled("list", "tours", "--json").json
    assert (row["from"], row["to"], row["days"], row["stops"], row["state"]) == (
        *("2027-05-13", "2027-05-14", 2, 1, "draft"),
    )


def test_coverage_counts_held_and_planned_by_half_year(filled):
    rows = [row for row in filled("list", "coverage", "--json").json if row["kind"] == "citizen_dialogue"]
    (row,) = [row for row in rows if row["kreis_ags"] == "15082" and row["half_year"] == "2027-H1"]
    assert (row["planned"], row["held"]) == (1, 1)


def test_conflicts_are_told_in_words(filled):
    rows = filled("list", "conflicts", "--json").json
    booked = [row for row in rows if row["rule"] == "vehicle_booked_twice"]
    assert booked
    assert {row["grade"] for row in booked} == {"error"}
    assert all(row["text"] and "{" not in row["text"] and row["accepted"] is False for row in rows)


def test_a_tally_is_told_by_hour_and_group_with_talks_apart(filled):
    event = next(row for row in filled("list", "events", "--json").json if row["title"] == "Gehalten")
    lines = filled("list", "tally", "--event", event["number"], "--json").json
    assert {line["event_id"] for line in lines} == {event["id"]}
    told = [(line["hour"], line["target_group"], line["visitors"], line["taken_over"]) for line in lines]
    hour = "2027-04-28T14:00:00+02:00"
    assert sorted(told) == [(hour, "", 1, False), (hour, "Jugendliche", 5, False)]


def test_the_tally_of_an_unknown_event_and_an_event_with_another_list_are_refused(filled):
    assert filled("list", "tally", "--event", "2027-9999").code == 1
    wrong = filled("list", "partners", "--event", "2027-0001")
    assert (wrong.code, "landauf list tally" in wrong.err) == (2, True)


def test_documents_say_how_to_print_them(filled, tmp_path):
    for row in filled("list", "documents", "--json").json:
        assert isinstance(row["example"], list)
        if row["needs"] == "tour":
            assert row["example"][0] == "--tour"
        if row["example"]:
            answer = filled("print", row["name"], tmp_path / f"{row['name']}.pdf", *row["example"])
            assert (answer.code, answer.err) == (0, "")
            assert (tmp_path / f"{row['name']}.pdf").read_bytes().startswith(b"%PDF-")


def test_lists_are_complete(made, tmp_path):
    table = tmp_path / "p.csv"
    table.write_text("Name\n" + "".join(f"Verein {number}\n" for number in range(1_234)), encoding="utf-8")
    made("import", "partners", table)
    assert len(made("list", "partners", "--json").json) == 1_234


PAGE = (Path(__file__).resolve().parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")


def examples(title):
    """The JSON example below a heading of docs/formats.md."""
    section = PAGE.split(f"### {title}\n")[1].split("\n### ")[0]
    return json.loads(re.search(r"```json\n(.*?)```", section, re.DOTALL)[1])


@pytest.mark.parametrize("what", lists.KINDS)
def test_lists_are_written_down_as_they_are(filled, what):
    keys = filled("list", what, "--json").json[0].keys()
    assert all(record.keys() == keys for record in examples(f"list {what}"))


@pytest.mark.parametrize("what", ["events", "partners"])
def test_exports_are_written_down_as_they_are(filled, tmp_path, what):
    out = tmp_path / "o.json"
    filled("export", what, out, "--audience", "internal")
    (example,) = examples(f"export {what}")
    assert example.keys() == json.loads(out.read_text(encoding="utf-8"))[0].keys()


def test_reports_are_written_down_as_they_are(filled, tmp_path):
    table = tmp_path / "p.csv"
    table.write_text("Name\nVerein\n", encoding="utf-8")
    assert examples("import").keys() == filled("import", "partners", table, "--json").json.keys()
    assert examples("info").keys() == filled("info", "--json").json.keys()
    assert examples("check").keys() == filled("check", "--json").json.keys()
