"""The columns of the inbox."""

from datetime import date

from domain.labels import label
from domain.rows.requests import RequestRow
from domain.rules.ages import Urgency, age_in_days, urgency_of_age
from domain.terms import RequestState
from gui import icons, theme
from gui.models.table import Cell, Column
from gui.texts import _, current, ngettext
from gui.widgets.badge import kreis_badge

_TONES = {Urgency.calm: "muted", Urgency.gold: "gold", Urgency.red: "error"}


def columns(today: date) -> list[Column[RequestRow]]:
    """Requester with topic, place, wished time, duration, and how long it waits by the local day `today`."""
    return [
        Column(_("Requester"), _requester),
        Column(_("Place"), _place, width=190, hide_below=560),
        Column(_("Wished"), _wished, width=136),
        Column(_("Stay"), _stay, width=96, is_right=True, hide_below=860),
        Column(_("Waiting"), lambda row: waiting(row, today), width=92, is_right=True),
    ]


def _requester(row: RequestRow) -> Cell:
    return Cell(
        row.draft.requester,
        second=row.draft.topic or label(row.draft.kind, current()),
        icon=icons.KIND_ICONS[row.draft.kind],
        icon_colour=theme.tokens().kinds[row.draft.kind].mark,
        is_first=True,
        is_struck=row.state in {RequestState.declined, RequestState.withdrawn},
    )


def _place(row: RequestRow) -> Cell:
    return Cell(
        row.draft.town, second=row.draft.place, badge=kreis_badge(row.kreis_ags) if row.kreis_ags else None, tone="text"
    )


def _wished(row: RequestRow) -> Cell:
    draft = row.draft
    weekdays = ", ".join(current().weekday_name(day) for day in draft.weekdays)
    return Cell(wished_days(row), second=weekdays)


def wished_days(row: RequestRow) -> str:
    """The wished days in figures: one day, a window, or a dash."""
    draft = row.draft
    first = draft.wishes[0].first_day if draft.wishes else draft.earliest
    last = draft.wishes[-1].last_day if draft.wishes else draft.latest
    if first is None or last is None:
        day = first or last
        return current().day(day) if day else "–"
    return current().day_range(first, last)


def _stay(row: RequestRow) -> Cell:
    return Cell(current().duration(row.draft.duration_minutes) if row.draft.duration_minutes else "–", tone="muted")


def waiting(row: RequestRow, today: date) -> Cell:
    """How long an open request waits; for the others their state."""
    if row.state is not RequestState.open:
        return Cell(label(row.state, current()), tone="muted")
    if row.draft.received_on is None:
        return Cell("–", tone="muted")
    days = age_in_days(row.draft.received_on, today)
    words = ngettext("{days} day", "{days} days", days).format(days=days)
    return Cell(words, tone=_TONES[urgency_of_age(days)])
