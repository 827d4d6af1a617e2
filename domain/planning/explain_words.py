"""Names, days and lists as the sentences about a plan say them."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from domain.errors import Problem as Phrase
from domain.i18n import N_
from domain.planning.plan import Params, Sentence
from domain.planning.problem import Problem

DAY = N_("day {number}")
ON_ONE = N_("on {day}")
ON_TWO = N_("on {first} and {second}")
ON_MANY = N_("on {count} days from {first} to {last}")
TWO = N_("{first} and {second}")
MANY = N_("{first}, {second} and {count} more")
PAIR = 2


def sentence(msgid: str, **fields: object) -> Sentence:
    """A sentence with its fields; values are plain types, `Minutes`, or phrases made here."""
    params: Params = tuple(fields.items())
    return Sentence(msgid, params)


def stop_name(problem: Problem, stop_id: str) -> str:
    """What people call the stop: its name, else its town, else its id."""
    stop = problem.stop_of[stop_id]
    return stop.name or stop.town or stop.id


def vehicle_name(problem: Problem, vehicle_id: str) -> str:
    """What people call the vehicle."""
    vehicle = problem.vehicle_of.get(vehicle_id)
    return (vehicle.name if vehicle else "") or vehicle_id


def day_word(problem: Problem, day: int) -> date | Phrase:
    """The date of a day; a phrase with its number where the problem has no dates."""
    named = problem.dates.get(day)
    return _date(named) if named else Phrase("day", DAY, (("number", day),))


def when(problem: Problem, days: Iterable[int]) -> Phrase:
    """On which days: one or two by name, more as a count from the first to the last. There is at least one."""
    rising = sorted(set(days))
    first, last = day_word(problem, rising[0]), day_word(problem, rising[-1])
    if len(rising) == 1:
        return Phrase("when", ON_ONE, (("day", first),))
    if len(rising) == PAIR:
        return Phrase("when", ON_TWO, (("first", first), ("second", last)))
    return Phrase("when", ON_MANY, (("count", len(rising)), ("first", first), ("last", last)))


def listed(names: Sequence[str]) -> str | Phrase:
    """Several names: up to two in full, then how many more. There is at least one."""
    if len(names) == 1:
        return names[0]
    if len(names) == PAIR:
        return Phrase("names", TWO, (("first", names[0]), ("second", names[1])))
    return Phrase("names", MANY, (("first", names[0]), ("second", names[1]), ("count", len(names) - PAIR)))


@lru_cache(maxsize=1024)
def _date(text: str) -> date:
    return date.fromisoformat(text)


def things(problem: Problem, need: frozenset[str]) -> frozenset[str]:
    """The equipment among what a stop needs, without the name of the vehicle that it may be bound to."""
    return need - {vehicle.name for vehicle in problem.vehicles} - {vehicle.id for vehicle in problem.vehicles}
