"""Requests: the inbox, and what becomes of them."""

from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from domain.errors import InvalidInputError, Problem
from domain.exchange.identity import request_key
from domain.i18n import N_
from domain.model import Equipment, Request, RequestWish, Topic
from domain.region.fold import fold
from domain.rows.events import EventDraft
from domain.rows.filters import RequestFilter
from domain.rows.requests import RequestDraft, RequestRow, Wish
from domain.rules import validation
from domain.rules.local import at_local, later
from domain.store.session import Session
from domain.terms import Audience, EventState, PlaceKind, RequestState
from domain.usecases import events
from domain.usecases.places import ags_of
from domain.usecases.records import add_rows, change_whole, get, insert, put_links, refuse, remove
from domain.usecases.records import change as change_record
from domain.usecases.text_filter import matching

USUAL_START, USUAL_MINUTES = 9 * 60, 120
"""When and how long a request is proposed that names no time: 09:00 local time, two hours."""

_TITLE_LENGTH = 300
_TUPLES = ("weekdays", "equipment", "wishes")


def columns_of(draft: RequestDraft) -> dict[str, Any]:
    """The draft's values for the request table, with what is derived from them."""
    values = {field.name: getattr(draft, field.name) for field in fields(draft) if field.name not in _TUPLES}
    return values | {
        "weekdays": "".join(str(day) for day in draft.weekdays),
        "equipment": "|".join(draft.equipment),
        "kreis_ags": draft.ags[:5] if draft.ags else None,
        "match_key": request_key(draft),
    }


def create(session: Session, draft: RequestDraft) -> UUID:
    """Add a request to the inbox.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    draft = replace(draft, ags=ags_of(draft), received_on=draft.received_on or session.today)
    refuse(validation.request_problems(draft))
    request = insert(session, Request, columns_of(draft))
    add_rows(session, {"request_id": request.id}, [(RequestWish, _wish_values(draft))])
    return request.id


def _wish_values(draft: RequestDraft) -> list[dict[str, Any]]:
    return [asdict(wish) | {"position": position} for position, wish in enumerate(draft.wishes, 1)]


def _put_wishes(session: Session, request_id: UUID, draft: RequestDraft) -> bool:
    return put_links(session, RequestWish, {"request_id": request_id}, _wish_values(draft))


def change(session: Session, request_id: UUID, draft: RequestDraft, version: int | None = None) -> None:
    """Make a request be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    request = get(session, Request, request_id)
    draft = replace(draft, ags=ags_of(draft, request))
    refuse(validation.request_problems(draft))
    change_whole(session, request, version, columns_of(draft), lambda: _put_wishes(session, request_id, draft))


def delete(session: Session, request_ids: Iterable[UUID]) -> int:
    """Delete requests (undoable)."""
    return remove(session, Request, request_ids)


def decline(session: Session, request_id: UUID, reason: str) -> None:
    """Decline a request; the reason stays countable.

    Raises:
        InvalidInputError: no reason was given, or the request has already become an event.
    """
    if not reason.strip():
        raise InvalidInputError(
            Problem("declined_reason", N_("Please give the reason for declining; it stays countable."))
        )
    request = _unaccepted(session, request_id)
    change_record(session, request, None, {"state": RequestState.declined, "declined_reason": reason.strip()})


def _unaccepted(session: Session, request_id: UUID) -> Request:
    request = get(session, Request, request_id)
    if request.event_id is not None:
        raise InvalidInputError(Problem("event_id", N_("This request has already become an event.")))
    return request


def reopen(session: Session, request_id: UUID) -> None:
    """Put a declined or withdrawn request back into the inbox.

    Raises:
        InvalidInputError: the request has become an event; deleting that event reopens it.
    """
    request = _unaccepted(session, request_id)
    change_record(session, request, None, {"state": RequestState.open, "declined_reason": ""})


def accept(session: Session, request_id: UUID, draft: EventDraft) -> UUID:
    """Make an event of a request and link the two; returns the event's id.

    Raises:
        InvalidInputError: the request already became an event, or the draft is impossible.
    """
    request = _unaccepted(session, request_id)
    event_id = events.create(session, draft)
    values = {"state": RequestState.accepted, "event_id": event_id, "declined_reason": "", "unplanned_reason": None}
    change_record(session, request, None, values)
    return event_id


