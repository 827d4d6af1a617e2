"""Institutions and the people there in their roles."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields, replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlmodel import col
from sqlmodel import select as select_records

from domain.exchange.identity import partner_key
from domain.model import Contact, Partner
from domain.region.fold import fold
from domain.region.lookup import find_gemeinde
from domain.rows.filters import PartnerFilter, PartnerOrder
from domain.rows.partners import ContactDraft, ContactRow, PartnerDetail, PartnerDraft, PartnerRow
from domain.rules import validation
from domain.store.session import Session
from domain.usecases.records import change as change_record
from domain.usecases.records import get, insert, refuse, remove
from domain.usecases.text_filter import matching

CHUNK = 500

_COLUMNS: tuple[Any, ...] = (
    col(Partner.id),
    col(Partner.name),
    col(Partner.category),
    col(Partner.street),
    col(Partner.postcode),
    col(Partner.town),
    col(Partner.ags),
    col(Partner.kreis_ags),
    col(Partner.phone),
    col(Partner.last_contact),
    col(Partner.version),
)


def columns_of(draft: PartnerDraft) -> dict[str, Any]:
    """The draft's values for the partner table, with what is derived from them."""
    return asdict(draft) | {
        "kreis_ags": draft.ags[:5] if draft.ags else None,
        "match_key": partner_key(draft),
        "sort_key": fold(draft.name)[:300],
    }


def _placed(draft: PartnerDraft) -> PartnerDraft:
    if draft.ags is None and (draft.postcode or draft.town):
        found = find_gemeinde(postcode=draft.postcode, town=draft.town)
        return replace(draft, ags=found.ags) if found else draft
    return draft


def create(session: Session, draft: PartnerDraft) -> UUID:
    """Add an institution; its Gemeinde follows from postcode and town if none is given.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    draft = _placed(draft)
    refuse(validation.partner_problems(draft))
    return insert(session, Partner, columns_of(draft)).id


def change(session: Session, partner_id: UUID, draft: PartnerDraft, version: int | None = None) -> None:
    """Make an institution be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    draft = _placed(draft)
    refuse(validation.partner_problems(draft))
    change_record(session, get(session, Partner, partner_id), version, columns_of(draft))


def delete(session: Session, partner_ids: Iterable[UUID]) -> int:
    """Delete institutions with their contacts (undoable); events keep their own text of the place."""
    return remove(session, Partner, partner_ids)


def detail(session: Session, partner_id: UUID) -> PartnerDetail:
    """An institution as its page opens it.

    Raises:
        NotFoundError: it is gone.
    """
    partner = get(session, Partner, partner_id)
    (row,) = fetch_rows(session, [partner_id])
    contacts = session.exec(
        select_records(Contact).where(Contact.partner_id == partner_id).order_by(col(Contact.role), col(Contact.id))
    )
    return PartnerDetail(row, _draft_of(partner), tuple(_contact_row(found) for found in contacts), partner.updated_at)


def _draft_of(partner: Partner) -> PartnerDraft:
    return PartnerDraft(**{field.name: getattr(partner, field.name) for field in fields(PartnerDraft)})


def _contact_row(contact: Contact) -> ContactRow:
    draft = ContactDraft(**{field.name: getattr(contact, field.name) for field in fields(ContactDraft)})
    return ContactRow(contact.id, contact.version, draft)


def add_contact(session: Session, draft: ContactDraft) -> UUID:
    """Add a person in a role at an institution.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    refuse(validation.contact_problems(draft))
    get(session, Partner, draft.partner_id)
    return insert(session, Contact, asdict(draft)).id


def change_contact(session: Session, contact_id: UUID, draft: ContactDraft, version: int | None = None) -> None:
    """Make a contact be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(validation.contact_problems(draft))
    change_record(session, get(session, Contact, contact_id), version, asdict(draft))


def delete_contacts(session: Session, contact_ids: Iterable[UUID]) -> int:
    """Delete contacts (undoable)."""
    return remove(session, Contact, contact_ids)


def _conditions(wanted: PartnerFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.categories:
        found.append(col(Partner.category).in_(wanted.categories))
    if wanted.kreise:
        found.append(col(Partner.kreis_ags).in_(wanted.kreise))
    if wanted.text.strip():
        found.append(col(Partner.id).in_(matching("partner", wanted.text)))
    return found


def _ordered(query: Select[*tuple[Any, ...]], wanted: PartnerFilter) -> Select[*tuple[Any, ...]]:
    by: Any
    match wanted.order:
        case PartnerOrder.category:
            by = col(Partner.category)
        case PartnerOrder.town:
            by = func.lower(col(Partner.town))
        case PartnerOrder.kreis:
            by = col(Partner.kreis_ags)
        case PartnerOrder.last_contact:
            by = col(Partner.last_contact)
        case _:
            by = col(Partner.sort_key)
    return query.order_by(by.desc() if wanted.descending else by.asc(), col(Partner.id))


def list_ids(session: Session, wanted: PartnerFilter) -> list[UUID]:
    """The ids of all institutions that pass the filter, in its order."""
    query = select(col(Partner.id)).where(*_conditions(wanted))
    return list(session.execute(_ordered(query, wanted)).scalars())


def fetch_rows(session: Session, ids: Sequence[UUID]) -> list[PartnerRow]:
    """The rows of these ids, in their order; ids that are gone are left out."""
    found: dict[UUID, PartnerRow] = {}
    for start in range(0, len(ids), CHUNK):
        query = select(*_COLUMNS).where(col(Partner.id).in_(ids[start : start + CHUNK]))
        found.update((line.id, _to_row(line)) for line in session.execute(query))
    return [found[wanted] for wanted in ids if wanted in found]


def list_rows(session: Session, wanted: PartnerFilter | None = None) -> list[PartnerRow]:
    """All institutions that pass the filter, in its order."""
    wanted = wanted or PartnerFilter()
    query = _ordered(select(*_COLUMNS).where(*_conditions(wanted)), wanted)
    return [_to_row(line) for line in session.execute(query)]


def _to_row(line: Row[Any]) -> PartnerRow:
    return PartnerRow(*tuple(line))


def suggest(session: Session, text: str, limit: int = 20) -> list[PartnerRow]:
    """Institutions whose name or town contains the text, for choosing one in a form."""
    return fetch_rows(session, list_ids(session, PartnerFilter(text=text))[:limit])


def contacts_by_partner(session: Session) -> dict[UUID, tuple[ContactDraft, ...]]:
    """Every institution's contacts by its id, ordered by role."""
    found: dict[UUID, tuple[ContactDraft, ...]] = {}
    for contact in session.exec(select_records(Contact).order_by(col(Contact.role), col(Contact.id))):
        found[contact.partner_id] = (*found.get(contact.partner_id, ()), _contact_row(contact).draft)
    return found
