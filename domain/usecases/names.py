"""Names for ids, as people read them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.model import (
    Contact,
    Equipment,
    Event,
    Offer,
    Partner,
    Publication,
    Qualification,
    Site,
    Staff,
    TargetGroup,
    Topic,
    Vehicle,
)
from domain.rows.events import EventDraft, OnlineFacts, TrainingFacts
from domain.store.session import Session

_NAMED: tuple[Any, ...] = (Partner, Site, Staff, Topic, TargetGroup, Vehicle, Equipment, Qualification)
_TITLED: tuple[Any, ...] = (Offer, Publication, Event)


def of_ids(session: Session, ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """The names of everything with these ids that an event can point at; a nameless contact is called by its role."""
    wanted = list({found for found in ids if found is not None})
    names: dict[UUID, str] = {}
    for table in _NAMED:
        if wanted:
            lines = session.execute(select(col(table.id), col(table.name)).where(col(table.id).in_(wanted)))
            names.update((line.id, line.name) for line in lines)
    for table in _TITLED:
        if wanted:
            lines = session.execute(select(col(table.id), col(table.title)).where(col(table.id).in_(wanted)))
            names.update((line.id, line.title) for line in lines)
    if wanted:
        people = session.execute(select(Contact.id, Contact.name, Contact.role).where(col(Contact.id).in_(wanted)))  # type: ignore[call-overload]  # columns here
        names.update((line.id, line.name or line.role) for line in people)
    return names


def of_draft(session: Session, draft: EventDraft) -> dict[UUID, str]:
    """The names of everything an event draft points at."""
    given = draft.facts.qualification_id if isinstance(draft.facts, TrainingFacts) else None
    about = draft.facts.about_id if isinstance(draft.facts, OnlineFacts) else None
    return of_ids(
        session,
        (
            draft.offer_id,
            about,
            draft.site_id,
            draft.place_partner_id,
            draft.host_id,
            draft.office_id,
            draft.vehicle_id,
            given,
            *draft.topic_ids,
            *draft.target_group_ids,
            *draft.equipment_ids,
            *draft.partner_ids,
            *(item.publication_id for item in draft.publications),
            *(office.partner_id for office in draft.offices),
            *(assignment.staff_id for assignment in draft.assignments),
            *(key for outsider in draft.outsiders for key in (outsider.partner_id, outsider.contact_id)),
        ),
    )
