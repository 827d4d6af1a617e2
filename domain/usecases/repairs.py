"""Carries out the ways out of a conflict that Landauf knows."""

from dataclasses import replace

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Event
from domain.rows.events import EventDraft
from domain.rows.findings import Repair
from domain.rules.handing_out import exchanged
from domain.store.session import Session
from domain.usecases import events
from domain.usecases.event_columns import draft_of
from domain.usecases.records import get


def can_apply(repair: Repair) -> bool:
    """Whether Landauf can do it by itself; the rest is advice."""
    return repair.event_id is not None and any((repair.starts_at, repair.vehicle_id, repair.staff_id, repair.hand_out))


def apply(session: Session, repair: Repair) -> None:
    """Move, shorten, staff or equip the event anew as the repair says.

    Raises:
        InvalidInputError: the repair is only advice, or the event does not allow it any more.
        NotFoundError: the event is gone.
    """
    if repair.event_id is None or not can_apply(repair):
        raise InvalidInputError(Problem("", N_("This can only be done by hand.")))
    draft = draft_of(session, get(session, Event, repair.event_id))
    if repair.starts_at is None:
        events.change(session, repair.event_id, _staffed(draft, repair))
    elif draft.all_day or repair.ends_at is None:
        events.move(session, repair.event_id, repair.starts_at.date(), None if draft.all_day else repair.starts_at)
    else:
        events.retime(session, repair.event_id, repair.starts_at, repair.ends_at)


def _staffed(draft: EventDraft, repair: Repair) -> EventDraft:
    """The draft with the repair's vehicle, person and copies."""
    assignments = tuple(
        replace(each, staff_id=repair.staff_id) if repair.staff_id and each.staff_id == repair.instead_of else each
        for each in draft.assignments
    )
    copies = (
        exchanged(draft.publications, repair.instead_of, repair.hand_out) if repair.hand_out else draft.publications
    )
    return replace(
        draft, vehicle_id=repair.vehicle_id or draft.vehicle_id, assignments=assignments, publications=copies
    )
