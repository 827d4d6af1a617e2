"""What was counted at the site: its best hours and weekdays speak for a time, others against it."""

from collections.abc import Iterator

from domain.i18n import N_
from domain.rows.date_finder import DateReason
from domain.rules.date_finder.world import Slot, World, reason
from domain.rules.visitors import ENOUGH_DAYS, best_mean
from domain.terms import Bearing, DateCheck, EventKind

_WALKED_BY = frozenset({EventKind.mobile_stop, EventKind.information_event, EventKind.consultation})
"""Kinds whose guests come by: for them the hour decides who comes."""

_FEW, _TWO = 0.5, 2


def footfall(world: World, slot: Slot) -> Iterator[DateReason]:
    """Whether people come by at this time and on this weekday, as far as enough days were counted at the site."""
    if slot.wish.kind in _WALKED_BY and world.visitors.days >= ENOUGH_DAYS:
        yield from _hours(world, slot)
        yield from _weekday(world, slot)


def _hours(world: World, slot: Slot) -> Iterator[DateReason]:
    """The best hours lie in the time at least by half, or outside."""
    if world.visitors.best is None:
        return
    first, end = world.visitors.best
    begin = slot.wish.start_minute
    until = begin + slot.wish.duration_minutes
    shared = min(until, end * 60) - max(begin, first * 60)
    if shared * 2 >= min(until - begin, (end - first) * 60):
        msgid = N_("Best time here {first} to {end} o’clock: {mean} visitors an hour")
        yield reason(Bearing.good, DateCheck.room, msgid, first=first, end=end, mean=best_mean(world.visitors))
    else:
        msgid = N_("Most come here from {first} to {end} o’clock")
        yield reason(Bearing.warning, DateCheck.room, msgid, first=first, end=end)


def _weekday(world: World, slot: Slot) -> Iterator[DateReason]:
    """Weekdays are compared where at least two of them were counted often enough."""
    known = {each.weekday: each.mean for each in world.visitors.weekdays if each.days >= ENOUGH_DAYS}
    here = known.get(slot.day.weekday())
    if here is None or len(known) < _TWO:
        return
    best = max(known.values())
    if here == best:
        yield reason(Bearing.good, DateCheck.room, N_("Best weekday here: {mean} visitors an hour"), mean=round(here))
    elif here < _FEW * best:
        msgid = N_("Fewer come here on this weekday: {mean} visitors an hour")
        yield reason(Bearing.warning, DateCheck.room, msgid, mean=round(here))
