"""Handouts with their editions, as lists and printing need them."""

from uuid import UUID

from sqlmodel import col, select

from domain.model import Handout, HandoutEdition, Topic
from domain.rows.handouts import EditionDraft, EditionRow, HandoutDraft, HandoutRow
from domain.rules.handouts import language_order, state_of
from domain.store.session import Session
from domain.usecases.handout_starters import versions


def list_rows(session: Session) -> list[HandoutRow]:
    """All handouts by their titles, the editions of each by language, German first."""
    topics: dict[UUID | None, str] = {topic.id: topic.name for topic in session.exec(select(Topic))}
    found: dict[UUID, list[EditionRow]] = {}
    handouts = list(session.exec(select(Handout).order_by(col(Handout.id))))
    keys = {handout.id: handout.key for handout in handouts}
    supplied = versions()
    for edition in session.exec(select(HandoutEdition).order_by(col(HandoutEdition.id))):
        newest = supplied.get((keys[edition.handout_id], edition.language))
        found.setdefault(edition.handout_id, []).append(_row(session, edition, newest))
    rows = [
        HandoutRow(
            handout.id,
            handout.version,
            handout.key,
            HandoutDraft(handout.topic_id, handout.notes),
            topics.get(handout.topic_id, ""),
            tuple(sorted(found.get(handout.id, ()), key=lambda each: language_order(each.draft.language))),
        )
        for handout in handouts
    ]
    return sorted(rows, key=lambda row: (row.title.casefold(), row.key))


def editions(session: Session) -> dict[UUID, EditionRow]:
    """All editions by id, in the order of the list."""
    return {edition.id: edition for row in list_rows(session) for edition in row.editions}


def _row(session: Session, found: HandoutEdition, newest: int | None) -> EditionRow:
    draft = EditionDraft(found.language, found.title, found.lead, found.text, found.author, found.valid_until)
    is_newer = newest is not None and (found.starter_version or 0) < newest
    return EditionRow(
        id=found.id,
        version=found.version,
        handout_id=found.handout_id,
        draft=draft,
        revision=found.revision,
        state=state_of(found.valid_until, session.today),
        updated=found.updated_at,
        is_edited=found.starter_revision != found.revision,
        newer=newest if is_newer else None,
    )
