"""What has to be done soon: permits to apply for, invitations to send, reports to write; and who waits longest."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import col

from domain.model.facts import DialogueTable
from domain.region.kreise import kreise
from domain.rows.due import DialogueGap, DueKind, DueRow
from domain.rows.event_row import EventRow
from domain.rows.filters import EventFilter
from domain.rules import due as rules
from domain.store.session import Session
from domain.terms import EventKind, EventState, PermitState
from domain.usecases import permits
from domain.usecases.event_rows import list_rows

FARTHEST_LEAD = timedelta(days=400)
"""How far ahead events are looked at: no authority asks for more than a year (validation: 730 days at most)."""

_OPEN = (EventState.tentative, EventState.confirmed)
_HELD = (EventState.held, EventState.reviewed)


def due_rows(session: Session) -> list[DueRow]:
    """What is overdue or due within 30 days, the most pressing first.

    A permit stays until the event, an invitation until its own day, because nothing records that it went out.
    """
    coming = list_rows(
        session, EventFilter(states=_OPEN, first=session.today, last=session.today + FARTHEST_LEAD, dated=True)
    )
    past = list_rows(session, EventFilter(states=_OPEN, last=session.today, dated=True))
    found = [*_permits(session, coming), *_invitations(session, coming), *_reports(session, past)]
    near = [row for row in found if rules.is_near(row.due, session.today)]
    return sorted(near, key=lambda row: (row.due, row.kind, row.event.number))


def _permits(session: Session, coming: list[EventRow]) -> Iterator[DueRow]:
    found = permits.rows(session, [event.id for event in coming])
    for event in coming:
        if event.id not in found or event.start_day is None or event.start_day < session.today:
            continue
        view = found[event.id].view
        if view.apply_by is not None and (view.state is PermitState.missing or view.is_void):
            yield DueRow(DueKind.permit, view.apply_by, event)


def _invitations(session: Session, coming: list[EventRow]) -> Iterator[DueRow]:
    query = select(col(DialogueTable.event_id), col(DialogueTable.invitation_until)).where(
        col(DialogueTable.invitation_until) >= session.today
    )
    until = dict(session.execute(query).all())
    for event in coming:
        if (day := until.get(event.id)) is not None:
            yield DueRow(DueKind.invitation, day, event)


def _reports(session: Session, past: list[EventRow]) -> Iterator[DueRow]:
    for event in past:
        is_over = event.end_day is not None and (
            event.ends_at <= session.now if event.ends_at and not event.all_day else event.end_day < session.today
        )
        if is_over and event.end_day is not None:
            yield DueRow(DueKind.report, rules.report_due(event.end_day), event)


def longest_gap(session: Session) -> DialogueGap | None:
    """The Kreis whose last citizen dialogue lies back farthest and that has none ahead; None if every one has.

    A Kreis that never had one comes first; of equals the first by key.
    """
    dialogues = EventFilter(kinds=(EventKind.citizen_dialogue,), states=(*_OPEN, *_HELD), dated=True)
    last: dict[str, date] = {}
    ahead: set[str] = set()
    for event in list_rows(session, dialogues):
        if event.kreis_ags is None or event.start_day is None:
            continue
        if event.state in _HELD:
            last[event.kreis_ags] = max(event.start_day, last.get(event.kreis_ags, event.start_day))
        elif event.start_day >= session.today:
            ahead.add(event.kreis_ags)
    waiting = [kreis.ags for kreis in kreise() if kreis.ags not in ahead]
    if not waiting:
        return None
    ags = min(waiting, key=lambda each: last.get(each, date.min))
    return DialogueGap(ags, last.get(ags))
