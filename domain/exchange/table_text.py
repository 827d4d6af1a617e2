"""Tables as text: CSV as German Excel reads and writes it, and JSON."""

import csv
import json
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from io import TextIOWrapper
from typing import BinaryIO

from domain.exchange.columns import CellValue, Column, R
from domain.exchange.textformat import plain
from domain.i18n import N_, Language
from domain.labels import label
from domain.terms import BERLIN

YES, NO = N_("yes"), N_("no")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(out: BinaryIO, columns: tuple[Column[R], ...], language: Language, rows: Iterable[R]) -> int:
    """Semicolons, CRLF, UTF-8 with mark, dd.mm.yyyy HH:MM and decimal comma; returns the number of rows.

    Text that a spreadsheet would take for a formula gets an apostrophe in front (which our import takes off).
    """
    text = TextIOWrapper(out, encoding="utf-8-sig", errors="replace", newline="")
    written = 0
    try:
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow([_harmless(language.gettext(column.msgid)) for column in columns])
        for row in rows:
            writer.writerow([csv_text(column.value(row), language) for column in columns])
            written += 1
    finally:
        text.detach()  # the stream belongs to the caller
    return written


def write_json(out: BinaryIO, columns: tuple[Column[R], ...], rows: Iterable[R]) -> int:
    """A list with one object per row and line, keyed by `Column.key`; returns the number of rows."""
    written = 0
    out.write(b"[")
    for row in rows:
        values = {column.key: json_value(column.value(row)) for column in columns}
        out.write(b",\n" if written else b"\n")
        out.write(json.dumps(values, ensure_ascii=False).encode("utf-8", "replace"))
        written += 1
    out.write(b"\n]\n")
    return written


def shown(value: CellValue, language: Language) -> str:
    """A value as text for people: labels for code names, names joined, yes and no."""
    if isinstance(value, StrEnum):
        return label(value, language)
    if isinstance(value, bool):
        return language.gettext(YES if value else NO)
    if isinstance(value, tuple):
        return ", ".join(map(language.gettext, filter(None, value)))
    return "" if value is None else str(value)


def berlin(moment: datetime) -> datetime:
    """The time on the wall in Berlin, without its zone."""
    return moment.astimezone(BERLIN).replace(tzinfo=None)


def csv_text(value: CellValue, language: Language) -> str:
    """A value as a cell of a CSV file: German days and decimal comma, harmless to spreadsheets."""
    if isinstance(value, datetime):
        return berlin(value).strftime("%d.%m.%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:.10g}".replace(".", ",") if isinstance(value, float) else str(value)
    return _harmless(shown(value, language))


def _harmless(text: str) -> str:
    """The text, kept from being a formula: `=`, `+`, `-`, `@` and control characters in front make one."""
    whole = plain(text) if not text.isprintable() else text
    return f"'{whole}" if whole.startswith(_FORMULA_STARTS) else whole


def json_value(value: CellValue) -> object:
    """A value as JSON holds it: times with the offset of Berlin, days as dates, code names, lists."""
    if isinstance(value, datetime):
        return value.astimezone(BERLIN).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
