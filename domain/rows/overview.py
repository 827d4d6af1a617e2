"""What the first page shows."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.rows.event_row import EventRow
from domain.terms import EventKind


@dataclass(frozen=True, slots=True)
class WaitingRequest:
    """An open request and since when it waits."""

    id: UUID
    requester: str
    topic: str
    kind: EventKind
    kreis_ags: str | None
    received_on: date | None


@dataclass(frozen=True, slots=True)
class KreisCount:
    """Events of one kind in one Kreis and half-year: held so far, still planned, and aimed at (0 = no target)."""

    kreis_ags: str
    held: int
    planned: int
    target: int = 0


@dataclass(frozen=True, slots=True)
class Glance:
    """The first page: this week's events, the next ones, waiting requests, dialogues per Kreis in the half-year.

    `waiting` holds the oldest open requests, `open_requests` counts all of them, `overdue_concerns` the concerns whose
    answer is late.
    """

    week: tuple[EventRow, ...]
    coming: tuple[EventRow, ...]
    waiting: tuple[WaitingRequest, ...]
    open_requests: int
    events: int
    partners: int
    dialogues: tuple[KreisCount, ...]
    overdue_concerns: int = 0
