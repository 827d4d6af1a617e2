"""Recognises what a file is: its encoding and delimiter, or that it is no table at all."""

import codecs
import csv
import re
from typing import BinaryIO

from domain.errors import FileProblemError, UsageError
from domain.i18n import N_

DELIMITERS = (";", ",", "\t", "|")
_HEAD = 64 * 1024
_CHUNK = 1024 * 1024
_SAMPLE_RECORDS = 20

_FOREIGN = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP / XLSX / ODS / DOCX"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "XLS / DOC"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"BEGIN:VCALENDAR", "iCalendar"),
    (b"BEGIN:VCARD", "vCard"),
)
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype html|html|\?xml)", re.IGNORECASE)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\x0c\x1a")
_MOST_CONTROLS = 0.02
# ä, ö, ü, ß and their capitals in UTF-8; read as Windows-1252 they would be „Ã¤“ and the like, which nobody writes.
_UTF8_UMLAUT = re.compile(rb"\xc3[\x84\x96\x9c\x9f\xa4\xb6\xbc]")


ENCODINGS = ("utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "iso8859-15", "cp850", "mac-roman")
"""The encodings a person can name when the recognised one is wrong."""


def recognise_encoding(stream: BinaryIO, name: str, wanted: str = "") -> str:
    """The Python name of the encoding in which the whole of `stream` can be read without loss.

    One that is `wanted` is believed if the file can be read so.

    A byte-order mark decides; without one UTF-8 is tried, then Windows-1252 (what German spreadsheet programs
    write). UTF-16 without a mark is known by its zero bytes. The whole stream is read once, in pieces.

    Raises:
        FileProblemError: it is empty, another kind of file, or text in no known encoding.
        UsageError: the wanted encoding is not known.
    """
    head = stream.read(_HEAD)
    marked = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if head.startswith(mark)), None)
    if not head.strip():
        raise FileProblemError(N_("“{file}” is empty."), file=name)
    _refuse_other_kinds(head, name)
    if wanted:
        return _wanted(stream, name, wanted, marked)
    encoding = marked or _utf16_by_zero_bytes(head)
    if encoding is None:
        _refuse_binary(head, name)
        encoding = "utf-8" if _decodes(stream, "utf-8") else "cp1252"
    if encoding == "utf-8":
        return encoding
    if encoding == "cp1252" and _has_utf8_umlauts(stream):
        raise FileProblemError(
            N_("“{file}” is damaged: parts of it are UTF-8, parts are not. Please save it again as CSV UTF-8."),
            file=name,
        )
    if not _decodes(stream, encoding):
        raise FileProblemError(
            N_("The text of “{file}” cannot be read. Please save it as CSV UTF-8 and try again."), file=name
        )
    return encoding


def _wanted(stream: BinaryIO, name: str, wanted: str, marked: str | None) -> str:
    """The encoding a person named; UTF-8 and UTF-16 take their byte-order mark along."""
    if wanted not in {*ENCODINGS, "utf-8-sig"}:
        raise UsageError(
            N_("The encoding “{encoding}” is not known; there are: {names}."),
            encoding=wanted,
            names=", ".join(ENCODINGS),
        )
    encoding = marked if marked and marked.startswith(wanted[:6]) else wanted
    if not _decodes(stream, encoding):
        raise FileProblemError(N_("“{file}” cannot be read as {encoding}."), file=name, encoding=wanted)
    return encoding


def recognise_delimiter(sample: str) -> str:
    """The character between the cells: the one that cuts the most records of `sample` like its first.

    Among equals the one that gives more columns. A table of one column gets a delimiter it does not contain.
    """
    best = max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))
    if _evenness(sample, best) > (0.0, 1):
        return best
    return next((delimiter for delimiter in DELIMITERS if delimiter not in sample), DELIMITERS[0])


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    widths = [len(row) for row in _first_records(sample, delimiter)]
    if not widths or widths[0] == 1:
        return (0.0, 1)
    return (round(widths.count(widths[0]) / len(widths), 1), widths[0])


def _first_records(sample: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(sample.splitlines(keepends=True), delimiter=delimiter):
            if any(cell.strip() for cell in row):
                rows.append(row)
            if len(rows) == _SAMPLE_RECORDS:
                break
    except csv.Error:  # a cell beyond the reader's limit; what was read before is sample enough
        pass
    return rows


def _refuse_other_kinds(head: bytes, name: str) -> None:
    what = next((what for magic, what in _FOREIGN if head.startswith(magic)), None)
    if what is None and _WEB_PAGE.match(head.removeprefix(codecs.BOM_UTF8)):
        what = "HTML / XML"
    if what is not None:
        raise FileProblemError(
            N_("“{file}” is not a table of text but another kind of file ({what}). Please save it as CSV first."),
            file=name,
            what=what,
        )


def _utf16_by_zero_bytes(head: bytes) -> str | None:
    """UTF-16 without a mark: Latin letters have a zero in every second byte and nearly none in the others."""
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if pairs and odd > 0.4 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if pairs and even > 0.4 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _refuse_binary(head: bytes, name: str) -> None:
    first_line = head.lstrip(b"\r\n").split(b"\n", 1)[0]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if b"\x00" in first_line or controls > _MOST_CONTROLS * len(head) + 8:
        raise FileProblemError(N_("“{file}” is not a table of text. Please save it as CSV first."), file=name)


def _decodes(stream: BinaryIO, encoding: str) -> bool:
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        while chunk := stream.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _has_utf8_umlauts(stream: BinaryIO) -> bool:
    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        if _UTF8_UMLAUT.search(chunk):
            return True
    return False
