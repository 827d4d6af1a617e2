"""What the first page shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from domain.rows.events import EventRow
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
    """Events of one kind in one Kreis and half-year: held so far, and still planned."""

    kreis_ags: str
    held: int
    planned: int


@dataclass(frozen=True, slots=True)
class Glance:
    """The first page: this week's events, the next ones, waiting requests, dialogues per Kreis in the half-year.

    `waiting` holds the oldest open requests, `open_requests` counts all of them.
    """

    week: tuple[EventRow, ...]
    coming: tuple[EventRow, ...]
    waiting: tuple[WaitingRequest, ...]
    open_requests: int
    events: int
    partners: int
    dialogues: tuple[KreisCount, ...]


class DueKind(StrEnum):
    """What has to be done until a day."""

    permit = auto()
    invitation = auto()
    report = auto()


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something due because of an event: the permit to apply for, the invitation to send, the report to write."""

    kind: DueKind
    due: date
    event: EventRow


@dataclass(frozen=True, slots=True)
class DialogueGap:
    """The Kreis that waits longest for a citizen dialogue; `last` is the day of its last one, None = never."""

    kreis_ags: str
    last: date | None
