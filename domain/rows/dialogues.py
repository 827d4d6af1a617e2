"""Dialogues as their page shows them: where each stands, who comes, and what is next."""

from dataclasses import dataclass

from domain.rows.event_row import EventRow
from domain.rows.invitees import SeatCount
from domain.rows.workflow import StepRow
from domain.terms import EventKind, Phase


@dataclass(frozen=True, slots=True)
class DialogueFilter:
    """Which dialogues: empty tuples mean "all"; half-years are written "2027-H1"."""

    kinds: tuple[EventKind, ...] = ()
    kreise: tuple[str, ...] = ()
    half_years: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DialogueRow:
    """One dialogue: its phase, replies, the next step to do, open tasks and how many of them are late."""

    event: EventRow
    phase: Phase
    seats: SeatCount
    next_step: StepRow | None
    open_tasks: int
    late_tasks: int
