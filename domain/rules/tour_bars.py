"""One bar for a tour in a calendar: its days, towns and state, made of the stops somebody may see."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.rows.published import PublishedEvent
from domain.rules.calendar_changes import CALLED_OFF
from domain.terms import BERLIN, EventState

_UNSURE = frozenset({EventState.idea, EventState.requested, EventState.tentative})
Days = tuple[tuple[date, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class TourShown:
    """What is seen of a tour: state (tentative, confirmed or cancelled) and days with the towns of their stops."""

    state: EventState
    days: Days

    def mark(self) -> str:
        """Time, place and state as one text: if it differs from what last went out, SEQUENCE rises."""
        days = [[day.isoformat(), *towns] for day, towns in self.days]
        return json.dumps([self.state.value, days], ensure_ascii=False, separators=(",", ":"))


def tour_shown(stops: Iterable[PublishedEvent]) -> TourShown | None:
    """What is seen of a tour by those who see these stops; None without a stop that has a date.

    Stops that are called off show only where nothing else is left: the tour is called off.
    """
    dated = [(day, event) for event in stops for day in _days(event)]
    on = [pair for pair in dated if pair[1].state not in CALLED_OFF]
    shown = on or dated
    if not shown:
        return None
    towns: dict[date, dict[str, None]] = {}
    for day, event in sorted(shown, key=_order):
        towns.setdefault(day, {}).update({event.place.town: None} if event.place.town else {})
    if not on:
        state = EventState.cancelled
    else:
        state = EventState.tentative if any(event.state in _UNSURE for _, event in on) else EventState.confirmed
    return TourShown(state, tuple((day, tuple(names)) for day, names in sorted(towns.items())))


def _order(pair: tuple[date, PublishedEvent]) -> tuple[date, str, str]:
    day, event = pair
    return day, event.starts_at.isoformat() if event.starts_at else "", event.number


def _days(event: PublishedEvent) -> list[date]:
    if event.all_day:
        first, last = event.first_day, event.last_day or event.first_day
    else:
        first = event.starts_at.astimezone(BERLIN).date() if event.starts_at else None
        last = first
    if first is None or last is None:
        return []
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]


def called_off(mark: str) -> TourShown | None:
    """What a mark tells of a tour that is gone, called off; None if it cannot be read."""
    try:
        _state, days = json.loads(mark)
        found = tuple((date.fromisoformat(day), tuple(map(str, towns))) for day, *towns in days)
    except (ValueError, TypeError):
        return None
    return TourShown(EventState.cancelled, found) if found else None
