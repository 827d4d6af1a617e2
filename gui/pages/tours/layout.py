"""Lays a tour out: a row per day and vehicle, time to scale from left to right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from domain.rows.tours import Obstacle, StopRow, TourDayRow
from domain.terms import BERLIN
from gui.pages.tours.plan import (
    FIRST_MINUTE,
    FREE_LANE,
    HOUR,
    LANE_HEIGHT,
    LAST_MINUTE,
    TALL_LANE,
    Band,
    Block,
    BoardPlan,
    Drive,
    Freedom,
    Lane,
    Scale,
    Slot,
    VehicleDay,
)

DAY_WIDTH, METER_WIDTH = 92, 126
LANE_GAP, BAND_PADDING, THIN_BAND = 4, 6, 26
_DAY = 24 * HOUR
_UNTIMED_FROM, _UNTIMED_LENGTH = 9 * HOUR, 90
"""Where a stop without a time is shown if it is the day's first, and how long, in minutes."""


_LONGEST_GAP = 14
"""Days between two of a tour that are shown as free ones; a longer gap shows only its holidays."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a tour's days stand in: which of them are holidays or weekends, and what is in the way of its vehicles."""

    free: Mapping[date, Freedom] = field(default_factory=dict)
    obstacles: Sequence[Obstacle] = ()


NOTHING_AROUND = Surroundings()


def plan_board(
    days: Sequence[TourDayRow], width: float, around: Surroundings = NOTHING_AROUND, height: float = 0
) -> BoardPlan:
    """Lay a tour out for a width in pixels, with a row for every date from its first day to its last.

    Lanes are tall where all of them find room in `height` pixels.
    """
    numbers = _numbers(days)
    fleet = vehicles(days)
    first_vehicle = next(iter(fleet), None)
    lanes = {
        VehicleDay(row.day, row.vehicle_id): _lane(row, numbers, is_round=row.vehicle_id == first_vehicle)
        for row in days
    }
    scale = Scale(DAY_WIDTH, max(1.0, width - DAY_WIDTH - METER_WIDTH), *_axis(lanes.values()))
    rows = _Rows(lanes, fleet, first_vehicle, around)
    bands = rows.bands(TALL_LANE)
    if _height(bands) > height:
        bands = rows.bands(LANE_HEIGHT)
    return BoardPlan(scale, bands, _height(bands))


def _height(bands: Sequence[Band]) -> float:
    return bands[-1].top + bands[-1].height if bands else 0.0


@dataclass(frozen=True)
class _Rows:
    """What the bands are made from."""

    lanes: Mapping[VehicleDay, Lane]
    fleet: Mapping[UUID, str]
    first_vehicle: UUID | None
    around: Surroundings

    def bands(self, lane_height: float) -> tuple[Band, ...]:
        """A band per date, the first at the top."""
        bands: list[Band] = []
        for day in self._dates():
            bands.append(self._band(day, _height(bands), lane_height))
        return tuple(bands)

    def _dates(self) -> list[date]:
        """The tour's dates, the days between two of them, and the holidays in longer gaps."""
        own = sorted({where.day for where in self.lanes})
        found = set(own)
        for before, after in pairwise(own):
            between = days_from(before, after)
            is_long = len(between) > _LONGEST_GAP
            found.update(day for day in between if not is_long or self._freedom(day).holiday)
        return sorted(found)

    def _freedom(self, day: date) -> Freedom:
        return self.around.free.get(day, Freedom())

    def _band(self, day: date, top: float, lane_height: float) -> Band:
        freedom = self._freedom(day)
        keys = [VehicleDay(day, vehicle_id) for vehicle_id in self.fleet]
        if freedom.is_off and not any(key in self.lanes for key in keys):
            slots = tuple(self._slot(key, top + 3, THIN_BAND - 6, is_thin=True) for key in keys)
            return Band(day, top, THIN_BAND, slots, freedom)
        below = top + BAND_PADDING
        placed: list[Slot] = []
        for key in keys:
            height = lane_height if key in self.lanes else FREE_LANE
            placed.append(self._slot(key, below, height))
            below += height + LANE_GAP
        return Band(day, top, below - LANE_GAP + BAND_PADDING - top, tuple(placed), freedom)

    def _slot(self, where: VehicleDay, top: float, height: float, *, is_thin: bool = False) -> Slot:
        lane = self.lanes.get(where)
        return Slot(
            where,
            self.fleet[where.vehicle_id],
            where.vehicle_id == self.first_vehicle,
            top,
            height,
            replace(lane, top=top, height=height) if lane is not None else None,
            tuple(each for each in self.around.obstacles if (each.day, each.vehicle_id) == where),
            is_thin,
        )


