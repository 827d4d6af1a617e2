"""Topics, target groups and qualifications: small editable vocabularies."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.errors import Problem
from domain.i18n import N_
from domain.model import Qualification, TargetGroup, Topic
from domain.rows.tours import NamedRow
from domain.store.session import Session
from domain.usecases.records import change, get, insert, refuse, remove


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


def _checked(name: str) -> dict[str, Any]:
    if not name.strip():
        refuse([Problem("name", N_("Please give a name."))])
    return {"name": name.strip()}


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
        InvalidInputError: no name was given.
    """
    values = _checked(name) | {"area": area, "valid_from": valid_from, "valid_until": valid_until}
    return insert(session, Topic, values | {"qualification_id": qualification_id}).id


def add_target_group(session: Session, name: str) -> UUID:
    """Add a target group."""
    return insert(session, TargetGroup, _checked(name)).id


def add_qualification(session: Session, name: str) -> UUID:
    """Add a qualification."""
    return insert(session, Qualification, _checked(name)).id


def rename_topic(session: Session, topic_id: UUID, name: str) -> None:
    """Give a topic another name."""
    change(session, get(session, Topic, topic_id), None, _checked(name))


def rename_target_group(session: Session, group_id: UUID, name: str) -> None:
    """Give a target group another name."""
    change(session, get(session, TargetGroup, group_id), None, _checked(name))


def delete_topics(session: Session, ids: Iterable[UUID]) -> int:
    """Delete topics (undoable); events lose the link."""
    return remove(session, Topic, ids)


def delete_target_groups(session: Session, ids: Iterable[UUID]) -> int:
    """Delete target groups (undoable); events lose the link and its counts."""
    return remove(session, TargetGroup, ids)
