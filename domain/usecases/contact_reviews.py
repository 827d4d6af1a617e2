"""Contacts whose data have to be looked at: due reviews, and consent of citizens without an end."""

from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlmodel import col

from domain.model import Contact, Partner
from domain.rows.network import ReviewRow
from domain.rules.reviews import last_review_day
from domain.store.session import Session
from domain.terms import LegalBasis, PartnerCategory


def contacts_to_review(session: Session) -> list[ReviewRow]:
    """The contacts whose review is due within a week or overdue, the oldest first; those without a needed day before.

    A contact needs a day where it is kept by the consent of an engaged citizen.
    """
    query = (
        select(
            col(Contact.id),
            col(Contact.partner_id),
            col(Partner.name),
            col(Contact.role),
            col(Contact.legal_basis),
            col(Contact.review_on),
            col(Partner.kreis_ags),
        )
        .join(Partner, col(Partner.id) == col(Contact.partner_id))
        .where(_is_due(session))
        .order_by(col(Contact.review_on).asc().nulls_first(), col(Partner.sort_key), col(Contact.id))
    )
    return [ReviewRow(*line) for line in session.execute(query)]


def with_due_review(session: Session) -> Select[UUID]:
    """The ids of partners with a contact to review, as a subquery."""
    partner = select(col(Contact.partner_id)).join(Partner, col(Partner.id) == col(Contact.partner_id))
    return partner.where(_is_due(session))


def _is_due(session: Session) -> ColumnElement[bool]:
    endless = and_(
        col(Contact.review_on).is_(None),
        col(Contact.legal_basis) == LegalBasis.consent,
        col(Partner.category) == PartnerCategory.citizen,
    )
    return or_(col(Contact.review_on) <= last_review_day(session.today), endless)
