"""What is counted at a stand, and what was counted there before."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.rows.event_row import EventRow


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke of a tally; without a group it is a longer talk. `struck_at` is aware."""

    id: UUID
    target_group_id: UUID | None
    quantity: int
    struck_at: datetime


@dataclass(frozen=True, slots=True)
class HourCount:
    """How many of a target group (None = longer talks) came in the hour that begins at `hour`, an aware moment."""

    target_group_id: UUID | None
    hour: datetime
    visitors: int


@dataclass(frozen=True, slots=True)
class TallyGroupRow:
    """A target group that is counted."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Before:
    """How many came to an earlier event at the same place."""

    day: date
    visitors: int


@dataclass(frozen=True, slots=True)
class TallyCounts:
    """What is counted so far: sums by group and hour, and the newest stroke that can be taken back.

    Where more was taken away than was struck, a sum in `hours` is below zero; `rules.tally.settled` mends that.
    """

    hours: tuple[HourCount, ...] = ()
    newest: Stroke | None = None


@dataclass(frozen=True, slots=True)
class TallyBoard:
    """Everything the counting window shows when it opens.

    `groups` are in the order of their keys. They are empty while nobody has chosen any and the event has none; then
    `choices` are all groups there are, the event's own first.
    """

    event: EventRow
    groups: tuple[TallyGroupRow, ...]
    choices: tuple[TallyGroupRow, ...]
    counts: TallyCounts
    before: Before | None = None


@dataclass(frozen=True, slots=True)
class TallyLine:
    """One line of the list of tallies: what was counted of a group in an hour, and whether the event has it."""

    event_id: UUID
    target_group_id: UUID | None
    target_group: str
    hour: datetime
    visitors: int
    taken_over: bool
