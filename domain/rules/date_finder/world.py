"""What the date finder knows of the world: who and what is taken when."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from domain.region.holidays import SchoolCalendar, shipped_calendar
from domain.region.travel import Leg, Waypoint
from domain.rows.date_finder import DateReason, DateWish
from domain.rows.partners import SiteDraft
from domain.rows.tours import StaffDraft
from domain.rows.visitors import SiteVisitors
from domain.rules.conflicts.appointment import Block
from domain.rules.local import later
from domain.terms import Bearing, DateCheck, EventKind, TimeSpan


@dataclass(frozen=True, slots=True)
class Taken:
    """An event with a date that takes time, people and things; `span` holds set-up and tear-down.

    `partner_ids` are all institutions it needs: host, office, place, and those taking part.
    """

    id: UUID
    kind: EventKind
    title: str
    town: str
    day: date
    span: TimeSpan
    ags: str | None = None
    kreis_ags: str | None = None
    where: Waypoint | None = None
    vehicle_id: UUID | None = None
    staff_ids: frozenset[UUID] = frozenset()
    site_id: UUID | None = None
    partner_ids: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Office:
    """An institution whose days count: the police station or the Ordnungsamt."""

    id: UUID
    name: str


@dataclass(frozen=True)
class World:
    """Everything a day is checked against; `where` is the place of the wish, `lead_days` how long a permit takes.

    `lead_days` is None where no permit is needed or the permit stands already; `visitors` is what was counted at the
    site of the wish.
    """

    today: date
    where: Waypoint
    travel: Callable[[Waypoint, Waypoint], Leg]
    taken: tuple[Taken, ...] = ()
    vehicles: Mapping[UUID, str] = field(default_factory=dict)
    staff: Mapping[UUID, StaffDraft] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    police: tuple[Office, ...] = ()
    ordnungsamt: tuple[Office, ...] = ()
    site: SiteDraft | None = None
    place_name: str = ""
    lead_days: int | None = None
    visitors: SiteVisitors = field(default_factory=SiteVisitors)
    school: SchoolCalendar = field(default_factory=shipped_calendar)

    def around(self, day: date, days: int) -> Iterator[Taken]:
        """Events that begin at most so many days before or after `day`."""
        reach = timedelta(days=days)
        return (each for each in self.taken if abs(each.day - day) <= reach)

    def kilometres(self, other: Waypoint) -> int:
        """How far another place is from that of the wish, by road."""
        return round(self.travel(other, self.where).kilometres)


@dataclass(frozen=True, slots=True)
class Slot:
    """The time the event would take on one day."""

    wish: DateWish
    day: date
    span: TimeSpan

    def meets(self, other: Taken) -> bool:
        """Whether both share a moment."""
        return self.span.overlaps(other.span)

    def is_reachable(self, other: Taken, world: World) -> bool:
        """Whether somebody can be at both, the drive between them included."""
        if self.meets(other):
            return False
        drive = world.travel(other.where, world.where).minutes if other.where is not None else 0
        return later(other.span.end, drive) <= self.span.start or later(self.span.end, drive) <= other.span.start


def reason(bearing: Bearing, check: DateCheck, msgid: str, **params: object) -> DateReason:
    """A reason with its values in the form rows carry them."""
    return DateReason(bearing, check, msgid, tuple(params.items()))
