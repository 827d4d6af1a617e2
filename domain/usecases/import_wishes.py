"""The wished dates of imported requests: lines of their own beside the columns of a request."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from uuid import UUID

from sqlmodel import col, delete, select

from domain.exchange.headers import WISHES
from domain.exchange.row_reader import Reading
from domain.model import RequestWish
from domain.rows.requests import RequestDraft, Wish
from domain.store.session import Session


def told(reading: Reading[RequestDraft]) -> tuple[Wish, ...] | None:
    """The wished dates a row names; None if it says nothing of them."""
    if reading.draft is None or not reading.said.intersection(WISHES):
        return None
    return reading.draft.wishes


def present(session: Session, ids: Iterable[UUID]) -> dict[UUID, tuple[Wish, ...]]:
    """The wished dates of these requests, in their order."""
    query = select(RequestWish).where(col(RequestWish.request_id).in_(list(ids))).order_by(col(RequestWish.position))
    found: dict[UUID, tuple[Wish, ...]] = {}
    for wish in session.exec(query):
        entry = Wish(wish.first_day, wish.last_day, wish.from_minute, wish.to_minute)
        found[wish.request_id] = (*found.get(wish.request_id, ()), entry)
    return found


def put(session: Session, wishes: Mapping[UUID, tuple[Wish, ...]]) -> None:
    """Let each of these requests have exactly these wished dates."""
    if not wishes:
        return
    session.execute(delete(RequestWish).where(col(RequestWish.request_id).in_(list(wishes))))
    rows = [
        asdict(wish) | {"request_id": request_id, "position": position}
        for request_id, list_of in wishes.items()
        for position, wish in enumerate(list_of, 1)
    ]
    if rows:
        session.connection().execute(RequestWish.__table__.insert(), rows)  # type: ignore[attr-defined]  # every table class has it
