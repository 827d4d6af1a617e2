"""The working day of a crew: when it leaves, arrives, waits, rests and is back, and which limits it breaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.rules.local import later, minutes_between
from domain.rules.working_day import Breaks, relieves, working_day


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
    day = working_day(_minutes(stops), legs, home_leg, breaks, relieved=relieves(crew))
    leaves_at = later(stops[0].arrival, -legs[0])
    return DaySchedule(
        stops=tuple(
            StopTimes(stop.arrival, stop.departure, waiting=max(0, spare), late=max(0, -spare))
            for stop, spare in zip(stops, (0, *day.spare), strict=True)
        ),
        leaves_at=leaves_at,
        returns_at=later(stops[-1].departure, home_leg + day.inserted),
        drive=sum(legs) + home_leg,
        presence=day.presence,
        rest=day.rest,
        inserted=day.inserted,
        unbroken=day.unbroken,
    )


def _minutes(stops: Sequence[TimedStop]) -> list[tuple[int, int]]:
    """Arrival and departure at each stop in minutes since the first arrival; passing time, also when clocks change."""
    first = stops[0].arrival
    return [(minutes_between(first, stop.arrival), minutes_between(first, stop.departure)) for stop in stops]
