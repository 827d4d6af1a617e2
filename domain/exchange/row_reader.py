"""Reads one record by field names and gathers everything that is wrong with it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from domain.errors import InvalidInputError, Problem
from domain.exchange import cells
from domain.exchange.tabular import Record
from domain.i18n import N_
from domain.region.lookup import find_gemeinde

T = TypeVar("T")
Draft = TypeVar("Draft")

TOWN_UNKNOWN = N_("The town is not known in Sachsen-Anhalt; please choose the municipality by hand.")
TYPE_UNKNOWN = N_("The type is not known; it was taken as “Other”.")
INTO_NOTES = N_("A web or e-mail address that is none was put into the notes.")
POSTCODE_REPAIRED = N_("The postcode had lost its leading zero; it was put back.")

_LOST_ZERO = re.compile(r"[1-9]\d{3}(?:[.,]0+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reading(Generic[Draft]):
    """What one row says: a draft, or the problems that forbid one.

    `line` is where the row starts in the file (the file's first line is 1), `name` what people call it. `hints` are
    msgids without fields. `said` names the fields of the layout whose cells were not empty. `remarks` tell what could
    not be taken of a row that was.
    """

    line: int
    name: str
    draft: Draft | None
    problems: tuple[Problem, ...] = ()
    hints: tuple[str, ...] = ()
    said: frozenset[str] = frozenset()
    remarks: tuple[Problem, ...] = ()


class RowReader:
    """Gives the cells of one record as values; what cannot be read becomes a problem instead of an exception."""

    def __init__(self, record: Record, columns: Mapping[str, int]) -> None:
        self._record = record
        self._columns = columns
        self._hints: list[str] = []
        self.problems: list[Problem] = [record.problem] if record.problem else []

    def text(self, field: str) -> str:
        """The cleaned text of a cell on one line; "" if there is none."""
        return " ".join(self.long_text(field).split("\n"))

    def long_text(self, field: str) -> str:
        """The cleaned text of a cell with its line ends; "" if there is none."""
        column = self._columns.get(field)
        if column is None or column >= len(self._record.cells):
            return ""
        return cells.clean(self._record.cells[column])

    def value(self, field: str, read: Callable[[str, str], T]) -> T | None:
        """The cell read by one of the functions of `cells`; None if it is empty or a problem."""
        text = self.text(field)
        if not text:
            return None
        try:
            return read(field, text)
        except InvalidInputError as refusal:
            self.problems.extend(refusal.problems)
            return None

    def postcode(self, field: str) -> str:
        """The postcode in five digits; one that a spreadsheet made a number of is repaired with a hint."""
        text = self.text(field)
        if _LOST_ZERO.fullmatch(text):
            self.hint(POSTCODE_REPAIRED)
        return cells.postcode(text)

    def gemeinde_key(self, postcode: str, town: str, locality: str = "") -> str | None:
        """The AGS of the Gemeinde an address lies in; None with a hint if nothing fits."""
        found = find_gemeinde(postcode, town, locality)
        if found is None and (town or postcode):
            self.hint(TOWN_UNKNOWN)
        return found.ags if found else None

    def hint(self, msgid: str) -> None:
        """Note something that a person should look at, though the row can be taken; each once."""
        if msgid not in self._hints:
            self._hints.append(msgid)

    def reading(self, name: str, draft: Draft, against: Iterable[Problem]) -> Reading[Draft]:
        """The draft, unless a cell could not be read or the rules have something `against` it."""
        if self._record.problem is None:  # a broken row is one problem, not also every field it lacks
            seen = {problem.field for problem in self.problems}
            self.problems += [problem for problem in against if problem.field not in seen]
        hints = tuple(self._hints)
        if self.problems:
            return Reading(self._record.line, name, None, tuple(self.problems), hints)
        cells_of_row = self._record.cells
        said = frozenset(field for field, column in self._columns.items() if cells_of_row[column].strip())
        return Reading(self._record.line, name, draft, (), hints, said)


def written_town(town: str, locality: str) -> str:
    """The town with its Ortsteil as German addresses name it: “Kemberg OT Radis”."""
    if not locality or locality.lower() in town.lower():
        return town
    return f"{town} OT {locality}" if town else locality
