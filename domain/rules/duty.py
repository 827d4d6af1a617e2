"""The working day of a crew: when it leaves, arrives, waits, rests and is back, and which limits it breaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.rules.local import later, minutes_between

SHORTEST_BREAK = 15
"""Minutes from which a pause counts as a break (ArbZG § 4 sentence 2)."""

RELIEVED_FROM = 180
"""Minutes of a stay from which a crew of two or more relieves each other, so that everybody rests on the spot."""

Breaks = Sequence[tuple[int, int]]
"""(worked more than, minutes of break due), by rising hours; ArbZG § 4: (360, 30), (540, 45)."""


@dataclass(frozen=True, slots=True)
class TimedStop:
    """A stop with fixed opening times (aware) and what lies before and behind them, in minutes."""

    opens_at: datetime
    closes_at: datetime
    set_up: int = 0
    tear_down: int = 0

    @property
    def arrival(self) -> datetime:
        """The latest arrival that leaves time for setting up."""
        return later(self.opens_at, -self.set_up)

    @property
    def departure(self) -> datetime:
        """The earliest departure after tearing down."""
        return later(self.closes_at, self.tear_down)

    @property
    def stay(self) -> int:
        """Minutes from arrival to departure."""
        return minutes_between(self.arrival, self.departure)


@dataclass(frozen=True, slots=True)
class StopTimes:
    """When the vehicle stands at a stop. `waiting` are minutes to spare before it, `late` minutes that are missing."""

    arrival: datetime
    departure: datetime
    waiting: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class DaySchedule:
    """A crew's day; durations in minutes.

    `presence` runs from leaving to being back, `duty` is presence less `rest`. `rest` are the breaks taken: waiting
    of 15 min or more, rest in turns at a long stop, and `inserted`, a break after the last stop that delays the
    return. `unbroken` is the longest work without a break.
    """

    stops: tuple[StopTimes, ...]
    leaves_at: datetime
    returns_at: datetime
    drive: int
    presence: int
    rest: int
    inserted: int
    unbroken: int

    @property
    def duty(self) -> int:
        """Minutes worked: presence without the breaks."""
        return self.presence - self.rest

    def break_missing(self, breaks: Breaks) -> int:
        """By how many minutes the longest work without a break exceeds what is allowed in one go; 0 = kept."""
        return max(0, self.unbroken - breaks[0][0]) if breaks else 0


def breaks_due(net_minutes: int, breaks: Breaks) -> int:
    """Minutes of break due for `net_minutes` of work: the largest whose threshold is exceeded (ArbZG § 4)."""
    return max((pause for worked, pause in breaks if net_minutes > worked), default=0)


def break_to_insert(net_minutes: int, rested: int, breaks: Breaks) -> int:
    """Minutes still to be rested after `rested` minutes in pieces of 15 or more; at least a whole piece, or none."""
    missing = breaks_due(net_minutes, breaks) - rested
    return max(SHORTEST_BREAK, missing) if missing > 0 else 0


def day_schedule(
    stops: Sequence[TimedStop], legs: Sequence[int], home_leg: int, breaks: Breaks, *, crew: int | None = None
) -> DaySchedule:
    """The day of a vehicle that calls at `stops` in the given order.

    `legs` are the drive minutes that lead to each stop, the first from the depot; `home_leg` leads home or to the
    overnight place. The vehicle leaves as late as it can. Waiting of 15 min or more is break. If more break is due
    (planning note 5), a crew of two or more (None = nobody knows, taken as two) rests in turns at a stop of three
    hours or more; otherwise the break is inserted after the last stop. A stop that begins before the vehicle can be
    there bears the minutes that are missing in `late`; the following times are computed as if it were there in time.

    Raises:
        ValueError: there is no stop, or not one leg for each.
    """
    if not stops or len(stops) != len(legs):
        raise ValueError((len(stops), len(legs)))
    times = _stop_times(stops, legs)
    leaves_at = later(times[0].arrival, -legs[0])
    back_at = later(times[-1].departure, home_leg)
    waits = sum(stop.waiting for stop in times if stop.waiting >= SHORTEST_BREAK)
    presence = max(0, minutes_between(leaves_at, back_at))
    relieved = crew is None or crew > 1
    missing = break_to_insert(presence - waits, waits, breaks)
    in_turns = missing if relieved and any(stop.stay >= RELIEVED_FROM for stop in stops) else 0
    inserted = missing - in_turns
    return DaySchedule(
        stops=times,
        leaves_at=leaves_at,
        returns_at=later(back_at, inserted),
        drive=sum(legs) + home_leg,
        presence=presence + inserted,
        rest=waits + missing,
        inserted=inserted,
        unbroken=_longest_work(_stretches(times, leaves_at, home_leg, inserted, relieved=relieved), breaks),
    )


def _stop_times(stops: Sequence[TimedStop], legs: Sequence[int]) -> tuple[StopTimes, ...]:
    times = [StopTimes(stops[0].arrival, stops[0].departure)]
    for stop, leg in zip(stops[1:], legs[1:], strict=True):
        spare = minutes_between(times[-1].departure, stop.arrival) - leg
        times.append(StopTimes(stop.arrival, stop.departure, waiting=max(0, spare), late=max(0, -spare)))
    return tuple(times)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A piece of the day in minutes since leaving: from `begins`, when the crew last rested, to `ends`.

    `rest_from` is when rest in turns becomes possible within it, None if it does not.
    """

    begins: int
    ends: int
    rest_from: int | None = None


def _stretches(
    times: Sequence[StopTimes], leaves_at: datetime, home_leg: int, inserted: int, *, relieved: bool
) -> list[_Stretch]:
    """The day cut at its breaks; a stop where the crew rests in turns ends a piece at its departure."""
    pieces: list[_Stretch] = []
    begins = 0
    for stop in times:
        arrival, departure = minutes_between(leaves_at, stop.arrival), minutes_between(leaves_at, stop.departure)
        if stop.waiting >= SHORTEST_BREAK:
            pieces.append(_Stretch(begins, arrival - stop.waiting))
            begins = arrival
        if relieved and departure - arrival >= RELIEVED_FROM:
            pieces.append(_Stretch(begins, departure, rest_from=arrival))
            begins = departure
    last = minutes_between(leaves_at, times[-1].departure)
    if inserted:
        pieces.append(_Stretch(begins, last))
        begins = last
    pieces.append(_Stretch(begins, last + home_leg))
    return pieces


def _longest_work(pieces: Sequence[_Stretch], breaks: Breaks) -> int:
    """The longest work without a break, if everybody rests in turns at the best moment."""
    allowed = breaks[0][0] if breaks else 0
    return max(_work(piece, allowed) for piece in pieces)


def _work(piece: _Stretch, allowed: int) -> int:
    whole = piece.ends - piece.begins
    if piece.rest_from is None or whole <= allowed:
        return whole
    # Rest in turns can begin the moment the limit is reached, and again later, but not before the arrival.
    return max(piece.rest_from - piece.begins, allowed)
