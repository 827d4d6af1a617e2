"""Filters that people keep under a name, and drafts that outlive a crash."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from domain.model import FormDraft, SavedFilter
from domain.rows.filters import SavedFilterRow
from domain.rules.validation import fields
from domain.store.session import Session
from domain.usecases.records import change, insert, refuse, remove


def list_rows(session: Session, page: str) -> list[SavedFilterRow]:
    """The saved filters of a page by name."""
    found = session.exec(select(SavedFilter).where(SavedFilter.page == page).order_by(col(SavedFilter.name)))
    return [SavedFilterRow(entry.id, entry.version, entry.page, entry.name, entry.query) for entry in found]


def save(session: Session, page: str, name: str, query: str) -> UUID:
    """Keep a filter (JSON text) under a name; an older one of the same name is replaced.

    Raises:
        InvalidInputError: no name was given, or it is too long.
    """
    name = " ".join(name.split())
    refuse([*fields.required("name", name), *fields.text("name", name, 200)])
    found = session.exec(select(SavedFilter).where(SavedFilter.page == page, SavedFilter.name == name)).first()
    if found is not None:
        return change(session, found, None, {"query": query}).id
    return insert(session, SavedFilter, {"page": page, "name": name, "query": query}).id


def delete(session: Session, ids: Iterable[UUID]) -> int:
    """Forget saved filters (undoable)."""
    return remove(session, SavedFilter, ids)


def keep_draft(session: Session, key: str, content: str) -> None:
    """Remember what was typed into a form (JSON text) until it is saved or dropped; no undo step."""
    session.merge(FormDraft(key=key, content=content, saved_at=session.now))
    session.flush()


def drop_draft(session: Session, key: str) -> None:
    """Forget a form's typed content."""
    found = session.get(FormDraft, key)
    if found is not None:
        session.delete(found)
        session.flush()


def kept_drafts(session: Session) -> dict[str, str]:
    """What was typed and never saved, by form key."""
    return {draft.key: draft.content for draft in session.exec(select(FormDraft))}
