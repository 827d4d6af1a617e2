"""What the papers about publications are made from."""

from domain.documents.inputs import DocumentInput
from domain.errors import LandaufError, UsageError
from domain.i18n import N_
from domain.rows.filters import PublicationFilter
from domain.rows.printing import PrintChoice
from domain.store.session import Session
from domain.terms import Audience
from domain.usecases import publication_rows, settings
from domain.usecases.packing import packing_of_event
from domain.usecases.published import published_event


def event_packing_list(session: Session, choice: PrintChoice) -> DocumentInput:
    """What a single event needs.

    Raises:
        UsageError: no event is named.
        LandaufError: it has no date yet.
    """
    from domain.documents.event_packing_list import EventPackingSheet

    if choice.event_id is None:
        raise UsageError(N_("This document is about an event; name it with --event."))
    event = published_event(session, choice.event_id, Audience.internal)
    if event is None:
        raise LandaufError(N_("The event has no date yet; give it one first."))
    return EventPackingSheet(
        event=event,
        packing=packing_of_event(session, choice.event_id),
        office=settings.load(session).office,
        stand=session.now,
    )


def reorder_list(session: Session, _choice: PrintChoice) -> DocumentInput:
    """What should be ordered."""
    from domain.documents.reorder_list import ReorderSheet

    return ReorderSheet(
        rows=tuple(publication_rows.list_rows(session, PublicationFilter(to_order=True))),
        office=settings.load(session).office,
        stand=session.now,
    )
