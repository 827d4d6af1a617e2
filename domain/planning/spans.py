"""Pieces of a day that can be joined in constant time: what one more stay at a given place in the order does."""

from collections.abc import Sequence
from typing import NamedTuple

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


class Gap(NamedTuple):
    """A place in the order of a day: the pieces before and behind it.

    `done` is the earliest end of what lies before, at the place `last`; what lies behind begins at `first`, at
    `needed` at the latest. `drive` are the minutes at the wheel between the two as they are now.
    """

    done: int
    last: int
    needed: int
    first: int
    drive: int
    before: Span
    after: Span


def garage(place: int, opens: int, closes: int) -> Span:
    """The depot (or a night's place) at one end of the day."""
    return Span(0, opens, closes, 0, place, place)


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
    driven in its windows (limits of duty and drive are the caller's), `drive` for how many minutes, `work` those of
    drive and stays without waiting; a day that does not fit has no `gaps`.
    """

    __slots__ = ("_minutes", "drive", "fits", "gaps", "work")

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
        whole = joined(before[-1], end, minutes) if len(before) == len(spans) + 1 else None
        self.fits = whole is not None
        self.drive = whole.drive if whole else 0
        self.work = self.drive + sum(span.length for span in spans)
        self.gaps: tuple[Gap, ...] = ()
        if self.fits:
            self.gaps = tuple(
                Gap(a.earliest + a.length, a.last, b.latest, b.first, minutes[a.last][b.first], a, b)
                for a, b in zip(before, reversed(after), strict=True)
            )

    def detour(self, gap: Gap, place: int) -> int:
        """Minutes that the way by `place` takes longer in this gap."""
        return self._minutes[gap.last][place] + self._minutes[place][gap.first] - gap.drive

    def least(self, stay: Span, most: int, longest: int) -> tuple[int, int] | None:
        """The smallest detour in minutes with which the stay fits, and the number of its gap.

        None if there is no gap, or none for fewer than `most` minutes. The day is then at most `longest` minutes long.
        """
        length, earliest, latest, _, place, _ = stay
        if earliest > latest or self.work + length > longest:
            return None
        minutes, best = self._minutes, None
        way = minutes[place]
        for at, (done, last, needed, first, drive, before, after) in enumerate(self.gaps):
            there, on = minutes[last][place], way[first]
            detour = there + on - drive
            begins = max(done + there, earliest)
            if detour < most and begins <= latest and begins + length + on <= needed:
                joint = joined(before, stay, minutes)
                whole = joint and joined(joint, after, minutes)
                if whole and whole.length <= longest:
                    most, best = detour, (detour, at)
        return best
