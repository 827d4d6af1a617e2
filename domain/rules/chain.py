"""Times of the stops of one day, one after the other: who must wait, who comes earlier, who keeps the hour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

STEP = 5
"""Minutes to which a moved opening is rounded."""

_LONG_AGO, _NEVER = -(10**6), 10**6


@dataclass(frozen=True, slots=True)
class Link:
    """A stay in a day's order; minutes from midnight.

    `wished` is when the vehicle would arrive if it could choose, None = as soon as it can be there. The whole stay of
    `stay` minutes lies within `opens`..`closes` where those are known. `set_up` minutes after the arrival it opens to
    people, at a full five minutes. A `fixed` stay keeps its wish whatever the others need.
    """

    wished: int | None
    stay: int
    set_up: int = 0
    opens: int | None = None
    closes: int | None = None
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class DayFrame:
    """When a vehicle may leave and must be back (minutes from midnight), and how long it may be away."""

    leaves: int
    back: int
    longest: int = _NEVER


def chain(links: Sequence[Link], drives: Sequence[int], frame: DayFrame) -> list[int]:
    """When the vehicle arrives at each stop of an order; `drives` lead to each of them, the last one home.

    A stop keeps its wish as far as it can: it waits for those before it, and comes earlier for a fixed one behind it
    or for the end of its window or of the day. Where not all can hold, the drive does: then a window is missed or a
    fixed stop comes too soon, which the conflict rules show.

    Raises:
        ValueError: there is not one drive for each stop and one home.
    """
    if len(drives) != len(links) + 1:
        raise ValueError((len(links), len(drives)))
    latest = _latest(links, drives, frame)
    arrivals: list[int] = []
    ready = frame.leaves
    for link, drive, limit in zip(links, drives, latest, strict=False):
        soonest = _rounded_up(max(ready + drive, _LONG_AGO if link.opens is None else link.opens), link)
        wished = soonest if link.wished is None else link.wished
        arrival = wished if link.fixed else max(soonest, min(wished, limit))
        arrivals.append(arrival)
        ready = arrival + link.stay
    return arrivals


def _latest(links: Sequence[Link], drives: Sequence[int], frame: DayFrame) -> list[int]:
    """The latest arrival at each stop that everything behind it allows."""
    found: list[int] = []
    ready = frame.back
    for link, drive in zip(reversed(links), reversed(drives[1:]), strict=True):
        limit = _rounded_down(min(ready - drive, _NEVER if link.closes is None else link.closes) - link.stay, link)
        found.append(limit if not link.fixed or link.wished is None else link.wished)
        ready = found[-1]
    return found[::-1]


def _rounded_up(arrival: int, link: Link) -> int:
    return -(-(arrival + link.set_up) // STEP) * STEP - link.set_up


def _rounded_down(arrival: int, link: Link) -> int:
    return (arrival + link.set_up) // STEP * STEP - link.set_up


def harm(links: Sequence[Link], drives: Sequence[int], frame: DayFrame, arrivals: Sequence[int]) -> int:
    """Minutes by which these arrivals break what should hold: drives, windows, the vehicle's hours, the longest day."""
    return sum(_breaches(links, drives, frame, arrivals))


def _breaches(links: Sequence[Link], drives: Sequence[int], frame: DayFrame, arrivals: Sequence[int]) -> Iterator[int]:
    if not links:
        return
    stays = list(zip(links, arrivals, strict=True))
    for (before, arrival), (_link, following), drive in zip(stays, stays[1:], drives[1:], strict=False):
        yield max(0, arrival + before.stay + drive - following)
    for link, arrival in stays:
        yield max(0, (_LONG_AGO if link.opens is None else link.opens) - arrival)
        yield max(0, arrival + link.stay - (_NEVER if link.closes is None else link.closes))
    leaves, back = arrivals[0] - drives[0], arrivals[-1] + links[-1].stay + drives[-1]
    yield max(0, frame.leaves - leaves)
    yield max(0, back - frame.back)
    yield max(0, back - leaves - frame.longest)
