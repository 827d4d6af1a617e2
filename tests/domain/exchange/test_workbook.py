"""Reading workbooks: what people save, and what nobody should be able to do with one."""

from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook

from domain.errors import FileProblemError, UsageError
from domain.exchange.workbook import MAX_ROWS, read_workbook
from tests.domain.exchange import books
from tests.domain.exchange.books import book, saved


def rows(content, **options):
    return [record.cells for record in read_workbook(content, "Liste.xlsx", **options).records()]


def test_cells_come_as_a_person_would_have_typed_them():
    moment = datetime.fromisoformat("2027-03-11T09:30")  # workbooks know no time zone
    values = ["Name", date(2027, 3, 11), moment, time(7, 30), timedelta(hours=1, minutes=30)]
    content = book(["a", "b", "c", "d", "e", "f", "g", "h"], [*values, 6366, 9.5, True])
    assert rows(content) == [("Name", "2027-03-11", "2027-03-11 09:30", "07:30", "1:30", "6366", "9,5", "ja")]


def test_a_title_and_empty_rows_above_the_header_are_passed_over():
    made = Workbook()
    sheet = made.active
    sheet["A1"] = "Schulen im Kreis"
    sheet.merge_cells("A1:C1")
    for column, heading in enumerate(("Name", "PLZ", "Ort"), start=1):
        sheet.cell(4, column, heading)
    sheet["A6"] = "Schule A"
    table = read_workbook(saved(made), "Liste.xlsx")
    assert (table.header, table.header_line) == (("Name", "PLZ", "Ort"), 4)
    assert [(record.line, record.cells) for record in table.records()] == [(6, ("Schule A", "", ""))]


def test_a_table_of_one_column_begins_in_its_first_row():
    assert read_workbook(book(["Name"], ["A"], ["B"]), "x").header == ("Name",)


def test_the_first_sheet_that_can_be_seen_is_read_unless_one_is_named():
    made = Workbook()
    made.active.title = "Versteckt"
    made.active.sheet_state = "hidden"
    made.active.append(["falsch"])
    for name in ("Erste", "Zweite"):
        made.create_sheet(name).append([f"Kopf {name}"])
    content = saved(made)
    assert read_workbook(content, "x").sheet == "Erste"
    assert read_workbook(content, "x").sheets == ("Versteckt", "Erste", "Zweite")
    assert read_workbook(content, "x", "Zweite").header == ("Kopf Zweite",)
    with pytest.raises(UsageError, match="Dritte"):
        read_workbook(content, "x", "Dritte")


def test_a_formula_is_its_last_value_and_never_run():
    with_value = books.changed(
        book(["Name", "Zahl"], ["A", "=1+1"]),
        books.SHEET,
        lambda xml: xml.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>"),
    )
    assert rows(with_value) == [("A", "2")]
    assert rows(book(["Name"], ["=cmd|'/c calc'!A0"])) == []


def test_a_value_that_went_wrong_is_left_out():
    assert rows(book(["Name", "Ort"], ["A", "#N/A"])) == [("A", "")]


def test_a_false_dimension_costs_nothing():
    assert rows(books.HUGE_DIMENSION) == [("Schule A", "06366")]


def test_a_row_beyond_the_last_one_is_not_waited_for():
    assert rows(books.FAR_ROW) == []


def test_a_column_without_a_heading_is_there_and_far_ones_are_not():
    content = book(["Name", "Ort"], ["A", "B", "C"], *(["D"] for _ in range(30)), ["E", "F", "", "", "fern"])
    table = read_workbook(content, "x")
    assert table.header == ("Name", "Ort", "")
    assert [record.cells for record in table.records()][::31] == [("A", "B", "C"), ("E", "F", "")]


def test_an_endless_cell_is_a_problem_of_its_row():
    long = books.changed(
        book(["Name"], ["A"]), books.SHEET, lambda xml: xml.replace(b">A<", b">" + b"x" * 200_000 + b"<")
    )
    (record,) = read_workbook(long, "x").records()
    assert "131,072" in str(record.problem)


HOSTILE = {
    "empty sheet": (book(), "empty"),
    "not a zip": (b"PK\x03\x04" + b"rubbish" * 100, "damaged"),
    "cut off": (books.PLAIN[: len(books.PLAIN) // 2], "damaged"),
    "bomb": (books.BOMB, "200 MB"),
    "entities": (books.ENTITIES, "declarations"),
    "outside entity": (books.OUTSIDE, "declarations"),
    "password": (books.LOCKED, "password"),
    "old form": (books.OLD, "XLS"),
    "open document": (books.ODS, "ODS"),
    "any zip": (books.zipped(readme=b"x"), "ZIP"),
    "word": (books.zipped(**{"[Content_Types].xml": b"wordprocessingml"}), "DOCX"),
    "broken sheet": (books.changed(books.PLAIN, books.SHEET, lambda xml: xml[: len(xml) // 2]), "damaged"),
    "no sheet": (books.changed(books.PLAIN, "xl/workbook.xml", lambda _xml: b"<workbook/>"), ""),
    "10,000 columns": (book([f"c{number}" for number in range(10_000)]), "columns"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_workbook_is_refused_with_one_clear_line(name):
    content, word = HOSTILE[name]
    with pytest.raises(FileProblemError) as refusal:
        list(read_workbook(content, "Liste.xlsx").records())
    line = str(refusal.value)
    assert word in line
    assert "Liste.xlsx" in line
    assert len(line.splitlines()) == 1


def test_more_rows_than_fit_are_refused(monkeypatch):
    monkeypatch.setattr("domain.exchange.workbook.MAX_ROWS", 3)
    assert MAX_ROWS == 200_000
    with pytest.raises(FileProblemError, match="3 rows"):
        rows(book(["Name"], *(["x"] for _ in range(4))))


def test_a_workbook_too_large_on_the_disk_is_not_opened(tmp_path):
    path = tmp_path / "groß.xlsx"
    with path.open("wb") as out:
        out.write(books.PLAIN)
        out.truncate(21_000_000)
    with pytest.raises(FileProblemError, match="20 MB"):
        read_workbook(path, path.name)
