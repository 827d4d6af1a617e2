"""Tables for spreadsheet programs and other software, in three file formats."""

from collections.abc import Iterable
from typing import BinaryIO

from domain.exchange.columns import Column, R, Sheet, TableFormat
from domain.exchange.table_text import write_csv, write_json
from domain.exchange.table_xlsx import write_xlsx

__all__ = ["Column", "Sheet", "TableFormat", "write_table"]


def write_table(out: BinaryIO, form: TableFormat, sheet: Sheet[R], rows: Iterable[R]) -> int:
    """Write the rows in their order and return how many they were; memory does not grow with them.

    XLSX and CSV hold no formulas: text stays text, whatever it begins with. CSV is that of German Excel (UTF-8 with
    mark, semicolons, CRLF, decimal comma) in every language. JSON is a list with one object per row, keyed by
    `Column.key`: times in ISO 8601 with the offset of Berlin, days as dates, empty cells null.

    Raises:
        FileProblemError: more rows than a sheet can hold (XLSX).
    """
    if form is TableFormat.json:
        return write_json(out, sheet.columns, rows)
    if form is TableFormat.csv:
        shown = tuple(column for column in sheet.columns if not column.for_programs)
        return write_csv(out, shown, sheet.language, rows)
    return write_xlsx(out, sheet, rows)
