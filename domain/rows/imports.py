"""What became of an imported file, row by row."""

from dataclasses import dataclass
from enum import StrEnum, auto


class Fate(StrEnum):
    """What became, or would become, of one row of a file."""

    new = auto()
    changed = auto()
    unchanged = auto()
    duplicate = auto()
    refused = auto()


@dataclass(frozen=True, slots=True)
class RowFate:
    """One row of a file: its line (the header is line 1), what it is called, its fate.

    A refused row names the field at fault and the reason (msgid and parameters); any row may bear hints.
    """

    line: int
    name: str
    fate: Fate
    field: str = ""
    msgid: str = ""
    params: tuple[tuple[str, object], ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Every row's fate; `encoding` and `delimiter` are what was recognised."""

    fates: tuple[RowFate, ...]
    encoding: str
    delimiter: str

    def count(self, fate: Fate) -> int:
        """How many rows had this fate."""
        return sum(1 for row in self.fates if row.fate is fate)

    @property
    def refused(self) -> tuple[RowFate, ...]:
        """The rows that were not taken."""
        return tuple(row for row in self.fates if row.fate is Fate.refused)
