"""The steps of an event from idea to review, as actions of the page."""

from dataclasses import dataclass
from datetime import date

from domain.i18n import N_
from domain.rows.events import EventRow
from domain.rules.states import may_become
from domain.terms import EventState


@dataclass(frozen=True, slots=True)
class StateStep:
    """An action that takes an event to a state; `label` names its undo step."""

    action: str
    state: EventState
    label: str


STEPS: tuple[StateStep, ...] = (
    StateStep("events.confirm", EventState.confirmed, N_("Confirm event {title}")),
    StateStep("events.hold", EventState.held, N_("Report event {title} as held")),
    StateStep("events.review", EventState.reviewed, N_("Close review of event {title}")),
    StateStep("events.tentative", EventState.tentative, N_("Make event {title} tentative")),
    StateStep("events.postpone", EventState.postponed, N_("Postpone event {title}")),
    StateStep("events.cancel", EventState.cancelled, N_("Cancel event {title}")),
    StateStep("events.decline", EventState.declined, N_("Decline event {title}")),
)
BY_ACTION = {step.action: step for step in STEPS}

_SENSIBLE = {
    EventState.idea: "events.confirm",
    EventState.requested: "events.confirm",
    EventState.tentative: "events.confirm",
    EventState.postponed: "events.confirm",
    EventState.confirmed: "events.hold",
    EventState.held: "events.review",
}


def possible(row: EventRow | None, action: str, today: date) -> bool:
    """Whether the step of an action may be done with a saved event; nothing in the future has been held."""
    step = BY_ACTION[action]
    if row is None or step.state not in may_become(row.state, row.kind):
        return False
    started = row.start_day
    return step.state is not EventState.held or (started is not None and started <= today)


def next_action(row: EventRow | None, today: date) -> str:
    """The action of the step that comes next, "" if none does."""
    action = _SENSIBLE.get(row.state, "") if row is not None else ""
    return action if action and possible(row, action, today) else ""
