"""Reads sheets of XLSX workbooks record by record, like tables of text."""

import warnings
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from typing import Any, TypeAlias

from domain.errors import FileProblemError, Problem, UsageError
from domain.exchange.sources import Source, whole
from domain.exchange.tabular import MAX_COLUMNS, Record, checked_header, fitted
from domain.exchange.workbook_cells import written
from domain.exchange.workbook_guard import DAMAGED, MAX_PACKED, check_workbook, damaged, refuse_old_form
from domain.i18n import N_

MAX_ROWS = 200_000
"""Rows with anything in them that one sheet may have."""

_LAST_ROW = 1_048_576
_LONGEST_CELL = 131_072
_HEADER_WITHIN = 20

# openpyxl ships no type hints: its workbooks, sheets and values are Any.
_Xlsx: TypeAlias = Any
_Line: TypeAlias = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet of a workbook; every call of `records` reads it anew, row by row.

    `header_line` is the row with the names of the columns; what stands above it is a title and left out.
    """

    content: bytes = field(repr=False)
    name: str
    sheets: tuple[str, ...]
    sheet: str
    header: tuple[str, ...]
    header_line: int

    def records(self) -> Iterator[Record]:
        """The rows behind the header in order; empty rows are left out.

        Raises:
            FileProblemError: the sheet is damaged, or has more than `MAX_ROWS` rows.
        """
        width, count = len(self.header), 0
        with closing(_book(self.content, self.name)) as book:
            for line, cells in _lines(book, self.name, self.sheet, width):
                if line <= self.header_line:
                    continue
                count += 1
                if count > MAX_ROWS:
                    raise FileProblemError(
                        N_("“{file}” has more than {limit} rows; please split it."), file=self.name, limit=MAX_ROWS
                    )
                yield _checked(fitted(Record(line, cells), width))


def read_workbook(source: Source, name: str, sheet: str = "") -> SheetTable:
    """Read the header of a sheet: the one called `sheet`, else the first that can be seen.

    Raises:
        FileProblemError: it is no XLSX workbook, locked, damaged, empty, too large or has too many columns.
        UsageError: there is no sheet of that name.
    """
    content = whole(source, name, MAX_PACKED)
    refuse_old_form(content[:8], content, name)
    check_workbook(content, name)
    with closing(_book(content, name)) as book:
        sheets, first = _sheets(book, name)
        if sheet and sheet not in sheets:
            msgid = N_("“{file}” has no sheet “{sheet}”; there are: {names}.")
            raise UsageError(msgid, file=name, sheet=sheet, names=", ".join(sheets))
        chosen = sheet or first
        first_lines = list(islice(_lines(book, name, chosen, MAX_COLUMNS + 1), _HEADER_WITHIN))
    line, cells = _header_among(first_lines, name)
    width = max(len(found) for _line, found in first_lines)  # columns may have values but no heading
    header = checked_header(Record(line, cells + ("",) * (width - len(cells))), name)
    return SheetTable(content, name, sheets, chosen, header, line)


def _header_among(lines: list[_Line], name: str) -> _Line:
    """The row with the names: the first of the width that the rows below it have, so that a title is passed over."""
    if not lines:
        raise FileProblemError(N_("“{file}” is empty."), file=name)
    needed = 1 if max(_filled(cells) for _line, cells in lines) == 1 else 2
    return next(found for found in lines if _filled(found[1]) >= needed)


def _filled(cells: tuple[str, ...]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _checked(record: Record) -> Record:
    if any(len(cell) > _LONGEST_CELL for cell in record.cells):
        return Record(record.line, (), Problem("", N_("A cell is longer than 131,072 characters.")))
    return record


def _sheets(book: _Xlsx, name: str) -> tuple[tuple[str, ...], str]:
    """The names of all sheets with cells, and the first that can be seen."""
    found = [sheet for sheet in book.worksheets if hasattr(sheet, "reset_dimensions")]
    if not found:
        raise FileProblemError(N_("“{file}” is empty."), file=name)
    first = next((sheet for sheet in found if sheet.sheet_state == "visible"), found[0])
    return tuple(sheet.title for sheet in found), first.title


def _book(content: bytes, name: str) -> _Xlsx:
    warnings.filterwarnings("ignore", category=UserWarning, module=r"openpyxl\.")  # of styles we do not look at
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # it ships no type hints

    try:
        return load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except DAMAGED as trouble:
        raise damaged(name) from trouble


def _lines(book: _Xlsx, name: str, sheet: str, width: int) -> Iterator[_Line]:
    """Every row with anything in its first `width` cells, by its number in the sheet; formulas as their last values.

    What stands further right has no heading: a calculation beside the table, which is left out.
    """
    rows = book[sheet].iter_rows(max_col=width, max_row=_LAST_ROW, values_only=True)
    line, blank = 0, None
    while True:
        try:
            values = next(rows, None)
            # of rows that are not in the file the same empty one is given again and again, up to a million times
            cells = tuple(map(written, values)) if values is not None and values is not blank else ()
        except DAMAGED as trouble:
            raise damaged(name) from trouble
        if values is None:
            return
        line += 1
        if any(cell.strip() for cell in cells):
            yield line, _trimmed(cells)
        else:
            blank = values


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Without the empty cells at the end."""
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]
