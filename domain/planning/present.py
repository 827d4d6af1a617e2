"""The plan as it stands in the workspace, as routes that can be held against a proposal."""

from collections.abc import Sequence
from itertools import pairwise

from domain.planning.case import PlanningCase
from domain.planning.plan import Route
from domain.planning.problem import Cell


def present_routes(case: PlanningCase) -> tuple[Route, ...]:
    """The vehicles' days as they stand now, by day and vehicle, whether or not they keep every rule.

    Departure and return are those of the drive alone, without breaks.
    """
    cells: dict[Cell, list[tuple[int, str]]] = {}
    for stop in case.problem.stops:
        subject = case.subjects[stop.id]
        if subject.starts_at is None or str(subject.vehicle_id) not in case.problem.vehicle_of:
            continue
        local = subject.starts_at
        start = local.hour * 60 + local.minute - subject.set_up
        cell = Cell(str(subject.vehicle_id), case.day_of(local.date()))
        cells.setdefault(cell, []).append((start, stop.id))
    ordered = sorted(cells.items(), key=lambda each: (each[0].day, each[0].vehicle))
    return tuple(_route(case, cell, sorted(stops)) for cell, stops in ordered)


def _route(case: PlanningCase, cell: Cell, stops: Sequence[tuple[int, str]]) -> Route:
    problem = case.problem
    depot = problem.vehicle_of[cell.vehicle].depot
    known = [problem.stop_of[stop] for _start, stop in stops]
    legs = [problem.minutes[a][b] for a, b in pairwise([depot, *(stop.place for stop in known), depot])]
    return Route(
        cell=cell,
        stops=tuple(stop.id for stop in known),
        starts=tuple(start for start, _stop in stops),
        departure=stops[0][0] - legs[0],
        back=stops[-1][0] + known[-1].duration + legs[-1],
        drive=sum(legs),
        origin=depot,
        destination=depot,
    )
