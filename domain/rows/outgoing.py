"""What leaves the house beside what stays: a record and what one audience gets of it, field by field."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | date | datetime | StrEnum | tuple[str, ...] | None
"""What a field can hold; moments are in Berlin time, code names are shown by their labels."""


class FieldFate(StrEnum):
    """What becomes of a field on its way out."""

    same = auto()
    replaced = auto()
    withheld = auto()


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One field: its heading (msgid), what the house knows, what goes out, and why that differs (msgid)."""

    section: str
    msgid: str
    inside: Value
    outside: Value
    fate: FieldFate
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A whole record; `hidden_because` says (msgid) why the audience does not get it at all, "" if it does."""

    title: str
    number: str
    fields: tuple[ComparedField, ...]
    hidden_because: str = ""

    def count(self, fate: FieldFate) -> int:
        """How many fields share a fate."""
        return sum(1 for field in self.fields if field.fate is fate)


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file that can go out about a record: a name for programs, what people call it (msgid), the code of a document.

    `document` is "" for files that are text.
    """

    name: str
    msgid: str
    document: str = ""
