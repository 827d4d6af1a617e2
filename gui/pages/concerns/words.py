"""Concerns in words and colours: states, due days, ages."""

from datetime import date

from domain.labels import label
from domain.rows.concerns import ConcernRow
from domain.rules.ages import Urgency, age_in_days, urgency_of_due
from domain.rules.concern_states import WAITING
from domain.terms import ConcernState
from gui import theme
from gui.texts import _, current, ngettext
from gui.widgets.badge import BadgeLook

TONES = {Urgency.calm: "muted", Urgency.gold: "gold", Urgency.red: "error"}
_ICONS = {
    ConcernState.open: "flag",
    ConcernState.forwarded: "send",
    ConcernState.answered: "speech",
    ConcernState.closed: "double-check",
    ConcernState.dropped: "ban",
}


def state_badge(state: ConcernState) -> BadgeLook:
    """How far a concern is: icon, word and colour."""
    look = theme.tokens()
    mark, ground = {
        ConcernState.open: (look.warning, look.warning_ground),
        ConcernState.forwarded: (look.strong, look.hint_ground),
        ConcernState.answered: (look.done, look.done_ground),
        ConcernState.closed: (look.done, look.done_ground),
    }.get(state, (look.muted, look.off))
    return BadgeLook(label(state, current()), mark, ground, _ICONS[state])


def due_words(row: ConcernRow, today: date) -> tuple[str, str]:
    """How the answer stands in time, and its tone: "12 days late", "in 3 days", "answered 02.06.2027"."""
    if row.state not in WAITING:
        if row.answered_on is not None:
            return current().day(row.answered_on), "muted"
        return "–", "muted"
    if row.due is None:
        return "–", "muted"
    days = (row.due - today).days
    tone = TONES[urgency_of_due(row.due, today)]
    if days < 0:
        return ngettext("{days} day late", "{days} days late", -days).format(days=-days), tone
    if days == 0:
        return _("due today"), tone
    return ngettext("in {days} day", "in {days} days", days).format(days=days), tone


def age_words(row: ConcernRow, today: date) -> str:
    """How long ago it was raised; "" if that is not known."""
    if row.draft.raised_on is None:
        return ""
    days = age_in_days(row.draft.raised_on, today)
    if days == 0:
        return _("raised today")
    return ngettext("{days} day old", "{days} days old", days).format(days=days)
