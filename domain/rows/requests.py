"""Requests (Anfragen) as rows and drafts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.terms import DeclineCause, EventKind, RequestState, Schulform


@dataclass(frozen=True, slots=True)
class Wish:
    """One wished date or window: days inclusive, minutes from local midnight."""

    first_day: date
    last_day: date
    from_minute: int | None = None
    to_minute: int | None = None


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """What an institution asks for.

    `duration_minutes` is the whole stay. `earliest`..`latest` with `weekdays` (0 = Monday, empty = any) and
    `from_minute`..`to_minute` is the window of the list files; `wishes` holds up to three dates of their own.
    `priority` 1 is the most urgent of 1..3. `listeners` says in words who will listen, `answer_by` until when the
    requester wants to know.
    """

    requester: str
    kind: EventKind
    topic: str = ""
    partner_id: UUID | None = None
    offer_id: UUID | None = None
    contact_name: str = ""
    contact_role: str = ""
    phone: str = ""
    email: str = ""
    schulform: Schulform | None = None
    school_grade: str = ""
    listeners: str = ""
    prior_knowledge: str = ""
    teacher_present: bool | None = None
    room_technique: str = ""
    occasion: str = ""
    place: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    ags: str | None = None
    duration_minutes: int | None = None
    earliest: date | None = None
    latest: date | None = None
    weekdays: tuple[int, ...] = ()
    from_minute: int | None = None
    to_minute: int | None = None
    wishes: tuple[Wish, ...] = ()
    equipment: tuple[str, ...] = ()
    priority: int = 2
    expected: int | None = None
    press_expected: bool = False
    closed: bool = False
    needs: str = ""
    security_remarks: str = ""
    notes: str = ""
    received_on: date | None = None
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One request in the inbox; `event_id` is set once it became an event."""

    id: UUID
    version: int
    state: RequestState
    kreis_ags: str | None
    event_id: UUID | None
    declined_reason: str
    unplanned_reason: str | None
    draft: RequestDraft
    decline_cause: DeclineCause | None = None
    waiting_since: date | None = None
    decided_on: date | None = None
