"""Offers of the catalogue: add, change, delete, list, and events made from them."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import case, func
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from domain.model import Event, Offer, OfferPublication, OfferTargetGroup, Qualification, TargetGroup, Topic
from domain.rows.catalogue import OfferDraft, OfferRow, OfferUsage
from domain.rows.events import EventDraft
from domain.rules import validation
from domain.rules.offers import event_of
from domain.rules.validity import is_in_use, is_over
from domain.store.session import Session
from domain.terms import BERLIN, EventState
from domain.usecases.records import change_whole, get, insert, put_links, refuse, remove

_LINKED = ("target_group_ids", "publication_ids")
_HELD = (EventState.held, EventState.reviewed)
_PLANNED = (EventState.tentative, EventState.confirmed)


def create(session: Session, draft: OfferDraft) -> UUID:
    """Add an offer.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    refuse(validation.offer_problems(draft))
    offer = insert(session, Offer, _columns_of(draft))
    _put_parts(session, offer.id, draft)
    return offer.id


def change(session: Session, offer_id: UUID, draft: OfferDraft, version: int | None = None) -> None:
    """Make an offer be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(validation.offer_problems(draft))
    offer = get(session, Offer, offer_id)
    change_whole(session, offer, version, _columns_of(draft), lambda: _put_parts(session, offer_id, draft))


def delete(session: Session, offer_ids: Iterable[UUID]) -> int:
    """Delete offers (undoable); events and requests keep everything but the link."""
    return remove(session, Offer, offer_ids)


def list_rows(session: Session) -> list[OfferRow]:
    """All offers by title."""
    topics = {
        topic.id: (topic, asked or "")
        for topic, asked in session.execute(
            select_columns(Topic, col(Qualification.name)).outerjoin(
                Qualification, col(Qualification.id) == col(Topic.qualification_id)
            )
        )
    }
    usages = _usages(session)
    names = {group.id: group.name for group in session.exec(select(TargetGroup))}
    groups = _linked(session, OfferTargetGroup, "target_group_id")
    publications = _linked(session, OfferPublication, "publication_id")
    rows = []
    for offer in session.exec(select(Offer).order_by(col(Offer.title), col(Offer.id))):
        own = {field.name: getattr(offer, field.name) for field in fields(OfferDraft) if field.name not in _LINKED}
        wanted = groups.get(offer.id, ())
        draft = OfferDraft(**own, target_group_ids=wanted, publication_ids=publications.get(offer.id, ()))
        topic, asked = topics.get(offer.topic_id, (None, ""))
        rows.append(
            OfferRow(
                offer.id,
                offer.version,
                draft,
                topic.name if topic else "",
                asked,
                tuple(sorted(names[group] for group in wanted)),
                is_over(draft, session.today) or (topic is not None and is_over(topic, session.today)),
                usages.get(offer.id, OfferUsage()),
            )
        )
    return rows


def titles(session: Session) -> list[tuple[UUID, str, bool]]:
    """Every offer by title: id, title, and whether it is no longer in use today."""
    offers = session.exec(select(Offer).order_by(col(Offer.title), col(Offer.id)))
    return [(offer.id, offer.title, is_over(offer, session.today)) for offer in offers]


def choices(session: Session, on: date | None = None) -> list[OfferRow]:
    """The offers that may be chosen anew on a local day (default: today): neither they nor their topic are over."""
    day = on or session.today
    past = {topic.id for topic in session.exec(select(Topic)) if not is_in_use(topic, day)}
    return [row for row in list_rows(session) if is_in_use(row.draft, day) and row.draft.topic_id not in past]


def event_draft(session: Session, offer_id: UUID) -> EventDraft:
    """The event that would carry out an offer: an idea with its texts, topic, groups and material.

    Raises:
        NotFoundError: the offer is gone.
    """
    get(session, Offer, offer_id)
    (row,) = (found for found in list_rows(session) if found.id == offer_id)
    return event_of(row.draft, offer_id)


def _usages(session: Session) -> dict[UUID, OfferUsage]:
    """How often each offer was held, how many came, how many are planned, and its last day held."""
    held, key = col(Event.state).in_(_HELD), col(Event.offer_id)
    query = (
        select_columns(
            key,
            func.sum(case((held, 1), else_=0)),
            func.coalesce(func.sum(case((held, col(Event.actual)))), 0),
            func.sum(case((col(Event.state).in_(_PLANNED), 1), else_=0)),
            func.max(case((held, col(Event.ends_at)))),
            func.max(case((held, col(Event.last_day)))),
        )
        .where(key.is_not(None), col(Event.is_template).is_(False))
        .group_by(key)
    )
    found = {}
    for offer_id, times, reached, planned, ended_at, last_day in session.execute(query):
        days = [ended_at.astimezone(BERLIN).date()] if ended_at else []
        days += [last_day] if last_day else []
        found[offer_id] = OfferUsage(times, reached, planned, max(days, default=None))
    return found


def _linked(session: Session, table: Any, column: str) -> dict[UUID, tuple[UUID, ...]]:  # noqa: ANN401 - a link table of offers
    found: dict[UUID, tuple[UUID, ...]] = {}
    for link in session.exec(select(table)):
        found[link.offer_id] = (*found.get(link.offer_id, ()), getattr(link, column))
    return found


def _columns_of(draft: OfferDraft) -> dict[str, object]:
    return {field.name: getattr(draft, field.name) for field in fields(draft) if field.name not in _LINKED}


def _put_parts(session: Session, offer_id: UUID, draft: OfferDraft) -> bool:
    owner = {"offer_id": offer_id}
    groups = [{"target_group_id": group} for group in dict.fromkeys(draft.target_group_ids)]
    material = [{"publication_id": item} for item in dict.fromkeys(draft.publication_ids)]
    changed = put_links(session, OfferTargetGroup, owner, groups)
    return put_links(session, OfferPublication, owner, material) or changed
