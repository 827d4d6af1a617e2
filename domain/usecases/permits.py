"""Permits (Sondernutzung) of events: what holds for each, and what is noted about its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.model import Event, EventPermit, Site
from domain.rows.partners import SiteDraft
from domain.rows.permits import PermitDraft, PermitRow
from domain.rules import permit as rules
from domain.rules import validation
from domain.rules.permit import Occasion
from domain.store.session import Session
from domain.terms import BERLIN, PermitState
from domain.usecases import settings
from domain.usecases.records import get, put_links, refuse
from domain.usecases.sites import to_row

_CHUNK = 400
_ASKED = frozenset({PermitState.applied, PermitState.granted})


def put(session: Session, event_id: UUID, draft: PermitDraft) -> None:
    """Note how far the permit for an event is; what is applied for or granted is so for its present day and site.

    Raises:
        InvalidInputError: the draft is impossible.
        NotFoundError: the event is gone.
    """
    refuse(validation.permit_problems(draft))
    event = get(session, Event, event_id)
    occasion = _occasion(event) if draft.permit_state in _ASKED else Occasion(None)
    values = asdict(replace(draft, for_day=occasion.day, for_site_id=occasion.site_id))
    put_links(session, EventPermit, {"event_id": event_id}, [values])


def set_state(session: Session, event_id: UUID, state: PermitState) -> None:
    """Take the permit of an event a step further; today becomes the day it was applied for or decided.

    Raises:
        NotFoundError: the event is gone.
    """
    own = own_permit(session, event_id) or PermitDraft()
    applied, decided = own.applied_on, own.decided_on
    if state is PermitState.applied:
        applied, decided = session.today, None
    elif state in {PermitState.granted, PermitState.refused}:
        decided = session.today
    else:
        applied = decided = None
    put(session, event_id, replace(own, permit_state=state, applied_on=applied, decided_on=decided))


def forget(session: Session, event_id: UUID) -> None:
    """Drop what is noted about an event's own permit: that of its site holds again."""
    put_links(session, EventPermit, {"event_id": event_id}, [])


def own_permit(session: Session, event_id: UUID) -> PermitDraft | None:
    """The permit of the event's own, None where that of its site holds."""
    found = session.get(EventPermit, event_id)
    return _draft(found) if found else None


def own_permits(session: Session, event_ids: Iterable[UUID] | None = None) -> dict[UUID, PermitDraft]:
    """Permits of their own, by event; of all events without `event_ids`."""
    query = select(EventPermit)
    if event_ids is not None:
        query = query.where(col(EventPermit.event_id).in_(list(event_ids)))
    return {found.event_id: _draft(found) for found in session.exec(query)}


def rows(session: Session, event_ids: Sequence[UUID]) -> dict[UUID, PermitRow]:
    """The permits that hold for these events; events that need none noted (no site, no permit) are left out."""
    found: dict[UUID, PermitRow] = {}
    usual = settings.load(session).duty.permit_lead_days
    for start in range(0, len(event_ids), _CHUNK):
        chunk = event_ids[start : start + _CHUNK]
        own = own_permits(session, chunk)
        events = list(session.exec(select(Event).where(col(Event.id).in_(chunk))))
        places = _sites(session, events)
        for event in events:
            row = _row(event, places.get(event.site_id), own, (usual, session.today))
            if row is not None:
                found[event.id] = row
    return found


def _sites(session: Session, events: Iterable[Event]) -> dict[UUID | None, SiteDraft]:
    wanted = {event.site_id for event in events if event.site_id is not None}
    return {site.id: to_row(site).draft for site in session.exec(select(Site).where(col(Site.id).in_(wanted)))}


def row(session: Session, event_id: UUID) -> PermitRow | None:
    """The permit that holds for one event; None if it needs none noted."""
    return rows(session, [event_id]).get(event_id)


def _row(
    event: Event, site: SiteDraft | None, own: Mapping[UUID, PermitDraft], terms: tuple[int, date]
) -> PermitRow | None:
    usual, today = terms
    permit = rules.effective(site, own.get(event.id), usual)
    if permit is None:
        return None
    view = rules.view(permit, _occasion(event), today)
    return PermitRow(event.id, view, own.get(event.id), event.site_id, site.name if site else "")


def _occasion(event: Event) -> Occasion:
    day = event.first_day if event.all_day else None
    if event.starts_at is not None and not event.all_day:
        day = event.starts_at.astimezone(BERLIN).date()
    return Occasion(day, event.site_id)


def _draft(found: EventPermit) -> PermitDraft:
    return PermitDraft(**found.model_dump(exclude={"event_id"}))
