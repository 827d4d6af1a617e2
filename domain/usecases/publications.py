"""Publications and their stock: add, change, replace by a new edition, delete, book what comes and goes."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from uuid import UUID

from domain.errors import Problem
from domain.i18n import N_
from domain.model import Publication, StockMovement
from domain.rows.publications import MovementDraft, PublicationDraft, StockEntry
from domain.rules import handing_out, validation
from domain.rules.publication_stock import signed, stock_on
from domain.store.session import Session
from domain.terms import StockReason
from domain.usecases.publication_rows import drafts, lines_of
from domain.usecases.publication_rows import list_rows as list_rows  # noqa: PLC0414 - one place to import all of publications from
from domain.usecases.records import add_rows, change_whole, get, insert, refuse, remove


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
        InvalidInputError: the draft is impossible, or the edition would replace itself.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(validation.publication_problems(draft))
    publication = get(session, Publication, publication_id)
    if handing_out.replaces_itself(publication_id, draft, drafts(session)):
        refuse([Problem("replaced_by_id", N_("An edition cannot be replaced by itself."))])
    change_whole(session, publication, version, asdict(draft), lambda: False)


def add_edition(session: Session, old_id: UUID, draft: PublicationDraft) -> UUID:
    """Add a new edition that replaces an old one; what used the old one is offered the new.

    Raises:
        InvalidInputError: the draft is impossible, or another edition has replaced the old one already.
        NotFoundError: the old edition is gone.
    """
    old = get(session, Publication, old_id)
    if old.replaced_by_id is not None:
        refuse([Problem("", N_("This edition has been replaced already; make the new one from its successor."))])
    new_id = create(session, replace(draft, replaced_by_id=None))
    change_whole(session, old, None, {"replaced_by_id": new_id}, lambda: False)
    return new_id


def delete(session: Session, publication_ids: Iterable[UUID]) -> int:
    """Delete publications with their movements (undoable)."""
    return remove(session, Publication, publication_ids)


def book(session: Session, draft: MovementDraft) -> None:
    """Book what came or went without an event. The stock may fall below zero: that is a finding, no error.

    Raises:
        InvalidInputError: the movement is impossible.
        NotFoundError: the publication is gone.
    """
    refuse(validation.movement_problems(draft))
    get(session, Publication, draft.publication_id)
    add_rows(session, {}, [(StockMovement, [asdict(draft)])])


def enter(session: Session, entry: StockEntry) -> int:
    """Book what a person entered; a stock-taking books the difference to what the books say. Returns the change.

    Raises:
        InvalidInputError: the entry is impossible.
        NotFoundError: the publication is gone.
    """
    refuse(validation.stock_entry_problems(entry))
    copies = entry.copies or 0
    if entry.reason is StockReason.inventory:
        quantity = copies - stock_on(lines_of(session, entry.publication_id), entry.day)
    else:
        quantity = signed(entry.reason, copies)
    book(session, MovementDraft(entry.publication_id, entry.day, quantity, entry.reason, entry.notes))
    return quantity
