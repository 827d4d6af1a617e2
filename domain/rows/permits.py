"""The permit (Sondernutzung) for one event at one site."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.terms import PermitLight, PermitState


@dataclass(frozen=True, slots=True)
class PermitDraft:
    """Everything of a permit that a person can edit.

    Without `permit_lead_days` or `permit_authority` those of the site hold. `for_day` and `for_site_id` are what was
    asked for; a use case sets them.
    """

    permit_state: PermitState = PermitState.missing
    permit_authority: str = ""
    permit_lead_days: int | None = None
    permit_reference: str = ""
    applied_on: date | None = None
    decided_on: date | None = None
    notes: str = ""
    for_day: date | None = None
    for_site_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PermitView:
    """How far the permit for an event is.

    `light` and the words (`msgid` with `params`) sum it up; `apply_by` is the last day to apply, None without a date;
    `is_void` says that what was asked for is another day or site than the event's.
    """

    state: PermitState
    light: PermitLight
    msgid: str
    params: tuple[tuple[str, object], ...]
    authority: str
    reference: str
    lead_days: int
    apply_by: date | None
    is_void: bool


@dataclass(frozen=True, slots=True)
class PermitRow:
    """The permit for one event; `draft` is its own, None where that of the site holds."""

    event_id: UUID
    view: PermitView
    draft: PermitDraft | None
    site_id: UUID | None
    site: str
