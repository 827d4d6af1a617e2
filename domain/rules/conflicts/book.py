"""Who and what is taken when: appointments sorted by the vehicle, person, site and equipment they need."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from domain.region.travel import Leg, Waypoint
from domain.rows.tours import TourDayDraft
from domain.rules.conflicts.appointment import SETTLED, TAKING_PART, Appointment, Context
from domain.rules.local import local_days
from domain.terms import BERLIN, DaySpan, TimeSpan

NO_DRIVE = Leg(0, 0.0)


@dataclass(frozen=True, slots=True)
class Slot:
    """The time an appointment takes, set-up and tear-down included, in whole minutes since 1970 (UTC).

    `days` are the local days of its opening times.
    """

    event: Appointment
    span: TimeSpan
    begins: int
    ends: int
    days: DaySpan

    @property
    def day(self) -> date:
        """The local day it begins on."""
        return self.days.first

    @property
    def is_settled(self) -> bool:
        """Whether it is over and only stands in the way of others."""
        return self.event.state in SETTLED

    @property
    def shown(self) -> TimeSpan | DaySpan:
        """When it is open, as people read it."""
        return self.days if self.event.all_day else self.span


def moment(minute: int) -> datetime:
    """The minute since 1970 (UTC) in Berlin time."""
    return datetime.fromtimestamp(minute * 60, BERLIN)


def minute_of(when: datetime) -> int:
    """Whole minutes since 1970 (UTC)."""
    return int(when.timestamp() // 60)


def slot_of(event: Appointment) -> Slot | None:
    """The time `event` takes; None if it has no date, takes no part, or ends before it starts."""
    if event.span is None or event.state not in TAKING_PART:
        return None
    start, end = minute_of(event.span.start), minute_of(event.span.end)
    if end < start:
        return None
    before, after = (0, 0) if event.all_day else (event.set_up_minutes, event.tear_down_minutes)
    return Slot(event, event.span, start - before, end + after, local_days(event.span))


class Book:
    """All slots, and for each vehicle, person, site and piece of equipment its own in order of time."""

    def __init__(self, events: Iterable[Appointment], context: Context) -> None:
        self.context = context
        taken = (slot_of(event) for event in events)
        self.slots = sorted((slot for slot in taken if slot is not None), key=lambda slot: (slot.begins, slot.event.id))
        self._drives: dict[tuple[Waypoint, Waypoint], Leg] = {}

    @cached_property
    def by_id(self) -> dict[UUID, Slot]:
        """Slots by event."""
        return {slot.event.id: slot for slot in self.slots}

    @cached_property
    def vehicles(self) -> Mapping[UUID, Sequence[Slot]]:
        """Slots by vehicle, in order of time."""
        return _grouped((slot.event.vehicle_id, slot) for slot in self.slots)

    @cached_property
    def sites(self) -> Mapping[UUID, Sequence[Slot]]:
        """Slots by site, in order of time."""
        return _grouped((slot.event.site_id, slot) for slot in self.slots)

    @cached_property
    def people(self) -> Mapping[UUID, Sequence[Slot]]:
        """Slots by person, as assigned or as crew of the tour day, in order of time."""
        return _grouped((person, slot) for slot in self.slots for person in self.people_of(slot))

    @cached_property
    def equipment(self) -> Mapping[UUID, Sequence[Slot]]:
        """Slots by piece of equipment, in order of time."""
        return _grouped((piece, slot) for slot in self.slots for piece in dict.fromkeys(slot.event.equipment_ids))

    @cached_property
    def tour_days(self) -> Mapping[tuple[UUID, date], TourDayDraft]:
        """Days of tours by vehicle and day."""
        return {(each.vehicle_id, each.day): each for each in self.context.tour_days.values()}

    def people_of(self, slot: Slot) -> tuple[UUID, ...]:
        """Everybody who is needed, each once."""
        assigned = [assignment.staff_id for assignment in slot.event.assignments]
        tour_day = self.context.tour_days.get(slot.event.tour_day_id) if slot.event.tour_day_id else None
        return tuple(dict.fromkeys([*assigned, *(tour_day.crew_ids if tour_day else ())]))

    def drive(self, start: Waypoint | None, end: Waypoint | None) -> Leg:
        """The drive between two places; none where one is unknown."""
        if start is None or end is None:
            return NO_DRIVE
        known = self._drives.get((start, end))
        if known is None:
            known = self._drives[start, end] = self.context.travel(start, end)
        return known

    def drive_between(self, first: Slot, then: Slot) -> Leg:
        """The drive from one appointment to the next; none on the same site."""
        if first.event.site_id is not None and first.event.site_id == then.event.site_id:
            return NO_DRIVE
        return self.drive(first.event.where, then.event.where)


def overlaps(slots: Sequence[Slot], at_most: int) -> Iterator[tuple[Slot, Slot]]:
    """Pairs (earlier, later) of slots in order of time that share a minute, at most so many for one later slot."""
    running: list[Slot] = []
    for slot in slots:
        running = [other for other in running if other.ends > slot.begins]
        for other in running[-at_most:]:
            yield other, slot
        running.append(slot)


def _grouped(pairs: Iterable[tuple[UUID | None, Slot]]) -> dict[UUID, list[Slot]]:
    groups: dict[UUID, list[Slot]] = {}
    for key, slot in pairs:
        if key is not None:
            groups.setdefault(key, []).append(slot)
    return groups
