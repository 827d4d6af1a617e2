"""Pieces of a day that can be joined in constant time: what one more stay at a given place in the order does."""

from collections.abc import Sequence
from typing import NamedTuple

from domain.planning.problem import PlanningStop, Window

Minutes = Sequence[Sequence[int]]
"""Drive minutes between places."""


class Span(NamedTuple):
    """A piece of a day in a fixed order: `length` minutes at least, if it begins between `earliest` and `latest`.

    Waiting is in `length`, breaks are not. `drive` are the minutes at the wheel in it, `first` and `last` its places.
    This is the usual segment arithmetic for time windows (Vidal et al. 2013, section 4.1, without time warp).
    """

    length: int
    earliest: int
    latest: int
    drive: int
    first: int
    last: int


class Slot(NamedTuple):
    """A place in the order of a day: what lies before, what lies behind, and the detour in minutes for one place."""

    at: int
    before: Span
    after: Span
    detour: int


def garage(place: int, opens: int, closes: int) -> Span:
    """The depot (or a night's place) at one end of the day."""
    return Span(0, opens, closes, 0, place, place)


def stay(stop: PlanningStop, window: Window) -> Span:
    """A stop in a window; one that is longer than the window has no time to begin (earliest > latest)."""
    return Span(stop.duration, window.opens, window.closes - stop.duration, 0, stop.place, stop.place)


def joined(first: Span, then: Span, minutes: Minutes) -> Span | None:
    """Both pieces one after the other with the drive between them; None if the second would begin too late."""
    length, earliest, latest, driven, start, end = first
    next_length, next_earliest, next_latest, next_driven, next_first, last = then
    leg = minutes[end][next_first]
    reach = length + leg
    if earliest + reach > next_latest or next_earliest > next_latest:
        return None
    waits = next_earliest - reach - latest
    if waits > 0:  # leaving as late as it can, it still comes too early
        return Span(reach + waits + next_length, latest, latest, driven + leg + next_driven, start, last)
    begins = max(earliest, next_earliest - reach)
    return Span(reach + next_length, begins, min(latest, next_latest - reach), driven + leg + next_driven, start, last)


def chain(spans: Sequence[Span], minutes: Minutes) -> Span | None:
    """All pieces one after the other, None where one would begin too late."""
    whole: Span | None = spans[0]
    for span in spans[1:]:
        if whole is None:
            return None
        whole = joined(whole, span, minutes)
    return whole


class Row:
    """A vehicle's day in a fixed order, prepared for the question what one more stay would do at each place in it.

    `spans` are the stays; `start` and `end` the garages at both ends. `fits` says whether the day as it stands can be
    driven in its windows (limits of duty and drive are the caller's).
    """

    __slots__ = ("_after", "_before", "_minutes", "drive", "fits", "length")

    def __init__(self, start: Span, spans: Sequence[Span], end: Span, minutes: Minutes) -> None:
        """Join everything before and everything behind each place once."""
        self._minutes = minutes
        before: list[Span] = [start]
        for span in spans:
            longer = joined(before[-1], span, minutes)
            if longer is None:
                break
            before.append(longer)
        after: list[Span] = [end]
        for span in reversed(spans):
            earlier = joined(span, after[-1], minutes)
            if earlier is None:
                break
            after.append(earlier)
        self._before = before
        self._after = after[::-1]
        whole = joined(before[-1], end, minutes) if len(before) == len(spans) + 1 else None
        self.fits = whole is not None
        self.drive = whole.drive if whole else 0
        self.length = whole.length if whole and spans else 0

    def slots(self, place: int) -> list[Slot]:
        """Every place in the order of a day that fits, with the detour by way of `place`; the smallest detour first."""
        if not self.fits:
            return []
        minutes, way = self._minutes, self._minutes[place]
        found = []
        for index, before in enumerate(self._before):
            after = self._after[index]
            # An empty day has no drive yet, even if its two ends lie apart (a night away).
            saved = minutes[before.last][after.first]
            detour = minutes[before.last][place] + way[after.first] - saved
            found.append(Slot(index, before, after, detour))
        found.sort(key=lambda slot: slot.detour)
        return found
