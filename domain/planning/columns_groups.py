"""Cells that are alike, and the stops with their hours that can be visited in them, as arrays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from domain.planning.problem import Cell, PlanningVehicle, Problem

Bits = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int32]
Rows = npt.NDArray[np.intp]
Small = npt.NDArray[np.int16]

WORD = 64
"""Bits in one word of a mask."""


@dataclass(frozen=True, slots=True)
class Variant:
    """How the cells of a group are driven: from where to where, in which hours and within which limits (minutes)."""

    origin: int
    destination: int
    opens: int
    closes: int
    max_work: int
    max_drive: int
    crew: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """Cells driven alike, and the alternatives (a stop with its hours) that are possible in one of them at least.

    `mask[a]` has a bit for each of `cells` in which alternative `a` is possible. `earliest` and `latest` bound the
    start of the stay. `follows[a]` has a bit for each alternative that may come after `a` in one day, at once or
    later. `near*` are the shortest drives by way of any place, so that a check with them never refuses too much:
    rounded minutes can make a detour shorter than the way itself.
    """

    variant: Variant
    cells: tuple[Cell, ...]
    stop: Small
    earliest: Ints
    latest: Ints
    duration: Ints
    mask: Bits
    drive: Ints
    out: Ints
    home: Ints
    near_home: Ints
    follows: Bits
    zobrist: Bits

    @property
    def size(self) -> int:
        """How many alternatives there are."""
        return len(self.stop)


@dataclass(frozen=True, slots=True)
class Roads:
    """Drive minutes between places: as they are, and the shortest by way of any places."""

    minutes: Ints
    near: Ints

    @classmethod
    def of(cls, problem: Problem) -> "Roads":
        """The roads of a problem."""
        minutes = np.array(problem.minutes, dtype=np.int32).reshape(len(problem.minutes), len(problem.minutes))
        return cls(minutes, shortest(minutes))


def groups(problem: Problem, candidates: Mapping[str, Iterable[Cell]], roads: Roads, *, seed: int = 7) -> list[Group]:
    """The groups of a problem, given the cells possible for each stop (by id).

    A cell with a night before or behind it is in several groups. `seed` feeds the keys by which sets are recognised;
    it changes nothing in the result.
    """
    number = {stop.id: index for index, stop in enumerate(problem.stops)}
    rng = np.random.default_rng(seed)
    wanted: dict[Cell, list[int]] = {}
    for stop_id, cells in candidates.items():
        for cell in cells:
            wanted.setdefault(cell, []).append(number[stop_id])
    found = []
    for variant, cells in _variants(problem, wanted).items():
        hours: dict[tuple[int, int, int], list[int]] = {}
        for bit, cell in enumerate(cells):
            for stop in sorted(wanted[cell]):
                hours.setdefault((stop, *_start_hours(problem, stop, cell.day)), []).append(bit)
        found.append(_group(problem, roads, variant, tuple(cells), hours, rng))
    return found


def shortest(minutes: Ints) -> Ints:
    """The shortest drives by way of any places (Floyd and Warshall)."""
    near = minutes.copy()
    for via in range(len(near)):
        np.minimum(near, near[:, via, None] + near[None, via, :], out=near)
    return near


def pack(flags: Flags) -> Bits:
    """Rows of flags as rows of 64-bit words, the first flag in the lowest bit."""
    rows, columns = flags.shape
    words = max(1, -(-columns // WORD))
    padded = np.zeros((rows, words * WORD), dtype=np.bool_)
    padded[:, :columns] = flags
    return np.packbits(padded, axis=1, bitorder="little").view(np.uint64)


def unpack(bits: Bits, columns: int) -> Flags:
    """The first `columns` flags of each row of words."""
    flat = np.ascontiguousarray(bits).view(np.uint8)
    return np.unpackbits(flat, axis=1, bitorder="little", count=columns).view(np.bool_)


def _variants(problem: Problem, wanted: Mapping[Cell, list[int]]) -> dict[Variant, list[Cell]]:
    """The cells in which anything is possible, by the way they are driven."""
    nights: dict[Cell, list[int]] = {}
    for night in problem.nights:
        nights.setdefault(Cell(night.vehicle, night.day), []).append(night.place)
    found: dict[Variant, list[Cell]] = {}
    for cell in sorted(wanted):
        vehicle = problem.vehicle_of[cell.vehicle]
        for origin in (vehicle.depot, *nights.get(Cell(cell.vehicle, cell.day - 1), ())):
            for destination in (vehicle.depot, *nights.get(cell, ())):
                found.setdefault(_variant(vehicle, origin, destination), []).append(cell)
    return found


def _variant(vehicle: PlanningVehicle, origin: int, destination: int) -> Variant:
    limits = (vehicle.opens, vehicle.closes, vehicle.max_work, vehicle.max_drive)
    return Variant(origin, destination, *limits, vehicle.crew)


def _start_hours(problem: Problem, stop: int, day: int) -> tuple[int, int]:
    """Between which minutes the stay can begin; at one minute only, where that is fixed."""
    each = problem.stops[stop]
    window = each.window(day)
    if window is None:
        raise ValueError((each.id, day))
    fixed = problem.fixed_of.get(each.id)
    earliest, latest = window.opens, window.closes - each.duration
    if fixed is not None and fixed.start is not None:
        earliest, latest = max(earliest, fixed.start), min(latest, fixed.start)
    return earliest, latest


def _group(
    problem: Problem,
    roads: Roads,
    variant: Variant,
    cells: tuple[Cell, ...],
    hours: Mapping[tuple[int, int, int], list[int]],
    rng: np.random.Generator,
) -> Group:
    minutes, near = roads.minutes, roads.near
    stop = np.array([key[0] for key in hours], dtype=np.int16)
    place = np.array([problem.stops[key[0]].place for key in hours], dtype=np.intp)
    flags = np.zeros((len(hours), len(cells)), dtype=np.bool_)
    for row, bits in enumerate(hours.values()):
        flags[row, bits] = True
    mask = pack(flags)
    earliest = np.array([key[1] for key in hours], dtype=np.int32)
    latest = np.array([key[2] for key in hours], dtype=np.int32)
    duration = np.array([problem.stops[key[0]].duration for key in hours], dtype=np.int32)
    near_out, near_home = near[variant.origin, place], near[place, variant.destination]
    follows = _follows(variant, (earliest, latest, duration), (near_out, near[np.ix_(place, place)], near_home))
    for row in range(len(hours)):
        follows[row] &= (mask[row] & mask).any(axis=1)
    return Group(
        variant=variant,
        cells=cells,
        stop=stop,
        earliest=earliest,
        latest=latest,
        duration=duration,
        mask=mask,
        drive=np.ascontiguousarray(minutes[np.ix_(place, place)]),
        out=minutes[variant.origin, place],
        home=minutes[place, variant.destination],
        near_home=near_home,
        follows=pack(follows),
        zobrist=rng.integers(1, 2**63, size=len(hours), dtype=np.uint64),
    )


def _follows(variant: Variant, stays: tuple[Ints, Ints, Ints], near: tuple[Ints, Ints, Ints]) -> Flags:
    """Which alternative (column) can come after which (row) in one day, all drives being the shortest."""
    earliest, latest, duration = stays
    out, between, home = near
    first = np.maximum(variant.opens + out, earliest)
    ends = np.maximum((first + duration)[:, None] + between, earliest[None, :]) + duration
    before = (out + duration)[:, None] + between
    leaves = np.minimum((latest - out)[:, None], latest[None, :] - before)
    presence = np.maximum(before + duration, ends - leaves) + home
    fits: Flags = (first <= latest)[:, None] & (ends - duration <= latest[None, :])
    fits &= (ends + home <= variant.closes) & (presence <= variant.max_work)
    fits &= out[:, None] + between + home <= variant.max_drive
    np.fill_diagonal(fits, val=False)
    return fits
