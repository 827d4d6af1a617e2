"""Makes one row of two: whatever points at the one that goes follows, in every table that the metadata knows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import Column, ColumnElement, ForeignKeyConstraint, Table, UniqueConstraint, and_, delete, func, select
from sqlalchemy import insert as insert_row
from sqlalchemy import update as update_row
from sqlmodel import SQLModel

import domain.model  # noqa: F401 - importing it registers the tables
from domain.rows.duplicates import Follower
from domain.store.session import Session

Row: TypeAlias = Mapping[str, Any]

_OWN = frozenset({"id", "created_at", "updated_at", "version"})
"""Columns in which two rows that say the same may differ."""


@dataclass(frozen=True)
class Reference:
    """A foreign key: `columns` are (column of the row that points, column it points at)."""

    table: Table
    columns: tuple[tuple[Column[Any], Column[Any]], ...]

    def to(self, row: Row) -> ColumnElement[bool]:
        """The condition that a row of `table` points at `row`."""
        return and_(*(mine == row[there.name] for mine, there in self.columns))


@dataclass(frozen=True)
class Leftover:
    """What found no place in the row that stays: a whole row that would point at itself, or one differing value."""

    table: str
    values: tuple[tuple[str, object], ...]


@dataclass
class Joining:
    """One joining of two rows; `leftovers` are what the caller has to write down elsewhere.

    `words` gives the line for a column and its value, for rows with notes of their own.
    """

    session: Session
    words: Callable[[str, object], str]
    leftovers: list[Leftover] = field(default_factory=list)

    def join(self, table: Table, going: Row, staying: Row) -> None:
        """Let everything that points at `going` point at `staying`, then delete `going`.

        Both are whole rows. What would then stand there twice (by a unique key, or because two links say the same)
        becomes one in the same way, and what would point at itself goes.
        """
        for reference in references(table):
            there = reference.table
            for row in self._rows(there, reference.to(going)):
                changes = {mine.name: staying[key.name] for mine, key in reference.columns}
                if there is table and _is_same(table, row, staying):
                    changes = {name: _above(going, name, staying) for name in changes}
                self._move(there, row, changes)
        self.session.execute(delete(table).where(_is_row(table, going)))

    def fill(self, table: Table, staying: Row, going: Row, leave: Iterable[str] = ()) -> None:
        """Give the row that stays what only the other says; where both say something else, that is left over."""
        untouched = {*_OWN, *leave, *(column.name for column in table.primary_key)}
        said = {name: value for name, value in going.items() if name not in untouched and value not in (None, "")}
        fresh = {name: value for name, value in said.items() if staying[name] in (None, "")}
        differing = {name: value for name, value in said.items() if name not in fresh and value != staying[name]}
        if differing and (notes := self._noted(table, {**staying, **fresh}, differing)):
            fresh["notes"] = notes
        elif differing:
            self.leftovers.append(Leftover(table.name, tuple(differing.items())))
        if fresh:
            self._update(table, staying, fresh)

    def _noted(self, table: Table, row: Row, differing: Mapping[str, object]) -> str:
        """The row's own notes with what differs; "" if it has none, or no room in them."""
        if "notes" not in table.columns or table.name == "partner":
            return ""
        lines = [str(value) if name == "notes" else self.words(name, value) for name, value in differing.items()]
        notes = "\n".join(line for line in (row["notes"], *lines) if line)
        return notes if len(notes) <= (getattr(table.c.notes.type, "length", None) or len(notes)) else ""

    def _move(self, table: Table, row: Row, changes: Mapping[str, Any]) -> None:
        fresh = {**row, **changes}
        if _points_at_itself(table, fresh):
            told = tuple((name, value) for name, value in row.items() if name not in _OWN and value not in (None, ""))
            self.leftovers.append(Leftover(table.name, told))
            self.session.execute(delete(table).where(_is_row(table, row)))
            return
        twin = self._twin(table, row, fresh)
        if twin is not None:
            self.fill(table, twin, row, leave=changes)
            self.join(table, row, twin)
        elif changes.keys() & table.primary_key.columns.keys():
            self.session.execute(insert_row(table).values(fresh))  # a primary key never changes (journal)
            self.join(table, row, fresh)
        else:
            self._update(table, row, changes)

    def _update(self, table: Table, row: Row, changes: Mapping[str, Any]) -> None:
        stamped = dict(changes)
        if "version" in table.columns:
            stamped |= {"version": row["version"] + 1, "updated_at": self.session.now}
        self.session.execute(update_row(table).where(_is_row(table, row)).values(stamped))

    def _twin(self, table: Table, row: Row, fresh: Row) -> Row | None:
        """Another row that leaves no room for `fresh`, or says the same."""
        for names in _keys(table):
            if all(fresh[name] == row[name] for name in names) or any(fresh[name] is None for name in names):
                continue
            same = and_(*(table.c[name] == fresh[name] for name in names))
            for found in self._rows(table, same):
                return found
        if _is_link(table):
            same = and_(
                *(
                    column.is_not_distinct_from(fresh[column.name])
                    for column in table.columns
                    if column.name not in _OWN
                )
            )
            for found in self._rows(table, same):
                return found
        return None

    def _rows(self, table: Table, condition: ColumnElement[bool]) -> list[Row]:
        return [dict(row) for row in self.session.execute(select(table).where(condition)).mappings()]


