"""What it would cost or break to move a stop of a tour, or to put a request into it, on every day of every vehicle."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from domain.planning.case import PlanningCase
from domain.planning.day import Days
from domain.planning.plan import LeftOut
from domain.planning.present import present_routes
from domain.planning.prices import Ends, MovePrice, Present, move_prices
from domain.planning.problem import Cell, Problem, Window
from domain.rows.proposals import PlanningWish
from domain.rows.tours import TourDayRow, TourDetail
from domain.rules.local import MINUTES_A_DAY, minute_of_day
from domain.store.session import Session
from domain.terms import BERLIN, EventState, Weight
from domain.usecases import tour_rows
from domain.usecases.planning_problem import planning_problem


class Place(NamedTuple):
    """One vehicle on one local day."""

    day: date
    vehicle_id: UUID


@dataclass(frozen=True)
class TourPrices:
    """A tour as it stands, ready to price moves; may be asked from several threads."""

    case: PlanningCase
    present: Present
    ends: Ends

    def of(self, stop: UUID) -> Mapping[Place, MovePrice]:
        """The price of a stop, or of a request, in every place of the tour; empty if the problem does not know it.

        Other stops that are confirmed keep their time.
        """
        if str(stop) not in self.case.problem.stop_of:
            return {}
        problem = _held_free(self.case, str(stop))
        found = move_prices(problem, Days(problem), self.present, str(stop), ends=self.ends)
        return {Place(self.case.date_of(cell.day), UUID(cell.vehicle)): price for cell, price in found.items()}

    def refused(self, stop: UUID) -> LeftOut | None:
        """Why a stop or request never came into the problem; None if it did, or is unknown."""
        return next((each for each in self.case.apart if each.stop == str(stop)), None)


def _held_free(case: PlanningCase, held: str) -> Problem:
    """The problem with one stop at liberty; of the others those that are confirmed have only the hours they have."""
    problem = case.problem
    stops = []
    for each in problem.stops:
        subject = case.subjects.get(each.id)
        if each.id == held:
            windows = _any_time(problem) if held in problem.fixed_of else each.windows
            stops.append(replace(each, windows=windows))
        elif subject is not None and subject.state is EventState.confirmed and subject.starts_at is not None:
            day = case.day_of(subject.starts_at.astimezone(BERLIN).date())
            start = minute_of_day(subject.starts_at) - subject.set_up
            stops.append(replace(each, windows=(Window(day, start, start + each.duration),)))
        else:
            stops.append(each)
    fixed = tuple(each for each in problem.fixed if each.stop != held)
    return replace(problem, stops=tuple(stops), fixed=fixed)


def _any_time(problem: Problem) -> tuple[Window, ...]:
    """Windows for a stop of which the problem knows only where it is: any day, any hour."""
    return tuple(Window(day, 0, MINUTES_A_DAY) for day in sorted(problem.dates))


def tour_prices(session: Session, tour_id: UUID) -> TourPrices | None:
    """Get a tour's period ready for pricing; None while it has no days.

    Raises:
        NotFoundError: the tour is gone.
    """
    tour = tour_rows.detail(session, tour_id)
    if not tour.days:
        return None
    moments = [day.day for day in tour.days]
    vehicles = tuple(dict.fromkeys(day.vehicle_id for day in tour.days))
    stops = tuple(stop.event.id for day in tour.days for stop in day.stops)
    wish = PlanningWish(min(moments), max(moments), vehicles, stability=Weight.off, tour_id=tour_id, released=stops)
    case = planning_problem(session, wish)
    present = {route.cell: route.stops for route in present_routes(case)}
    return TourPrices(case, _in_tour_order(case, tour, present), _ends(case, tour.days))


def _in_tour_order(case: PlanningCase, tour: TourDetail, present: Present) -> Present:
    """The stops of each day as the tour has them, with what else the vehicle does then where its hour puts it."""
    rank = {str(stop.event.id): stop.position for day in tour.days for stop in day.stops}
    return {
        cell: sorted(stops, key=lambda each: (each not in rank, rank.get(each, 0)))
        if all(each in rank for each in stops)
        else stops
        for cell, stops in present.items()
        if cell.vehicle in case.problem.vehicle_of
    }


def _ends(case: PlanningCase, days: tuple[TourDayRow, ...]) -> Ends:
    """Where days begin and end that do so away from the depot."""
    towns = {ags: place for place, ags in case.nights.items()}
    found: dict[Cell, tuple[int, int]] = {}
    slept = {
        Cell(str(day.vehicle_id), case.day_of(day.day)): towns[day.draft.overnight_ags]
        for day in days
        if day.draft.overnight_ags in towns and day.draft.overnight_ags is not None
    }
    for cell, place in slept.items():
        depot = case.problem.vehicle_of[cell.vehicle].depot
        following = Cell(cell.vehicle, cell.day + 1)
        found[cell] = found.get(cell, (depot, depot))[0], place
        found[following] = place, slept.get(following, depot)
    return found
