"""Days, terms and intervals as the councils page says them."""

from datetime import date

from domain.labels import label
from domain.rows.councils import CouncilRow, WatchRow
from domain.rows.memberships import MembershipRow
from domain.rules import interval_watch
from domain.rules.ages import Urgency
from domain.terms import TermState
from gui.texts import _, current, ngettext

TONES = {Urgency.calm: "text", Urgency.gold: "gold", Urgency.red: "error"}
_TERM_TONES = {
    TermState.coming: "muted",
    TermState.running: "text",
    TermState.ending: "gold",
    TermState.ended: "error",
}


def since(last: date | None, today: date) -> str:
    """How long ago it was: "143 days ago", "today", "never"."""
    if last is None:
        return _("never")
    days = (today - last).days
    if days == 0:
        return _("today")
    return ngettext("{days} day ago", "{days} days ago", days).format(days=current().number(days))


def every(interval_days: int | None) -> str:
    """How often it should be, "" if nobody watches it."""
    if interval_days is None:
        return ""
    return ngettext("every {days} day", "every {days} days", interval_days).format(days=current().number(interval_days))


def coming(day: date | None) -> str:
    """The next date in words."""
    return _("next {day}").format(day=current().day(day)) if day else _("none planned")


def tone_of(row: CouncilRow | WatchRow, today: date) -> str:
    """The tone of how long ago it was: gold and red by its interval."""
    due = interval_watch.due_day(row.last, row.interval_days)
    return TONES[interval_watch.urgency(due, row.interval_days, row.next, today)]


def until(row: MembershipRow) -> str:
    """Until when a term runs."""
    last = row.draft.last_day
    return current().day(last) if last else _("open-ended")


def term_tone(row: MembershipRow) -> str:
    """Gold for a term that ends soon, red for one that has ended and nobody follows, muted for what is settled."""
    if row.is_followed:
        return "muted" if row.state is TermState.ended else "text"
    return _TERM_TONES[row.state]


def term_words(row: MembershipRow) -> str:
    """Where a term stands: "ends soon", "renewed", "since 01.03.2026"."""
    if row.is_followed:
        return _("renewed")
    if row.state is TermState.coming and row.draft.first_day:
        return _("from {day}").format(day=current().day(row.draft.first_day))
    if row.state is TermState.running and row.draft.first_day:
        return _("since {day}").format(day=current().day(row.draft.first_day))
    return label(row.state, current())
