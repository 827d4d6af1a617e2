"""Conflicts of events: found, explained, accepted with a reason."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID, uuid4

from sqlmodel import select

from domain.errors import Problem
from domain.i18n import N_
from domain.model import AcceptedConflict, Event
from domain.rows.events import EventDraft
from domain.rows.findings import Finding
from domain.rules.conflicts import check
from domain.rules.conflicts.appointment import Appointment, appointment_of
from domain.rules.conflicts.repairs import FARTHEST_DAY
from domain.rules.local import local_days
from domain.store.session import Session
from domain.usecases.conflict_context import appointments, context, ids_around, school_ids, spot_of, waiting_ids
from domain.usecases.event_columns import draft_of
from domain.usecases.places import with_place
from domain.usecases.records import get, refuse
from domain.usecases.tour_rows import day_of_event

_AROUND = timedelta(days=FARTHEST_DAY + 3)


def all_findings(session: Session, *, repairs: bool = False) -> tuple[Finding, ...]:
    """The conflicts of every event that is not settled, the gravest first; accepted ones last in their grade."""
    found = appointments(session, waiting_ids(session))
    return check.findings(found, context(session), _accepted(session), repairs=repairs)


def findings_of(session: Session, event_id: UUID) -> tuple[Finding, ...]:
    """The conflicts of a stored event, with ways out.

    Raises:
        NotFoundError: the event is gone.
    """
    return for_draft(session, draft_of(session, get(session, Event, event_id)), event_id)


def for_draft(session: Session, draft: EventDraft, event_id: UUID | None = None) -> tuple[Finding, ...]:
    """The conflicts a draft would have if it were saved now, with ways out; `event_id` is the event it belongs to."""
    event = _as_appointment(session, with_place(session, draft), event_id)
    if event.span is None or draft.is_template:
        return ()
    days = local_days(event.span)
    others = appointments(session, ids_around(session, days.first - _AROUND, days.last + _AROUND))
    return check.findings_for(event, others, context(session), _accepted(session))


def _as_appointment(session: Session, draft: EventDraft, event_id: UUID | None) -> Appointment:
    stop = day_of_event(session, event_id) if event_id else None
    return appointment_of(
        event_id or uuid4(),
        draft,
        where=spot_of(session, draft.ags, draft.site_id),
        is_school=bool({draft.place_partner_id, draft.host_id} & school_ids(session, [draft])),
        tour_day_id=stop[1] if stop else None,
    )


def _accepted(session: Session) -> Mapping[str, str]:
    return {found.key: found.reason for found in session.exec(select(AcceptedConflict))}


def accept(session: Session, event_id: UUID, key: str, reason: str) -> None:
    """Accept a conflict of an event; it stays visible, with its reason, and no longer counts as open.

    Raises:
        InvalidInputError: no reason was given.
        NotFoundError: the event is gone.
    """
    if not reason.strip():
        refuse([Problem("reason", N_("Please say why the conflict can be accepted."))])
    get(session, Event, event_id)
    session.merge(AcceptedConflict(event_id=event_id, key=key, reason=reason.strip()))
    session.flush()


def take_back(session: Session, event_id: UUID, key: str) -> None:
    """Take back the acceptance of a conflict."""
    found = session.get(AcceptedConflict, (event_id, key))
    if found is not None:
        session.delete(found)
        session.flush()
