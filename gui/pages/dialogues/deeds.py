"""What can be done with dialogues from their page: each deed one undo step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.steps import Label
from domain.terms import EventState, WorkList
from gui.pages.dialogues.form import NewDialogueDialog
from gui.pages.events.meeting.due import ticks_of
from gui.texts import current

if TYPE_CHECKING:
    from uuid import UUID

    from domain.rows.events import EventDraft
    from gui.pages.dialogues.page import DialoguesPage


def enter(page: DialoguesPage) -> NewDialogueDialog:
    """Ask for a new dialogue, begin it and open its record; one with a date is tentative."""
    from domain.usecases import dialogues

    dialog = NewDialogueDialog(page.desk.ask(dialogues.templates), page.today, page.window())

    def save(draft: EventDraft) -> None:
        if draft.starts_at is not None or draft.first_day is not None:
            draft = replace(draft, state=EventState.tentative)
        label = Label(N_("New dialogue {title}"), (("title", draft.title),))
        try:
            made = page.desk.run(label, dialogues.begin, draft, dialog.template_id())
        except LandaufError as trouble:
            dialog.refuse(trouble)
            return
        dialog.accept()
        page.asked_for.emit("events", made)

    dialog.saved.connect(save)
    dialog.open()
    return dialog


def tick_step(page: DialoguesPage, key: object, is_done: bool) -> None:  # noqa: FBT001 - Qt's signal
    """Tick a step of the chosen dialogue off, or open it again."""
    from domain.usecases import workflow

    row = page.chosen()
    if row is None:
        return
    steps = page.desk.ask(workflow.course, row.event.id).timeline
    ticks = ticks_of(steps, key, row.event.start_day)
    label = N_("Step done") if is_done else N_("Step open again")
    try:
        page.desk.run(label, workflow.set_done, row.event.id, WorkList.timeline, ticks, done=is_done)
    except LandaufError as trouble:
        page.desk.tell(current().error(trouble))


def tick_task(page: DialoguesPage, key: UUID, is_done: bool) -> None:  # noqa: FBT001 - Qt's signal
    """Tick a task of the chosen dialogue off, or open it again."""
    from domain.usecases import tasks

    label = N_("Task done") if is_done else N_("Task open again")
    try:
        page.desk.run(label, tasks.set_done, [key], done=is_done)
    except LandaufError as trouble:
        page.desk.tell(current().error(trouble))
