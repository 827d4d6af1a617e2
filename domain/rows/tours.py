"""Tours, their days and stops, vehicles, equipment and staff as rows and drafts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from domain.region.travel import Leg, Waypoint
from domain.rows.events import EventRow
from domain.rows.requests import RequestRow
from domain.rows.visitors import SiteVisitors
from domain.terms import TourState


@dataclass(frozen=True, slots=True)
class VehicleDraft:
    """A vehicle: where it lives, when it may be out (local times), what it carries.

    Lengths in metres, weight in kg, duty and drive limits in minutes a day. `power` names the socket it needs
    ("CEE 16 A"), `cable_m` is how far its cable reaches.
    """

    name: str
    depot_town: str = ""
    depot_postcode: str = ""
    depot_ags: str | None = None
    available_from: time = time(6, 30)
    available_to: time = time(19, 0)
    max_duty_minutes: int = 600
    max_drive_minutes: int = 240
    length_m: float | None = None
    width_m: float | None = None
    height_m: float | None = None
    weight_kg: int | None = None
    seats: int | None = None
    power: str = ""
    licence_class: str = ""
    equipment_ids: tuple[UUID, ...] = ()
    notes: str = ""
    cable_m: float | None = None


@dataclass(frozen=True, slots=True)
class VehicleRow:
    """One vehicle in a list; `equipment` are the names of what it carries."""

    id: UUID
    version: int
    draft: VehicleDraft
    equipment: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EquipmentRow:
    """A piece of equipment and how many there are."""

    id: UUID
    name: str
    quantity: int
    version: int


@dataclass(frozen=True, slots=True)
class Absence:
    """Days (inclusive) on which a person is away; `uid` tells from which entry of a calendar file, "" = typed in."""

    first_day: date
    last_day: date
    reason: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True)
class HeldQualification:
    """A qualification a person has, and until when it is valid (None = without end)."""

    qualification_id: UUID
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class StaffDraft:
    """A person of the house. `confidential` names never leave it."""

    name: str
    office: str = ""
    phone: str = ""
    email: str = ""
    confidential: bool = False
    capacity_per_month: int | None = None
    qualifications: tuple[HeldQualification, ...] = ()
    absences: tuple[Absence, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One person of the house in a list."""

    id: UUID
    version: int
    draft: StaffDraft


@dataclass(frozen=True, slots=True)
class NamedRow:
    """An entry of a small vocabulary: topic, target group, qualification."""

    id: UUID
    name: str
    version: int


@dataclass(frozen=True, slots=True)
class TourDraft:
    """A tour's own fields; its days and stops have use cases of their own."""

    title: str
    state: TourState = TourState.draft
    notes: str = ""


@dataclass(frozen=True, slots=True)
class TourDayDraft:
    """One vehicle on one day; `overnight_ags` is where it stays instead of driving home, `crew_ids` who rides along."""

    day: date
    vehicle_id: UUID
    overnight_ags: str | None = None
    crew_ids: tuple[UUID, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class StopRow:
    """A stop of a tour day: its event, the drive that leads to it, and when the vehicle arrives and leaves.

    Arrival is before set-up, departure after tear-down; both None while the event has no time.
    """

    event: EventRow
    position: int
    leg: Leg
    set_up_minutes: int
    tear_down_minutes: int
    arrival: datetime | None
    departure: datetime | None
    site_id: UUID | None
    expected: int | None


@dataclass(frozen=True, slots=True)
class TourDayRow:
    """One vehicle's day with its stops in order, the way home, and the day's sums in minutes and kilometres.

    `duty_minutes` runs from leaving to being back, less the breaks in `break_minutes`. `start` is where the day begins:
    the depot, or where the vehicle stayed the night before. `route` are the places the day goes through, None where
    one is not known: where it begins, each stop, where it ends.
    """

    id: UUID
    version: int
    day: date
    vehicle_id: UUID
    vehicle: str
    depot: str
    overnight: str
    crew: tuple[str, ...]
    stops: tuple[StopRow, ...]
    home: Leg | None
    leaves_at: datetime | None
    returns_at: datetime | None
    drive_minutes: int
    duty_minutes: int
    break_minutes: int
    kilometres: float
    max_duty_minutes: int
    max_drive_minutes: int
    draft: TourDayDraft
    start: str = ""
    route: tuple[Waypoint | None, ...] = ()


@dataclass(frozen=True, slots=True)
class TourRow:
    """One tour in a list."""

    id: UUID
    version: int
    title: str
    state: TourState
    first_day: date | None
    last_day: date | None
    days: int
    stops: int


@dataclass(frozen=True, slots=True)
class TourDetail:
    """A tour with all its days."""

    row: TourRow
    draft: TourDraft
    days: tuple[TourDayRow, ...]


@dataclass(frozen=True, slots=True)
class StopCandidates:
    """What could become a stop: events that are in no tour yet, and open requests for the vehicle.

    `visitors` tells by the id of the event or request what was counted at its site or in its Gemeinde.
    """

    events: tuple[EventRow, ...]
    requests: tuple[RequestRow, ...]
    visitors: Mapping[UUID, SiteVisitors] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TourSlot:
    """Where a stop is to go in a tour: a vehicle's day, which may not be one of the tour's days yet.

    `position` counts from 1, None = where it costs least. `arrives` is the wished arrival in minutes from midnight,
    None = the hour the stop has now, or the one asked for.
    """

    day: date
    vehicle_id: UUID
    position: int | None = None
    arrives: int | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """What a move did: where the stop is now, and what that costs the whole tour in drive minutes and kilometres.

    `retimed` are the other stops that got another time.
    """

    event_id: UUID
    title: str
    day_id: UUID
    day: date
    vehicle: str
    starts_at: datetime | None
    ends_at: datetime | None
    drive_minutes: int
    kilometres: float
    retimed: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What keeps a vehicle from a day, or somebody of its crew: `person` is away, `tour` has it already, else booked.

    `reason` is what somebody entered, may be empty.
    """

    day: date
    vehicle_id: UUID
    reason: str = ""
    person: str = ""
    tour: str = ""
