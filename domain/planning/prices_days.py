"""A day driven in a given order whatever it breaks: its times, and which rules do not hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from domain.i18n import N_
from domain.planning.day_labels import Kind, Stay
from domain.planning.day_times import Breaks, day_times
from domain.planning.explain_words import sentence, stop_name, things, vehicle_name, when
from domain.planning.plan import Sentence
from domain.planning.problem import Cell, PlanningStop, Problem
from domain.planning.spans import Minutes as Matrix
from domain.rules.working_day import breaks_due
from domain.terms import Minutes


class BrokenRule(StrEnum):
    """What speaks against a stop in a cell: wishes first, then what no crew can do."""

    date = "date"
    fixed = "fixed"
    vehicle = "vehicle"
    equipment = "equipment"
    window = "window"
    duty = "duty"
    drive = "drive"
    shift = "shift"
    rest = "rest"


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that does not hold, in a few words, and by how many minutes (0 = not a matter of minutes)."""

    rule: BrokenRule
    sentence: Sentence
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class DrivenDay:
    """A day in its order: when each stay begins, departure and return in minutes from midnight.

    `late` are the minutes by which each stay begins too late; the day goes on from there. `rests` says whether the
    breaks that are due could be taken; those that could are in the times.
    """

    stays: tuple[Stay, ...]
    starts: tuple[int, ...]
    departure: int
    back: int
    drive: int
    late: tuple[int, ...]
    rests: bool = True

    @property
    def duty(self) -> int:
        """Minutes from departure to return; a day without stops has none."""
        return self.back - self.departure if self.stays else 0

    def over(self, kind: Kind) -> int:
        """Minutes by which limits and hours are exceeded in all."""
        duty, drive = max(0, self.duty - kind.max_work), max(0, self.drive - kind.max_drive)
        return sum(self.late) + duty + drive + max(0, self.back - kind.closes)

    def holds(self, kind: Kind) -> bool:
        """Whether hours, limits and breaks hold."""
        return self.rests and not self.over(kind)


def driven(kind: Kind, stays: Sequence[Stay], minutes: Matrix, breaks: Breaks) -> DrivenDay:
    """Drive the day as early as possible and leave as late as that allows; what is too late, begins late."""
    places = [kind.origin, *(stay.place for stay in stays), kind.destination]
    legs = [minutes[a][b] for a, b in pairwise(places)]
    begun, now = [], kind.opens
    for stay, leg in zip(stays, legs, strict=False):
        now = max(now + leg, stay.earliest)
        begun.append(now)
        now += stay.duration
    back = now + legs[-1]
    leaves = now
    for stay, leg, start in zip(reversed(stays), reversed(legs[:-1]), reversed(begun), strict=True):
        leaves = min(leaves - stay.duration, max(stay.latest, start)) - leg
    starts, now = [], leaves
    for stay, leg in zip(stays, legs, strict=False):
        starts.append(max(now + leg, stay.earliest))
        now = starts[-1] + stay.duration
    late = tuple(max(0, start - stay.latest) for start, stay in zip(starts, stays, strict=True))
    day = DrivenDay(tuple(stays), tuple(starts), leaves, back, sum(legs), late)
    return day if not breaks or not stays or not day.holds(kind) else _rested(day, kind, minutes, breaks)


def breaches_of(problem: Problem, kind: Kind, day: DrivenDay) -> Iterator[Breach]:
    """What does not hold in a day: hours of its stops, duty, drive, return, breaks."""
    for stay, late in zip(day.stays, day.late, strict=True):
        if stay.earliest > stay.latest:
            over = Minutes(stay.earliest - stay.latest)
            told = sentence(N_("{name}: {over} more than its hours"), name=stop_name(problem, stay.stop), over=over)
            yield Breach(BrokenRule.window, told, over)
        elif late:
            told = sentence(N_("{name}: {over} too late"), name=stop_name(problem, stay.stop), over=Minutes(late))
            yield Breach(BrokenRule.window, told, late)
    limits = (
        (BrokenRule.duty, N_("Duty {over} too long"), day.duty - kind.max_work),
        (BrokenRule.drive, N_("Drive {over} too long"), day.drive - kind.max_drive),
        (BrokenRule.shift, N_("Back {over} too late"), day.back - kind.closes),
    )
    for rule, msgid, over_by in limits:
        if over_by > 0:
            yield Breach(rule, sentence(msgid, over=Minutes(over_by)), over_by)
    if not day.rests:
        due = breaks_due(day.duty, problem.breaks)
        yield Breach(BrokenRule.rest, sentence(N_("No room for {due} of break"), due=Minutes(due)), due)


def refusals(problem: Problem, stop: PlanningStop, cell: Cell) -> Iterator[Breach]:
    """What speaks against the stop in this cell, whatever else is there: its dates, the vehicle, what it needs."""
    vehicle = problem.vehicle_of[cell.vehicle]
    fixed = problem.fixed_of.get(stop.id)
    if fixed is not None and fixed.cell != cell:
        named = {"when": when(problem, (fixed.cell.day,)), "vehicle": vehicle_name(problem, fixed.cell.vehicle)}
        yield Breach(BrokenRule.fixed, sentence(N_("Fixed {when} with {vehicle}"), **named))
    if stop.window(cell.day) is None:
        yield Breach(BrokenRule.date, sentence(N_("Not a possible date")))
    if cell.day not in vehicle.days:
        named = {"vehicle": vehicle_name(problem, cell.vehicle)}
        yield Breach(BrokenRule.vehicle, sentence(N_("{vehicle} is not out"), **named))
    if not stop.need <= vehicle.equipment:
        yield Breach(BrokenRule.equipment, _lacking(problem, stop.need - vehicle.equipment))


def _lacking(problem: Problem, missing: frozenset[str]) -> Sentence:
    """What a vehicle lacks: equipment, or to be the one vehicle that the stop is bound to."""
    if equipment := things(problem, missing):
        return sentence(N_("Without {equipment}"), equipment=", ".join(sorted(equipment)))
    return sentence(N_("Only with {vehicle}"), vehicle=", ".join(sorted(missing)))


def _rested(day: DrivenDay, kind: Kind, minutes: Matrix, breaks: Breaks) -> DrivenDay:
    """The same day with its breaks; without them if there is no room."""
    times = day_times(kind, day.stays, minutes, breaks)
    if times is None:
        return DrivenDay(day.stays, day.starts, day.departure, day.back, day.drive, day.late, rests=False)
    return DrivenDay(day.stays, times.starts, times.departure, times.back, times.drive, day.late)
