"""Looks at every day of the period, keeps the possible ones and ranks them by their reasons."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from domain.errors import InvalidInputError
from domain.i18n import N_
from domain.rows.date_finder import DateOffer, DateReason, DatesFound, DateWish, TakenDay
from domain.rules.date_finder import calendar, resources
from domain.rules.date_finder.footfall import footfall
from domain.rules.date_finder.world import Slot, World, reason
from domain.rules.local import at_local, later
from domain.terms import Bearing, DateCheck, TimeSpan

LONGEST = 366
"""Days that are looked at in one go at most."""


def _room(world: World, slot: Slot) -> Iterator[DateReason]:
    """The place is free, and people come by there."""
    yield from resources.room(world, slot)
    yield from footfall(world, slot)


_CHECKS: Mapping[DateCheck, Callable[[World, Slot], Iterator[DateReason]]] = {
    DateCheck.people: resources.people,
    DateCheck.vehicle: resources.vehicle,
    DateCheck.police: resources.police,
    DateCheck.ordnungsamt: resources.ordnungsamt,
    DateCheck.room: _room,
    DateCheck.holidays: calendar.holidays,
    DateCheck.weekend: calendar.weekend,
    DateCheck.neighbours: calendar.neighbours,
    DateCheck.lead: calendar.lead,
}
_WEIGHTS: Mapping[DateCheck, int] = {DateCheck.neighbours: 2, DateCheck.vehicle: 2}
"""How much a reason counts; 1 unless it stands here."""

_WARNING = 3
"""A warning outweighs as many plain reasons for a day."""

_ORDER = {bearing: place for place, bearing in enumerate((Bearing.warning, Bearing.good, Bearing.obstacle))}


def find_dates(wish: DateWish, world: World) -> DatesFound:
    """The days of the wish on which nothing it checks stands in the way, the best first; of equals the earlier.

    A day in the past, or today, is never offered.
    """
    offers: list[DateOffer] = []
    taken: list[TakenDay] = []
    for day in _days(wish):
        found = _looked_at(wish, day, world)
        if isinstance(found, DateOffer):
            offers.append(found)
        else:
            taken.append(found)
    offers.sort(key=lambda offer: (-score(offer.reasons), offer.day))
    return DatesFound(tuple(offers), tuple(taken))


def score(reasons: tuple[DateReason, ...]) -> int:
    """How good a day is: each reason for it adds its weight, each warning takes three times its weight away."""
    total = 0
    for each in reasons:
        weight = _WEIGHTS.get(each.check, 1)
        total += weight if each.bearing is Bearing.good else -_WARNING * weight
    return total


def _days(wish: DateWish) -> Iterator[date]:
    for number in range(min((wish.days.last - wish.days.first).days + 1, LONGEST)):
        yield wish.days.first + timedelta(days=number)


def _looked_at(wish: DateWish, day: date, world: World) -> DateOffer | TakenDay:
    if day <= world.today:
        return TakenDay(day, (reason(Bearing.obstacle, DateCheck.lead, N_("In the past")),))
    try:
        start = at_local(day, wish.start_minute)
    except InvalidInputError as trouble:  # the hour the clocks skip in spring
        problem = trouble.problems[0]
        return TakenDay(day, (DateReason(Bearing.obstacle, DateCheck.lead, problem.msgid, problem.params),))
    slot = Slot(wish, day, TimeSpan(start, later(start, wish.duration_minutes)))
    reasons = [each for check in DateCheck if check in wish.checks for each in _CHECKS[check](world, slot)]
    obstacles = tuple(each for each in reasons if each.bearing is Bearing.obstacle)
    if obstacles:
        return TakenDay(day, obstacles)
    reasons.sort(key=lambda each: _ORDER[each.bearing])
    return DateOffer(day, slot.span.start, slot.span.end, tuple(reasons))
