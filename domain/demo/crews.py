"""Who goes to a sample event with what: people, vehicle and equipment that are free and fit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from domain.demo.days import Ledger
from domain.demo.house import Car, House, Person
from domain.demo.spots import Spot
from domain.demo.tables import Pattern
from domain.region.travel import TravelTable
from domain.terms import AssignmentRole

_QUARTER = 15


@dataclass(frozen=True, slots=True)
class Party:
    """The people with their roles, the vehicle, and by how many minutes it makes the event begin later."""

    people: tuple[tuple[Person, AssignmentRole], ...] = ()
    car: Car | None = None
    kilometres: float = 0.0
    delay: int = 0

    @property
    def things(self) -> list[UUID]:
        """Everything that is taken on the day."""
        return [person.id for person, _role in self.people] + ([self.car.id] if self.car else [])


def party(pattern: Pattern, spot: Spot, house: House, ledger: Ledger, days: Sequence[date]) -> Party | None:
    """A party for the event on these days; None if somebody or something is missing."""
    if not all(ledger.is_free(house.equipment[name], days) for name in pattern.equipment):
        return None
    chosen = _people(pattern, house, ledger, days)
    if chosen is None:
        return None
    if not pattern.vehicle or spot.ags is None:
        return Party(chosen, kilometres=_kilometres(house, spot))
    preferred = house.vehicles[pattern.vehicle]
    others = [car for car in house.vehicles.values() if car is not preferred]
    for car in (preferred, *others):
        found = _drive(pattern, spot, car)
        if found and ledger.is_free(car.id, days) and not set(days) & set(car.blocked):
            return replace(found, people=chosen)
    return None


def _people(
    pattern: Pattern, house: House, ledger: Ledger, days: Sequence[date]
) -> tuple[tuple[Person, AssignmentRole], ...] | None:
    """One person for each role, in turn; None if somebody is missing."""
    chosen: list[tuple[Person, AssignmentRole]] = []
    for name in pattern.roles:
        needed = house.qualifications_for(pattern.topics, name)
        fit = [
            person
            for person in house.staff
            if name in person.roles
            and person.may_speak_on(needed)
            and person not in [taken for taken, _role in chosen]
            and ledger.is_free(person.id, days)
            and not any(person.is_away(day) for day in days)
        ]
        if not fit:
            return None
        # Speakers of the Verfassungsschutz are few: they come only for what nobody else may speak on.
        pool = fit if needed else [person for person in fit if not person.draft.confidential] or fit
        chosen.append((pool[days[0].toordinal() % len(pool)], AssignmentRole(name)))
    return tuple(chosen)


def _drive(pattern: Pattern, spot: Spot, car: Car) -> Party | None:
    """The drive there and back by that vehicle, if its day stays within the limits."""
    if car.draft.depot_ags is None or spot.ags is None:
        return None
    leg = TravelTable().leg(car.draft.depot_ags, spot.ags)
    opening, closing = pattern.minutes
    ready = car.draft.available_from.hour * 60 + car.draft.available_from.minute + leg.minutes + pattern.set_up
    late = max(0, ready - opening)
    delay = -(-late // _QUARTER) * _QUARTER
    stay = closing - opening + pattern.set_up + pattern.tear_down
    if 2 * leg.minutes > car.draft.max_drive_minutes or 2 * leg.minutes + stay > car.draft.max_duty_minutes:
        return None
    return Party(car=car, kilometres=round(2 * leg.kilometres), delay=delay)


def _kilometres(house: House, spot: Spot) -> float:
    """There and back from the nearest depot."""
    if spot.ags is None:
        return 0.0
    depots = [car.draft.depot_ags for car in house.vehicles.values() if car.draft.depot_ags]
    return float(round(2 * min(TravelTable().kilometres(depot, spot.ags) for depot in depots)))
