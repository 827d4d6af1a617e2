"""What the papers of a meeting are made from: its programme for those who come, its minutes for the house."""

from dataclasses import replace

from domain.documents.inputs import DocumentInput
from domain.errors import LandaufError, UsageError
from domain.i18n import N_
from domain.rows.concerns import ConcernRow
from domain.rows.filters import ConcernFilter
from domain.rows.printing import PrintChoice
from domain.rules.personal_details import redact
from domain.store.session import Session
from domain.terms import Audience, InviteReply
from domain.usecases import agenda, concern_rows, invitees, mood, resolutions, settings, tasks
from domain.usecases.published import published_event


def programme(session: Session, choice: PrintChoice) -> DocumentInput:
    """The programme as the public may see it, or where the event is for partners, as these may.

    Raises:
        UsageError: no event is named.
        LandaufError: nobody outside may see the event.
    """
    from domain.documents.programme import Programme

    if choice.event_id is None:
        raise UsageError(N_("This document is about an event; name it with --event."))
    for audience in (Audience.public, Audience.partners):
        event = published_event(session, choice.event_id, audience)
        if event is not None:
            return Programme(event=event, office=settings.load(session).office, stand=session.now)
    raise LandaufError(
        N_("A programme goes outside: the event must be meant for the public or partners, be agreed, and have a date.")
    )


def minutes(session: Session, choice: PrintChoice) -> DocumentInput:
    """What is known of a meeting.

    Raises:
        UsageError: no event is named.
        LandaufError: it has no date yet.
    """
    from domain.documents.minutes import Minutes

    if choice.event_id is None:
        raise UsageError(N_("This document is about an event; name it with --event."))
    event = published_event(session, choice.event_id, Audience.internal)
    if event is None:
        raise LandaufError(N_("The event has no date yet; give it one first."))
    rows = invitees.rows(session, event.id)
    raised = concern_rows.list_rows(session, ConcernFilter(event_id=event.id))
    return Minutes(
        event=event,
        office=settings.load(session).office,
        stand=session.now,
        agenda=agenda.agenda(session, event.id).rows,
        present=tuple(row for row in rows if row.draft.reply is InviteReply.attended),
        resolutions=resolutions.rows(session, event.id),
        tasks=tasks.of_event(session, event.id),
        concerns=tuple(map(_without_details, raised)),
        mood=mood.of_event(session, event.id),
    )


def _without_details(row: ConcernRow) -> ConcernRow:
    """The same without names, numbers and addresses that somebody typed all the same."""
    return replace(row, draft=replace(row.draft, wording=redact(row.draft.wording), notes=""))
