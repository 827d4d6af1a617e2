"""What somebody asks of a calendar file, and what stands in one besides events."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias
from uuid import UUID

from domain.rows.filters import EventFilter
from domain.rows.published import PublishedEvent
from domain.terms import Audience, CalendarContent, EventState, TourShape


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """Which events for whom and in which shape.

    `since` is the plan version from which `changes` and `cancellations` count; None with `changes` = the newest one.
    With `person_id` only the appointments of this member of staff; `reminds` adds an alarm a day ahead to them.
    """

    audience: Audience = Audience.public
    wanted: EventFilter = field(default_factory=lambda: EventFilter(dated=True))
    content: CalendarContent = CalendarContent.complete
    since: int | None = None
    tours: TourShape = TourShape.stops
    person_id: UUID | None = None
    reminds: bool = False


@dataclass(frozen=True, slots=True)
class TourBar:
    """A tour as one entry over its days, made of the stops that one audience may see.

    `days` are the local days with the towns of their stops, in order; `title` is the tour's own and only for the house.
    `state` is tentative, confirmed or cancelled.
    """

    id: UUID
    uid: str
    sequence: int
    audience: Audience
    state: EventState
    days: tuple[tuple[date, tuple[str, ...]], ...]
    created_at: datetime
    updated_at: datetime
    title: str = ""

    @property
    def towns(self) -> tuple[str, ...]:
        """Every town once, in the order of the way."""
        return tuple(dict.fromkeys(town for _day, towns in self.days for town in towns))


@dataclass(frozen=True, slots=True)
class TourStop:
    """An event that stands in the calendar beside the bar of its tour, whose UID is `tour_uid`."""

    event: PublishedEvent
    tour_uid: str

    @property
    def uid(self) -> str:
        """The event's own UID."""
        return self.event.uid

    @property
    def sequence(self) -> int:
        """The event's own SEQUENCE."""
        return self.event.sequence


CalendarItem: TypeAlias = PublishedEvent | TourStop | TourBar
"""What `calendar_feed.feed` gives and `EventWriter.block` writes."""
