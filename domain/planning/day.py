"""What a day costs: the exact cheapest order of stops in a cell, with times, limits and breaks."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, takewhile

from domain.planning.day_labels import Ids, Kind, Labels, Stay
from domain.planning.day_times import DayTimes, day_times, told_times
from domain.planning.plan import Pause, Route
from domain.planning.problem import Cell, PlanningStop, PlanningVehicle, Problem
from domain.rules.working_day import RELIEVED_FROM, breaks_due, relieves

MOST_ORDERS = 20_000
"""Steps in the search for an order with breaks if the cheapest has none; then the set counts as impossible."""

MOST_TOLD_ORDERS = 24
"""Equally cheap orders among which the one is sought that keeps most of the starts people were told."""


class KindCosts:
    """The drive of sets of stays in one kind of day, remembered: equal days on other dates ask once."""

    def __init__(self, problem: Problem, kind: Kind, stays: Sequence[Stay]) -> None:
        """Nothing is computed yet; `stays` may grow."""
        self.labels = Labels(kind, stays, problem.minutes)
        self._problem = problem
        self._stays = stays
        self._drives: dict[Ids, int | None] = {}

    def drive(self, ids: Ids) -> int | None:
        """Drive minutes of the cheapest order of `ids` (numbers of stays, rising); None if none is possible."""
        if ids in self._drives:
            return self._drives[ids]
        if not ids:
            drive = self.labels.empty()
        elif self._problem.breaks:
            order = self.order(ids)
            times = self._times(order) if order else None
            drive = times.drive if times else None
        else:
            best = self.labels.best(ids)
            drive = best[0] if best else None
        self._drives[ids] = drive
        return drive

    def order(self, ids: Ids) -> Ids | None:
        """The cheapest order of `ids`; of equally cheap ones always the same. None if none is possible."""
        best = self.labels.best(ids)
        if best is None:
            return None
        order = self.labels.order(ids, best[1])
        if not self._problem.breaks or self._times(order):
            return order
        if self._too_much_to_rest(ids, best[0]):
            return None
        return next((each for each in self.labels.orders(ids, MOST_ORDERS) if self._times(each)), None)

    def _times(self, order: Ids) -> DayTimes | None:
        stays = [self._stays[each] for each in order]
        return day_times(self.labels.kind, stays, self._problem.minutes, self._problem.breaks)

    def _too_much_to_rest(self, ids: Ids, drive: int) -> bool:
        """Whether work and the break due for it exceed the day in every order (nobody can rest in turns)."""
        kind, durations = self.labels.kind, [self._stays[each].duration for each in ids]
        worked = drive + sum(durations)
        in_turns = kind.relieved and max(durations) >= RELIEVED_FROM
        return not in_turns and worked + breaks_due(worked, self._problem.breaks) > kind.max_work


class Days:
    """What sets of stops cost in the cells of a problem, and the routes that do it.

    A stop in a window is a stay with a number; the same hours on another day are the same stay. The cost of a set
    depends on the kind of day (ends and limits of the vehicle) and its stays only, so that equal days share it.
    """

    def __init__(self, problem: Problem) -> None:
        """Nothing is computed yet."""
        self.problem = problem
        self.stays: list[Stay] = []
        self._numbers: dict[Stay, int] = {}
        self._kinds: dict[Kind, KindCosts] = {}
        self._allowed: dict[Cell, dict[str, int | None]] = {}

    def stay(self, cell: Cell, stop_id: str) -> int | None:
        """The number of this stop's stay in this cell; None if day, equipment, window or a fixed cell forbid it."""
        known = self._allowed.setdefault(cell, {})
        if stop_id not in known:
            known[stop_id] = self.stay_as(cell, self.problem.stop_of[stop_id])
        return known[stop_id]

    def stay_as(self, cell: Cell, stop: PlanningStop) -> int | None:
        """The number of a stay as `stop` says, which may wish for something else than the problem's stop of its id."""
        stay = self._stay(cell, stop)
        if stay is None:
            return None
        number = self._numbers.setdefault(stay, len(self.stays))
        if number == len(self.stays):
            self.stays.append(stay)
        return number

    def costs(self, cell: Cell, origin: int | None = None, destination: int | None = None) -> KindCosts:
        """The drives of this cell's kind of day; the vehicle begins and ends at its depot unless told otherwise."""
        kind = _kind(self.problem.vehicle_of[cell.vehicle], origin, destination)
        if kind not in self._kinds:
            self._kinds[kind] = KindCosts(self.problem, kind, self.stays)
        return self._kinds[kind]

    def cost(
        self, cell: Cell, stop_ids: Iterable[str], *, origin: int | None = None, destination: int | None = None
    ) -> int | None:
        """Drive minutes of the cheapest order, the day itself and what its stops cost there; None if impossible.

        No stops cost nothing, at the depot.
        """
        stops = frozenset(stop_ids)
        if not stops and origin is None and destination is None:
            return 0
        ids = self._ids(cell, stops)
        drive = None if ids is None else self.costs(cell, origin, destination).drive(ids)
        if drive is None:
            return None
        extra = sum(self.problem.extra_cost(self.problem.stop_of[each], cell) for each in stops)
        return drive + self.problem.day_cost + extra

    def route(
        self, cell: Cell, stop_ids: Iterable[str], *, origin: int | None = None, destination: int | None = None
    ) -> Route | None:
        """The cheapest order of these stops with its times; None if there is none, or no stop.

        Of equally cheap orders it is the one that keeps most of the starts that people were told.
        """
        ids = self._ids(cell, frozenset(stop_ids))
        costs = self.costs(cell, origin, destination)
        order = costs.order(ids) if ids else None
        route = self._timed(cell, order, origin, destination) if order else None
        if ids is None or route is None or self._kept(route) == sum(each in self._told for each in route.stops):
            return route
        orders = islice(costs.labels.orders(ids, MOST_ORDERS), MOST_TOLD_ORDERS)
        timed = (self._timed(cell, each, origin, destination) for each in orders)
        rivals = takewhile(lambda each: each.drive <= route.drive, (each for each in timed if each is not None))
        return max([route, *rivals], key=self._kept)

    @property
    def _told(self) -> Mapping[str, int]:
        return self.problem.published_starts

    def _kept(self, route: Route) -> int:
        """How many stops of a route begin when people were told."""
        return sum(self._told.get(stop) == start for stop, start in zip(route.stops, route.starts, strict=True))

    def in_order(
        self, cell: Cell, stop_ids: Sequence[str], *, origin: int | None = None, destination: int | None = None
    ) -> Route | None:
        """These stops in the given order with its times; None if that is impossible, or there is no stop."""
        found = [self.stay(cell, each) for each in stop_ids]
        order = tuple(each for each in found if each is not None)
        if not order or len(order) < len(found) or len(set(order)) < len(order):
            return None
        return self._timed(cell, order, origin, destination)

    def fits_alone(self, stop_id: str, cell: Cell) -> bool:
        """Whether the stop could be the only one of this cell."""
        return self.cost(cell, (stop_id,)) is not None

    def _ids(self, cell: Cell, stops: frozenset[str]) -> Ids | None:
        ids = [self.stay(cell, each) for each in stops]
        known = sorted(each for each in ids if each is not None)
        return tuple(known) if len(known) == len(ids) else None

    def _stay(self, cell: Cell, stop: PlanningStop) -> Stay | None:
        vehicle = self.problem.vehicle_of.get(cell.vehicle)
        window, fixed = stop.window(cell.day), self.problem.fixed_of.get(stop.id)
        if window is None or vehicle is None or cell.day not in vehicle.days or not stop.need <= vehicle.equipment:
            return None
        earliest, latest = window.opens, window.closes - stop.duration
        if fixed is not None:
            if fixed.cell != cell:
                return None
            if fixed.start is not None:
                earliest, latest = max(earliest, fixed.start), min(latest, fixed.start)
        if earliest > latest:
            return None
        return Stay(stop.id, stop.place, earliest, latest, stop.duration)

    def _timed(self, cell: Cell, order: Ids, origin: int | None, destination: int | None) -> Route | None:
        problem = self.problem
        kind = _kind(problem.vehicle_of[cell.vehicle], origin, destination)
        stays = [self.stays[each] for each in order]
        times = told_times(kind, stays, problem.minutes, problem.breaks, problem.published_starts)
        if times is None:
            return None
        return Route(
            cell=cell,
            stops=tuple(stay.stop for stay in stays),
            starts=times.starts,
            departure=times.departure,
            back=times.back,
            drive=times.drive,
            origin=kind.origin,
            destination=kind.destination,
            pauses=tuple(Pause(after, minutes) for after, minutes in times.rests),
        )


def _kind(vehicle: PlanningVehicle, origin: int | None, destination: int | None) -> Kind:
    return Kind(
        origin=vehicle.depot if origin is None else origin,
        destination=vehicle.depot if destination is None else destination,
        opens=vehicle.opens,
        closes=vehicle.closes,
        max_work=vehicle.max_work,
        max_drive=vehicle.max_drive,
        relieved=relieves(vehicle.crew),
    )
