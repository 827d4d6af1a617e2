"""What stands around one partner: tree, areas, relations, memberships, timeline."""

from uuid import UUID

from domain.model import Partner
from domain.region.areas import areas
from domain.rows.network import PartnerTies
from domain.store.session import Session
from domain.usecases import contact_log, partner_tree, relations
from domain.usecases.records import get
from domain.usecases.responsibility import responsible_for


def of_partner(session: Session, partner_id: UUID) -> PartnerTies:
    """Everything the partner's inspector shows beside address, people and events.

    Raises:
        NotFoundError: it is gone.
    """
    known, ags = areas(), get(session, Partner, partner_id).ags
    return PartnerTies(
        above=partner_tree.above(session, partner_id),
        below=partner_tree.below(session, partner_id),
        areas=tuple(known[key].name for key in partner_tree.areas_of(session, partner_id) if key in known),
        relations=relations.of_partner(session, partner_id),
        memberships=relations.memberships(session, partner_id),
        log=contact_log.timeline(session, partner_id),
        responsibility=responsible_for(session, ags) if ags else None,
    )
