"""Offers of the catalogue: add, change, delete, list."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy import select as select_columns
from sqlmodel import col, select

from domain.model import Offer, OfferPublication, OfferTargetGroup, Qualification, TargetGroup, Topic
from domain.rows.catalogue import OfferDraft, OfferRow
from domain.rules import validation
from domain.store.session import Session
from domain.usecases.records import change_whole, get, insert, put_links, refuse, remove

_LINKED = ("target_group_ids", "publication_ids")


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
        line.id: line
        for line in session.execute(
            select_columns(col(Topic.id), col(Topic.name), col(Qualification.name).label("asked")).outerjoin(
                Qualification, col(Qualification.id) == col(Topic.qualification_id)
            )
        )
    }
    names = {group.id: group.name for group in session.exec(select(TargetGroup))}
    groups = _linked(session, OfferTargetGroup, "target_group_id")
    publications = _linked(session, OfferPublication, "publication_id")
    rows = []
    for offer in session.exec(select(Offer).order_by(col(Offer.title), col(Offer.id))):
        own = {field.name: getattr(offer, field.name) for field in fields(OfferDraft) if field.name not in _LINKED}
        wanted = groups.get(offer.id, ())
        draft = OfferDraft(**own, target_group_ids=wanted, publication_ids=publications.get(offer.id, ()))
        topic = topics.get(offer.topic_id)
        rows.append(
            OfferRow(
                offer.id,
                offer.version,
                draft,
                topic.name if topic else "",
                (topic.asked or "") if topic else "",
                tuple(sorted(names[group] for group in wanted)),
            )
        )
    return rows


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
