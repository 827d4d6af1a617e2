"""Where an event takes place: the Gemeinde that follows from a site, a partner or an address."""

from dataclasses import replace

from domain.model import Partner, Site
from domain.region.lookup import find_gemeinde
from domain.rows.events import EventDraft
from domain.store.session import Session
from domain.terms import PlaceKind


def with_place(session: Session, draft: EventDraft) -> EventDraft:
    """The draft with its Gemeinde: the site's or partner's; if none is given, the one of postcode and town."""
    if draft.place_kind is PlaceKind.site and draft.site_id:
        site = session.get(Site, draft.site_id)
        return replace(draft, ags=site.ags or draft.ags) if site else draft
    if draft.place_kind is PlaceKind.partner and draft.place_partner_id:
        partner = session.get(Partner, draft.place_partner_id)
        return replace(draft, ags=partner.ags or draft.ags) if partner else draft
    if draft.ags is None and (draft.postcode or draft.town):
        found = find_gemeinde(postcode=draft.postcode, town=draft.town)
        return replace(draft, ags=found.ags) if found else draft
    return draft
