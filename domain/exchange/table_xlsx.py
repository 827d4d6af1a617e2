"""Tables as XLSX, written row by row with the type of every cell stated, never guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, BinaryIO, TypeAlias

from domain.errors import FileProblemError
from domain.exchange.columns import CellValue, Column, R, Sheet
from domain.exchange.table_text import berlin, shown
from domain.exchange.textformat import plain
from domain.i18n import N_, Language

MOST_ROWS = 1_048_575
"""Rows of a sheet below its heading (Excel's limit of 1,048,576 rows)."""

_LONGEST_TEXT = 32_767
_LONGEST_NAME = 31
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_FIRST_YEAR = 1901
_FORMULA_STARTS = ("=", "+", "-", "@")
_A4 = 9
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}

# XlsxWriter ships no type hints: its sheets and formats are Any.
_Xlsx: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class BookPage:
    """One sheet of a workbook and its rows."""

    sheet: Sheet[Any]
    rows: Iterable[Any]


def write_xlsx(out: BinaryIO, sheet: Sheet[R], rows: Iterable[R]) -> int:
    """One sheet with a frozen heading, filter, column widths and set up for print; returns the number of rows.

    Raises:
        FileProblemError: there are more than `MOST_ROWS` rows.
    """
    return write_book(out, sheet.title, [BookPage(sheet, rows)])


def write_book(out: BinaryIO, title: str, pages: Sequence[BookPage]) -> int:
    """A workbook of several such sheets, one after the other; returns the number of rows in all of them.

    Raises:
        FileProblemError: a sheet would have more than `MOST_ROWS` rows.
    """
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it ships no type hints

    with Workbook(out, _OPTIONS) as book:
        made_at = pages[0].sheet.made_at.astimezone(UTC).replace(tzinfo=None)
        book.set_properties({"title": title, "created": made_at})
        return sum(_write_page(book, page.sheet, page.rows) for page in pages)


def _write_page(book: _Xlsx, whole: Sheet[R], rows: Iterable[R]) -> int:
    sheet = replace(whole, columns=tuple(column for column in whole.columns if not column.for_programs))
    page = book.add_worksheet(_sheet_name(sheet.title))
    _lay_out(page, sheet)
    _write_heading(book, page, sheet)
    writer = _CellWriter(book, page, sheet.language)
    line = 0
    for line, row in enumerate(rows, start=1):
        if line > MOST_ROWS:
            raise FileProblemError(N_("A sheet holds at most {limit} rows; please export fewer."), limit=MOST_ROWS)
        writer.row(line, sheet.columns, row)
    page.autofilter(0, 0, line, len(sheet.columns) - 1)
    return line


class _CellWriter:
    """Writes values with the right cell type and format."""

    def __init__(self, book: _Xlsx, page: _Xlsx, language: Language) -> None:
        date_format = "dd.mm.yyyy" if language.code == "de" else "dd/mm/yyyy"
        self._page = page
        self._language = language
        self._text = book.add_format({"valign": "top", "text_wrap": True})
        # keeps a text a text even after somebody has edited the cell
        self._guarded = book.add_format({"valign": "top", "text_wrap": True, "quote_prefix": True})
        self._number = book.add_format({"valign": "top"})
        self._day = book.add_format({"valign": "top", "align": "left", "num_format": date_format})
        self._moment = book.add_format({"valign": "top", "align": "left", "num_format": f"{date_format} hh:mm"})

    def row(self, line: int, columns: tuple[Column[R], ...], row: R) -> None:
        """Write one row at `line` (0 = the heading)."""
        for place, column in enumerate(columns):
            self._cell(line, place, column.value(row))

    def _cell(self, line: int, place: int, value: CellValue) -> None:
        if type(value) is str:  # the most frequent by far
            self._write_text(line, place, value)
        elif isinstance(value, date) and value.year >= _FIRST_YEAR:
            moment = isinstance(value, datetime)
            written = berlin(value) if isinstance(value, datetime) else value
            self._page.write_datetime(line, place, written, self._moment if moment else self._day)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            self._page.write_number(line, place, value, self._number)
        else:
            self._write_text(line, place, shown(value, self._language))

    def _write_text(self, line: int, place: int, text: str) -> None:
        whole = text if text.isprintable() else plain(text)
        if len(whole) > _LONGEST_TEXT:
            whole = f"{whole[: _LONGEST_TEXT - 1]}…"  # longer text would be dropped altogether
        if whole:
            form = self._guarded if whole.startswith(_FORMULA_STARTS) else self._text
            self._page.write_string(line, place, whole, form)


def _write_heading(book: _Xlsx, page: _Xlsx, sheet: Sheet[R]) -> None:
    form = book.add_format({"bold": True, "bottom": 1, "bg_color": "#e0edf2", "valign": "top", "text_wrap": True})
    for place, column in enumerate(sheet.columns):
        page.write_string(0, place, sheet.language.gettext(column.msgid), form)


def _lay_out(page: _Xlsx, sheet: Sheet[R]) -> None:
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    pages = sheet.language.gettext(N_("Page {page} of {pages}")).format(page="&P", pages="&N")
    title = plain(sheet.title).replace("&", "&&")[:150]
    page.set_footer(f"&L{title}&R{pages}")


def _sheet_name(title: str) -> str:
    name = " ".join(plain(title).translate(_NOT_IN_A_NAME).split())
    return name[:_LONGEST_NAME].strip() or "Landauf"
