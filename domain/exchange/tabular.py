"""Reads tables of text (CSV as people save it) record by record, whatever program wrote them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import TextIOWrapper
from itertools import islice
from typing import BinaryIO, Protocol, TextIO

from domain.errors import FileProblemError, Problem, UsageError
from domain.exchange.recognition import recognise_delimiter, recognise_encoding
from domain.exchange.sources import Source, opened
from domain.i18n import N_

MAX_COLUMNS = 500
RECORD_LIMIT = 1_000_000
"""Characters one record may have over all its lines; far beyond any real row, far below what hurts."""

_SAMPLE = 64 * 1024
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table: the line it starts on (the file's first line is 1) and a cell for every column.

    If the row itself is broken, `problem` says how and `cells` hold what could be read.
    """

    line: int
    cells: tuple[str, ...]
    problem: Problem | None = None


class RecordSource(Protocol):
    """Anything with a header and rows below it: a table of text or a sheet of a workbook."""

    @property
    def name(self) -> str:
        """What messages call it."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""

    def records(self) -> Iterator[Record]:
        """The rows in order."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text whose form is known; every call of `records` reads the source anew, in bounded memory."""

    source: Source = field(repr=False)
    name: str
    encoding: str
    delimiter: str
    header: tuple[str, ...]

    def records(self) -> Iterator[Record]:
        """The rows behind the header in order; empty rows are left out.

        Raises:
            FileProblemError: a line is endless or a quotation mark is never closed.
        """
        width = len(self.header)
        with opened(self.source, self.name) as stream, _text(stream, self.encoding) as text:
            for record in islice(_parse(text, self.name, self.delimiter), 1, None):
                yield fitted(record, width)


def read_table(source: Source, name: str = "", *, encoding: str = "", delimiter: str = "") -> Table:
    """Recognise encoding, delimiter and header of a table; `name` is what messages call it (else its path).

    An `encoding` or `delimiter` that is named is believed instead.

    Raises:
        FileProblemError: the file is missing, unreadable, a folder, empty, no table of text, or has more than
            `MAX_COLUMNS` columns or a first line without end; or it cannot be read in that encoding.
        UsageError: the delimiter is none.
    """
    name = name or ("CSV" if isinstance(source, bytes) else source.name)
    if delimiter and (len(delimiter) != 1 or delimiter in '"\r\n'):
        raise UsageError(N_("“{delimiter}” cannot part columns; please name one character."), delimiter=delimiter)
    with opened(source, name) as stream:
        encoding = recognise_encoding(stream, name, encoding)
        stream.seek(0)
        with _text(stream, encoding) as text:
            sample = text.read(_SAMPLE)
            stated = _SEPARATOR_LINE.match(sample)
            delimiter = delimiter or (stated[1] if stated and stated[1] != '"' else recognise_delimiter(sample))
            text.seek(0)
            first = next(_parse(text, name, delimiter), None)
    header = checked_header(first, name)
    return Table(source, name, encoding, delimiter, header)


def checked_header(first: Record | None, name: str) -> tuple[str, ...]:
    """The names of the columns.

    Raises:
        FileProblemError: there is no first row, it is broken, or it has more than `MAX_COLUMNS` cells.
    """
    if first is None:
        raise FileProblemError(N_("“{file}” is empty."), file=name)
    if first.problem is not None:
        raise FileProblemError(N_("The first line of “{file}” is not a line of column names."), file=name)
    if len(first.cells) > MAX_COLUMNS:
        raise FileProblemError(
            N_("“{file}” has {columns} columns; at most {limit} can be read."),
            file=name,
            columns=len(first.cells),
            limit=MAX_COLUMNS,
        )
    return tuple(cell.strip() for cell in first.cells)


def fitted(record: Record, width: int) -> Record:
    """The record with exactly `width` cells; cells beyond the header are refused unless they are empty."""
    cells = record.cells
    if len(cells) == width or record.problem is not None:
        return record
    if len(cells) < width:
        return Record(record.line, cells + ("",) * (width - len(cells)))
    if not any(cell.strip() for cell in cells[width:]):
        return Record(record.line, cells[:width])
    problem = Problem(
        "", N_("The row has {cells} cells, the header only {columns}."), (("cells", len(cells)), ("columns", width))
    )
    return Record(record.line, cells[:width], problem)


class _Lines:
    """Hands physical lines to the CSV reader, counts them, and stops a record that grows without end."""

    def __init__(self, stream: TextIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self._size = 0
        self.number = 0
        self.start = 1

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._stream.readline(RECORD_LIMIT + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if self.number == 1 and _SEPARATOR_LINE.fullmatch(line):
            return "\n"
        self._size += len(line)
        if self._size > RECORD_LIMIT:
            raise self.endless()
        return line

    def begin_record(self) -> None:
        """Note that the next line starts a record."""
        self._size = 0
        self.start = self.number + 1

    def endless(self) -> FileProblemError:
        """The trouble with a record without end: an open quotation mark, or one huge line."""
        if self.number > self.start:
            return self.unclosed()
        return FileProblemError(
            N_("Line {line} of “{file}” is longer than {limit} characters; this is not a table."),
            line=self.start,
            file=self._name,
            limit=RECORD_LIMIT,
        )

    def unclosed(self) -> FileProblemError:
        """The trouble with a record whose quotation mark swallows the rest of the file."""
        return FileProblemError(
            N_("A quotation mark opened in line {line} of “{file}” is never closed."), line=self.start, file=self._name
        )


def _parse(stream: TextIO, name: str, delimiter: str) -> Iterator[Record]:
    lines = _Lines(stream, name)
    # strict: a stray quotation mark is reported instead of swallowing the rows behind it
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin_record()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as trouble:
            yield _broken(lines, str(trouble), delimiter)
            continue
        if any(cell.strip() for cell in cells):
            yield _checked(lines.start, cells)


def _checked(line: int, cells: list[str]) -> Record:
    if any("\x00" in cell for cell in cells):
        return Record(line, tuple(cells), Problem("", N_("The row contains zero bytes; it is damaged.")))
    return Record(line, tuple(cells))


def _broken(lines: _Lines, trouble: str, delimiter: str) -> Record:
    """What the reader could not take: it tells its reasons only by their English text."""
    at_the_end = "unexpected end of data" in trouble
    too_long = "field larger than" in trouble
    if at_the_end or (too_long and lines.number > lines.start):
        raise lines.unclosed()
    if too_long:
        return Record(lines.start, (), Problem("", N_("A cell is longer than 131,072 characters.")))
    params = (("first", lines.start), ("last", lines.number), ("delimiter", delimiter))
    msgid = N_("Lines {first} to {last}: behind a closing quotation mark there is text instead of “{delimiter}”.")
    return Record(lines.start, (), Problem("", msgid, params))


def _text(stream: BinaryIO, encoding: str) -> TextIOWrapper:
    # newline="": line ends inside cells stay as they are, and CR, LF and CRLF all end a line
    return TextIOWrapper(stream, encoding=encoding, newline="")
