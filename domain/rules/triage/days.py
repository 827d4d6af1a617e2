"""When it could be: the wished dates first, then days in the wished period, then free days near by."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.errors import InvalidInputError
from domain.i18n import N_
from domain.rows.date_finder import DateOffer, DateReason, DateWish
from domain.rows.requests import RequestDraft
from domain.rows.triage import DayChoice, Reason
from domain.rules.date_finder import World, find_dates
from domain.rules.local import at_local, later
from domain.terms import Bearing, DateCheck, DaySpan, EventKind, TimeSpan

BEFORE, AFTER = timedelta(days=7), timedelta(days=14)
"""How far before the first and after the last wished day other days are looked for."""

OPEN_FROM, OPEN_TO = timedelta(days=7), timedelta(days=60)
"""Where days are looked for when no date is wished."""

IN_WINDOW, NEAR = 6, 6
"""Days of the wished period and near by that are suggested at most."""

_LONGEST_WISH = 7
"""Days of one wished date that are listed one by one."""

_NAMED = 2
"""Names of free people that a reason tells."""

_ALWAYS = frozenset({DateCheck.holidays, DateCheck.weekend, DateCheck.room})
_QUIET = frozenset({EventKind.lecture, EventKind.consultation, EventKind.training, EventKind.online})
"""Kinds that come to people who are there anyway: no guests are invited, none are taken from others near by."""

Free = Callable[[date, TimeSpan], tuple[str, ...]]
"""Who is fit and free at a time, the best first."""


def checks_for(kind: EventKind | None) -> frozenset[DateCheck]:
    """What a day is checked for when somebody asks for an event of this kind; None: only what holds anywhere."""
    if kind is None or kind in _QUIET:
        return _ALWAYS
    return _ALWAYS | {DateCheck.neighbours, DateCheck.vehicle}


def days_looked_at(draft: RequestDraft, today: date) -> DaySpan:
    """From which to which day dates are looked for: around all that is wished, from tomorrow on."""
    first = [wish.first_day for wish in draft.wishes] + [day for day in (draft.earliest,) if day]
    last = [wish.last_day for wish in draft.wishes] + [day for day in (draft.latest, draft.earliest) if day]
    tomorrow = today + timedelta(days=1)
    if not first or max(last) <= today:
        return DaySpan(today + OPEN_FROM, today + OPEN_TO)
    begin = max(tomorrow, min(first) - BEFORE)
    return DaySpan(begin, max(begin, min(max(last) + AFTER, begin + timedelta(days=120))))


def day_choices(draft: RequestDraft, base: DateWish, world: World, free: Free) -> tuple[DayChoice, ...]:
    """The wished dates in their order, also those something stands against; then free days, the best first.

    `base` says what is looked for, at which usual time and over which days (`days_looked_at`).
    """
    wished = list(_wished(draft, base, world, free))
    taken = {choice.day for choice in wished}
    window = [] if draft.earliest is None else list(_window(draft, base, world, free, taken))
    taken |= {choice.day for choice in window}
    near = _best(find_dates(base, world).offers, free, taken, NEAR, wish=None)
    return (*wished, *window, *near)


def _wished(draft: RequestDraft, base: DateWish, world: World, free: Free) -> Iterator[DayChoice]:
    seen: set[date] = set()
    for number, wish in enumerate(draft.wishes, 1):
        minute = base.start_minute if wish.from_minute is None else wish.from_minute
        for offset in range(min((wish.last_day - wish.first_day).days + 1, _LONGEST_WISH)):
            day = wish.first_day + timedelta(days=offset)
            if day not in seen:
                seen.add(day)
                yield _one_day(replace(base, days=DaySpan(day, day), start_minute=minute), world, free, number)


def _one_day(wish: DateWish, world: World, free: Free, number: int) -> DayChoice:
    day = wish.days.first
    found = find_dates(wish, world)
    if found.offers:
        return _offered(found.offers[0], free, number)
    reasons = tuple(_told(each) for each in found.taken[0].obstacles)
    start = start_of(day, wish.start_minute) if day > world.today else None
    end = later(start, wish.duration_minutes) if start else None
    return DayChoice(day, start, end, reasons, number, is_fit=False)


def start_of(day: date, minute: int) -> datetime | None:
    """The moment `minute` minutes after local midnight; None where the clocks skip it."""
    try:
        return at_local(day, minute)
    except InvalidInputError:
        return None


def _window(draft: RequestDraft, base: DateWish, world: World, free: Free, taken: set[date]) -> Iterator[DayChoice]:
    first, last = draft.earliest or base.days.first, draft.latest or draft.earliest or base.days.last
    span = DaySpan(max(first, base.days.first), min(last, base.days.last))
    if span.last < span.first:
        return
    offers = find_dates(replace(base, days=span), world).offers
    fitting = [each for each in offers if not draft.weekdays or each.day.weekday() in draft.weekdays]
    yield from _best(fitting, free, taken, IN_WINDOW, wish=0)


def _best(
    offers: Iterable[DateOffer], free: Free, taken: set[date], count: int, *, wish: int | None
) -> list[DayChoice]:
    """The first of these days on which somebody is free; days without anybody fill up."""
    left = [each for each in offers if each.day not in taken]
    chosen = [_offered(each, free, wish) for each in left[: 3 * count]]
    chosen.sort(key=_nobody_free)
    return chosen[:count]


def _nobody_free(choice: DayChoice) -> bool:
    return choice.reasons[0].bearing is Bearing.warning and choice.reasons[0].msgid == _NOBODY


_NOBODY = N_("Nobody fit is free")


def _offered(offer: DateOffer, free: Free, wish: int | None) -> DayChoice:
    names = free(offer.day, TimeSpan(offer.starts_at, offer.ends_at))
    reasons = (_people(names), *(_told(each) for each in offer.reasons if not _goes_without_saying(each)))
    return DayChoice(offer.day, offer.starts_at, offer.ends_at, reasons, wish)


def _goes_without_saying(each: DateReason) -> bool:
    """Whether it only says that the host, who asks, is free."""
    return each.check is DateCheck.room and each.bearing is Bearing.good


def _people(names: tuple[str, ...]) -> Reason:
    if not names:
        return Reason(Bearing.warning, _NOBODY)
    told = ", ".join(names[:_NAMED])
    if len(names) > _NAMED:
        return Reason(
            Bearing.good, N_("Free: {names} and {count} more"), (("names", told), ("count", len(names) - _NAMED))
        )
    return Reason(Bearing.good, N_("Free: {names}"), (("names", told),))


def _told(each: DateReason) -> Reason:
    return Reason(each.bearing, each.msgid, each.params)
