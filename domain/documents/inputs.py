"""What every document is made from says of itself: what it is about, on which day, with which events."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from domain.rows.published import PublishedEvent
    from domain.rows.settings import OfficeSettings
    from domain.rows.tours import TourDayRow


@dataclass(frozen=True, slots=True)
class SheetSubject:
    """What a sheet is about, in a line, and its day; a sheet about a day of a tour also names the vehicle."""

    title: str
    day: date | None = None
    vehicle_id: UUID | None = None


class DocumentInput(Protocol):
    """A frozen dataclass that a document is made from; each type has its own in the module of its name."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def office(self) -> "OfficeSettings":
        """Who is responsible."""

    @property
    def stand(self) -> datetime:
        """The moment the content was read."""

    @property
    def subject(self) -> SheetSubject:
        """What the sheet is about."""

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """The events by which the plan version on it is judged; None on a sheet that is no part of the plan.

        Whoever gives a set has the fields `version` and `has_changed`.
        """


class EventInput:
    """What documents about one event have in common."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def event(self) -> "PublishedEvent":
            """The event as the readers of the document may see it."""

    @property
    def subject(self) -> SheetSubject:
        """Title and first day of the event."""
        event = self.event
        if event.all_day or event.starts_at is None:
            return SheetSubject(event.title, event.first_day)
        return SheetSubject(event.title, event.starts_at.date())

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """The event."""
        return frozenset({self.event.id})


class TourDayInput:
    """What documents about a day of a tour have in common."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def title(self) -> str:
            """The tour."""

        @property
        def day(self) -> "TourDayRow":
            """The day with its stops."""

    @property
    def subject(self) -> SheetSubject:
        """The tour on this day with this vehicle."""
        return SheetSubject(self.title, self.day.day, self.day.vehicle_id)

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """The stops."""
        return frozenset(stop.event.id for stop in self.day.stops)
