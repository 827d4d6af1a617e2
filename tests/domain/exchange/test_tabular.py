"""Reading tables of text, friendly and hostile ones."""

import csv
import io
import os
import tracemalloc
from contextlib import suppress
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import FileProblemError
from domain.exchange.recognition import DELIMITERS
from domain.exchange.tabular import MAX_COLUMNS, RECORD_LIMIT, read_table
from tests.domain.exchange.samples import REQUESTS_OF_EXCEL

TEXT = "Name;Ort\r\nGrundschule Süd;Köthen\r\n"


def rows(source):
    return [record.cells for record in read_table(source).records()]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("cp1252"), "cp1252"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_encoding_is_recognised(data, encoding):
    table = read_table(data)
    assert table.encoding == encoding
    assert table.header == ("Name", "Ort")
    assert [record.cells for record in table.records()] == [("Grundschule Süd", "Köthen")]


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_delimiter_is_recognised(delimiter):
    data = "Name;Ort;Länge\nA, B;Halle (Saale);9,5\nC;Burg | Nord;3,0\n".replace(";", "\x00")
    data = data.replace(delimiter, "").replace("\x00", delimiter)
    assert read_table(data.encode()).delimiter == delimiter


def test_delimiter_named_by_the_spreadsheet_is_believed():
    table = read_table(b"sep=|\r\nname|town\r\nA;B|C\r\n")
    assert table.delimiter == "|"
    assert [(record.line, record.cells) for record in table.records()] == [(3, ("A;B", "C"))]


def test_table_of_one_column_keeps_its_commas_whole():
    assert rows(b"name\nVerein A, Halle\nVerein B\n") == [("Verein A, Halle",), ("Verein B",)]


def test_line_numbers_are_those_of_an_editor():
    data = b'\nname,town\n\n"two\r\nlines",Burg\r\nlast,Halle\n'
    assert [(record.line, record.cells[0]) for record in read_table(data).records()] == [
        (4, "two\r\nlines"),
        (6, "last"),
    ]


def test_carriage_returns_alone_end_lines_too():
    assert rows(b"name;town\rA;Burg\rB;Halle\r") == [("A", "Burg"), ("B", "Halle")]


def test_short_rows_are_filled_and_empty_rows_left_out():
    assert rows(b"name;town;phone\nA;Burg\n;;\nB;;;;\n") == [("A", "Burg", ""), ("B", "", "")]


def test_row_with_more_cells_than_columns_is_a_problem_of_that_row():
    first, second = read_table(b"name;town\nA;Burg;surplus\nB;Halle\n").records()
    assert first.problem is not None
    assert "3" in str(first.problem)
    assert second.problem is None


def test_row_with_zero_bytes_is_a_problem_of_that_row():
    data = b"name;town\nA;Burg\nB\x00B;Halle\nC;Calbe\n"
    assert [(record.line, record.problem is None) for record in read_table(data).records()] == [
        (2, True),
        (3, False),
        (4, True),
    ]


def test_text_behind_a_closing_quotation_mark_is_a_problem_of_that_row():
    broken, fine = read_table(b'name;town\n"A" x;Burg\nB;Halle\n').records()
    assert (broken.line, fine.cells) == (2, ("B", "Halle"))
    assert "2" in str(broken.problem)


def test_quotation_mark_inside_an_unquoted_cell_is_text():
    assert rows(b'name;town\n5" Rohr;Burg\n') == [('5" Rohr', "Burg")]


