"""The events of the workspace by what a row can know them by: number, UID, or day, title and town."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.exchange.identity import event_key
from domain.model import Event, EventIdentity, Partner, Site
from domain.region.gemeinden import gemeinde
from domain.rows.events import EventDraft
from domain.rules.local import first_day_of
from domain.store.session import Session
from domain.terms import BERLIN, PlaceKind


@dataclass(frozen=True)
class KnownEvents:
    """Ids by number or UID, and by key; a key with the time of day is the surer one."""

    by_name: dict[str, UUID]
    by_key: dict[str, UUID]


def known_events(session: Session) -> KnownEvents:
    """All events that are no templates."""
    query = (
        select(
            *(col(EventIdentity.number), col(EventIdentity.uid), col(Event.id), col(Event.title)),
            *(col(Event.all_day), col(Event.starts_at), col(Event.first_day), col(Event.place_kind)),
            *(col(Event.town), col(Event.ags), col(Site.town), col(Partner.town)),
        )
        .join(EventIdentity, col(EventIdentity.event_id) == col(Event.id))
        .outerjoin(Site, col(Site.id) == col(Event.site_id))
        .outerjoin(Partner, col(Partner.id) == col(Event.place_partner_id))
        .where(col(Event.is_template).is_(False))
        .order_by(col(Event.id))
    )
    found = KnownEvents({}, {})
    for number, uid, event_id, title, all_day, starts_at, first_day, kind, town, ags, *theirs in session.execute(query):
        found.by_name[number] = found.by_name[uid] = event_id
        start = None if all_day or starts_at is None else starts_at.astimezone(BERLIN)
        day = first_day if all_day else start.date() if start else None
        there = dict(zip((PlaceKind.site, PlaceKind.partner), theirs, strict=True)).get(kind) or town
        shown = there or (gemeinde(ags).name if ags and kind is not PlaceKind.online else "")
        for key in (_key(day, start, title, shown), _key(day, None, title, shown)):
            found.by_key.setdefault(key, event_id)
    return found


def row_key(draft: EventDraft, *, with_time: bool) -> str:
    """The key of an event of a file."""
    start = draft.starts_at.astimezone(BERLIN) if with_time and draft.starts_at and not draft.all_day else None
    town = draft.town or (gemeinde(draft.ags).name if draft.ags else "")
    return _key(first_day_of(draft), start, draft.title, town)


def _key(day: date | None, start: datetime | None, title: str, town: str) -> str:
    when = (day.isoformat() if day else "") + (f" {start:%H:%M}" if start else "")
    return event_key(when, title, town)
