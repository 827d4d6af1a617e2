"""An event as lists show it; by itself, because the first page needs no more of `domain.rows.events`."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from domain.terms import Audience, EventKind, EventState


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event in a list, a calendar or an export; times are in Europe/Berlin.

    Timed events have `starts_at` and `ends_at`, all-day events `first_day` and `last_day` (inclusive); all four are
    None while there is no date yet. `place` is what a person would say: "Stadthalle, Zerbst/Anhalt".
    """

    id: UUID
    number: str
    kind: EventKind
    state: EventState
    title: str
    starts_at: datetime | None
    ends_at: datetime | None
    all_day: bool
    first_day: date | None
    last_day: date | None
    ags: str | None
    kreis_ags: str | None
    town: str
    place: str
    audience: Audience
    uid: str
    sequence: int
    version: int

    @property
    def start_day(self) -> date | None:
        """The first local day, None without a date."""
        return self.first_day if self.all_day else self.starts_at.date() if self.starts_at else None

    @property
    def end_day(self) -> date | None:
        """The last local day (inclusive), None without a date."""
        if self.all_day:
            return self.last_day
        return self.ends_at.date() if self.ends_at else None

    def touches(self, day: date) -> bool:
        """Whether any of it lies in a local day; what ends at midnight leaves the day that begins there alone."""
        first, last = self.start_day, self.end_day
        if first is None:
            return False
        if not self.all_day and self.ends_at is not None and self.ends_at > (self.starts_at or self.ends_at):
            last = (self.ends_at - timedelta(microseconds=1)).date()
        return first <= day <= (last or first)
