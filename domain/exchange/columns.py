"""Columns as data: what a table to be exported consists of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto
from typing import Generic, TypeAlias, TypeVar

from domain.i18n import Language

R = TypeVar("R")

CellValue: TypeAlias = str | int | float | bool | date | datetime | StrEnum | tuple[str, ...] | None
"""What a cell can hold; its type decides how it is written.

A `StrEnum` is shown by its label and is its code name in JSON, a tuple of names is joined or a list, a moment is
shown in Berlin time, None is an empty cell.
"""


class TableFormat(StrEnum):
    """The file formats of a table; the names are the file extensions."""

    xlsx = auto()
    csv = auto()
    json = auto()


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its name in JSON, its heading (msgid), how a row gives its value, its width in characters.

    A column `for_programs` (ids, keys, coordinates) appears in JSON only.
    """

    key: str
    msgid: str
    value: Callable[[R], CellValue]
    width: int = 16
    for_programs: bool = False


@dataclass(frozen=True, slots=True)
class Sheet(Generic[R]):
    """A table to be written: title, columns, the language of headings and labels, and when it was made (aware)."""

    title: str
    columns: tuple[Column[R], ...]
    language: Language
    made_at: datetime
