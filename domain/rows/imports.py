"""What became of an imported file, row by row, and how a person wants it read."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cached_property

from domain.rows.requests import RequestDraft


class Fate(StrEnum):
    """What became, or would become, of one row of a file."""

    new = auto()
    changed = auto()
    unchanged = auto()
    duplicate = auto()
    refused = auto()


@dataclass(frozen=True, slots=True)
class Wish:
    """How a person wants a file read; what is empty is recognised.

    `name` is what messages call the file. `columns` are pairs of a field and the place of its column (0 = the first)
    that stand for the whole table; `headings` are pairs of a heading and a field that come on top of what is
    recognised or remembered, an empty field leaves that column out.
    """

    name: str = ""
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    columns: tuple[tuple[str, int], ...] | None = None
    headings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """One column of a file: its heading and its first different values."""

    place: int
    heading: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormLook:
    """A returned request form before it is compared: file, the request it holds, or why it holds none.

    `reason` and `remarks` are msgids with what fills them, a remark's first part is the field; `hints` are msgids.
    """

    name: str
    draft: RequestDraft | None
    reason: tuple[str, tuple[tuple[str, object], ...]] = ("", ())
    remarks: tuple[tuple[str, str, tuple[tuple[str, object], ...]], ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileLook:
    """What a file turned out to be, before any row is judged.

    A table of text has an encoding and a delimiter, a workbook has sheets, a file of contacts neither columns nor
    fields but a number of cards. `columns` tell which field comes from which column; `fields` are all there are, in
    order; of each entry of `needed` one must have a column. `remembered`: the columns are those of the last time.
    `rows` are the first ones under `headings`, which for contacts are msgids. Of returned forms there are only `forms`.
    """

    name: str
    encoding: str = ""
    delimiter: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    header_line: int = 1
    cards: int = 0
    source: tuple[SourceColumn, ...] = ()
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    columns: tuple[tuple[str, int], ...] = ()
    fields: tuple[str, ...] = ()
    needed: tuple[tuple[str, ...], ...] = ()
    remembered: bool = False
    forms: tuple[FormLook, ...] = ()

    @property
    def has_columns(self) -> bool:
        """Whether there are columns to choose from."""
        return bool(self.source)


@dataclass(frozen=True, slots=True)
class RowFate:
    """One row of a file: its line (the header is line 1), what it is called, its fate.

    A refused row names the field at fault and the reason (msgid and parameters); any row may bear hints. `changes`
    of a changed row are the field, what it was and what the file says. `remarks` are what could not be taken of a row
    that was: field, msgid and parameters. `read_as` is how the row was understood, where that can be doubted: of an
    event its time and place.
    """

    line: int
    name: str
    fate: Fate
    field: str = ""
    msgid: str = ""
    params: tuple[tuple[str, object], ...] = ()
    hints: tuple[str, ...] = ()
    changes: tuple[tuple[str, object, object], ...] = ()
    remarks: tuple[tuple[str, str, tuple[tuple[str, object], ...]], ...] = ()
    read_as: tuple[object, ...] = ()


@dataclass(frozen=True)
class ImportReport:
    """Every row's fate; `encoding` and `delimiter` are what was recognised, empty for workbooks and cards."""

    fates: tuple[RowFate, ...]
    encoding: str
    delimiter: str

    @cached_property
    def counts(self) -> Mapping[Fate, int]:
        """How many rows had each fate."""
        return Counter(row.fate for row in self.fates)

    @cached_property
    def hinted(self) -> int:
        """How many rows bear hints."""
        return sum(1 for row in self.fates if row.hints or row.remarks)

    def count(self, fate: Fate) -> int:
        """How many rows had this fate."""
        return self.counts.get(fate, 0)

    @property
    def taken(self) -> int:
        """How many rows are new or change something."""
        return self.count(Fate.new) + self.count(Fate.changed)

    @property
    def refused(self) -> tuple[RowFate, ...]:
        """The rows that were not taken."""
        return tuple(row for row in self.fates if row.fate is Fate.refused)
