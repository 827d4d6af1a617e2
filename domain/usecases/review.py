"""The review of an event: what the program knows is filled in, and closing it is one step."""

from dataclasses import replace
from uuid import UUID

from domain.model import Event
from domain.rows.events import Count, EventDraft, HandOut
from domain.rows.review import ReviewStart
from domain.rules import states
from domain.store.session import Session
from domain.terms import EventState
from domain.usecases import events, tally, tour_rows
from domain.usecases.records import get, refuse_outdated


def start(session: Session, event_id: UUID) -> ReviewStart:
    """An event with what is known of it: the tally's counts, the tour's kilometres, a line for each target group.

    Figures that somebody has typed already stay.

    Raises:
        NotFoundError: the event is gone.
    """
    detail = events.detail(session, event_id)
    draft = detail.draft
    sums = tally.counts(session, event_id).hours
    is_counted = bool(sums) and draft.actual is None
    if is_counted:
        draft = tally.taken_over(draft, sums, tally.counted_groups(sums, _groups(session)))
    estimate = drive_kilometres(session, event_id) if draft.kilometres is None else None
    if estimate is not None:
        draft = replace(draft, kilometres=estimate)
    named = {count.target_group_id for count in draft.counts}
    missing = tuple(Count(group) for group in draft.target_group_ids if group not in named)
    names = dict(detail.names) | dict(_groups(session))
    return ReviewStart(
        replace(detail, names=names),
        replace(draft, counts=(*draft.counts, *missing)),
        is_counted,
        is_estimated=estimate is not None,
    )


def _groups(session: Session) -> dict[UUID, str]:
    from domain.usecases import vocabulary

    return {group.id: group.name for group in vocabulary.target_groups(session)}


def drive_kilometres(session: Session, event_id: UUID) -> float | None:
    """What a stop's drive takes by the tour's estimate: the way there, after the last stop also the way home.

    So the stops of a day together have the day's kilometres. None if the event is no stop, or a place is not known.
    """
    found = tour_rows.day_of_event(session, event_id)
    if found is None:
        return None
    day = next((day for day in tour_rows.detail(session, found[0]).days if day.id == found[1]), None)
    if day is None or None in day.route:
        return None
    stop = next(stop for stop in day.stops if stop.event.id == event_id)
    home = day.home.kilometres if day.home is not None and stop == day.stops[-1] else 0.0
    return round(stop.leg.kilometres + home, 1)


def all_as_planned(items: tuple[HandOut, ...]) -> tuple[HandOut, ...]:
    """Every publication handed out as planned; what was typed stays where nothing was planned."""
    return tuple(item if item.planned is None else replace(item, handed_out=item.planned) for item in items)


def close(
    session: Session,
    event_id: UUID,
    draft: EventDraft,
    version: int | None = None,
    state: EventState = EventState.reviewed,
) -> None:
    """Store a review: the event was held, and unless `state` says only that, it is reviewed too.

    The hours of the tally come along, if somebody has counted.

    Raises:
        InvalidInputError: the draft is impossible, or the event cannot have been held.
        ConflictError: somebody changed the event meanwhile.
        NotFoundError: the event is gone.
    """
    event = get(session, Event, event_id)
    refuse_outdated(event, version)
    known = replace(draft, counts=tuple(count for count in draft.counts if _is_known(count)))
    if state is EventState.reviewed and state not in states.may_become(event.state, event.kind):
        events.change(session, event_id, replace(known, state=EventState.held))
    events.change(session, event_id, replace(known, state=state))
    tally.keep_hours(session, event_id)


def _is_known(count: Count) -> bool:
    return (count.expected, count.actual) != (None, None)
