"""The working day of a crew in minutes: waiting, breaks and the longest work without one."""

from collections.abc import Sequence
from dataclasses import dataclass

SHORTEST_BREAK = 15
"""Minutes from which a pause counts as a break (ArbZG § 4 sentence 2)."""

RELIEVED_FROM = 180
"""Minutes of a stay from which a crew of two or more relieves each other, so that everybody rests on the spot."""

Breaks = Sequence[tuple[int, int]]
"""(worked more than, minutes of break due), by rising hours; ArbZG § 4: (360, 30), (540, 45)."""


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """A crew's day; durations in minutes.

    `spare` are the minutes between the arrival that is possible and the one agreed, for each stop but the first;
    below 0 they are missing. `presence` runs from leaving to being back. `rest` are the breaks taken: waiting of
    15 min or more, rest in turns at a long stop, and `inserted`, a break after the last stop that delays the return.
    `unbroken` is the longest work without a break.
    """

    spare: tuple[int, ...]
    presence: int
    rest: int
    inserted: int
    unbroken: int


def breaks_due(net_minutes: int, breaks: Breaks) -> int:
    """Minutes of break due for `net_minutes` of work: the largest whose threshold is exceeded (ArbZG § 4)."""
    return max((pause for worked, pause in breaks if net_minutes > worked), default=0)


def break_to_insert(net_minutes: int, rested: int, breaks: Breaks) -> int:
    """Minutes still to be rested after `rested` minutes in pieces of 15 or more; at least a whole piece, or none."""
    missing = breaks_due(net_minutes, breaks) - rested
    return max(SHORTEST_BREAK, missing) if missing > 0 else 0


def relieves(crew: int | None) -> bool:
    """Whether a crew can rest in turns: two or more; None = nobody knows, taken as two."""
    return crew is None or crew > 1


def working_day(
    stays: Sequence[tuple[int, int]], legs: Sequence[int], home_leg: int, breaks: Breaks, *, relieved: bool
) -> WorkingDay:
    """The day of a crew that stays somewhere `stays` long: minutes of arrival and departure, in order, at least one.

    `legs` are the drive minutes that lead to each stay, `home_leg` leads home. The crew leaves as late as it can.
    Waiting of 15 min or more is break. If more break is due (planning note 5), a `relieved` crew rests in turns at a
    stay of three hours or more; otherwise the break is inserted after the last stop.
    """
    leaves_at = stays[0][0] - legs[0]
    spare = [after[0] - before[1] - leg for before, after, leg in zip(stays, stays[1:], legs[1:], strict=False)]
    waits = sum(each for each in spare if each >= SHORTEST_BREAK)
    presence = max(0, stays[-1][1] + home_leg - leaves_at)
    missing = break_to_insert(presence - waits, waits, breaks)
    long_stay = relieved and any(departure - arrival >= RELIEVED_FROM for arrival, departure in stays)
    inserted = 0 if long_stay else missing
    allowed = breaks[0][0] if breaks else 0
    unbroken = _longest_work(stays, (0, *spare), leaves_at, (home_leg, inserted), allowed if relieved else None)
    return WorkingDay(tuple(spare), presence + inserted, waits + missing, inserted, unbroken)


def _longest_work(
    stays: Sequence[tuple[int, int]], spare: Sequence[int], leaves_at: int, home: tuple[int, int], in_turns: int | None
) -> int:
    """The longest work without a break, if everybody rests in turns at the best moment.

    Rest in turns (possible where `in_turns` is given) can begin the moment that limit is reached, and again later, but
    not before the arrival at the long stay. `home` is the drive home and the break inserted before it.
    """
    longest, begins = 0, leaves_at
    for (arrival, departure), waiting in zip(stays, spare, strict=True):
        if waiting >= SHORTEST_BREAK:
            longest, begins = max(longest, arrival - waiting - begins), arrival
        if in_turns is not None and departure - arrival >= RELIEVED_FROM:
            whole = departure - begins
            longest = max(longest, whole if whole <= in_turns else max(arrival - begins, in_turns))
            begins = departure
    home_leg, inserted = home
    last = stays[-1][1]
    if inserted:
        longest, begins = max(longest, last - begins), last
    return max(longest, last + home_leg - begins)
