"""The clock of one planning run: how long it may take, whether it was cancelled, and what it tells on the way."""

from collections.abc import Callable
from copy import copy
from time import perf_counter

from domain.planning.plan import Effort, Phase, Progress

RESERVE = 0.25
"""Seconds at the end in which routes are timed and what is left out is explained."""

RESERVE_SHARE = 0.1
"""The reserve is no larger a part of the time than this."""


class StoppedError(Exception):
    """The time is up, or somebody has cancelled; what has been found until then counts."""


class Watch:
    """Knows the time since the run began (seconds of wall time) and reports phase, best cost and bound.

    With `iterations` in the effort the clock limits nothing, so that the same plan comes every time.
    """

    def __init__(self, effort: Effort, report: Callable[[Progress], None], cancelled: Callable[[], bool]) -> None:
        """The run begins now."""
        self._begun = perf_counter()
        self._report = report
        self._cancelled = cancelled
        self.timed = effort.iterations is None
        reserve = min(RESERVE, RESERVE_SHARE * effort.seconds)
        self.limit = max(0.0, effort.seconds - reserve) if self.timed else float("inf")
        self.phase = Phase.preparing
        self.cost: int | None = None
        self.bound: float | None = None
        self.cancelled = False

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return perf_counter() - self._begun

    @property
    def left(self) -> float:
        """Seconds until the time is up; infinite if the clock limits nothing."""
        return max(0.0, self.limit - self.seconds)

    def quiet(self, seconds: float) -> "Watch":
        """A clock that tells nothing and stops after these seconds, if this one does not stop before."""
        other = copy(self)
        other.limit = min(self.limit, self.seconds + seconds) if self.timed else self.limit
        other._report = lambda _: None  # noqa: SLF001 - a copy of this very object
        return other

    def enter(self, phase: Phase) -> None:
        """A new phase begins."""
        self.phase = phase
        self.tell()

    def tell(self, cost: int | None = None, bound: float | None = None) -> None:
        """Report how far it is; a better cost or bound is remembered."""
        if cost is not None and (self.cost is None or cost < self.cost):
            self.cost = cost
        if bound is not None and (self.bound is None or bound > self.bound):
            self.bound = bound
        self._report(Progress(self.phase, self.seconds, self.cost, self.bound))

    def over(self, until: float | None = None) -> bool:
        """Whether it was cancelled, or the time (or the second `until`, if that is earlier) has come."""
        if not self.cancelled and self._cancelled():
            self.cancelled = True
        return self.cancelled or self.passed(until)

    def passed(self, until: float | None = None) -> bool:
        """Whether the time is up, or the second `until` has come."""
        return self.timed and self.seconds >= min(self.limit, self.limit if until is None else until)

    def pause(self) -> None:
        """Stop here if it was cancelled or the time is up.

        Raises:
            StoppedError: one of the two.
        """
        if self.over():
            raise StoppedError
