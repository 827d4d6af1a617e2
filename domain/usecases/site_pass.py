"""The site pass: which vehicle fits a site, and what took and will take place there."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.model import Event, Site
from domain.rows.site_pass import SiteEvent, SitePass
from domain.rules.site_fit import vehicle_fit
from domain.store.session import Session
from domain.usecases import fleet, permits, sites, visitors
from domain.usecases.records import get


def site_pass(session: Session, site_id: UUID) -> SitePass:
    """Everything of a site's pass: each vehicle's fit by name, and the events there, those to come first.

    Raises:
        NotFoundError: the site is gone.
    """
    row = sites.to_row(get(session, Site, site_id))
    events = sites.events_at(session, site_id)
    ids = [event.id for event in events]
    found = permits.rows(session, ids)
    came = dict(session.execute(select(col(Event.id), col(Event.actual)).where(col(Event.id).in_(ids))).all())
    return SitePass(
        site=row,
        vehicles=tuple(vehicle_fit(each.id, each.draft, row.draft) for each in fleet.list_rows(session)),
        events=tuple(SiteEvent(event, found[event.id].view, came.get(event.id)) for event in events),
        visitors=visitors.at_site(session, site_id),
    )
