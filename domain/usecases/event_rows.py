"""Events from the database as the rows that lists, calendars and exports show."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlmodel import col

from domain.model import Event, EventIdentity, EventPartner, EventTargetGroup, EventTopic, Partner, Site
from domain.rows.events import EventRow
from domain.rows.filters import EventFilter, EventOrder
from domain.store import record_lines
from domain.store.session import Session
from domain.terms import BERLIN, EventKind, PlaceKind
from domain.usecases.text_filter import by_text, ids_of, matching


def midnight(day: date) -> datetime:
    """The first moment of a local day."""
    return datetime.combine(day, time(), BERLIN)


def conditions(wanted: EventFilter) -> list[ColumnElement[bool]]:
    """The filter as conditions on `Event`."""
    found: list[ColumnElement[bool]] = [] if wanted.templates else [col(Event.is_template).is_(False)]
    for column, values in (
        (col(Event.kind), wanted.kinds),
        (col(Event.state), wanted.states),
        (col(Event.kreis_ags), wanted.kreise),
        (col(Event.audience), wanted.audiences),
        (col(Event.place_category), wanted.place_categories),
    ):
        if values:
            found.append(column.in_(values))
    if wanted.best_practice:
        found.append(col(Event.best_practice).is_(True))
    if wanted.text.strip():
        found.append(col(Event.id).in_(matching("event", wanted.text)))
    return found + _linked(wanted) + _period(wanted)


def _linked(wanted: EventFilter) -> list[ColumnElement[bool]]:
    """What hangs on an event: vehicle, partner, topics, target groups."""
    found: list[ColumnElement[bool]] = []
    if wanted.vehicle_id:
        found.append(col(Event.vehicle_id) == wanted.vehicle_id)
    if wanted.partner_id:
        found.append(_with_partner(wanted.partner_id))
    for event_id, key, ids in (
        (EventTopic.event_id, EventTopic.topic_id, wanted.topic_ids),
        (EventTargetGroup.event_id, EventTargetGroup.target_group_id, wanted.target_group_ids),
    ):
        if ids:
            found.append(col(Event.id).in_(select(col(event_id)).where(col(key).in_(ids))))
    return found


def _with_partner(partner: UUID) -> ColumnElement[bool]:
    taking_part = select(col(EventPartner.event_id)).where(col(EventPartner.partner_id) == partner)
    return or_(
        col(Event.place_partner_id) == partner,
        col(Event.host_id) == partner,
        col(Event.office_id) == partner,
        col(Event.id).in_(taking_part),
    )


def _period(wanted: EventFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.dated or wanted.first or wanted.last:
        found.append(or_(col(Event.starts_at).is_not(None), col(Event.first_day).is_not(None)))
    if wanted.first:
        begin = midnight(wanted.first)
        if wanted.begins_within:
            found.append(or_(col(Event.starts_at) >= begin, col(Event.first_day) >= wanted.first))
        else:
            found.append(_touches(begin, wanted.first))
    if wanted.last:
        end = midnight(wanted.last + timedelta(days=1))
        found.append(
            or_(col(Event.starts_at) < end, and_(col(Event.all_day).is_(True), col(Event.first_day) <= wanted.last))
        )
    return found


def _touches(begin: datetime, first: date) -> ColumnElement[bool]:
    return or_(
        col(Event.ends_at) > begin,
        and_(col(Event.starts_at) >= begin),
        and_(col(Event.all_day).is_(True), col(Event.last_day) >= first),
    )


_SHOWN_TOWN = func.coalesce(
    case(
        (col(Event.place_kind) == PlaceKind.site, func.nullif(col(Site.town), "")),
        (col(Event.place_kind) == PlaceKind.partner, func.nullif(col(Partner.town), "")),
    ),
    col(Event.town),
)
_TEXTS: dict[EventOrder, Any] = {EventOrder.heading: col(Event.title), EventOrder.town: _SHOWN_TOWN}
"""Orders by text that people read: sorted as in a German dictionary, which SQLite cannot."""

_BEGINS = func.coalesce(col(Event.starts_at), func.datetime(col(Event.first_day), "-1 hours"))
"""When an event begins, as text that sorts: an all-day event counts from midnight (winter time), like a timed one."""

_NUMBER = col(EventIdentity.number)
_ORDERS: dict[EventOrder, tuple[Any, ...]] = {
    EventOrder.date: (_BEGINS,),
    EventOrder.number: (func.substr(_NUMBER, 1, 4), func.length(_NUMBER), _NUMBER),
    EventOrder.kind: (col(Event.kind),),
    EventOrder.state: (col(Event.state),),
}


def list_ids(session: Session, wanted: EventFilter) -> list[UUID]:
    """The ids of all events that pass the filter, in its order; those without a date come last by date."""
    text = _TEXTS.get(wanted.order)
    if text is not None:
        query = select(col(Event.id), text).where(*conditions(wanted)).order_by(col(Event.id))
        query = query.outerjoin(Site, col(Site.id) == col(Event.site_id))
        query = query.outerjoin(Partner, col(Partner.id) == col(Event.place_partner_id))
        return by_text(session.execute(query), descending=wanted.descending)
    keys = [
        each.desc().nulls_last() if wanted.descending else each.asc().nulls_last() for each in _ORDERS[wanted.order]
    ]
    ordered = select(col(Event.id)).where(*conditions(wanted)).order_by(*keys, col(Event.id))
    if wanted.order is EventOrder.number:
        ordered = ordered.join(EventIdentity, col(EventIdentity.event_id) == col(Event.id))
    return ids_of(session, ordered)


def fetch_rows(session: Session, ids: Sequence[UUID]) -> list[EventRow]:
    """The rows of these ids, in their order; ids that are gone are left out."""
    return record_lines.event_rows(session.raw(), ids)


def list_rows(session: Session, wanted: EventFilter | None = None) -> list[EventRow]:
    """All events that pass the filter, in its order."""
    return fetch_rows(session, list_ids(session, wanted or EventFilter()))


def between(session: Session, first: date, last: date, kinds: Iterable[EventKind] = ()) -> list[EventRow]:
    """All events that touch the local days `first`..`last`, by start: what a calendar shows."""
    return list_rows(session, EventFilter(first=first, last=last, kinds=tuple(kinds)))


def count(session: Session, wanted: EventFilter | None = None) -> int:
    """How many events pass the filter."""
    query = select(func.count()).select_from(Event).where(*conditions(wanted or EventFilter()))
    return int(session.execute(query).scalar_one())


def found_of_all(session: Session, wanted: EventFilter) -> tuple[tuple[UUID, ...], int]:
    """The ids that pass the filter, in its order, and how many events there are at all: the head of a list."""
    return tuple(list_ids(session, wanted)), count(session, EventFilter(templates=wanted.templates))