def proposed_event(session: Session, request_id: UUID) -> EventDraft:
    """The event a request asks for, on its first possible day: a start for the form, not yet stored."""
    row = detail(session, request_id)
    wish = row.draft
    begin = _first_start(wish)
    title = f"{wish.topic}: {wish.requester}" if wish.topic else wish.requester
    return EventDraft(
        kind=wish.kind,
        title=title if len(title) <= _TITLE_LENGTH else wish.requester,
        state=EventState.requested if begin is None else EventState.tentative,
        audience=Audience.partners if wish.closed else Audience.public,
        internal_notes=wish.notes,
        security_remarks=wish.security_remarks,
        starts_at=begin,
        ends_at=later(begin, wish.duration_minutes or USUAL_MINUTES) if begin else None,
        ags=wish.ags,
        place_kind=PlaceKind.address,
        place_name=wish.place or wish.requester,
        street=wish.street,
        postcode=wish.postcode,
        town=wish.town,
        host_id=wish.partner_id,
        host_name=wish.requester,
        accessibility=wish.needs,
        press_expected=wish.press_expected,
        expected=wish.expected,
        topic_ids=_named(session, Topic, [wish.topic]),
        equipment_ids=_named(session, Equipment, wish.equipment),
    )


def _named(session: Session, table: Any, names: Iterable[str]) -> tuple[UUID, ...]:  # noqa: ANN401 - any table of names
    """The records of a vocabulary with these names, however they are written."""
    wanted = {fold(name) for name in names if name.strip()}
    return tuple(found.id for found in session.exec(select(table)) if fold(found.name) in wanted)


def _first_start(draft: RequestDraft) -> datetime | None:
    if draft.wishes:
        wish = draft.wishes[0]
        return at_local(wish.first_day, wish.from_minute if wish.from_minute is not None else USUAL_START)
    if draft.earliest is None:
        return None
    last = draft.latest or draft.earliest
    span = (last - draft.earliest).days
    for offset in range(span + 1):
        day = draft.earliest + timedelta(days=offset)
        if not draft.weekdays or day.weekday() in draft.weekdays:
            return at_local(day, draft.from_minute if draft.from_minute is not None else USUAL_START)
    return None


def detail(session: Session, request_id: UUID) -> RequestRow:
    """One request.

    Raises:
        NotFoundError: it is gone.
    """
    return _to_row(get(session, Request, request_id), _wishes(session, request_id).get(request_id, ()))


def open_count(session: Session) -> int:
    """How many requests wait in the inbox."""
    query = select(func.count()).select_from(Request).where(Request.state == RequestState.open)
    return session.exec(query).one()


def list_rows(session: Session, wanted: RequestFilter | None = None) -> list[RequestRow]:
    """All requests that pass the filter: by earliest wished day, those without one last."""
    wanted = wanted or RequestFilter()
    wished = select(func.min(RequestWish.first_day)).where(RequestWish.request_id == Request.id).scalar_subquery()
    first = func.coalesce(Request.earliest, wished)
    query = select(Request).order_by(first.is_(None), first, col(Request.id))
    for column, values in (
        (col(Request.kind), wanted.kinds),
        (col(Request.state), wanted.states),
        (col(Request.kreis_ags), wanted.kreise),
    ):
        if values:
            query = query.where(column.in_(values))
    if wanted.text.strip():
        query = query.where(col(Request.id).in_(matching("request", wanted.text)))
    wishes = _wishes(session)
    return [_to_row(request, wishes.get(request.id, ())) for request in session.exec(query)]


def _wishes(session: Session, request_id: UUID | None = None) -> dict[UUID, tuple[Wish, ...]]:
    """The wished dates of one request or of all, in order of preference."""
    query = select(RequestWish).order_by(col(RequestWish.request_id), col(RequestWish.position))
    if request_id is not None:
        query = query.where(RequestWish.request_id == request_id)
    found: dict[UUID, tuple[Wish, ...]] = {}
    for wish in session.exec(query):
        entry = Wish(wish.first_day, wish.last_day, wish.from_minute, wish.to_minute)
        found[wish.request_id] = (*found.get(wish.request_id, ()), entry)
    return found


def _to_row(request: Request, wishes: tuple[Wish, ...]) -> RequestRow:
    values = {field.name: getattr(request, field.name) for field in fields(RequestDraft) if field.name not in _TUPLES}
    draft = RequestDraft(
        **values,
        weekdays=tuple(int(day) for day in request.weekdays),
        equipment=tuple(item for item in request.equipment.split("|") if item),
        wishes=wishes,
    )
    return RequestRow(
        request.id,
        request.version,
        request.state,
        request.kreis_ags,
        request.event_id,
        request.declined_reason,
        request.unplanned_reason,
        draft,
        request.decline_cause,
        request.waiting_since,
        request.decided_on,
    )