def vehicles(days: Iterable[TourDayRow]) -> dict[UUID, str]:
    """The vehicles of a tour with their names, in the order they first appear."""
    return {row.vehicle_id: row.vehicle for row in days}


def _numbers(days: Sequence[TourDayRow]) -> dict[UUID, int]:
    """Each vehicle's stops numbered from 1 through all its days."""
    counts: dict[UUID, int] = {}
    found: dict[UUID, int] = {}
    for row in days:
        for stop in row.stops:
            counts[row.vehicle_id] = counts.get(row.vehicle_id, 0) + 1
            found[stop.event.id] = counts[row.vehicle_id]
    return found


def _lane(row: TourDayRow, numbers: Mapping[UUID, int], *, is_round: bool) -> Lane:
    blocks: list[Block] = []
    for stop in row.stops:
        before = blocks[-1].leaves if blocks else _UNTIMED_FROM
        blocks.append(_block(stop, row.day, numbers[stop.event.id], before, is_round=is_round))
    return Lane(row, is_round, 0.0, tuple(blocks), tuple(_drives(row, blocks)))


def _block(stop: StopRow, day: date, number: int, before: int, *, is_round: bool) -> Block:
    starts, ends = stop.event.starts_at, stop.event.ends_at
    if starts is None:
        begins = before + stop.leg.minutes
        ends_at = begins + _UNTIMED_LENGTH
        return Block(stop, number, is_round, begins, begins, ends_at, ends_at, is_timed=False)
    opens = minute_on(day, starts)
    closes = minute_on(day, ends or starts)
    return Block(stop, number, is_round, opens - stop.set_up_minutes, opens, closes, closes + stop.tear_down_minutes)


def _drives(row: TourDayRow, blocks: Sequence[Block]) -> list[Drive]:
    found: list[Drive] = []
    for leg, block in enumerate(blocks):
        drive = block.stop.leg
        is_late = bool(leg) and block.arrives - blocks[leg - 1].leaves < drive.minutes
        begins = block.arrives - drive.minutes
        found.append(Drive(leg, drive.minutes, begins, block.arrives, is_late, drive.is_corrected))
    if blocks and row.home is not None:
        begins, minutes = blocks[-1].leaves, row.home.minutes
        found.append(
            Drive(len(blocks), minutes, begins, begins + minutes, is_late=False, is_corrected=row.home.is_corrected)
        )
    return [drive for drive in found if drive.minutes]


def _axis(lanes: Iterable[Lane]) -> tuple[int, int]:
    """The hours the axis shows: 06:00 to 20:00, and as much more as the tour needs."""
    edges = [edge for lane in lanes for block in lane.blocks for edge in (block.arrives, block.leaves)]
    edges += [edge for lane in lanes for drive in lane.drives for edge in (drive.begins, drive.ends)]
    first = min([FIRST_MINUTE, *edges]) // HOUR * HOUR
    last = -(-max([LAST_MINUTE, *edges]) // HOUR) * HOUR
    return max(0, first), min(last, _DAY + 6 * HOUR)


def minute_on(day: date, moment: datetime) -> int:
    """Minutes from the local midnight of a day to a moment, by the clock on the wall."""
    local = moment.astimezone(BERLIN)
    return (local.date() - day).days * _DAY + local.hour * HOUR + local.minute


def days_from(first: date, last: date) -> list[date]:
    """All days from the first to the last, both included."""
    return [first + timedelta(days=at) for at in range((last - first).days + 1)]
