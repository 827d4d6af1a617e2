"""The states a concern goes through, what each asks for, and until when it is to be answered."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.errors import Problem
from domain.i18n import N_
from domain.terms import ConcernState

ANSWER_DAYS = 42
"""Days an office gets for its answer: six weeks, so that it is there before invitations to the next dialogue go out.

A judgement: dialogues are held about twice a year in a Kreis; a citizen who waits longer than six weeks for a first
word takes it that nothing came of it.
"""

WAITING = frozenset({ConcernState.open, ConcernState.forwarded})
"""States in which nobody has answered yet."""

DONE = frozenset({ConcernState.answered, ConcernState.closed})
"""States in which there is an answer, or no further one is needed."""

_NEXT: dict[ConcernState, frozenset[ConcernState]] = {
    ConcernState.open: frozenset(
        {ConcernState.forwarded, ConcernState.answered, ConcernState.closed, ConcernState.dropped}
    ),
    ConcernState.forwarded: frozenset(
        {
            ConcernState.open,
            ConcernState.forwarded,
            ConcernState.answered,
            ConcernState.closed,
            ConcernState.dropped,
        }
    ),
    ConcernState.answered: frozenset({ConcernState.open, ConcernState.answered, ConcernState.closed}),
    ConcernState.closed: frozenset({ConcernState.open, ConcernState.answered}),
    ConcernState.dropped: frozenset({ConcernState.open}),
}


def may_become(state: ConcernState) -> frozenset[ConcernState]:
    """The states a concern in `state` may go to next.

    A forwarded one may go to another office, an answer may be corrected; whatever is over can be taken up again.
    """
    return _NEXT[state]


def step_problems(state: ConcernState, following: ConcernState) -> Iterator[Problem]:
    """Why a concern in `state` may not become `following`; nothing if it may."""
    if following not in _NEXT[state]:
        yield Problem("state", N_("This step is not possible from the present state of the concern."))


def default_due(since: date) -> date:
    """Until when what was raised, or forwarded, on a day is to be answered."""
    return since + timedelta(days=ANSWER_DAYS)
