"""Institutions with all that an export of them holds."""

from collections.abc import Iterator
from dataclasses import fields, replace
from uuid import UUID

from sqlmodel import col, select

from domain.exchange.card_writer import CardEntry, CardPerson
from domain.exchange.partner_table import PartnerEntry
from domain.model import Contact, Partner
from domain.rows.filters import PartnerFilter
from domain.rows.partners import ContactDraft, PartnerDraft
from domain.store.session import Session
from domain.terms import Audience, PartnerCategory
from domain.usecases import partners

_CHUNK = 400
_ELSEWHERE = frozenset({"areas"})
"""Fields that are no columns of the record's own table and in no export."""
_PARTNER = tuple(field.name for field in fields(PartnerDraft) if field.name not in _ELSEWHERE)
_CONTACT = tuple(field.name for field in fields(ContactDraft) if field.name not in _ELSEWHERE)


def table_entries(session: Session, audience: Audience, wanted: PartnerFilter) -> Iterator[PartnerEntry]:
    """The institutions that pass the filter, in its order.

    Unconfirmed ones, engaged citizens and contacts are only for the house itself.
    """
    is_internal = audience is Audience.internal
    ids = partners.list_ids(session, replace(wanted, confirmed_only=not is_internal))
    for chunk in _chunks(ids):
        drafts = _partners(session, chunk)
        people = _people(session, chunk) if is_internal else {}
        for row in partners.fetch_rows(session, chunk):
            if row.category is PartnerCategory.citizen and not is_internal:
                continue
            contacts = tuple(person.draft for person in people.get(row.id, ()))
            yield PartnerEntry(row, contacts, _draft(drafts[row.id]))


def card_entries(session: Session, audience: Audience, wanted: PartnerFilter) -> Iterator[CardEntry]:
    """The same institutions for address books, with the people there only for the house itself."""
    is_internal = audience is Audience.internal
    ids = partners.list_ids(session, replace(wanted, confirmed_only=not is_internal))
    for chunk in _chunks(ids):
        drafts = _partners(session, chunk)
        people = _people(session, chunk) if is_internal else {}
        for record in chunk:
            partner = drafts[record]
            yield CardEntry(record, partner.updated_at, _draft(partner), tuple(people.get(record, ())))


def _chunks(ids: list[UUID]) -> Iterator[list[UUID]]:
    return (ids[first : first + _CHUNK] for first in range(0, len(ids), _CHUNK))


def _partners(session: Session, ids: list[UUID]) -> dict[UUID, Partner]:
    found = session.exec(select(Partner).where(col(Partner.id).in_(ids)))
    return {partner.id: partner for partner in found}


def _draft(partner: Partner) -> PartnerDraft:
    return PartnerDraft(**{name: getattr(partner, name) for name in _PARTNER})


def _people(session: Session, ids: list[UUID]) -> dict[UUID, list[CardPerson]]:
    """The people at these institutions, ordered by role."""
    found: dict[UUID, list[CardPerson]] = {}
    query = select(Contact).where(col(Contact.partner_id).in_(ids)).order_by(col(Contact.role), col(Contact.id))
    for contact in session.exec(query):
        draft = ContactDraft(**{name: getattr(contact, name) for name in _CONTACT})
        found.setdefault(contact.partner_id, []).append(CardPerson(contact.id, contact.updated_at, draft))
    return found
