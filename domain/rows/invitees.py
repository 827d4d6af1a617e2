"""Institutions invited to an event, and how many seats they take."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.terms import InviteReply, PartnerCategory


@dataclass(frozen=True, slots=True)
class InviteeDraft:
    """Everything of an invitee that a person can edit; without `partner_id`, `name` says who it is."""

    name: str
    partner_id: UUID | None = None
    role: str = ""
    reply: InviteReply = InviteReply.planned
    seats: int = 1
    invited_on: date | None = None
    replied_on: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class InviteeRow:
    """An invitee in a list; `town` and `category` are the partner's."""

    id: UUID
    version: int
    draft: InviteeDraft
    town: str = ""
    category: PartnerCategory | None = None


@dataclass(frozen=True, slots=True)
class SeatCount:
    """How the invitations stand against the budget of seats.

    `budget` is the event's number of seats, None without one. `asked` are the seats of everybody who is to come or
    has not answered, `taken` those of who has accepted or came, `left` what is free of the budget then.
    """

    budget: int | None
    invited: int
    accepted: int
    declined: int
    open: int
    asked: int
    taken: int

    @property
    def left(self) -> int | None:
        """Seats of the budget that nobody has taken; below 0 there are too few chairs."""
        return None if self.budget is None else self.budget - self.taken


@dataclass(frozen=True, slots=True)
class Proposal:
    """A partner that could be invited: it works in the Kreis or Gemeinde of the event."""

    partner_id: UUID
    name: str
    town: str
    category: PartnerCategory
    is_in_gemeinde: bool
