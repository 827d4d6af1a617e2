"""The states an event goes through, and what each step asks for."""

from collections.abc import Iterator
from datetime import date

from domain.errors import Problem
from domain.i18n import N_
from domain.rows.events import EventDraft
from domain.rules.local import first_day_of
from domain.terms import EventKind, EventState

_NEXT: dict[EventState, frozenset[EventState]] = {
    EventState.idea: frozenset(
        {
            EventState.requested,
            EventState.tentative,
            EventState.confirmed,
            EventState.declined,
            EventState.cancelled,
        }
    ),
    EventState.requested: frozenset(
        {EventState.idea, EventState.tentative, EventState.confirmed, EventState.declined, EventState.cancelled}
    ),
    EventState.tentative: frozenset(
        {
            EventState.requested,
            EventState.confirmed,
            EventState.held,
            EventState.declined,
            EventState.cancelled,
            EventState.postponed,
        }
    ),
    EventState.confirmed: frozenset(
        {EventState.tentative, EventState.held, EventState.cancelled, EventState.postponed}
    ),
    EventState.held: frozenset({EventState.confirmed, EventState.reviewed}),
    EventState.reviewed: frozenset({EventState.held}),
    EventState.declined: frozenset({EventState.requested, EventState.tentative}),
    EventState.cancelled: frozenset({EventState.tentative, EventState.confirmed}),
    EventState.postponed: frozenset({EventState.tentative, EventState.confirmed, EventState.cancelled}),
}
_NOTED_AFTERWARDS = frozenset(
    {EventKind.consultation, EventKind.joint_patrol, EventKind.information_exchange, EventKind.online}
)
_NEED_REASON = frozenset({EventState.declined, EventState.cancelled})
_NEED_DATE = frozenset({EventState.confirmed, EventState.held, EventState.reviewed})
_TOOK_PLACE = frozenset({EventState.held, EventState.reviewed})


def may_become(state: EventState, kind: EventKind | None = None) -> frozenset[EventState]:
    """The states an event in `state` may go to next.

    Steps back to the neighbour are allowed, because people press the wrong button. Kinds that are mostly written
    down afterwards (consultations, patrols, exchanges, online contributions) may go from an idea straight to held.
    """
    following = _NEXT[state]
    if kind in _NOTED_AFTERWARDS and state in {EventState.idea, EventState.requested}:
        return following | {EventState.held}
    return following


def transition_problems(before: EventState | None, draft: EventDraft, *, today: date) -> list[Problem]:
    """Why an event in state `before` (None = it is new) may not become `draft`; empty when it may.

    A new event may begin in any state. Staying in a state is no transition, but what the state needs must be there.
    `today` is the local day.
    """
    problems: list[Problem] = []
    if before not in {None, draft.state} and draft.state not in may_become(before or draft.state, draft.kind):
        problems.append(Problem("state", N_("This step is not possible from the present state of the event.")))
    problems.extend(state_needs(draft))
    started = first_day_of(draft)
    if draft.state in _TOOK_PLACE and started is not None and started > today:
        problems.append(Problem("state", N_("An event in the future cannot have been held.")))
    return problems


def state_needs(draft: EventDraft) -> Iterator[Problem]:
    """What the state of `draft` needs and it lacks: a reason, a date, the new date."""
    day = first_day_of(draft)
    if draft.state in _NEED_REASON and not draft.state_reason.strip():
        yield Problem("state_reason", N_("Please give a reason."))
    if draft.state is EventState.postponed and draft.postponed_to is None:
        yield Problem("postponed_to", N_("Please give the new date."))
    if draft.state is EventState.postponed and draft.postponed_to is not None and draft.postponed_to == day:
        yield Problem("postponed_to", N_("The new date is the old one."))
    if draft.state in _NEED_DATE and day is None:
        yield Problem("first_day" if draft.all_day else "starts_at", N_("This state needs a date."))
