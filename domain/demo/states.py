"""How far each sample event is: past ones are settled, coming ones are more certain the nearer they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.demo import tables
from domain.demo.year import Plan
from domain.terms import BERLIN, EventKind, EventState

_STILL_OPEN = 12
"""Days after which the review of an event is done."""

_NEAR, _FAR = 30, 90
_COMING: dict[int, tuple[EventState, ...]] = {
    _NEAR: (EventState.confirmed, EventState.confirmed, EventState.tentative, EventState.confirmed),
    _FAR: (
        EventState.confirmed,
        EventState.tentative,
        EventState.confirmed,
        EventState.requested,
        EventState.tentative,
    ),
    365: (EventState.tentative, EventState.confirmed, EventState.requested, EventState.tentative, EventState.idea),
}
_CANCELLED_EACH, _POSTPONED_EACH, _DECLINED_EACH = 26, 41, 33


@dataclass(frozen=True, slots=True)
class Standing:
    """An event's state and what goes with it; `has_date` is False while an idea or request has no date yet."""

    state: EventState
    reason: str = ""
    postponed_to: date | None = None
    has_date: bool = True


def standings(plans: Sequence[Plan], now: datetime) -> list[Standing]:
    """A state for each plan; the plans are in order of time."""
    reasons = tables.document("reasons")
    return [_standing(number, plan, now, reasons) for number, plan in enumerate(plans)]


def _standing(number: int, plan: Plan, now: datetime, reasons: dict[str, list[str]]) -> Standing:
    if number % _CANCELLED_EACH == _CANCELLED_EACH // 2:
        return Standing(EventState.cancelled, _pick(reasons["cancelled"], number))
    if number % _POSTPONED_EACH == _POSTPONED_EACH // 2:
        later = plan.day + timedelta(days=28)
        return Standing(EventState.postponed, _pick(reasons["postponed"], number), later)
    if number % _DECLINED_EACH == _DECLINED_EACH // 2:
        return Standing(EventState.declined, _pick(reasons["declined"], number))
    if plan.times[1] <= now:
        return Standing(_settled(plan, now))
    return _ahead(number, plan, now)


def _pick(reasons: Sequence[str], number: int) -> str:
    return reasons[number % len(reasons)]


def _settled(plan: Plan, now: datetime) -> EventState:
    age = (now.astimezone(BERLIN).date() - plan.day).days
    return EventState.reviewed if age > _STILL_OPEN else EventState.held


def _ahead(number: int, plan: Plan, now: datetime) -> Standing:
    days = (plan.day - now.astimezone(BERLIN).date()).days
    if days <= 0 or (plan.pattern.kind is EventKind.citizen_dialogue and days <= _NEAR):
        return Standing(EventState.confirmed)
    certain = next(states for limit, states in _COMING.items() if days <= limit)
    state = certain[number % len(certain)]
    is_vague = state in {EventState.idea, EventState.requested} and number % 3 != 0
    return Standing(state, has_date=not is_vague)
