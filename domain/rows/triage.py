"""What triage suggests for a request: offers, days and people, each with its reasons, and what a person chose."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.rows.requests import RequestRow
from domain.terms import Bearing


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against a suggestion, as a message to be translated with its values."""

    bearing: Bearing
    msgid: str
    params: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class OfferChoice:
    """An offer of the catalogue that could answer the request; unfit ones say why."""

    offer_id: UUID
    title: str
    duration_minutes: int | None
    reasons: tuple[Reason, ...]
    is_fit: bool = True


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """A person of the house who could be sent; unfit ones say why they cannot go. `points` decide the rank."""

    staff_id: UUID
    name: str
    points: float
    reasons: tuple[Reason, ...]
    is_fit: bool = True


@dataclass(frozen=True, slots=True)
class DayChoice:
    """A day and time that could be agreed; `wish` is 1 to 3 for a wished date, 0 for a day in the wished period.

    None is a free day near by. An unfit day says what stands in its way; `starts_at` None means that it cannot be
    chosen at all: it lies in the past.
    """

    day: date
    starts_at: datetime | None
    ends_at: datetime | None
    reasons: tuple[Reason, ...]
    wish: int | None = None
    is_fit: bool = True


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Everything triage suggests for one request, each list with the best first."""

    request: RequestRow
    offers: tuple[OfferChoice, ...] = ()
    days: tuple[DayChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person chose in triage: an offer, who goes, and when; each may stay open."""

    offer_id: UUID | None = None
    staff_ids: tuple[UUID, ...] = ()
    starts_at: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A wished day on which somebody fit is free, for a request on the waiting list."""

    day: date
    name: str
