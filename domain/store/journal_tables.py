"""What the journal has to know about each table, taken from the metadata."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from sqlalchemy import Column, LargeBinary, MetaData, Table, UniqueConstraint
from sqlalchemy.dialects.sqlite import dialect

_SQLITE = dialect()


@dataclass(frozen=True)
class JournalTable:
    """One journalled table.

    `watched` are the columns whose change is recorded; `counts` and `times` are columns that never go back (info
    `{"journal": "count"}` or `"time"`); `unique` are columns whose values must not collide even for a moment.
    `parents` names, per key column, the table that key refers to.
    """

    name: str
    keys: tuple[str, ...]
    watched: tuple[str, ...]
    counts: tuple[str, ...]
    times: tuple[str, ...]
    unique: frozenset[str]
    parents: dict[str, str]
    columns: dict[str, Column[object]] = field(repr=False)

    @property
    def all_columns(self) -> tuple[str, ...]:
        """Every column in the order of the table."""
        return tuple(self.columns)

    def decoded(self, column: str, value: object) -> object:
        """A value of an image as Python knows it: aware datetime, date, bool, enum, UUID; raw if the column is gone."""
        if value is None or column not in self.columns:
            return value
        kind = self.columns[column].type.dialect_impl(_SQLITE)
        process = kind.result_processor(_SQLITE, None)
        return value if process is None else process(value)

    def encoded_time(self, column: str, moment: datetime) -> object:
        """A moment as the column stores it."""
        kind = self.columns[column].type.dialect_impl(_SQLITE)
        process: Callable[[object], object] | None = kind.bind_processor(_SQLITE)
        return moment if process is None else process(moment)


def is_journalled(table: Table) -> bool:
    """Whether the table is undone and redone; its info says so if not."""
    return table.info.get("journal", True) is not False


@cache
def journal_tables(metadata: MetaData) -> dict[str, JournalTable]:
    """All journalled tables by name.

    Raises:
        TypeError: a journalled table holds bytes, which its JSON images could not; or a table outside refers to one
            inside, so that an undo could fail on it or change it unseen.
    """
    inside = {table.name: _described(table) for table in metadata.tables.values() if is_journalled(table)}
    for table in metadata.tables.values():
        targets = {key.column.table.name for key in table.foreign_keys}
        if not is_journalled(table) and targets & inside.keys():
            raise TypeError(f"{table.name} is outside the journal but refers to {sorted(targets & inside.keys())}")
    return inside


def _described(table: Table) -> JournalTable:
    for column in table.columns:
        if isinstance(column.type, LargeBinary):
            raise TypeError(f"{table.name}.{column.name} holds bytes; the journal cannot")
    keys = tuple(column.name for column in table.primary_key.columns)
    flagged = {column.name: column.info.get("journal") for column in table.columns}
    parents = {key.parent.name: key.column.table.name for key in table.foreign_keys if key.parent.name in keys}
    return JournalTable(
        name=table.name,
        keys=keys,
        watched=tuple(name for name, flag in flagged.items() if flag is None and name not in keys),
        counts=tuple(name for name, flag in flagged.items() if flag == "count"),
        times=tuple(name for name, flag in flagged.items() if flag == "time"),
        unique=frozenset(_unique_columns(table)),
        parents=parents,
        columns=dict(table.columns.items()),
    )


def _unique_columns(table: Table) -> Iterator[str]:
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield from constraint.columns.keys()
    for index in table.indexes:
        if index.unique:
            yield from index.columns.keys()
