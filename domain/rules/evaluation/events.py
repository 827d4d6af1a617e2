"""The events behind the figures, as a list of events finds them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.rows.evaluation import EvaluationFilter
from domain.rows.filters import EventFilter
from domain.rules.evaluation.periods import month_end
from domain.terms import Breakdown, EventKind, EventState, Measure, PlaceCategory

_HELD = (EventState.held, EventState.reviewed)
_ALSO_PLANNED = (EventState.tentative, EventState.confirmed, *_HELD)


def event_filter(wanted: EvaluationFilter) -> EventFilter:
    """The events that an evaluation looks at, whatever their state."""
    return EventFilter(
        kinds=wanted.kinds,
        kreise=wanted.kreise,
        audiences=wanted.audiences,
        first=wanted.first_day,
        last=wanted.last_day,
        dated=True,
        begins_within=True,
        topic_ids=wanted.topic_ids,
        target_group_ids=wanted.target_group_ids,
        place_categories=wanted.place_categories,
    )


def events_of(wanted: EvaluationFilter, breakdown: Breakdown, key: str, measure: Measure) -> EventFilter | None:
    """The events that a line counts, by a measure; None where a list of events knows no such filter."""
    narrowed = _narrowed(wanted, breakdown, key)
    if narrowed is None:
        return None
    states = _ALSO_PLANNED if measure in {Measure.events, Measure.people} else _HELD
    return replace(event_filter(narrowed), states=states)


def _narrowed(wanted: EvaluationFilter, breakdown: Breakdown, key: str) -> EvaluationFilter | None:
    if not key or breakdown not in _NARROWED:
        return None
    if breakdown is Breakdown.topic and not _is_among(key, wanted.topic_ids):
        return None
    if breakdown is Breakdown.target_group and not _is_among(key, wanted.target_group_ids):
        return None
    return _NARROWED[breakdown](wanted, key)


def _is_among(key: str, wanted: tuple[UUID, ...]) -> bool:
    """Whether one id says all: an event with a wanted topic and yet another one would need both."""
    return not wanted or UUID(key) in wanted


def _days(wanted: EvaluationFilter, key: str) -> EvaluationFilter:
    """The part of the period that lies in a month or year."""
    year, _mark, month = key.partition("-")
    first = date(int(year), int(month or 1), 1)
    last = month_end(date(int(year), int(month or 12), 1))
    return replace(wanted, first_day=max(first, wanted.first_day or first), last_day=min(last, wanted.last_day or last))


_NARROWED: dict[Breakdown, Callable[[EvaluationFilter, str], EvaluationFilter]] = {
    Breakdown.month: _days,
    Breakdown.year: _days,
    Breakdown.kind: lambda wanted, key: replace(wanted, kinds=(EventKind(key),)),
    Breakdown.kreis: lambda wanted, key: replace(wanted, kreise=(key,)),
    Breakdown.place_category: lambda wanted, key: replace(wanted, place_categories=(PlaceCategory(key),)),
    Breakdown.topic: lambda wanted, key: replace(wanted, topic_ids=(UUID(key),)),
    Breakdown.target_group: lambda wanted, key: replace(wanted, target_group_ids=(UUID(key),)),
}
"""How a line narrows a filter; the list of events cannot be filtered by what is not here."""
