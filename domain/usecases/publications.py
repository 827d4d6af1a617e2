"""Publications and their stock: add, change, delete, book movements, list."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from uuid import UUID

from sqlalchemy import func
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from domain.model import Event, EventPublication, Publication, StockMovement
from domain.rows.publications import MovementDraft, PublicationDraft, PublicationRow
from domain.rules import validation
from domain.store.session import Session
from domain.terms import EventState
from domain.usecases.records import add_rows, change_whole, get, insert, refuse, remove

_COMING = (EventState.requested, EventState.tentative, EventState.confirmed)


def create(session: Session, draft: PublicationDraft) -> UUID:
    """Add a publication; its stock is nothing until a movement says otherwise.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    refuse(validation.publication_problems(draft))
    return insert(session, Publication, asdict(draft)).id


def change(session: Session, publication_id: UUID, draft: PublicationDraft, version: int | None = None) -> None:
    """Make a publication be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(validation.publication_problems(draft))
    change_whole(session, get(session, Publication, publication_id), version, asdict(draft), lambda: False)


def delete(session: Session, publication_ids: Iterable[UUID]) -> int:
    """Delete publications with their movements (undoable)."""
    return remove(session, Publication, publication_ids)


def book(session: Session, draft: MovementDraft) -> None:
    """Book what came or went without an event.

    Raises:
        InvalidInputError: the movement is impossible.
        NotFoundError: the publication is gone.
    """
    refuse(validation.movement_problems(draft))
    get(session, Publication, draft.publication_id)
    add_rows(session, {}, [(StockMovement, [asdict(draft)])])


def list_rows(session: Session) -> list[PublicationRow]:
    """All publications by title, language and edition, with stock and what coming events take along."""
    moved = _sums(session, StockMovement.publication_id, StockMovement.quantity)
    given = _sums(session, EventPublication.publication_id, EventPublication.handed_out)
    promised = _promised(session)
    query = select(Publication).order_by(
        col(Publication.title), col(Publication.language), col(Publication.edition), col(Publication.id)
    )
    rows = []
    for found in session.exec(query):
        draft = PublicationDraft(**{field.name: getattr(found, field.name) for field in fields(PublicationDraft)})
        stock = moved.get(found.id, 0) - given.get(found.id, 0)
        rows.append(PublicationRow(found.id, found.version, draft, stock, promised.get(found.id, 0)))
    return rows


def _sums(session: Session, key: object, quantity: object) -> dict[UUID, int]:
    query = select_columns(key, func.coalesce(func.sum(quantity), 0)).group_by(key)  # type: ignore[call-overload]  # columns here
    return {line[0]: line[1] for line in session.execute(query)}


def _promised(session: Session) -> dict[UUID, int]:
    """What events that are still to come take along and have not handed out yet."""
    key = col(EventPublication.publication_id)
    query = (
        select_columns(key, func.coalesce(func.sum(col(EventPublication.planned)), 0))
        .join(Event, col(Event.id) == col(EventPublication.event_id))
        .where(col(Event.state).in_(_COMING), col(EventPublication.handed_out).is_(None), ~col(Event.is_template))
        .group_by(key)
    )
    return {line[0]: line[1] for line in session.execute(query)}
