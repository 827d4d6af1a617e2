"""What it costs, or breaks, to put a stop into every cell of the board: fast enough to follow the mouse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.planning.day import Days, KindCosts
from domain.planning.day_labels import Kind, Stay
from domain.planning.explain_relaxations import usual_hours
from domain.planning.explain_rooms import span_of
from domain.planning.prices_days import Breach, BrokenRule, DrivenDay, breaches_of, driven, refusals
from domain.planning.problem import Cell, PlanningStop, Problem
from domain.planning.spans import Row, garage

__all__ = ["Breach", "BrokenRule", "Ends", "MovePrice", "Present", "move_prices", "resize_price"]

Present = Mapping[Cell, Sequence[str]]
"""The stops of each day in their order."""

Ends = Mapping[Cell, tuple[int, int]]
"""Places where a day begins and ends, for days that do so away from the depot."""


@dataclass(frozen=True, slots=True)
class MovePrice:
    """A stop put into `cell`, as number `at` of its order; the others keep theirs. Minutes are those of the whole plan.

    What it leaves elsewhere is taken off: negative = the plan gets better. `added_cost` are drive, used days and
    wishes; neither the prize of a stop that was left out nor districts are in it. `start` is when the stay begins,
    `departure` and `back` frame the day (minutes from midnight). A day that does not fit is priced all the same, as
    it would be driven. `reordered` is the cheapest order of the day where that is better, with its
    `reordered_cost`; None where the order is the best there is, or no order fits.
    """

    cell: Cell
    at: int
    order: tuple[str, ...]
    start: int
    departure: int
    back: int
    added_drive: int
    added_duty: int
    added_cost: int
    breaches: tuple[Breach, ...] = ()
    reordered: tuple[str, ...] | None = None
    reordered_cost: int | None = None

    @property
    def fits(self) -> bool:
        """Whether every rule holds."""
        return not self.breaches


def move_prices(
    problem: Problem, days: Days, present: Present, stop_id: str, *, ends: Ends | None = None
) -> Mapping[Cell, MovePrice]:
    """What the stop would cost in every cell of the problem, by day and vehicle; it may be planned already or not.

    In its own cell it is priced at the best place of the day without it. A stop that has no hours on a day is taken
    at its usual ones.
    """
    board = _Board(problem, days, present, ends or {})
    stop = problem.stop_of[stop_id]
    own = next((cell for cell, stops in present.items() if stop_id in stops), None)
    every_day = {*problem.dates, *(cell.day for cell in present)}.union(*(each.days for each in problem.vehicles))
    cells = [Cell(vehicle.id, day) for day in sorted(every_day) for vehicle in problem.vehicles]
    left = board.leaving(stop, own)
    return {cell: board.price(stop, cell, left) for cell in cells}


def resize_price(
    problem: Problem, days: Days, present: Present, stop_id: str, minutes: int, *, ends: Ends | None = None
) -> MovePrice:
    """What it costs or breaks if a planned stop stays `minutes` (1 or more) long; the order stays.

    Raises:
        ValueError: the stop is in no cell, or the stay has no length.
    """
    cell = next((cell for cell, stops in present.items() if stop_id in stops), None)
    if cell is None or minutes < 1:
        raise ValueError((stop_id, minutes))
    board = _Board(problem, days, present, ends or {})
    stop = replace(problem.stop_of[stop_id], duration=minutes)
    return board.price(stop, cell, board.leaving(problem.stop_of[stop_id], cell), at=present[cell].index(stop_id))


@dataclass(frozen=True, slots=True)
class _Total:
    """Drive, duty and cost of a day."""

    drive: int = 0
    duty: int = 0
    cost: int = 0

    def less(self, other: "_Total") -> "_Total":
        return _Total(self.drive - other.drive, self.duty - other.duty, self.cost - other.cost)


@dataclass(frozen=True, slots=True)
class _Left:
    """The cell a stop leaves (None = it was not planned) and what the plan saves there."""

    cell: Cell | None
    saved: _Total


class _Board:
    """The days as they are, each without the stop that is on its way."""

    def __init__(self, problem: Problem, days: Days, present: Present, ends: Ends) -> None:
        self.problem = problem
        self.days = days
        self.present = present
        self._ends = ends
        self._kinds: dict[tuple[str, int | None, int | None], Kind] = {}

    def leaving(self, stop: PlanningStop, own: Cell | None) -> _Left:
        """What is saved where the stop is now."""
        if own is None:
            return _Left(None, _Total())
        without = [each for each in self.present[own] if each != stop.id]
        return _Left(
            own, self._total(own, self._stays(own, self.present[own])).less(self._total(own, self._stays(own, without)))
        )

    def price(self, stop: PlanningStop, cell: Cell, left: _Left, at: int | None = None) -> MovePrice:
        """What the stop costs in this cell at the best place, or at the place `at`."""
        kind, others = self._kind(cell), [each for each in self.present.get(cell, ()) if each != stop.id]
        stays, stay = self._stays(cell, others), self._stay(stop, cell)
        if at is None:
            at, day = self._best_place(kind, stays, stay)
        else:
            day = driven(kind, [*stays[:at], stay, *stays[at:]], self.problem.minutes, self.problem.breaks)
        breaches = (*refusals(self.problem, stop, cell), *breaches_of(self.problem, kind, day))
        added = self._priced(cell, day).less(self._total(cell, stays)).less(left.saved)
        order = (*others[:at], stop.id, *others[at:])
        cheapest = self._cheapest(stop, cell, others)
        better = cheapest is not None and (bool(breaches) or cheapest < day.drive)
        return MovePrice(
            cell=cell,
            at=at,
            order=order,
            start=day.starts[at],
            departure=day.departure,
            back=day.back,
            added_drive=added.drive,
            added_duty=added.duty,
            added_cost=added.cost,
            breaches=breaches,
            reordered=self._order(stop, cell, others) if better else None,
            reordered_cost=added.cost + cheapest - day.drive if better and cheapest is not None else None,
        )

    def _best_place(self, kind: Kind, stays: list[Stay], stay: Stay) -> tuple[int, DrivenDay]:
        """The place in the order that costs least where it fits, or breaks least where it does not."""
        minutes, breaks = self.problem.minutes, self.problem.breaks
        start, end = (garage(place, kind.opens, kind.closes) for place in (kind.origin, kind.destination))
        row = Row(start, [span_of(each) for each in stays], end, minutes)
        least = row.least(span_of(stay), kind.max_drive - row.drive + 1, kind.max_work)
        if least is not None:
            day = driven(kind, [*stays[: least[1]], stay, *stays[least[1] :]], minutes, breaks)
            if day.holds(kind):
                return least[1], day
        tried = [driven(kind, [*stays[:at], stay, *stays[at:]], minutes, breaks) for at in range(len(stays) + 1)]
        ranks = [(not day.holds(kind), day.over(kind), day.drive, at) for at, day in enumerate(tried)]
        at = min(ranks)[-1]
        return at, tried[at]

    def _kind(self, cell: Cell) -> Kind:
        """Ends and limits of the day."""
        ends = self._ends.get(cell, (None, None))
        known = self._kinds.get((cell.vehicle, *ends))
        if known is None:
            known = self._kinds[cell.vehicle, *ends] = self.days.costs(cell, *ends).labels.kind
        return known

    def _stays(self, cell: Cell, stop_ids: Sequence[str]) -> list[Stay]:
        return [self._stay(self.problem.stop_of[each], cell) for each in stop_ids]

    def _stay(self, stop: PlanningStop, cell: Cell) -> Stay:
        """The stop's hours on this day: its own, else its usual ones, else those of the vehicle."""
        window, kind = stop.window(cell.day), self._kind(cell)
        hours = (window.opens, window.closes) if window else usual_hours(stop)
        opens, closes = hours or (kind.opens, kind.closes)
        fixed = self.problem.fixed_of.get(stop.id)
        if fixed is not None and fixed.cell == cell and fixed.start is not None:
            opens, closes = fixed.start, fixed.start + stop.duration
        return Stay(stop.id, stop.place, opens, closes - stop.duration, stop.duration)

    def _total(self, cell: Cell, stays: Sequence[Stay]) -> _Total:
        """A day as it stands; one without stops that begins and ends at home is not used."""
        if not stays and cell not in self._ends:
            return _Total()
        return self._priced(cell, driven(self._kind(cell), stays, self.problem.minutes, self.problem.breaks))

    def _priced(self, cell: Cell, day: DrivenDay) -> _Total:
        problem = self.problem
        wishes = sum(problem.extra_cost(problem.stop_of[stay.stop], cell) for stay in day.stays)
        return _Total(day.drive, day.duty, day.drive + problem.day_cost + wishes)

    def _numbers(self, stop: PlanningStop, cell: Cell, others: Sequence[str]) -> tuple[int, ...] | None:
        """The stays as `Days` knows them, rising; None if one of them is not possible there."""
        found = [self.days.stay_as(cell, stop), *(self.days.stay(cell, each) for each in others)]
        known = sorted(each for each in found if each is not None)
        return tuple(known) if len(known) == len(found) else None

    def _cheapest(self, stop: PlanningStop, cell: Cell, others: Sequence[str]) -> int | None:
        """Drive minutes of the best order of the day with the stop, None if there is none."""
        numbers = self._numbers(stop, cell, others)
        return None if numbers is None else self._costs(cell).drive(numbers)

    def _order(self, stop: PlanningStop, cell: Cell, others: Sequence[str]) -> tuple[str, ...] | None:
        """The best order of the day with the stop."""
        order = self._costs(cell).order(self._numbers(stop, cell, others) or ())
        return None if order is None else tuple(self.days.stays[each].stop for each in order)

    def _costs(self, cell: Cell) -> KindCosts:
        return self.days.costs(cell, *self._ends.get(cell, (None, None)))
