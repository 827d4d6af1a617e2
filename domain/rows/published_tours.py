"""Tours as they leave the house: days with the stops an audience may see."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.rows.published import PublishedEvent


@dataclass(frozen=True, slots=True)
class TourFilter:
    """Which days go out: one tour, days from `first` to `last` (inclusive), districts by key."""

    tour_id: UUID | None = None
    first: date | None = None
    last: date | None = None
    kreise: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in degrees (WGS84); `is_exact` is False where only the town is known."""

    latitude: float
    longitude: float
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class PublishedStop:
    """A stop as an audience may see it; what only the house sees is None or empty for others.

    `number` counts the stops the audience sees on that day. `arrival` and `departure` include set-up and tear-down.
    """

    number: int
    event: PublishedEvent
    spot: Spot | None
    arrival: datetime | None = None
    departure: datetime | None = None
    drive_minutes: int | None = None
    kilometres: float | None = None


@dataclass(frozen=True, slots=True)
class PublishedDay:
    """One vehicle's day; title of the tour, crew and depot are empty outside the house."""

    day: date
    vehicle: str
    stops: tuple[PublishedStop, ...]
    tour: str = ""
    crew: tuple[str, ...] = ()
    start: str = ""
    start_spot: Spot | None = None
    end: str = ""
    end_spot: Spot | None = None
