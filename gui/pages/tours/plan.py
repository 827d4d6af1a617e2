"""A tour on the board: what stands where, and what lies at a point."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.rows.tours import StopRow, TourDayRow

FIRST_MINUTE, LAST_MINUTE = 6 * 60, 20 * 60
"""The axis shows at least 06:00 to 20:00; a tour that begins earlier or ends later makes it longer."""

HOUR = 60
LANE_HEIGHT, TALL_LANE = 30, 48
"""A tall lane has room for a second line."""


@dataclass(frozen=True, slots=True)
class Freedom:
    """Why a day is not like others: its public holiday and its school holidays, "" if there are none."""

    holiday: str = ""
    school: str = ""

    @property
    def words(self) -> str:
        """The name that counts."""
        return self.holiday or self.school


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
class Band:
    """One date with its lanes; without lanes it only names the holiday between two days."""

    day: date
    top: float
    height: float
    lanes: tuple[Lane, ...]
    freedom: Freedom


@dataclass(frozen=True, slots=True)
class BoardPlan:
    """A whole tour laid out for a width."""

    scale: Scale
    bands: tuple[Band, ...]
    height: float

    def lanes(self) -> list[Lane]:
        """All lanes from top to bottom."""
        return [lane for band in self.bands for lane in band.lanes]

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

    def lane_at(self, y: float) -> Lane | None:
        """The lane nearest to a height within its band; None outside of all days."""
        band = self.band_at(y)
        if band is None or not band.lanes:
            return None
        return min(band.lanes, key=lambda lane: abs(lane.middle - y))

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

    def drop_at(self, x: float, y: float, held: UUID) -> "Drop | None":
        """Where a stop held by the mouse would land: before the first stop whose middle lies right of it."""
        lane = self.lane_at(y)
        if lane is None:
            return None
        others = [block for block in lane.blocks if block.id != held]
        before = sum(1 for block in others if self.scale.x((block.arrives + block.leaves) / 2) < x)
        if before < len(others):
            edge = self.scale.x(others[before].arrives) - 4
        elif others:
            edge = self.scale.x(others[-1].leaves) + 4
        else:
            edge = min(max(x, self.scale.left), self.scale.left + self.scale.width)
        return Drop(lane.row.id, before + 1, edge, lane.top, lane.height)

    def _covers(self, block: Block, x: float) -> bool:
        return self.scale.x(block.arrives) <= x <= self.scale.x(block.leaves)


@dataclass(frozen=True, slots=True)
class Drop:
    """A place for a stop: the day, the position from 1, and the line to draw there."""

    day_id: UUID
    position: int
    x: float
    top: float
    height: float
