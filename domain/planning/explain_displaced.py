"""Who would have to go so that a stop fits: the cheapest exchange in a plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter

from domain.planning.explain_rooms import FAR, NOBODY, Rooms, span_of
from domain.planning.problem import Cell, PlanningStop

MOST_LEAVE = 2
"""How many stops of a day may go for another one, unless all of them that may go do."""

MOST_TRIES = 4
"""Exchanges that the breaks may forbid before the whole day is cleared for the stop."""

Leaving = tuple[int, frozenset[str]]
"""What the plan loses at least if these stops leave a day, in minutes of the objective."""


@dataclass(frozen=True, slots=True)
class Displacement:
    """A stop put into `cell` instead of those `gone`; `price` is what the plan costs more, its own prize taken off.

    If `refuge` is set, the only one that is gone goes there instead of being left out; the price knows that.
    """

    cell: Cell
    gone: frozenset[str]
    price: int
    refuge: Cell | None = None


class Exchanges:
    """The cheapest exchanges in a plan's days; what a day can spare is found out once."""

    def __init__(self, rooms: Rooms) -> None:
        """Nothing is computed yet."""
        self.rooms = rooms
        self._leaving: dict[Cell, list[Leaving]] = {}
        self._refuges: dict[str, tuple[Cell, int] | None] = {}

    def cheapest(self, stop: PlanningStop, cells: Sequence[Cell]) -> Displacement | None:
        """The cheapest of these cells for the stop and who would have to go; None if fixed stops leave no room.

        Looked for with at most two that go, or all that may, in the order their days have now; priced exactly.
        """
        refused: set[tuple[Cell, frozenset[str]]] = set()
        for _ in range(MOST_TRIES):
            found = self._find(stop, cells, refused)
            if found is None:
                break
            price = self.rooms.price(found[0], stop, found[1])
            if price is not None:
                return self._with_refuge(stop, self._exchange(*found, price, stop))
            refused.add(found)
        cleared = [(cell, frozenset(self.rooms.free(cell))) for cell in cells]
        prices = [(self.rooms.price(cell, stop, gone), cell, gone) for cell, gone in cleared]
        possible = [self._exchange(cell, gone, price, stop) for price, cell, gone in prices if price is not None]
        return min(possible, key=lambda each: (each.price, each.cell), default=None)

    def _exchange(self, cell: Cell, gone: frozenset[str], price: int, stop: PlanningStop) -> Displacement:
        return Displacement(cell, gone, price - stop.prize + self.rooms.coverage(stop, gone))

    def _find(
        self, stop: PlanningStop, cells: Sequence[Cell], refused: set[tuple[Cell, frozenset[str]]]
    ) -> tuple[Cell, frozenset[str]] | None:
        """The cheapest cell and set of stops to go, the most promising days first."""
        best, found = FAR, None
        for least, cell in sorted(((self._leave(cell)[0][0], cell) for cell in cells), key=itemgetter(0)):
            if least >= best:
                break
            stay = self.rooms.stay(cell, stop.id)
            if stay is None:
                continue
            span, size = span_of(stay), len(self.rooms.stops(cell))
            for loss, gone in self._leave(cell):
                lost = loss + self.rooms.entry(stop, cell, empty=len(gone) == size)
                if lost >= best:
                    break
                added = None if (cell, gone) in refused else self.rooms.added(cell, span, best - lost, gone)
                if added is not None:
                    best, found = lost + added, (cell, gone)
        return found

    def _leave(self, cell: Cell) -> list[Leaving]:
        """Who may go from a day, and what the plan loses then: the smallest loss first."""
        known = self._leaving.get(cell)
        if known is None:
            known = self._leaving[cell] = sorted(self._losses(cell), key=lambda each: (each[0], sorted(each[1])))
        return known

    def _losses(self, cell: Cell) -> Iterator[Leaving]:
        rooms, stop_of = self.rooms, self.rooms.problem.stop_of
        yield 0, NOBODY
        free = [stop_of[stop] for stop in rooms.free(cell) if stop in stop_of]
        all_drive = self._drive(cell, NOBODY)
        for count in sorted({*range(1, min(MOST_LEAVE, len(free)) + 1), len(free)} - {0}):
            for leaving in combinations(free, count):
                gone = frozenset(stop.id for stop in leaving)
                emptied = len(gone) == len(rooms.stops(cell))
                day = rooms.entry(leaving[0], cell, empty=emptied) - rooms.entry(leaving[0], cell, empty=False)
                lost = sum(stop.prize - rooms.entry(stop, cell, empty=False) for stop in leaving)
                yield lost - day - (all_drive - self._drive(cell, gone)), gone

    def _drive(self, cell: Cell, gone: frozenset[str]) -> int:
        """Minutes at the wheel of a planned day in its order, without those `gone`."""
        route = self.rooms.routes.get(cell)
        if route is None:
            return 0
        here, driven, minutes = route.origin, 0, self.rooms.problem.minutes
        for stop in route.stops:
            if stop not in gone and stop in self.rooms.problem.stop_of:
                place = self.rooms.problem.stop_of[stop].place
                driven, here = driven + minutes[here][place], place
        return driven + minutes[here][route.destination]

    def _with_refuge(self, stop: PlanningStop, found: Displacement) -> Displacement:
        """The same, with the only stop that has to go put elsewhere beside all others, if there is room for it."""
        if len(found.gone) != 1:
            return found
        (leaving,) = found.gone
        if leaving not in self._refuges:
            self._refuges[leaving] = self._refuge(self.rooms.problem.stop_of[leaving])
        refuge = self._refuges[leaving]
        if refuge is None or refuge[0] == found.cell:
            return found
        saved = self.rooms.problem.stop_of[leaving].prize
        saved += self.rooms.coverage(stop, found.gone) - self.rooms.coverage(stop)
        return Displacement(found.cell, found.gone, found.price - saved + refuge[1], refuge[0])

    def _refuge(self, stop: PlanningStop) -> tuple[Cell, int] | None:
        """The cheapest other cell of a planned stop in which it fits beside all others, and its price there."""
        rooms, own = self.rooms, self.rooms.where[stop.id]
        best, found = stop.prize, None
        for vehicle in rooms.problem.vehicles:
            for window in stop.windows:
                cell = Cell(vehicle.id, window.day)
                stay = rooms.stay(cell, stop.id) if cell != own else None
                if stay is None:
                    continue
                entry = rooms.entry(stop, cell, empty=not rooms.stops(cell))
                added = rooms.added(cell, span_of(stay), best - entry)
                if added is not None:
                    best, found = added + entry, cell
        price = None if found is None else rooms.price(found, stop)
        return None if found is None or price is None else (found, price)
