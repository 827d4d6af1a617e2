"""The columns of the dialogues."""

from datetime import date

from domain.labels import label
from domain.rows.dialogues import DialogueRow
from domain.terms import Phase
from gui import icons, theme
from gui.models.table import Cell, Column
from gui.pages.events.meeting.words import due_tone, due_words, replies_words, seats_short, step_title
from gui.texts import _, current, ngettext
from gui.widgets.badge import BadgeLook, kreis_badge

PHASE_ICONS = {
    Phase.preparing: "edit",
    Phase.invited: "send",
    Phase.today: "star",
    Phase.follow_up: "document",
    Phase.closed: "double-check",
}


def columns(today: date) -> list[Column[DialogueRow]]:
    """Dialogue, Kreis, date, replies, what is next and open tasks, seen on the local day `today`."""
    return [
        Column(_("Dialogue"), _dialogue),
        Column(_("District"), _kreis, 60, hide_below=480),
        Column(_("Date"), _when, 114),
        Column(_("Replies"), _replies, 122, hide_below=640),
        Column(_("Next step"), lambda row: _next(row, today), 164, hide_below=560),
        Column(_("Tasks"), _tasks, 76, is_right=True, hide_below=520),
    ]


def phase_badge(phase: Phase) -> BadgeLook:
    """A phase with its icon, word and colour."""
    look = theme.tokens()
    mark, ground = {
        Phase.preparing: (look.muted, look.off),
        Phase.invited: (look.strong, look.hint_ground),
        Phase.today: (look.warning, look.warning_ground),
        Phase.follow_up: (look.strong, look.hint_ground),
        Phase.closed: (look.done, look.done_ground),
    }[phase]
    return BadgeLook(label(phase, current()), mark, ground, PHASE_ICONS[phase])


def _dialogue(row: DialogueRow) -> Cell:
    event = row.event
    second = " · ".join(part for part in (event.town or event.place, label(row.phase, current())) if part)
    icon, colour = icons.KIND_ICONS[event.kind], theme.tokens().kinds[event.kind].mark
    return Cell(event.title, second=second, icon=icon, icon_colour=colour, is_first=True)


def _kreis(row: DialogueRow) -> Cell:
    return Cell(badge=kreis_badge(row.event.kreis_ags)) if row.event.kreis_ags else Cell("–", tone="muted")


def _when(row: DialogueRow) -> Cell:
    day = row.event.start_day
    if day is None:
        return Cell(_("no date yet"), tone="muted")
    hours = _("all day") if row.event.all_day else ""
    if not row.event.all_day and row.event.starts_at is not None:
        hours = current().clock(row.event.starts_at)
    return Cell(f"{current().weekday_short(day)} {current().day(day)}", second=hours)


def _replies(row: DialogueRow) -> Cell:
    seats = row.seats
    if not (seats.invited or seats.open):
        return Cell("–", tone="muted")
    first, *rest = replies_words(seats).split(" · ")
    return Cell(first, second=" · ".join(rest) or seats_short(seats))


def _next(row: DialogueRow, today: date) -> Cell:
    if row.next_step is None:
        return Cell("–", tone="muted")
    due = row.next_step.due
    tone = due_tone(due, today)
    return Cell(step_title(row.next_step), second=due_words(due, today), tone="text" if tone == "muted" else tone)


def _tasks(row: DialogueRow) -> Cell:
    if not row.open_tasks:
        return Cell("–", tone="muted")
    late = ngettext("{count} late", "{count} late", row.late_tasks).format(count=row.late_tasks)
    return Cell(
        current().number(row.open_tasks),
        second=late if row.late_tasks else "",
        tone="error" if row.late_tasks else "text",
    )
