"""Publications (Publikationen) and their stock as rows and drafts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.terms import StockReason


@dataclass(frozen=True, slots=True)
class PublicationDraft:
    """One edition in one language; `valid_until` is its last day of use, `minimum` when to order again."""

    title: str = ""
    edition: str = ""
    language: str = "de"
    publisher: str = ""
    topic_id: UUID | None = None
    minimum: int = 0
    pack_size: int | None = None
    valid_until: date | None = None
    replaced_by_id: UUID | None = None
    storage: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class MovementDraft:
    """A change of stock without an event; `quantity` is signed: what comes is positive."""

    publication_id: UUID
    day: date
    quantity: int
    reason: StockReason
    notes: str = ""


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """One publication in a list: copies in stock, and copies that coming events take along."""

    id: UUID
    version: int
    draft: PublicationDraft
    stock: int = 0
    promised: int = 0
