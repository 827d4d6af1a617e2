"""Which wish to change so that a stop fits beside all others: a day, longer hours, a shorter stay, no equipment."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from domain.i18n import N_
from domain.planning.explain_rooms import FAR, Rooms
from domain.planning.explain_words import day_word, sentence, vehicle_name
from domain.planning.plan import Relaxation, Sentence
from domain.planning.problem import Cell, PlanningStop, Problem, Window
from domain.planning.spans import Span, joined
from domain.terms import Minutes

MOST_OFFERED = 3
"""Relaxations offered for one stop."""

NEAR_DAYS = 10
"""Further days looked at, the nearest to those wished first."""

STEP = 15
"""Hours and stays are changed by quarters of an hour."""

MOST_LONGER = 120
"""Minutes by which hours are widened at most at either end."""

MOST_CUT = 1 / 3
"""The share of a stay that may be cut off."""

MIDNIGHT = 1440

Hours = tuple[int, int]


class Stretch(NamedTuple):
    """By how many minutes the hours of a stop are widened, or its stay is cut, to fit into a cell; None = nowhere."""

    minutes: int
    cell: Cell | None


class Relaxations:
    """Finds the nearest changes of a wish; days and hours of the kinds of stops are found out once."""

    def __init__(self, rooms: Rooms) -> None:
        """Nothing is computed yet."""
        self.rooms = rooms

    def nearest(self, stop: PlanningStop) -> tuple[Relaxation, ...]:
        """What would make the stop fit beside all others, the cheapest first, at most three; each of another kind."""
        found = [each for each in self._offers(stop) if each is not None]
        return tuple(sorted(found, key=lambda each: each.price)[:MOST_OFFERED])

    def _offers(self, stop: PlanningStop) -> Iterator[Relaxation | None]:
        if stop.id not in self.rooms.problem.fixed_of:
            yield self._on_another_day(stop)
            yield self._without_equipment(stop)
        yield from self._stretched(stop)

    def _priced(self, stop: PlanningStop, offer: Relaxation, cell: Cell | None) -> Relaxation | None:
        """The relaxation with its price if `Days` agrees that the changed stop fits into the cell."""
        if cell is None:
            return None
        hours = self._hours_of_kind.get(stop.kind) if offer.days and not stop.windows else None
        changed = changed_stop(self.rooms.problem, stop, offer, hours)
        price = self.rooms.price(cell, changed)
        return None if price is None else replace(offer, price=price + self.rooms.coverage(stop))

    def _on_another_day(self, stop: PlanningStop) -> Relaxation | None:
        opens, closes = usual_hours(stop) or self._hours_of_kind.get(stop.kind) or (0, 0)
        span = Span(stop.duration, opens, closes - stop.duration, 0, stop.place, stop.place)
        vehicles = [each for each in self.rooms.problem.vehicles if stop.need <= each.equipment]
        cells = [Cell(each.id, day) for day in self._near_days(stop) for each in vehicles if day in self._out[each.id]]
        cell = self._cheapest(stop, span, cells)
        if cell is None:
            return None
        offered = sentence(N_("Also allow {day}"), day=day_word(self.rooms.problem, cell.day))
        return self._priced(stop, Relaxation(stop.id, offered, days=(cell.day,)), cell)

    def _without_equipment(self, stop: PlanningStop) -> Relaxation | None:
        lacking = [each for each in self.rooms.problem.vehicles if not stop.need <= each.equipment]
        best: tuple[int, Cell] | None = None
        for vehicle in lacking:
            for window in stop.windows:
                if window.day in self._out[vehicle.id]:
                    span = _span(stop, window)
                    cell = Cell(vehicle.id, window.day)
                    added = self._added(stop, span, cell, best[0] if best else FAR)
                    best = best if added is None else (added, cell)
        if best is None:
            return None
        cell = best[1]
        return self._priced(stop, Relaxation(stop.id, self._bare(stop, cell), vehicle=cell.vehicle), cell)

    def _bare(self, stop: PlanningStop, cell: Cell) -> Sentence:
        problem = self.rooms.problem
        missing = ", ".join(sorted(stop.need - problem.vehicle_of[cell.vehicle].equipment))
        return sentence(
            N_("With {vehicle}, without {equipment}"), vehicle=vehicle_name(problem, cell.vehicle), equipment=missing
        )

    def _stretched(self, stop: PlanningStop) -> Iterator[Relaxation | None]:
        """Longer hours and a shorter stay, each by as little as will do."""
        longer, shorter = self._least_stretches(stop)
        if longer.minutes:
            offered = sentence(N_("{minutes} earlier and later"), minutes=Minutes(longer.minutes))
            yield self._priced(stop, Relaxation(stop.id, offered, longer=longer.minutes), longer.cell)
        if shorter.minutes:
            offered = sentence(N_("Stay {minutes} less"), minutes=Minutes(shorter.minutes))
            yield self._priced(stop, Relaxation(stop.id, offered, shorter=shorter.minutes), shorter.cell)

    def _least_stretches(self, stop: PlanningStop) -> tuple[Stretch, Stretch]:
        longer, shorter = Stretch(MOST_LONGER + 1, None), Stretch(int(stop.duration * MOST_CUT) + 1, None)
        fixed = self.rooms.problem.fixed_of.get(stop.id)
        for vehicle in self.rooms.problem.vehicles:
            if not stop.need <= vehicle.equipment:
                continue
            for window in stop.windows:
                cell = Cell(vehicle.id, window.day)
                if window.day in self._out[vehicle.id] and (fixed is None or fixed.cell == cell):
                    longer = self._wider(stop, window, cell, longer)
                    shorter = self._cut(stop, window, cell, shorter)
        return longer, shorter

    def _wider(self, stop: PlanningStop, window: Window, cell: Cell, least: Stretch) -> Stretch:
        """By how much the hours have to be wider for the stop to fit into this cell, if that is less than `least`."""
        row, place, length, minutes = self.rooms.row(cell), stop.place, stop.duration, self.rooms.problem.minutes
        if row.work + length > self.rooms.problem.vehicle_of[cell.vehicle].max_work:
            return least
        needed = (length - (window.closes - window.opens) + 1) // 2
        for gap in row.gaps:
            begins = gap.done + minutes[gap.last][place]
            leaves = gap.needed - minutes[place][gap.first]
            if begins + length > leaves:
                continue
            wide = _steps(max(0, needed, window.opens - (leaves - length), begins + length - window.closes))
            if wide < least.minutes:
                span = Span(length, window.opens - wide, window.closes + wide - length, 0, place, place)
                if self.rooms.added(cell, span) is not None:
                    least = Stretch(wide, cell)
        return least

    def _cut(self, stop: PlanningStop, window: Window, cell: Cell, least: Stretch) -> Stretch:
        """By how much the stay has to be shorter for the stop to fit into this cell, if that is less than `least`."""
        row, place, minutes = self.rooms.row(cell), stop.place, self.rooms.problem.minutes
        vehicle = self.rooms.problem.vehicle_of[cell.vehicle]
        if row.work + stop.duration - vehicle.max_work >= least.minutes:
            return least
        for gap in row.gaps:
            begins = max(gap.done + minutes[gap.last][place], window.opens)
            leaves = min(gap.needed - minutes[place][gap.first], window.closes)
            cut = _steps(max(0, stop.duration - (leaves - begins)))
            if cut >= least.minutes or row.drive + row.detour(gap, place) > vehicle.max_drive:
                continue
            kept = stop.duration - cut
            before = joined(gap.before, Span(kept, window.opens, window.closes - kept, 0, place, place), minutes)
            whole = before and joined(before, gap.after, minutes)
            over = whole.length - vehicle.max_work if whole else FAR
            if cut + _steps(max(0, over)) < least.minutes:
                least = Stretch(cut + _steps(max(0, over)), cell)
        return least

    def _cheapest(self, stop: PlanningStop, span: Span, cells: Iterable[Cell]) -> Cell | None:
        """The cell in which the stay adds least; of equally cheap ones the first."""
        best: tuple[int, Cell] | None = None
        for cell in cells:
            added = self._added(stop, span, cell, best[0] if best else FAR)
            best = best if added is None else (added, cell)
        return best and best[1]

    def _added(self, stop: PlanningStop, span: Span, cell: Cell, most: int) -> int | None:
        """What the stay adds to a day, with day and wishes; None if it does not fit for less than `most`."""
        entry = self.rooms.entry(stop, cell, empty=not self.rooms.stops(cell))
        added = self.rooms.added(cell, span, most - entry)
        return None if added is None else added + entry

    def _near_days(self, stop: PlanningStop) -> list[int]:
        """Days not wished on which stops of this kind can be, the nearest to those wished first."""
        own = sorted(window.day for window in stop.windows)
        days = self._days_of_kind.get(stop.kind, frozenset()) - set(own)
        if not own:
            return sorted(days)[:NEAR_DAYS]
        return sorted(days, key=lambda day: (min(abs(day - each) for each in own), day))[:NEAR_DAYS]

    @cached_property
    def _out(self) -> Mapping[str, frozenset[int]]:
        """The days each vehicle is out."""
        return {vehicle.id: frozenset(vehicle.days) for vehicle in self.rooms.problem.vehicles}

    @cached_property
    def _days_of_kind(self) -> Mapping[str, frozenset[int]]:
        """The days on which any stop of a kind may be: schools are not asked to open in the holidays."""
        found: dict[str, set[int]] = {}
        for stop in self.rooms.problem.stops:
            found.setdefault(stop.kind, set()).update(window.day for window in stop.windows)
        return {kind: frozenset(days) for kind, days in found.items()}

    @cached_property
    def _hours_of_kind(self) -> Mapping[str, Hours]:
        """The hours most stops of a kind ask for."""
        return hours_of_kinds(self.rooms.problem)


def relaxed(problem: Problem, relaxation: Relaxation) -> Problem:
    """The problem with the changed wish: what a person gets who accepts the relaxation.

    Further days have the hours that most of the stop's days have, or most stops of its kind if it has no day.
    """
    stop = problem.stop_of[relaxation.stop]
    hours = hours_of_kinds(problem).get(stop.kind) if relaxation.days and not stop.windows else None
    changed = changed_stop(problem, stop, relaxation, hours)
    return replace(problem, stops=tuple(changed if each.id == stop.id else each for each in problem.stops))


def changed_stop(problem: Problem, stop: PlanningStop, relaxation: Relaxation, hours: Hours | None) -> PlanningStop:
    """The stop as the relaxation wants it; `hours` are those of further days if the stop has none of its own."""
    opens, closes = usual_hours(stop) or hours or (0, MIDNIGHT)
    further = [Window(day, opens, closes) for day in relaxation.days if stop.window(day) is None]
    windows = sorted((*stop.windows, *further), key=lambda window: window.day)
    by = relaxation.longer
    wider = (Window(each.day, max(0, each.opens - by), each.closes + by) for each in windows)
    vehicle = problem.vehicle_of.get(relaxation.vehicle or "")
    return replace(
        stop,
        windows=tuple(wider) if by else tuple(windows),
        need=stop.need & vehicle.equipment if vehicle else stop.need,
        duration=stop.duration - relaxation.shorter,
    )


def usual_hours(stop: PlanningStop) -> Hours | None:
    """The hours that most of the stop's days have, of equally many the longest; None without a day."""
    return _most_common((window.opens, window.closes) for window in stop.windows)


def hours_of_kinds(problem: Problem) -> Mapping[str, Hours]:
    """The hours that most windows of the stops of each kind have."""
    found: dict[str, Counter[Hours]] = {}
    for stop in problem.stops:
        found.setdefault(stop.kind, Counter()).update((window.opens, window.closes) for window in stop.windows)
    usual = {kind: _most_common(hours.elements()) for kind, hours in found.items()}
    return {kind: hours for kind, hours in usual.items() if hours is not None}


def _most_common(hours: Iterable[Hours]) -> Hours | None:
    counted = Counter(hours)
    return max(counted, key=lambda each: (counted[each], each[1] - each[0], -each[0]), default=None)


def _span(stop: PlanningStop, window: Window) -> Span:
    return Span(stop.duration, window.opens, window.closes - stop.duration, 0, stop.place, stop.place)


def _steps(minutes: int) -> int:
    """Rounded up to full quarters of an hour."""
    return -(-minutes // STEP) * STEP
