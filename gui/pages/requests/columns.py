"""The columns of the inbox."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from domain.labels import label
from domain.rows.requests import RequestRow
from domain.rows.triage import Opening
from domain.rules.ages import Urgency, age_in_days, answer_due, urgency_of_answer
from domain.terms import RequestState
from gui import icons, theme
from gui.models.table import Cell, Column
from gui.texts import _, current, ngettext
from gui.widgets.badge import kreis_badge

_TONES = {Urgency.calm: "muted", Urgency.gold: "gold", Urgency.red: "error"}


def columns(today: date, openings: Mapping[UUID, Opening]) -> list[Column[RequestRow]]:
    """Requester with topic, place, wished time, duration, and until when to answer by the local day `today`.

    `openings` are the waiting requests that could be met now; it may be filled later.
    """
    return [
        Column(_("Requester"), _requester),
        Column(_("Place"), _place, width=184, hide_below=560),
        Column(_("Wished"), _wished, width=136),
        Column(_("Duration"), _stay, width=96, is_right=True, hide_below=860),
        Column(_("Answer by"), lambda row: deadline(row, today, openings.get(row.id)), width=140, is_right=True),
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


def deadline(row: RequestRow, today: date, opening: Opening | None = None) -> Cell:
    """Until when an open request is to be answered over how long it waits; for the others what became of them."""
    language = current()
    if row.state is RequestState.waiting:
        if opening is not None:
            return Cell(
                _("free {day}").format(day=language.day_of_month(opening.day)), second=opening.name, tone="strong"
            )
        since = row.waiting_since
        second = "" if since is None else _days(age_in_days(since, today))
        return Cell(_("Waiting list"), second=second, tone="muted")
    if row.state is not RequestState.open:
        cause = label(row.decline_cause, language) if row.decline_cause else ""
        return Cell(label(row.state, language), second=cause, tone="muted")
    received, due = row.draft.received_on, answer_due(row.draft)
    waited = "" if received is None else _("waits {days}").format(days=_days(age_in_days(received, today)))
    if due is None:
        return Cell("–", second=waited, tone="muted")
    return Cell(due_words(due, today), second=waited, tone=_TONES[urgency_of_answer(due, today)])


def due_words(due: date, today: date) -> str:
    """3 Tage über, heute, noch 5 Tage: how far the day of an answer is away."""
    left = (due - today).days
    if left < 0:
        return ngettext("{count} day overdue", "{count} days overdue", -left).format(count=-left)
    if left == 0:
        return _("today")
    return ngettext("{count} day left", "{count} days left", left).format(count=left)


def _days(count: int) -> str:
    return ngettext("{days} day", "{days} days", count).format(days=count)