def test_cell_without_end_is_a_problem_of_that_row():
    broken, fine = read_table(b"name;town\n" + b"x" * 200_000 + b";Burg\nB;Halle\n").records()
    assert "131,072" in str(broken.problem)
    assert fine.cells == ("B", "Halle")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \r\n \r\n",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"PK\x03\x04\x14\x00\x06\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00",
        b"<!DOCTYPE html><html><body>Bitte anmelden</body></html>",
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
        b"na\x00me;town\nA;Burg\n",
        bytes(range(32)) * 100,
        os.urandom(64) + b"\x00\x01\x02" * 3000,
        b"\xff\xfeN\x00a\x00\x00\xd8x\x00",
        b"name;town\n\x81\x8d;Burg\n",
        "name;town\nKöthen;x\n".encode() + "Gräfenhainichen;y\n".encode("cp1252"),
        b";".join([b"c%d" % number for number in range(5000)]) + b"\n",
        b'name;town\n"never closed;Burg\n' + b"A;Burg\n" * 20,
        b'name;town\n"never closed;Burg\n' + b"A;Burg\n" * 200_000,
        b'"never closed;town\n' + b"A;Burg\n" * 200_000,
    ],
)
def test_what_is_no_table_is_refused_with_one_clear_line(data):
    with pytest.raises(FileProblemError) as refusal:
        list(read_table(data, "Liste.csv").records())
    line = str(refusal.value)
    assert "Liste.csv" in line
    assert len(line.splitlines()) == 1
    assert len(line) < 200


def test_refusal_of_an_open_quotation_mark_names_the_line_it_is_in():
    with pytest.raises(FileProblemError, match="line 3"):
        list(read_table(b'name;town\nA;Burg\n"B;Halle\nC;Calbe\n').records())


def test_fifty_megabytes_in_one_line_are_refused_without_reading_them_into_memory(tmp_path):
    path = tmp_path / "eine Zeile.csv"
    with path.open("wb") as out:
        for _ in range(50):
            out.write(b"name;town;" * 104_858)
    tracemalloc.start()
    try:
        with pytest.raises(FileProblemError, match="Line 1"):
            read_table(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 20_000_000


def test_endless_line_behind_good_ones_is_refused_by_its_number():
    data = b"name;town\nA;Burg\n" + b"x;" * RECORD_LIMIT + b"\n"
    with pytest.raises(FileProblemError, match="Line 3"):
        list(read_table(data).records())


def test_five_hundred_columns_are_fine():
    header = ";".join(f"c{number}" for number in range(MAX_COLUMNS))
    assert len(read_table(header.encode()).header) == MAX_COLUMNS


def test_missing_file_folder_and_pipe_are_refused(tmp_path):
    with pytest.raises(FileProblemError, match="no file"):
        read_table(tmp_path / "fehlt.csv")
    with pytest.raises(FileProblemError, match="folder"):
        read_table(tmp_path)
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    with pytest.raises(FileProblemError, match="regular"):
        read_table(pipe)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_is_refused(tmp_path):
    path = tmp_path / "geheim.csv"
    path.write_bytes(b"name\nA\n")
    path.chmod(0)
    with pytest.raises(FileProblemError, match="permission"):
        read_table(path)


def test_records_are_streamed(tmp_path):
    path = tmp_path / "groß.csv"
    with path.open("wb") as out:
        out.write(b"name;town\n")
        for number in range(100_000):
            out.write(b"Grundschule %d;Halle (Saale)\n" % number)
    table = read_table(path)
    tracemalloc.start()
    try:
        count = sum(1 for _ in table.records())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 100_000
    assert peak < 2_000_000


def test_records_can_be_read_twice_and_left_early():
    table = read_table(REQUESTS_OF_EXCEL.encode("cp1252"))
    assert next(islice(table.records(), 1)).line == 2
    assert len(list(table.records())) == 2


cell = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=12)


@given(
    st.lists(st.tuples(cell, cell, cell), min_size=1, max_size=8),
    st.sampled_from(DELIMITERS),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_a_spreadsheet_writes_is_read_back(cells, delimiter, encoding):
    text = io.StringIO(newline="")
    text.write(f"sep={delimiter}\r\n")
    csv.writer(text, delimiter=delimiter).writerows([("Name", "Straße", "Ort"), *cells])
    table = read_table(text.getvalue().encode(encoding))
    assert [record.cells for record in table.records()] == [row for row in cells if any(c.strip() for c in row)]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    with suppress(FileProblemError):
        for record in read_table(data).records():
            assert record.problem is None or str(record.problem)
