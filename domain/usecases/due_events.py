"""What is due because of events: permits to apply for, steps of the timeline, reports to write, tasks."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import UUID

from domain.rows.due import DueKind, DueRow
from domain.rows.event_row import EventRow
from domain.rows.filters import EventFilter
from domain.rules import due as rules
from domain.rules.workflow import INVITATION
from domain.store.session import Session
from domain.terms import EventState, PermitState
from domain.usecases import permits, tasks, workflow
from domain.usecases.event_rows import fetch_rows, list_rows

FARTHEST_LEAD = timedelta(days=400)
"""How far ahead events are looked at: no authority asks for more than a year (validation: 730 days at most)."""

_OPEN = (EventState.tentative, EventState.confirmed)


def permits_due(session: Session) -> Iterator[DueRow]:
    """Permits that nobody has asked for yet, until the event."""
    coming = list_rows(
        session, EventFilter(states=_OPEN, first=session.today, last=session.today + FARTHEST_LEAD, dated=True)
    )
    found = permits.rows(session, [event.id for event in coming])
    for event in coming:
        if event.id not in found or event.start_day is None or event.start_day < session.today:
            continue
        view = found[event.id].view
        if view.apply_by is not None and (view.state is PermitState.missing or view.is_void):
            yield _of_event(DueKind.permit, event, view.apply_by)


def steps_due(session: Session) -> Iterator[DueRow]:
    """Steps of timelines that nobody has ticked off: those late, and those of the next days."""
    for waiting in workflow.waiting_steps(session):
        if rules.is_close(waiting.due, session.today):
            kind = DueKind.invitation if waiting.step.key == INVITATION else DueKind.step
            what, is_msgid = waiting.step.title, not waiting.step.is_own
            yield _of_event(kind, waiting.event, waiting.due, what, is_msgid=is_msgid)


def reports_due(session: Session) -> Iterator[DueRow]:
    """Events that are over and still not reported."""
    for event in list_rows(session, EventFilter(states=_OPEN, last=session.today, dated=True)):
        is_over = event.end_day is not None and (
            event.ends_at <= session.now if event.ends_at and not event.all_day else event.end_day < session.today
        )
        if is_over and event.end_day is not None:
            yield _of_event(DueKind.report, event, rules.report_due(event.end_day))


def tasks_due(session: Session) -> Iterator[DueRow]:
    """Open tasks with a day: those late, and those of the next days."""
    rows = [row for row in tasks.open_tasks(session) if row.draft.due and rules.is_close(row.draft.due, session.today)]
    events = _events(session, (row.draft.event_id for row in rows))
    for row in rows:
        draft = row.draft
        record = draft.event_id or draft.council_id
        if draft.due is None or record is None:
            continue
        event = events.get(draft.event_id)
        page = "events" if event is not None else "councils"
        place = (event.town or event.title) if event else row.about
        yield DueRow(DueKind.task, draft.due, row.about, page, record, place, draft.title, event=event)


def _events(session: Session, ids: Iterable[UUID | None]) -> dict[UUID | None, EventRow]:
    wanted = [key for key in dict.fromkeys(ids) if key is not None]
    return {event.id: event for event in fetch_rows(session, wanted)}


def _of_event(kind: DueKind, event: EventRow, due: date, what: str = "", *, is_msgid: bool = False) -> DueRow:
    return DueRow(kind, due, event.title, "events", event.id, event.town or event.title, what, is_msgid, event)
