"""What somebody asks of a calendar file."""

from dataclasses import dataclass, field
from uuid import UUID

from domain.rows.filters import EventFilter
from domain.terms import Audience, CalendarContent, TourShape


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """Which events for whom and in which shape.

    `since` is the plan version from which `changes` and `cancellations` count; None with `changes` = the newest one.
    With `person_id` only the appointments of this member of staff.
    """

    audience: Audience = Audience.public
    wanted: EventFilter = field(default_factory=lambda: EventFilter(dated=True))
    content: CalendarContent = CalendarContent.complete
    since: int | None = None
    tours: TourShape = TourShape.stops
    person_id: UUID | None = None
