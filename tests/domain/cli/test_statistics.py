"""Statistics and the workbook of everything on the command line."""

import json

import pytest
from openpyxl import load_workbook


def lines(filled, tmp_path, *options):
    """The statistics with these options."""
    out = tmp_path / "s.json"
    assert filled("export", "statistics", out, *options).code == 0
    return json.loads(out.read_text(encoding="utf-8"))


def test_statistics_count_by_local_start_and_hold_every_part(filled, tmp_path):
    found = lines(filled, tmp_path, "--from", "2027-01-01", "--to", "2027-06-30")
    parts = {line["part"] for line in found}
    assert {"whole", "before", "year_ago", "month", "kind", "kreis", "kreis_kind", "request"} <= parts
    whole = found[0]
    assert (whole["part"], whole["held"], whole["from"], whole["to"]) == ("whole", 2, "2027-01-01", "2027-06-30")
    assert [line["held"] for line in found if line["part"] == "month"] == [1, 0, 0, 1, 0, 0]


def test_kind_and_kreis_narrow_and_the_audience_changes_nothing(filled, tmp_path):
    whole = lines(filled, tmp_path)
    assert lines(filled, tmp_path, "--audience", "internal") == whole
    assert lines(filled, tmp_path, "--kind", "information_event")[0]["held"] == 1
    assert lines(filled, tmp_path, "--kreis", "15001")[0]["held"] == 0


def test_workbook_of_everything_lists_what_its_audience_may_see(filled, tmp_path):
    out = tmp_path / "all.xlsx"
    counts = {}
    for audience in ("public", "internal"):
        assert filled("export", "everything", out, "--audience", audience).code == 0
        counts[audience] = load_workbook(out)["Termine"].max_row
    assert counts["public"] < counts["internal"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["statistics", "s.ics"], ".xlsx, .csv, .json"),
        (["everything", "s.csv"], ".xlsx"),
        (["statistics", "s.json", "--kreis", "99999"], "99999"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(filled, arguments, words):
    answer = filled("export", *arguments)
    assert answer.code in {1, 2}
    assert words in answer.err
    assert len(answer.err.splitlines()) == 1
