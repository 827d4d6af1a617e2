"""The sample plan's first version, an invitation printed from it, and a change since."""

from datetime import timedelta
from uuid import UUID

from domain.rows.printing import PrintChoice
from domain.store.session import Session
from domain.usecases import events, printed_sheets, printing, releases

_LATER = timedelta(minutes=30)


def release(session: Session, dialogue_id: UUID) -> None:
    """Freeze the plan as version 1 and note an invitation to the dialogue as printed from it; no step comes of it."""
    releases.release(session)
    choice = PrintChoice(event_id=dialogue_id)
    data = printing.gather(session, "invitation", choice)
    printed_sheets.note_printed(session, printed_sheets.note_of("invitation", choice, data))


def delay(session: Session, dialogue_id: UUID) -> None:
    """Let the dialogue begin and end half an hour later than the version has it."""
    draft = events.detail(session, dialogue_id).draft
    if draft.starts_at is not None and draft.ends_at is not None:
        events.retime(session, dialogue_id, draft.starts_at + _LATER, draft.ends_at + _LATER)
