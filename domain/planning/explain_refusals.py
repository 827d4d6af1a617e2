"""Why a stop cannot be planned at all: which rule refuses which of its days."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from domain.i18n import N_
from domain.planning.explain_words import sentence, things, vehicle_name, when
from domain.planning.plan import Reason, Sentence
from domain.planning.problem import Cell, PlanningStop, PlanningVehicle, Problem, Window
from domain.planning.spans import Span, chain, garage
from domain.terms import Minutes

Found = tuple[Reason, Sentence]

GRAVITY = (Reason.no_date, Reason.no_equipment, Reason.too_long, Reason.too_far)
"""How near a refused day came to being possible; the nearest names the reason of the stop."""


@dataclass(frozen=True, slots=True)
class Case:
    """A stop in a cell whose vehicle is out and carries what is needed."""

    problem: Problem
    stop: PlanningStop
    vehicle: PlanningVehicle
    window: Window

    @property
    def ways(self) -> tuple[int, int]:
        """Drive minutes there and back."""
        depot, place, minutes = self.vehicle.depot, self.stop.place, self.problem.minutes
        return minutes[depot][place], minutes[place][depot]

    @property
    def drive(self) -> int:
        """Drive minutes there and back together."""
        return sum(self.ways)

    @property
    def stay_over(self) -> int:
        """By how many minutes the stay is longer than its hours."""
        return max(0, self.stop.duration - (self.window.closes - self.window.opens))

    @property
    def drive_over(self) -> int:
        """By how many minutes the drive is longer than allowed."""
        return max(0, self.drive - self.vehicle.max_drive)

    @property
    def shift_over(self) -> int:
        """By how many minutes the vehicle would be late, at the stop or at home."""
        there, back = self.ways
        start = max(self.window.opens, self.vehicle.opens + there)
        end = start + self.stop.duration
        return max(0, end - self.window.closes, end + back - self.vehicle.closes)

    @property
    def presence(self) -> int:
        """Minutes on duty for this stop alone, without breaks."""
        home = garage(self.vehicle.depot, self.vehicle.opens, self.vehicle.closes)
        place, duration = self.stop.place, self.stop.duration
        stay = Span(duration, self.window.opens, self.window.closes - duration, 0, place, place)
        whole = chain((home, stay, home), self.problem.minutes)
        return whole.length if whole else duration + self.drive

    @property
    def duty_over(self) -> int:
        """By how many minutes the duty is longer than allowed, without breaks."""
        return max(0, self.presence - self.vehicle.max_work)


Tell = Callable[[Case, Iterable[int]], Found]


def why_never(problem: Problem, stop: PlanningStop) -> tuple[Reason, tuple[Sentence, ...]]:
    """Which rules refuse all the cells of a stop that has no possible one, with the days; the gravest first."""
    if not problem.vehicles:
        return Reason.no_date, (sentence(N_("There is no vehicle to plan with.")),)
    if not stop.windows:
        return Reason.no_date, (sentence(N_("No day of the period is possible: none was wished, or all are closed.")),)
    found = [*_lacking(problem, stop), *_impossible(problem, stop)]
    found.sort(key=lambda each: -GRAVITY.index(each[0]))
    return found[0][0], tuple(each[1] for each in found)


def why_not_there(problem: Problem, stop: PlanningStop, cell: Cell, start: int | None) -> tuple[Sentence, ...]:
    """Which rule refuses the one cell in which a stop is fixed, at `start` if that is fixed too."""
    vehicle, window = problem.vehicle_of.get(cell.vehicle), stop.window(cell.day)
    name = vehicle_name(problem, cell.vehicle)
    days = when(problem, (cell.day,))
    if vehicle is None or cell.day not in vehicle.days:
        return (sentence(N_("{vehicle} is not out {when}."), vehicle=name, when=days),)
    if window is None:
        return (sentence(N_("It is not to take place {when}."), when=days),)
    if not stop.need <= vehicle.equipment:
        missing = _listed(stop.need - vehicle.equipment)
        return (sentence(N_("{vehicle} does not carry “{equipment}”."), vehicle=name, equipment=missing),)
    told = _told(Case(problem, stop, vehicle, window))
    if start is not None and not window.opens <= start <= window.closes - stop.duration:
        outside = N_("The stay from {clock} does not lie within its hours ({opens}–{closes}).")
        hours = {"opens": _clock(window.opens), "closes": _clock(window.closes)}
        return (sentence(outside, clock=_clock(start), **hours),)
    if start is not None and told is _tell_rest:
        late = N_("{vehicle} cannot be there at {clock} and back in time {when}.")
        return (sentence(late, vehicle=name, clock=_clock(start), when=days),)
    return (told(Case(problem, stop, vehicle, window), (cell.day,))[1],)


def _lacking(problem: Problem, stop: PlanningStop) -> Iterator[Found]:
    """Equipment that is nowhere, or on no vehicle that is out on the days wished."""
    carriers = [vehicle for vehicle in problem.vehicles if stop.need <= vehicle.equipment]
    missing = stop.need - frozenset[str]().union(*(vehicle.equipment for vehicle in problem.vehicles))
    if not carriers and missing:
        nowhere = N_("“{equipment}” is on none of the vehicles to plan.")
        yield Reason.no_equipment, sentence(nowhere, equipment=_listed(missing))
    elif not carriers:
        together = N_("None of the vehicles to plan carries all of “{equipment}”.")
        yield Reason.no_equipment, sentence(together, equipment=_listed(things(problem, stop.need)))
    else:
        yield from _not_out(problem, stop, carriers)


def _not_out(problem: Problem, stop: PlanningStop, carriers: Sequence[PlanningVehicle]) -> Iterator[Found]:
    out = frozenset[int]().union(*(vehicle.days for vehicle in carriers))
    resting = [window.day for window in stop.windows if window.day not in out]
    if not resting:
        return
    others_out = frozenset[int]().union(*(vehicle.days for vehicle in problem.vehicles)).intersection(resting)
    days = when(problem, resting)
    wanted = things(problem, stop.need)
    if others_out and wanted:
        bare = N_("No vehicle with “{equipment}” is out {when}.")
        yield Reason.no_equipment, sentence(bare, equipment=_listed(wanted), when=days)
    elif others_out:
        only = N_("{vehicle} is not out {when}, and only it can come.")
        yield Reason.no_equipment, sentence(only, vehicle=vehicle_name(problem, carriers[0].id), when=days)
    elif len(problem.vehicles) == 1:
        name = vehicle_name(problem, problem.vehicles[0].id)
        yield Reason.no_date, sentence(N_("{vehicle} is not out {when}."), vehicle=name, when=days)
    else:
        yield Reason.no_date, sentence(N_("No vehicle is out {when}."), when=days)


def _impossible(problem: Problem, stop: PlanningStop) -> Iterator[Found]:
    """The cells whose vehicle is out and equipped, by the rule that refuses them; figures of the nearest miss."""
    cases: dict[Tell, list[Case]] = {}
    for vehicle in problem.vehicles:
        out = frozenset(vehicle.days) if stop.need <= vehicle.equipment else frozenset()
        for window in stop.windows:
            if window.day in out:
                case = Case(problem, stop, vehicle, window)
                cases.setdefault(_told(case), []).append(case)
    for tell, refused in cases.items():
        nearest = min(refused, key=lambda each: (each.stay_over, each.drive_over, each.shift_over, each.duty_over))
        yield tell(nearest, {each.window.day for each in refused})


def _told(case: Case) -> Tell:
    """Who tells why this cell is impossible."""
    if case.stay_over:
        return _tell_stay
    if case.drive_over:
        return _tell_drive
    if case.shift_over:
        return _tell_shift
    return _tell_duty if case.duty_over else _tell_rest


def _tell_stay(case: Case, days: Iterable[int]) -> Found:
    hours = Minutes(case.window.closes - case.window.opens)
    long = N_("The stay of {stay} is longer than its hours {when} (at most {hours}).")
    stay = Minutes(case.stop.duration)
    return Reason.too_long, sentence(long, stay=stay, when=when(case.problem, days), hours=hours)


def _tell_drive(case: Case, days: Iterable[int]) -> Found:
    far = N_("The drive there and back takes {drive}, {limit} are allowed ({vehicle}, {when}).")
    limit, name = Minutes(case.vehicle.max_drive), vehicle_name(case.problem, case.vehicle.id)
    told = sentence(far, drive=Minutes(case.drive), limit=limit, vehicle=name, when=when(case.problem, days))
    return Reason.too_far, told


def _tell_shift(case: Case, days: Iterable[int]) -> Found:
    """Too late at the stop, or else at home; the reason is the way only if it would fit without it."""
    there, back = case.ways
    start = max(case.window.opens, case.vehicle.opens + there)
    last = case.window.closes - case.stop.duration
    fields = {
        "vehicle": vehicle_name(case.problem, case.vehicle.id),
        "stay": Minutes(case.stop.duration),
        "when": when(case.problem, days),
    }
    if start > last:
        late = N_(
            "{vehicle} can be there by {arrives} at the earliest; the stay of {stay} must begin by {last} {when}."
        )
        told = sentence(late, **fields, arrives=_clock(start), last=_clock(last))
    else:
        home = N_("{vehicle} must be back by {closes}; after the stay of {stay} it would be {returns} {when}.")
        returns = _clock(start + case.stop.duration + back)
        told = sentence(home, **fields, closes=_clock(case.vehicle.closes), returns=returns)
    begins, ends = max(case.window.opens, case.vehicle.opens), min(case.window.closes, case.vehicle.closes)
    return Reason.too_long if ends - begins < case.stop.duration else Reason.too_far, told


def _tell_duty(case: Case, days: Iterable[int]) -> Found:
    duty = N_("With the drive, the stay of {stay} takes {needed} on duty, {limit} are allowed ({vehicle}, {when}).")
    told = sentence(
        duty,
        stay=Minutes(case.stop.duration),
        needed=Minutes(case.presence),
        limit=Minutes(case.vehicle.max_work),
        vehicle=vehicle_name(case.problem, case.vehicle.id),
        when=when(case.problem, days),
    )
    return Reason.too_long, told


def _tell_rest(case: Case, days: Iterable[int]) -> Found:
    rest = N_("With the breaks that are due, the day would be longer than allowed ({vehicle}, {when}).")
    name = vehicle_name(case.problem, case.vehicle.id)
    return Reason.too_long, sentence(rest, vehicle=name, when=when(case.problem, days))


def _listed(equipment: Iterable[str]) -> str:
    return ", ".join(sorted(equipment))


def _clock(minute: int) -> time:
    """The time of day; minutes after midnight count from there."""
    return time(minute // 60 % 24, minute % 60)
