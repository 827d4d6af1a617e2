"""Lays a tour out: a row per day and vehicle, time to scale from left to right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from domain.rows.tours import StopRow, TourDayRow
from domain.terms import BERLIN
from gui.pages.tours.plan import (
    FIRST_MINUTE,
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
)

DAY_WIDTH, METER_WIDTH = 92, 126
LANE_GAP, BAND_PADDING, NOTE_HEIGHT = 4, 8, 36
_DAY = 24 * HOUR
_UNTIMED_FROM, _UNTIMED_LENGTH = 9 * HOUR, 90
"""Where a stop without a time is shown if it is the day's first, and how long, in minutes."""


def plan_board(days: Sequence[TourDayRow], width: float, free: Mapping[date, Freedom], height: float = 0) -> BoardPlan:
    """Lay a tour out for a width in pixels; `free` names the holidays from its first to its last day.

    Lanes are tall where all of them find room in `height` pixels.
    """
    numbers = _numbers(days)
    first_vehicle = next(iter(vehicles(days)), None)
    lanes = [_lane(row, numbers, is_round=row.vehicle_id == first_vehicle) for row in days]
    first, last = _axis(lanes)
    scale = Scale(DAY_WIDTH, max(1.0, width - DAY_WIDTH - METER_WIDTH), first, last)
    dates = _dates(lanes, free)
    bands = _bands(dates, free, TALL_LANE)
    if _height(bands) > height:
        bands = _bands(dates, free, LANE_HEIGHT)
    return BoardPlan(scale, bands, _height(bands))


def _bands(
    dates: Sequence[tuple[date, list[Lane]]], free: Mapping[date, Freedom], lane_height: float
) -> tuple[Band, ...]:
    bands: list[Band] = []
    for day, found in dates:
        bands.append(_band(day, _height(bands), found, free.get(day, Freedom()), lane_height))
    return tuple(bands)


def _height(bands: Sequence[Band]) -> float:
    return bands[-1].top + bands[-1].height if bands else 0.0


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


def _dates(lanes: Sequence[Lane], free: Mapping[date, Freedom]) -> list[tuple[date, list[Lane]]]:
    """The tour's dates with their lanes, and the public holidays between them."""
    by_date = {day: list(found) for day, found in groupby(lanes, key=lambda lane: lane.row.day)}
    if not by_date:
        return []
    first, last = min(by_date), max(by_date)
    between: dict[date, list[Lane]] = {day: [] for day, why in free.items() if why.holiday and first < day < last}
    return sorted((between | by_date).items())


def _band(day: date, top: float, lanes: Sequence[Lane], freedom: Freedom, lane_height: float) -> Band:
    if not lanes:
        return Band(day, top, NOTE_HEIGHT, (), freedom)
    pitch = lane_height + LANE_GAP
    placed = tuple(
        replace(lane, top=top + BAND_PADDING + at * pitch, height=lane_height) for at, lane in enumerate(lanes)
    )
    return Band(day, top, 2 * BAND_PADDING + len(lanes) * pitch - LANE_GAP, placed, freedom)


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


def neighbour(days: Sequence[TourDayRow], day_id: UUID, step: int) -> TourDayRow | None:
    """The same vehicle's next day of the tour (+1) or the one before (-1); None at the end."""
    own = next((row for row in days if row.id == day_id), None)
    if own is None:
        return None
    same = [row for row in days if row.vehicle_id == own.vehicle_id]
    at = same.index(own) + step
    return same[at] if 0 <= at < len(same) else None


def days_from(first: date, last: date) -> list[date]:
    """All days from the first to the last, both included."""
    return [first + timedelta(days=at) for at in range((last - first).days + 1)]
