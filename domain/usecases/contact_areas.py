"""Contacts with the areas they are responsible for: Regionalbereichsbeamte and their Gemeinden."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel import select as select_records

from domain.model import Contact, ContactArea
from domain.rows.partners import ContactDraft, ContactRow
from domain.store.session import Session
from domain.usecases.records import put_links

_COLUMNS = tuple(field.name for field in fields(ContactDraft) if field.name != "areas")


def contact_columns(draft: ContactDraft) -> dict[str, Any]:
    """The draft's values for the contact table."""
    return {name: getattr(draft, name) for name in _COLUMNS}


def put_contact_areas(session: Session, contact_id: UUID, areas: Iterable[str]) -> bool:
    """Make a contact responsible for exactly these areas; whether anything changed."""
    return put_links(session, ContactArea, {"contact_id": contact_id}, [{"area": area} for area in areas])


def contact_rows(session: Session, partner_id: UUID | None = None) -> tuple[ContactRow, ...]:
    """The contacts of a partner, or of all, by role."""
    contacts = select_records(Contact).order_by(col(Contact.role), col(Contact.id))
    query = select(col(ContactArea.contact_id), col(ContactArea.area)).order_by(col(ContactArea.area))
    if partner_id is not None:
        contacts = contacts.where(Contact.partner_id == partner_id)
        own = select(col(Contact.id)).where(col(Contact.partner_id) == partner_id)
        query = query.where(col(ContactArea.contact_id).in_(own))
    areas: dict[UUID, tuple[str, ...]] = {}
    for contact_id, area in session.execute(query):
        areas[contact_id] = (*areas.get(contact_id, ()), area)
    return tuple(
        ContactRow(each.id, each.version, _draft(each, areas.get(each.id, ()))) for each in session.exec(contacts)
    )


def _draft(contact: Contact, areas: tuple[str, ...]) -> ContactDraft:
    return ContactDraft(**{name: getattr(contact, name) for name in _COLUMNS}, areas=areas)
