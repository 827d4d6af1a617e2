"""What has to be done for events until when: templates per kind as settings, and ticks per event."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.errors import NotFoundError
from domain.i18n import N_
from domain.model import Event, EventTick, Setting
from domain.model.facts import DialogueTable
from domain.rows.event_row import EventRow
from domain.rows.filters import EventFilter
from domain.rows.workflow import Course, StepRow, TemplateStep, Tick, WaitingStep
from domain.rules import workflow as rules
from domain.rules.workflow import MEETING_KINDS
from domain.store import journal
from domain.store.session import Session
from domain.terms import EventKind, EventState, WorkList
from domain.usecases.event_rows import fetch_rows, list_rows
from domain.usecases.records import change as change_record
from domain.usecases.records import get, insert, put_links, refuse, remove

_LIVE = (EventState.tentative, EventState.confirmed, EventState.held)
_CHUNK = 400


def template(session: Session, work_list: WorkList, kind: EventKind) -> tuple[TemplateStep, ...]:
    """The steps of a kind: the office's own, or the shipped ones, whose titles are msgids."""
    found = session.exec(select(Setting).where(col(Setting.name) == _name(work_list, kind))).first()
    if found is None:
        return rules.shipped(work_list, kind)
    return tuple(TemplateStep(**step) for step in json.loads(found.value))


def _templates(session: Session) -> dict[tuple[WorkList, EventKind], tuple[TemplateStep, ...]]:
    """The templates of all kinds, read at once."""
    keys = {_name(work_list, kind): (work_list, kind) for work_list in WorkList for kind in MEETING_KINDS}
    own = {
        keys[found.name]: tuple(TemplateStep(**step) for step in json.loads(found.value))
        for found in session.exec(select(Setting).where(col(Setting.name).in_(keys)))
    }
    return {key: own.get(key, rules.shipped(*key)) for key in keys.values()}


def is_own(session: Session, work_list: WorkList, kind: EventKind) -> bool:
    """Whether the office has changed the template of a kind."""
    return session.exec(select(Setting).where(col(Setting.name) == _name(work_list, kind))).first() is not None


def put_template(session: Session, work_list: WorkList, kind: EventKind, steps: Sequence[TemplateStep]) -> None:
    """Make the template of a kind these steps; a timeline is put in order of time.

    Raises:
        InvalidInputError: a step has no title, or its days are impossible.
    """
    refuse(rules.template_problems(steps))
    if work_list is WorkList.timeline:
        steps = sorted(steps, key=lambda step: step.days)
    content = json.dumps([asdict(step) for step in steps], ensure_ascii=False)
    found = session.exec(select(Setting).where(col(Setting.name) == _name(work_list, kind))).first()
    if found is None:
        insert(session, Setting, {"name": _name(work_list, kind), "value": content})
    else:
        change_record(session, found, None, {"value": content})


def reset_template(session: Session, work_list: WorkList, kind: EventKind) -> None:
    """Go back to the shipped template of a kind."""
    found = session.exec(select(Setting).where(col(Setting.name) == _name(work_list, kind))).first()
    if found is not None:
        remove(session, Setting, [found.id])


def course(session: Session, event_id: UUID) -> Course:
    """What is to be done for one event.

    Raises:
        NotFoundError: the event is gone.
    """
    rows = fetch_rows(session, [event_id])
    if not rows:
        raise NotFoundError(N_("This event has been deleted."))
    return courses(session, rows)[event_id]


def courses(session: Session, events: Sequence[EventRow]) -> dict[UUID, Course]:
    """What is to be done for these events."""
    ids = [event.id for event in events]
    ticks, until = _ticks(session, ids), _invitation_days(session, ids)
    lists = _templates(session)
    found = {}
    for event in events:
        steps = [
            rules.steps_of(
                event,
                lists.get((work_list, event.kind), ()),
                ticks.get((event.id, work_list), ()),
                until.get(event.id) if work_list is WorkList.timeline else None,
            )
            for work_list in (WorkList.timeline, WorkList.checklist)
        ]
        found[event.id] = Course(
            event, steps[0], _in_given_order(steps[1], lists.get((WorkList.checklist, event.kind), ()))
        )
    return found


def _in_given_order(steps: Sequence[StepRow], given: Sequence[TemplateStep]) -> tuple[StepRow, ...]:
    """A checklist as its template has it; what was ticked before the template changed comes last."""
    places = {step.key: place for place, step in enumerate(given)}
    return tuple(sorted(steps, key=lambda step: places.get(step.key, len(places))))


def waiting_steps(session: Session) -> list[WaitingStep]:
    """The steps of all events that still have to be done, by day."""
    wanted = EventFilter(kinds=MEETING_KINDS, states=_LIVE, dated=True)
    found = [
        WaitingStep(row.event, step, step.due)
        for row in courses(session, list_rows(session, wanted)).values()
        for step in row.timeline
        if rules.is_waiting(step, row.event, session.today) and step.due is not None
    ]
    return sorted(found, key=lambda step: (step.due, step.event.number))


def set_done(session: Session, event_id: UUID, work_list: WorkList, steps: Iterable[Tick], *, done: bool) -> None:
    """Tick steps of an event off, or open them again. Of `steps` key and title count; day and person are the present.

    Raises:
        NotFoundError: the event is gone.
    """
    get(session, Event, event_id)
    present = {tick.key: tick for tick in _ticks(session, [event_id]).get((event_id, work_list), ())}
    author = journal.writer_of(session.raw())
    for step in steps:
        present.pop(step.key, None)
        if done:
            present[step.key] = Tick(step.key, step.title, session.today, author)
    others = [
        {"work_list": other, **asdict(tick)}
        for (owner, other), ticks in _ticks(session, [event_id]).items()
        if owner == event_id and other is not work_list
        for tick in ticks
    ]
    own = [{"work_list": work_list, **asdict(tick)} for tick in present.values()]
    put_links(session, EventTick, {"event_id": event_id}, [*others, *own])


def _ticks(session: Session, event_ids: Sequence[UUID]) -> dict[tuple[UUID, WorkList], tuple[Tick, ...]]:
    found: dict[tuple[UUID, WorkList], tuple[Tick, ...]] = {}
    for start in range(0, len(event_ids), _CHUNK):
        query = select(EventTick).where(col(EventTick.event_id).in_(event_ids[start : start + _CHUNK]))
        for row in session.exec(query.order_by(col(EventTick.done_on), col(EventTick.key))):
            owner = (row.event_id, row.work_list)
            found[owner] = (*found.get(owner, ()), Tick(row.key, row.title, row.done_on, row.done_by))
    return found


def _invitation_days(session: Session, event_ids: Sequence[UUID]) -> dict[UUID, date]:
    found: dict[UUID, date] = {}
    for start in range(0, len(event_ids), _CHUNK):
        chunk = event_ids[start : start + _CHUNK]
        for facts in session.exec(select(DialogueTable).where(col(DialogueTable.event_id).in_(chunk))):
            if facts.invitation_until is not None:
                found[facts.event_id] = facts.invitation_until
    return found


def _name(work_list: WorkList, kind: EventKind) -> str:
    return f"{work_list.value}.{kind.value}"
