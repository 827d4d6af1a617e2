"""Plans as documents for a file, in the shape that docs/formats.md describes."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.i18n import Language
    from domain.planning.plan import LeftOut, Plan, Route
    from domain.planning.problem import Problem


def document_of_plan(plan: Plan, problem: Problem, language: Language) -> dict[str, object]:
    """The plan as a document: routes by day and vehicle, stops left out in the order of the problem.

    Why a stop is left out is told in `language`. The bound is rounded down to hundredths, so that it stays one.
    """
    order = {stop.id: number for number, stop in enumerate(problem.stops)}
    routes = sorted(plan.routes, key=lambda route: (route.cell.day, route.cell.vehicle))
    left_out = sorted(plan.left_out, key=lambda each: order[each.stop])
    return {
        "routes": [_route_document(route, problem) for route in routes],
        "unplanned": [
            {"stop": each.stop, "reason": each.reason.value, "detail": detail(each, language)} for each in left_out
        ],
        "cost": plan.cost,
        "bound": None if plan.bound is None else math.floor(plan.bound * 100) / 100,
        "proven": plan.proven,
        "seconds": round(plan.seconds, 3),
        "engine": plan.engine.value,
    }


def bytes_of(document: dict[str, object]) -> bytes:
    """A document as JSON in UTF-8, one line for each route and stop left out; equal plans give equal bytes."""
    lines = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            members = ",\n    ".join(_json(member) for member in value)
            lines.append(f"  {_json(key)}: [\n    {members}\n  ]")
        else:
            lines.append(f"  {_json(key)}: {_json(value)}")
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def detail(left_out: LeftOut, language: Language) -> str:
    """The sentences that explain why a stop is left out, in one paragraph."""
    return " ".join(language.text(each.msgid, each.params) for each in left_out.sentences)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _route_document(route: Route, problem: Problem) -> dict[str, object]:
    """One vehicle's day; where it does not begin or end at its depot, the places, and breaks where there are any."""
    document: dict[str, object] = {
        "vehicle": route.cell.vehicle,
        "day": route.cell.day,
        "stops": list(route.stops),
        "start": list(route.starts),
        "departure": route.departure,
        "return": route.back,
    }
    depot = problem.vehicle_of[route.cell.vehicle].depot
    if route.origin != depot:
        document["from"] = route.origin
    if route.destination != depot:
        document["to"] = route.destination
    if route.pauses:
        document["pauses"] = [{"after": pause.after, "minutes": pause.minutes} for pause in route.pauses]
    return document
