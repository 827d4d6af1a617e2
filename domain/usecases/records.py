"""Writing and reading single records: the checked way in and out of every table."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import SQLModel

from domain.errors import ConflictError, InvalidInputError, NotFoundError, Problem
from domain.i18n import N_
from domain.model.columns import Record
from domain.store.session import Session

R = TypeVar("R", bound=Record)
T = TypeVar("T", bound=SQLModel)


def refuse(problems: Iterable[Problem]) -> None:
    """Raise `InvalidInputError` with all problems, if there are any."""
    found = tuple(problems)
    if found:
        raise InvalidInputError(*found)


def insert(session: Session, table: type[R], values: Mapping[str, Any]) -> R:
    """Add a record; values are validated by the table (types, lengths, enums)."""
    record = table.model_validate({**values, "created_at": session.now, "updated_at": session.now})
    session.add(record)
    session.flush()
    return record


def get(session: Session, table: type[R], id: UUID) -> R:  # noqa: A002 - the column's own name
    """The record with this id.

    Raises:
        NotFoundError: it is not (any more) in the workspace.
    """
    record = session.get(table, id)
    if record is None:
        raise NotFoundError(N_("This record is no longer in the workspace: {table} {id}."), table=table.__name__, id=id)
    return record


def change(session: Session, record: R, version: int | None, values: Mapping[str, Any]) -> R:
    """Change a record's columns; `version` is what the person saw (None = do not care).

    Raises:
        ConflictError: somebody changed the record meanwhile.
    """
    if version is not None and record.version != version:
        raise ConflictError(
            N_("Somebody changed this record meanwhile. Your input is kept; please compare and save again.")
        )
    checked = type(record).model_validate({**record.model_dump(), **values})
    for column in values:
        fresh = getattr(checked, column)
        if getattr(record, column) != fresh:
            setattr(record, column, fresh)
    session.add(record)
    session.flush()
    return record


def put_links(session: Session, table: type[T], owner: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> None:
    """Make the rows of a link table that belong to `owner` (column -> value) exactly `rows`; keep equal ones."""
    column, value = next(iter(owner.items()))
    wanted = [table.model_validate({**owner, **row}) for row in rows]
    fields = [name for name in table.model_fields if name != "id"]

    def content(row: SQLModel) -> tuple[Any, ...]:
        return tuple(getattr(row, name) for name in fields)

    from sqlmodel import select

    present = {content(row): row for row in session.exec(select(table).where(getattr(table, column) == value))}
    kept = {content(row) for row in wanted}
    for key, row in present.items():
        if key not in kept:
            session.delete(row)
    session.flush()
    session.add_all(row for row in wanted if content(row) not in present)
    session.flush()


def remove(session: Session, table: type[R], ids: Iterable[UUID]) -> int:
    """Delete records by id; what hangs on them goes by the database's cascades. Returns how many there were."""
    wanted = list(ids)
    result = session.execute(delete(table).where(table.id.in_(wanted)))  # type: ignore[attr-defined]  # a column here
    return int(result.rowcount)  # type: ignore[attr-defined]  # a cursor result for DML
