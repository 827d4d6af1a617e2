"""Requests: the inbox, and what becomes of them."""

from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from domain.errors import InvalidInputError, Problem
from domain.exchange.identity import request_key
from domain.i18n import N_
from domain.model import Request, RequestWish
from domain.rows.events import EventDraft
from domain.rows.filters import RequestFilter
from domain.rows.requests import RequestDraft, RequestRow, Wish
from domain.rules import validation
from domain.rules.ages import ANSWER_DAYS
from domain.store.session import Session
from domain.terms import DeclineCause, RequestState
from domain.usecases import events
from domain.usecases.places import ags_of
from domain.usecases.records import add_rows, change_whole, get, insert, put_links, refuse, remove
from domain.usecases.records import change as change_record
from domain.usecases.request_proposal import proposal
from domain.usecases.text_filter import matching

DECIDED = frozenset({RequestState.accepted, RequestState.declined, RequestState.withdrawn})
"""States in which nobody waits for an answer any more."""

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


def decline(session: Session, request_id: UUID, reason: str, cause: DeclineCause = DeclineCause.other) -> None:
    """Decline a request; cause and reason stay countable. One that its host took back is withdrawn instead.

    Raises:
        InvalidInputError: the cause is "other" and no reason was given, or the request has already become an event.
    """
    refuse(validation.decline_problems(cause, reason))
    state = RequestState.withdrawn if cause is DeclineCause.withdrawn else RequestState.declined
    _settle(session, request_id, state, decline_cause=cause, declined_reason=reason.strip())


def _settle(session: Session, request_id: UUID, state: RequestState, **values: object) -> None:
    """Give a request that is not an event yet another state; what belonged to the old one is taken away."""
    request = _unaccepted(session, request_id)
    is_decided = state in DECIDED
    cleared = {
        "decline_cause": None,
        "declined_reason": "",
        "waiting_since": None,
        "decided_on": session.today if is_decided else None,
    }
    change_record(session, request, None, cleared | {"state": state} | values)


def _unaccepted(session: Session, request_id: UUID) -> Request:
    request = get(session, Request, request_id)
    if request.event_id is not None:
        raise InvalidInputError(Problem("event_id", N_("This request has already become an event.")))
    return request


def put_on_waiting_list(session: Session, request_id: UUID) -> None:
    """Let a request wait for a free date or person; since when is kept, so that the longest waiting come first.

    Raises:
        InvalidInputError: the request has already become an event.
    """
    _settle(session, request_id, RequestState.waiting, waiting_since=session.today)


def reopen(session: Session, request_id: UUID) -> None:
    """Put a declined, withdrawn or waiting request back into the inbox.

    Raises:
        InvalidInputError: the request has become an event; deleting that event reopens it.
    """
    _settle(session, request_id, RequestState.open)


def accept(session: Session, request_id: UUID, draft: EventDraft) -> UUID:
    """Make an event of a request and link the two; returns the event's id.

    Raises:
        InvalidInputError: the request already became an event, or the draft is impossible.
    """
    request = _unaccepted(session, request_id)
    event_id = events.create(session, draft)
    values = {
        "state": RequestState.accepted,
        "event_id": event_id,
        "decline_cause": None,
        "declined_reason": "",
        "waiting_since": None,
        "unplanned_reason": None,
        "decided_on": session.today,
    }
    change_record(session, request, None, values)
    return event_id


def proposed_event(session: Session, request_id: UUID) -> EventDraft:
    """The event a request asks for, on its first possible day: a start for the form, not yet stored.

    Raises:
        NotFoundError: it is gone.
    """
    return proposal(session, detail(session, request_id))


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
    if wanted.overdue:
        due = func.coalesce(Request.answer_by, func.date(Request.received_on, f"+{ANSWER_DAYS} days"))
        query = query.where(Request.state == RequestState.open, due < session.today)
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
