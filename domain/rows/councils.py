"""Councils (Gremien), their resolutions, and what the interval watch tells."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from domain.rows.event_row import EventRow
from domain.rows.meetings import TaskRow
from domain.rows.memberships import MembershipRow
from domain.terms import PartnerCategory


@dataclass(frozen=True, slots=True)
class CouncilRow:
    """A body in the list: who leads it, how many belong to it now, when it met and meets, what is left to do.

    `ending` counts the members whose term ends soon or has ended without a next one.
    """

    id: UUID
    name: str
    category: PartnerCategory
    town: str
    kreis_ags: str | None
    chair: str
    members: int
    last: date | None
    next: date | None
    interval_days: int | None
    open_tasks: int
    overdue_tasks: int
    ending: int


@dataclass(frozen=True, slots=True)
class ResolutionRow:
    """What a session decided."""

    id: UUID
    event_id: UUID
    session: str
    day: date | None
    wording: str
    votes: str


@dataclass(frozen=True, slots=True)
class CouncilDetail:
    """A body as its page opens it; members who left are in it too, sessions the newest first."""

    row: CouncilRow
    members: tuple[MembershipRow, ...]
    sessions: tuple[EventRow, ...]
    resolutions: tuple[ResolutionRow, ...]
    tasks: tuple[TaskRow, ...]
    chairs: tuple[str, ...] = ()


class WatchKind(StrEnum):
    """What recurs."""

    council = auto()
    exchange = auto()


@dataclass(frozen=True, slots=True)
class WatchRow:
    """Something that recurs: when it was held last, when it is due and whether a next date stands.

    `id` is the council's, or the newest event's of an exchange; `event_id` is the newest event (None if there is
    none yet), which the next one is copied from.
    """

    kind: WatchKind
    id: UUID
    event_id: UUID | None
    name: str
    partners: tuple[str, ...]
    kreis_ags: str | None
    interval_days: int | None
    last: date | None
    next: date | None
    due: date | None
    meetings: int