def references(table: Table) -> Iterator[Reference]:
    """Every foreign key that points at a table, also its own, whichever module brings it."""
    for other in table.metadata.sorted_tables:
        for constraint in sorted(other.foreign_key_constraints, key=_name):
            if constraint.referred_table is table:
                pairs = tuple((element.parent, element.column) for element in constraint.elements)
                yield Reference(other, pairs)


def followers(session: Session, table: Table, row: Row) -> tuple[Follower, ...]:
    """How many rows point at a row, by table and column; those that none does are left out."""
    found = []
    for reference in references(table):
        query = select(func.count()).select_from(reference.table).where(reference.to(row))
        count = int(session.execute(query).scalar_one())
        if count:
            found.append(Follower(reference.table.name, reference.columns[0][0].name, count))
    return tuple(found)


def table_named(name: str) -> Table:
    """The table of this name."""
    return SQLModel.metadata.tables[name]


def whole_row(session: Session, table: Table, id: object) -> Row:  # noqa: A002 - the column's own name
    """A row by its id, with Python values."""
    return dict(session.execute(select(table).where(table.c.id == id)).mappings().one())


def break_circle(session: Session, table: Table, id: object) -> None:  # noqa: A002 - the column's own name
    """Cut what a row hangs under, by a key into its own table, wherever that leads back to the row itself."""
    for reference in references(table):
        if reference.table is not table:
            continue
        column = reference.columns[0][0]
        query = select(column)
        seen: set[object] = set()
        above = session.execute(query.where(table.c.id == id)).scalar_one()
        while above is not None and above != id and above not in seen:
            seen.add(above)
            above = session.execute(query.where(table.c.id == above)).scalar_one_or_none()
        if above == id:
            session.execute(update_row(table).where(table.c.id == id).values({column.name: None}))


def _above(going: Row, column: str, staying: Row) -> object:
    """What the row that stays hangs under if it hung under the one that goes: one step higher, never itself."""
    return None if going[column] in (staying.get("id"), going.get("id")) else going[column]


def _is_same(table: Table, one: Row, two: Row) -> bool:
    return all(one[column.name] == two[column.name] for column in table.primary_key)


def _points_at_itself(table: Table, row: Row) -> bool:
    """Whether a link between two records of one table has the same one at both ends."""
    ends: dict[Table, list[object]] = {}
    for constraint in table.foreign_key_constraints:
        column = constraint.elements[0].parent
        if len(constraint.elements) == 1 and not column.nullable:
            ends.setdefault(constraint.referred_table, []).append(row[column.name])
    return any(len(values) != len(set(values)) for values in ends.values())


def _is_link(table: Table) -> bool:
    """Whether a table's rows tie at least two records together, and say nothing without them."""
    needed = [one for one in table.foreign_key_constraints if not any(each.parent.nullable for each in one.elements)]
    return len(needed) > 1


def _keys(table: Table) -> Iterator[tuple[str, ...]]:
    """The column names of every key whose values may stand there only once."""
    yield tuple(table.primary_key.columns.keys())
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(constraint.columns.keys())
    for index in table.indexes:
        if index.unique:
            yield tuple(index.columns.keys())


def _is_row(table: Table, row: Row) -> ColumnElement[bool]:
    return and_(*(column == row[column.name] for column in table.primary_key))


def _name(constraint: ForeignKeyConstraint) -> str:
    return ",".join(element.parent.name for element in constraint.elements)
