"""Handouts and their editions: add, change, translate, take over from files, delete."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

from sqlmodel import select

from domain.errors import Problem
from domain.i18n import N_
from domain.model import Handout, HandoutEdition, Topic
from domain.rows.handouts import EditionDraft, HandoutDraft, HandoutFile
from domain.rules import validation
from domain.rules.handouts import key_for
from domain.store.session import Session
from domain.usecases.handout_starters import topic_named
from domain.usecases.records import change_whole, get, insert, refuse, remove

_SHOWN = ("title", "lead", "text")
"""What readers see; a change of it is a new version."""


def create(session: Session, draft: HandoutDraft, edition: EditionDraft, key: str = "") -> UUID:
    """Add a handout with its first edition; returns the id of the edition.

    Raises:
        InvalidInputError: a draft is impossible.
    """
    refuse([*validation.handout_problems(draft), *validation.edition_problems(edition)])
    taken = session.exec(select(Handout.key))
    handout = insert(session, Handout, {**asdict(draft), "key": key_for(key or edition.title, taken)})
    return insert(session, HandoutEdition, {**asdict(edition), "handout_id": handout.id}).id


def change(session: Session, handout_id: UUID, draft: HandoutDraft, version: int | None = None) -> None:
    """Make what the editions share be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(validation.handout_problems(draft))
    change_whole(session, get(session, Handout, handout_id), version, asdict(draft), lambda: False)


def save_edition(session: Session, edition_id: UUID, draft: EditionDraft, version: int | None = None) -> None:
    """Make an edition be what the draft says; if its readers get to see something new it is the next version.

    Raises:
        InvalidInputError: the draft is impossible, or another edition has its language.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(validation.edition_problems(draft))
    edition = get(session, HandoutEdition, edition_id)
    _refuse_taken(session, edition.handout_id, draft.language, edition_id)
    values: dict[str, Any] = asdict(draft)
    if any(getattr(edition, name) != values[name] for name in _SHOWN):
        values["revision"] = edition.revision + 1
    change_whole(session, edition, version, values, lambda: False)


def add_edition(session: Session, edition_id: UUID, language: str) -> UUID:
    """Add an edition in another language that begins as a copy of this one; who translates it says so later.

    Raises:
        InvalidInputError: there is an edition in that language, or it is no language.
        NotFoundError: the edition is gone.
    """
    source = get(session, HandoutEdition, edition_id)
    draft = EditionDraft(language, source.title, source.lead, source.text, "", source.valid_until)
    refuse(validation.edition_problems(draft))
    _refuse_taken(session, source.handout_id, language, None)
    return insert(session, HandoutEdition, {**asdict(draft), "handout_id": source.handout_id}).id


def delete_edition(session: Session, edition_id: UUID) -> None:
    """Delete an edition (undoable); with the last one goes the handout.

    Raises:
        NotFoundError: it is gone.
    """
    edition = get(session, HandoutEdition, edition_id)
    others = select(HandoutEdition.id).where(
        HandoutEdition.handout_id == edition.handout_id, HandoutEdition.id != edition_id
    )
    if session.exec(others).first() is None:
        remove(session, Handout, [edition.handout_id])
    else:
        remove(session, HandoutEdition, [edition_id])


def delete(session: Session, handout_ids: Iterable[UUID]) -> int:
    """Delete handouts with all their editions (undoable)."""
    return remove(session, Handout, handout_ids)


def take_file(session: Session, file: HandoutFile) -> UUID:
    """Take an edition from a file: the edition with its handout's key and language is changed, else it is added.

    Raises:
        InvalidInputError: the file says something impossible.
    """
    found = session.exec(select(Handout).where(Handout.key == file.key)).first() if file.key else None
    if found is None:
        return create(session, HandoutDraft(topic_id=topic_named(session, file.topic)), file.draft, file.key)
    same = select(HandoutEdition).where(
        HandoutEdition.handout_id == found.id, HandoutEdition.language == file.draft.language
    )
    edition = session.exec(same).first()
    if edition is not None:
        save_edition(session, edition.id, file.draft)
        return edition.id
    refuse(validation.edition_problems(file.draft))
    return insert(session, HandoutEdition, {**asdict(file.draft), "handout_id": found.id}).id


def file_of(session: Session, edition_id: UUID) -> HandoutFile:
    """An edition as its file holds it.

    Raises:
        NotFoundError: it is gone.
    """
    edition = get(session, HandoutEdition, edition_id)
    handout = get(session, Handout, edition.handout_id)
    topic = session.get(Topic, handout.topic_id) if handout.topic_id else None
    return HandoutFile(handout.key, topic.name if topic else "", edition.revision, draft_of(edition))


def draft_of(edition: HandoutEdition) -> EditionDraft:
    """What an edition is."""
    names = ("language", "title", "lead", "text", "author", "valid_until")
    return replace(EditionDraft(), **{name: getattr(edition, name) for name in names})


def _refuse_taken(session: Session, handout_id: UUID, language: str, own: UUID | None) -> None:
    same = select(HandoutEdition.id).where(
        HandoutEdition.handout_id == handout_id, HandoutEdition.language == language, HandoutEdition.id != own
    )
    if session.exec(same).first() is not None:
        refuse([Problem("language", N_("There is an edition in this language already."))])
