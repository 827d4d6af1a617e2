"""The sample tour: three days with seven stops in the coming weeks, on school days and without a conflict."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any
from uuid import UUID

from domain.demo import staged, tables
from domain.demo.days import Ledger, schools_open, span
from domain.demo.drafts import draft_of
from domain.demo.neighbours import World
from domain.demo.states import Standing
from domain.demo.year import Plan
from domain.rows.events import EventDraft
from domain.rows.tours import TourDayDraft, TourDraft
from domain.store.session import Session
from domain.terms import EventKind, EventState, TourState
from domain.usecases import events, tours


@dataclass(frozen=True, slots=True)
class RouteDay:
    """A day of the tour and its stops in order."""

    draft: TourDayDraft
    stops: tuple[EventDraft, ...]

    @property
    def day(self) -> date:
        """The local day."""
        return self.draft.day

    @property
    def sites(self) -> int:
        """How many of its stops are on a site of our own list."""
        return sum(stop.site_id is not None for stop in self.stops)


@dataclass(frozen=True, slots=True)
class Route:
    """The whole tour before it is stored."""

    draft: TourDraft
    days: tuple[RouteDay, ...]


def route(world: World, ledger: Ledger, today: date) -> Route:
    """The tour on the first fitting days, with vehicle, crew, sites and equipment taken from the ledger."""
    content = tables.document("tour")
    entries = content["day"]
    first = _first_day(content, len(entries), today)
    crew = [world.house.person(name).id for name in content["crew"]]
    car = world.house.vehicles[content["vehicle"]]
    rng = Random(today.toordinal())  # noqa: S311 - sample figures, nothing to keep secret
    days = []
    for day, entry in zip(span(first, len(entries)), entries, strict=True):
        draft = TourDayDraft(day, car.id, entry.get("overnight"), tuple(crew), entry["notes"])
        stops = tuple(_stop(stop, content["vehicle"], day, world, rng) for stop in entry["stop"])
        held = [stop.site_id or stop.place_partner_id for stop in stops]
        pieces = [piece for stop in stops for piece in stop.equipment_ids]
        ledger.take([car.id, *crew, *pieces, *(thing for thing in held if thing)], [day])
        days.append(RouteDay(draft, stops))
    return Route(TourDraft(content["title"], TourState.agreed, content["notes"]), tuple(days))


def _first_day(content: dict[str, Any], length: int, today: date) -> date:
    """The first run of school days on the wanted weekdays; far enough ahead for the permits."""
    days = (today + timedelta(days=number) for number in count(content["first"]))
    begins = content["weekdays"][0]
    return next(
        day for day in days if str(day.weekday()) == begins and all(schools_open(each) for each in span(day, length))
    )


def _stop(entry: dict[str, Any], car: str, day: date, world: World, rng: Random) -> EventDraft:
    pattern = staged.pattern_of(entry, EventKind.mobile_stop)
    spot = staged.spot_named(entry["spot"], world)
    plan = Plan(pattern, spot, day, staged.party_named({}, car, spot, world))
    return draft_of(plan, Standing(EventState(entry["state"])), world, rng)


def create(session: Session, planned: Route) -> UUID:
    """Store the tour, its days and stops."""
    tour_id = tours.create(session, planned.draft)
    for each in planned.days:
        day_id = tours.add_day(session, tour_id, each.draft)
        for stop in each.stops:
            tours.place_stop(session, day_id, events.create(session, stop))
    return tour_id
