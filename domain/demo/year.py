"""A year of sample events around today: which, where, when and with whom, without a conflict."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from domain.demo.crews import Party, party
from domain.demo.days import AHEAD, BEHIND, Ledger, around, span, suits
from domain.demo.neighbours import World
from domain.demo.spots import Spot, spots
from domain.demo.tables import Pattern, patterns
from domain.region.kreise import kreise
from domain.rules.local import MINUTES_A_DAY, at_local, later
from domain.terms import EventKind

COUNTS: dict[EventKind, int] = {
    EventKind.mobile_stop: 44,
    EventKind.citizen_dialogue: 28,
    EventKind.expert_dialogue: 15,
    EventKind.lecture: 48,
    EventKind.information_event: 24,
    EventKind.consultation: 22,
    EventKind.joint_patrol: 26,
    EventKind.council_meeting: 18,
    EventKind.training: 12,
    EventKind.information_exchange: 14,
    EventKind.online: 12,
}
"""How many events of a kind the year has; two citizen dialogues for each Kreis, the rest by notes of past years."""

_JITTER = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """One sample event with its place, days and party, before it has a state."""

    pattern: Pattern
    spot: Spot
    day: date
    party: Party

    @property
    def days(self) -> tuple[date, ...]:
        """The local days it touches; the night of a patrol counts to the day it begins on."""
        return span(self.day, max(1, self.pattern.all_day))

    @property
    def times(self) -> tuple[datetime, datetime]:
        """Beginning and end; of an all-day event the first morning and the last evening."""
        if self.pattern.all_day:
            return at_local(self.day, 0), at_local(self.days[-1], MINUTES_A_DAY)
        opening, closing = self.pattern.minutes
        starts_at = at_local(self.day, opening + self.party.delay)
        return starts_at, later(starts_at, closing - opening)


def worded(text: str, spot: Spot) -> str:
    """The text with the names of town, district and institution filled in."""
    return text.strip().format(ort=spot.town, kreis=spot.kreis, partner=spot.name)


def year(world: World, ledger: Ledger, today: date, rng: Random) -> list[Plan]:
    """All events of the year by day and beginning; what they need is taken from the ledger."""
    found: list[Plan] = []
    for kind, count in COUNTS.items():
        found += _kind(kind, count, world, ledger, today, rng)
    return sorted(found, key=lambda plan: (plan.times, plan.pattern.title, plan.spot.town))


def _kind(kind: EventKind, count: int, world: World, ledger: Ledger, today: date, rng: Random) -> Iterator[Plan]:
    districts = [each.ags for each in kreise()]
    rng.shuffle(districts)
    choice = patterns(kind)
    for number in range(count):
        target = today + timedelta(days=round((number + 0.5) / count * (BEHIND + AHEAD)) - BEHIND)
        target += timedelta(days=rng.randint(-_JITTER, _JITTER))
        here = districts[number % len(districts) :] + districts[: number % len(districts)]
        turn = choice[number % len(choice) :] + choice[: number % len(choice)]
        plan = _first(turn, here, world, ledger, target, today)
        if plan is not None:
            ledger.take(_things(plan, world), plan.days)
            yield plan


def _first(
    turn: Sequence[Pattern], here: Sequence[str], world: World, ledger: Ledger, target: date, today: date
) -> Plan | None:
    """The first that works: any pattern in the Kreis whose turn it is, else the next Kreis."""
    for kreis_ags in here:
        for pattern in turn:
            found = _placed(pattern, kreis_ags, world, ledger, target, today)
            if found is not None:
                return found
    return None


def _placed(pattern: Pattern, kreis_ags: str, world: World, ledger: Ledger, target: date, today: date) -> Plan | None:
    places = spots(pattern, world, kreis_ags)
    for day in around(target, today) if places else ():
        if not suits(pattern, day):
            continue
        days = span(day, max(1, pattern.all_day))
        for number in range(len(places)):
            spot = places[(day.toordinal() + number) % len(places)]
            if not _is_free(spot, ledger, days):
                continue
            found = party(pattern, spot, world.house, ledger, days)
            if found is not None:
                return Plan(pattern, spot, day, found)
    return None


def _is_free(spot: Spot, ledger: Ledger, days: Sequence[date]) -> bool:
    is_market = any(day.weekday() in spot.market_days for day in days)
    return not is_market and (spot.holds is None or ledger.is_free(spot.holds, days))


def _things(plan: Plan, world: World) -> list[UUID]:
    held = [plan.spot.holds] if plan.spot.holds else []
    return [*plan.party.things, *held, *(world.house.equipment[name] for name in plan.pattern.equipment)]
