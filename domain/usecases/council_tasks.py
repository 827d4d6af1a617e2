"""Tasks of councils: their own, and those of their sessions."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col, select

from domain.model import Event, Partner, Task
from domain.rows.meetings import TaskDraft, TaskRow
from domain.store.session import Session

_FIELDS = tuple(field.name for field in fields(TaskDraft))


def list_rows(session: Session, sessions_of: Mapping[UUID, Iterable[UUID]]) -> dict[UUID, tuple[TaskRow, ...]]:
    """The tasks of each council (`sessions_of` maps it to the ids of its sessions): open ones by due date, then done.

    `about` names the session a task comes from, or the council.
    """
    of_event = {event: council for council, events in sessions_of.items() for event in events}
    own = or_(col(Task.council_id).in_(list(sessions_of)), col(Task.event_id).in_(list(of_event)))
    found = list(session.exec(select(Task).where(own).order_by(col(Task.id))))
    names = _names(session, found)
    rows: dict[UUID, list[TaskRow]] = {council: [] for council in sessions_of}
    for task in found:
        draft = TaskDraft(**{name: getattr(task, name) for name in _FIELDS})
        about, kreis_ags = names.get(task.event_id or task.council_id, ("", None))
        row = TaskRow(task.id, task.version, draft, about, kreis_ags)
        given = (task.council_id, of_event.get(task.event_id) if task.event_id else None)
        for council in dict.fromkeys(each for each in given if each in rows):
            rows[council].append(row)
    return {council: tuple(sorted(tasks, key=_pressing)) for council, tasks in rows.items()}


def _pressing(row: TaskRow) -> tuple[object, ...]:
    draft = row.draft
    newest_done = -draft.done_on.toordinal() if draft.done_on else 0
    return draft.done_on is not None, newest_done, draft.due or date.max, draft.title


def _names(session: Session, tasks: Iterable[Task]) -> dict[UUID | None, tuple[str, str | None]]:
    given = list(tasks)
    events = select(Event).where(col(Event.id).in_({each.event_id for each in given if each.event_id}))
    councils = select(Partner).where(col(Partner.id).in_({each.council_id for each in given if each.council_id}))
    found: dict[UUID | None, tuple[str, str | None]] = {
        each.id: (each.name, each.kreis_ags) for each in session.exec(councils)
    }
    return found | {each.id: (each.title, each.kreis_ags) for each in session.exec(events)}
