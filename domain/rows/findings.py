"""Conflicts as people see them: what is wrong, how bad, and the cheapest ways out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.rows.events import HandOut
from domain.terms import Grade, Rule


@dataclass(frozen=True, slots=True)
class Repair:
    """A way out of a conflict: what to do (msgid and parameters) and its side effect, e.g. "−45 min".

    What Landauf can do by itself is named: the new time of the event `event_id` in `starts_at`/`ends_at`, another
    vehicle in `vehicle_id`, another person in `staff_id`, or copies to take along in `hand_out`, both instead of
    `instead_of`.
    """

    msgid: str
    params: tuple[tuple[str, object], ...] = ()
    effect: str = ""
    event_id: UUID | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    vehicle_id: UUID | None = None
    staff_id: UUID | None = None
    hand_out: HandOut | None = None
    instead_of: UUID | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One conflict of an event; `others` are further events in it, for them it is a conflict as well.

    `msgid`/`params` give the headline, `detail`/`detail_params` the explanation (who, what, when). `key` names the
    conflict across checks, so that an acceptance stays with it; `reason` is why a person accepted it.
    """

    event_id: UUID
    rule: Rule
    grade: Grade
    key: str
    msgid: str
    params: tuple[tuple[str, object], ...] = ()
    detail: str = ""
    detail_params: tuple[tuple[str, object], ...] = ()
    others: tuple[UUID, ...] = ()
    repairs: tuple[Repair, ...] = ()
    accepted: bool = False
    reason: str = ""
