"""The sample plan's first version, a sheet printed from it, and a change since."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from domain.rows.filters import EventFilter, EventOrder
from domain.rows.printing import PrintChoice
from domain.store.session import Session
from domain.terms import EventKind, EventState
from domain.usecases import event_rows, events, printed_sheets, printing, releases

_EARLIER = timedelta(minutes=15)


def release(session: Session, among: Collection[UUID]) -> None:
    """Freeze the plan as version 1 and note a briefing for the next lecture of `among` as printed from it.

    No step comes of it.
    """
    releases.release(session)
    event_id = _next_lecture(session, among)
    if event_id is not None:
        choice = PrintChoice(event_id=event_id)
        data = printing.gather(session, "briefing", choice)
        printed_sheets.note_printed(session, printed_sheets.note_of("briefing", choice, data))


def shorten(session: Session, among: Collection[UUID]) -> None:
    """Let the next lecture of `among` end a quarter of an hour earlier than in the version, which disturbs nobody."""
    event_id = _next_lecture(session, among)
    if event_id is None:
        return
    draft = events.detail(session, event_id).draft
    if draft.starts_at is not None and draft.ends_at is not None:
        events.retime(session, event_id, draft.starts_at, draft.ends_at - _EARLIER)


def _next_lecture(session: Session, among: Collection[UUID]) -> UUID | None:
    """The next of these events that is a confirmed lecture after today."""
    wanted = EventFilter(
        kinds=(EventKind.lecture,),
        states=(EventState.confirmed,),
        first=session.today + timedelta(days=1),
        order=EventOrder.date,
        dated=True,
    )
    return next((found for found in event_rows.list_ids(session, wanted) if found in among), None)
