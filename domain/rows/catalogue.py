"""Offers of the catalogue (Angebote) as rows and drafts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.terms import EventKind


@dataclass(frozen=True, slots=True)
class OfferDraft:
    """A lecture, consultation or training that can be asked for, valid between two days (inclusive, None = open).

    `listeners` says in words whom it suits, `neutrality_note` how the Beutelsbacher Konsens is kept, `needs` what the
    room must have. `publication_ids` are the material that goes with it. `notes` stay in the house.
    """

    title: str = ""
    kind: EventKind = EventKind.lecture
    topic_id: UUID | None = None
    listeners: str = ""
    duration_minutes: int | None = None
    aims: str = ""
    public_text: str = ""
    neutrality_note: str = ""
    needs: str = ""
    notes: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    target_group_ids: tuple[UUID, ...] = ()
    publication_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One offer in a list, with the names of its topic, of the qualification that asks for, and of its groups."""

    id: UUID
    version: int
    draft: OfferDraft
    topic: str = ""
    qualification: str = ""
    target_groups: tuple[str, ...] = ()
