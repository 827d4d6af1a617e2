"""Proposed tours: what a person wishes of a plan, whom its stops are for, and who must hear of a change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from domain.terms import EventKind, EventState, Weight

MOVE_COSTS: Mapping[Weight, int] = MappingProxyType(
    {Weight.off: 0, Weight.usual: 30, Weight.high: 120, Weight.highest: 300}
)
"""Price of a stop that leaves its place in the present plan; measured: 30 moves about 10 of 131 stops (note 5)."""

COVERAGE_COSTS: Mapping[Weight, int] = MappingProxyType(
    {Weight.off: 0, Weight.usual: 1_500, Weight.high: 3_000, Weight.highest: 6_000}
)
"""Price of each district that asks for a stop and gets none (planning note 5)."""

PRIZES: Mapping[Weight, tuple[int, int, int]] = MappingProxyType(
    {
        Weight.off: (900, 900, 900),
        Weight.usual: (2_000, 900, 400),
        Weight.high: (4_000, 1_200, 400),
        Weight.highest: (8_000, 1_600, 400),
    }
)
"""Price of leaving out a request of priority 1, 2, 3; each above any detour of a day (240 min and the day itself)."""


@dataclass(frozen=True, slots=True)
class VehicleOut:
    """A vehicle that cannot be used from `first` to `last` (inclusive), and why."""

    vehicle_id: UUID
    first: date
    last: date
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A stop that its host has called off, and why."""

    event_id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A wish taken less strictly: the stop (id of its request or event) may also be on `days`.

    `longer` minutes are added at both ends of its windows, its stay is `shorter` by as many; it may go with
    `vehicle_id` though that lacks equipment.
    """

    stop: str
    days: tuple[date, ...] = ()
    longer: int = 0
    shorter: int = 0
    vehicle_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PlanningWish:
    """What is to be planned: the local days `first` to `last` (inclusive) with these vehicles (none named = all).

    `tour_id` is the tour to plan anew: its stops that are not confirmed may move, each for the price of `stability`.
    `nights` are Gemeinden in which the crew may stay overnight. `out` and `cancelled` are what has happened but is not
    stored yet: accepting the plan stores it. `released` are events that may move though confirmed, `relaxed` wishes
    taken less strictly.
    """

    first: date
    last: date
    vehicle_ids: tuple[UUID, ...] = ()
    stability: Weight = Weight.usual
    coverage: Weight = Weight.usual
    priorities: Weight = Weight.usual
    tour_id: UUID | None = None
    nights: tuple[str, ...] = ()
    out: tuple[VehicleOut, ...] = ()
    cancelled: tuple[Cancelled, ...] = ()
    released: tuple[UUID, ...] = ()
    relaxed: tuple[Relaxed, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a stop of a plan is for: a request, or an event (perhaps one that a request became).

    `minutes` is the whole stay with `set_up` before and `tear_down` behind the opening times. `starts_at` is the
    opening as it stands now, `vehicle_id` the vehicle that comes then; both None while it is not planned.
    `fixed` stays where it is. `version` is that of the event, else of the request, as the plan saw it. `host` asked for
    it, about `topic`; both are empty where no request says so.
    """

    title: str
    town: str
    kind: EventKind
    minutes: int
    version: int
    ags: str | None = None
    request_id: UUID | None = None
    event_id: UUID | None = None
    state: EventState | None = None
    priority: int = 2
    set_up: int = 0
    tear_down: int = 0
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    vehicle_id: UUID | None = None
    fixed: bool = False
    host: str = ""
    topic: str = ""

    @property
    def kreis_ags(self) -> str | None:
        """The Kreis the stop is in."""
        return self.ags[:5] if self.ags else None


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody who must hear that a confirmed or published stop changes: whom to reach, and what was and will be.

    `after` None = the stop is no longer planned. `vehicle_only` when the time stays and another vehicle comes.
    """

    event_id: UUID
    title: str
    town: str
    contact: str
    phone: str
    email: str
    state: EventState
    before: datetime
    after: datetime | None
    vehicle_only: bool = False


@dataclass(frozen=True, slots=True)
class BookingRow:
    """Days (inclusive) on which a vehicle or a piece of equipment is taken for something that is no event."""

    id: UUID
    version: int
    first_day: date
    last_day: date
    purpose: str
    name: str
    vehicle_id: UUID | None = None
    equipment_id: UUID | None = None
