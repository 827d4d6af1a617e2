"""A tour on the board: what stands where, and what lies at a point."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from domain.rows.tours import Obstacle, StopRow, TourDayRow

FIRST_MINUTE, LAST_MINUTE = 6 * 60, 20 * 60
"""The axis shows at least 06:00 to 20:00; a tour that begins earlier or ends later makes it longer."""

HOUR = 60
LANE_HEIGHT, TALL_LANE, FREE_LANE = 28, 48, 22
"""A tall lane has room for a second line; a free one waits for a stop."""


_REACH = 2
"""Pixels beside a stop that still count as the stop."""


class VehicleDay(NamedTuple):
    """One vehicle on one date, whether it is a day of the tour or not."""

    day: date
    vehicle_id: UUID


@dataclass(frozen=True, slots=True)
class Freedom:
    """Why a day is not like others: its public holiday, its school holidays ("" if there are none), its weekend."""

    holiday: str = ""
    school: str = ""
    is_weekend: bool = False

    @property
    def words(self) -> str:
        """The name that counts."""
        return self.holiday or self.school

    @property
    def is_off(self) -> bool:
        """Whether nobody is expected to work."""
        return bool(self.holiday) or self.is_weekend


@dataclass(frozen=True, slots=True)
class Scale:
    """Minutes from local midnight to pixels and back."""

    left: float
    width: float
    first: int = FIRST_MINUTE
    last: int = LAST_MINUTE

    def x(self, minute: float) -> float:
        """Where a minute lies."""
        return self.left + (minute - self.first) * self.width / (self.last - self.first)

    def minute(self, x: float) -> float:
        """Which minute lies there."""
        return self.first + (x - self.left) * (self.last - self.first) / self.width

    def hours(self) -> range:
        """The full hours on the axis, in minutes."""
        return range(self.first, self.last + 1, HOUR)


@dataclass(frozen=True, slots=True)
class Block:
    """A stop in its lane: minutes of arrival, opening, closing and departure, and its number within the vehicle."""

    stop: StopRow
    number: int
    is_round: bool
    arrives: int
    opens: int
    closes: int
    leaves: int
    is_timed: bool = True

    @property
    def id(self) -> UUID:
        """The event's id."""
        return self.stop.event.id


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive from minute to minute; `leg` counts from 0, the last of a day leads home. `is_late`: time is missing."""

    leg: int
    minutes: int
    begins: int
    ends: int
    is_late: bool
    is_corrected: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One vehicle's day: what stands in it, and its top and height in pixels."""

    row: TourDayRow
    is_round: bool
    top: float
    blocks: tuple[Block, ...]
    drives: tuple[Drive, ...]
    height: float = LANE_HEIGHT

    @property
    def middle(self) -> float:
        """The height of its drives."""
        return self.top + self.height / 2

    @property
    def is_tall(self) -> bool:
        """Whether stops have a second line."""
        return self.height >= TALL_LANE

    @property
    def share(self) -> float:
        """How much of the duty limit the day takes (1.0 = limit)."""
        return self.row.duty_minutes / self.row.max_duty_minutes if self.row.max_duty_minutes else 0.0


@dataclass(frozen=True, slots=True)
class Slot:
    """A vehicle's place on a date: its lane, or the room for one where it is free.

    Of a weekend or holiday without stops the slots of all vehicles lie on each other in one thin row (`is_thin`).
    """

    where: VehicleDay
    vehicle: str
    is_round: bool
    top: float
    height: float
    lane: Lane | None = None
    obstacles: tuple[Obstacle, ...] = ()
    is_thin: bool = False

    @property
    def middle(self) -> float:
        """The height of its drives."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Band:
    """One date with a slot per vehicle of the tour."""

    day: date
    top: float
    height: float
    slots: tuple[Slot, ...]
    freedom: Freedom

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The slots that are days of the tour."""
        return tuple(slot.lane for slot in self.slots if slot.lane is not None)

    @property
    def is_thin(self) -> bool:
        """Whether it is a weekend or holiday on which nobody goes out."""
        return all(slot.is_thin for slot in self.slots)


@dataclass(frozen=True, slots=True)
class BoardPlan:
    """A whole tour laid out for a width."""

    scale: Scale
    bands: tuple[Band, ...]
    height: float

    def lanes(self) -> list[Lane]:
        """All lanes from top to bottom."""
        return [lane for band in self.bands for lane in band.lanes]

    def slots(self) -> list[Slot]:
        """All slots from top to bottom."""
        return [slot for band in self.bands for slot in band.slots]

    def stops(self) -> list[UUID]:
        """The stops' events, day by day in their order."""
        return [block.id for lane in self.lanes() for block in lane.blocks]

    def beside(self, lane: Lane, block: Block, step: int) -> UUID | None:
        """The stop nearest in time in the next lane below (+1) or above (-1) that has any."""
        lanes = [each for each in self.lanes() if each.blocks]
        at = lanes.index(lane) + step
        if not 0 <= at < len(lanes):
            return None
        return min(lanes[at].blocks, key=lambda other: abs(other.opens - block.opens)).id

    def band_at(self, y: float) -> Band | None:
        """The date at a height."""
        return next((band for band in self.bands if band.top <= y < band.top + band.height), None)

    def slot_at(self, y: float) -> Slot | None:
        """The slot nearest to a height within its band; None outside of all days."""
        band = self.band_at(y)
        return min(band.slots, key=lambda slot: abs(slot.middle - y), default=None) if band is not None else None

    def slot(self, where: VehicleDay) -> Slot | None:
        """The slot of a vehicle on a date."""
        return next((slot for slot in self.slots() if slot.where == where), None)

    def lane_at(self, y: float) -> Lane | None:
        """The lane nearest to a height within its band; None where the tour has no day."""
        slot = self.slot_at(y)
        return slot.lane if slot is not None else None

    def block_at(self, x: float, y: float) -> Block | None:
        """The stop at a point; of two that overlap the later one."""
        lane = self.lane_at(y)
        if lane is None or not lane.top <= y <= lane.top + lane.height:
            return None
        hits = (block for block in reversed(lane.blocks) if self._covers(block, x))
        return next(hits, None)

    def drive_at(self, x: float, y: float) -> tuple[Lane, Drive] | None:
        """The drive at a point."""
        lane = self.lane_at(y)
        if lane is None or not lane.top <= y <= lane.top + lane.height:
            return None
        hits = (each for each in lane.drives if self.scale.x(each.begins) - 2 <= x <= self.scale.x(each.ends) + 2)
        found = next(hits, None)
        return (lane, found) if found else None

    def find(self, event_id: UUID | None) -> tuple[Lane, Block] | None:
        """A stop with its lane."""
        hits = ((lane, block) for lane in self.lanes() for block in lane.blocks if block.id == event_id)
        return next(hits, None)

    def position_at(self, lane: Lane, x: float, held: UUID) -> tuple[int, float]:
        """The position (from 1) that a held stop would take in a lane at `x`, and where the line for it is drawn."""
        others = [block for block in lane.blocks if block.id != held]
        before = sum(1 for block in others if self.scale.x((block.arrives + block.leaves) / 2) < x)
        if before < len(others):
            return before + 1, self.scale.x(others[before].arrives) - 4
        if others:
            return before + 1, self.scale.x(others[-1].leaves) + 4
        return 1, min(max(x, self.scale.left), self.scale.left + self.scale.width)

    def _covers(self, block: Block, x: float) -> bool:
        return self.scale.x(block.arrives) - _REACH <= x <= self.scale.x(block.leaves) + _REACH
