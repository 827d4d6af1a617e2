"""Undo steps and the history of a record."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Label:
    """What a step is called: an English msgid and what fills its fields (ids and short texts, no names of persons)."""

    msgid: str
    params: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of the journal: what was done (msgid and parameters), who, where, when."""

    id: int
    kind: str
    msgid: str
    params: tuple[tuple[str, object], ...]
    author: str
    device: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One column's old and new value, as text for people; `table` and `column` are the English code names."""

    table: str
    column: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What one step did to one record: `op` is I (created), U (changed), D (deleted) or X (erased)."""

    step: StepRow
    op: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class UndoState:
    """What undo and redo would do next; None = nothing to do."""

    undo: StepRow | None = None
    redo: StepRow | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found by search: its table (`event`, `partner`, `request`, `site`), its row, title and line."""

    table: str
    id: UUID
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A history entry in words: `changes` are (label, old text, new text), `at` is in Berlin time.

    `headline` says what happened to the record as a whole ("Created"), "" for a mere change; `label` names the step.
    """

    step_id: int
    headline: str
    label: str
    changes: tuple[tuple[str, str, str], ...]
    at: datetime
    author: str
    device: str
