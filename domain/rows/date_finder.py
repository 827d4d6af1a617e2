"""What the date finder is asked, and the days it finds."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.terms import Bearing, DateCheck, DaySpan, EventKind

ALL_CHECKS = frozenset(DateCheck)


@dataclass(frozen=True, slots=True)
class DateWish:
    """What a day is looked for: kind and Kreis, the days that come into question, and what has to be free.

    `start_minute` counts from local midnight. Without a Gemeinde (`ags`, 8 digits) distances count from the Kreis's
    seat. The place is a site or a partner's, or open. Only `checks` are looked at.
    """

    kreis_ags: str
    kind: EventKind
    days: DaySpan
    start_minute: int
    duration_minutes: int
    ags: str | None = None
    vehicle_id: UUID | None = None
    staff_ids: tuple[UUID, ...] = ()
    site_id: UUID | None = None
    place_partner_id: UUID | None = None
    checks: frozenset[DateCheck] = ALL_CHECKS


@dataclass(frozen=True, slots=True)
class DateReason:
    """One thing that speaks for or against a day, as a message to be translated with its values."""

    bearing: Bearing
    check: DateCheck
    msgid: str
    params: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class DateOffer:
    """A day that is possible, with its reasons, what speaks against it first."""

    day: date
    starts_at: datetime
    ends_at: datetime
    reasons: tuple[DateReason, ...]

    @property
    def warnings(self) -> int:
        """How many reasons speak against it."""
        return sum(1 for reason in self.reasons if reason.bearing is Bearing.warning)


@dataclass(frozen=True, slots=True)
class TakenDay:
    """A day that is not possible, and what rules it out."""

    day: date
    obstacles: tuple[DateReason, ...]


@dataclass(frozen=True, slots=True)
class DatesFound:
    """The possible days, the best first, and all others of the period in order."""

    offers: tuple[DateOffer, ...]
    taken: tuple[TakenDay, ...]

    @property
    def workdays(self) -> int:
        """How many of the days looked at are Monday to Friday."""
        days = [*(each.day for each in self.offers), *(each.day for each in self.taken)]
        return sum(1 for day in days if day.weekday() < 5)  # noqa: PLR2004 - Saturday
