"""Whom letters go to: institutions with their address and the person a letter greets."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.errors import NotFoundError
from domain.i18n import N_
from domain.model import Contact, Partner
from domain.rows.letters import Addressee
from domain.store.session import Session
from domain.terms import PartnerCategory

_CHUNK = 400


def addressees(session: Session, partner_ids: Sequence[UUID], *, with_contacts: bool) -> tuple[Addressee, ...]:
    """The institutions in the order given, each once; `with_contacts` greets the first person there by role.

    An engaged citizen is greeted by name in any case.

    Raises:
        NotFoundError: one of them is gone.
    """
    ids = list(dict.fromkeys(partner_ids))
    found: dict[UUID, Addressee] = {}
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        names = dict(_contacts(session, chunk)) if with_contacts else {}
        for partner in session.exec(select(Partner).where(col(Partner.id).in_(chunk))):
            found[partner.id] = _addressee(partner, names.get(partner.id, ""))
    missing = next((each for each in ids if each not in found), None)
    if missing is not None:
        raise NotFoundError(N_("There is no partner {id}."), id=missing)
    return tuple(found[each] for each in ids)


def _addressee(partner: Partner, contact: str) -> Addressee:
    town = f"{partner.postcode} {partner.town}".strip()
    if partner.category is PartnerCategory.citizen:
        contact = partner.name
    return Addressee(partner.name, partner.street, town, partner.town, contact)


def _contacts(session: Session, ids: Sequence[UUID]) -> Iterator[tuple[UUID, str]]:
    """The person each institution is written to, later ones first: who is read last stays."""
    query = select(Contact).where(col(Contact.partner_id).in_(list(ids)), col(Contact.name) != "")
    for contact in session.exec(query.order_by(col(Contact.role).desc(), col(Contact.id).desc())):
        yield contact.partner_id, contact.name
