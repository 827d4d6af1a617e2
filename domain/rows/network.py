"""The network of partners as rows and drafts: tree, relations, memberships, contact log, responsibility."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.terms import (
    ContactChannel,
    EventKind,
    EventState,
    LegalBasis,
    MembershipRole,
    NetworkGap,
    OfficeKind,
    PartnerCategory,
    RelationKind,
)


@dataclass(frozen=True, slots=True)
class PartnerRef:
    """A partner as others mention it."""

    id: UUID
    name: str
    category: PartnerCategory
    office_kind: OfficeKind | None = None
    kreis_ags: str | None = None


@dataclass(frozen=True, slots=True)
class RelationDraft:
    """How `partner_id` stands to `other_id`; both days are inclusive, None = open."""

    partner_id: UUID
    other_id: UUID | None = None
    kind: RelationKind = RelationKind.works_with
    first_day: date | None = None
    last_day: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation seen from one partner: `draft` reads from there, whichever way it was entered."""

    id: UUID
    version: int
    other: PartnerRef
    draft: RelationDraft


@dataclass(frozen=True, slots=True)
class MembershipLine:
    """A membership seen from one partner; `is_body` tells that the other one is the council or club."""

    id: UUID
    other: PartnerRef
    is_body: bool
    role: MembershipRole
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """One contact with a partner: day, channel, what about; perhaps with whom and because of which event."""

    partner_id: UUID
    day: date
    subject: str = ""
    channel: ContactChannel = ContactChannel.phone
    contact_id: UUID | None = None
    event_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of a partner's timeline: an entry of the log, or an event held together (`entry_id` None)."""

    day: date
    channel: ContactChannel
    subject: str
    about: str = ""
    entry_id: UUID | None = None
    version: int = 0
    draft: EntryDraft | None = None
    event_id: UUID | None = None
    event_kind: EventKind | None = None


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A person in a role, named with the institution."""

    id: UUID
    partner: PartnerRef
    role: str
    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who is responsible for a Gemeinde.

    `authority` names the body whose Ordnungsamt is competent even where the office is not recorded. `police` goes from
    the nearest unit up to the Inspektion. `gaps` says what is missing.
    """

    ags: str
    town: str
    authority: str
    ordnungsamt: PartnerRef | None
    police: tuple[PartnerRef, ...]
    rbb: tuple[ContactLine, ...]
    gaps: tuple[NetworkGap, ...]


@dataclass(frozen=True, slots=True)
class PartnerTies:
    """What stands around a partner: `above` the nearest first, `below` by name, areas by name, ties and timeline.

    `responsibility` tells who is responsible where the partner is, None without a Gemeinde.
    """

    above: tuple[PartnerRef, ...] = ()
    below: tuple[PartnerRef, ...] = ()
    areas: tuple[str, ...] = ()
    relations: tuple[RelationRow, ...] = ()
    memberships: tuple[MembershipLine, ...] = ()
    log: tuple[LogLine, ...] = ()
    responsibility: Responsibility | None = None


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A contact whose data are to be looked at; `review_on` None means that a needed day is missing."""

    contact_id: UUID
    partner_id: UUID
    partner: str
    role: str
    legal_basis: LegalBasis
    review_on: date | None
    kreis_ags: str | None


@dataclass(frozen=True, slots=True)
class NextEvent:
    """The next event with a partner."""

    id: UUID
    title: str
    day: date
    state: EventState


@dataclass(frozen=True, slots=True)
class Node:
    """A partner in the network of a Kreis; `events` counts those held or planned together within the span looked at."""

    partner: PartnerRef
    town: str
    last_contact: date | None
    events: int = 0
    next_event: NextEvent | None = None
    ties: int = 0


@dataclass(frozen=True, slots=True)
class Tie:
    """What binds two partners: kinds of relation read from `first`, membership, tree, events both take part in."""

    first: UUID
    second: UUID
    relations: tuple[RelationKind, ...] = ()
    is_membership: bool = False
    is_tree: bool = False
    events: int = 0


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing in a Kreis; `names` says for which bodies or Gemeinden, empty = for the Kreis as a whole."""

    kind: NetworkGap
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KreisNetwork:
    """The network of a Kreis: its partners and those tied to them from elsewhere, strongest first, ties and gaps."""

    kreis_ags: str
    nodes: tuple[Node, ...] = ()
    ties: tuple[Tie, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class StockReport:
    """What became of the starting stock: added, completed (place in the tree, areas), or there already."""

    added: int
    completed: int
    present: int
