"""Where a dialogue stands between the first idea and its closed review."""

from datetime import date

from domain.rows.event_row import EventRow
from domain.terms import EventState, Phase

OUT = frozenset({EventState.declined, EventState.cancelled, EventState.postponed})
"""States of dialogues that do not take place; they are in no phase."""


def phase_of(event: EventRow, today: date, *, is_invited: bool) -> Phase | None:
    """The phase of a dialogue; None if it does not take place. `is_invited` says that invitations have gone out."""
    if event.state in OUT:
        return None
    if event.state is EventState.reviewed:
        return Phase.closed
    last = event.end_day
    if event.state is EventState.held or (last is not None and last < today):
        return Phase.follow_up
    if event.start_day is not None and event.touches(today):
        return Phase.today
    return Phase.invited if is_invited else Phase.preparing
