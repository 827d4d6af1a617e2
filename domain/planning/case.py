"""A planning problem with what its stops and vehicles are in the workspace."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from domain.planning.plan import LeftOut, Plan, Reason, Relaxation, Sentence
from domain.planning.problem import Problem
from domain.rows.proposals import PlanningWish, Relaxed, Subject
from domain.terms import DaySpan

_FOR_WANT_OF_A_DAY = frozenset({Reason.no_date, Reason.displaced})


@dataclass(frozen=True)
class PlanningCase:
    """What goes to the planner and what its answer means.

    Stop ids are the text of a request's or an event's UUID, and keys of `subjects`; vehicle ids the text of a
    vehicle's. Day 0 is `wish.first`. `apart` are stops that never came into the problem, with the reason. `notes` say
    of a stop which of its wished days fell out before planning began, and why. `nights` maps a place of the problem
    to the Gemeinde where the crew may sleep.
    """

    wish: PlanningWish
    problem: Problem
    subjects: Mapping[str, Subject]
    apart: tuple[LeftOut, ...]
    notes: Mapping[str, tuple[Sentence, ...]]
    nights: Mapping[int, str]

    @property
    def period(self) -> DaySpan:
        """The local days that are planned."""
        return DaySpan(self.wish.first, self.wish.last)

    def date_of(self, day: int) -> date:
        """The local day behind a day of the problem."""
        return self.wish.first + timedelta(days=day)

    def day_of(self, day: date) -> int:
        """The problem's day of a local day."""
        return (day - self.wish.first).days

    def left_out(self, plan: Plan) -> Iterator[LeftOut]:
        """Everything that is not planned; where it is for want of a day also which wished days fell out, and why."""
        for left in plan.left_out:
            notes = self.notes.get(left.stop, ()) if left.reason in _FOR_WANT_OF_A_DAY else ()
            if notes and not self.problem.stop_of[left.stop].windows:
                yield replace(left, sentences=notes)
            else:
                yield replace(left, sentences=(*left.sentences, *notes))
        yield from self.apart

    def relaxed(self, offer: Relaxation) -> Relaxed:
        """A relaxation that the explanation offers, as part of a wish."""
        return Relaxed(
            stop=offer.stop,
            days=tuple(self.date_of(day) for day in offer.days),
            longer=offer.longer,
            shorter=offer.shorter,
            vehicle_id=UUID(offer.vehicle) if offer.vehicle else None,
        )

    def planned(self, plan: Plan) -> tuple[str, ...]:
        """The stops that the plan places and that were free to be placed: not those fixed from the beginning."""
        return tuple(
            stop
            for route in plan.routes
            for stop in route.stops
            if stop in self.subjects and not self.subjects[stop].fixed
        )
