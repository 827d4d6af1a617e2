"""The times of a day whose order is known: starts, breaks, departure and return."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from domain.planning.day_labels import Kind, Stay
from domain.rules.working_day import SHORTEST_BREAK, working_day

MOST_GAPS_RESTED = 7
"""Gaps between stops in which a break is looked for; days of more stops rest in the first ones."""

FULL_MINUTES = 5
"""People are told times in full five minutes."""

Matrix = Sequence[Sequence[int]]
Breaks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class DayTimes:
    """The minutes of the day at which stays begin, the crew leaves and is back.

    `rests` are the breaks taken on the road, as (number of the stop before, minutes): waiting of 15 min or more, and
    the break after the last stop. Without breaks in the problem there are none.
    """

    starts: tuple[int, ...]
    departure: int
    back: int
    drive: int
    rests: tuple[tuple[int, int], ...] = ()


def day_times(kind: Kind, order: Sequence[Stay], minutes: Matrix, breaks: Breaks) -> DayTimes | None:
    """The day that calls at `order`: over as early as it can be, and begun as late as that allows.

    With `breaks` (empty = none) also those due by `domain.rules.working_day`: if waiting, rest in turns and a break
    after the last stop do not do, breaks are put between stops, as few minutes as possible. None if no times keep
    windows, limits and breaks.
    """
    places = [kind.origin, *(stay.place for stay in order)]
    legs = [minutes[a][b] for a, b in pairwise(places)]
    home = minutes[places[-1]][kind.destination]
    drive = sum(legs) + home
    if drive > kind.max_drive:
        return None
    for pauses in _pauses(len(order), breaks):
        found = _walk(kind, order, [a + b for a, b in zip(legs, pauses, strict=True)], home)
        if found is None:
            if not any(pauses):
                return None
            continue
        starts, end = found
        departure = starts[0] - legs[0]
        if not breaks:
            return DayTimes(starts, departure, end, drive)
        stays = [(start, start + stay.duration) for start, stay in zip(starts, order, strict=True)]
        done = working_day(stays, legs, home, breaks, relieved=kind.relieved)
        back = end + done.inserted
        if done.unbroken <= breaks[0][0] and back <= kind.closes and done.presence <= kind.max_work:
            rests = [*done.spare, done.inserted]
            taken = tuple((at, rest) for at, rest in enumerate(rests) if rest >= SHORTEST_BREAK)
            return DayTimes(starts, departure, back, drive, taken)
    return None


def told_times(
    kind: Kind, order: Sequence[Stay], minutes: Matrix, breaks: Breaks, told: Mapping[str, int]
) -> DayTimes | None:
    """The times of `order` as people are told them: starts already `told` stay, the others go by full five minutes.

    Both only where windows, limits and breaks leave room; a start is moved later rather than earlier.
    """
    times = day_times(kind, order, minutes, breaks)
    if times is None:
        return None
    stays = list(order)

    def move(at: int, start: int, until_now: DayTimes) -> DayTimes:
        stay = stays[at]
        stays[at] = stay._replace(earliest=start, latest=start)
        possible = stay.earliest <= start <= stay.latest
        moved = day_times(kind, stays, minutes, breaks) if possible else None
        if moved is None:
            stays[at] = stay
        return moved or until_now

    for at, stay in enumerate(order):
        times = move(at, told[stay.stop], times) if stay.stop in told else times
    for at in range(len(stays)):
        odd = times.starts[at] % FULL_MINUTES
        times = move(at, times.starts[at] + -odd % FULL_MINUTES, times)
        if times.starts[at] % FULL_MINUTES:
            times = move(at, times.starts[at] - odd, times)
    return times


def _walk(kind: Kind, order: Sequence[Stay], legs: Sequence[int], home: int) -> tuple[tuple[int, ...], int] | None:
    """Starts and return of the day with these minutes before each stay; None if a window or limit does not hold."""
    now, leaves, worked = kind.opens, kind.closes, 0
    for stay, leg in zip(order, legs, strict=True):
        now = max(now + leg, stay.earliest)
        if now > stay.latest:
            return None
        leaves = min(leaves, stay.latest - worked - leg)
        worked += leg + stay.duration
        now += stay.duration
    end = now + home
    now = leaves = min(end - worked - home, leaves)
    if end > kind.closes or end - leaves > kind.max_work:
        return None
    starts = []
    for stay, leg in zip(order, legs, strict=True):
        starts.append(max(now + leg, stay.earliest))
        now = starts[-1] + stay.duration
    return tuple(starts), end


def _pauses(stops: int, breaks: Breaks) -> tuple[tuple[int, ...], ...]:
    """Minutes of break to try before each stop: none first, then by rising sum; never before the first stop."""
    gaps = min(stops - 1, MOST_GAPS_RESTED) if breaks else 0
    due = tuple(pause for _, pause in breaks)
    return tuple((0, *pauses, *[0] * (stops - 1 - gaps)) for pauses in _by_sum(gaps, due))


@lru_cache(maxsize=32)
def _by_sum(gaps: int, due: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Whole breaks and pieces of them, at most the longest break in all: the law wants pieces of 15 min or more."""
    pieces = {0, *due, *(pause - SHORTEST_BREAK for pause in due)}
    pieces = {piece for piece in pieces if piece == 0 or piece >= SHORTEST_BREAK} | ({SHORTEST_BREAK} if due else set())
    most = max(due, default=0)
    found = [each for each in product(sorted(pieces), repeat=gaps) if sum(each) <= most]
    return tuple(sorted(found, key=lambda each: (sum(each), each)))
