"""Topics, target groups and qualifications: small editable vocabularies."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.errors import Problem
from domain.i18n import N_
from domain.model import Qualification, TargetGroup, Topic
from domain.region.fold import fold
from domain.rows.tours import NamedRow
from domain.rows.vocabulary import TopicDraft, TopicRow
from domain.rules.validation import fields
from domain.store.session import Session
from domain.usecases.records import change, get, insert, refuse, remove

LENGTH, AREA_LENGTH = 200, 100


def _list(session: Session, table: Any) -> list[NamedRow]:  # noqa: ANN401 - any table of names
    found = session.exec(select(table).order_by(col(table.name)))
    return [NamedRow(entry.id, entry.name, entry.version) for entry in found]


def topics(session: Session, on: date | None = None) -> list[NamedRow]:
    """All topics, or those valid on a day."""
    query = select(Topic).order_by(col(Topic.name))
    if on is not None:
        query = query.where((col(Topic.valid_from).is_(None)) | (col(Topic.valid_from) <= on))
        query = query.where((col(Topic.valid_until).is_(None)) | (col(Topic.valid_until) >= on))
    return [NamedRow(entry.id, entry.name, entry.version) for entry in session.exec(query)]


def target_groups(session: Session) -> list[NamedRow]:
    """All target groups by name."""
    return _list(session, TargetGroup)


def qualifications(session: Session) -> list[NamedRow]:
    """All qualifications by name."""
    return _list(session, Qualification)


def _checked(session: Session, table: Any, name: str, own: UUID | None = None) -> dict[str, Any]:  # noqa: ANN401 - any table of names
    """The name as it is stored; each is given once, however it is written."""
    name = " ".join(name.split())
    refuse([*fields.required("name", name), *fields.text("name", name, LENGTH)])
    for entry in session.exec(select(table)):
        if entry.id != own and fold(entry.name) == fold(name):
            refuse([Problem("name", N_("“{name}” is there already."), (("name", entry.name),))])
    return {"name": name}


def add_topic(
    session: Session,
    name: str,
    *,
    area: str = "",
    valid_from: date | None = None,
    valid_until: date | None = None,
    qualification_id: UUID | None = None,
) -> UUID:
    """Add a topic; a lecture on it may ask for a qualification.

    Raises:
        InvalidInputError: no name was given, it is too long or there already, or a day is impossible.
    """
    draft = TopicDraft(name, area, valid_from, valid_until, qualification_id)
    return insert(session, Topic, _topic_columns(session, draft)).id


def _topic_columns(session: Session, draft: TopicDraft, own: UUID | None = None) -> dict[str, Any]:
    values = asdict(draft) | _checked(session, Topic, draft.name, own)
    refuse([*fields.text("area", draft.area, AREA_LENGTH), *fields.day("valid_from", draft.valid_from)])
    refuse(fields.day("valid_until", draft.valid_until))
    refuse(fields.days_in_order("valid_until", draft.valid_from, draft.valid_until))
    return values


def topic_rows(session: Session) -> list[TopicRow]:
    """All topics by name, with everything a form edits."""
    names = {entry.id: entry.name for entry in session.exec(select(Qualification))}
    rows = []
    for topic in session.exec(select(Topic).order_by(col(Topic.name))):
        draft = TopicDraft(topic.name, topic.area, topic.valid_from, topic.valid_until, topic.qualification_id)
        wanted = names[topic.qualification_id] if topic.qualification_id else ""
        rows.append(TopicRow(topic.id, topic.version, draft, wanted))
    return rows


def change_topic(session: Session, topic_id: UUID, draft: TopicDraft, version: int | None = None) -> None:
    """Make a topic be what the draft says.

    Raises:
        InvalidInputError: as for `add_topic`.
        ConflictError: somebody changed it meanwhile.
    """
    change(session, get(session, Topic, topic_id), version, _topic_columns(session, draft, topic_id))


def add_target_group(session: Session, name: str) -> UUID:
    """Add a target group.

    Raises:
        InvalidInputError: no name was given, it is too long or there already.
    """
    return insert(session, TargetGroup, _checked(session, TargetGroup, name)).id


def add_qualification(session: Session, name: str) -> UUID:
    """Add a qualification.

    Raises:
        InvalidInputError: no name was given, it is too long or there already.
    """
    return insert(session, Qualification, _checked(session, Qualification, name)).id


def rename_topic(session: Session, topic_id: UUID, name: str) -> None:
    """Give a topic another name.

    Raises:
        InvalidInputError: no name was given, it is too long or there already.
    """
    change(session, get(session, Topic, topic_id), None, _checked(session, Topic, name, topic_id))


def rename_target_group(session: Session, group_id: UUID, name: str) -> None:
    """Give a target group another name.

    Raises:
        InvalidInputError: no name was given, it is too long or there already.
    """
    change(session, get(session, TargetGroup, group_id), None, _checked(session, TargetGroup, name, group_id))


def rename_qualification(session: Session, qualification_id: UUID, name: str) -> None:
    """Give a qualification another name.

    Raises:
        InvalidInputError: no name was given, it is too long or there already.
    """
    values = _checked(session, Qualification, name, qualification_id)
    change(session, get(session, Qualification, qualification_id), None, values)


def delete_qualifications(session: Session, ids: Iterable[UUID]) -> int:
    """Delete qualifications (undoable); topics no longer ask for them, and nobody has them any more."""
    return remove(session, Qualification, ids)


def delete_topics(session: Session, ids: Iterable[UUID]) -> int:
    """Delete topics (undoable); events lose the link."""
    return remove(session, Topic, ids)


def delete_target_groups(session: Session, ids: Iterable[UUID]) -> int:
    """Delete target groups (undoable); events lose the link and its counts."""
    return remove(session, TargetGroup, ids)
