"""Tables of 100,000 rows and 12 columns: XLSX beside openpyxl and bare XlsxWriter, CSV beside the standard library."""

import csv
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import TextIOWrapper
from typing import BinaryIO

from domain.exchange.columns import CellValue
from domain.exchange.event_table import EventColumn, event_columns
from domain.exchange.sheets import Sheet, TableFormat, write_table
from domain.i18n import language
from domain.terms import Audience
from tests.bench.bench_exchange import MANY, alone, bare_sheet, best, events, growth, making, write_sheet
from tests.bench.table import Row

_WIDE = 12
_FEW_FORMULAS = 200


def columns() -> tuple[EventColumn, ...]:
    """The first twelve columns that people read."""
    return tuple(column for column in event_columns(Audience.public) if not column.for_programs)[:_WIDE]


def _values(count: int) -> Iterator[list[CellValue]]:
    wanted = columns()
    for event in events(count):
        found = (column.value(event) for column in wanted)
        yield [each.replace(tzinfo=None) if isinstance(each, datetime) else each for each in found]


def with_openpyxl(count: int) -> None:
    """The same values by openpyxl in its write-only way."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet("Termine")
    for row in _values(count):
        page.append([str(each) if isinstance(each, tuple) else each for each in row])
    with tempfile.TemporaryFile() as out:
        book.save(out)


def write_csv_of(count: int) -> None:
    """A CSV with `count` events."""
    with tempfile.TemporaryFile() as out:
        sheet = Sheet("Termine", columns(), language("de"), datetime(2027, 1, 1, tzinfo=UTC))
        write_table(out, TableFormat.csv, sheet, events(count))


def bare_csv(count: int) -> None:
    """The same values by the standard library alone, as they are."""
    with tempfile.TemporaryFile() as out, TextIOWrapper(out, encoding="utf-8", newline="") as text:
        writer = csv.writer(text, delimiter=";")
        writer.writerows(_values(count))


def formula_cells() -> int:
    """How many formulas a sheet holds whose every title begins like one."""
    starts = ("=1+1", "+49 391", "-1", "@SUM(A1)", "\t=1", "{=1}")
    sheet = Sheet("=Termine", columns(), language("de"), datetime(2027, 1, 1, tzinfo=UTC))
    hostile = (
        replace(event, title=starts[number % len(starts)], host=starts[number % len(starts)])
        for number, event in enumerate(events(_FEW_FORMULAS))
    )
    with tempfile.TemporaryFile() as out:
        write_table(out, TableFormat.xlsx, sheet, hostile)
        return _formulas(out)


def _formulas(out: BinaryIO) -> int:
    with zipfile.ZipFile(out) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        return sum(parts.read(name).count(b"<f") for name in names)


def measure() -> list[Row]:
    """Time and memory of tables beside their peers."""
    made = making(MANY)
    ours, peer = best(lambda: write_sheet(MANY), 2) - made, best(lambda: with_openpyxl(MANY), 1) - made
    bare = best(lambda: bare_sheet(MANY), 1) - made
    text, plain = best(lambda: write_csv_of(MANY), 2) - made, best(lambda: bare_csv(MANY), 2) - made
    memory, of_peer = (float(str(alone(growth, each))) for each in (write_sheet, with_openpyxl))
    told = f"openpyxl write-only {peer:.1f} s; bare XlsxWriter {bare:.1f} s"
    return [
        Row("XLSX 100,000 × 12", ours, 8, "s CPU", note=told),
        Row("XLSX 100,000 × 12 / openpyxl write-only", ours / peer, 1, "×"),
        Row("XLSX 100,000 × 12: more memory", memory, 30, "MiB", note=f"openpyxl write-only {of_peer:.0f} MiB"),
        Row("XLSX: formula cells in hostile text", formula_cells(), 0, ""),
        Row("CSV 100,000 × 12 / stdlib csv", text / plain, 3, "×", note=f"{text:.1f} s CPU; stdlib {plain:.1f} s"),
    ]
