"""Publications (Publikationen) and their stock as rows and drafts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.terms import StockReason, StockState


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

    @property
    def name(self) -> str:
        """Title and edition, as people tell editions apart."""
        return ", ".join(part for part in (self.title.strip(), self.edition.strip()) if part)


@dataclass(frozen=True, slots=True)
class MovementDraft:
    """A change of stock without an event; `quantity` is signed: what comes is positive."""

    publication_id: UUID
    day: date
    quantity: int
    reason: StockReason
    notes: str = ""


@dataclass(frozen=True, slots=True)
class StockEntry:
    """What a person books: `copies` that came, were sent or thrown away, never signed.

    At a stock-taking they are the copies that were counted on the evening of `day`.
    """

    publication_id: UUID
    day: date
    copies: int | None
    reason: StockReason = StockReason.delivery
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """Copies that an event takes along and has not handed out yet; `day` is its first local day, None = no date."""

    event_id: UUID
    title: str
    day: date | None
    copies: int


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """One publication in a list: copies in stock, and copies that coming events take along.

    `runs_out` is the day of the first event for which the stock does not suffice, `to_order` how many copies should
    be ordered, `replaced_by` the name of the edition that replaces it.
    """

    id: UUID
    version: int
    draft: PublicationDraft
    stock: int = 0
    promised: int = 0
    topic: str = ""
    replaced_by: str = ""
    state: StockState = StockState.enough
    runs_out: date | None = None
    to_order: int = 0

    @property
    def packs(self) -> int | None:
        """`to_order` in packs; None where it comes in single copies."""
        return self.to_order // self.draft.pack_size if self.draft.pack_size else None


@dataclass(frozen=True, slots=True)
class StockLine:
    """One change of the stock, signed, and the stock after it: a movement with its reason, or what an event handed out.

    `id` is that of the movement or event. `day` is None for an event without a date. `title` is the event's, `notes`
    the movement's.
    """

    id: UUID
    day: date | None
    quantity: int
    stock: int
    reason: StockReason | None = None
    event_id: UUID | None = None
    title: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class PublicationDetail:
    """One publication with its stock over time (oldest first), what is promised, and the edition it replaces.

    `unreported` are events that were held with copies and have not said how many they handed out.
    """

    row: PublicationRow
    lines: tuple[StockLine, ...] = ()
    promises: tuple[Promise, ...] = ()
    unreported: tuple[Promise, ...] = ()
    replaces: str = ""
