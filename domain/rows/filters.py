"""What a list is asked for: filters and orders, kept as plain values so that they can be saved."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from domain.terms import (
    Audience,
    ConcernCategory,
    ConcernState,
    EventKind,
    EventState,
    OfficeKind,
    PartnerCategory,
    PermitState,
    PlaceCategory,
    RequestState,
    StockState,
)


class EventOrder(StrEnum):
    """The columns by which a list of events can be sorted."""

    date = auto()
    number = auto()
    heading = auto()
    kind = auto()
    state = auto()
    town = auto()


class PartnerOrder(StrEnum):
    """The columns by which a list of partners can be sorted."""

    heading = auto()
    category = auto()
    town = auto()
    kreis = auto()
    last_contact = auto()


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events: empty tuples and None mean "all".

    `first`..`last` are local days (inclusive); an event counts if it touches one of them. `dated` leaves out events
    without a date. `partner_id` finds events at, by or with a partner. Templates are left out unless `templates`;
    `best_practice` finds good examples only. With `begins_within` an event counts only if it begins on one of the days.
    With several topics, target groups or place categories an event passes that has one of them.
    """

    text: str = ""
    kinds: tuple[EventKind, ...] = ()
    states: tuple[EventState, ...] = ()
    kreise: tuple[str, ...] = ()
    audiences: tuple[Audience, ...] = ()
    first: date | None = None
    last: date | None = None
    dated: bool = False
    partner_id: UUID | None = None
    vehicle_id: UUID | None = None
    templates: bool = False
    best_practice: bool = False
    order: EventOrder = EventOrder.date
    descending: bool = False
    begins_within: bool = False
    topic_ids: tuple[UUID, ...] = ()
    target_group_ids: tuple[UUID, ...] = ()
    place_categories: tuple[PlaceCategory, ...] = ()


@dataclass(frozen=True, slots=True)
class PartnerFilter:
    """Which partners: empty tuples mean "all". `confirmed_only` leaves out those that have not agreed yet.

    With `categories` and `offices` an institution passes that fits one of them. `review_due` keeps those with a
    contact whose review is due (`rules.reviews`).
    """

    text: str = ""
    categories: tuple[PartnerCategory, ...] = ()
    kreise: tuple[str, ...] = ()
    order: PartnerOrder = PartnerOrder.heading
    descending: bool = False
    confirmed_only: bool = False
    offices: tuple[OfficeKind, ...] = ()
    review_due: bool = False


@dataclass(frozen=True, slots=True)
class RequestFilter:
    """Which requests: empty tuples mean "all". `overdue` finds open ones whose answer is late."""

    text: str = ""
    kinds: tuple[EventKind, ...] = ()
    states: tuple[RequestState, ...] = ()
    kreise: tuple[str, ...] = ()
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class SiteFilter:
    """Which sites: empty tuples mean "all"."""

    text: str = ""
    kreise: tuple[str, ...] = ()
    permits: tuple[PermitState, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicationFilter:
    """Which publications: empty tuples mean "all"; `to_order` keeps those of which copies should be ordered."""

    text: str = ""
    languages: tuple[str, ...] = ()
    topic_ids: tuple[UUID, ...] = ()
    states: tuple[StockState, ...] = ()
    to_order: bool = False


class ConcernOrder(StrEnum):
    """The columns by which the register of concerns can be sorted."""

    number = auto()
    kreis = auto()
    category = auto()
    due = auto()
    state = auto()


@dataclass(frozen=True, slots=True)
class ConcernFilter:
    """Which concerns: empty tuples and None mean "all".

    `overdue` finds those whose answer is late (still waiting, due before today). `office_id` finds those that one
    office has to answer.
    """

    text: str = ""
    states: tuple[ConcernState, ...] = ()
    kreise: tuple[str, ...] = ()
    categories: tuple[ConcernCategory, ...] = ()
    office_id: UUID | None = None
    event_id: UUID | None = None
    overdue: bool = False
    order: ConcernOrder = ConcernOrder.number
    descending: bool = False


@dataclass(frozen=True, slots=True)
class SavedFilterRow:
    """A filter under a name; `query` is the filter as JSON text."""

    id: UUID
    version: int
    page: str
    name: str
    query: str
