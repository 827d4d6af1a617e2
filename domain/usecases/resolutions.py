"""What a meeting decided."""

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from domain.model import Event, Resolution
from domain.rows.meetings import ResolutionDraft, ResolutionRow
from domain.rules.validation.meetings import resolution_problems
from domain.store.session import Session
from domain.usecases.event_parts import find, listed, put_in_order, write
from domain.usecases.records import get, refuse, write_out


def rows(session: Session, event_id: UUID) -> tuple[ResolutionRow, ...]:
    """The resolutions of an event in their order."""
    return tuple(
        ResolutionRow(found.id, found.position, ResolutionDraft(found.wording, found.votes))
        for found in listed(session, Resolution, event_id)
    )


def add(session: Session, event_id: UUID, draft: ResolutionDraft) -> UUID:
    """Add a resolution at the end.

    Raises:
        InvalidInputError: it has no wording.
        NotFoundError: the event is gone.
    """
    refuse(resolution_problems(draft))
    get(session, Event, event_id)
    position = len(listed(session, Resolution, event_id)) + 1
    found = Resolution.model_validate({"event_id": event_id, "position": position, **asdict(draft)})
    session.add(found)
    write_out(session)
    return found.id


def change(session: Session, resolution_id: UUID, draft: ResolutionDraft) -> None:
    """Make a resolution be what the draft says.

    Raises:
        InvalidInputError: it has no wording.
        NotFoundError: it is gone.
    """
    refuse(resolution_problems(draft))
    write(session, find(session, Resolution, resolution_id), asdict(draft))


def delete(session: Session, resolution_ids: Sequence[UUID]) -> int:
    """Delete resolutions (undoable); returns how many there were."""
    found = [row for row in (session.get(Resolution, key) for key in resolution_ids) if row is not None]
    for row in found:
        session.delete(row)
    write_out(session)
    for event_id in dict.fromkeys(row.event_id for row in found):
        put_in_order(session, listed(session, Resolution, event_id))
    return len(found)
