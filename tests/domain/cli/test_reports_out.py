"""Reports from the command line: frozen ones by id, answers as of now, and what is refused in one line."""

import json

import pytest

from tests.domain.cli.test_lists import examples
from tests.domain.documents import tagged


@pytest.fixture
def snapshot(filled):
    """The id of the frozen answer."""
    (row,) = filled("list", "reports", "--json").json
    return row["id"]


def test_a_frozen_answer_is_exported_and_printed_with_the_same_sums(filled, snapshot, tmp_path):
    table, paper = tmp_path / "a.json", tmp_path / "a.pdf"
    assert filled("export", "parliament", table, "--snapshot", snapshot).code == 0
    assert filled("print", "parliament_answer", paper, "--snapshot", snapshot).code == 0
    told = json.loads(table.read_text("utf-8"))
    assert told["title"] == "Drs. 9/1234"
    text = tagged.text(paper.read_bytes())
    assert told["code"] in text
    sums = told["sums"]["all"]
    assert sums["events"] == 1
    assert f"Alle Veranstaltungen {sums['events']} {sums['participants']}" in text


def test_an_answer_as_of_now_takes_period_kinds_and_districts(filled, tmp_path):
    out = tmp_path / "a.json"
    days = ("--from", "2027-01-01", "--to", "2027-04-28")
    assert filled("export", "parliament", out, *days, "--kind", "citizen_dialogue", "--kreis", "15082").code == 0
    assert [row["title"] for row in json.loads(out.read_text("utf-8"))["others"]] == ["Winter"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("parliament",), "--snapshot"),
        (("parliament", "--from", "2027-01-01", "--to", "2027-04-28", "--topic", "Kegeln"), "Kegeln"),
        (("parliament", "--snapshot", "x"), "x"),
        (("annual_report",), "--year"),
        (("annual_report", "--year", "1900"), "1991"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_one_line(filled, tmp_path, arguments, words):
    what, *options = arguments
    answer = filled("export", what, tmp_path / "a.json", *options)
    assert answer.code in {1, 2}
    assert words in answer.err
    assert answer.err.count("\n") == 1


def test_an_annual_report_is_exported_and_printed(filled, tmp_path):
    table, paper = tmp_path / "a.csv", tmp_path / "a.pdf"
    assert filled("export", "annual_report", table, "--year", "2027").code == 0
    assert filled("print", "annual_report", paper, "--year", "2027").code == 0
    assert "Durchgeführte Veranstaltungen;2;0" in table.read_text("utf-8-sig")
    assert tagged.faults(paper.read_bytes()) == []


@pytest.mark.parametrize("what", ["parliament", "annual_report"])
def test_reports_are_written_down_as_they_are(filled, tmp_path, snapshot, what):
    out = tmp_path / "a.json"
    filled("export", what, out, *(("--snapshot", snapshot) if what == "parliament" else ("--year", "2027")))
    written, told = examples(f"export {what}"), json.loads(out.read_text("utf-8"))
    if what == "annual_report":
        written, told = written[0], told[0]
    assert written.keys() == told.keys()
