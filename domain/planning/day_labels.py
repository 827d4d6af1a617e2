"""The cheapest order of a set of stays in one kind of day: label dynamic programming over memoised sets."""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

Ids = tuple[int, ...]
"""Numbers of stays, rising."""

Label = tuple[int, int, int, int]
"""Last stay, its earliest end, the latest departure that keeps all windows, minutes driven so far."""

FORGET_ABOVE = 150_000
"""Sets whose labels are kept; then they are forgotten and computed again where needed (about 60 MB)."""


class Stay(NamedTuple):
    """A stop in one window: the minutes of the day at which the stay may begin at the earliest and the latest."""

    stop: str
    place: int
    earliest: int
    latest: int
    duration: int


class Kind(NamedTuple):
    """What makes two days equal but for their stops: ends (places), limits, and whether the crew rests in turns."""

    origin: int
    destination: int
    opens: int
    closes: int
    max_work: int
    max_drive: int
    relieved: bool


class Labels:
    """The partial days of one kind: for each set of stays every order that no other is better than in all respects.

    A partial day is dropped only if no way home could save it: rounded drive minutes may break the triangle
    inequality, so `_home` is the shortest way through any places. Without breaks, T minutes without waiting, the
    earliest end E and the latest departure L give the presence max(T, E - L).
    """

    def __init__(self, kind: Kind, stays: Sequence[Stay], minutes: Sequence[Sequence[int]]) -> None:
        """A table without entries; `stays` may grow later, `minutes` are the drives between places."""
        self.kind = kind
        self._stays = stays
        self._minutes = minutes
        self._home = _shortest_ways(minutes, kind.destination)
        self._of: dict[Ids, tuple[Label, ...]] = {}

    def best(self, ids: Ids) -> tuple[int, Label] | None:
        """Drive minutes of the cheapest day that calls at all `ids`, and the label it ends with; None if none fits."""
        found: tuple[int, Label] | None = None
        duration = sum(self._stays[each].duration for each in ids)
        for label in self._labels(ids):
            drive = self._closed(label, duration)
            if drive is not None and (found is None or drive < found[0]):
                found = drive, label
        return found

    def empty(self) -> int | None:
        """Drive minutes of a day without stops, from one end to the other; None if that breaks a limit."""
        kind = self.kind
        drive = 0 if kind.origin == kind.destination else self._minutes[kind.origin][kind.destination]
        return drive if drive <= min(kind.max_drive, kind.max_work, kind.closes - kind.opens) else None

    def order(self, ids: Ids, label: Label) -> Ids:
        """The order of `ids` that leads to this label of theirs."""
        backwards: list[int] = []
        while True:
            backwards.append(label[0])
            ids = tuple(each for each in ids if each != label[0])
            if not ids:
                return tuple(reversed(backwards))
            label = next(before for before in self._labels(ids) if label in self._extended((before,), ids, label[0]))

    def orders(self, ids: Ids, most: int) -> Iterator[Ids]:
        """Every order of `ids` that keeps windows and limits, the cheapest first; gives up after `most` steps."""
        heap: list[tuple[int, bool, Ids, Label]] = [(0, False, (), self._start())]
        duration = sum(self._stays[each].duration for each in ids)
        for _ in range(most):
            if not heap:
                return
            _, complete, path, label = heappop(heap)
            if complete:
                yield path
            elif len(path) < len(ids):
                for longer in self._longer(label, path, ids):
                    reach = longer[3] + self._home[self._stays[longer[0]].place]
                    heappush(heap, (reach, False, (*path, longer[0]), longer))
            elif (drive := self._closed(label, duration)) is not None:
                heappush(heap, (drive, True, path, label))

    def _longer(self, label: Label, path: Ids, ids: Ids) -> Iterator[Label]:
        for new in ids:
            if new not in path:
                yield from self._extended((label,), path, new)

    def _closed(self, label: Label, duration: int) -> int | None:
        """Drive minutes of the day that ends with this label, None if it breaks a limit."""
        last, end, late, driven = label
        kind, home = self.kind, self._minutes[self._stays[last].place][self.kind.destination]
        drive = driven + home
        presence = max(drive + duration, end + home - late)
        fits = drive <= kind.max_drive and end + home <= kind.closes and presence <= kind.max_work
        return drive if fits else None

    def _start(self) -> Label:
        return (-1, self.kind.opens, self.kind.closes, 0)

    def _labels(self, ids: Ids) -> tuple[Label, ...]:
        known = self._of.get(ids)
        if known is not None:
            return known
        if len(ids) == 1:
            found = self._extended((self._start(),), (), ids[0])
        else:
            found = []
            for at, last in enumerate(ids):
                before = ids[:at] + ids[at + 1 :]
                labels = self._labels(before)
                if labels:
                    found += _undominated(self._extended(labels, before, last))
        if len(self._of) >= FORGET_ABOVE:
            self._of.clear()
        kept = self._of[ids] = tuple(found)
        return kept

    def _extended(self, labels: Sequence[Label], before: Ids, new: int) -> list[Label]:
        """The labels of `before` with one more stay after them, without those that cannot come home in time."""
        stays, kind, minutes = self._stays, self.kind, self._minutes
        _, place, earliest, latest, duration = stays[new]
        home = self._home[place]
        worked = sum(stays[each].duration for each in before)
        latest_end = kind.closes - home
        most_driven = min(kind.max_drive, kind.max_work - worked - duration) - home
        longest = kind.max_work - home
        found = []
        for last, end, late, driven in labels:
            leg = minutes[kind.origin if last < 0 else stays[last].place][place]
            begin = end + leg
            if begin > latest:
                continue
            done = max(begin, earliest) + duration
            drive = driven + leg
            leaves = min(late, latest - drive - worked)
            if done <= latest_end and drive <= most_driven and done - leaves <= longest:
                found.append((new, done, leaves, drive))
        return found


def _undominated(labels: list[Label]) -> list[Label]:
    """Labels of the same stays and the same last one, without those that another equals or beats in every respect."""
    if len(labels) < 2:  # noqa: PLR2004 - one alone has no rival
        return labels
    kept: list[Label] = []
    for label in sorted(labels, key=lambda each: (each[1], -each[2], each[3])):
        if not any(rival[2] >= label[2] and rival[3] <= label[3] for rival in kept):
            kept.append(label)
    return kept


def _shortest_ways(minutes: Sequence[Sequence[int]], goal: int) -> list[int]:
    """The fewest minutes from each place to `goal` by way of any places (Dijkstra)."""
    way = [row[goal] for row in minutes]
    way[goal] = 0
    open_places = set(range(len(way)))
    while open_places:
        nearest = min(open_places, key=way.__getitem__)
        open_places.remove(nearest)
        base = way[nearest]
        for place in open_places:
            by_way = minutes[place][nearest] + base
            way[place] = min(way[place], by_way)
    return way
