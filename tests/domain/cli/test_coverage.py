"""Coverage on the command line: list, table and report from the same rows."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook


def test_table_has_the_rows_of_the_list(filled, tmp_path):
    out = tmp_path / "c.json"
    assert filled("export", "coverage", out).code == 0
    listed = filled("list", "coverage", "--json").json
    names = ("kreis_ags", "kind", "half_year", "target", "planned", "held", "advisory_projects")
    assert [{name: row[name] for name in names} for row in json.loads(out.read_text(encoding="utf-8"))] == listed


def test_spreadsheet_and_csv_hold_the_same_figures(filled, tmp_path):
    for ending in ("xlsx", "csv"):
        assert filled("export", "coverage", tmp_path / f"c.{ending}").code == 0
    sheet = [[str(cell) for cell in row] for row in load_workbook(tmp_path / "c.xlsx").active.values]
    text = (tmp_path / "c.csv").read_text(encoding="utf-8-sig")
    lines = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert [row[:8] for row in sheet] == [row[:8] for row in lines]
    assert lines[0][:8] == ["Kreis", "Art", "Halbjahr", "Ziel", "Gehalten", "Geplant", "Fehlt", "Erreichte Personen"]


def test_period_chooses_whole_half_years_and_kind_and_kreis_narrow(filled, tmp_path):
    def rows(*options):
        out = tmp_path / "c.json"
        assert filled("export", "coverage", out, *options).code == 0
        return json.loads(out.read_text(encoding="utf-8"))

    assert rows("--from", "2027-06-30", "--to", "2027-06-30") == rows("--from", "2027-01-01", "--to", "2027-06-30")
    assert rows("--from", "2028-01-01") == []
    assert {row["kind"] for row in rows("--kind", "mobile_stop")} == {"mobile_stop"}
    assert rows("--kreis", "15001") == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["export", "coverage", "o.ics"], ".xlsx, .csv, .json"),
        (["print", "coverage_report", "o.pdf"], "--year"),
        (["print", "coverage_report", "o.pdf", "--year", "3000"], "2100"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(filled, arguments, words):
    answer = filled(*arguments)
    assert answer.code in {1, 2}
    assert words in answer.err
    assert len(answer.err.splitlines()) == 1


def test_measures_by_cause_and_place_are_written_as_tables(filled, tmp_path):
    for what, column in (("traffic", "Hauptunfallursache"), ("places", "Art des Ortes")):
        for ending in ("xlsx", "csv", "json"):
            assert filled("export", what, tmp_path / f"{what}.{ending}").code == 0
        text = (tmp_path / f"{what}.csv").read_text(encoding="utf-8-sig")
        head = next(csv.reader(io.StringIO(text), delimiter=";"))
        assert head[:5] == ["Kreis", column, "Halbjahr", "Gehalten", "Geplant"]
        assert isinstance(json.loads((tmp_path / f"{what}.json").read_text(encoding="utf-8")), list)


def test_counts_choose_period_and_kreis_and_refuse_other_endings(filled, tmp_path):
    out = tmp_path / "t.json"
    assert filled("export", "traffic", out, "--from", "2031-01-01", "--kreis", "15001").code == 0
    assert json.loads(out.read_text(encoding="utf-8")) == []
    assert ".xlsx, .csv, .json" in filled("export", "places", tmp_path / "t.ics").err
