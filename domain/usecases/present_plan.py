"""The plan as it stands now: what would be planned next, and who is left out of it."""

from datetime import date, timedelta
from uuid import UUID

from domain.planning.candidates import candidates
from domain.planning.case import PlanningCase
from domain.planning.compare import plan_cost
from domain.planning.day import Days
from domain.planning.explain import left_out
from domain.planning.plan import Engine, LeftOut, Plan
from domain.planning.present import present_routes
from domain.rows.filters import RequestFilter
from domain.rows.proposals import PlanningWish
from domain.store.session import Session
from domain.terms import EventKind, RequestState, TourState, Weight
from domain.usecases import requests, tour_rows
from domain.usecases.planning_problem import planning_problem
from domain.usecases.replanning import replanning_wish

USUAL_DAYS = 19
"""A tour of three weeks, Monday to Friday: what the prevention staff plan at once."""


def usual_wish(session: Session, tour_id: UUID | None = None) -> PlanningWish:
    """What a person most likely wants to plan next.

    A draft tour with days is planned anew over its own days with its vehicles. Else three weeks with all vehicles,
    from the Monday of the week in which the first open request can be served, from tomorrow on.
    """
    if tour_id is not None:
        tour = tour_rows.detail(session, tour_id)
        if tour.days and tour.row.state is TourState.draft:
            days = [day.day for day in tour.days]
            vehicles = dict.fromkeys(day.vehicle_id for day in tour.days)
            return PlanningWish(min(days), max(days), tuple(vehicles), tour_id=tour_id)
    first = _first_asked(session)
    monday = first - timedelta(days=first.weekday()) if first.weekday() else first
    begin = max(monday, session.today + timedelta(days=1))
    return PlanningWish(begin, monday + timedelta(days=USUAL_DAYS - 1))


def _first_asked(session: Session) -> date:
    """The first day from tomorrow on that an open request names."""
    tomorrow = session.today + timedelta(days=1)
    wanted = RequestFilter(kinds=(EventKind.mobile_stop,), states=(RequestState.open,))
    drafts = [row.draft for row in requests.list_rows(session, wanted)]
    spans = [(draft.earliest, draft.latest) for draft in drafts]
    spans += [(wish.first_day, wish.last_day) for draft in drafts for wish in draft.wishes]
    ahead = [max(begin, tomorrow) for begin, end in spans if begin is not None and (end is None or end >= tomorrow)]
    return min(ahead, default=tomorrow)


def present_left_out(session: Session, wish: PlanningWish) -> tuple[PlanningCase, tuple[LeftOut, ...]]:
    """Who asks for a stop in the wished period and has none in the plan as it stands, and what would help."""
    case = planning_problem(session, wish)
    routes = present_routes(case)
    days = Days(case.problem)
    found = left_out(case.problem, days, candidates(case.problem, days), routes)
    cost = plan_cost(case.problem, routes)
    plan = Plan(routes, found, cost, None, proven=False, seconds=0.0, engine=Engine.search)
    return case, tuple(case.left_out(plan))


def tour_wish(session: Session, tour_id: UUID) -> PlanningWish:
    """The wish to plan into a tour what it leaves out: its own days, all vehicles, its stops moved only for much.

    Raises:
        InvalidInputError: the tour has no day yet.
    """
    return replanning_wish(session, tour_id, stability=Weight.high)


def left_out_of_tour(session: Session, tour_id: UUID) -> tuple[PlanningCase, tuple[LeftOut, ...]]:
    """Who could be on the days of a tour and is not, and what would help.

    Raises:
        InvalidInputError: the tour has no day yet.
    """
    return present_left_out(session, tour_wish(session, tour_id))
