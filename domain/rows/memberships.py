"""Memberships of councils, clubs and associations as forms edit and lists show them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.terms import MembershipRole, PartnerCategory, TermState


@dataclass(frozen=True, slots=True)
class MembershipDraft:
    """An institution in a body (`body_id`), perhaps through one of its contacts; both days are inclusive.

    A missing first day means "from the beginning", a missing last day "until further notice".
    """

    body_id: UUID
    member_id: UUID | None = None
    contact_id: UUID | None = None
    role: MembershipRole = MembershipRole.member
    first_day: date | None = None
    last_day: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A membership with the names of both institutions; `contact` is the person's role and name (internal).

    `is_followed` tells that the same member goes on in the same role after it.
    """

    id: UUID
    version: int
    draft: MembershipDraft
    body: str
    member: str
    member_category: PartnerCategory
    contact: str
    state: TermState
    is_followed: bool = False
