"""What the conflict rules look at: appointments, and the world they take place in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from domain.region.holidays import SchoolCalendar, public_holiday_on, shipped_calendar
from domain.region.travel import Leg, Waypoint
from domain.rows.events import AssignmentDraft, DialogueFacts, EventDraft, HandOut
from domain.rows.partners import SiteDraft
from domain.rows.permits import PermitDraft
from domain.rows.publications import Promise
from domain.rows.settings import DutySettings
from domain.rows.tours import StaffDraft, TourDayDraft, VehicleDraft
from domain.rules.advice import field_of
from domain.rules.local import local_span
from domain.terms import AdviceField, Audience, DaySpan, EventKind, EventState, TimeSpan

TAKING_PART = frozenset(
    {
        EventState.idea,
        EventState.requested,
        EventState.tentative,
        EventState.confirmed,
        EventState.held,
        EventState.reviewed,
    }
)
"""States in which an event with a date takes time and things; declined and called-off events take nothing."""

SETTLED = frozenset({EventState.held, EventState.reviewed})
"""States of the past: such events still take their time, but have no conflicts of their own any more."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """An event as the rules see it.

    `span` are the opening times, or the whole days of an all-day event; None without a date. `where` is None online
    or where the Gemeinde is unknown: then no drive is counted. `tour_day_id` is set for a stop of a tour.
    """

    id: UUID
    kind: EventKind
    state: EventState
    title: str
    span: TimeSpan | None
    all_day: bool = False
    set_up_minutes: int = 0
    tear_down_minutes: int = 0
    where: Waypoint | None = None
    town: str = ""
    audience: Audience = Audience.public
    vehicle_id: UUID | None = None
    site_id: UUID | None = None
    equipment_ids: tuple[UUID, ...] = ()
    assignments: tuple[AssignmentDraft, ...] = ()
    topic_ids: tuple[UUID, ...] = ()
    publications: tuple[HandOut, ...] = ()
    tour_day_id: UUID | None = None
    is_school: bool = False
    has_host: bool = True
    press_admitted: bool = True
    advice_field: AdviceField | None = None


def appointment_of(
    event_id: UUID,
    draft: EventDraft,
    *,
    where: Waypoint | None = None,
    is_school: bool = False,
    tour_day_id: UUID | None = None,
    town: str | None = None,
) -> Appointment:
    """The appointment that `draft` would be.

    `where` is the place with coordinates if the caller knows them (default: the draft's Gemeinde), `is_school` whether
    it takes place at a school, `town` what people call the place (default: the draft's town).
    """
    return Appointment(
        id=event_id,
        kind=draft.kind,
        state=draft.state,
        title=draft.title,
        span=local_span(draft),
        all_day=draft.all_day,
        set_up_minutes=draft.set_up_minutes,
        tear_down_minutes=draft.tear_down_minutes,
        where=where or (Waypoint(draft.ags) if draft.ags else None),
        town=draft.town if town is None else town,
        audience=draft.audience,
        vehicle_id=draft.vehicle_id,
        site_id=draft.site_id,
        equipment_ids=draft.equipment_ids,
        assignments=draft.assignments,
        topic_ids=draft.topic_ids,
        publications=draft.publications,
        tour_day_id=tour_day_id,
        is_school=is_school,
        has_host=draft.host_id is not None or bool(draft.host_name.strip()),
        press_admitted=draft.facts.press_admitted if isinstance(draft.facts, DialogueFacts) else True,
        advice_field=field_of(draft),
    )


@dataclass(frozen=True, slots=True)
class TopicTerms:
    """When a topic may be treated, and what whoever speaks on it must have learnt."""

    name: str
    valid_from: date | None = None
    valid_until: date | None = None
    qualification_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Stock:
    """A piece of equipment and how many there are."""

    name: str
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class Supply:
    """A publication: copies in stock, its last day of use, the edition that replaces it, and who takes copies along."""

    name: str
    stock: int = 0
    valid_until: date | None = None
    replaced_by_id: UUID | None = None
    promises: tuple[Promise, ...] = ()

    def is_outdated(self, day: date) -> bool:
        """Whether it is no longer to be handed out on `day`."""
        return self.valid_until is not None and self.valid_until < day


@dataclass(frozen=True, slots=True)
class Block:
    """Days on which a vehicle or a piece of equipment is taken for something that is no event."""

    days: DaySpan
    vehicle_id: UUID | None = None
    equipment_id: UUID | None = None
    purpose: str = ""


@dataclass(frozen=True)
class Context:
    """The world around the appointments: today (local), drives, things, people, places and the calendar.

    `travel` gives the drive between two places, e.g. `TravelTable.leg_between`. `qualifications` maps ids to names and
    `permits` events to permits of their own, `advice_qualifications` says what somebody must have learnt to advise in a
    field; `booked` holds the events of a person in a month (its first day) in the order of booking. An id that is
    missing from a mapping is passed over.
    """

    today: date
    travel: Callable[[Waypoint, Waypoint], Leg]
    vehicles: Mapping[UUID, VehicleDraft] = field(default_factory=dict)
    staff: Mapping[UUID, StaffDraft] = field(default_factory=dict)
    equipment: Mapping[UUID, Stock] = field(default_factory=dict)
    sites: Mapping[UUID, SiteDraft] = field(default_factory=dict)
    topics: Mapping[UUID, TopicTerms] = field(default_factory=dict)
    qualifications: Mapping[UUID, str] = field(default_factory=dict)
    tour_days: Mapping[UUID, TourDayDraft] = field(default_factory=dict)
    permits: Mapping[UUID, PermitDraft] = field(default_factory=dict)
    advice_qualifications: Mapping[AdviceField, UUID] = field(default_factory=dict)
    booked: Mapping[tuple[UUID, date], tuple[UUID, ...]] = field(default_factory=dict)
    publications: Mapping[UUID, Supply] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    duty: DutySettings = field(default_factory=DutySettings)
    school: SchoolCalendar = field(default_factory=shipped_calendar)
    public_holiday: Callable[[date], str | None] = public_holiday_on
