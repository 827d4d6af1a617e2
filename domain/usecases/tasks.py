"""Tasks left after events and in councils: what is to do, by whom and until when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col, select

from domain.model import Event, Partner, Staff, Task
from domain.rows.meetings import TaskDraft, TaskRow
from domain.rules.validation.meetings import task_problems
from domain.store.session import Session
from domain.usecases.records import change as change_record
from domain.usecases.records import get, insert, refuse, remove


def add(session: Session, draft: TaskDraft) -> UUID:
    """Add a task.

    Raises:
        InvalidInputError: it has no title, or belongs to nothing.
    """
    refuse(task_problems(draft))
    return insert(session, Task, asdict(draft)).id


def change(session: Session, task_id: UUID, draft: TaskDraft, version: int | None = None) -> None:
    """Make a task be what the draft says.

    Raises:
        InvalidInputError: it has no title, or belongs to nothing.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(task_problems(draft))
    change_record(session, get(session, Task, task_id), version, asdict(draft))


def set_done(session: Session, task_ids: Iterable[UUID], *, done: bool) -> int:
    """Tick tasks off today, or open them again; returns how many changed."""
    changed = 0
    for task_id in task_ids:
        task = get(session, Task, task_id)
        if (task.done_on is not None) != done:
            change_record(session, task, None, {"done_on": session.today if done else None})
            changed += 1
    return changed


def toggle(session: Session, task_id: UUID) -> bool:
    """Tick a task off as done today, or open it again; returns whether it is done now.

    Raises:
        NotFoundError: the task is gone.
    """
    is_done = get(session, Task, task_id).done_on is None
    set_done(session, [task_id], done=is_done)
    return is_done


def delete(session: Session, task_ids: Sequence[UUID]) -> int:
    """Delete tasks (undoable); returns how many there were."""
    return remove(session, Task, task_ids)


def of_event(session: Session, event_id: UUID) -> tuple[TaskRow, ...]:
    """The tasks of an event: open ones first, each by due date."""
    return _rows(session, col(Task.event_id) == event_id)


def of_councils(session: Session, sessions_of: Mapping[UUID, Iterable[UUID]]) -> dict[UUID, tuple[TaskRow, ...]]:
    """The tasks of each council (`sessions_of` maps it to the ids of its sessions), its own and those of its sessions.

    Open ones come first by due date, then those done from the newest.
    """
    of_event = {event: council for council, events in sessions_of.items() for event in events}
    own = or_(col(Task.council_id).in_(list(sessions_of)), col(Task.event_id).in_(list(of_event)))
    found: dict[UUID, list[TaskRow]] = {council: [] for council in sessions_of}
    for row in _rows(session, own):
        draft = row.draft
        given = (draft.council_id, of_event.get(draft.event_id) if draft.event_id else None)
        for council in dict.fromkeys(each for each in given if each in found):
            found[council].append(row)
    return {council: tuple(sorted(rows, key=_newest_done)) for council, rows in found.items()}


def _newest_done(row: TaskRow) -> tuple[bool, int]:
    done = row.draft.done_on
    return done is not None, -done.toordinal() if done else 0


def open_tasks(session: Session) -> tuple[TaskRow, ...]:
    """Every task that is not done, by due date, those without one last."""
    return _rows(session, col(Task.done_on).is_(None))


def of_events(session: Session, event_ids: Sequence[UUID]) -> dict[UUID, tuple[TaskRow, ...]]:
    """The tasks of these events, by event."""
    found: dict[UUID, tuple[TaskRow, ...]] = {}
    for row in _rows(session, col(Task.event_id).in_(event_ids)):
        if row.draft.event_id is not None:
            found[row.draft.event_id] = (*found.get(row.draft.event_id, ()), row)
    return found


def _rows(session: Session, condition: Any) -> tuple[TaskRow, ...]:  # noqa: ANN401 - a condition on tasks
    query = select(Task, Event, Partner, Staff.name).where(condition)
    query = query.outerjoin(Event, col(Event.id) == col(Task.event_id))
    query = query.outerjoin(Partner, col(Partner.id) == col(Task.council_id))
    query = query.outerjoin(Staff, col(Staff.id) == col(Task.staff_id))
    due = col(Task.due)
    ordered = query.order_by(col(Task.done_on).is_not(None), due.asc().nulls_last(), col(Task.id))
    return tuple(_row(*line) for line in session.exec(ordered))


def _row(task: Task, event: Event | None, council: Partner | None, person: str | None) -> TaskRow:
    draft = TaskDraft(**{field.name: getattr(task, field.name) for field in fields(TaskDraft)})
    about = event.title if event else council.name if council else ""
    kreis = event.kreis_ags if event else council.kreis_ags if council else None
    return TaskRow(task.id, task.version, draft, about, kreis, person or draft.responsible)
