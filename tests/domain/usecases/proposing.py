"""Wishes, cases and plans as the tests of planning need them."""

from dataclasses import replace
from datetime import date

from domain.planning.compare import plan_cost
from domain.planning.day import Days
from domain.planning.plan import Engine, LeftOut, Plan, Reason, Sentence
from domain.planning.problem import Cell
from domain.rows.proposals import PlanningWish
from domain.usecases import proposals
from domain.usecases.planning_problem import planning_problem

MONDAY = date(2027, 5, 10)
SATURDAY = date(2027, 5, 15)
"""A week without a holiday, two weeks after the clock of the tests."""


def wish(**fields):
    """The wish to plan that week with all vehicles."""
    return replace(PlanningWish(MONDAY, SATURDAY), **fields)


def ask(ws, **fields):
    """The planning case of the week."""
    return ws.ask(planning_problem, wish(**fields))


def stop_of(case, record_id):
    """The stop of a request or an event."""
    return case.problem.stop_of[str(record_id)]


def days(stop):
    """The weekdays (0 = Monday) on which a stop has a window in that week."""
    return [window.day for window in stop.windows]


def placed(case, *cells):
    """The plan of exactly these stops, given as (vehicle id, day, ids of requests or events), and what is fixed."""
    routes = Days(case.problem)
    wanted = {Cell(str(vehicle), day): [str(each) for each in ids] for vehicle, day, ids in cells}
    for fixed in case.problem.fixed:
        wanted.setdefault(fixed.cell, []).append(fixed.stop)
    found = [routes.route(cell, stops) for cell, stops in sorted(wanted.items())]
    assert all(found), "the test asks for a day that cannot be done"
    planned = {stop for route in found for stop in route.stops}
    left = [
        LeftOut(stop.id, Reason.displaced, (Sentence("no room"),))
        for stop in case.problem.stops
        if stop.id not in planned
    ]
    return Plan(tuple(found), tuple(left), plan_cost(case.problem, found), None, False, 0.0, Engine.search)


def accept(ws, case, plan):
    """Store the plan; gives the tour's id."""
    return ws.run("Plan", proposals.accept_plan, case, plan)
