"""Publications on the command line: list, tables and papers."""

import json

import pytest
from openpyxl import load_workbook

KEYS = (
    *(
        "id",
        "title",
        "edition",
        "language",
        "publisher",
        "topic",
        "stock",
        "promised",
        "minimum",
        "pack_size",
        "to_order",
    ),
    *("state", "runs_out", "valid_until", "replaced_by_id", "storage"),
)


def exported(filled, what, out, *options):
    answer = filled("export", what, out, *options)
    assert answer.code == 0
    return json.loads(out.read_text(encoding="utf-8"))


def test_list_holds_stock_and_what_follows(filled):
    low, fine = filled("list", "publications", "--json").json
    assert tuple(low) == KEYS
    assert (low["title"], low["stock"], low["promised"], low["to_order"], low["state"]) == (
        "=Enkel;trick",
        30,
        0,
        100,
        "low",
    )
    assert (fine["language"], fine["storage"], fine["runs_out"]) == ("pl", "Keller", None)


def test_table_has_the_rows_of_the_list_and_the_reorder_list_those_to_order(filled, tmp_path):
    listed = filled("list", "publications", "--json").json
    rows = exported(filled, "publications", tmp_path / "p.json")
    names = ("id", "title", "stock", "promised", "minimum", "to_order", "state")
    assert [{name: row[name] for name in names} for row in rows] == [
        {name: row[name] for name in names} for row in listed
    ]
    assert [row["title"] for row in exported(filled, "reorder_list", tmp_path / "r.json")] == ["=Enkel;trick"]


def test_storage_and_notes_are_for_the_house_only(filled, tmp_path):
    public = exported(filled, "publications", tmp_path / "p.json")
    internal = exported(filled, "publications", tmp_path / "i.json", "--audience", "internal")
    assert "Keller" not in json.dumps(public)
    assert internal[1]["storage"] == "Keller"


def test_a_title_that_looks_like_a_formula_stays_text(filled, tmp_path):
    for ending in ("xlsx", "csv"):
        assert filled("export", "publications", tmp_path / f"p.{ending}").code == 0
    cell = load_workbook(tmp_path / "p.xlsx").active["A2"]
    assert (cell.data_type, cell.value) == ("s", "=Enkel;trick")
    assert "'=Enkel;trick" in (tmp_path / "p.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("what", ["publications", "reorder_list"])
def test_wrong_ending_is_told_in_one_line(filled, tmp_path, what):
    answer = filled("export", what, tmp_path / "p.ics")
    assert answer.code in {1, 2}
    assert ".xlsx, .csv, .json" in answer.err


def test_reorder_list_prints_without_a_subject(filled, tmp_path):
    out = tmp_path / "r.pdf"
    assert filled("print", "reorder_list", out).code == 0
    assert out.read_bytes().startswith(b"%PDF")
