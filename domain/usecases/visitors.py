"""Visitors per hour at a site, from what its events have taken over of their tallies."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ScalarSelect
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from domain.model import Event, EventTally, Site
from domain.rows.tally import HourCount
from domain.rows.visitors import SiteVisitors
from domain.rules.visitors import counted_day, site_visitors
from domain.store.session import Session
from domain.terms import EventState, TimeSpan

_TOOK_PLACE = (EventState.held, EventState.reviewed)


def at_site(session: Session, site_id: UUID) -> SiteVisitors:
    """What the counted days of a site tell; events that did not take place are left out."""
    return at_sites(session, [site_id])


def at_sites(session: Session, site_ids: Iterable[UUID]) -> SiteVisitors:
    """What the counted days of several sites tell together."""
    query = (
        select(Event, EventTally)
        .join(EventTally, col(EventTally.event_id) == col(Event.id))
        .where(col(Event.site_id).in_(list(site_ids)), col(Event.state).in_(_TOOK_PLACE))
    )
    counts: dict[UUID, list[HourCount]] = defaultdict(list)
    spans: dict[UUID, TimeSpan | None] = {}
    for event, line in session.exec(query):
        counts[event.id].append(HourCount(line.target_group_id, line.hour, line.visitors))
        spans[event.id] = TimeSpan(event.starts_at, event.ends_at) if event.starts_at and event.ends_at else None
    days = (counted_day(found, spans[event_id]) for event_id, found in counts.items())
    return site_visitors([day for day in days if day is not None])


def of_events(session: Session, event_ids: Iterable[UUID]) -> dict[UUID, SiteVisitors]:
    """What is known of the sites of these events, those without any counted day left out."""
    query = select_columns(col(Event.id), col(Event.site_id)).where(
        col(Event.id).in_(list(event_ids)), col(Event.site_id).in_(_counted_sites())
    )
    sites = {line[0]: line[1] for line in session.execute(query)}
    known = {site: at_site(session, site) for site in set(sites.values())}
    return {event: known[site] for event, site in sites.items()}


def in_gemeinden(session: Session, keys: Iterable[str]) -> dict[str, SiteVisitors]:
    """What is known of all sites of each Gemeinde (8-digit key), those without any counted day left out."""
    query = select_columns(col(Site.ags), col(Site.id)).where(
        col(Site.ags).in_(list(keys)), col(Site.id).in_(_counted_sites())
    )
    sites: dict[str, list[UUID]] = defaultdict(list)
    for ags, site in session.execute(query):
        sites[ags].append(site)
    return {ags: at_sites(session, found) for ags, found in sites.items()}


def _counted_sites() -> ScalarSelect[UUID | None]:
    return (
        select_columns(col(Event.site_id))
        .join(EventTally, col(EventTally.event_id) == col(Event.id))
        .where(col(Event.state).in_(_TOOK_PLACE))
        .scalar_subquery()
    )
