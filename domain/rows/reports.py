"""Reports that were frozen, and the rules by which they count."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.terms import ReportKind


@dataclass(frozen=True, slots=True)
class Footnote:
    """A counting rule as a report tells it: its lasting name, an English msgid, and what fills its fields."""

    id: str
    msgid: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """One frozen report in a list; `code` is the short form of its digest that stands on every page."""

    id: UUID
    kind: ReportKind
    title: str
    first: date
    last: date
    question: str
    code: str
    author: str
    frozen_at: datetime
