"""What leaves the house: which events, noted as sent before anything is written."""

from uuid import UUID

from domain.rows.filters import EventFilter
from domain.store.session import Session
from domain.terms import Audience
from domain.usecases.numbering import raise_sequences
from domain.usecases.published import visible_ids


def note_sent(session: Session, audience: Audience, wanted: EventFilter | None = None) -> int:
    """Note that every event this audience gets leaves the house now; SEQUENCE rises where it must.

    Returns how many events go out. No undo step comes of it: what has left the house is not undone.
    """
    return len(raise_sequences(session, visible_ids(session, audience, wanted)))


def note_event(session: Session, event_id: UUID) -> None:
    """Note that one event leaves the house now; SEQUENCE rises where it must. No undo step comes of it."""
    raise_sequences(session, [event_id])
