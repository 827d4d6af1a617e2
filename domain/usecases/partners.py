"""Institutions and the people there in their roles."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import col
from sqlmodel import select as select_records

from domain.exchange.identity import partner_key
from domain.model import Contact, ContactArea, Event, Partner, PartnerArea
from domain.region.fold import sort_key
from domain.rows.filters import PartnerFilter, PartnerOrder
from domain.rows.partners import ContactDraft, PartnerDetail, PartnerDraft, PartnerRow
from domain.rules import validation
from domain.store import partner_lines
from domain.store.session import Session
from domain.terms import PartnerCategory
from domain.usecases.contact_areas import contact_columns, contact_rows, put_contact_areas
from domain.usecases.contact_reviews import with_due_review
from domain.usecases.partner_tree import areas_of, put_areas, refuse_circle
from domain.usecases.places import ags_of, keep_place
from domain.usecases.records import add_rows, change_whole, get, insert, refuse, remove
from domain.usecases.records import change as change_record
from domain.usecases.text_filter import by_text, ids_of, matching

_FIELDS = tuple(field.name for field in fields(PartnerDraft) if field.name != "areas")


def columns_of(draft: PartnerDraft) -> dict[str, Any]:
    """The draft's values for the partner table, with what is derived from them."""
    return {name: getattr(draft, name) for name in _FIELDS} | {
        "kreis_ags": draft.ags[:5] if draft.ags else None,
        "match_key": partner_key(draft),
        "sort_key": sort_key(draft.name)[:300],
    }


def create(session: Session, draft: PartnerDraft) -> UUID:
    """Add an institution; its Gemeinde follows from postcode and town if none is given.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    draft = replace(draft, ags=ags_of(draft))
    refuse(validation.partner_problems(draft))
    made = insert(session, Partner, columns_of(draft)).id
    add_rows(session, {"partner_id": made}, [(PartnerArea, [{"area": area} for area in dict.fromkeys(draft.areas)])])
    return made


def change(session: Session, partner_id: UUID, draft: PartnerDraft, version: int | None = None) -> None:
    """Make an institution be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible, or the institution would stand above itself.
        ConflictError: somebody changed it meanwhile.
    """
    partner = get(session, Partner, partner_id)
    draft = replace(draft, ags=ags_of(draft, partner))
    refuse(validation.partner_problems(draft))
    if draft.parent_id != partner.parent_id:
        refuse_circle(session, partner_id, draft.parent_id)
    change_whole(session, partner, version, columns_of(draft), lambda: put_areas(session, partner_id, draft.areas))


def delete(session: Session, partner_ids: Iterable[UUID]) -> int:
    """Delete institutions with their contacts (undoable); events there keep its name and address as text."""
    wanted = list(partner_ids)
    for partner in session.exec(select_records(Partner).where(col(Partner.id).in_(wanted))).all():
        keep_place(session, col(Event.place_partner_id), partner)
        _keep_host(session, partner)
    return remove(session, Partner, wanted)


def _keep_host(session: Session, partner: Partner) -> None:
    for event in session.exec(select_records(Event).where(col(Event.host_id) == partner.id)).all():
        change_record(session, event, None, {"host_id": None, "host_name": partner.name})


def detail(session: Session, partner_id: UUID) -> PartnerDetail:
    """An institution as its page opens it.

    Raises:
        NotFoundError: it is gone.
    """
    partner = get(session, Partner, partner_id)
    (row,) = fetch_rows(session, [partner_id])
    return PartnerDetail(row, draft_of(session, partner), contact_rows(session, partner_id), partner.updated_at)


def draft_of(session: Session, partner: Partner) -> PartnerDraft:
    """What can be edited of an institution, as it is now."""
    return PartnerDraft(**{name: getattr(partner, name) for name in _FIELDS}, areas=areas_of(session, partner.id))


def add_contact(session: Session, draft: ContactDraft) -> UUID:
    """Add a person in a role at an institution.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    partner = get(session, Partner, draft.partner_id)
    refuse(validation.contact_problems(draft, partner.category))
    made = insert(session, Contact, contact_columns(draft)).id
    add_rows(session, {"contact_id": made}, [(ContactArea, [{"area": area} for area in dict.fromkeys(draft.areas)])])
    return made


def change_contact(session: Session, contact_id: UUID, draft: ContactDraft, version: int | None = None) -> None:
    """Make a contact be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    partner = get(session, Partner, draft.partner_id)
    refuse(validation.contact_problems(draft, partner.category))
    contact, areas = get(session, Contact, contact_id), draft.areas
    change_whole(
        session, contact, version, contact_columns(draft), lambda: put_contact_areas(session, contact_id, areas)
    )


def delete_contacts(session: Session, contact_ids: Iterable[UUID]) -> int:
    """Delete contacts (undoable)."""
    return remove(session, Contact, contact_ids)


def _conditions(session: Session, wanted: PartnerFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.categories or wanted.offices:
        one_of = (col(Partner.category).in_(wanted.categories), col(Partner.office_kind).in_(wanted.offices))
        found.append(or_(*one_of))
    if wanted.kreise:
        found.append(col(Partner.kreis_ags).in_(wanted.kreise))
    if wanted.confirmed_only:
        found.append(col(Partner.confirmed).is_(True))
    if wanted.review_due:
        found.append(col(Partner.id).in_(with_due_review(session)))
    if wanted.text.strip():
        found.append(col(Partner.id).in_(matching("partner", wanted.text)))
    return found


_ORDERS: dict[PartnerOrder, Any] = {
    PartnerOrder.heading: col(Partner.sort_key),
    PartnerOrder.category: col(Partner.category),
    PartnerOrder.kreis: col(Partner.kreis_ags),
    PartnerOrder.last_contact: col(Partner.last_contact),
}


def list_ids(session: Session, wanted: PartnerFilter) -> list[UUID]:
    """The ids of all institutions that pass the filter, in its order; those without a value come last."""
    query = select(col(Partner.id)).where(*_conditions(session, wanted))
    if wanted.order is PartnerOrder.town:
        towns = query.add_columns(col(Partner.town)).order_by(col(Partner.sort_key), col(Partner.id))
        return by_text(session.execute(towns), descending=wanted.descending)
    by = _ORDERS[wanted.order]
    if by is not _ORDERS[PartnerOrder.heading]:
        query = query.order_by(by.desc().nulls_last() if wanted.descending else by.asc().nulls_last())
    name = col(Partner.sort_key)
    name_down = wanted.descending and wanted.order is PartnerOrder.heading
    query = query.order_by(name.desc() if name_down else name.asc(), col(Partner.id))
    return ids_of(session, query)


def fetch_rows(session: Session, ids: Sequence[UUID]) -> list[PartnerRow]:
    """The rows of these ids, in their order; ids that are gone are left out."""
    return partner_lines.partner_rows(session.raw(), ids)


def count(session: Session) -> int:
    """How many institutions there are."""
    return int(session.execute(select(func.count()).select_from(Partner)).scalar_one())


def list_rows(session: Session, wanted: PartnerFilter | None = None) -> list[PartnerRow]:
    """All institutions that pass the filter, in its order."""
    return fetch_rows(session, list_ids(session, wanted or PartnerFilter()))


def suggest(
    session: Session, text: str, limit: int = 20, categories: tuple[PartnerCategory, ...] = ()
) -> list[PartnerRow]:
    """Institutions whose name or town contains the text, for choosing one in a form; of these categories, or of all."""
    return fetch_rows(session, list_ids(session, PartnerFilter(text=text, categories=categories))[:limit])
