"""Tables in three formats, read back."""

import csv
import json
import zipfile
from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO, StringIO

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from domain.errors import FileProblemError
from domain.exchange import table_xlsx
from domain.exchange.sheets import Column, Sheet, TableFormat, write_table
from domain.exchange.tabular import read_table
from domain.exchange.textformat import plain
from domain.i18n import language
from domain.terms import BERLIN, EventKind

MADE = datetime(2027, 3, 1, 8, tzinfo=UTC)
FORMULAS = (
    "=1+1",
    "+49 391 567",
    "-2",
    "@SUM(A1)",
    '=HYPERLINK("http://x")',
    "=cmd|' /C calc'!A0",
    "\t=1",
    "\r=1",
    "\n=1",
)
NOON = datetime.fromisoformat("2027-05-13T12:00")  # without zone, as openpyxl gives it
COLUMNS = tuple(Column(f"c{place}", f"Heading {place}", lambda row, place=place: row[place], 12) for place in range(3))


def sheet(columns=COLUMNS, code="de", title="Termine"):
    return Sheet(title, columns, language(code), MADE)


def written(form, rows, **options):
    out = BytesIO()
    assert write_table(out, TableFormat(form), sheet(**options), iter(rows)) == len(rows)
    return out.getvalue()


def xlsx(rows, **options):
    book = load_workbook(BytesIO(written("xlsx", rows, **options)))
    return book.active


def values(rows, **options):
    return [list(row) for row in xlsx(rows, **options).iter_rows(min_row=2, values_only=True)]


def csv_rows(rows, **options):
    text = written("csv", rows, **options).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))[1:]


def json_rows(rows):
    return [list(row.values()) for row in json.loads(written("json", rows))]


def test_sheet_holds_texts_numbers_and_dates_as_such():
    moment = datetime(2027, 7, 1, 7, 30, tzinfo=UTC)
    assert values([("Köthen", 12, date(2027, 5, 13)), (None, 2.5, moment)]) == [
        ["Köthen", 12, NOON - timedelta(hours=12)],
        [None, 2.5, NOON.replace(month=7, day=1, hour=9, minute=30)],
    ]


def test_dates_are_shown_as_people_here_write_them():
    row = (date(2027, 5, 13), MADE, "")
    german, english = (next(xlsx([row], code=code).iter_rows(min_row=2)) for code in ("de", "en"))
    assert [cell.number_format for cell in german[:2]] == ["dd.mm.yyyy", "dd.mm.yyyy hh:mm"]
    assert [cell.number_format for cell in english[:2]] == ["dd/mm/yyyy", "dd/mm/yyyy hh:mm"]


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_stay_text_in_a_sheet(text):
    octets = written("xlsx", [(text, text, text)])
    cells = next(iter(load_workbook(BytesIO(octets)).active.iter_rows(min_row=2)))
    assert [cell.value for cell in cells] == [plain(text)] * 3
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}


def test_no_sheet_holds_a_formula_link_or_guessed_number():
    octets = written("xlsx", [("=1+1", "12", "https://example.org"), ("mailto:a@b.de", "{=1}", "1e5")])
    with zipfile.ZipFile(BytesIO(octets)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert sheets
    for text in sheets:
        assert b"<f" not in text
        assert b"<hyperlink" not in text
        assert b"<v>" not in text


@settings(max_examples=25)
@given(st.lists(st.tuples(st.just("row"), st.text(max_size=30), st.text(max_size=30)), min_size=1, max_size=4))
def test_random_texts_come_back_from_a_sheet(rows):
    assume(not any("_x" in text for row in rows for text in row))  # openpyxl does not decode _x005F_ and the like
    assert values(rows) == [[plain(text) or None for text in row] for row in rows]


def test_sheet_is_ready_to_read_and_print():
    page = xlsx([("a", 1, 2)], title="Termine & mehr: [2027]/Plan")
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:C2"
    assert page.title == "Termine & mehr 2027 Plan"
    assert page.column_dimensions["A"].width == pytest.approx(12, abs=1)
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.print_title_rows == "$1:$1"
    assert "&&" in page.oddFooter.left.text


@pytest.mark.parametrize("title", ["", "x" * 80, "'[]:*?/\\'", "a\nb\x00c"])
def test_any_title_makes_a_sheet(title):
    assert 1 <= len(xlsx([], title=title).title) <= 31


def test_text_too_long_for_a_cell_is_cut_visibly():
    ((text, _, _),) = values([("x" * 40_000, "", "")])
    assert len(text) == 32_767
    assert text.endswith("x…")


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch):
    monkeypatch.setattr(table_xlsx, "MOST_ROWS", 3)
    assert len(values([("a", 1, 2)] * 3)) == 3
    with pytest.raises(FileProblemError, match="3 rows"):
        written("xlsx", [("a", 1, 2)] * 4)


def test_equal_rows_give_equal_bytes():
    rows = [("a", 1.5, MADE), ("=b", None, True)]
    for form in TableFormat:
        assert written(form, rows) == written(form, rows)


def test_csv_is_the_one_german_excel_reads():
    octets = written("csv", [('Köthen; "Süd"', 2.5, date(2027, 5, 13)), (MADE, 1234, None)])
    assert octets.startswith(b"\xef\xbb\xbf")
    assert octets.decode("utf-8-sig").split("\r\n") == [
        "Heading 0;Heading 1;Heading 2",
        '"Köthen; ""Süd""";2,5;13.05.2027',
        "01.03.2027 09:00;1234;",
        "",
    ]


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_are_guarded_in_csv_but_numbers_are_not(text):
    ((first, second, third),) = csv_rows([(text, -5, -2.5)])
    assert first == f"'{plain(text)}"
    assert (second, third) == ("-5", "-2,5")


def test_our_csv_can_be_imported_again():
    table = read_table(written("csv", [("A", "Burg", "=1"), ("B;C", "Halle\n(Saale)", '"')]))
    assert [record.cells for record in table.records()] == [("A", "Burg", "'=1"), ("B;C", "Halle\n(Saale)", '"')]


def test_json_holds_values_as_programs_want_them():
    moment = datetime(2027, 7, 1, 9, tzinfo=timezone(timedelta(hours=5)))
    assert json_rows(
        [("Köthen", None, True), (moment, date(2027, 5, 13), EventKind.lecture), (("a", "b"), 2.5, 1)]
    ) == [
        ["Köthen", None, True],
        ["2027-07-01T06:00:00+02:00", "2027-05-13", "lecture"],
        [["a", "b"], 2.5, 1],
    ]


def test_json_without_rows_is_an_empty_list():
    assert json.loads(written("json", [])) == []


def test_people_read_labels_and_programs_code_names():
    row = (EventKind.lecture, True, ("Burg", "Halle"))
    assert values([row]) == csv_rows([row]) == [["Vortrag", "ja", "Burg, Halle"]]
    assert values([row], code="en") == [["Lecture", "yes", "Burg, Halle"]]
    assert json_rows([row]) == [["lecture", True, ["Burg", "Halle"]]]


def test_columns_for_programs_appear_in_json_only():
    columns = (*COLUMNS[:1], Column("id", "Key", lambda row: row[1], for_programs=True))
    assert json.loads(written("json", [("a", "1")], columns=columns)) == [{"c0": "a", "id": "1"}]
    assert csv_rows([("a", "1")], columns=columns) == values([("a", "1")], columns=columns) == [["a"]]


def test_moments_before_excels_calendar_are_text():
    assert values([(date(1815, 6, 9), datetime(1700, 1, 1, tzinfo=BERLIN), "")])[0][0] == "1815-06-09"
