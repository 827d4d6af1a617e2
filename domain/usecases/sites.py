"""Sites (Stellplätze): where a vehicle can stand."""

from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.model import Event, Site
from domain.rows.events import EventRow
from domain.rows.filters import SiteFilter
from domain.rows.partners import SiteDraft, SiteRow
from domain.rules import validation
from domain.store.session import Session
from domain.usecases.event_rows import fetch_rows
from domain.usecases.places import ags_of, keep_place
from domain.usecases.records import change as change_record
from domain.usecases.records import get, insert, refuse, remove
from domain.usecases.text_filter import matching


def _columns_of(draft: SiteDraft, before: Site | None = None) -> dict[str, Any]:
    draft = replace(draft, ags=ags_of(draft, before))
    return asdict(draft) | {
        "kreis_ags": draft.ags[:5] if draft.ags else None,
        "market_days": "".join(str(day) for day in draft.market_days),
    }


def create(session: Session, draft: SiteDraft) -> UUID:
    """Add a site.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    refuse(validation.site_problems(draft))
    return insert(session, Site, _columns_of(draft)).id


def change(session: Session, site_id: UUID, draft: SiteDraft, version: int | None = None) -> None:
    """Make a site be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(validation.site_problems(draft))
    site = get(session, Site, site_id)
    change_record(session, site, version, _columns_of(draft, site))


def delete(session: Session, site_ids: Iterable[UUID]) -> int:
    """Delete sites (undoable); events there keep its name and address as text."""
    wanted = list(site_ids)
    for site in session.exec(select(Site).where(col(Site.id).in_(wanted))).all():
        keep_place(session, col(Event.site_id), site)
    return remove(session, Site, wanted)


def list_rows(session: Session, wanted: SiteFilter | None = None) -> list[SiteRow]:
    """All sites that pass the filter, by town and name."""
    wanted = wanted or SiteFilter()
    query = select(Site).order_by(col(Site.town), col(Site.name))
    for column, values in ((col(Site.kreis_ags), wanted.kreise), (col(Site.permit_state), wanted.permits)):
        if values:
            query = query.where(column.in_(values))
    if wanted.text.strip():
        query = query.where(col(Site.id).in_(matching("site", wanted.text)))
    return [to_row(site) for site in session.exec(query)]


def events_at(session: Session, site_id: UUID) -> list[EventRow]:
    """The events at a site: those to come first, by date, then the past ones, the latest first."""
    query = select(Event.id).where(Event.site_id == site_id).order_by(col(Event.starts_at), col(Event.id))
    rows = fetch_rows(session, list(session.exec(query)))
    past = [row for row in rows if row.start_day is not None and row.start_day < session.today]
    return [*(row for row in rows if row not in past), *reversed(past)]


def to_row(site: Site) -> SiteRow:
    """A site as lists and documents see it."""
    values = {field.name: getattr(site, field.name) for field in fields(SiteDraft)}
    values["market_days"] = tuple(int(day) for day in site.market_days)
    return SiteRow(site.id, site.name, site.town, site.ags, site.kreis_ags, site.version, SiteDraft(**values))


def detail(session: Session, site_id: UUID) -> SiteRow:
    """One site.

    Raises:
        NotFoundError: it is gone.
    """
    return to_row(get(session, Site, site_id))
