"""Concerns from the command line: list, tables, result sheet."""

import json
from zipfile import ZipFile

import pytest


def test_a_concern_is_listed_with_its_due_day(filled):
    (row,) = filled("list", "concerns", "--json").json
    assert (row["number"], row["kreis_ags"], row["state"]) == ("A-2027-0001", "15082", "open")
    assert (row["due"], row["raised_on"], row["answered_on"]) == ("2027-05-27", "2027-04-15", None)


def test_the_table_is_the_public_form_unless_internal_is_asked_for(filled, tmp_path):
    out = tmp_path / "a.json"
    assert filled("export", "concerns", out).code == 0
    (row,) = json.loads(out.read_text("utf-8"))
    assert set(row) == {"number", "category", "place_category", "text", "state", "answer"}
    assert "ist dunkel" not in out.read_text("utf-8")
    assert filled("export", "concerns", out, "--audience", "internal", "--kreis", "15082").code == 0
    (row,) = json.loads(out.read_text("utf-8"))
    assert (row["wording"], row["event"], row["due"]) == ("Unterführung ist dunkel", "Gehalten", "2027-05-27")
    assert filled("export", "concerns", out, "--audience", "internal", "--kreis", "15002").code == 0
    assert json.loads(out.read_text("utf-8")) == []


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_tables_for_people_are_written_too(filled, tmp_path, ending):
    out = tmp_path / f"a.{ending}"
    assert filled("export", "concerns", out, "--audience", "internal").code == 0
    text = ZipFile(out).read("xl/worksheets/sheet1.xml").decode() if ending == "xlsx" else out.read_text("utf-8-sig")
    assert "Unterführung ist dunkel" in text


def test_the_figures_are_lines_for_all_district_category_and_both(filled, tmp_path):
    out = tmp_path / "a.json"
    assert filled("export", "concern_statistics", out).code == 0
    rows = json.loads(out.read_text("utf-8"))
    assert [(row["kreis_ags"], row["category"], row["total"], row["waiting"]) for row in rows] == [
        (None, None, 1, 1),
        ("15082", None, 1, 1),
        (None, "other", 1, 1),
        ("15082", "other", 1, 1),
    ]


def test_a_wrong_ending_is_refused_in_one_line(filled, tmp_path):
    answer = filled("export", "concerns", tmp_path / "a.pdf")
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)


@pytest.mark.parametrize("choice", [("--kreis", "15082"), ("--event", "2027-0003")])
def test_the_result_sheet_is_printed(filled, tmp_path, choice):
    entries = {entry["name"]: entry for entry in filled("list", "documents", "--json").json}
    assert entries["result_sheet"]["needs"] == "kreis"
    assert entries["result_sheet"]["example"] == ["--kreis", "15082"]
    numbers = {row["title"]: row["number"] for row in filled("list", "events", "--json").json}
    wanted = choice if choice[0] == "--kreis" else ("--event", numbers["Gehalten"])
    out = tmp_path / "a.pdf"
    assert filled("print", "result_sheet", out, *wanted).code == 0
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("choice", [(), ("--kreis", "15002"), ("--kreis", "99999")])
def test_a_sheet_about_nothing_is_refused_in_one_line(filled, tmp_path, choice):
    answer = filled("print", "result_sheet", tmp_path / "a.pdf", *choice)
    assert answer.code in {1, 2}
    assert len(answer.err.splitlines()) == 1
