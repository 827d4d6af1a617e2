"""The proposed sample tour: three weeks planned from requests by the program itself, some of them left out."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, islice
from random import Random
from typing import Any
from uuid import UUID

from domain.demo import tables
from domain.demo.days import schools_open, span
from domain.demo.neighbours import Institution, World
from domain.planning.plan import Effort
from domain.planning.solve import solve
from domain.region.kreise import kreise
from domain.rows.proposals import PlanningWish
from domain.rows.requests import RequestDraft
from domain.store.session import Session
from domain.terms import EventKind
from domain.usecases import requests
from domain.usecases.planning_problem import planning_problem
from domain.usecases.proposals import accept_plan

ASKED = 30
"""How many requests of the usual sorts want a stop in the three weeks."""

EFFORT = Effort(seed=1, iterations=2_000)
"""Limited by steps, not by seconds, so that the same day gives the same tour."""

_SOONEST, _WEEKS, _SCHOOL_DAYS = 28, 3, 12
_LATEST_START = 120
_STRIDE = 5
"""Districts in this step, so that one request is far from the next."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """The tour that was proposed, None if nothing could be planned, and how many requests are left out."""

    tour_id: UUID | None
    left_out: int


def three_weeks(today: date) -> tuple[date, date]:
    """The first three weeks, Monday to Saturday, four weeks ahead or later, in which schools are open on most days."""
    starts = [today + timedelta(days=_SOONEST + number) for number in range(_LATEST_START)]
    mondays = [day for day in starts if day.weekday() == 0]
    open_days = {monday: sum(map(schools_open, span(monday, 7 * _WEEKS))) for monday in mondays}
    first = next((monday for monday in mondays if open_days[monday] >= _SCHOOL_DAYS), mondays[0])
    return first, first + timedelta(days=7 * _WEEKS - 2)


def ask(session: Session, world: World, first: date, taken: Collection[str], rng: Random) -> None:
    """Store the requests for the weeks from `first` on, each from an institution whose name is not `taken`."""
    content = tables.document("proposal")
    districts = [each.ags for each in kreise()]
    seen = set(taken)
    for number, entry in enumerate([*islice(cycle(content["wish"]), ASKED), *content["extra"]]):
        turn = number * _STRIDE % len(districts)
        near = districts[turn:] + districts[:turn]
        found = (each for ags in near for each in world.of(ags, entry["from"]) if each.draft.name not in seen)
        asker = next(found, None)
        if asker is not None:
            seen.add(asker.draft.name)
            requests.create(session, _request(entry, asker, number, first, rng))


def _request(entry: dict[str, Any], asker: Institution, number: int, first: date, rng: Random) -> RequestDraft:
    opening, closing = (tables.minutes(part) for part in entry["window"].split("-"))
    begin, end = entry["span"]
    return RequestDraft(
        requester=asker.draft.name,
        kind=EventKind.mobile_stop,
        topic=entry["topic"],
        partner_id=asker.id,
        contact_role=asker.role,
        phone=asker.draft.phone,
        place=entry["place"],
        street=asker.draft.street,
        postcode=asker.draft.postcode,
        town=asker.draft.town,
        ags=asker.ags,
        duration_minutes=entry["minutes"],
        earliest=first + timedelta(days=begin),
        latest=first + timedelta(days=end),
        weekdays=tuple(int(day) for day in entry.get("weekdays", "01234")),
        from_minute=opening,
        to_minute=closing,
        equipment=tuple(entry.get("equipment", ())),
        priority=(2, 1, 2, 3)[number % 4],
        expected=rng.randint(*entry["expected"]),
        press_expected=entry.get("press", False),
        notes=entry["notes"],
        received_on=first - timedelta(days=rng.randint(45, 75)),
    )


def propose(session: Session, first: date, last: date) -> Proposed:
    """Plan a draft tour from what has been asked for, as a person would."""
    case = planning_problem(session, PlanningWish(first, last))
    plan = solve(case.problem, EFFORT)
    return Proposed(accept_plan(session, case, plan), sum(1 for _left in case.left_out(plan)))
