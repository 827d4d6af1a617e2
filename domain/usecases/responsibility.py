"""Who is responsible for a Gemeinde: Ordnungsamt, police and Regionalbereichsbeamte, from the areas of the partners."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.model import Contact, ContactArea, Partner, PartnerArea
from domain.region.areas import areas_over
from domain.region.authorities import Administration, ordnungsamt_of
from domain.region.gemeinden import gemeinde
from domain.region.kreise import kreis
from domain.rows.events import EventDraft
from domain.rows.network import ContactLine, PartnerRef, Responsibility
from domain.rules.responsibility import responsible
from domain.store.session import Session
from domain.terms import NetworkGap, PartnerCategory
from domain.usecases.partner_tree import above, parents_of, refs
from domain.usecases.places import with_place


def responsible_for(session: Session, ags: str) -> Responsibility:
    """Who is responsible for a Gemeinde; what is not recorded is named as a gap.

    Raises:
        NotFoundError: there is no such Gemeinde.
    """
    here, body = gemeinde(ags), ordnungsamt_of(ags)
    office = _ordnungsamt(session, ags, body)
    police = _police(session, ags)
    rbb = _rbb(session, ags)
    gaps = (
        (NetworkGap.ordnungsamt, office is None),
        (NetworkGap.police, not police),
        (NetworkGap.rbb, not rbb),
    )
    return Responsibility(
        ags, here.name, body.name, office, police, rbb, tuple(gap for gap, is_missing in gaps if is_missing)
    )


def for_event(session: Session, draft: EventDraft) -> Responsibility | None:
    """Who is responsible where an event takes place; None while its Gemeinde is not known."""
    ags = with_place(session, draft).ags
    return responsible_for(session, ags) if ags else None


def _ordnungsamt(session: Session, ags: str, body: Administration) -> PartnerRef | None:
    """The competent Ordnungsamt by its areas; one without areas counts where it has its seat.

    The Ordnungsamt of a Landkreis covers its Gemeinden, but theirs is the competent one.
    """
    own = areas_over(ags) if kreis(ags[:5]).is_town else areas_over(ags)[:-1]
    found = _covering(session, PartnerCategory.ordnungsamt, ags, own)
    if not found:
        with_areas = select(col(PartnerArea.partner_id))
        query = select(col(Partner.id), col(Partner.name)).where(
            col(Partner.category) == PartnerCategory.ordnungsamt,
            col(Partner.ags).in_({ags, body.seat_ags}),
            col(Partner.id).not_in(with_areas),
        )
        lines = session.execute(query.order_by(col(Partner.sort_key))).all()
        found = tuple(line.id for line in sorted(lines, key=lambda line: "kreis" in line.name.casefold()))
    return refs(session, found[:1]).get(found[0]) if found else None


def _police(session: Session, ags: str) -> tuple[PartnerRef, ...]:
    found = _covering(session, PartnerCategory.police, ags, areas_over(ags))
    if not found:
        return ()
    nearest = found[0]
    return (refs(session, [nearest])[nearest], *above(session, nearest))


def _covering(session: Session, category: PartnerCategory, ags: str, areas: tuple[str, ...]) -> tuple[UUID, ...]:
    """The partners of a category whose areas cover the Gemeinde, the nearest first."""
    query = (
        select(col(PartnerArea.partner_id), col(PartnerArea.area))
        .join(Partner, col(Partner.id) == col(PartnerArea.partner_id))
        .where(col(Partner.category) == category, col(PartnerArea.area).in_(areas))
        .order_by(col(Partner.sort_key), col(Partner.id))
    )
    found: dict[UUID, list[str]] = {}
    for partner_id, area in session.execute(query):
        found.setdefault(partner_id, []).append(area)
    return responsible(ags, found, parents_of(session, found))


def _rbb(session: Session, ags: str) -> tuple[ContactLine, ...]:
    """The contacts of the police with an area over the Gemeinde, those of the narrowest area first."""
    over = areas_over(ags)
    query = (
        select(Contact, col(ContactArea.area))
        .join(ContactArea, col(ContactArea.contact_id) == col(Contact.id))
        .join(Partner, col(Partner.id) == col(Contact.partner_id))
        .where(col(Partner.category) == PartnerCategory.police, col(ContactArea.area).in_(over))
        .order_by(col(Contact.role), col(Contact.name), col(Contact.id))
    )
    found: dict[UUID, tuple[int, Contact]] = {}
    for contact, area in session.execute(query):
        found[contact.id] = min(found.get(contact.id, (len(over), contact)), (over.index(area), contact), key=_rank)
    partners = refs(session, {contact.partner_id for _rank_of, contact in found.values()})
    return tuple(
        ContactLine(contact.id, partners[contact.partner_id], contact.role, contact.name, contact.phone)
        for _rank_of, contact in sorted(found.values(), key=_rank)
    )


def _rank(ranked: tuple[int, Contact]) -> int:
    return ranked[0]
