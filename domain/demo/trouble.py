"""A handful of sample events near today with a conflict on purpose, each of another sort."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from domain.demo import staged, tables
from domain.demo.days import Ledger, schools_open
from domain.demo.drafts import draft_of
from domain.demo.neighbours import World
from domain.demo.states import Standing
from domain.demo.year import Plan
from domain.region.holidays import public_holiday_on
from domain.rows.events import EventDraft
from domain.store.session import Session
from domain.terms import EventKind, EventState, Grade
from domain.usecases import conflicts, events

_HOLIDAYS_AT_MOST = 75
"""Days ahead in which school holidays are waited for; otherwise a Saturday will do."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """An event with a conflict; `accepted` is the reason why somebody accepted it, empty if nobody did."""

    draft: EventDraft
    accepted: str = ""


def plans(world: World, ledger: Ledger, today: date) -> list[Trouble]:
    """The events, with everything they need taken from the ledger."""
    rng = Random(today.toordinal())  # noqa: S311 - sample figures, nothing to keep secret
    days: dict[str, date] = {}
    found = []
    for name, entry in tables.document("trouble").items():
        pattern = staged.pattern_of(entry, EventKind(entry["kind"]))
        spot = staged.spot_named(entry["spot"], world)
        party = staged.party_named(entry["people"], entry.get("car", ""), spot, world)
        things = [*party.things, *([spot.holds] if spot.holds else [])]
        days[name] = _day(entry["when"], days, things, ledger, today)
        ledger.take([*things, *(world.house.equipment[piece] for piece in pattern.equipment)], [days[name]])
        plan = Plan(pattern, spot, days[name], party)
        draft = draft_of(plan, Standing(EventState(entry["state"])), world, rng)
        found.append(Trouble(replace(draft, actual=None), entry.get("accept", "")))
    return found


def _day(when: dict[str, Any], known: dict[str, date], things: Sequence[UUID], ledger: Ledger, today: date) -> date:
    """The first day from `first` days on with a fitting weekday on which all is free; or another event's day."""
    if "same_as" in when:
        return known[when["same_as"]]
    first = today + timedelta(days=when["first"])
    if when.get("closed"):
        return _closed(first, things, ledger)
    day = first
    while not (
        str(day.weekday()) in when["weekdays"]
        and not public_holiday_on(day)
        and (schools_open(day) or not when.get("school"))
        and all(ledger.is_free(thing, [day]) for thing in things)
    ):
        day += timedelta(days=1)
    return day


def _closed(first: date, things: Iterable[UUID], ledger: Ledger) -> date:
    """A weekday in the next school holidays; where they are far or unknown, a Saturday."""
    needed = tuple(things)
    ahead = [first + timedelta(days=number) for number in range(_HOLIDAYS_AT_MOST)]
    free = [day for day in ahead if not public_holiday_on(day) and all(ledger.is_free(each, [day]) for each in needed)]
    holidays = [day for day in free if day.weekday() < 5 and not schools_open(day)]  # noqa: PLR2004 - Saturday
    return holidays[0] if holidays else next(day for day in free if day.weekday() == 5)  # noqa: PLR2004 - Saturday


def create(session: Session, troubles: Sequence[Trouble]) -> list[UUID]:
    """Add the events; where somebody accepted the conflict, its hint is accepted with the reason."""
    ids = [events.create(session, trouble.draft) for trouble in troubles]
    for event_id, trouble in zip(ids, troubles, strict=True):
        if trouble.accepted:
            for finding in conflicts.findings_of(session, event_id):
                if finding.grade is Grade.hint:
                    conflicts.accept(session, event_id, finding.key, trouble.accepted)
    return ids
