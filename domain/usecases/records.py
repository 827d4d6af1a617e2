"""Writing and reading single records: the checked way in and out of every table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import delete, inspect
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import SQLModel, select

from domain.errors import ConflictError, InvalidInputError, NotFoundError, Problem
from domain.i18n import N_
from domain.model.columns import Record
from domain.store.session import Session

R = TypeVar("R", bound=Record)
T = TypeVar("T", bound=SQLModel)

_GONE = "FOREIGN KEY constraint failed"
"""How SQLite says that something referred to is not there; its driver gives no finer code than CONSTRAINT."""


def refuse(problems: Iterable[Problem]) -> None:
    """Raise `InvalidInputError` with all problems, if there are any."""
    found = tuple(problems)
    if found:
        raise InvalidInputError(*found)


def write_out(session: Session) -> None:
    """Send what is pending to the database.

    Raises:
        ConflictError: something a record points at has been deleted meanwhile.
    """
    try:
        session.flush()
    except IntegrityError as trouble:
        if _GONE not in str(trouble.orig):
            raise
        raise ConflictError(
            N_("Something this entry refers to was deleted meanwhile. Please choose again and save.")
        ) from trouble


def insert(session: Session, table: type[R], values: Mapping[str, Any]) -> R:
    """Add a record; values are validated by the table (types, lengths, enums).

    Raises:
        ConflictError: something it points at has been deleted meanwhile.
    """
    record = table.model_validate({**values, "created_at": session.now, "updated_at": session.now})
    session.add(record)
    write_out(session)
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


def refuse_outdated(record: Record, version: int | None) -> None:
    """Refuse to change what a person saw in another version (None = do not care).

    Raises:
        ConflictError: somebody changed the record meanwhile.
    """
    if version is not None and record.version != version:
        raise ConflictError(
            N_("Somebody changed this record meanwhile. Your input is kept; please compare and save again.")
        )


def change(session: Session, record: R, version: int | None, values: Mapping[str, Any]) -> R:
    """Change a record's columns; `version` is what the person saw (None = do not care).

    Raises:
        ConflictError: somebody changed the record meanwhile, or deleted something it points at.
    """
    refuse_outdated(record, version)
    checked = type(record).model_validate({**record.model_dump(), **values})
    for column in values:
        fresh = getattr(checked, column)
        if getattr(record, column) != fresh:
            setattr(record, column, fresh)
    session.add(record)
    write_out(session)
    return record


def change_whole(
    session: Session, record: R, version: int | None, values: Mapping[str, Any], put_parts: Callable[[], bool]
) -> None:
    """As `change`, with the rows that hang on the record; `put_parts` writes them and returns whether any differed.

    The version rises once, also where only such a row changed.

    Raises:
        ConflictError: somebody changed the record meanwhile, or deleted something it points at.
    """
    since = record.version
    change(session, record, version, values)
    if put_parts() and record.version == since:
        record.updated_at = session.now
        flag_modified(record, "updated_at")
        write_out(session)


def add_rows(
    session: Session, owner: Mapping[str, Any], parts: Iterable[tuple[type[T], Iterable[Mapping[str, Any]]]]
) -> None:
    """Add the rows that belong to a record made just now, by table: nothing can be there yet, so nothing is read.

    Raises:
        ConflictError: something a row points at has been deleted meanwhile.
    """
    for table, rows in parts:
        session.add_all(table.model_validate({**owner, **row}) for row in rows)
    write_out(session)


def put_links(session: Session, table: type[T], owner: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> bool:
    """Make the rows that belong to `owner` (its key column -> value) exactly `rows`, by primary key.

    Equal ones stay, differing ones are changed in place, so that the history tells what changed. Returns whether
    anything did.

    Raises:
        ConflictError: something a row points at has been deleted meanwhile.
    """
    keys = [column.name for column in inspect(table).primary_key]
    wanted = {_values(row, keys): row for row in (table.model_validate({**owner, **row}) for row in rows)}
    present = {_values(row, keys): row for row in _belonging(session, table, owner)}
    fields = list(table.model_fields)
    for key, row in present.items():
        if key not in wanted:
            session.delete(row)
            continue
        for name in fields:
            if getattr(row, name) != getattr(wanted[key], name):
                setattr(row, name, getattr(wanted[key], name))
    changed = any(session.is_modified(row) for row in present.values()) or present.keys() != wanted.keys()
    write_out(session)
    session.add_all(row for key, row in wanted.items() if key not in present)
    write_out(session)
    return changed


def put_list(session: Session, table: type[T], owner: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> bool:
    """As `put_links` for tables whose rows have ids of their own: equal ones stay, and the order is kept."""
    fields = [name for name in table.model_fields if name != "id"]
    wanted = [table.model_validate({**owner, **row}) for row in rows]
    present = sorted(_belonging(session, table, owner), key=lambda row: _values(row, ["id"]))
    kept = _kept([_values(row, fields) for row in present], [_values(row, fields) for row in wanted])
    stray = [row for row in present if _values(row, fields) not in kept]
    fresh = [row for row in wanted if _values(row, fields) not in kept]
    for row in stray:
        session.delete(row)
    write_out(session)
    session.add_all(fresh)
    write_out(session)
    return bool(stray or fresh)


def _belonging(session: Session, table: type[T], owner: Mapping[str, Any]) -> list[T]:
    ((column, value),) = owner.items()
    return list(session.exec(select(table).where(getattr(table, column) == value)))


def _values(row: SQLModel, names: Iterable[str]) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in names)


def _kept(before: Sequence[tuple[Any, ...]], after: Sequence[tuple[Any, ...]]) -> set[tuple[Any, ...]]:
    """Which rows can stay so that new ones only come behind them; from the first that is out of order all go."""
    wanted = set(after)
    common = [row for row in before if row in wanted]
    same = next((place for place, row in enumerate(common) if row != after[place]), len(common))
    return set(common[:same])


def remove(session: Session, table: type[R], ids: Iterable[UUID]) -> int:
    """Delete records by id; what hangs on them goes by the database's cascades. Returns how many there were."""
    wanted = list(ids)
    result = session.execute(delete(table).where(table.id.in_(wanted)))  # type: ignore[attr-defined]  # a column here
    return int(result.rowcount)  # type: ignore[attr-defined]  # a cursor result for DML
